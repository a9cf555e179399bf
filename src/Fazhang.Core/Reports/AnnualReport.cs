using Fazhang.Core.Definitions;
using Fazhang.Core.Figures;
using Fazhang.Core.Storage;
using Fazhang.Core.Units;
using Fazhang.Verify;

namespace Fazhang.Core.Reports;

/// <summary>The draft of an annual report, composed from the books and audited.</summary>
public sealed record AnnualDraft
{
    public required int Year { get; init; }

    /// <summary>The unit reported on, with everything below it.</summary>
    public required Unit Unit { get; init; }

    public required ReportDocument Document { get; init; }

    public required ReportAudit Audit { get; init; }

    /// <summary>The figures of the report's year that are closed: the report says what was published. Beside each what the records make now.</summary>
    public required IReadOnlyList<PublishedDifference> Published { get; init; }
}

/// <summary>Draws up the annual report (法治政府建设年度报告) of a unit from the balances and audits it.</summary>
public sealed class AnnualReport(Books books)
{
    /// <summary>The template, in the definitions folder.</summary>
    public const string TemplateFile = "reports/annual.md";

    /// <summary>
    /// Composes and audits the report, all of it from one snapshot of the books: its figures, what was published of them and
    /// the audit belong together, whatever is written meanwhile.
    /// </summary>
    /// <exception cref="DefinitionException">The template is wrong; every error with its line.</exception>
    public AnnualDraft Draft(int year, long unitId)
    {
        var unit = books.Units.Find(unitId) ?? throw new ArgumentException($"没有单位 {unitId}。", nameof(unitId));
        var problems = new List<DefinitionProblem>();
        var template = LoadTemplate(books.Catalogue, problems) ?? throw new DefinitionException(problems);
        var variables = Variables(year, unit);
        return books.Snapshot(
            (connection, transaction) =>
                Draft(
                    unit,
                    template,
                    variables,
                    new FigureReader(books).Read(connection, year, unitId, transaction),
                    PublishedFigures.OfUnit(connection, books.Catalogue, unitId, year - 1, year, null)
                )
        );
    }

    private AnnualDraft Draft(
        Unit unit,
        ReportTemplate template,
        ReportVariables variables,
        FigureBook book,
        PublishedFigures published
    )
    {
        var year = variables.Year;
        var figures = Figures(books.Catalogue, book, published);
        var document = ReportComposer.Compose(template, variables, figures);
        return new AnnualDraft
        {
            Year = year,
            Unit = unit,
            Document = document,
            Audit = ReportAudit.Run(document, figures, text => ReportChecker.Check(text)),
            Published =
            [
                .. books
                    .Catalogue.Indicators.Values.Select(indicator =>
                        (Of: published.Find(indicator, Period.Year(year)), Now: book.Value(indicator, Period.Year(year)))
                    )
                    .Where(pair => pair.Of is not null)
                    .Select(pair => new PublishedDifference(pair.Of!, pair.Now)),
            ],
        };
    }

    /// <summary>The template of the definitions folder, or null after adding what is wrong with it.</summary>
    public static ReportTemplate? LoadTemplate(Catalogue catalogue, ICollection<DefinitionProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        var path = Path.Combine(catalogue.Directory, TemplateFile);
        if (!File.Exists(path))
        {
            problems.Add(new(TemplateFile, 1, "缺少年度报告的模板。"));
            return null;
        }
        var parsed = ReportTemplate.Parse(
            File.ReadAllText(path),
            key => Describe(catalogue, key),
            [.. catalogue.Indicators.Keys]
        );
        foreach (var error in parsed.Errors)
            problems.Add(new(TemplateFile, error.Line, $"第 {error.Column} 列：{error.Message}"));
        return parsed.Template;
    }

    private static ReportFigure? Describe(Catalogue catalogue, string key) =>
        catalogue.Find(key) is { } indicator ? ReportFigure.Of(indicator, null, null) with { Key = key } : null;

    /// <summary>What was published, where a year is closed; otherwise what the records make now.</summary>
    private static FigureSource Figures(Catalogue catalogue, FigureBook book, PublishedFigures published) =>
        key =>
        {
            if (catalogue.Find(key) is not { } indicator)
                return null;
            var shown = ComparedFigure.Of(book, published, indicator, Period.Year(book.ForYear));
            return ReportFigure.Of(shown.Version, shown.Value.Value, shown.Last.Value) with { Key = key };
        };

    private ReportVariables Variables(int year, Unit unit)
    {
        var isRoot = unit.ParentId is null;
        return new ReportVariables
        {
            Year = year,
            Place = (isRoot ? books.Setting("place_name") : null) ?? unit.Name,
            Office = (isRoot ? books.Setting("office_name") : null) ?? unit.Name,
            Date = books.Clock.Today,
        };
    }
}
