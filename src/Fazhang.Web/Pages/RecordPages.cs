using Fazhang.Core.Definitions;
using Fazhang.Core.Figures;
using Fazhang.Core.Journal;
using Fazhang.Core.Records;
using Fazhang.Web.Access;

namespace Fazhang.Web.Pages;

/// <summary>What the page of a record shows.</summary>
public sealed record RecordModel
{
    public required Record Record { get; init; }

    public required IReadOnlyList<JournalEntry> History { get; init; }

    public required IReadOnlyList<RecordClock> Clocks { get; init; }

    public required IReadOnlyList<ActionDefinition> Actions { get; init; }

    public required IReadOnlyList<RecordPosting> Postings { get; init; }

    public required IReadOnlyList<FlowStepView> Flow { get; init; }

    /// <summary>Records that refer to this one.</summary>
    public required IReadOnlyList<IncomingLinks> Links { get; init; }

    /// <summary>Where it comes from.</summary>
    public required IReadOnlyList<Origin> Origins { get; init; }

    /// <summary>What the visitor may enter out of it.</summary>
    public required IReadOnlyList<OfferedOpening> Offered { get; init; }

    public required bool CanChange { get; init; }

    /// <summary>Whether the visitor may see personal fields; they are shown only when asked for.</summary>
    public required bool CanReveal { get; init; }

    /// <summary>True when the look has been journaled and the fields are shown in clear.</summary>
    public required bool Revealed { get; init; }

    /// <summary>The approval the record waits for; null when it waits for none.</summary>
    public required PendingModel? Pending { get; init; }

    public required bool CanHandOver { get; init; }

    /// <summary>The documents that were made out.</summary>
    public required IReadOnlyList<ProducedDocument> Documents { get; init; }

    /// <summary>The forms the visitor may make out by hand.</summary>
    public required IReadOnlyList<FormDefinition> Forms { get; init; }

    /// <summary>What was just done, in words; null when the page was simply opened.</summary>
    public string? JustDone { get; init; }
}

/// <summary>The page of a record.</summary>
public static class RecordPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/r/{register}/{id:long}", Show);
        routes.MapPost("/r/{register}/{id:long}/personal", Reveal);
    }

    /// <summary>The record, when the visitor may read it; otherwise the answer to give.</summary>
    public static Record? Readable(Visit visit, string register, long id, out IResult refusal)
    {
        ArgumentNullException.ThrowIfNull(visit);
        if (RegisterPages.Readable(visit, register, out refusal) is not { } definition)
            return null;
        // The same answer for a record that does not exist and one of another unit.
        refusal = Answers.Missing(visit);
        return new RecordStore(visit.Books).Find(visit.Actor, definition, id);
    }

    private static IResult Show(Visit visit, string register, long id) =>
        Readable(visit, register, id, out var refusal) is { } record ? Answer(visit, record, revealed: false) : refusal;

    private static IResult Reveal(Visit visit, string register, long id)
    {
        if (Readable(visit, register, id, out var refusal) is not { } record)
            return refusal;
        return new RecordStore(visit.Books).LookAtPersonal(visit.Actor, record)
            ? Answer(visit, record, revealed: true)
            : Answers.Refused(
                visit,
                $"您的角色不能查看“{record.Register.Title}”的个人信息。能查看的角色是："
                    + string.Join("、", record.Register.Access.Personal.Select(visit.Catalogue.RoleTitle))
                    + "。确有需要的，请联系他们。"
            );
    }

    private static IResult Answer(Visit visit, Record record, bool revealed)
    {
        var store = new RecordStore(visit.Books);
        var history = store.History(record);
        return Answers.Page<RecordDetailPage, RecordModel>(
            visit,
            new RecordModel
            {
                Record = record,
                History = history,
                Clocks = store.Clocks(record, history),
                Actions = InOrder(record, store.Actions(visit.Actor, record)),
                Postings = RecordPostings.Of(visit.Books, record),
                Flow = FlowPicture.Of(record, history),
                Links = RecordLinks.To(visit.Books, visit.Actor, record),
                Origins = RecordLinks.Origins(visit.Books, visit.Actor, record),
                Offered = store.Offered(visit.Actor, record, history),
                CanChange = visit.Gate.CanChange(visit.Actor, record.Register, record.UnitId),
                CanReveal = visit.Gate.CanSeePersonal(visit.Actor, record.Register, record.UnitId),
                Revealed = revealed,
                Pending = PendingModel.Of(visit, record),
                CanHandOver = store.CanHandOver(visit.Actor, record),
                Documents = new Documents(visit.Books).Of(record),
                Forms = new Documents(visit.Books).Offered(visit.Actor, record),
                JustDone = visit.Query("done") is { } done ? ActionTitle(record.Register, done) : null,
            }
        );
    }

    /// <summary>What is still to be done comes first; an action whose dates are filled in already can wait.</summary>
    private static List<ActionDefinition> InOrder(Record record, IReadOnlyList<ActionDefinition> actions) =>
        [
            .. actions.OrderBy(action =>
                action.To is null
                && action.Asks.Count > 0
                && action
                    .Asks.Where(field => !action.Optional.Contains(field.Key))
                    .All(field => record.Values[field.Slot] is not null)
            ),
        ];

    public static string? ActionTitle(RegisterDefinition register, string action)
    {
        ArgumentNullException.ThrowIfNull(register);
        return JournalAction.TitleOf(register, action);
    }
}
