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
    [InlineData("调解员1.9万人,分布在企业3402人、乡镇3542人、村12095人。", "Sum Holds 1.9万=3402+3542+12095")]
    [InlineData("受理申请500件,办结485件,办结率97%。", "Ratio Holds 97=485+500")]
    [InlineData("受理申请151件,涉及县直部门140件,占92.71%。", "Ratio Holds 92.71=140+151")]
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
    public void Check_ArithmeticThatCannotBeRight_IsAnError(string text, string code)
    {
        var result = ReportChecker.Check(text);
        result.Findings.ShouldContain(f => f.Level == FindingLevel.Error && f.Code == code, Show(result));
    }

    [Theory]
    [InlineData("新收复议案件900件,经调解结案120件、占比20.0%,直接纠错90件、纠错率15.0%。", "implied-whole")]
    [InlineData("应诉案件90件,负责人出庭60件,出庭率100%。", "ratio-other-whole")]
    public void Check_ArithmeticThatNeedsAnotherReading_IsOnlyAQuestion(string text, string code)
    {
        var result = ReportChecker.Check(text);
        result.Findings.ShouldAllBe(f => f.Level == FindingLevel.Question);
        result.Findings.ShouldContain(f => f.Code == code, Show(result));
    }

    [Theory]
    [InlineData("办理法律援助案件11091件,其中农民工维权案件574件、涉军维权案件35件。")]
    [InlineData("审结案件851万件。其中刑事41.2万件、民商事504.8万件、行政17.9万件、执行265.7万件。")]
    [InlineData("全年接待来访20余人次,发放资料300余份,开展活动15场。")]
    public void Check_ListThatNeedNotBeComplete_IsNoError(string text) =>
        ReportChecker.Check(text).Findings.ShouldAllBe(f => f.Level == FindingLevel.Question);

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
