using Fazhang.Core.Definitions;

namespace Fazhang.Core.Figures;

/// <summary>Whole months from one to another, both included. Months are year × 100 + month.</summary>
public readonly record struct Period(int From, int To)
{
    public static Period Year(int year) => new(year * 100 + 1, year * 100 + 12);

    public static Period Quarter(int year, int quarter) => new(year * 100 + quarter * 3 - 2, year * 100 + quarter * 3);

    public static Period Month(int year, int month) => new(year * 100 + month, year * 100 + month);

    /// <summary>January to the given month.</summary>
    public static Period Cumulative(int year, int month) => new(year * 100 + 1, year * 100 + month);

    /// <summary>The same months a year earlier.</summary>
    public Period LastYear => new(From - 100, To - 100);

    public DateOnly FirstDay => new(From / 100, From % 100, 1);

    public DateOnly LastDay => new DateOnly(To / 100, To % 100, 1).AddMonths(1).AddDays(-1);

    public string Title =>
        From % 100 == 1 && To % 100 == 12 && From / 100 == To / 100 ? $"{From / 100}年"
        : From == To ? $"{From / 100}年{From % 100}月"
        : From / 100 == To / 100 ? $"{From / 100}年{From % 100}至{To % 100}月"
        : $"{From / 100}年{From % 100}月至{To / 100}年{To % 100}月";
}

/// <summary>Which figure: an indicator, a unit with everything below it, and a period.</summary>
public sealed record FigureCell(IndicatorDefinition Indicator, long UnitId, Period Period);

/// <summary>
/// The value of an indicator. For a ratio the value is in percent points and Numerator and Denominator say of what;
/// null means it cannot be said (nothing to divide by).
/// </summary>
public readonly record struct FigureValue(decimal? Value, decimal? Numerator = null, decimal? Denominator = null);

/// <summary>Rounding and writing of figures: the one place.</summary>
public static class FigureNumber
{
    /// <summary>Half-up (四舍五入), as Chinese statistics do.</summary>
    public static decimal Round(decimal value, int decimals) => Math.Round(value, decimals, MidpointRounding.AwayFromZero);

    /// <summary>The number alone, without thousands marks: 1516, 19.3.</summary>
    public static string Number(IndicatorDefinition indicator, decimal? value) => Write(indicator, value, "0");

    /// <summary>The number with thousands marks, for tables: 1,516.</summary>
    public static string Table(IndicatorDefinition indicator, decimal? value) => Write(indicator, value, "#,0");

    /// <summary>Growth over a base in percent, half-up to one decimal; null when there is no base.</summary>
    public static decimal? Growth(decimal? value, decimal? last) =>
        value is null || last is null or 0 ? null : Round((value.Value - last.Value) / Math.Abs(last.Value) * 100, 1);

    private static string Write(IndicatorDefinition indicator, decimal? value, string whole) =>
        value is null
            ? "—"
            : Round(value.Value, indicator.Decimals)
                .ToString(
                    indicator.Decimals == 0 ? whole : whole + "." + new string('0', indicator.Decimals),
                    System.Globalization.CultureInfo.InvariantCulture
                );
}
