using Fazhang.Verify;
using Shouldly;
using Xunit;

namespace Fazhang.Tests;

/// <summary>Slips of the pen in ways of writing met outside the annotated texts: each has to be remarked on, the right sentence not.</summary>
public sealed class SlipTests
{
    [Theory]
    [InlineData("甲区办结20件、乙区办结{54}件,合计办结率90%,合计74件。", "45")]
    [InlineData("发放补贴{96.7}万元;审核后支付值班费18.2万元,共计114.9万元。", "69.7")]
    [InlineData("热线转办2625件,平台受理{1717}件,两项合计4342件。", "1771")]
    [InlineData("收入129748万元,加补助收入428905万元,上年结余收入41407万元,收入总计{600060}万元。", "600600")]
    [InlineData("全国农民工29251万人。其中,本地农民工{12079}万人,增长4.1%;外出农民工17172万人,增长1.3%。", "1079")]
    public void Check_SlipInASum_IsRemarkedOn(string text, string slip) => ShouldShow(text, slip);

    [Theory]
    [InlineData("受理咨询1188件。从咨询内容看,业务咨询839件,维权咨询{237}件,其他咨询112件。", "273")]
    [InlineData("公证处总数为95个,业务量大的有55个。从编制性质来看,行政体制的有{34}个,事业体制的有61个。", "43")]
    [InlineData("全年立案621件。在立案的提案中,集体提案{188}件,委员提案433件。", "218")]
    [InlineData("共收到提案5890件。经审查,立案{5002}件,并案262件,转为意见626件。", "5020")]
    [InlineData(
        "共收到提案5890件,立案5254件。不予立案的提案中,转送研究400件,并案236件;立案的提案中,委员提案{4884}件,团体提案370件。",
        "4848"
    )]
    [InlineData("累计接收102万人,累计解除{56.7}万人,现有45.3万人。", "65.7")]
    [InlineData(
        "收到提案5052件。所有提案中,关于深化改革的有{1108}件;关于促进经济健康发展和生态文明建设的有1451件;关于民生的有2493件。",
        "1180"
    )]
    [InlineData("受理案件1500件,结案{960}件,结案率64%,未结案件540件。", "690")]
    [InlineData(
        "收入24627万元,完成预算60999万元的40.4%,比上年减收1070万元,下降4.2%。其中:税收收入{8103}万元,增收1284万元,增长18.8%;非税收入16524万元,减收2354万元,下降12.5%。",
        "8130"
    )]
    public void Check_SlipInAListByViewpointOrOutcome_IsRemarkedOn(string text, string slip) => ShouldShow(text, slip);

    [Theory]
    [InlineData("承办提案93件。A类54件,占承办总数的58.06%。B类{33}件,占承办总数的35.48%。C类6件,占承办总数的6.45%。", "23")]
    [InlineData(
        "共受理1828件。\n1、咨询1188件,占受理总量{65}%;\n2、投诉359件,占受理总量20%;\n3、举报281件,占受理总量15%。",
        "56"
    )]
    [InlineData("收入2236万元,完成年初预算25200万元的{8.9}%。", "9.8")]
    [InlineData(
        "收入28583万元,其中税务部门完成13866万元,完成任务的101%,占收入的48.51%;财政部门完成14717万元,占收入的{51.49}%。",
        "54.19"
    )]
    [InlineData("第一产业就业占{22.9}%;第二产业占29.1%;第三产业占48.0%。", "29.2")]
    [InlineData("受理657件,调解{649}件,成功638件,调解率98.8%。", "469")]
    [InlineData("处置警情39.3万起。扑救火灾17.4万起(另有0.2万起未出动),抢险救援{10.4}万起,合计占总数的70.7%。", "14.0")]
    [InlineData("立案5002件。\n经济方面2133件,占{42.6}%;\n政治方面878件,占17.6%;\n社会方面1991件,占39.8%。", "46.2")]
    [InlineData("热线受理咨询1245件,占63.7%;求助566件,占29.0%;投诉{119}件,占6.1%;建议24件,占1.2%。", "191")]
    [InlineData("甲、乙、丙三类分别占{66.17}%、3.85%、29.98%。", "61.67")]
    [InlineData("甲类占{66.17}%,乙类占3.85%,丙类占29.98%。", "61.67")]
    public void Check_SlipInAShare_IsRemarkedOn(string text, string slip) => ShouldShow(text, slip);

    [Theory]
    [InlineData("受理法律援助案件100件,其中刑事60件、民事50件。")]
    [InlineData("矫正对象100人,其中男95人、女15人。")]
    [InlineData("经费129748万元,加补助428905万元,结余41407万元,总计606000万元。")]
    [InlineData("承办提案93件,其中甲类54件,占承办总数的58.06%;乙类33件,占承办总数的35.48%;丙类6件,占承办总数的4.65%。")]
    public void Check_ArithmeticThatCannotBeRight_IsAnError(string text) =>
        ReportChecker.Check(text).Findings.ShouldContain(f => f.Level == FindingLevel.Error);

    [Theory]
    [InlineData("学校51.88万所,比上年增加{5017}所,增长0.98%。", "5017万")]
    [InlineData("专任教师1672.85万人,比上年增加{45.96万}人,增长2.83%。", "45.96")]
    [InlineData("发生事故27209起,造成1649人死亡。与上年相比,事故起数减少5157起,下降15.9%;死亡人数减少{278}人,下降14.4%。", "728")]
    public void Check_SlipInAChange_IsRemarkedOn(string text, string slip) => ShouldShow(text, slip);

    [Theory]
    [InlineData("共接收0.04万件。其中,投诉0.03万件,占比62.97%;咨询0.01万件,占比27.71%。")]
    [InlineData("调解成功92件,成功率38.17%;办结241件。")]
    [InlineData("调解纠纷29757件,其中调委会调解19138件,调解成功率为97.5%。")]
    [InlineData("受理50件。从类型看,行政处罚20件、行政许可15件等。")]
    [InlineData("全年受理100件。从类型看,主要是行政处罚60件、行政许可30件。")]
    [InlineData("0至14岁人口占17.95%;15至59岁占63.35%;60岁以上占18.70%,其中65岁以上占13.50%。")]
    [InlineData("抢险救援10.4万起;另外,社会救助5.4万起、公务执勤2.1万起、其他4.0万起。")]
    [InlineData("共受理620起。分类看:甲类331起,占53.39%;乙类117起,占18.87%。")]
    [InlineData("其中一类占88.5%,二类占11.5%,规范化的占75.2%。")]
    [InlineData("投诉占40.1%,举报占30.2%,咨询占20.3%。")]
    public void Check_ListThatIsRightUnderSomeReading_IsLeftAlone(string text) =>
        ReportChecker.Check(text).Findings.Select(f => f.Message).ShouldBeEmpty();

    private static void ShouldShow(string text, string slip)
    {
        var open = text.IndexOf('{', StringComparison.Ordinal);
        var close = text.IndexOf('}', StringComparison.Ordinal);
        var right = text[..open] + text[(open + 1)..close] + text[(close + 1)..];
        ReportChecker.Check(right).Findings.Select(f => f.Message).ShouldBeEmpty();
        ReportChecker.Check(text[..open] + slip + text[(close + 1)..]).Findings.ShouldNotBeEmpty();
    }
}
