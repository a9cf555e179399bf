using Dapper;
using Fazhang.Core.Definitions;
using Fazhang.Core.Figures;
using Fazhang.Core.Storage;
using Fazhang.Core.Units;

namespace Fazhang.Core.Demo.Compare;

/// <summary>Takes the published figures of a place from the books that hold its demonstration.</summary>
public sealed class PlaceComparer(Books books)
{
    private readonly Dictionary<(long Unit, int Year), FigureBook> read = [];

    public IReadOnlyList<PlaceComparison> Compare(IEnumerable<PlaceFigure> figures) => [.. figures.Select(Compare)];

    private PlaceComparison Compare(PlaceFigure figure)
    {
        if (figure.Indicator is null || !books.Catalogue.Indicators.TryGetValue(figure.Indicator, out var indicator))
            return new(figure, null, false, 0);
        var unit = Unit(figure);
        var (unitId, year) = (unit.Id, figure.Period.To / 100);
        if (!read.TryGetValue((unitId, year), out var book))
            read[(unitId, year)] = book = new FigureReader(books).Read(year, unitId);
        var live = Value(book, indicator, figure) is { } exact
            ? FigureNumber.Round(exact, Math.Max(figure.Printed.Scale, figure.Allowed is null ? 0 : indicator.Decimals))
            : (decimal?)null;
        return new(figure, live, figure.Agrees(live), Count(indicator, unitId, figure));
    }

    private Unit Unit(PlaceFigure figure) =>
        (figure.Unit is { } code ? books.Units.Find(code) : books.Units.Root)
        ?? throw new InvalidOperationException($"账簿里没有单位 {figure.Unit}。");

    private static decimal? Value(FigureBook book, IndicatorDefinition indicator, PlaceFigure figure)
    {
        var now = book.Value(indicator, figure.Period, figure.Code).Value;
        if (figure.Aspect == FigureAspect.Value)
            return now;
        var last = book.Known(indicator, figure.Period.LastYear, figure.Code).Value;
        return figure.Aspect == FigureAspect.Growth ? FigureNumber.ExactGrowth(now, last) : now - last;
    }

    /// <summary>The records behind a figure; of a ratio those of its denominator, which hold those of its numerator as a rule.</summary>
    private long Count(IndicatorDefinition indicator, long unitId, PlaceFigure figure)
    {
        if (indicator.Kind == IndicatorKind.Ratio)
            return Count(books.Catalogue.Of(indicator.Denominator!), unitId, figure);
        var cell = new FigureCell(indicator, unitId, figure.Period) { Code = figure.Code };
        return DrillDown
            .All(books.Catalogue, indicator)
            .Select(part => books.Catalogue.RegisterOf(part)!)
            .Distinct()
            .Sum(register =>
                books.Read(connection =>
                    connection.ExecuteScalar<long>(
                        $"SELECT count(*) FROM {register.Table} WHERE {DrillDown.Condition(books, register, cell)}"
                    )
                )
            );
    }
}
