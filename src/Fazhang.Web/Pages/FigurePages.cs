using Fazhang.Core.Definitions;
using Fazhang.Core.Figures;
using Fazhang.Core.Records;
using Fazhang.Web.Access;

namespace Fazhang.Web.Pages;

/// <summary>The catalogue of figures, and one figure.</summary>
public static class FigurePages
{
    private const int RecordsShown = 10;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/figures", Catalogue);
        routes.MapGet("/figures/{key}", Show);
    }

    private static IResult Catalogue(Visit visit)
    {
        if (Choose(visit, null, out var refusal) is not { } choice)
            return refusal;
        var query = visit.Query("q");
        var line =
            query is null && visit.Query("line") is { } key ? visit.Catalogue.Lines.FirstOrDefault(own => own.Key == key) : null;
        if (query is null && line is null && visit.Query("line") is not null)
            return Answers.Missing(visit);
        // The book is asked inside the snapshot it was read in: figures recomputed from records then need no connection each.
        return visit.Books.Snapshot(
            (connection, transaction) =>
            {
                var book = new FigureReader(visit.Books).Read(connection, choice.Year, choice.Unit.Id, transaction);
                var published = new Closings(visit.Books).Published(choice.Unit.Id, choice.Year - 2, choice.Year);
                var catalogue = new FigureCatalogue(visit, choice.Year, book, published);
                return Answers.Page<FiguresPage, FiguresModel>(
                    visit,
                    new FiguresModel(
                        choice,
                        query,
                        line,
                        catalogue.Lines,
                        query is not null ? catalogue.Find(query)
                            : line is not null ? [catalogue.Whole(line)]
                            : catalogue.Overview(),
                        published.Any
                    )
                );
            }
        );
    }

    private static IResult Show(Visit visit, string key)
    {
        if (Choose(visit, null, out var refusal) is not { } choice)
            return refusal;
        if (
            !visit.Catalogue.Indicators.TryGetValue(key, out var indicator)
            || FigureAddress.Months(choice.Year, visit.Query("month") ?? "") is not { } period
        )
            return Answers.Missing(visit);
        var today = visit.Books.Clock.Today;
        var reader = new FigureReader(visit.Books);
        var book = reader.Read(indicator, choice.Year, choice.Unit.Id);
        var rows = new FigureRows(book, today);
        var published = new Closings(visit.Books).Published(indicator.Key, choice.Unit.Id, choice.Year - 2, choice.Year);
        return Answers.Page<FigurePage, FigureModel>(
            visit,
            new FigureModel
            {
                Choice = choice,
                Indicator = indicator,
                Period = period,
                Periods = rows.Periods(choice.Year, choice.Year == today.Year ? today.Month : 12),
                Row = rows.Row(indicator, period),
                Shown = ComparedFigure.Of(book, published, indicator, period),
                Months = rows.Months(indicator, choice.Year),
                Spans = rows.Spans(indicator, choice.Year),
                ClosedPeriods =
                [
                    .. published
                        .All.Where(figure => figure.Code is null && figure.Period.To / 100 == choice.Year)
                        .Select(figure => figure.Period)
                        .Distinct()
                        .OrderBy(own => own.To)
                        .ThenByDescending(own => own.From)
                        .Select(own => new PublishedDifference(published.Find(indicator, own)!, book.Value(indicator, own))),
                ],
                Categories = rows.Categories(indicator, period),
                Versions =
                [
                    .. indicator
                        .Earlier.Prepend(indicator)
                        .Where(_ => indicator.Earlier.Count > 0)
                        .Select(version => new VersionRow(version, rows.Row(version, period))),
                ],
                ByUnit = rows.ByUnit(reader, indicator, choice.Unit, period),
                Questions = new KeepingStore(visit.Books).Both(indicator, choice.Unit, period),
                Lists = Lists(visit, new FigureCell(indicator, choice.Unit.Id, period)),
            }
        );
    }

    private static List<RecordsBehind> Lists(Visit visit, FigureCell cell) =>
        [
            .. DrillDown
                .All(visit.Catalogue, cell.Indicator)
                .Select(part => visit.Catalogue.RegisterOf(part)!)
                .Select(register =>
                {
                    var page = visit.Gate.CanRead(visit.Actor, register)
                        ? new RecordList(visit.Books).Page(
                            visit.Actor,
                            register,
                            new RecordQuery { Behind = cell, Take = RecordsShown }
                        )
                        : null;
                    return new RecordsBehind(register, page?.Records, page?.Next is not null);
                }),
        ];

    /// <summary>Year (if not given, the address says it) and unit; the unit must be within the visitor's reach of figures.</summary>
    public static FigureChoice? Choose(Visit visit, int? ofYear, out IResult refusal)
    {
        ArgumentNullException.ThrowIfNull(visit);
        refusal = Answers.Missing(visit);
        var reach = visit.Gate.FigureReach(visit.Actor);
        if (!reach.Any)
        {
            refusal = Answers.Refused(visit, "您的角色不能查看数字。需要查看的，请向系统管理员申请有“数字”权限的角色。");
            return null;
        }
        var unit = reach.Roots[0];
        if (visit.Query("unit") is { } asked)
        {
            if (!long.TryParse(asked, out var id) || visit.Books.Units.Find(id) is not { } found)
                return null;
            if (!reach.Includes(id))
            {
                refusal = Answers.Refused(
                    visit,
                    $"“{found.Name}”不在您能查看的单位范围内。需要查看的，请联系该单位或系统管理员。"
                );
                return null;
            }
            unit = found;
        }
        var today = visit.Books.Clock.Today.Year;
        var text = ofYear is null ? visit.Query("year") : null;
        var year = ofYear ?? (text is null ? today : visit.QueryNumber("year") ?? 0);
        if (year is < 1950 or > 2199)
        {
            refusal = Answers.Message(
                visit,
                StatusCodes.Status404NotFound,
                "没有这一年",
                "地址里的年份不对。请从年份列表中选择。"
            );
            return null;
        }
        return new FigureChoice(
            year,
            unit,
            [.. Enumerable.Range(today - 4, 5).Append(year).Distinct().OrderDescending()],
            [.. visit.Books.Units.All.Where(other => reach.Includes(other.Id))]
        );
    }
}
