using Fazhang.Core.Definitions;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Figures;

/// <summary>
/// The records behind a figure. The condition is the indicator's own, translated to SQL, so the records shown are those
/// that were posted; a ratio leads to the records of its numerator.
/// </summary>
public static class DrillDown
{
    /// <summary>The posted indicator whose records stand behind a figure.</summary>
    public static IndicatorDefinition Posted(Catalogue catalogue, IndicatorDefinition indicator) =>
        indicator.Kind == IndicatorKind.Ratio ? catalogue.Indicators[indicator.Numerator!] : indicator;

    /// <summary>The register whose records stand behind a figure.</summary>
    public static RegisterDefinition Register(Catalogue catalogue, IndicatorDefinition indicator) =>
        catalogue.RegisterOf(Posted(catalogue, indicator))!;

    /// <summary>SQL condition on the register's table; dates and numbers in it are literals made here, nothing of it comes from users.</summary>
    internal static string Condition(Books books, RegisterDefinition register, FigureCell cell)
    {
        var indicator = Posted(books.Catalogue, cell.Indicator);
        if (!register.Indicators.Contains(indicator))
            return "1 = 0";
        var dialect = books.Dialect;
        var on = SqlDialect.Quote(indicator.On!.Column);
        var conditions = new List<string>
        {
            books.Units.Find(cell.UnitId) is { } unit ? new Access.Reach(books.Units, [unit]).Sql("unit") : "1 = 0",
            $"{on} <= {dialect.Literal(cell.Period.LastDay)}",
        };
        if (indicator.Kind == IndicatorKind.Stock)
        {
            var until = SqlDialect.Quote(indicator.Until!.Column);
            conditions.Add($"({until} IS NULL OR {until} > {dialect.Literal(cell.Period.LastDay)})");
        }
        else
            conditions.Add($"{on} >= {dialect.Literal(cell.Period.FirstDay)}");
        if (indicator.Field is { } field)
            conditions.Add($"{SqlDialect.Quote(field.Column)} IS NOT NULL");
        if (indicator.Where is not null)
            conditions.Add($"({indicator.Where.ToSql(dialect, books.Clock.Today)})");
        return string.Join(" AND ", conditions);
    }
}
