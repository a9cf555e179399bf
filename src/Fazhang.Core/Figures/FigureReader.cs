using System.Data.Common;
using Fazhang.Core.Definitions;
using Fazhang.Core.Storage;
using Fazhang.Core.Units;

namespace Fazhang.Core.Figures;

/// <summary>
/// Reads figures from the balances alone; the registers are not touched (but for distinct figures). One read brings all
/// indicators of a year and the two years before, whatever the number of records behind them.
/// </summary>
public sealed class FigureReader(Books books)
{
    /// <summary>This year, the year before and the one before that.</summary>
    private const int YearsOfAll = 3;

    /// <summary>Twelve months that end in the earliest of three years begin in the year before it, and a growth there looks back one more.</summary>
    private const int YearsOfOne = 5;

    /// <summary>All figures of a unit (with everything below it) for a year and the two before it, without categories.</summary>
    public FigureBook Read(int year, long unitId) =>
        books.Snapshot((connection, transaction) => Read(connection, year, unitId, transaction));

    /// <summary>As <see cref="Read(int, long)"/>, on a connection that may hold a snapshot; it must stay open as long as the book is asked.</summary>
    public FigureBook Read(DbConnection connection, int year, long unitId, DbTransaction? transaction = null) =>
        Read(
            connection,
            transaction,
            (year - YearsOfAll + 1, year),
            unitId,
            books.Catalogue.Indicators.Values.SelectMany(one => one.Earlier.Prepend(one)),
            categories: false
        );

    /// <summary>As above with all categories and earlier versions: everything that can be published.</summary>
    internal FigureBook ReadWhole(DbConnection connection, DbTransaction? transaction, int year, long unitId) =>
        Read(
            connection,
            transaction,
            (year - YearsOfAll + 1, year),
            unitId,
            books.Catalogue.Indicators.Values.SelectMany(one => one.Earlier.Prepend(one)),
            categories: true
        );

    /// <summary>Some indicators with their earlier versions, for a year and the two before it.</summary>
    internal FigureBook Read(
        DbConnection connection,
        DbTransaction? transaction,
        int year,
        long unitId,
        IEnumerable<IndicatorDefinition> indicators,
        bool categories
    ) =>
        Read(
            connection,
            transaction,
            (year - YearsOfAll + 1, year),
            unitId,
            indicators.SelectMany(one => one.Earlier.Prepend(one)),
            categories
        );

    /// <summary>One indicator with its categories and earlier versions, for a year and the four before it.</summary>
    public FigureBook Read(IndicatorDefinition indicator, int year, long unitId) =>
        books.Snapshot(
            (connection, transaction) =>
                Read(
                    connection,
                    transaction,
                    (year - YearsOfOne + 1, year),
                    unitId,
                    indicator.Earlier.Prepend(indicator),
                    categories: true
                )
        );

    /// <summary>One indicator by the units directly below one, for a period, the year before and the one before that.</summary>
    public IReadOnlyList<(Unit Unit, FigureValue Value, FigureValue Last, FigureValue Prior)> ByUnit(
        IndicatorDefinition indicator,
        Unit unit,
        Period period,
        string? code = null
    ) =>
        books.Snapshot(
            (connection, transaction) =>
                books
                    .Units.Children(unit)
                    .Select(child =>
                    {
                        // One of many children needs one indicator, not the whole book.
                        var years = (period.To / 100 - YearsOfOne + 1, period.To / 100);
                        var book = Read(connection, transaction, years, child.Id, [indicator], categories: code is not null);
                        return (
                            child,
                            book.Value(indicator, period, code),
                            Then(book, indicator, period.LastYear, code),
                            Then(book, indicator, period.YearsBefore(2), code)
                        );
                    })
                    .ToList()
        );

    private static FigureValue Then(FigureBook book, IndicatorDefinition indicator, Period period, string? code) =>
        book.IsComplete(indicator, period) ? book.Value(indicator, period, code) : new FigureValue(null);

    private FigureBook Read(
        DbConnection connection,
        DbTransaction? transaction,
        (int First, int Last) years,
        long unitId,
        IEnumerable<IndicatorDefinition> indicators,
        bool categories
    )
    {
        var unit = books.Units.Find(unitId) ?? throw new ArgumentException($"没有单位 {unitId}。", nameof(unitId));
        var needed = indicators.SelectMany(Parts).DistinctBy(part => part.Series).ToList();
        var plan = new FigurePlan(books, needed, categories);
        var months = new Dictionary<string, Dictionary<int, long>>(StringComparer.Ordinal);
        foreach (var row in plan.Read(connection, unit, years.First * 100 + 1, years.Last * 100 + 12))
        foreach (var series in plan.SeriesOf(row.Indicator))
        {
            if (!months.TryGetValue(series, out var own))
                months[series] = own = [];
            own[row.Month] = own.GetValueOrDefault(row.Month) + row.Value;
        }
        return new FigureBook(
            books.Catalogue,
            books.Complete,
            years,
            unitId,
            months,
            (indicator, period) =>
                connection.State == System.Data.ConnectionState.Open
                    ? DistinctCount.Read(books, connection, transaction, new FigureCell(indicator, unitId, period))
                    : books.Read(own => DistinctCount.Read(books, own, null, new FigureCell(indicator, unitId, period)))
        );
    }

    /// <summary>The indicators with balances that an indicator is computed from.</summary>
    private IEnumerable<IndicatorDefinition> Parts(IndicatorDefinition indicator) =>
        indicator.Kind switch
        {
            IndicatorKind.Ratio => [books.Catalogue.Of(indicator.Numerator!), books.Catalogue.Of(indicator.Denominator!)],
            IndicatorKind.Growth => [books.Catalogue.Of(indicator.Base!)],
            _ => [indicator],
        };
}
