using Fazhang.Verify;
using Shouldly;
using Xunit;

namespace Fazhang.Tests;

/// <summary>Ways of writing figures met in reports outside the annotated ones.</summary>
public sealed class UnseenFigureTests
{
    [Theory]
    [InlineData("日均浓度143微克/立方米,上年同期161微克/立方米。", "143微克/立方米=143 161微克/立方米=161")]
    [InlineData("浓度分别为85、7和40微克/立方米。", "85=85 7=7 40微克/立方米=40")]
    [InlineData("三次产业结构为9.3、41.0、49.7。", "9.3=9.3 41.0=41 49.7=49.7")]
    [InlineData("罚款3.6亿多元。", "3.6亿元=360000000")]
    [InlineData("总量达8.2万亿人民币。", "8.2万亿元=8200000000000")]
    [InlineData("年限由9.08年提高至9.91年。", "9.08年=9.08 9.91年=9.91")]
    [InlineData("时限由20天压缩到5天。", "20天=20 5天=5")]
    [InlineData("约占全省的1/4。", "1/4%=25")]
    [InlineData("同比下降超过三分之一。", "三分之一%=33.33")]
    [InlineData("全年公开信息\n5928\n条,回复留言12条。", "5928条=5928 12条=12")]
    public void Read_SentenceWithFigures_ReturnsExactlyThem(string sentence, string expected) =>
        Show(sentence).ShouldBe(expected);

    [Theory]
    [InlineData("问题分类如图1所示、详见表2所列。")]
    [InlineData("排名较上年前进了三名,名次由15名升至6名。")]
    [InlineData("共3页 12条记录 1/2页")]
    public void Read_SentenceWithoutStatistics_FindsNoFigure(string sentence) => Show(sentence).ShouldNotContain("名=");

    [Theory]
    [InlineData("律师人数超过1万人的省(区、市)有23个。", "23个=23")]
    [InlineData("收入达到3万元以上的公证处有55个,不足3万元的公证处有39个。", "55个=55 39个=39")]
    [InlineData("律师10人(含)以下的律所2530家,11人至20人(含)的律所802家。", "2530家=2530 802家=802")]
    public void Read_LimitOfAClass_IsNoFigure(string sentence, string expected) => Show(sentence).ShouldBe(expected);

    [Theory]
    [InlineData("类型 | 上年数 | 增减 | 处理数\n许可 | 8 | -5 | 110,543\n处罚 | 11 | +3 | 119\n", "8 -5 110543 11 3 119")]
    [InlineData("申请 | 受理 | 许可 | 不予许可\n26569 | 26569 | 26464 | 105\n", "26569 26569 26464 105")]
    [InlineData("类别 | 上半年(件) | 比重(%) | 变化(%)\n甲类 | 58973 | 10.69 | ↑2.55\n", "58973 10.69 2.55")]
    public void Read_Table_EveryCellWithANumberIsAFigure(string table, string expected) =>
        string.Join(' ', ReportChecker.Check(table).Figures.Select(f => $"{f.Value:0.####}")).ShouldBe(expected);

    [Theory]
    [InlineData("文盲率由4.08%下降为2.67%。", FigureKind.Percent)]
    [InlineData("整合网站,减幅达46%。", FigureKind.ChangePercent)]
    [InlineData("降幅在3.8%至24.1%之间。", FigureKind.ChangePercent)]
    [InlineData("社会律师办案占98.66。", FigureKind.Percent)]
    [InlineData("民生类支出1.21万亿。", FigureKind.Money)]
    [InlineData("单位 | 受理 | 同比\n公安 | 13 | -30.0%\n", FigureKind.ChangePercent)]
    [InlineData("单位 | 受理 | 同比(%)\n公安 | 13 | -30.0\n", FigureKind.ChangePercent)]
    [InlineData("类别 | 比重(%) | 比重变化(%)\n甲类 | 10.69 | ↑2.55\n", FigureKind.ChangePoints)]
    public void Read_Figure_KnowsItsKind(string sentence, FigureKind kind) =>
        ReportChecker.Check(sentence).Figures[^1].Kind.ShouldBe(kind);

    private static string Show(string sentence) =>
        string.Join(' ', ReportChecker.Check(sentence).Figures.Select(f => $"{f.Text}{f.Unit}={f.Value:0.####}"));
}
