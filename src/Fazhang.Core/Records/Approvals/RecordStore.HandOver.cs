using Fazhang.Core.Access;
using Fazhang.Core.Definitions;
using Fazhang.Core.Journal;
using Fazhang.Core.Storage;
using Fazhang.Core.Units;

namespace Fazhang.Core.Records;

/// <summary>移交: a record goes to another person, another unit, or both.</summary>
public sealed partial class RecordStore
{
    /// <summary>Whether the actor may hand the record over now.</summary>
    public bool CanHandOver(Actor actor, Record record) =>
        record.Register.Handover is { } handover
        && !record.State.Final
        && books.Gate.Holds(actor, record.Register, handover.By, record.UnitId, out _);

    /// <summary>The units the actor may hand records of the register to, in tree order; none when units cannot change.</summary>
    public IReadOnlyList<Unit> HandoverUnits(Actor actor, RegisterDefinition register)
    {
        if (register.Handover is not { Unit: true } handover)
            return [];
        var reach = books.Gate.RoleReach(actor, register, handover.By);
        return [.. books.Units.All.Where(unit => reach.Includes(unit.Id))];
    }

    /// <summary>The people who can be given a record of a unit: those who may do something in its flow.</summary>
    public IReadOnlyList<Principal> HandoverPeople(RegisterDefinition register, long unitId)
    {
        var roles = register.Actions.SelectMany(action => action.By).Distinct().ToList();
        return
        [
            .. books.Read(connection =>
                Delegations
                    .All(connection)
                    .Select(account => (account, actor: Accounts.Load(connection, account.AccountId, books.Clock.Today)))
                    .Where(pair => pair.actor is not null && books.Gate.Holds(pair.actor, register, roles, unitId, out _))
                    .Select(pair => pair.account)
                    .ToList()
            ),
        ];
    }

    /// <summary>Hands a record over. Figures of the unit follow; the number stays.</summary>
    /// <param name="to">Login or name of the person who gets it; empty = the person stays.</param>
    /// <param name="unitId">The unit that gets it; null = the unit stays.</param>
    public SaveResult HandOver(
        Actor actor,
        RegisterDefinition register,
        long id,
        long version,
        string? to,
        long? unitId,
        string? reason
    )
    {
        if (register.Handover is not { } handover)
            return new SaveResult.Refused($"“{register.Title}”没有定义移交。需要的，请修改台账定义的 handover。");
        var candidates = HandoverPeopleNamed(register, to);
        return Write(
            (connection, transaction) =>
            {
                var current = Load(connection, transaction, register, id);
                if (current is null || !books.Gate.CanRead(actor, register, current.UnitId))
                    return new SaveResult.Missing();
                if (!books.Gate.Holds(actor, register, handover.By, current.UnitId, out var by))
                    return new SaveResult.Refused(
                        $"移交要由{string.Join("或", handover.By.Select(books.Catalogue.RoleTitle))}办理，您没有这个角色。"
                    );
                if (current.Version != version)
                    return new SaveResult.Conflict(current, First(connection, transaction, current, version));
                if (ApprovalTable.Pending(connection, transaction, books.Dialect, current.Register, current.Id) is { } pending)
                    return new SaveResult.Refused(Blocked(pending));
                if (current.State.Final)
                    return new SaveResult.Refused($"案件现在是“{current.State.Title}”，流程已经结束，不用移交。");
                var values = (object?[])current.Values.Clone();
                var errors = new List<FieldError>();
                ReadUnit(actor, register, unitId, values, errors);
                var receiver = ReadPerson(register, to, candidates, values, errors);
                if (string.IsNullOrWhiteSpace(reason))
                    errors.Add(new("reason", "required", "请填写移交的理由：它会记入流水。"));
                if (errors.Count == 0 && current.Values.SequenceEqual(values))
                    errors.Add(new("to", "unchanged", "接收人和单位都没有变。请选择移交给谁。"));
                var change = new Change(
                    connection,
                    transaction,
                    actor.Through(by),
                    register,
                    current,
                    values,
                    JournalAction.Handover,
                    reason
                );
                var result = Save(change, errors);
                if (receiver is not null && result is SaveResult.Saved saved)
                    NoticeTable.Tell(
                        connection,
                        transaction,
                        books,
                        saved.Record,
                        $"handover:{register.Key}:{id}:{saved.Record.Version}",
                        receiver.AccountId,
                        $"{saved.Record.Name}移交给您，移交人{actor.Through(by).Name}：{reason}"
                    );
                return result;
            }
        );
    }

    private List<(Principal Person, Actor Actor)> HandoverPeopleNamed(RegisterDefinition register, string? to) =>
        string.IsNullOrWhiteSpace(to) || register.Handover!.Field is null
            ? []
            : books.Read(connection =>
                Delegations
                    .All(connection)
                    .Where(account => account.Login == to || account.Name == to)
                    .Select(account => (account, Accounts.Load(connection, account.AccountId, books.Clock.Today)!))
                    .ToList()
            );

    private void ReadUnit(Actor actor, RegisterDefinition register, long? unitId, object?[] values, List<FieldError> errors)
    {
        if (unitId is null || Equals(values[FieldDefinition.UnitSlot], unitId))
            return;
        if (HandoverUnits(actor, register).Any(unit => unit.Id == unitId))
            values[FieldDefinition.UnitSlot] = unitId;
        else
            errors.Add(
                new(
                    "unit",
                    "unit",
                    register.Handover!.Unit
                        ? "只能移交给您管辖范围内的单位。请从列表中选择。"
                        : $"“{register.Title}”不能移交给别的单位。"
                )
            );
    }

    private Principal? ReadPerson(
        RegisterDefinition register,
        string? to,
        List<(Principal Person, Actor Actor)> candidates,
        object?[] values,
        List<FieldError> errors
    )
    {
        if (string.IsNullOrWhiteSpace(to) || register.Handover!.Field is not { } field)
            return null;
        if (candidates.Count != 1)
        {
            errors.Add(
                new(
                    "to",
                    "account",
                    candidates.Count == 0 ? $"没有人员“{to}”。请从列表中选择。" : $"有多个人叫“{to}”，请填登录名。"
                )
            );
            return null;
        }
        var (person, actor) = candidates[0];
        var unitId = (long)values[FieldDefinition.UnitSlot]!;
        if (!books.Gate.Holds(actor, register, [.. register.Actions.SelectMany(action => action.By)], unitId, out _))
        {
            errors.Add(
                new(
                    "to",
                    "role",
                    $"{person.Name}不能办理“{books.Units.NameOf(unitId)}”的{register.Title}。请选择该单位的承办人员。"
                )
            );
            return null;
        }
        values[field.Slot] = field.Type.Storage == StorageType.Integer ? person.AccountId : person.Name;
        return person;
    }
}
