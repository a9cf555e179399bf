using System.Globalization;
using Fazhang.Core.Reports;
using Fazhang.Tests.Lines;
using Fazhang.Verify;
using Shouldly;

namespace Fazhang.Tests.Reports;

/// <summary>
/// The common wording filled with the values that five real places published, where much of the rest is missing: sentences stay
/// whole and the checker, reading them, finds no error. No books are needed.
/// </summary>
public sealed class PublishedValuesTests
{
    public static TheoryData<string> Places => [.. Rows().Select(row => row[1]).Distinct().Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Places))]
    public void Report_OfThePublishedValues_ReadsWellAndHasNoErrors(string place)
    {
        var values = Rows()
            .Where(row => row[1] == place && row[5] != "narrative")
            .GroupBy(row => row[2])
            .ToDictionary(group => group.Key, group => decimal.Parse(group.First()[3], CultureInfo.InvariantCulture));
        ReportFigure? Find(FigureReference reference) =>
            Repository.Catalogue.Find(reference.Key) is { } indicator
                ? ReportFigure.Of(
                    indicator,
                    reference.Unit is null && values.TryGetValue(reference.Key, out var value) ? value : null,
                    null
                )
                : null;
        var template = ReportTemplate.Parse(SampleFigures.Template, AnnualReport.Terms(Repository.Catalogue)).Template!;

        var document = ReportComposer.Compose(template, SampleFigures.Variables, Find);

        var audit = ReportAudit.Run(document, Find, text => ReportChecker.Check(text));
        audit
            .Findings.Where(located => located.Finding.Level == FindingLevel.Error)
            .Select(located => located.Finding.Message)
            .ShouldBeEmpty();
        audit.Narrative.Select(number => number.Figure.Text).ShouldBeEmpty();
        GoldenFile.ShouldMatch(
            $"published-{place}.md",
            MarkdownReport.Write(document)
                + "\n<!-- 核验的疑问\n"
                + string.Concat(audit.Findings.Select(located => located.Finding.Message + "\n"))
                + "-->\n"
        );
        foreach (var paragraph in document.Blocks.OfType<Paragraph>())
            paragraph.Text.ShouldNotMatch("[，、；：。][，、；。]|^[，、；：。]|[，、；：]$|（）|[^0-9.]0[^0-9.]");
    }

    private static IEnumerable<string[]> Rows() =>
        FigureTableTests.Tables.SelectMany(table => FigureTableTests.Rows(table.Data).Skip(1));
}
