using System.Globalization;
using Fazhang.Core.Definitions;
using Fazhang.Core.Figures;

namespace Fazhang.Web.Pages;

/// <summary>Addresses of figures and of the records behind them: one place, so that every number on every page leads the same way.</summary>
public static class FigureAddress
{
    public static string Of(IndicatorDefinition indicator, int year, long? unit)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        return $"/figures/{indicator.Key}?year={year}" + (unit is null ? "" : $"&unit={unit}");
    }

    public static string Of(FigureCell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return Of(cell.Indicator, cell.Period.To / 100, cell.UnitId);
    }

    /// <summary>The list of the records behind a figure of a year, of one of its months (month=3) or of several (month=1-6).</summary>
    public static string Records(Catalogue catalogue, FigureCell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        var (from, to) = (cell.Period.From % 100, cell.Period.To % 100);
        var month = (from, to) is (1, 12) ? "" : $"&month={from}" + (from == to ? "" : $"-{to}");
        return $"/r/{DrillDown.Register(catalogue, cell.Indicator).Key}?indicator={cell.Indicator.Key}&year={cell.Period.To / 100}&unit={cell.UnitId}{month}";
    }

    /// <summary>The months of an address as a period; null when they are none.</summary>
    public static Period? Months(int year, string text)
    {
        if (text.Length == 0)
            return Period.Year(year);
        var ends = text.Split('-')
            .Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var month) ? month : 0)
            .ToList();
        return ends is [>= 1 and <= 12, ..] and [.., <= 12] && ends.Count <= 2 && ends[0] <= ends[^1]
            ? new Period(year * 100 + ends[0], year * 100 + ends[^1])
            : null;
    }
}
