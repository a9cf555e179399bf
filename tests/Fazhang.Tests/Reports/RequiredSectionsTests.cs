using Fazhang.Core.Reports;
using Shouldly;
using Xunit;

namespace Fazhang.Tests.Reports;

public sealed class RequiredSectionsTests
{
    private const string Complete =
        "# 报告\n\n## 主要举措和成效\n\n甲。\n\n## 存在的不足和原因\n\n乙。主要原因是丙。\n\n"
        + "## 党政主要负责人履行第一责任人职责情况\n\n丁。\n\n## 下一步打算\n\n戊。\n\n## 其他需要报告的情况\n\n无。\n";

    private readonly SampleFigures figures = new();

    private IReadOnlyList<MissingSection> Check(string template) => RequiredSections.Check(figures.Compose(template));

    [Fact]
    public void Check_CompleteReport_FindsNothing() => Check(Complete).ShouldBeEmpty();

    [Fact]
    public void Check_AnnualTemplate_FindsNothing() => Check(SampleFigures.Template).ShouldBeEmpty();

    [Theory]
    [InlineData("主要举措和成效", 1)]
    [InlineData("存在的不足和原因", 2)]
    [InlineData("党政主要负责人履行第一责任人职责情况", 3)]
    [InlineData("下一步打算", 4)]
    [InlineData("其他需要报告的情况", 5)]
    public void Check_HeadingOfOnePartMissing_NamesThePartAndTheRule(string heading, int part)
    {
        var missing = Check(Complete.Replace($"## {heading}", "## 附带说明")).ShouldHaveSingleItem();

        missing.Part.ShouldBe(part);
        missing.Block.ShouldBeNull();
        missing.Todo.ShouldContain($"五项内容之{"一二三四五"[part - 1]}");
    }

    [Fact]
    public void Check_HeadingWithoutText_AsksForTheText()
    {
        var missing = Check(Complete.Replace("戊。\n\n", "")).ShouldHaveSingleItem();

        missing.Part.ShouldBe(4);
        missing.Block.ShouldNotBeNull();
        missing.Todo.ShouldContain("没有内容");
    }

    [Fact]
    public void Check_ShortcomingsWithoutReasons_AsksForTheReasons() =>
        Check(Complete.Replace("主要原因是丙", "还有丙")).ShouldHaveSingleItem().Todo.ShouldContain("没有写原因");

    [Fact]
    public void Check_OneHeadingForTwoParts_CountsForBoth() =>
        Check(Complete.Replace("## 存在的不足和原因", "## 存在的问题、原因和下一步打算").Replace("## 下一步打算\n\n戊。\n\n", ""))
            .ShouldBeEmpty();
}
