using Fazhang.Verify;
using Shouldly;
using Xunit;

namespace Fazhang.Tests;

/// <summary>
/// Terse ways of saying the same arithmetic: each right sentence is left alone, and the slip in braces is remarked on.
/// </summary>
public sealed class PhrasingTests
{
    [Theory]
    [InlineData("上年结转46件,本年新收342件,合计应办388件;已审结135件,结转下年{253}件。", "235")]
    [InlineData("年初在册612人,当年新接收72人,期满解除83人,年末在册{601}人。", "610")]
    [InlineData("全年新立90件、上年旧存15件,办结{100}件,未结5件。", "90")]
    public void Check_StockAndFlow_MustBalance(string text, string slip) => ShouldShow(text, slip);

    [Theory]
    [InlineData("收到公开申请207件,网上来的{102}件,信函和当面的105件。", "112")]
    [InlineData("公证处办证4028件,国内1324件、涉外{2704}件;国内证中经济类915件、民事类409件。", "2740")]
    [InlineData("公证处办证4028件,国内1324件、涉外2704件;国内证中经济类{915}件、民事类409件。", "951")]
    [InlineData("共收到申请2316件(自然人{2105}件、法人211件)。", "2150")]
    [InlineData("宣传活动900场次,进机关200场、进乡村{450}场、进学校250场。", "405")]
    [InlineData("受理审查逮捕1862件2633人,批捕{1271}件1745人,不捕591件888人。", "1217")]
    [InlineData("热线工单2495件,交二级单位{2388}件,直办107件。", "2838")]
    [InlineData("问题线索180条,办结{162}条,还有18条在办。", "126")]
    [InlineData("结果:予以公开812件、部分公开95件、无法提供1032件、其他40件,共办结{1979}件,结转22件。", "1997")]
    [InlineData("120件维持,45件撤销或确认违法,30件终止,三类相加{195}件。", "159")]
    [InlineData("被申请人是区县政府的120件,部门的95件,街镇的{60}件,共275件。", "90")]
    [InlineData("受理328件,不予受理{62}件,总共收到申请390件。", "26")]
    [InlineData("处分4310人。厅局35人,县处{459}人,乡科及以下3816人。", "495")]
    [InlineData("按诉求分,咨询19651件、求助592件、投诉{15042}件,总量35285件。", "15402")]
    [InlineData("一季度31件,二季度45件,三季度52件,四季度{39}件,全年167件。", "93")]
    public void Check_ListWithoutTheUsualWords_IsAddedUp(string text, string slip) => ShouldShow(text, slip);

    [Theory]
    [InlineData("受援人1345人,含农民工615人、妇女385人、其他困难群众345人;农民工比重{45.7}%。", "54.7")]
    [InlineData("受理投诉551780件,办结449786件,解决率{81.52}%。", "81.25")]
    [InlineData("全年审结420件,撤销50件,调解和解97件,两项占审结数的{35.0}%。", "53.0")]
    [InlineData("当事人中男性占{57}%,女性占43%。", "75")]
    [InlineData("复议案件500件,一审行政诉讼200件,前者是后者的{2.5}倍。", "5.2")]
    [InlineData("二审开庭率85.3%,上年81.0%,升{4.3}个百分点。", "3.4")]
    [InlineData("今年收案640件,去年530件,多出{110}件,涨了20.8%。", "101")]
    [InlineData("事故166起、死90人,上年同期181起,减15起,降幅{8.3}%。", "3.8")]
    [InlineData("三年以上积案还剩422件,一年里减掉1093件,跌幅{72.15}%。", "71.25")]
    [InlineData("直接纠错80件,纠错率{12.5}%(审结640件)。", "15.2")]
    [InlineData("败诉{45}件,上年败诉60件,减少15件,下降25.0%。", "54")]
    [InlineData("经费49100元,办案488件,件均{101}元。", "110")]
    public void Check_RateOrChangeSaidInPassing_IsRecomputed(string text, string slip) => ShouldShow(text, slip);

    [Theory]
    [InlineData("立案18771件,处分9455人,含党纪8521人;厅级42、处级546、科级1537、一般1183、其他6147。")]
    [InlineData("编制由386名增至705名,净增319名,其中具有法律职业资格的612名。")]
    [InlineData("婚姻家庭占31.5%,劳动争议占27.2%,债权债务占16.4%,其余占24.9%;群众满意度99.1%。")]
    [InlineData("受案3216件,结案2987件,快速结案率62%。")]
    [InlineData("结案2987件,被撤销2件、不予执行1件,占结案的0.1%。")]
    [InlineData("共受理案件52317件(旧存4986件),同比上升6.2%;审执结48902件,结案率93.5%。")]
    [InlineData("四种形态共29440人次:一19618(66.6%)、二7083(24.1%)、三1238(4.2%)、四1501(5.1%)。")]
    public void Check_RightPassage_IsLeftAlone(string text) =>
        ReportChecker.Check(text).Findings.Select(f => f.Message).ShouldBeEmpty();

    [Theory]
    [InlineData("回访50件,满意47件,不满3件。", "50 47 3")]
    [InlineData("平均年限不满3年的占一半。", "50")]
    [InlineData("三次产业结构调整为7.6:44.1:48.3。", "7.6 44.1 48.3")]
    [InlineData("会议10:48开始,双方比例为2:1。", "")]
    [InlineData("总量突破五千亿大关。", "500000000000")]
    [InlineData("办理法援4.6万件,同比增两成。", "46000 20")]
    [InlineData("群体性案件(10人以上)1872件。", "1872")]
    public void Read_TerseSentence_ReturnsExactlyItsFigures(string sentence, string expected) =>
        string.Join(' ', ReportChecker.Check(sentence).Figures.Select(f => $"{f.Value:0.####}")).ShouldBe(expected);

    private static void ShouldShow(string text, string slip)
    {
        var open = text.IndexOf('{', StringComparison.Ordinal);
        var close = text.IndexOf('}', StringComparison.Ordinal);
        var right = text[..open] + text[(open + 1)..close] + text[(close + 1)..];
        ReportChecker.Check(right).Findings.Select(f => f.Message).ShouldBeEmpty(right);
        ReportChecker.Check(text[..open] + slip + text[(close + 1)..]).Findings.ShouldNotBeEmpty(text);
    }
}
