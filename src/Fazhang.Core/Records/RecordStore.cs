using System.Data.Common;
using Dapper;
using Fazhang.Core.Access;
using Fazhang.Core.Definitions;
using Fazhang.Core.Expressions;
using Fazhang.Core.Journal;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Records;

/// <summary>
/// Creates, changes and moves records. Every method checks rights and rules first and then writes the record, its
/// journal entry and its postings in one transaction.
/// </summary>
public sealed partial class RecordStore(Books books)
{
    /// <summary>The record, if it exists and the actor may read it.</summary>
    public Record? Find(Actor actor, RegisterDefinition register, long id)
    {
        var record = books.Read(connection => Load(connection, null, register, id));
        return record is not null && books.Gate.CanRead(actor, register, record.UnitId) ? record : null;
    }

    /// <summary>Those of the records that exist and the actor may read, by id; ids that are not found are left out.</summary>
    public IReadOnlyDictionary<long, Record> FindAll(Actor actor, RegisterDefinition register, IReadOnlyCollection<long> ids)
    {
        if (ids.Count == 0)
            return new Dictionary<long, Record>();
        var plan = books.Plan(register);
        var sql = $"{plan.Select} WHERE id IN ({string.Join(", ", ids)}) AND {books.Gate.ReadReach(actor, register).Sql("unit")}";
        return books.Read(connection =>
        {
            using var command = connection.Command(null, sql, books.Dialect, []);
            using var reader = command.ExecuteReader();
            var found = new Dictionary<long, Record>();
            while (reader.Read())
                if (plan.Read(reader) is var record)
                    found[record.Id] = record;
            return found;
        });
    }

    /// <summary>The id of the record with that number. For the engine's own commands: no gate is asked.</summary>
    public long? FindByNumber(RegisterDefinition register, string number) =>
        books.Read(connection =>
            connection.QuerySingleOrDefault<long?>(
                $"SELECT id FROM {SqlDialect.Quote(register.Table)} WHERE number = @number",
                new { number }
            )
        );

    /// <summary>What happened to a record, oldest first.</summary>
    public IReadOnlyList<JournalEntry> History(Record record) =>
        books.Read(connection => JournalReader.History(connection, books.Dialect, record.Register, record.Id));

    /// <summary>The record's clocks as of today.</summary>
    public IReadOnlyList<RecordClock> Clocks(Record record, IReadOnlyList<JournalEntry> history) =>
        RecordClocks.Compute(
            record.Register,
            record.Values,
            FlowStep.Of(record.Register, history, record.Values),
            books.Clock.Now.DateTime,
            books.Catalogue.Calendar,
            books.Settings
        );

    /// <summary>The actions that the record's state offers and the actor may do; none while an approval is going on.</summary>
    public IReadOnlyList<ActionDefinition> Actions(Actor actor, Record record) =>
        Pending(record) is not null
            ? []
            :
            [
                .. record
                    .State.Actions.Select(key => record.Register.Action(key)!)
                    .Where(action => CanAct(actor, record, action)),
            ];

    /// <summary>Whether the actor may do the action on the record, whatever its state.</summary>
    public bool CanAct(Actor actor, Record record, ActionDefinition action) =>
        books.Gate.CanAct(actor, action, record, Context(), out _);

    /// <summary>Why somebody may not do an action, and who may.</summary>
    public string WhoMay(ActionDefinition action) =>
        $"“{action.Title}”要由{string.Join("或", action.By.Select(books.Catalogue.RoleTitle))}"
        + (action.Whom is null ? "办理，您没有这个角色。" : $"中的{action.Whom}办理，您不是。")
        + "需要办理的，请联系本单位负责人。";

    /// <summary>The values a new record starts with: defaults, the actor's own unit, this month for a return.</summary>
    public object?[] Blank(Actor actor, RegisterDefinition register)
    {
        var values = new object?[register.Fields.Count];
        values[FieldDefinition.StateSlot] = register.Initial.Key;
        if (books.Gate.CreateUnits(actor, register) is [var first, ..])
            values[FieldDefinition.UnitSlot] = first.Id;
        var today = books.Clock.Today;
        if (register.IsReturn)
            values[FieldDefinition.PeriodSlot] = register.PeriodOf(today);
        foreach (var field in register.EntryFields.Where(field => field.Default is not null))
            values[field.Slot] = StoredValue.Of(field, field.Default!.Evaluate(values, Context()));
        return values;
    }

    /// <summary>
    /// The values an action's form starts with: the record's own, and the defaults of what the action must ask and is still
    /// empty. What may stay empty is not filled in: a date offered there would be saved by those who never looked at it.
    /// </summary>
    public object?[] Asked(Record record, ActionDefinition action)
    {
        var values = (object?[])record.Values.Clone();
        foreach (var field in action.Asks.Where(field => field.Default is not null && !action.Optional.Contains(field.Key)))
            values[field.Slot] ??= StoredValue.Of(field, field.Default!.Evaluate(values, Context()));
        return values;
    }

    /// <summary>Enters a new record.</summary>
    public SaveResult Create(Actor actor, RegisterDefinition register, IReadOnlyDictionary<string, string?> input) =>
        Prepare(actor, register, input, out var refused) is { } work ? Write(work) : refused!;

    /// <summary>Reads what was typed for a new record, and what is left to do in a transaction; null when it is refused.</summary>
    private Func<DbConnection, DbTransaction, SaveResult>? Prepare(
        Actor actor,
        RegisterDefinition register,
        IReadOnlyDictionary<string, string?> input,
        out SaveResult? refused
    )
    {
        refused = null;
        if (register.Retired)
        {
            refused = new SaveResult.Refused($"台账“{register.Title}”已停用，不再登记新记录。已有的记录仍可查看和办理。");
            return null;
        }
        var typed = Blank(actor, register);
        var wrong = new List<FieldError>();
        // The unit comes first: rights to the other fields depend on it. What needs no look into the books is read before
        // the save begins, for SQLite has one writer only.
        var fields = register.EntryFields.Prepend(register.Fields[FieldDefinition.UnitSlot]).ToList();
        RecordForm.Read(fields.Where(field => !field.Type.Refers), input, typed, wrong, new(books, actor), register, null);
        Grant? by = null;
        if (
            typed[FieldDefinition.UnitSlot] is long unit
            && !books.Gate.Holds(actor, register, register.Access.Create, unit, out by)
        )
        {
            refused = new SaveResult.Refused(
                $"您的角色不能为“{books.Units.NameOf(unit)}”登记{register.Title}。请把“单位”改成您所在的单位或者它的下级；确实要为它登记的，请系统管理员调整权限。"
            );
            return null;
        }
        return (connection, transaction) =>
        {
            // Copies: the work may be run again, and a number drawn in a try that was undone must not stay in the values.
            var values = (object?[])typed.Clone();
            var errors = new List<FieldError>(wrong);
            var at = new FieldBooks(books, actor) { Transaction = transaction };
            RecordForm.Read(fields.Where(field => field.Type.Refers), input, values, errors, at, register, null);
            return Save(
                new Change(connection, transaction, actor.Through(by), register, null, values, JournalAction.Create, null),
                errors
            );
        };
    }

    /// <summary>Corrects a record outside the flow. The reason is kept in the journal.</summary>
    public SaveResult Correct(
        Actor actor,
        RegisterDefinition register,
        long id,
        long version,
        IReadOnlyDictionary<string, string?> input,
        string? reason
    ) =>
        Write(
            (connection, transaction) =>
            {
                var current = Load(connection, transaction, register, id);
                if (current is null || !books.Gate.CanRead(actor, register, current.UnitId))
                    return new SaveResult.Missing();
                if (!books.Gate.Holds(actor, register, register.Access.Change, current.UnitId, out var by))
                    return new SaveResult.Refused("您的角色不能更正这条记录。请联系承办人或系统管理员。");
                if (current.Version != version)
                    return new SaveResult.Conflict(current);
                if (ApprovalTable.Pending(connection, transaction, books.Dialect, current.Register, current.Id) is { } pending)
                    return new SaveResult.Refused(Blocked(pending));
                var values = (object?[])current.Values.Clone();
                var errors = new List<FieldError>();
                var at = new FieldBooks(books, actor) { Transaction = transaction };
                RecordForm.Read(CorrectableFields(current), input, values, errors, at, register, current);
                if (string.IsNullOrWhiteSpace(reason))
                    errors.Add(new("reason", "required", "请填写更正理由：它会记入流水。"));
                foreach (var field in CorrectableFields(current).Where(register.IsFilledByFlow))
                    if (RecordValidator.IsEmpty(values[field.Slot]) && !RecordValidator.IsEmpty(current.Values[field.Slot]))
                        errors.Add(new(field.Key, "required", $"“{field.Title}”由流程填写，可以更正，不能清空。"));
                if (errors.Count == 0 && current.Values.SequenceEqual(values))
                    errors.Add(new(null, "unchanged", "没有改动任何内容。修改后再保存，或返回。"));
                return Save(
                    new Change(
                        connection,
                        transaction,
                        actor.Through(by),
                        register,
                        current,
                        values,
                        JournalAction.Change,
                        reason
                    ),
                    errors
                );
            }
        );

    /// <summary>The fields a correction may touch: those of the entry form, and those the flow has already filled in.</summary>
    public static IReadOnlyList<FieldDefinition> CorrectableFields(Record record) =>
        [
            .. record.Register.Fields.Where(field =>
                field.BuiltIn
                    ? field.Key == "period"
                    : !field.Retired
                        && !field.Type.IsComputed
                        && (!record.Register.IsFilledByFlow(field) || !RecordValidator.IsEmpty(record.Values[field.Slot]))
            ),
        ];

    /// <summary>Does an action of the flow.</summary>
    public SaveResult Act(
        Actor actor,
        RegisterDefinition register,
        long id,
        long version,
        string actionKey,
        IReadOnlyDictionary<string, string?> input,
        string? reason
    ) =>
        Write(
            (connection, transaction) =>
            {
                var current = Load(connection, transaction, register, id);
                if (current is null || !books.Gate.CanRead(actor, register, current.UnitId))
                    return new SaveResult.Missing();
                var action = register.Action(actionKey);
                if (action is null)
                    return new SaveResult.Missing();
                if (!books.Gate.CanAct(actor, action, current, Context(), out var by))
                    return new SaveResult.Refused(WhoMay(action));
                if (current.Version != version)
                    return new SaveResult.Conflict(current);
                if (ApprovalTable.Pending(connection, transaction, books.Dialect, current.Register, current.Id) is { } pending)
                    return new SaveResult.Refused(Blocked(pending));
                if (!current.State.Actions.Contains(actionKey))
                    return new SaveResult.Refused($"案件现在是“{current.State.Title}”，不能“{action.Title}”。");
                return Act(connection, transaction, actor, by, current, action, input, reason);
            }
        );

    /// <summary>Records in the journal that the actor looked at personal fields in clear, and returns whether they may.</summary>
    public bool LookAtPersonal(Actor actor, Record record)
    {
        if (!books.Gate.Holds(actor, record.Register, record.Register.Access.Personal, record.UnitId, out var by))
            return false;
        books.Write(
            (connection, transaction) =>
            {
                new JournalWriter(connection, transaction, books.Dialect).Append(
                    record.Register,
                    record.Id,
                    record.Version,
                    JournalAction.Look,
                    null,
                    null,
                    actor.Through(by),
                    null,
                    books.Clock.Today,
                    books.Clock.Stamp
                );
                return 0;
            }
        );
        return true;
    }

    private SaveResult Act(
        DbConnection connection,
        DbTransaction transaction,
        Actor actor,
        Grant? by,
        Record current,
        ActionDefinition action,
        IReadOnlyDictionary<string, string?> input,
        string? reason
    )
    {
        var register = current.Register;
        var values = (object?[])current.Values.Clone();
        var errors = new List<FieldError>();
        var at = new FieldBooks(books, actor) { Transaction = transaction };
        RecordForm.Read(action.Asks, input, values, errors, at, register, current);
        foreach (var field in action.Asks)
            if (
                !action.Optional.Contains(field.Key)
                && RecordValidator.IsEmpty(values[field.Slot])
                && errors.All(error => error.Field != field.Key)
            )
                errors.Add(RecordValidator.Required(field));
        if (action.Reason && string.IsNullOrWhiteSpace(reason))
            errors.Add(new("reason", "required", $"请填写“{action.Title}”的理由：它会记入流水。"));
        var change = new Change(connection, transaction, actor.Through(by), register, current, values, action.Key, reason);
        var asked = (object?[])values.Clone();
        Apply(change, action, errors);
        var steps = errors.Count > 0 ? [] : StepsLeft(actor, by, current, action, values);
        return steps.Count == 0 ? Save(change, errors) : PutUp(change, actor, by, action, asked, steps, errors);
    }

    /// <summary>Does to the values what the action does without asking, and checks its conditions.</summary>
    private void Apply(Change change, ActionDefinition action, List<FieldError> errors)
    {
        var (connection, transaction, _, register, current, values, _, _, _) = change;
        TakeCounts(change, action);
        foreach (var set in action.Sets)
            values[set.Field.Slot] = StoredValue.Of(set.Field, set.Value?.Evaluate(values, Context()));
        if (action.To is not null)
            values[FieldDefinition.StateSlot] = action.To;
        // A condition may ask about computed fields: they must stand for what the action has just filled in.
        StoredValue.Compute(register, values, Context(), []);
        // First what others have to do, then the record's own condition: it often counts them.
        if (errors.Count == 0)
            CheckNeeds(change, action.Needs, errors);
        if (errors.Count == 0 && action.When is not null && action.When.Evaluate(values, Context()) is not true)
            errors.Add(new(null, "guard", action.Otherwise!));
        if (
            action.Extends is { } deadline
            && RecordClocks.TimesExtended(
                register,
                deadline,
                FlowStep.Of(register, History(connection, transaction, current!), current!.Values)
            ) > 0
        )
            errors.Add(new(null, "extended", $"“{action.Title}”只能办理一次，这一案已经办理过。"));
    }

    private SaveResult Save(Change change, List<FieldError> errors)
    {
        var (connection, transaction, actor, register, current, values, action, reason, _) = change;
        var plan = books.Plan(register);
        Check(change, errors);
        if (errors.Count > 0)
            return new SaveResult.Invalid(errors);

        values[FieldDefinition.NumberSlot] ??= Numbers.Next(connection, transaction, register, values, books.Units);
        // Before the record itself: it may keep what was opened. A new record has to be there first, to be referred to.
        var opened = current is null ? [] : SaveOpenings(change, current.Id, errors);
        if (errors.Count > 0)
            return new SaveResult.Invalid(errors);
        if (opened.Count > 0)
            StoredValue.Compute(register, values, Context(), errors);
        var stamp = books.Clock.Stamp;
        var today = books.Clock.Today;
        IReadOnlyList<JournalEntry> history = current is null ? [] : History(connection, transaction, current);
        var steps = FlowStep.Of(register, history, (action, (string?)current?.Values[FieldDefinition.StateSlot]), values, today);
        var (due, dueKey) = RecordClocks.Soonest(
            RecordClocks.Compute(register, values, steps, books.Clock.Now.DateTime, books.Catalogue.Calendar, books.Settings)
        );
        if (
            current is not null
            && !plan.PrepareUpdate(connection, transaction).Update(current.Id, current.Version, values, stamp, due, dueKey)
        )
            return new SaveResult.Conflict(Load(connection, transaction, register, current.Id)!);
        var version = (current?.Version ?? 0) + 1;
        var entry = new JournalWriter(connection, transaction, books.Dialect).Entry(
            register,
            current?.Id ?? 0,
            version,
            action,
            current?.Values,
            values,
            actor,
            reason,
            today,
            stamp
        );
        var id = books.Dialect.Insert(
            connection,
            transaction,
            new RecordEntry(
                current is null ? new NewRecord(plan, values, stamp, due, dueKey) : null,
                entry,
                Figures.Cells.Rows(plan.Postings.Deltas(current?.Values, values))
            )
        );
        var saved = new Record
        {
            Register = register,
            Id = id,
            Version = version,
            Values = values,
            CreatedAt = current?.CreatedAt ?? stamp,
            UpdatedAt = stamp,
            DueOn = due,
            DueKey = dueKey,
        };
        if (register.Action(action)?.Produces is { } form)
            new Documents(books).Produce(connection, transaction, saved, form, actor, change.Why, steps);
        if (current is null)
            opened = SaveOpenings(change, id, errors);
        else
            DoAlso(change, errors);
        return errors.Count > 0 ? new SaveResult.Invalid(errors) : new SaveResult.Saved(saved) { Opened = opened };
    }

    /// <summary>The checks that hold for every save, whatever led to it.</summary>
    private void Check(Change change, List<FieldError> errors)
    {
        var (_, transaction, actor, register, current, values, _, _, _) = change;
        StoredValue.Compute(register, values, Context(), errors);
        books.Plan(register).Validator.Check(values, current?.Values, books.Units, Context(), errors);
        var lookups = new FieldBooks(books, actor) { Transaction = transaction };
        RecordLookups.Check(lookups, register, current?.Id ?? 0, current?.Values, values, errors);
        if (errors.Count == 0)
            CheckNewReferences(change, errors);
        if (errors.Count == 0 && register.IsReturn && IsReturnTaken(change))
            errors.Add(new("period", "taken", "这个单位这个期间的报表已经存在。请打开它更正，不要重复填报。"));
    }

    private bool IsReturnTaken(Change change)
    {
        using var command = change.Connection.Command(
            change.Transaction,
            $"SELECT 1 FROM {SqlDialect.Quote(change.Register.Table)} WHERE period = @period AND unit = @unit AND id <> @id LIMIT 1",
            books.Dialect,
            new Dictionary<string, object?>
            {
                ["period"] = change.Values[FieldDefinition.PeriodSlot],
                ["unit"] = change.Values[FieldDefinition.UnitSlot],
                ["id"] = change.Current?.Id ?? 0L,
            }
        );
        return command.ExecuteScalar() is not null;
    }

    private IReadOnlyList<JournalEntry> History(DbConnection connection, DbTransaction transaction, Record record) =>
        JournalReader.History(connection, books.Dialect, record.Register, record.Id, transaction);

    internal Record? Load(DbConnection connection, DbTransaction? transaction, RegisterDefinition register, long id)
    {
        var plan = books.Plan(register);
        using var command = connection.Command(
            transaction,
            plan.Select + " WHERE id = @id",
            books.Dialect,
            [new KeyValuePair<string, object?>("id", id)]
        );
        using var reader = command.ExecuteReader();
        return reader.Read() ? plan.Read(reader) : null;
    }

    internal EvaluationContext Context() =>
        new()
        {
            Today = books.Clock.Today,
            Time = TimeOnly.FromDateTime(books.Clock.Now.DateTime),
            Calendar = books.Catalogue.Calendar,
        };

    /// <summary>
    /// Writes; when a unique index refuses because somebody saved the same value in the same moment, once more: then their
    /// record is there to be seen, and the refusal names it.
    /// </summary>
    private SaveResult Write(Func<DbConnection, DbTransaction, SaveResult> work)
    {
        try
        {
            return books.Write(work);
        }
        catch (DbException exception) when (books.Dialect.IsDuplicate(exception))
        {
            return books.Write(work);
        }
    }

    private sealed record Change(
        DbConnection Connection,
        DbTransaction Transaction,
        Actor Actor,
        RegisterDefinition Register,
        Record? Current,
        object?[] Values,
        string Action,
        string? Reason,
        string? Asked = null
    )
    {
        /// <summary>What a document says as the reason: what was asked, without who asked.</summary>
        public string? Why => Asked ?? Reason;
    }
}
