using Fazhang.Core.Definitions;
using Fazhang.Core.Reports;
using Shouldly;

namespace Fazhang.Tests.Reports;

/// <summary>A place's own part of a report: units, named numbers, words in place of or behind the common ones.</summary>
public sealed class LocalReportTests
{
    private const string Template = "# 报告\n\n{#cases}新收{reconsideration.case.received}。\n\n{#plan}继续努力。";

    private readonly SampleFigures figures = new();

    [Theory]
    [InlineData("Q3", 7, 9, "Q3")]
    [InlineData("H2", 7, 12, "H2")]
    [InlineData("09", 9, 9, "09")]
    [InlineData("01..09", 1, 9, "01..09")]
    public void MonthSpan_Written_IsReadAndWrittenAgain(string text, int from, int to, string again)
    {
        var span = MonthSpan.Parse(text).ShouldNotBeNull();

        (span.From, span.To, span.ToString()).ShouldBe((from, to, again));
        span.Of(2024).From.ShouldBe(202400 + from);
    }

    [Theory]
    [InlineData("Q5")]
    [InlineData("9")]
    [InlineData("13")]
    [InlineData("09..01")]
    [InlineData("2024-01")]
    public void MonthSpan_OfNothing_IsNone(string text) => MonthSpan.Parse(text).ShouldBeNull();

    [Theory]
    [InlineData("{reconsideration.case.received unit=县区}", "没有名为“县区”的单位,可用:本级")]
    [InlineData("{reconsideration.case.received period=Q9}", "看不懂期间“Q9”")]
    [InlineData("{reconsideration.case.received 本级}", "看不懂“本级”")]
    [InlineData("{reconsideration.case.mediated by=court}", "没有分类(by)")]
    [InlineData("{reconsideration.case.closed by=mediatd}", "是不是“mediated”?")]
    [InlineData("{fact.target}", "统一的模板不用")]
    public void Template_WithAWrongReference_SaysWhatWouldBeRight(string reference, string message) =>
        ReportTemplate
            .Parse($"# 报告\n\n[[{reference}]]。", AnnualReport.Terms(Repository.Catalogue))
            .Errors.ShouldHaveSingleItem()
            .Message.ShouldContain(message);

    [Fact]
    public void Into_InsteadAndAfter_StandWhereTheyBelong()
    {
        var local = Read(
            """
            year: 2024
            facts: {average: {title: 全省平均, value: "15", unit: "%", source: 省厅通报}}
            paragraphs:
              cases: {after: "比全省平均{fact.average}高{reconsideration.case.corrected}。"}
              plan: {instead: "第一段。\n\n### 小标题\n\n第二段，目标{fact.average|value}。"}
            note: 仅供演示
            """,
            out var problems
        );
        problems.ShouldBeEmpty();

        var document = ReportComposer.Compose(local!.Into(figures.Read(Template)), SampleFigures.Variables, figures.Source);

        ReportText
            .Of(document)
            .Text.ShouldBe(
                "报告\n新收1516件。\n比全省平均15%高171件。\n第一段。\n（一）小标题\n第二段，目标15。\n（仅供演示）\n"
            );
        document.Facts.Select(fact => fact.Fact.Source).ShouldBe(["省厅通报", "省厅通报"]);
    }

    [Theory]
    [InlineData("paragraphs: {case: {after: 文字。}}", "是不是“cases”？")]
    [InlineData("paragraphs: {cases: {}}", "要写 instead（代替）或 after")]
    [InlineData("paragraphs: {cases: {after: \"{fact.none}\"}}", "没有名为“none”的叙述数字")]
    [InlineData("paragraphs: {cases: {after: \"# 标题\"}}", "只能是段落")]
    [InlineData("paragraphs: {cases: {after: \"第一行。\\n\\n{reconsideration.case.recieved}。\"}}", "第 3 行第 1 列")]
    [InlineData("facts: {target: {title: 目标, value: 很多, source: 计划}}", "没有数字")]
    [InlineData("facts: {target: {title: 目标, value: '3'}}", "缺少“source”")]
    [InlineData("facts: {目标: {title: 目标, value: '3', source: 计划}}", "小写英文字母")]
    [InlineData("note: \"第一段。\\n\\n第二段。\"", "只能是一段")]
    [InlineData("unit: {}", "是不是“units”？")]
    public void Read_WithAMistake_NamesItAndTheRemedy(string text, string message)
    {
        Read("year: 2024\n" + text, out var problems);

        problems.ShouldContain(problem => problem.Message.Contains(message), string.Join('\n', problems));
    }

    [Fact]
    public void Audit_NumbersOfFacts_AreNotWithoutSource()
    {
        var local = Read(
            """
            year: 2024
            facts: {average: {title: 全省平均, value: "15", unit: "%", source: 省厅通报}}
            paragraphs: {cases: {after: "纠错率比全省平均{fact.average}高。另有培训12场次。"}}
            """,
            out _
        );
        var document = ReportComposer.Compose(local!.Into(figures.Read(Template)), SampleFigures.Variables, figures.Source);

        var audit = ReportAudit.Run(document, figures.Source, text => Fazhang.Verify.ReportChecker.Check(text));

        audit.Facts.ShouldHaveSingleItem().Inline.Text.ShouldBe("15%");
        audit.Narrative.ShouldHaveSingleItem().Figure.Value.ShouldBe(12);
    }

    [Fact]
    public void Audit_DigitTypedInFrontOfAFigure_IsANumberWithoutSource()
    {
        var document = figures.Compose("# 报告\n\n新收9{reconsideration.case.received}。");

        var audit = ReportAudit.Run(document, figures.Source, text => Fazhang.Verify.ReportChecker.Check(text));

        audit.Narrative.ShouldHaveSingleItem().Figure.Value.ShouldBe(91516);
    }

    [Theory]
    [InlineData(1_813_000, "件", "181.3万件")]
    [InlineData(161_160, "件", "161160件")]
    [InlineData(91_596, "人次", "91596人次")]
    [InlineData(1_036_700, "元", "103.67万元")]
    [InlineData(13_004_567, "元", "1300.46万元")]
    [InlineData(560_000_000, "元", "5.6亿元")]
    [InlineData(8_000, "元", "8000元")]
    [InlineData(2_000_000, "人", "200万人")]
    public void Short_Number_LosesNothingButFractionsOfMoney(int value, string unit, string text) =>
        FigureText
            .Of(figures.Source("aid.case.closed")! with { Unit = unit, Value = value }, new FigureFormat(FigureStyle.Short))!
            .Text.ShouldBe(text);

    [Fact]
    public void Sentences_OfTheAnnualReport_LeaveNothingOut()
    {
        var text = ReportText.Of(figures.Compose());

        var sentences = Sentence.Of(text);

        string.Concat(sentences.Select(sentence => sentence.Text)).ShouldBe(text.Text.Replace("\n", ""));
        sentences
            .SelectMany(sentence => sentence.Spans)
            .Count(span => span.Inline is FigureRef)
            .ShouldBe(figures.Compose().Figures.Count());
        foreach (var sentence in sentences)
        foreach (var span in sentence.Spans.Where(span => span.Inline is FigureRef))
            sentence.Text.ShouldContain(span.Inline.Text);
    }

    private LocalReport? Read(string yaml, out List<DefinitionProblem> problems)
    {
        problems = [];
        var node = YamlTree.Read("report.yaml", yaml, problems).ShouldNotBeNull();
        return new LocalReportReader(figures.Read(Template), AnnualReport.Terms(Repository.Catalogue), problems).Read(node);
    }
}
