using System.Data.Common;
using Dapper;
using Fazhang.Core.Access;
using Fazhang.Core.Definitions;
using Fazhang.Core.Journal;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Records;

/// <summary>
/// Actions that need others to agree. Each event raises the record's version though its content stays, so that whoever
/// presses second (an approver, or somebody with an old form) is told by the version who was first.
/// </summary>
public sealed partial class RecordStore
{
    private const int MostWaiting = 200;

    /// <summary>The approval a record waits for; null when it waits for none.</summary>
    public Approval? Pending(Record record) =>
        books.Read(connection => ApprovalTable.Pending(connection, null, books.Dialect, record.Register, record.Id));

    /// <summary>Which of the records of a register wait for an approval.</summary>
    public IReadOnlySet<long> Waiting(RegisterDefinition register, IReadOnlyCollection<Record> records) =>
        records.Count == 0 || register.Actions.All(action => action.Approve.Count == 0)
            ? new HashSet<long>()
            : books.Read(connection => ApprovalTable.Waiting(connection, register, [.. records.Select(record => record.Id)]));

    /// <summary>Whether the actor may agree to or return what waits.</summary>
    public bool CanDecide(Actor actor, Record record, Approval approval) => MayDecide(actor, record, approval, out _) is null;

    /// <summary>Whether the actor put it up, alone or through somebody in their place, and may therefore recall it.</summary>
    public static bool CanRecall(Actor actor, Approval approval) =>
        actor.AccountId == approval.RequestedBy || actor.AccountId == approval.RequestedFor;

    /// <summary>The approvals that wait for the actor, the oldest first of each register.</summary>
    public IReadOnlyList<WaitingApproval> WaitingFor(Actor actor) =>
        [
            .. books
                .Catalogue.Registers.Values.Where(register => register.Actions.Any(action => action.Approve.Count > 0))
                .SelectMany(register => Waiting(actor, register))
                .Where(waiting => CanDecide(actor, waiting.Record, waiting.Approval)),
        ];

    /// <summary>What the actor has put up and is not decided yet.</summary>
    public IReadOnlyList<WaitingApproval> PutUpBy(Actor actor) =>
        [
            .. books
                .Catalogue.Registers.Values.SelectMany(register => Waiting(actor, register))
                .Where(waiting => CanRecall(actor, waiting.Approval)),
        ];

    /// <summary>The values the record would have today, if what waits were agreed to; its own when the definition lost the action.</summary>
    public object?[] Proposed(Record record, Approval approval)
    {
        var values = (object?[])record.Values.Clone();
        if (approval.Action is not { } action)
            return values;
        foreach (var (key, value) in approval.Asked)
            values[record.Register.Field(key)!.Slot] = value;
        foreach (var set in action.Sets)
            values[set.Field.Slot] = StoredValue.Of(set.Field, set.Value?.Evaluate(values, Context()));
        if (action.To is not null)
            values[FieldDefinition.StateSlot] = action.To;
        return values;
    }

    /// <summary>Agrees to the step that waits; the last agreement does the action, after its conditions are checked again.</summary>
    public SaveResult Agree(Actor actor, RegisterDefinition register, long id, long version, string? opinion) =>
        Decide(
            actor,
            register,
            id,
            version,
            (connection, transaction, current, approval) =>
            {
                if (MayDecide(actor, current, approval, out var by) is { } refusal)
                    return refusal;
                if (Raise(connection, transaction, current) is not { } raised)
                    return Overtaken(connection, transaction, current);
                var approver = actor.Through(by);
                var words = string.IsNullOrWhiteSpace(opinion) ? approval.Step!.Title : $"{approval.Step!.Title}：{opinion}";
                Tell(
                    connection,
                    transaction,
                    raised,
                    approver,
                    JournalAction.About(JournalAction.Agree, approval.ActionKey),
                    words
                );
                ApprovalTable.Update(
                    connection,
                    transaction,
                    approval,
                    approval.Done + 1,
                    approval.IsLast ? "approved" : "pending"
                );
                return approval.IsLast
                    ? Effect(connection, transaction, approver, raised, approval)
                    : new SaveResult.Saved(raised, approval with { Done = approval.Done + 1 });
            }
        );

    /// <summary>Returns what was put up to whoever did; the action does not happen.</summary>
    public SaveResult SendBack(Actor actor, RegisterDefinition register, long id, long version, string? reason) =>
        Decide(
            actor,
            register,
            id,
            version,
            (connection, transaction, current, approval) =>
            {
                if (MayDecide(actor, current, approval, out var by) is { } refusal && approval.Step is not null)
                    return refusal;
                if (string.IsNullOrWhiteSpace(reason))
                    return new SaveResult.Invalid([new("reason", "required", "请填写退回的理由：提请的人要知道改什么。")]);
                if (Raise(connection, transaction, current) is not { } raised)
                    return Overtaken(connection, transaction, current);
                var returner = actor.Through(by);
                Tell(
                    connection,
                    transaction,
                    raised,
                    returner,
                    JournalAction.About(JournalAction.SendBack, approval.ActionKey),
                    reason
                );
                ApprovalTable.Update(connection, transaction, approval, approval.Done, "returned");
                NoticeTable.Tell(
                    connection,
                    transaction,
                    books,
                    current,
                    $"return:{approval.Id}",
                    approval.RequestedBy,
                    $"{current.Name}：您提请的“{approval.Title}”被{returner.Name}退回：{reason}"
                );
                return new SaveResult.Saved(raised);
            }
        );

    /// <summary>Takes back what one has put up, while it is not decided.</summary>
    public SaveResult Recall(Actor actor, RegisterDefinition register, long id, long version, string? reason) =>
        Decide(
            actor,
            register,
            id,
            version,
            (connection, transaction, current, approval) =>
            {
                if (!CanRecall(actor, approval))
                    return new SaveResult.Refused(
                        $"“{approval.Title}”由{approval.Requester}提请，只有提请的人可以撤回。审批人可以退回。"
                    );
                if (Raise(connection, transaction, current) is not { } raised)
                    return Overtaken(connection, transaction, current);
                Tell(
                    connection,
                    transaction,
                    raised,
                    actor,
                    JournalAction.About(JournalAction.Recall, approval.ActionKey),
                    reason
                );
                ApprovalTable.Update(connection, transaction, approval, approval.Done, "recalled");
                return new SaveResult.Saved(raised);
            }
        );

    private List<WaitingApproval> Waiting(Actor actor, RegisterDefinition register)
    {
        var reach = books.Gate.ReadReach(actor, register);
        if (!reach.Any)
            return [];
        return books.Read(connection =>
            ApprovalTable
                .Waiting(connection, register, reach.Sql("unit_id"), MostWaiting)
                .Select(approval => (approval, record: Load(connection, null, register, approval.RecordId)))
                .Where(pair => pair.record is not null && books.Gate.CanRead(actor, register, pair.record.UnitId))
                .Select(pair => new WaitingApproval(pair.approval, pair.record!))
                .ToList()
        );
    }

    /// <summary>Why the actor may not decide what waits; null when they may, with the grant by which they do.</summary>
    private SaveResult.Refused? MayDecide(Actor actor, Record record, Approval approval, out Grant? by)
    {
        by = null;
        if (approval.Step is not { } step)
            return new($"台账定义已经改变，“{approval.Title}”的审批不能继续。请退回或撤回，再按新的定义办理。");
        // Neither by one's own role nor in the place of whoever put it up.
        var others = actor with
        {
            Grants = [.. actor.Grants.Where(grant => grant.For?.AccountId != approval.RequestedBy)],
        };
        if (!books.Gate.Holds(others, record.Register, step.By, record.UnitId, out by))
            return new(
                $"“{approval.Title}”现在由{string.Join("或", step.By.Select(books.Catalogue.RoleTitle))}{step.Title}，您没有这个角色。"
            );
        return CanRecall(actor, approval) ? new($"“{approval.Title}”是您提请的，要由别人{step.Title}。可以撤回。") : null;
    }

    private SaveResult Decide(
        Actor actor,
        RegisterDefinition register,
        long id,
        long version,
        Func<DbConnection, DbTransaction, Record, Approval, SaveResult> decide
    ) =>
        Write(
            (connection, transaction) =>
            {
                // What waits is read before the record: whoever decides in between raises the record's version, and this one is
                // told who was first. The other way round nothing would seem to wait for a record of the version seen.
                var pending = ApprovalTable.Pending(connection, transaction, books.Dialect, register, id);
                var current = Load(connection, transaction, register, id);
                if (current is null || !books.Gate.CanRead(actor, register, current.UnitId))
                    return new SaveResult.Missing();
                if (current.Version != version)
                    return new SaveResult.Conflict(current, First(connection, transaction, current, version));
                return pending is null
                    ? new SaveResult.Refused("这条记录现在没有待审批的事项：可能已经办完、退回或撤回。请看流水。")
                    : decide(connection, transaction, current, pending);
            }
        );

    /// <summary>Who did something to the record since a version was seen, in words.</summary>
    private string First(DbConnection connection, DbTransaction transaction, Record current, long seen)
    {
        var entry = History(connection, transaction, current)
            .FirstOrDefault(entry => entry.Version > seen && entry.Action != JournalAction.Look);
        return entry is null
            ? "这条记录刚刚有变动。请重新打开。"
            : $"{entry.Actor}已先于您{JournalAction.TitleOf(current.Register, entry.Action) ?? entry.Action}（{entry.At[11..19]}）。您的操作没有保存；请看流水。";
    }

    private static string Blocked(Approval pending) =>
        $"“{pending.Title}”已由{pending.Requester}提请，正待{pending.Step?.Title ?? "审批"}。审批办完、退回或撤回以后才能办理别的操作或更正。";

    /// <summary>The steps that others still have to agree to, when the action is put up by this actor.</summary>
    private List<int> StepsLeft(Actor actor, Grant? by, Record current, ActionDefinition action, object?[] values)
    {
        var steps = Enumerable
            .Range(0, action.Approve.Count)
            .Where(index => action.Approve[index].When is not { } when || when.Evaluate(values, Context()) is true)
            .ToList();
        // Whoever may agree to the first steps themselves need not be asked.
        return
        [
            .. steps.SkipWhile(index =>
                action.Approve[index] is { Self: true } step
                && books.Gate.Holds(actor, current.Register, step.By, current.UnitId, out var own)
                && own?.For == by?.For
            ),
        ];
    }

    /// <summary>Puts an action up: everything is checked as if it happened now, and nothing of it happens yet.</summary>
    private SaveResult PutUp(
        Change change,
        Actor actor,
        Grant? by,
        ActionDefinition action,
        object?[] asked,
        List<int> steps,
        List<FieldError> errors
    )
    {
        var (connection, transaction, shown, register, current, _, _, reason, _) = change;
        Check(change, errors);
        if (errors.Count == 0)
            CheckOpenings(change, errors);
        if (errors.Count > 0)
            return new SaveResult.Invalid(errors);
        using var json = new JournalJson();
        var written = json.Write(register, asked, current!.Values);
        var approval = new Approval
        {
            Id = 0,
            Register = register,
            RecordId = current.Id,
            ActionKey = action.Key,
            Steps = steps,
            Done = 0,
            RequestedBy = actor.AccountId,
            RequestedFor = by?.For?.AccountId ?? actor.AccountId,
            Requester = shown.Name,
            RequestedAt = books.Clock.Stamp,
            Reason = string.IsNullOrWhiteSpace(reason) ? null : reason,
            Asked = JournalReader.Values(register, written),
        };
        if (Raise(connection, transaction, current) is not { } raised)
            return Overtaken(connection, transaction, current);
        ApprovalTable.Insert(connection, transaction, approval, current.UnitId, written);
        Tell(connection, transaction, raised, shown, JournalAction.About(JournalAction.Ask, action.Key), reason, asked);
        return new SaveResult.Saved(raised, approval);
    }

    /// <summary>The action itself, after the last agreement.</summary>
    private SaveResult Effect(
        DbConnection connection,
        DbTransaction transaction,
        Actor approver,
        Record current,
        Approval approval
    )
    {
        var action = approval.Action!;
        var values = (object?[])current.Values.Clone();
        foreach (var (key, value) in approval.Asked)
            values[current.Register.Field(key)!.Slot] = value;
        var reason = $"{approval.Requester}提请" + (approval.Reason is { } why ? $"：{why}" : "");
        var change = new Change(
            connection,
            transaction,
            approver,
            current.Register,
            current,
            values,
            action.Key,
            reason,
            approval.Reason ?? ""
        );
        var errors = new List<FieldError>();
        if (!current.State.Actions.Contains(action.Key))
            errors.Add(new(null, "state", $"案件现在是“{current.State.Title}”，不能“{action.Title}”。请退回。"));
        Apply(change, action, errors);
        return Save(change, errors);
    }

    /// <summary>Writes an entry about the record that changes nothing of it.</summary>
    private void Tell(
        DbConnection connection,
        DbTransaction transaction,
        Record record,
        Actor actor,
        string action,
        string? reason,
        object?[]? asked = null
    )
    {
        new JournalWriter(connection, transaction, books.Dialect).AppendNote(
            record,
            action,
            asked,
            actor,
            reason,
            books.Clock.Today,
            books.Clock.Stamp
        );
    }

    /// <summary>
    /// Raises the version of a record whose content stays. Comes before every other statement of the event: of two who saw
    /// the same version one gets it, and the other null.
    /// </summary>
    private Record? Raise(DbConnection connection, DbTransaction transaction, Record current)
    {
        var stamp = books.Clock.Stamp;
        var raised = connection.Execute(
            $"UPDATE {SqlDialect.Quote(current.Register.Table)} SET version = version + 1, updated_at = @stamp WHERE id = @Id AND version = @Version",
            new
            {
                stamp,
                current.Id,
                current.Version,
            },
            transaction
        );
        return raised == 1 ? current with { Version = current.Version + 1, UpdatedAt = stamp } : null;
    }

    private SaveResult.Conflict Overtaken(DbConnection connection, DbTransaction transaction, Record current) =>
        new(
            Load(connection, transaction, current.Register, current.Id)!,
            First(connection, transaction, current, current.Version)
        );
}
