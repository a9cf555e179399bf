using System.Globalization;
using Fazhang.Core.Definitions;

namespace Fazhang.Core.Figures;

/// <summary>Addresses of figures and of the records behind them: one place, so that every number on every page leads the same way.</summary>
public static class FigureAddress
{
    /// <summary>Stands in an address for the records without a code (未填).</summary>
    private const string Unfilled = "~";

    public static string Of(IndicatorDefinition indicator, int year, long? unit)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        return $"/figures/{indicator.Key}?year={year}" + (unit is null ? "" : $"&unit={unit}");
    }

    /// <summary>The page of a figure for a period of any length.</summary>
    public static string Of(IndicatorDefinition indicator, Period period, long? unit) =>
        Of(indicator, period.To / 100, unit) + Month(period);

    public static string Of(FigureCell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return Of(cell.Indicator, cell.Period, cell.UnitId);
    }

    /// <summary>
    /// The list of the records behind a figure: of a year, of one of its months (month=3), of several (month=1-6), or of months
    /// of two years (month=202308-202407); of one category (code), by an earlier 口径 (version). Of two sources, those in the
    /// register given.
    /// </summary>
    public static string Records(Catalogue catalogue, FigureCell cell, RegisterDefinition? register = null)
    {
        ArgumentNullException.ThrowIfNull(cell);
        var indicator = cell.Indicator;
        return $"/r/{(register ?? DrillDown.Register(catalogue, indicator)).Key}?indicator={indicator.Key}"
            + $"&year={cell.Period.To / 100}&unit={cell.UnitId}{Month(cell.Period)}"
            + cell.Code switch
            {
                null => "",
                Categories.Unfilled => "&code=" + Unfilled,
                var code => "&code=" + Uri.EscapeDataString(code),
            }
            + (indicator.LastMonth is null ? "" : $"&version={indicator.Version}");
    }

    /// <summary>The months of an address as a period; null when they are none.</summary>
    public static Period? Months(int year, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length == 0)
            return Period.Year(year);
        var ends = text.Split('-').Select(part => Month(year, part)).ToList();
        return ends is [> 0] or [> 0, > 0] && ends[0] <= ends[^1] && ends[^1] / 100 == year && ends[0] / 100 >= year - 1
            ? new Period(ends[0], ends[^1])
            : null;
    }

    /// <summary>The code of an address; null for all.</summary>
    public static string? Code(string text) =>
        text switch
        {
            "" => null,
            Unfilled => Categories.Unfilled,
            _ => text,
        };

    /// <summary>The version of an address; the present one when none is named, null when there is none of that number.</summary>
    public static IndicatorDefinition? Version(IndicatorDefinition indicator, string text)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        return text.Length == 0 ? indicator
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? indicator.AtVersion(version)
            : null;
    }

    private static int Month(int year, string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var month)
            ? month switch
            {
                >= 1 and <= 12 => year * 100 + month,
                > 195000 and < 220000 when month % 100 is >= 1 and <= 12 => month,
                _ => 0,
            }
            : 0;

    private static string Month(Period period)
    {
        var (from, to) = (period.From % 100, period.To % 100);
        return period.From / 100 != period.To / 100 ? $"&month={period.From}-{period.To}"
            : (from, to) is (1, 12) ? ""
            : $"&month={from}" + (from == to ? "" : $"-{to}");
    }
}
