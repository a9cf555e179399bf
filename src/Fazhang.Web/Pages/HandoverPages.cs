using System.Globalization;
using Fazhang.Core.Access;
using Fazhang.Core.Journal;
using Fazhang.Core.Records;
using Fazhang.Core.Units;
using Fazhang.Web.Access;

namespace Fazhang.Web.Pages;

/// <summary>The form for handing a record over.</summary>
public sealed record HandoverModel
{
    public const string ToField = "to";
    public const string UnitField = "unit";

    public required Record Record { get; init; }

    /// <summary>The units it can go to; empty when it stays in its unit.</summary>
    public required IReadOnlyList<Unit> Units { get; init; }

    /// <summary>The people who can get it; empty when persons do not matter.</summary>
    public required IReadOnlyList<Principal> People { get; init; }

    public string To { get; init; } = "";

    public long UnitId { get; init; }

    public string Reason { get; init; } = "";

    public long Version { get; init; }

    public IReadOnlyList<FieldError> Errors { get; init; } = [];
}

/// <summary>移交.</summary>
public static class HandoverPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/r/{register}/{id:long}/handover", Ask);
        routes.MapPost("/r/{register}/{id:long}/handover", DoAsync);
    }

    private static IResult Ask(Visit visit, string register, long id) =>
        Allowed(visit, register, id, out var refusal) is { } record ? Show(visit, Model(visit, record)) : refusal;

    private static async Task<IResult> DoAsync(Visit visit, string register, long id, OnceGuard once)
    {
        if (Allowed(visit, register, id, out var refusal) is not { } record)
            return refusal;
        var form = await visit.FormAsync();
        var typed = Model(visit, record) with
        {
            To = form.GetValueOrDefault(HandoverModel.ToField, "").Trim(),
            UnitId = Number(form.GetValueOrDefault(HandoverModel.UnitField)) ?? record.UnitId,
            Reason = form.GetValueOrDefault(EditForm.ReasonField, "").Trim(),
            Version = Number(form.GetValueOrDefault(EditForm.VersionField)) ?? 0,
        };
        return once.Do(
            visit.Actor.AccountId,
            form.GetValueOrDefault(OnceGuard.Field),
            () =>
            {
                var result = new RecordStore(visit.Books).HandOver(
                    visit.Actor,
                    record.Register,
                    id,
                    typed.Version,
                    typed.To,
                    typed.UnitId,
                    typed.Reason
                );
                // Whoever gave the record away may not see it any more: the list is where they go on.
                if (result is SaveResult.Saved saved && !visit.Gate.CanRead(visit.Actor, record.Register, saved.Record.UnitId))
                    return (Results.Redirect($"/r/{record.Register.Key}"), $"/r/{record.Register.Key}");
                return result is SaveResult.Invalid invalid
                    ? (Show(visit, typed with { Errors = invalid.Errors }, StatusCodes.Status422UnprocessableEntity), null)
                    : ApprovalPages.Finish(visit, record, JournalAction.Handover, result);
            }
        );
    }

    private static Record? Allowed(Visit visit, string register, long id, out IResult refusal)
    {
        if (RecordPages.Readable(visit, register, id, out refusal) is not { } record)
            return null;
        if (new RecordStore(visit.Books).CanHandOver(visit.Actor, record))
            return record;
        refusal = record.Register.Handover is { } handover
            ? Answers.Refused(
                visit,
                record.State.Final
                    ? $"案件现在是“{record.State.Title}”，流程已经结束，不用移交。"
                    : $"移交要由{string.Join("或", handover.By.Select(visit.Catalogue.RoleTitle))}办理，您没有这个角色。请联系他们。"
            )
            : Answers.Missing(visit);
        return null;
    }

    private static HandoverModel Model(Visit visit, Record record)
    {
        var store = new RecordStore(visit.Books);
        var units = store.HandoverUnits(visit.Actor, record.Register);
        return new HandoverModel
        {
            Record = record,
            Version = record.Version,
            UnitId = record.UnitId,
            Units = units,
            People = record.Register.Handover!.Field is null
                ? []
                :
                [
                    .. store
                        .HandoverPeople(record.Register, record.UnitId)
                        .Concat(units.Take(UnitsLookedInto).SelectMany(unit => store.HandoverPeople(record.Register, unit.Id)))
                        .DistinctBy(person => person.AccountId),
                ],
        };
    }

    /// <summary>People of so many units are offered as a list; anybody else can still be typed by login.</summary>
    private const int UnitsLookedInto = 20;

    private static IResult Show(Visit visit, HandoverModel model, int status = StatusCodes.Status200OK) =>
        Answers.Page<HandoverPage, HandoverModel>(visit, model, status);

    private static long? Number(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
