using Fazhang.Verify.Relations;

namespace Fazhang.Verify;

/// <summary>One metric as several reports of one unit state it.</summary>
public sealed record ComparedMetric
{
    /// <summary>What is counted, in the words of the first report that names it.</summary>
    public required string Subject { get; init; }

    /// <summary>The unit of measure all of them use.</summary>
    public required string Unit { get; init; }

    /// <summary>The figure of each report in the order given; null where a report does not name it.</summary>
    public required IReadOnlyList<Figure?> Figures { get; init; }
}

/// <summary>Puts the reports of several years side by side: the metrics that at least two of them name.</summary>
public static class ReportComparison
{
    private const int ShortestSubject = 4;

    /// <summary>
    /// Metrics in the order of the first report. A metric is matched by what is counted (without year and area words) and
    /// its unit; one that a report states more than once is left out, because nobody knows which is meant.
    /// </summary>
    public static IReadOnlyList<ComparedMetric> Of(IReadOnlyList<CheckResult> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        var byReport = results.Select(Unique).ToList();
        var keys = byReport.SelectMany(figures => figures.Keys).Distinct();
        return
        [
            .. keys.Select(key => byReport.Select(figures => figures.GetValueOrDefault(key)).ToList())
                .Where(figures => figures.Count(figure => figure is not null) > 1)
                .Select(figures => new ComparedMetric
                {
                    Subject = figures.First(figure => figure is not null)!.Subject,
                    Unit = figures.First(figure => figure is not null)!.Unit,
                    Figures = figures,
                }),
        ];
    }

    private static Dictionary<(string, string), Figure> Unique(CheckResult result) =>
        result
            .Figures.Where(figure => figure.Subject.Length >= ShortestSubject)
            .GroupBy(figure => (PreviousFinder.Key(figure.Subject), figure.Unit))
            .Where(group => group.Count() == 1)
            .ToDictionary(group => group.Key, group => group.Single());
}
