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
    [InlineData("自然增长率为-1.23‰,利润率为-0.5%。", "1.23‰=-1.23 0.5%=-0.5")]
    [InlineData("收案居前的有甲省(8917)、乙省(7451)、丙省(7 241)。", "8917=8917 7451=7451 7 241=7241")]
    [InlineData(
        "全国共有各类就业人员 77451 万人,比上年末增加 352 万\n人,其中城镇 40410 万人。",
        "77451 万人=774510000 352 万人=3520000 40410 万人=404100000"
    )]
    public void Read_SentenceWithFigures_ReturnsExactlyThem(string sentence, string expected) =>
        Show(sentence).ShouldBe(expected);

    [Theory]
    [InlineData("问题分类如图1所示、详见表2所列。")]
    [InlineData("排名较上年前进了三名,名次由15名升至6名。")]
    [InlineData("共3页 12条记录 1/2页")]
    [InlineData("空气质量相对较差的城市(即后20名)已公布。")]
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
    [InlineData("项目\n受理\n办结\n一月\n24\n20\n二月\n15\n17\n合计\n39\n37\n", "24 20 15 17 39 37")]
    [InlineData(
        "表1 受理统计表\n单位:件\n月份 |\n热线 |\n同比(%) |\n1月 |\n2479 |\n-7.5 |\n2月 |\n1906 |\n3.2 |\n",
        "2479 7.5 1906 3.2"
    )]
    [InlineData("维持\n\n3509\n\n74.7%\n\n撤销\n\n678\n\n14.4%\n\n其他\n\n512\n\n10.9%\n", "3509 74.7 678 14.4 512 10.9")]
    [InlineData(
        "项目\nItem\n2005\n2006\n增减(%)\n社会团体\nSocial Organizations\n17.1\n19.2\n12.3\n基金会(个)\nFoundations (unit)\n975\n1144\n17.3\n",
        "17.1 19.2 12.3 975 1144 17.3"
    )]
    [InlineData("第一节 总则\n1\n第二节 管辖\n2\n第三节 申请\n3\n", "")]
    [InlineData("首页\n12\n上一页\n15\n下一页\n19\n", "")]
    public void Read_TableWithOneCellALine_EveryNumberIsAFigure(string table, string expected) =>
        string.Join(' ', ReportChecker.Check(table).Figures.Select(f => $"{f.Value:0.####}")).ShouldBe(expected);

    [Fact]
    public void Read_TableWithAColumnOfUnits_TakesTheUnitOfTheRow() =>
        string.Join(
                ' ',
                ReportChecker
                    .Check("指标 | 单位 | 数量\n机构 | 个 | 789\n支出 | 亿元 | 42.6\n")
                    .Figures.Select(f => f.Text + f.Unit)
            )
            .ShouldBe("789个 42.6亿元");

    [Theory]
    [InlineData("文盲率由4.08%下降为2.67%。", FigureKind.Percent)]
    [InlineData("该方式结案的比例2008年上升为4.7%。", FigureKind.Percent)]
    [InlineData("帮扶后有545万城镇失业人员。", FigureKind.People)]
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
