using Fazhang.Core.Definitions;

namespace Fazhang.Core.Figures;

/// <summary>Which figure: an indicator (or one of its earlier versions), a unit with everything below it, and a period.</summary>
public sealed record FigureCell(IndicatorDefinition Indicator, long UnitId, Period Period)
{
    /// <summary>The code of the category field (分类), <see cref="Categories.Unfilled"/> for records without one, null for all.</summary>
    public string? Code { get; init; }
}

/// <summary>
/// The value of an indicator, exact until it is rounded for print; null means it cannot be said (nothing to divide by).
/// For a ratio the value is in percent points and Numerator and Denominator say of what; for an average they are the sum
/// and the number of records; for a growth (in percent) this year's value and last year's.
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
        ExactGrowth(value, last) is { } exact ? Round(exact, 1) : null;

    /// <summary>Growth over a base in percent, not rounded; null when there is no base.</summary>
    public static decimal? ExactGrowth(decimal? value, decimal? last) =>
        value is null || last is null or 0 ? null : (value.Value - last.Value) / Math.Abs(last.Value) * 100;

    private static string Write(IndicatorDefinition indicator, decimal? value, string whole) =>
        value is null
            ? "—"
            : Round(value.Value, indicator.Decimals)
                .ToString(
                    indicator.Decimals == 0 ? whole : whole + "." + new string('0', indicator.Decimals),
                    System.Globalization.CultureInfo.InvariantCulture
                );
}
