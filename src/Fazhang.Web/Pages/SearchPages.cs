using Fazhang.Core.Definitions;
using Fazhang.Core.Records;
using Fazhang.Core.Units;
using Fazhang.Web.Access;

namespace Fazhang.Web.Pages;

/// <summary>What was found in one register; More tells that there are others.</summary>
public sealed record SearchHits(RegisterDefinition Register, IReadOnlyList<Record> Records, bool More);

/// <summary>What the search page shows.</summary>
public sealed record SearchModel(
    string Text,
    IReadOnlyList<SearchHits> Hits,
    IReadOnlyList<IndicatorDefinition> Figures,
    IReadOnlyList<Unit> Units,
    string? Problem
);

/// <summary>One search over numbers and searchable text of all registers that the visitor may read, and over figures and units.</summary>
public static class SearchPages
{
    private const int HitsShown = 5;
    private const int UnitsShown = 20;
    private const int Shortest = 2;
    private const int Longest = 50;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/search", Show);

    private static IResult Show(Visit visit)
    {
        var text = (visit.Query("q") ?? "").Trim();
        var problem =
            text.Length == 0 ? "请输入要找的编号、姓名或事项。"
            : text.Length < Shortest ? "请至少输入两个字。"
            : text.Length > Longest ? $"最多 {Longest} 个字。请缩短后再查。"
            : null;
        var hits = problem is null ? Search(visit, text) : [];
        var figures =
            problem is null && visit.May(Permission.Figures)
                ? visit
                    .Catalogue.Indicators.Values.Where(i => i.Title.Contains(text, StringComparison.OrdinalIgnoreCase))
                    .ToList()
                : [];
        var reach = visit.Gate.FigureReach(visit.Actor);
        var units = problem is null
            ? visit.Books.Units.All.Where(unit => unit.Name.Contains(text, StringComparison.Ordinal) && reach.Includes(unit.Id))
            : [];
        return Answers.Page<SearchPage, SearchModel>(
            visit,
            new SearchModel(text, hits, figures, [.. units.Take(UnitsShown)], problem)
        );
    }

    private static List<SearchHits> Search(Visit visit, string text)
    {
        var list = new RecordList(visit.Books);
        return
        [
            .. visit
                .ReadableRegisters.Select(register =>
                {
                    var page = list.Page(visit.Actor, register, new RecordQuery { Text = text, Take = HitsShown });
                    return new SearchHits(register, page.Records, page.Next is not null);
                })
                .Where(hits => hits.Records.Count > 0),
        ];
    }
}
