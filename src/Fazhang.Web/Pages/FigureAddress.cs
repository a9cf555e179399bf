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

    /// <summary>The list of the records behind a figure; a whole year or one month.</summary>
    public static string Records(Catalogue catalogue, FigureCell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        var month = cell.Period.From == cell.Period.To ? $"&month={cell.Period.To % 100}" : "";
        return $"/r/{DrillDown.Register(catalogue, cell.Indicator).Key}?indicator={cell.Indicator.Key}&year={cell.Period.To / 100}&unit={cell.UnitId}{month}";
    }
}
