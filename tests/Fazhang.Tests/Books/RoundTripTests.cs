using Fazhang.Core.Demo.Compare;
using Fazhang.Core.Figures;
using Fazhang.Core.Records;
using Fazhang.Core.Reports;
using Fazhang.Verify;
using Shouldly;
using Origin = Fazhang.Core.Demo.Compare.FigureSource;

namespace Fazhang.Tests.Books;

/// <summary>
/// For each demonstration city: the report is composed from its books, read back by the checker as anybody's report would be, and
/// every number in it leads to an account or to a named fact.
/// </summary>
public sealed class RoundTripTests(PlaceBooks places) : IClassFixture<PlaceBooks>
{
    /// <summary>Of the published figures of all cities together, so many at least come from records or returns.</summary>
    private const int FewestLive = 350;

    public static TheoryData<string> Places => [.. PlaceBooks.All];

    [Theory]
    [MemberData(nameof(Places))]
    public void Figures_OfACity_AreThoseItPublished(string place)
    {
        var compared = new PlaceComparer(places.Of(place)).Compare(PlaceBooks.Published(place));

        compared.ShouldNotBeEmpty();
        foreach (var one in compared.Where(one => one.Figure.Source != Origin.Narrative))
        {
            one.Agrees.ShouldBeTrue($"{one.Figure.Id} {one.Figure.Indicator}: {one.Live}, printed {one.Figure.Printed}");
            if (one.Live != 0)
                one.Count.ShouldBeGreaterThan(0, one.Figure.Id);
        }
    }

    [Fact]
    public void Figures_OfAllCities_AlmostAllComeFromRecordsOrReturns() =>
        PlaceBooks
            .All.SelectMany(PlaceBooks.Published)
            .Count(figure => figure.Source != Origin.Narrative)
            .ShouldBeGreaterThanOrEqualTo(FewestLive);

    [Theory]
    [MemberData(nameof(Places))]
    public void Balance_OfACity_HasNoDifference(string place)
    {
        var balance = new TrialBalance(places.Of(place)).Compare();

        balance.Records.ShouldBeGreaterThan(10_000);
        balance.Differences.ShouldBeEmpty();
    }

    /// <summary>A new clock of a register that the demonstration does not keep would drown what is really late.</summary>
    [Theory]
    [MemberData(nameof(Places))]
    public void Deadlines_OfACity_AreThoseOfAWorkingBureau(string place)
    {
        var books = places.Of(place);

        var due = new DeadlineBoard(books).Read(Core.Access.Actor.System("检查"), books.Catalogue.Registers.Values);

        var totals = DeadlineTotals.Of(due);
        totals.Overdue.ShouldBeInRange(1, 30, "something is late everywhere, and little of it");
        (totals.Today + totals.Soon + totals.Later).ShouldBeGreaterThan(10 * totals.Overdue);
        due.Where(row => row.Overdue > 8).Select(row => $"{row.Register.Key} {row.Overdue}").ShouldBeEmpty();
        due.Count.ShouldBeGreaterThan(20, "clocks run in many registers");
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void Report_OfACity_ReadBackByTheChecker_HoldsAndLeadsToItsRecords(string place)
    {
        var books = places.Of(place);
        var year = books.Clock.Today.Year;

        var draft = new AnnualReport(books).Draft(year, books.Units.Root!.Id, withBacking: true);

        var audit = draft.Audit;
        audit.Missing.ShouldBeEmpty();
        audit.Differences.Select(difference => difference.Message).ShouldBeEmpty();
        audit
            .Findings.Where(located => located.Finding.Level == FindingLevel.Error)
            .Select(located => located.Finding.Message)
            .ShouldBeEmpty();
        audit.Narrative.Select(number => number.Figure.Text).ShouldBeEmpty("every number is a figure or a named fact");
        audit.IsReady.ShouldBeTrue();
        draft
            .Document.Blocks.OfType<Paragraph>()
            .Select(paragraph => paragraph.Text)
            .Where(text => text.Length < 10)
            .ShouldBeEmpty("no words are left alone where the figures vanished");
        foreach (var figure in draft.Document.Figures)
            if (figure.Printed!.Value != 0)
                draft.Backing[figure].Sum(one => one.Count).ShouldBeGreaterThan(0, $"{figure.Reference} {figure.Text}");
        NotSaid(books, place, draft.Document).ShouldBeEmpty("the report says every published figure that the books produce");
    }

    /// <summary>The published figures that the books give as they were printed, and that the report does not say.</summary>
    private static IEnumerable<string> NotSaid(Core.Storage.Books books, string place, ReportDocument report) =>
        new PlaceComparer(books)
            .Compare(PlaceBooks.Published(place))
            .Where(one => one.Figure.Source == Origin.Narrative || (one.Agrees && one.Live != 0))
            .Where(one => !Says(report, one.Figure))
            .Select(one => $"{one.Figure.Id} {one.Figure.Indicator} {one.Figure.Printed}");

    private static bool Says(ReportDocument report, PlaceFigure figure) =>
        figure.Source == Origin.Narrative
            ? report.Facts.Any(fact => decimal.TryParse(fact.Fact.Value, out var value) && figure.Agrees(value))
            : report.Figures.Any(printed =>
                printed.Key == figure.Indicator
                && (printed.Format.ComparesYears && !printed.Figure.IsGrowth) == (figure.Aspect != FigureAspect.Value)
                && figure.Agrees(printed.Printed!.Value)
            );
}
