using Fazhang.Core.Demo;
using Fazhang.Core.Reports;
using Fazhang.Verify;
using Shouldly;

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
        draft.Document.Figures.Count().ShouldBeGreaterThan(20);
        foreach (var figure in draft.Document.Figures)
            if (figure.Printed!.Value != 0)
                draft.Backing[figure].Sum(one => one.Count).ShouldBeGreaterThan(0, $"{figure.Reference} {figure.Text}");
    }
}
