using System.Globalization;
using Fazhang.Core.Definitions;
using Fazhang.Core.Figures;
using Fazhang.Web.Access;

namespace Fazhang.Web.Pages;

/// <summary>What the page of closings shows.</summary>
public sealed record ClosingsModel
{
    public required FigureChoice Choice { get; init; }

    /// <summary>Closings of the units in the visitor's reach, and of those above the chosen one.</summary>
    public required IReadOnlyList<Closing> Closings { get; init; }

    /// <summary>Whether the visitor may close periods for the chosen unit.</summary>
    public required bool MayClose { get; init; }

    /// <summary>Periods of the chosen year that are over and not closed yet.</summary>
    public required IReadOnlyList<PeriodLink> Open { get; init; }

    /// <summary>Since when which units keep records of their own; registers that compete with returns.</summary>
    public required IReadOnlyList<RegisterDefinition> Kept { get; init; }

    /// <summary>What is wrong with what was asked; null when nothing is.</summary>
    public string? Problem { get; init; }
}

/// <summary>What the page of one closing shows.</summary>
public sealed record ClosingModel
{
    public required Closing Closing { get; init; }

    public required IReadOnlyList<PublishedDifference> Differences { get; init; }

    public required IReadOnlyList<Correction> Corrections { get; init; }

    public required bool Intact { get; init; }

    public required bool MayCorrect { get; init; }

    public required bool MayReopen { get; init; }

    public string? Problem { get; init; }
}

/// <summary>Closing periods, correcting published figures, opening closed periods again, and saying which source speaks.</summary>
public static class ClosingPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/closings", (Visit visit) => List(visit, null, StatusCodes.Status200OK));
        routes.MapPost("/closings", CloseAsync);
        routes.MapGet("/closings/{id:long}", (Visit visit, long id) => Show(visit, id, null, StatusCodes.Status200OK));
        routes.MapPost("/closings/{id:long}/correct", CorrectAsync);
        routes.MapPost("/closings/{id:long}/reopen", ReopenAsync);
        routes.MapPost("/closings/keeping", KeepAsync);
    }

    private static IResult List(Visit visit, string? problem, int status)
    {
        if (FigurePages.Choose(visit, null, out var refusal) is not { } choice)
            return refusal;
        var closings = new Closings(visit.Books);
        var all = closings.All();
        var reach = visit.Gate.FigureReach(visit.Actor);
        var today = visit.Books.Clock.Today;
        var units = visit.Books.Units;
        return Answers.Page<ClosingsPage, ClosingsModel>(
            visit,
            new ClosingsModel
            {
                Choice = choice,
                Closings =
                [
                    .. all.Where(one => reach.Includes(one.UnitId) || units.Find(one.UnitId)?.Contains(choice.Unit) == true),
                ],
                MayClose = visit.Gate.ClosingReach(visit.Actor).Includes(choice.Unit.Id),
                Open =
                [
                    .. Periods(choice.Year)
                        .Where(link =>
                            link.Period.LastDay <= today
                            && !all.Any(one =>
                                one.Reopened is null
                                && one.Period == link.Period
                                && units.Find(one.UnitId)?.Contains(choice.Unit) == true
                            )
                        ),
                ],
                Kept = KeepingStore.Registers(visit.Catalogue),
                Problem = problem,
            },
            status
        );
    }

    private static async Task<IResult> CloseAsync(Visit visit)
    {
        var form = await visit.FormAsync();
        if (UnitOf(visit, form) is not { } unit || PeriodOf(form.GetValueOrDefault("period", "")) is not { } period)
            return Answers.Missing(visit);
        return Finish(
            visit,
            new Closings(visit.Books).Close(visit.Actor, unit, period, form.GetValueOrDefault("reason")),
            done => $"/closings/{done.Id}?done=close",
            message => List(visit, message, StatusCodes.Status422UnprocessableEntity)
        );
    }

    private static IResult Show(Visit visit, long id, string? problem, int status)
    {
        var closings = new Closings(visit.Books);
        if (closings.Find(id) is not { } closing || !visit.Gate.FigureReach(visit.Actor).Includes(closing.UnitId))
            return Answers.Missing(visit);
        return Answers.Page<ClosingPage, ClosingModel>(
            visit,
            new ClosingModel
            {
                Closing = closing,
                Differences = closings.Differences(closing),
                Corrections = closings.Corrections(id),
                Intact = closings.IsIntact(closing),
                MayCorrect = closing.Reopened is null && visit.Gate.ClosingReach(visit.Actor).Includes(closing.UnitId),
                MayReopen = closing.Reopened is null && visit.Gate.ReopeningReach(visit.Actor).Includes(closing.UnitId),
                Problem = problem,
            },
            status
        );
    }

    private static async Task<IResult> CorrectAsync(Visit visit, long id)
    {
        var form = await visit.FormAsync();
        if (!Known(visit, id))
            return Answers.Missing(visit);
        return Finish(
            visit,
            new Closings(visit.Books).Correct(
                visit.Actor,
                id,
                form.GetValueOrDefault("indicator", ""),
                form.GetValueOrDefault("reason")
            ),
            _ => $"/closings/{id}?done=correct",
            message => Show(visit, id, message, StatusCodes.Status422UnprocessableEntity)
        );
    }

    private static async Task<IResult> ReopenAsync(Visit visit, long id)
    {
        var form = await visit.FormAsync();
        if (!Known(visit, id))
            return Answers.Missing(visit);
        return Finish(
            visit,
            new Closings(visit.Books).Reopen(visit.Actor, id, form.GetValueOrDefault("reason")),
            _ => $"/closings/{id}?done=reopen",
            message => Show(visit, id, message, StatusCodes.Status422UnprocessableEntity)
        );
    }

    private static async Task<IResult> KeepAsync(Visit visit)
    {
        var form = await visit.FormAsync();
        if (
            UnitOf(visit, form) is not { } unit
            || !visit.Catalogue.Registers.TryGetValue(form.GetValueOrDefault("register", ""), out var register)
        )
            return Answers.Missing(visit);
        var text = form.GetValueOrDefault("since", "");
        var since =
            text.Length == 0 ? Keeping.Never
            : DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? day.Year * 100 + day.Month
            : 0;
        return Finish(
            visit,
            new KeepingStore(visit.Books).Say(visit.Actor, unit, register, since, form.GetValueOrDefault("reason")),
            _ => $"/closings?unit={unit.Id}&done=keeping",
            message => List(visit, message, StatusCodes.Status422UnprocessableEntity)
        );
    }

    private static bool Known(Visit visit, long id) =>
        new Closings(visit.Books).Find(id) is { } closing && visit.Gate.FigureReach(visit.Actor).Includes(closing.UnitId);

    private static IResult Finish(
        Visit visit,
        ClosingResult result,
        Func<ClosingResult.Done, string> address,
        Func<string, IResult> again
    ) =>
        result switch
        {
            ClosingResult.Done done => Results.Redirect(address(done)),
            ClosingResult.Refused refused => Answers.Refused(visit, refused.Message),
            ClosingResult.Invalid invalid => again(invalid.Message),
            _ => throw new InvalidOperationException($"Unexpected result {result.GetType().Name}."),
        };

    /// <summary>A unit of the form that the visitor may see figures of.</summary>
    private static Core.Units.Unit? UnitOf(Visit visit, IReadOnlyDictionary<string, string> form) =>
        long.TryParse(form.GetValueOrDefault("unit"), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        && visit.Gate.FigureReach(visit.Actor).Includes(id)
            ? visit.Books.Units.Find(id)
            : null;

    private static Period? PeriodOf(string text) =>
        text.Length == 13
        && int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && FigureAddress.Months(year, text) is { } period
            ? period
            : null;

    /// <summary>The value of a period in the form.</summary>
    public static string Value(Period period) => $"{period.From}-{period.To}";

    private static IEnumerable<PeriodLink> Periods(int year)
    {
        yield return new("全年", Period.Year(year), true);
        for (var half = 1; half <= 2; half++)
            yield return new(half == 1 ? "上半年" : "下半年", Period.HalfYear(year, half), true);
        for (var quarter = 1; quarter <= 4; quarter++)
            yield return new("一二三四"[quarter - 1] + "季度", Period.Quarter(year, quarter), true);
        for (var month = 1; month <= 12; month++)
            yield return new($"{month}月", Period.Month(year, month), true);
    }
}
