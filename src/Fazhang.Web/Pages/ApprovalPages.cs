using System.Globalization;
using Fazhang.Core.Definitions;
using Fazhang.Core.Journal;
using Fazhang.Core.Records;
using Fazhang.Web.Access;

namespace Fazhang.Web.Pages;

/// <summary>What waits on a record for agreement, and what the visitor may do about it.</summary>
public sealed record PendingModel
{
    public required Approval Approval { get; init; }

    /// <summary>The fields that would change, with both values.</summary>
    public required IReadOnlyList<(FieldDefinition Field, object? Before, object? After)> Changes { get; init; }

    public required bool CanDecide { get; init; }

    public required bool CanRecall { get; init; }

    public static PendingModel? Of(Visit visit, Record record)
    {
        ArgumentNullException.ThrowIfNull(visit);
        ArgumentNullException.ThrowIfNull(record);
        var store = new RecordStore(visit.Books);
        if (store.Pending(record) is not { } approval)
            return null;
        var proposed = store.Proposed(record, approval);
        return new PendingModel
        {
            Approval = approval,
            Changes =
            [
                .. record
                    .Register.Fields.Where(field =>
                        !Equals(record.Values[field.Slot], proposed[field.Slot]) && visit.Words.CanSee(record, field)
                    )
                    .Select(field => (field, record.Values[field.Slot], proposed[field.Slot])),
            ],
            CanDecide = store.CanDecide(visit.Actor, record, approval),
            CanRecall = RecordStore.CanRecall(visit.Actor, approval),
        };
    }
}

/// <summary>Agreeing, returning and recalling: buttons of the record page.</summary>
public static class ApprovalPages
{
    public const string WordsField = "words";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/r/{register}/{id:long}/approval/{kind}", DecideAsync);

    private static async Task<IResult> DecideAsync(Visit visit, string register, long id, string kind, OnceGuard once)
    {
        if (RecordPages.Readable(visit, register, id, out var refusal) is not { } record)
            return refusal;
        var form = await visit.FormAsync();
        var words = form.GetValueOrDefault(WordsField, "").Trim();
        var store = new RecordStore(visit.Books);
        var version = long.TryParse(
            form.GetValueOrDefault(EditForm.VersionField),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var seen
        )
            ? seen
            : 0;
        Func<SaveResult>? decide = kind switch
        {
            JournalAction.Agree => () => store.Agree(visit.Actor, record.Register, id, version, words),
            JournalAction.SendBack => () => store.SendBack(visit.Actor, record.Register, id, version, words),
            JournalAction.Recall => () => store.Recall(visit.Actor, record.Register, id, version, words),
            _ => null,
        };
        if (decide is null)
            return Answers.Missing(visit);
        var action = store.Pending(record)?.ActionKey ?? "";
        return once.Do(
            visit.Actor.AccountId,
            form.GetValueOrDefault(OnceGuard.Field),
            () => Finish(visit, record, JournalAction.About(kind, action), decide())
        );
    }

    /// <summary>The end of something that has no form of its own to come back to.</summary>
    public static (IResult Answer, string? SavedAt) Finish(Visit visit, Record record, string done, SaveResult result)
    {
        ArgumentNullException.ThrowIfNull(record);
        switch (result)
        {
            case SaveResult.Saved saved:
                var address = $"/r/{saved.Record.Register.Key}/{saved.Record.Id}?done={Uri.EscapeDataString(done)}";
                return (Results.Redirect(address), address);
            case SaveResult.Invalid invalid:
                var errors = string.Concat(invalid.Errors.Select(error => error.Message));
                return (
                    Answers.Message(visit, StatusCodes.Status422UnprocessableEntity, "没有保存", $"{record.Name}：{errors}"),
                    null
                );
            case SaveResult.Conflict conflict:
                return (
                    Answers.Message(
                        visit,
                        StatusCodes.Status409Conflict,
                        "别人先办了",
                        $"{record.Name}：{conflict.First ?? "这条记录刚刚有变动。请重新打开。"}"
                    ),
                    null
                );
            case SaveResult.Refused refused:
                return (Answers.Refused(visit, refused.Message), null);
            default:
                return (Answers.Missing(visit), null);
        }
    }
}
