using Fazhang.Core.Definitions;
using Fazhang.Core.Demo;
using Fazhang.Core.Demo.Compare;
using Fazhang.Core.Reports;
using Fazhang.Verify;
using Shouldly;
using Origin = Fazhang.Core.Demo.Compare.FigureSource;

namespace Fazhang.Tests.Books;

/// <summary>
/// For each demonstration city: the report is composed from its books, read back by the checker as anybody's report would be, and
/// every number in it leads to an account or to a named fact.
/// </summary>
public sealed class RoundTripTests
{
    public static TheoryData<string> Places =>
        [
            .. Directory
                .EnumerateDirectories(Path.Combine(Repository.Definitions, "demo"))
                .Where(path => File.Exists(Path.Combine(path, "place.yaml")))
                .Select(path => Path.GetFileName(path))
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Places))]
    public void Report_OfACity_ReadBackByTheChecker_HoldsAndLeadsToItsRecords(string place)
    {
        using var test = new TestBooks(withUnits: false);
        new DemoLoader(test.Books, test.Directory).Run(place, TestContext.Current.CancellationToken);
        var year = test.Books.Clock.Today.Year;

        var draft = new AnnualReport(test.Books).Draft(year, test.Books.Units.Root!.Id, withBacking: true);

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
        NotSaid(test.Books, place, draft.Document).ShouldBeEmpty("the report says every published figure that the books produce");
    }

    /// <summary>The published figures that the books give as they were printed, and that the report does not say.</summary>
    private static IEnumerable<string> NotSaid(Core.Storage.Books books, string place, ReportDocument report)
    {
        var problems = new List<DefinitionProblem>();
        var directory = Path.Combine(Repository.Definitions, "demo", place);
        var head = DemoPlace.Load(directory, Repository.Catalogue, problems);
        var published = PlaceFigureReader.Read(directory, head, Repository.Catalogue, problems);
        problems.ShouldBeEmpty();
        return new PlaceComparer(books)
            .Compare(published)
            .Where(one => one.Figure.Source == Origin.Narrative || (one.Agrees && one.Live != 0))
            .Where(one => !Says(report, one.Figure))
            .Select(one => $"{one.Figure.Id} {one.Figure.Indicator} {one.Figure.Printed}");
    }

    private static bool Says(ReportDocument report, PlaceFigure figure) =>
        figure.Source == Origin.Narrative
            ? report.Facts.Any(fact => decimal.TryParse(fact.Fact.Value, out var value) && figure.Agrees(value))
            : report.Figures.Any(printed =>
                printed.Key == figure.Indicator
                && (printed.Format.ComparesYears && !printed.Figure.IsGrowth) == (figure.Aspect != FigureAspect.Value)
                && figure.Agrees(printed.Printed!.Value)
            );
}
