using System.Data.Common;
using Fazhang.Core.Definitions;
using Fazhang.Core.Figures;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Reports;

/// <summary>Records or returns that stand behind a printed figure.</summary>
/// <param name="Part">What they are of it: 数字, 分子, 分母, 本期, 上年同期.</param>
/// <param name="Indicator">The indicator that they post to.</param>
/// <param name="Register">The register they are in.</param>
/// <param name="Cell">Which of its records: unit, months, category.</param>
/// <param name="Count">How many.</param>
public sealed record FigureBacking(
    string Part,
    IndicatorDefinition Indicator,
    RegisterDefinition Register,
    FigureCell Cell,
    long Count
);

/// <summary>Counts what stands behind the figures of a report, each cell once.</summary>
internal sealed class FigureBackings(Books books, DbConnection connection, DbTransaction? transaction)
{
    private readonly Dictionary<(string Series, long Unit, Period Period, string? Code, string Register), long> counted = [];

    /// <summary>Everything behind a printed figure: both parts of a rate, both years of a comparison. Empty where there are no books.</summary>
    public IReadOnlyList<FigureBacking> Of(FigureRef printed)
    {
        if (printed.Figure.Cell is not { } cell || printed.Printed is null)
            return [];
        var lastYear = cell with { Period = cell.Period.LastYear };
        return printed.Format.Style switch
        {
            FigureStyle.Last => [.. Behind("上年同期", lastYear)],
            FigureStyle.Growth or FigureStyle.Change when cell.Indicator.Kind != IndicatorKind.Growth =>
            [
                .. Behind("本期", cell),
                .. Behind("上年同期", lastYear),
            ],
            _ => [.. Behind("数字", cell)],
        };
    }

    private IEnumerable<FigureBacking> Behind(string part, FigureCell cell) =>
        cell.Indicator.Kind switch
        {
            IndicatorKind.Ratio => Behind(Named(part, "分子"), Of(cell, cell.Indicator.Numerator!))
                .Concat(Behind(Named(part, "分母"), Of(cell, cell.Indicator.Denominator!))),
            IndicatorKind.Growth => Behind("本期", Of(cell, cell.Indicator.Base!))
                .Concat(Behind("上年同期", Of(cell, cell.Indicator.Base!) with { Period = cell.Period.LastYear })),
            _ => DrillDown
                .All(books.Catalogue, cell.Indicator)
                .Select(indicator =>
                {
                    var register = books.Catalogue.RegisterOf(indicator)!;
                    return new FigureBacking(part, indicator, register, cell, Count(register, cell));
                }),
        };

    private FigureCell Of(FigureCell cell, string key) => cell with { Indicator = books.Catalogue.Of(key) };

    private static string Named(string part, string of) => part == "数字" ? of : part + of;

    private long Count(RegisterDefinition register, FigureCell cell)
    {
        var key = (cell.Indicator.Series, cell.UnitId, cell.Period, cell.Code, register.Key);
        if (!counted.TryGetValue(key, out var count))
            counted[key] = count = DrillDown.Count(books, connection, transaction, register, cell);
        return count;
    }
}
