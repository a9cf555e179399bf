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

    /// <summary>What stands behind each printed figure, by the piece of the document; empty when it was not asked for.</summary>
    public IReadOnlyDictionary<FigureRef, IReadOnlyList<FigureBacking>> Backing { get; init; } =
        new Dictionary<FigureRef, IReadOnlyList<FigureBacking>>();
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
    /// <param name="year">The year reported on.</param>
    /// <param name="unitId">The unit reported on, with everything below it.</param>
    /// <param name="withBacking">Whether to count the records behind each figure.</param>
    /// <exception cref="DefinitionException">The template or the place's own part is wrong; every error with its line.</exception>
    public AnnualDraft Draft(int year, long unitId, bool withBacking = false)
    {
        var unit = books.Units.Find(unitId) ?? throw new ArgumentException($"没有单位 {unitId}。", nameof(unitId));
        var problems = new List<DefinitionProblem>();
        var terms = Terms(books.Catalogue);
        var template = LoadTemplate(books.Catalogue, terms, problems);
        var local = template is null
            ? null
            : LocalReports.Find(books, unit, year, new LocalReportReader(template, terms, problems), problems);
        if (template is null || problems.Count > 0)
            throw new DefinitionException(problems);
        return Draft(unit, Variables(year, unit), local?.Into(template) ?? template, local, withBacking);
    }

    private AnnualDraft Draft(
        Unit unit,
        ReportVariables variables,
        ReportTemplate template,
        LocalReport? local,
        bool withBacking
    ) =>
        books.Snapshot(
            (connection, transaction) =>
            {
                var named = local?.Units.ToDictionary(pair => pair.Key, pair => books.Units.Find(pair.Value.Code)!) ?? [];
                var source = new BooksFigures(books, connection, transaction, variables, unit, template, named);
                var document = ReportComposer.Compose(template, variables, source.Find);
                var backings = new FigureBackings(books, connection, transaction);
                return new AnnualDraft
                {
                    Year = variables.Year,
                    Unit = unit,
                    Document = document,
                    Audit = ReportAudit.Run(document, source.Find, text => ReportChecker.Check(text)),
                    Published = Differences(source, Period.Year(variables.Year)),
                    Backing = (withBacking ? document.Figures : []).ToDictionary(
                        figure => figure,
                        backings.Of,
                        (IEqualityComparer<FigureRef>)ReferenceEqualityComparer.Instance
                    ),
                };
            }
        );

    private List<PublishedDifference> Differences(BooksFigures source, Period year) =>
        [
            .. books
                .Catalogue.Indicators.Values.Select(indicator =>
                    (Of: source.Published.Find(indicator, year), Now: source.Whole.Value(indicator, year))
                )
                .Where(pair => pair.Of is not null)
                .Select(pair => new PublishedDifference(pair.Of!, pair.Now)),
        ];

    /// <summary>Checks the template and every place's own part; false after adding what is wrong.</summary>
    public static bool Check(Catalogue catalogue, ICollection<DefinitionProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(problems);
        var before = problems.Count;
        var terms = Terms(catalogue);
        if (LoadTemplate(catalogue, terms, problems) is { } template)
            LocalReports.CheckAll(catalogue.Directory, new LocalReportReader(template, terms, problems), problems);
        return problems.Count == before;
    }

    /// <summary>The template of the definitions folder, or null after adding what is wrong with it.</summary>
    public static ReportTemplate? LoadTemplate(Catalogue catalogue, ICollection<DefinitionProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(problems);
        return LoadTemplate(catalogue, Terms(catalogue), problems);
    }

    private static ReportTemplate? LoadTemplate(Catalogue catalogue, ReportTerms terms, ICollection<DefinitionProblem> problems)
    {
        var path = Path.Combine(catalogue.Directory, TemplateFile);
        if (!File.Exists(path))
        {
            problems.Add(new(TemplateFile, 1, "缺少年度报告的模板。"));
            return null;
        }
        var parsed = ReportTemplate.Parse(File.ReadAllText(path), terms);
        foreach (var error in parsed.Errors)
            problems.Add(new(TemplateFile, error.Line, $"第 {error.Column} 列：{error.Message}"));
        return parsed.Template;
    }

    /// <summary>What a template of these definitions may speak of.</summary>
    public static ReportTerms Terms(Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        return new()
        {
            Describe = reference =>
                catalogue.Find(reference.Key) is { } indicator
                    ? ReportFigure.Of(indicator, null, null) with
                    {
                        Key = reference.Key,
                    }
                    : null,
            Keys = [.. catalogue.Indicators.Keys],
            Codes = key =>
                catalogue.Find(key) is { Kind: not IndicatorKind.Distinct } indicator
                    ? [.. Categories.Field(catalogue, indicator)?.Choices?.Items.Select(item => item.Code) ?? []]
                    : [],
        };
    }

    private ReportVariables Variables(int year, Unit unit)
    {
        var isRoot = unit.ParentId is null;
        return new ReportVariables
        {
            Year = year,
            Place = (isRoot ? books.Setting("place_name") : null) ?? unit.Name,
            Office = Office.Of(books, unit),
            Date = books.Clock.Today,
        };
    }
}
