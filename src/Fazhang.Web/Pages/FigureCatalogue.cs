using Fazhang.Core.Definitions;
using Fazhang.Core.Figures;
using Fazhang.Web.Access;

namespace Fazhang.Web.Pages;

/// <summary>A line of the catalogue of figures.</summary>
public sealed record CatalogueRow(IndicatorDefinition Indicator, ComparedFigure Shown);

/// <summary>The figures of one register; without title where those of several registers stand together.</summary>
public sealed record CatalogueGroup(string? Title, IReadOnlyList<CatalogueRow> Rows);

/// <summary>What the catalogue shows of a business line.</summary>
/// <param name="Line">The line.</param>
/// <param name="Count">How many figures the line has.</param>
/// <param name="Groups">Those that are shown with their values.</param>
/// <param name="Empty">Those that have nothing in the three years; empty in the overview.</param>
public sealed record CatalogueLine(
    LineDefinition Line,
    int Count,
    IReadOnlyList<CatalogueGroup> Groups,
    IReadOnlyList<IndicatorDefinition> Empty
);

/// <summary>
/// Chooses what the catalogue shows, for there are many hundred figures: in the overview the foremost of each line, in one
/// line all of it by register, in a search what was found. Whatever has no data stands behind, by name only.
/// </summary>
internal sealed class FigureCatalogue(Visit visit, int year, FigureBook book, PublishedFigures published)
{
    private const int Foremost = 8;

    /// <summary>So many found figures are shown with their values; who finds more should say more.</summary>
    public const int FoundShown = 100;

    private readonly ILookup<string, IndicatorDefinition> lines = visit.Catalogue.Indicators.Values.ToLookup(indicator =>
        indicator.Line
    );

    /// <summary>Lines with figures, in the order of the menu.</summary>
    public IReadOnlyList<LineDefinition> Lines => [.. visit.Catalogue.Lines.Where(line => lines.Contains(line.Key))];

    /// <summary>Each line's foremost figures; lines without any data last.</summary>
    public IReadOnlyList<CatalogueLine> Overview() =>
        [
            .. Lines
                .Select(line =>
                {
                    var all = lines[line.Key].ToList();
                    var shown = InOrder(all).Where(HasData).Take(Foremost).ToHashSet();
                    List<CatalogueRow> rows = [.. all.Where(shown.Contains).Select(Row)];
                    return new CatalogueLine(line, all.Count, rows.Count == 0 ? [] : [new(null, rows)], []);
                })
                .OrderBy(line => line.Groups.Count == 0),
        ];

    /// <summary>All figures of a line, by register.</summary>
    public CatalogueLine Whole(LineDefinition line) => Of(line, [.. lines[line.Key]]);

    /// <summary>What has the words in its title, its 口径 or the title of its register.</summary>
    public IReadOnlyList<CatalogueLine> Find(string words)
    {
        var left = FoundShown;
        List<CatalogueLine> found = [];
        foreach (var line in Lines)
        {
            List<IndicatorDefinition> own = [.. lines[line.Key].Where(indicator => Matches(indicator, words)).Take(left)];
            if (own.Count > 0)
                found.Add(Of(line, own));
            left -= own.Count;
        }
        return found;
    }

    private CatalogueLine Of(LineDefinition line, List<IndicatorDefinition> indicators)
    {
        var groups = indicators
            .Where(HasData)
            .GroupBy(indicator => visit.Catalogue.RegisterOf(indicator)?.Title)
            .Select(group => new CatalogueGroup(group.Key, [.. group.Select(Row)]))
            .ToList();
        var filled = groups.SelectMany(group => group.Rows).Select(row => row.Indicator).ToHashSet();
        // A retired indicator is shown for the years that have values of it, and no longer.
        return new CatalogueLine(
            line,
            indicators.Count,
            groups,
            [.. indicators.Where(indicator => !indicator.Retired && !filled.Contains(indicator))]
        );
    }

    /// <summary>Headlines first, then of each register its first figure, then the rest.</summary>
    private static IEnumerable<IndicatorDefinition> InOrder(List<IndicatorDefinition> all) =>
        all.Where(indicator => indicator.Headline)
            .Concat(all.GroupBy(indicator => indicator.Register).Select(group => group.First()))
            .Concat(all)
            .Distinct();

    private CatalogueRow Row(IndicatorDefinition indicator) =>
        new(indicator, ComparedFigure.Of(book, published, indicator, Period.Year(year)));

    private bool HasData(IndicatorDefinition indicator) =>
        Enumerable
            .Range(year - 2, 3)
            .Select(Period.Year)
            .Any(period => book.HasData(indicator, period) || published.Find(indicator, period) is not null);

    private bool Matches(IndicatorDefinition indicator, string words) =>
        indicator.Title.Contains(words, StringComparison.OrdinalIgnoreCase)
        || indicator.Meaning.Contains(words, StringComparison.OrdinalIgnoreCase)
        || visit.Catalogue.RegisterOf(indicator)?.Title.Contains(words, StringComparison.OrdinalIgnoreCase) == true;
}
