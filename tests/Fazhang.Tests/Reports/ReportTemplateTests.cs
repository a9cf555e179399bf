using Fazhang.Core.Definitions;
using Fazhang.Core.Reports;
using Shouldly;
using Xunit;

namespace Fazhang.Tests.Reports;

public sealed class ReportTemplateTests
{
    private readonly SampleFigures figures = new();

    private TemplateError Error(string template)
    {
        var parse = ReportTemplate.Parse(template, figures.Source, figures.Keys);
        parse.Ok.ShouldBeFalse();
        return parse.Errors.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("受理{reconsideration.case.recieved}。", 3, 3, "是不是“reconsideration.case.received”")]
    [InlineData("受理{reconsideration.case.everything_new}。", 3, 3, "这个台账的指标有:reconsideration.case.accepted、")]
    [InlineData("受理{recon.received}。", 3, 3, "没有台账“recon”")]
    [InlineData("在{town}。", 3, 2, "place(地区)")]
    [InlineData("受理{reconsideration.case.received|percent}。", 3, 3, "可用:value")]
    [InlineData("受理{reconsideration.case.received|wan9}。", 3, 3, "没有“wan9”")]
    [InlineData("受理{reconsideration.case.received。", 3, 3, "补上“}”")]
    [InlineData("受理[[{reconsideration.case.received}。", 3, 3, "补上“]]”")]
    [InlineData("受理]]。", 3, 3, "多出一个“]]”")]
    [InlineData("受理}。", 3, 3, "多出一个“}”")]
    [InlineData("受理[[许多]]。", 3, 3, "没有数字引用")]
    [InlineData("新收{reconsideration.case.received}，{reconsideration.case.received|growth}。", 3, 35, "放进“[[ ]]”")]
    [InlineData("占{reconsideration.case.mediation_rate|wan}。", 3, 2, "不能再折算")]
    [InlineData("{year|wan}年。", 3, 1, "变量不能带写法")]
    [InlineData("- 第一项", 3, 1, "没有项目符号")]
    [InlineData("1. 第一项", 3, 1, "不手写序号")]
    [InlineData("## 一、主要举措", 3, 1, "序号由系统编排")]
    [InlineData("# 又一个标题", 3, 1, "标题只能有一个")]
    [InlineData("---\n\n{office}", 5, 1, "写两行")]
    [InlineData("| 项目 | 数量 |\n|---|---|\n| 新收 |", 5, 1, "这一行有1格,表头有2格")]
    [InlineData("| 项目 | 数量 |\n| 新收 | 1 |", 4, 1, "“|---|---|”")]
    public void Parse_TemplateWithAMistake_NamesPlaceAndRemedy(string body, int line, int column, string remedy)
    {
        var error = Error($"# 报告\n\n{body}");

        error.Message.ShouldContain(remedy);
        (error.Line, error.Column).ShouldBe((line, column));
    }

    [Theory]
    [InlineData("**重点**工作。", "“*”")]
    [InlineData("`代码`。", "“`”")]
    [InlineData("第一<br>第二。", "“<”")]
    public void Parse_MarkupInsideASentence_IsRefused(string body, string mark)
    {
        var parse = ReportTemplate.Parse($"# 报告\n\n{body}", figures.Source, figures.Keys);

        parse.Ok.ShouldBeFalse();
        parse.Errors.ShouldAllBe(error => error.Line == 3 && error.Message.Contains(mark));
    }

    [Fact]
    public void Parse_OptionalPartsNestedWithoutEnd_IsRefusedAndDoesNotExhaustTheStack()
    {
        var parse = ReportTemplate.Parse("# 报告\n\n" + new string('[', 200_000), figures.Source, figures.Keys);

        parse.Errors.ShouldContain(error => error.Message.Contains("最多套8层"));
    }

    [Fact]
    public void Parse_SeveralMistakes_ListsThemAllInOrder()
    {
        var parse = ReportTemplate.Parse("正文{a.b}。\n\n## 一、节\n\n又{c.d}及{year。", figures.Source, figures.Keys);

        parse.Errors.Select(error => (error.Line, error.Column)).ShouldBe([(1, 1), (1, 3), (3, 1), (5, 2), (5, 8)]);
        parse.Errors[0].ToString().ShouldBe("第1行第1列:模板要以标题开头,请在第一行写“# 报告标题”");
    }

    [Fact]
    public void Parse_MistakeBehindALineBreakAndAnIndent_KeepsItsOwnLineAndColumn()
    {
        var error = Error("# 报告\n\n　　第一行，\n　　第二行{x.y}。");

        (error.Line, error.Column).ShouldBe((4, 6));
    }

    [Fact]
    public void Parse_ParagraphOnSeveralLines_JoinsChineseWithoutBlanks() =>
        figures.Sentence("第一行，\n第二行。").ShouldBe("第一行，第二行。");

    [Fact]
    public void Parse_EscapedMarks_ArePrintedAsTheyAre() => figures.Sentence(@"\{year\}与\[[与\*。").ShouldBe("{year}与[[与*。");

    [Fact]
    public void Parse_AnnualTemplateAgainstTheDefinitions_HasNoMistakes()
    {
        var terms = AnnualReport.Terms(Repository.Catalogue);

        var parse = ReportTemplate.Parse(SampleFigures.Template, terms);

        parse.Errors.ShouldBeEmpty();
        foreach (var key in figures.Keys)
        {
            var defined = terms.Describe(new FigureReference(key)).ShouldNotBeNull(key);
            (figures.Source(key)!.Unit, figures.Source(key)!.IsRatio).ShouldBe((defined.Unit, defined.IsRatio), key);
        }
    }

    [Fact]
    public void Parse_AnnualTemplate_HasNoMistakesAndUsesEveryFigureOfTheSample()
    {
        var template = figures.Read(SampleFigures.Template);

        figures.Keys.ShouldBeSubsetOf(template.FigureKeys);
    }
}
