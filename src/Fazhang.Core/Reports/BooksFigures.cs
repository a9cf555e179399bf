using System.Data.Common;
using Fazhang.Core.Definitions;
using Fazhang.Core.Figures;
using Fazhang.Core.Storage;
using Fazhang.Core.Units;

namespace Fazhang.Core.Reports;

/// <summary>
/// The figures of a report as the books say them: what was published where a period is closed, otherwise what the records make now.
/// Read within one snapshot; each unit's balances are read once, when a sentence first asks for them.
/// </summary>
internal sealed class BooksFigures(
    Books books,
    DbConnection connection,
    DbTransaction transaction,
    ReportVariables variables,
    Unit unit,
    ReportTemplate template,
    IReadOnlyDictionary<string, Unit> named
)
{
    private readonly Dictionary<(long Unit, bool Categories), FigureBook> balances = [];
    private readonly Dictionary<(long Unit, string? Indicator), PublishedFigures> published = [];

    /// <summary>All figures of the report's own unit and year.</summary>
    public FigureBook Whole { get; } = new FigureReader(books).Read(connection, variables.Year, unit.Id, transaction);

    /// <summary>What was published of the report's own unit in the year and the one before.</summary>
    public PublishedFigures Published => PublishedOf(unit.Id, null);

    /// <summary>The figure of a reference. Of a unit that the place has not named it has no value: there is nothing to say.</summary>
    public ReportFigure? Find(FigureReference reference)
    {
        if (books.Catalogue.Find(reference.Key) is not { } indicator)
            return null;
        if (UnitOf(reference) is not { } of)
            return ReportFigure.Of(indicator, null, null) with { Key = reference.Key };
        var period = reference.Period?.Of(variables.Year) ?? Period.Year(variables.Year);
        var isPart = reference.Period is not null || reference.Code is not null;
        var shown = ComparedFigure.Of(
            Balances(of, reference.Code is not null),
            PublishedOf(of.Id, isPart ? indicator.Key : null),
            indicator,
            period,
            reference.Code
        );
        return ReportFigure.Of(shown.Version, shown.Value.Value, shown.Last.Value) with
        {
            Key = reference.Key,
            Cell = new FigureCell(shown.Version, of.Id, period) { Code = reference.Code },
        };
    }

    private Unit? UnitOf(FigureReference reference) => reference.Unit is null ? unit : named.GetValueOrDefault(reference.Unit);

    private FigureBook Balances(Unit of, bool categories)
    {
        if (of.Id == unit.Id && !categories)
            return Whole;
        if (!balances.TryGetValue((of.Id, categories), out var book))
            balances[(of.Id, categories)] = book = new FigureReader(books).Read(
                connection,
                transaction,
                variables.Year,
                of.Id,
                template
                    .References.Where(reference => UnitOf(reference)?.Id == of.Id && reference.Code is not null == categories)
                    .Select(reference => books.Catalogue.Of(reference.Key))
                    .Distinct(),
                categories
            );
        return book;
    }

    private PublishedFigures PublishedOf(long of, string? indicator)
    {
        if (!published.TryGetValue((of, indicator), out var figures))
            published[(of, indicator)] = figures = PublishedFigures.OfUnit(
                connection,
                books.Catalogue,
                of,
                variables.Year - 1,
                variables.Year,
                indicator
            );
        return figures;
    }
}
