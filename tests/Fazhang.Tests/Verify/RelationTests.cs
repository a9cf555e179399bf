using Fazhang.Verify;
using Shouldly;
using Xunit;

namespace Fazhang.Tests;

/// <summary>Pairs: a passage and what recomputing its arithmetic must show.</summary>
public sealed class RelationTests
{
    [Theory]
    [InlineData("全县共有文件120件,其中保留80件、修改15件、废止25件。", "Sum Holds 120=80+15+25")]
    [InlineData("受理案件71件。来源:来电40件、来信31件。", "Sum Holds 71=40+31")]
    [InlineData("甲类12件、乙类30件、其他8件,合计50件。", "Sum Holds 50=12+30+8")]
    [InlineData("调解员2.1万人,分布在企业4102人、乡镇3942人、村居13015人。", "Sum Holds 2.1万=4102+3942+13015")]
    [InlineData("受理申请500件,办结485件,办结率97%。", "Ratio Holds 97=485+500")]
    [InlineData("受理申请160件,涉及市直部门141件,占88.12%。", "Ratio Holds 88.12=141+160")]
    [InlineData("发放救助金120万元,救助困难群众400人,人均3000元。", "Average Holds 3000=120万+400")]
    public void Check_ArithmeticThatAgrees_HoldsAndFindsNothing(string text, string relation)
    {
        var result = ReportChecker.Check(text);
        Show(result).ShouldContain(relation);
        result.Findings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("全县共有文件120件,其中保留80件、修改15件、废止35件。", "sum-mismatch")]
    [InlineData("甲类12件、乙类30件、其他8件,合计60件。", "sum-mismatch")]
    [InlineData("受理案件71件,其中农民工讨薪案件710件。", "part-exceeds-whole")]
    [InlineData("受理200件:城区120件,占60.0%;乡镇50件,占25.0%;其他30件,占51.0%。", "ratio-mismatch")]
    [InlineData("全年审结案件950件。其中调解结案190件,占审结案件的32.0%。", "ratio-named-whole")]
    public void Check_ArithmeticThatCannotBeRight_IsAnError(string text, string code)
    {
        var result = ReportChecker.Check(text);
        result.Findings.ShouldContain(f => f.Level == FindingLevel.Error && f.Code == code, Show(result));
    }

    [Theory]
    [InlineData("全年审结案件950件。其中调解结案190件,占审结案件的20.0%。")]
    [InlineData("一审审结950件,二审审结300件。其中调解结案190件,占审结案件的32.0%。")]
    [InlineData("全年新收案件950件。其中调解结案190件,占审结案件的32.0%。")]
    [InlineData("全年审结案件950余件。其中调解结案190件,占审结案件的21%左右。")]
    [InlineData("一类机构应有10名以上专职人员,其中至少有3名调解员；二类机构应有20名以上专职人员,其中至少有5名调解员。")]
    public void Check_ShareOfAWholeThatIsNotCertain_IsNoError(string text) =>
        ReportChecker.Check(text).Findings.ShouldNotContain(finding => finding.Level == FindingLevel.Error);

    [Theory]
    [InlineData("收到申请900件,调解了结120件、占比20.0%,依法纠错90件、纠错率15.0%。", "implied-whole")]
    [InlineData("应诉案件80件,负责人出庭52件,出庭率100%。", "ratio-other-whole")]
    [InlineData("发放救助金120万元,救助困难群众400人,人均3500元。", "average-mismatch")]
    public void Check_ArithmeticThatNeedsAnotherReading_IsOnlyAQuestion(string text, string code)
    {
        var result = ReportChecker.Check(text);
        result.Findings.ShouldAllBe(f => f.Level == FindingLevel.Question);
        result.Findings.ShouldContain(f => f.Code == code, Show(result));
    }

    [Theory]
    [InlineData("受理公证申请9800件,其中涉农申请412件、涉侨申请36件。")]
    [InlineData("审结案件620万件。其中刑事30.2万件、民商事410.5万件、行政12.3万件、执行150.1万件。")]
    [InlineData("全年接待来访20余人次,发放资料300余份,开展活动15场。")]
    public void Check_ListThatNeedNotBeComplete_IsNoError(string text) =>
        ReportChecker.Check(text).Findings.ShouldAllBe(f => f.Level == FindingLevel.Question);

    [Theory]
    [InlineData("全年登记72件(上年90件),下降20.0%。", "YearOnYear Holds 20.0=72+90")]
    [InlineData("全年登记72件(上年90件)、办结70件,登记数降20.0%。", "YearOnYear Holds 20.0=72+90")]
    [InlineData("全年来信3300件,较上年净增300件,增幅10.00%。", "YearOnYear Holds 10.00=3300+300")]
    [InlineData("旧案还有250件,减少750件,下降75.0%。", "YearOnYear Holds 75.0=250+750")]
    [InlineData("来访5.2万件,比去年6.5万件减少1.3万件。", "Difference Holds 1.3万=5.2万+6.5万")]
    [InlineData("出庭率由41.5%提高到57.0%,提高15.5个百分点。", "PercentagePoints Holds 15.5=57.0+41.5")]
    [InlineData("3月受理来电3100个,日均受理100个。", "Average Holds 100=3100")]
    [InlineData("咨询占60.5%、求助占25.1%、投诉占10.2%、其他占4.2%。", "PercentSum Holds 60.5=25.1+10.2+4.2")]
    [InlineData("欠薪120宗、工伤80宗、社保50宗三类相加占全部500宗的50%。", "")]
    [InlineData("上年受理500宗。本年受理500宗,其中欠薪120宗、工伤80宗,两类相加占40%。", "Ratio Holds 40=120+80+500")]
    public void Check_ComparisonsThatAgree_HoldAndFindNothing(string text, string relation)
    {
        var result = ReportChecker.Check(text);
        Show(result).ShouldContain(relation);
        result.Findings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("收案204 000件(不含上年旧存18 500件),比上年下降2.0%。", 204000)]
    [InlineData("新批项目20个(其中重大项目4个),同比增长25%。", 20)]
    public void Check_ChangeBehindBrackets_BelongsToTheAmountBeforeThem(string text, decimal amount)
    {
        var result = ReportChecker.Check(text);
        var change = result.Relations.Single(r => r.Type == RelationType.YearOnYear);
        result.Figures[change.Members[1]].Value.ShouldBe(amount);
    }

    [Fact]
    public void Check_Table_AddsUpRowsAndColumnsAndFindsTheWrongTotal()
    {
        const string table = "类型 | 受理(件) | 办结(件) | 合计\n处罚 | 30 | 25 | 55\n公开 | 20 | 18 | 38\n合计 | 50 | 44 | 93\n";
        var result = ReportChecker.Check(table);
        result.Figures.Select(f => f.Value).ShouldBe([30, 25, 55, 20, 18, 38, 50, 44, 93]);
        result.Figures[0].Subject.ShouldBe("处罚受理(件)");
        var errors = result.Findings.Where(f => f.Level == FindingLevel.Error).ToList();
        errors.ShouldHaveSingleItem().Message.ShouldContain("25 + 18 = 43");
    }

    [Fact]
    public void Check_AgainstLastYearsReport_ComparesGrowthWithWhatWasStatedThen()
    {
        var options = new CheckOptions { PreviousText = "全市新收行政复议案件100件。" };
        ReportChecker.Check("全市新收行政复议案件140件,同比增长40%。", options).Findings.ShouldBeEmpty();
        var question = ReportChecker.Check("全市新收行政复议案件140件,同比增长30%。", options).Findings.ShouldHaveSingleItem();
        question.Code.ShouldBe(FindingCodes.LastYearGrowth);
        question.Message.ShouldContain("100件");
    }

    [Theory]
    [InlineData("受理案件246件,其中刑事168件、民事87件。", "相邻两位颠倒")]
    [InlineData("办理公证12件、仲裁15件、司法鉴定9万件、法律援助21件。", "多写“万”")]
    [InlineData("开展宣传活动3.2次。", "漏写“万”")]
    public void Check_LikelySlip_IsNamed(string text, string hint) =>
        ReportChecker.Check(text).Findings.ShouldContain(f => f.Message.Contains(hint));

    [Fact]
    public void Check_MissingAmountStandsInTheSentenceBefore_TheMessageSaysSo()
    {
        var result = ReportChecker.Check("对规范性文件共计95件进行清理,因机构调整,废止7件。目前共保留60件,废止25件,修改3件。");
        var error = result.Findings.First(f => f.Level == FindingLevel.Error);
        error.Message.ShouldContain("60 + 25 + 3 = 88");
        error.Message.ShouldContain("恰好等于");
    }

    private static string Show(CheckResult result) =>
        string.Join(
            '\n',
            result.Relations.Select(r =>
                $"{r.Type} {r.Verdict} {result.Figures[r.Members[0]].Text}={string.Join('+', r.Members.Skip(1).Select(m => result.Figures[m].Text))}"
            )
        );
}
