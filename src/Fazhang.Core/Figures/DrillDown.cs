using System.Data.Common;
using Dapper;
using Fazhang.Core.Definitions;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Figures;

/// <summary>
/// The records behind a figure. The condition is the indicator's own, translated to SQL, so the records shown are those
/// that were posted. A ratio leads to the records of its numerator (those of the denominator are behind the denominator's own
/// figure), a growth to those of this year's value, a figure from two sources to the records of both.
/// </summary>
public static class DrillDown
{
    /// <summary>The indicator over records whose records stand behind a figure; of two sources the first.</summary>
    public static IndicatorDefinition Posted(Catalogue catalogue, IndicatorDefinition indicator) => All(catalogue, indicator)[0];

    /// <summary>The indicators over records whose records stand behind a figure: one, or one for each source.</summary>
    public static IReadOnlyList<IndicatorDefinition> All(Catalogue catalogue, IndicatorDefinition indicator) =>
        indicator.Kind switch
        {
            IndicatorKind.Ratio => All(catalogue, catalogue.Of(indicator.Numerator!)),
            IndicatorKind.Growth => All(catalogue, catalogue.Of(indicator.Base!)),
            IndicatorKind.Sources => [catalogue.Of(indicator.Sources!.Records), catalogue.Of(indicator.Sources.Returns)],
            _ => [indicator],
        };

    /// <summary>The register whose records stand behind a figure; of two sources the first.</summary>
    public static RegisterDefinition Register(Catalogue catalogue, IndicatorDefinition indicator) =>
        catalogue.RegisterOf(Posted(catalogue, indicator))!;

    /// <summary>Whether records of the register stand behind the indicator.</summary>
    public static bool LeadsTo(Catalogue catalogue, IndicatorDefinition indicator, RegisterDefinition register) =>
        All(catalogue, indicator).Any(part => part.Register == register.Key);

    /// <summary>How many records of a register stand behind a figure; the same condition that lists them.</summary>
    public static long Count(
        Books books,
        DbConnection connection,
        DbTransaction? transaction,
        RegisterDefinition register,
        FigureCell cell
    )
    {
        ArgumentNullException.ThrowIfNull(books);
        ArgumentNullException.ThrowIfNull(register);
        return connection.ExecuteScalar<long>(
            $"SELECT COUNT(*) FROM {SqlDialect.Quote(register.Table)} WHERE {Condition(books, register, cell)}",
            transaction: transaction
        );
    }

    /// <summary>SQL condition on the register's table; dates, codes and numbers in it are literals made here, nothing of it comes from users.</summary>
    internal static string Condition(Books books, RegisterDefinition register, FigureCell cell)
    {
        if (All(books.Catalogue, cell.Indicator).FirstOrDefault(part => part.Register == register.Key) is not { } indicator)
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
        if (cell.Code is { } code)
            conditions.Add(Category(books, indicator, code));
        if (SourcesOf(books.Catalogue, cell.Indicator) is { Sources: { } sources } and { } both)
        {
            var speaks = books.Keeping.RecordsSpeak(books.Catalogue.Of(sources.Records).Register!, dialect, on);
            conditions.Add(indicator.Key == both.Sources!.Records ? $"({speaks})" : $"NOT ({speaks})");
        }
        return string.Join(" AND ", conditions);
    }

    /// <summary>The figure of two sources that a figure is or is made of; null when it is none.</summary>
    private static IndicatorDefinition? SourcesOf(Catalogue catalogue, IndicatorDefinition indicator) =>
        indicator.Kind switch
        {
            IndicatorKind.Sources => indicator,
            IndicatorKind.Ratio => SourcesOf(catalogue, catalogue.Of(indicator.Numerator!)),
            IndicatorKind.Growth => SourcesOf(catalogue, catalogue.Of(indicator.Base!)),
            _ => null,
        };

    private static string Category(Books books, IndicatorDefinition indicator, string code)
    {
        if (indicator.By is not { } by)
            return "1 = 0";
        var column = SqlDialect.Quote(by.Column);
        if (code != Categories.Unfilled)
            return $"{column} = {SqlDialect.Literal(code)}";
        var codes = PostedSeries.Codes(indicator.Series, books.IndicatorIds.Keys).Select(SqlDialect.Literal);
        return $"({column} IS NULL OR {column} NOT IN ({string.Join(", ", codes)}))";
    }
}
