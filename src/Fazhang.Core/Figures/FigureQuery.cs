using System.Globalization;
using Fazhang.Core.Definitions;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Figures;

/// <summary>
/// The one statement that reads the balances of some indicators over a unit's subtree: the months of the years wanted, what
/// stocks held before them (as month 0), and of figures with two sources what each source says where it speaks.
/// </summary>
internal sealed class FigureQuery
{
    private readonly Dictionary<long, List<string>> series = [];

    public FigureQuery(Books books, IReadOnlyList<IndicatorDefinition> indicators, bool categories)
    {
        var stocks = new List<long>();
        foreach (var indicator in indicators.Where(indicator => indicator.IsPosted))
        foreach (var key in Keys(books, indicator, categories))
        {
            var id = books.IndicatorIds[key];
            Name(id, key);
            if (indicator.Kind == IndicatorKind.Stock)
                stocks.Add(id);
        }
        var parts = new List<string>();
        if (series.Count > 0)
            parts.Add(
                Part("c.indicator", "c.month", $"c.month BETWEEN @first AND @last AND c.indicator IN ({List(series.Keys)})")
            );
        if (stocks.Count > 0)
            parts.Add(Part("c.indicator", "0", $"c.month < @first AND c.indicator IN ({List(stocks)})"));
        parts.AddRange(
            indicators
                .Where(indicator => indicator.Sources is not null)
                .GroupBy(indicator => books.Catalogue.Of(indicator.Sources!.Records).Register!, StringComparer.Ordinal)
                .Select(register => Sources(books, register.Key, [.. register]))
        );
        Sql = parts.Count == 0 ? null : string.Join(" UNION ALL ", parts);
    }

    /// <summary>Rows (id, month, sum) with parameters left, right, first, last; null when there is nothing to read.</summary>
    public string? Sql { get; }

    /// <summary>The series a row's id stands for.</summary>
    public IReadOnlyList<string> SeriesOf(long id) => series[id];

    private static IEnumerable<string> Keys(Books books, IndicatorDefinition indicator, bool categories)
    {
        var own = new List<string> { indicator.Series };
        if (indicator.Kind == IndicatorKind.Average)
            own.Add(PostedSeries.Number(indicator.Series));
        return categories && indicator.By is not null
            ? own.Concat(
                own.SelectMany(key =>
                    PostedSeries.Codes(key, books.IndicatorIds.Keys).Select(code => PostedSeries.Category(key, code))
                )
            )
            : own;
    }

    /// <summary>Ids come back negative, so that a source's own figure can be read beside the one it speaks in.</summary>
    private string Sources(Books books, string register, IReadOnlyList<IndicatorDefinition> indicators)
    {
        var (records, returns) = (new List<long>(), new List<long>());
        foreach (var indicator in indicators)
        {
            records.Add(books.IndicatorIds[indicator.Sources!.Records]);
            returns.Add(books.IndicatorIds[indicator.Sources.Returns]);
            Name(-records[^1], indicator.Series);
            Name(-returns[^1], indicator.Series);
        }
        var speaks = books.Keeping.RecordsSpeakForCell(register);
        return Part(
            "-c.indicator",
            "c.month",
            "c.month BETWEEN @first AND @last AND "
                + $"((c.indicator IN ({List(records)}) AND ({speaks})) OR (c.indicator IN ({List(returns)}) AND NOT ({speaks})))"
        );
    }

    private void Name(long id, string key)
    {
        if (!series.TryGetValue(id, out var own))
            series[id] = own = [];
        own.Add(key);
    }

    private static string Part(string id, string month, string condition) =>
        $"SELECT {id}, {month}, CAST(SUM(c.value) AS BIGINT) FROM cell c JOIN unit u ON u.id = c.unit_id "
        + $"WHERE u.lft BETWEEN @left AND @right AND {condition} GROUP BY c.indicator{(month == "0" ? "" : ", c.month")}";

    private static string List(IEnumerable<long> ids) =>
        string.Join(',', ids.Select(id => id.ToString(CultureInfo.InvariantCulture)));
}
