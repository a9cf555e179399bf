using Fazhang.Core.Definitions;

namespace Fazhang.Core.Records;

/// <summary>Actions done with another one, on the records it refers to; what is wrong with them is wrong with it.</summary>
public sealed partial class RecordStore
{
    /// <summary>Does them. The person who acts needs the right to act there too.</summary>
    private void DoAlso(Change change, List<FieldError> errors)
    {
        foreach (var also in change.Register.Action(change.Action)?.Also ?? [])
        {
            if (
                change.Values[also.Of.Slot] is not long id
                || (also.When is { } when && when.Evaluate(change.Values, Context()) is not true)
            )
                continue;
            var target = books.Catalogue.Registers[also.Target];
            if (
                Load(change.Connection, change.Transaction, target, id) is not { } current
                || (also.Where is { } where && where.Evaluate(current.Values, Context()) is not true)
            )
                continue;
            var action = target.Action(also.Action)!;
            if (Hindrance(change, current, action) is { } hindrance)
                errors.Add(AtOther(also, current, action, hindrance));
            else
                errors.AddRange(
                    ActOnOther(change, also, current, action).Select(error => AtOther(also, current, action, error.Message))
                );
        }
    }

    private string? Hindrance(Change change, Record current, ActionDefinition action) =>
        !books.Gate.CanAct(change.Actor, action, current, Context(), out _) ? WhoMay(action)
        : ApprovalTable.Pending(change.Connection, change.Transaction, books.Dialect, current.Register, current.Id) is { } pending
            ? Blocked(pending)
        : !current.State.Actions.Contains(action.Key) ? $"它现在是“{current.State.Title}”，不能办这一步。"
        : null;

    private List<FieldError> ActOnOther(Change change, AlsoDefinition also, Record current, ActionDefinition action)
    {
        var values = (object?[])current.Values.Clone();
        var filling = new OpeningValues(books, Context());
        foreach (var fill in also.Fills)
            values[fill.Field.Slot] = filling.Value(fill, change.Register, change.Values);
        var errors = action
            .Asks.Where(field => !action.Optional.Contains(field.Key) && RecordValidator.IsEmpty(values[field.Slot]))
            .Select(field => RecordValidator.Required(field))
            .ToList();
        var name = change.Values[FieldDefinition.NumberSlot] as string ?? $"{change.Register.Title}#{change.Current!.Id}";
        var why =
            $"随{name}“{change.Register.Action(change.Action)!.Title}”办理" + (change.Why is { } reason ? $"：{reason}" : "");
        var other = change with
        {
            Register = current.Register,
            Current = current,
            Values = values,
            Action = action.Key,
            Reason = why,
            Asked = null,
        };
        Apply(other, action, errors);
        return Save(other, errors) switch
        {
            SaveResult.Saved => [],
            SaveResult.Invalid invalid => [.. invalid.Errors],
            _ => [new(null, "conflict", "刚刚有人改动了它。请再办一次。")],
        };
    }

    private static FieldError AtOther(AlsoDefinition also, Record current, ActionDefinition action, string message) =>
        new(null, "also", $"要同时对{also.Of.Title}“{current.Name}”办理“{action.Title}”，但是：{message}");
}
