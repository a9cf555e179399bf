using System.Data.Common;
using Fazhang.Core.Definitions;
using Fazhang.Core.Storage;
using Fazhang.Core.Units;

namespace Fazhang.Core.Figures;

/// <summary>
/// Reads figures from the balances alone; the registers are not touched. One read brings all indicators of a year and
/// the year before, whatever the number of records behind them.
/// </summary>
public sealed class FigureReader(Books books)
{
    /// <summary>All figures of a unit (with everything below it) for a year and the year before it.</summary>
    public FigureBook Read(int year, long unitId) => books.Snapshot((connection, _) => Read(connection, year, unitId));

    /// <summary>As <see cref="Read(int, long)"/>, on a connection that may hold a snapshot.</summary>
    public FigureBook Read(DbConnection connection, int year, long unitId) => Read(connection, year, unitId, null);

    /// <param name="only">The indicators to read; null for all.</param>
    private FigureBook Read(DbConnection connection, int year, long unitId, IReadOnlyCollection<long>? only)
    {
        var unit = books.Units.Find(unitId) ?? throw new ArgumentException($"没有单位 {unitId}。", nameof(unitId));
        var first = (year - 1) * 100 + 1;
        var last = year * 100 + 12;
        var titles = books.IndicatorIds.ToDictionary(pair => pair.Value, pair => pair.Key);
        var months = new Dictionary<string, Dictionary<int, long>>(StringComparer.Ordinal);
        foreach (var row in Cells.Months(connection, unit, first, last, only))
            if (titles.TryGetValue(row.Indicator, out var key))
            {
                if (!months.TryGetValue(key, out var own))
                    months[key] = own = [];
                own[row.Month] = row.Value;
            }
        var opening = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var row in Opening(connection, unit, first))
            if (titles.TryGetValue(row.Indicator, out var key))
                opening[key] = row.Value;
        return new FigureBook(books.Catalogue, year, unitId, months, opening);
    }

    /// <summary>One indicator by the units directly below one, and by that unit itself, for a period and a year before.</summary>
    public IReadOnlyList<(Unit Unit, FigureValue Value, FigureValue Last)> ByUnit(
        IndicatorDefinition indicator,
        Unit unit,
        Period period
    ) =>
        books.Read(connection =>
        {
            // One of many children needs one indicator, not the whole book.
            string[] keys =
                indicator.Kind == IndicatorKind.Ratio ? [indicator.Numerator!, indicator.Denominator!] : [indicator.Key];
            var only = keys.Select(key => books.IndicatorIds[key]).ToList();
            return books
                .Units.Children(unit)
                .Select(child =>
                {
                    var book = Read(connection, period.To / 100, child.Id, only);
                    return (child, book.Value(indicator, period), book.Value(indicator, period.LastYear));
                })
                .ToList();
        });

    private IEnumerable<Balance> Opening(DbConnection connection, Unit unit, int first) =>
        Cells.Before(
            connection,
            unit,
            first,
            [
                .. books
                    .Catalogue.Indicators.Values.Where(indicator => indicator.Kind == IndicatorKind.Stock)
                    .Select(indicator => books.IndicatorIds[indicator.Key]),
            ]
        );
}

/// <summary>The figures of one unit for a year and the year before, held in memory.</summary>
public sealed class FigureBook(
    Catalogue catalogue,
    int year,
    long unitId,
    Dictionary<string, Dictionary<int, long>> months,
    Dictionary<string, long> opening
)
{
    public int ForYear => year;

    public long UnitId => unitId;

    /// <summary>
    /// The value for a period within the two years: for a stock the balance at the period's end, for a ratio percent
    /// points, else the sum of its months.
    /// </summary>
    public FigureValue Value(IndicatorDefinition indicator, Period period)
    {
        if (period.From / 100 < year - 1 || period.To / 100 > year)
            throw new ArgumentOutOfRangeException(nameof(period), $"这份数字只含 {year - 1} 和 {year} 年。");
        if (indicator.Kind != IndicatorKind.Ratio)
            return new FigureValue(Balance(indicator, period));
        var numerator = Balance(catalogue.Indicators[indicator.Numerator!], period);
        var denominator = Balance(catalogue.Indicators[indicator.Denominator!], period);
        return denominator == 0
            ? new FigureValue(null, numerator, denominator)
            : new FigureValue(numerator / denominator * 100, numerator, denominator);
    }

    /// <summary>True when anything was ever posted to the indicator (for a ratio: to its denominator) in the period.</summary>
    public bool HasData(IndicatorDefinition indicator, Period period)
    {
        var posted = indicator.Kind == IndicatorKind.Ratio ? indicator.Denominator! : indicator.Key;
        return (months.TryGetValue(posted, out var own) && own.Any(pair => pair.Key >= period.From && pair.Key <= period.To))
            || (indicator.Kind == IndicatorKind.Stock && opening.ContainsKey(posted));
    }

    private decimal Balance(IndicatorDefinition indicator, Period period)
    {
        long sum = 0;
        if (months.TryGetValue(indicator.Key, out var own))
            foreach (var (month, value) in own)
                if (month <= period.To && (indicator.Kind == IndicatorKind.Stock || month >= period.From))
                    sum += value;
        if (indicator.Kind == IndicatorKind.Stock && opening.TryGetValue(indicator.Key, out var before))
            sum += before;
        return sum / (decimal)Math.Pow(10, indicator.Scale);
    }
}
