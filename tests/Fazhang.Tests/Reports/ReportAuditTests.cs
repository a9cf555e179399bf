using Fazhang.Core.Reports;
using Fazhang.Verify;
using Shouldly;
using Xunit;

namespace Fazhang.Tests.Reports;

public sealed class ReportAuditTests
{
    private readonly SampleFigures figures = new();

    private static ReportAudit Audit(ReportDocument document, SampleFigures books) =>
        ReportAudit.Run(document, books.Source, text => ReportChecker.Check(text));

    [Fact]
    public void Run_AnnualReportOfFiguresThatAgree_HasNothingToSayAndIsReady()
    {
        var audit = Audit(figures.Compose(), figures);

        audit.Findings.Select(located => located.Finding.Message).ShouldBeEmpty();
        audit.Differences.ShouldBeEmpty();
        audit.Missing.ShouldBeEmpty();
        audit.Narrative.Select(number => number.Figure.Text).ShouldBeEmpty();
        audit.FromBooks.ShouldBe(figures.Compose().Figures.Count());
        audit.IsReady.ShouldBeTrue();
    }

    [Fact]
    public void Run_AnnualReport_RecomputesTheRatesFromTheSentencesAroundThem() =>
        Audit(figures.Compose(), figures)
            .Check.Relations.Where(relation => relation.Type == RelationType.Ratio)
            .Select(relation => relation.Verdict)
            .ShouldBe([Verdict.Holds, Verdict.Holds, Verdict.Holds]);

    [Fact]
    public void Run_RateThatIsNotItsTwoFigures_IsADifference()
    {
        figures.With("reconsideration.case.mediation_rate", 91.3m);

        var audit = Audit(figures.Compose(), figures);

        audit.Differences.ShouldHaveSingleItem().Message.ShouldStartWith("“调解和解率”应为182 ÷ 944 = 19.3%,账上却是91.3%");
        audit.IsReady.ShouldBeFalse();
    }

    [Fact]
    public void Run_PartLargerThanItsWhole_IsAnErrorAtItsParagraph()
    {
        figures.With("aid.case.civil", 13020);
        var document = figures.Compose();

        var audit = Audit(document, figures);

        var error = audit.Findings.First(located => located.Finding.Level == FindingLevel.Error);
        document.Blocks[error.Block!.Value].Text.ShouldContain("民事案件13020件");
        error.Places.Select(place => place.Inline).OfType<FigureRef>().ShouldNotBeEmpty();
        audit.IsReady.ShouldBeFalse();
    }

    [Fact]
    public void Run_PartsSmallerThanTheirWhole_AreAQuestionAndDoNotStandInTheWay()
    {
        figures.With("aid.case.civil", 1202);

        var audit = Audit(figures.Compose(), figures);

        audit.Findings.ShouldHaveSingleItem().Finding.Level.ShouldBe(FindingLevel.Question);
        audit.IsReady.ShouldBeTrue();
    }

    [Fact]
    public void Run_FigureChangedInTheBooksAfterComposing_IsADifference()
    {
        var document = figures.Compose();
        figures.With("document.normative.issued", 66);

        var audit = Audit(document, figures);

        var difference = audit.Differences.ShouldHaveSingleItem();
        difference.Message.ShouldBe("“制定文件”印作65件,账上现为66件,请重新生成报告");
        audit.IsReady.ShouldBeFalse();
    }

    [Fact]
    public void Run_FigureWithoutValue_IsADifferenceThatSaysWhatToDo()
    {
        figures.With("reconsideration.case.received", null);

        var audit = Audit(figures.Compose("# 报告\n\n新收{reconsideration.case.received}。"), figures);

        audit.Differences.ShouldHaveSingleItem().Message.ShouldContain("没有数字:请补报");
        audit.IsReady.ShouldBeFalse();
    }

    [Fact]
    public void Run_NumberTypedByHand_IsListedAsNarrative()
    {
        var template = SampleFigures.Template.Replace("坚持能调则调、有错必纠。", "全年开展行政复议培训12场次。");

        var audit = Audit(figures.Compose(template), figures);

        var typed = audit.Narrative.ShouldHaveSingleItem();
        typed.Figure.Value.ShouldBe(12);
        typed.Place.Inline.ShouldBeOfType<TextInline>();
        audit.IsReady.ShouldBeTrue();
    }

    [Fact]
    public void Run_ReportWithoutAPart_IsNotReady()
    {
        var template = SampleFigures.Template.Replace("## 其他需要报告的情况", "## 附带说明");

        var audit = Audit(figures.Compose(template), figures);

        audit.Missing.ShouldHaveSingleItem().Part.ShouldBe(5);
        audit.IsReady.ShouldBeFalse();
    }
}
