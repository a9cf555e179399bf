using System.Data.Common;
using Fazhang.Core.Definitions;
using Fazhang.Core.Storage;
using Fazhang.Core.Units;

namespace Fazhang.Core.Figures;

/// <summary>
/// Which balances some indicators need: the months of the years wanted, what stocks held before them (as month 0), and of
/// figures with two sources what each source says where it speaks.
/// </summary>
internal sealed class FigurePlan
{
    private readonly Books books;
    private readonly Dictionary<long, List<string>> series = [];
    private readonly List<long> plain = [];
    private readonly List<long> stocks = [];
    private readonly List<(string Register, List<long> Records, List<long> Returns)> sources = [];

    public FigurePlan(Books books, IReadOnlyList<IndicatorDefinition> indicators, bool categories)
    {
        this.books = books;
        foreach (var indicator in indicators.Where(indicator => indicator.IsPosted))
        foreach (var key in Keys(indicator, categories))
        {
            var id = books.IndicatorIds[key];
            Name(id, key);
            plain.Add(id);
            if (indicator.Kind == IndicatorKind.Stock)
                stocks.Add(id);
        }
        foreach (
            var register in indicators
                .Where(indicator => indicator.Sources is not null)
                .GroupBy(indicator => books.Catalogue.Of(indicator.Sources!.Records).Register!, StringComparer.Ordinal)
        )
            AddSources(register.Key, [.. register]);
    }

    /// <summary>The series a row's id stands for.</summary>
    public IReadOnlyList<string> SeriesOf(long id) => series[id];

    /// <summary>The balances of a unit with everything below it. The connection should hold a snapshot.</summary>
    public IEnumerable<Balance> Read(DbConnection connection, Unit unit, int first, int last)
    {
        if (plain.Count > 0)
            foreach (var row in Cells.Months(connection, unit, first, last, plain))
                yield return row;
        foreach (var row in Cells.Before(connection, unit, first, stocks))
            yield return row;
        foreach (var (register, records, returns) in sources)
        {
            var speaks = books.Keeping.RecordsSpeakForCell(register);
            // Negative ids: a source's own figure may be read beside the one it speaks in.
            foreach (var row in Cells.Spoken(connection, unit, first, last, records, returns, speaks))
                yield return row with
                {
                    Indicator = -row.Indicator,
                };
        }
    }

    private IEnumerable<string> Keys(IndicatorDefinition indicator, bool categories)
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

    private void AddSources(string register, IReadOnlyList<IndicatorDefinition> indicators)
    {
        var (records, returns) = (new List<long>(), new List<long>());
        foreach (var indicator in indicators)
        {
            records.Add(books.IndicatorIds[indicator.Sources!.Records]);
            returns.Add(books.IndicatorIds[indicator.Sources.Returns]);
            Name(-records[^1], indicator.Series);
            Name(-returns[^1], indicator.Series);
        }
        sources.Add((register, records, returns));
    }

    private void Name(long id, string key)
    {
        if (!series.TryGetValue(id, out var own))
            series[id] = own = [];
        own.Add(key);
    }
}
