using Fazhang.Core.Definitions;
using Fazhang.Core.Figures;
using Fazhang.Core.Units;

namespace Fazhang.Web.Pages;

/// <summary>Puts the figures of a page into rows of three years.</summary>
internal sealed class FigureRows(FigureBook book, DateOnly today)
{
    public FigureRow Row(IndicatorDefinition indicator, Period period, string? code = null) =>
        new(
            period.FirstDay <= today ? book.Value(indicator, period, code) : null,
            book.Known(indicator, period.LastYear, code),
            book.Known(indicator, period.YearsBefore(2), code)
        );

    public List<MonthRow> Months(IndicatorDefinition indicator, int year) =>
        [.. Enumerable.Range(1, 12).Select(month => new MonthRow(month, Row(indicator, Period.Month(year, month))))];

    public List<SpanRow> Spans(IndicatorDefinition indicator, int year) =>
        [
            .. Periods(year, 0)
                .Where(link => link.Period != Period.Year(year))
                .OrderBy(link => link.Period.To - link.Period.From)
                .Append(new PeriodLink("前三季度", Period.Cumulative(year, 9), true))
                .Append(new PeriodLink("全年", Period.Year(year), true))
                .Select(link => new SpanRow(link.Title, link.Period, Row(indicator, link.Period))),
        ];

    /// <summary>The periods of a year that can be chosen; months so far and twelve months end with the given one (0: without them).</summary>
    public List<PeriodLink> Periods(int year, int month)
    {
        List<(string Title, Period Period)> periods =
        [
            ("全年", Period.Year(year)),
            ("上半年", Period.HalfYear(year, 1)),
            ("下半年", Period.HalfYear(year, 2)),
            ("一季度", Period.Quarter(year, 1)),
            ("二季度", Period.Quarter(year, 2)),
            ("三季度", Period.Quarter(year, 3)),
            ("四季度", Period.Quarter(year, 4)),
        ];
        if (month > 0)
        {
            periods.AddRange(Enumerable.Range(1, 12).Select(one => ($"{one}月", Period.Month(year, one))));
            if (month is > 1 and < 12)
                periods.Add(($"1至{month}月累计", Period.Cumulative(year, month)));
            if (month < 12)
                periods.Add(($"截至{month}月的十二个月", Period.TwelveMonths(year, month)));
        }
        return [.. periods.Select(one => new PeriodLink(one.Title, one.Period, one.Period.FirstDay <= today))];
    }

    /// <summary>The codes of the category field that have anything in the three years, and the records without a code.</summary>
    public List<CategoryRow> Categories(IndicatorDefinition indicator, Period period)
    {
        var codes = book.Codes(indicator);
        if (codes.Count == 0)
            return [];
        return
        [
            .. codes
                .Append(new Choice(Core.Figures.Categories.Unfilled, "未填"))
                .Select(code => new CategoryRow(
                    code.Code,
                    Core.Figures.Categories.RowTitle(code),
                    Row(indicator, period, code.Code)
                ))
                .Where(row => !IsNothing(row.Row)),
        ];
    }

    /// <summary>The units directly below, and what the unit has of its own.</summary>
    public List<UnitRow> ByUnit(FigureReader reader, IndicatorDefinition indicator, Unit unit, Period period)
    {
        var rows = reader
            .ByUnit(indicator, unit, period)
            .Select(row => new UnitRow(row.Unit, false, new FigureRow(row.Value, row.Last, row.Prior)))
            .ToList();
        if (rows.Count == 0)
            return rows;
        var own = OwnPart(indicator, unit, period, rows);
        rows.RemoveAll(row => IsNothing(row.Row));
        if (own is not null && !IsNothing(own.Row))
            rows.Insert(0, own);
        return rows;
    }

    /// <summary>What is left of a total when the units below are taken away; null where parts do not add up to a whole.</summary>
    private UnitRow? OwnPart(IndicatorDefinition indicator, Unit unit, Period period, List<UnitRow> below)
    {
        if (indicator.Kind is IndicatorKind.Distinct or IndicatorKind.Growth)
            return null;
        FigureValue Rest(Period of, Func<FigureRow, FigureValue> pick) =>
            Less(indicator, book.Value(indicator, of), [.. below.Select(row => pick(row.Row))]);
        return new UnitRow(
            unit,
            true,
            new FigureRow(
                Rest(period, row => row.Value!.Value),
                Rest(period.LastYear, row => row.Last),
                Rest(period.YearsBefore(2), row => row.Prior)
            )
        );
    }

    private static FigureValue Less(IndicatorDefinition indicator, FigureValue total, List<FigureValue> parts)
    {
        if (indicator.Kind is not (IndicatorKind.Ratio or IndicatorKind.Average))
            return new FigureValue(total.Value - parts.Sum(part => part.Value ?? 0));
        var numerator = (total.Numerator ?? 0) - parts.Sum(part => part.Numerator ?? 0);
        var denominator = (total.Denominator ?? 0) - parts.Sum(part => part.Denominator ?? 0);
        var factor = indicator.Kind == IndicatorKind.Ratio ? indicator.Per : 1;
        return new FigureValue(denominator == 0 ? null : numerator / denominator * factor, numerator, denominator);
    }

    private static bool IsNothing(FigureRow row) =>
        new[] { row.Value ?? default, row.Last, row.Prior }.All(value =>
            value.Value is null or 0 && value.Denominator is null or 0
        );
}
