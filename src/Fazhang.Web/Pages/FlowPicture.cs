using Fazhang.Core.Definitions;
using Fazhang.Core.Journal;
using Fazhang.Core.Records;

namespace Fazhang.Web.Pages;

/// <summary>Where a state stands in the flow picture of a record.</summary>
public enum StepKind
{
    Done,
    Now,
    Ahead,
}

/// <summary>One step of the flow picture: the day is the first day the record came into the state, when it is known.</summary>
public sealed record FlowStepView(StateDefinition State, StepKind Kind, DateOnly? On);

/// <summary>
/// The flow of a record as a picture: the states it has been in, the one it is in, and those it can still come to. States
/// that it neither passed nor can reach are left out.
/// </summary>
public static class FlowPicture
{
    public static IReadOnlyList<FlowStepView> Of(Record record, IReadOnlyList<JournalEntry> history)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(history);
        var passed = Passed(record, history);
        var ahead = Reachable(record.Register, record.State.Key);
        return
        [
            .. record
                .Register.States.Where(state =>
                    state.Key == record.State.Key || passed.ContainsKey(state.Key) || ahead.Contains(state.Key)
                )
                .Select(state => new FlowStepView(
                    state,
                    state.Key == record.State.Key ? StepKind.Now
                        : passed.ContainsKey(state.Key) ? StepKind.Done
                        : StepKind.Ahead,
                    passed.GetValueOrDefault(state.Key)
                )),
        ];
    }

    /// <summary>From the journal; a record that was imported half-way has its earlier steps read off the dates it came with.</summary>
    private static Dictionary<string, DateOnly?> Passed(Record record, IReadOnlyList<JournalEntry> history)
    {
        var passed = new Dictionary<string, DateOnly?>(StringComparer.Ordinal);
        foreach (var state in Imported(record, history))
            passed[state] = null;
        foreach (var entry in history.Where(entry => entry.StateTo is not null && entry.StateTo != entry.StateFrom))
            if (entry.Action != JournalAction.Import)
                passed.TryAdd(entry.StateTo!, entry.On);
        foreach (var state in record.Register.States.Where(state => passed.ContainsKey(state.Key)))
            passed[state.Key] = DateOfEntry(record, state) ?? passed[state.Key];
        return passed;
    }

    private static List<string> Imported(Record record, IReadOnlyList<JournalEntry> history)
    {
        var to = history.FirstOrDefault(entry => entry.Action == JournalAction.Import)?.StateTo;
        if (to is null)
            return [];
        var register = record.Register;
        var from = new Dictionary<string, string?>(StringComparer.Ordinal) { [register.Initial.Key] = null };
        var queue = new Queue<string>([register.Initial.Key]);
        while (queue.TryDequeue(out var state) && state != to)
            foreach (var action in register.State(state).Actions.Select(key => register.Action(key)!))
                if (action.To is { } next && IsFilled(record, action) && from.TryAdd(next, state))
                    queue.Enqueue(next);
        var path = new List<string> { to };
        while (from.TryGetValue(path[^1], out var before) && before is not null)
            path.Add(before);
        return path;
    }

    /// <summary>True when the record holds what the action must ask: it may have been done.</summary>
    private static bool IsFilled(Record record, ActionDefinition action) =>
        action.Asks.Where(field => !action.Optional.Contains(field.Key)).All(field => record.Values[field.Slot] is not null);

    /// <summary>The date that the action leading into the state asks for (受理日期 for 审理中); for the first state, the first date of the form.</summary>
    private static DateOnly? DateOfEntry(Record record, StateDefinition state)
    {
        if (state.Key == record.Register.Initial.Key)
            return record.Register.EntryFields.Select(field => record.Values[field.Slot]).OfType<DateOnly?>().FirstOrDefault();
        return record
            .Register.Actions.Where(action => action.To == state.Key)
            .SelectMany(action => action.Asks)
            .Select(field => record.Values[field.Slot])
            .OfType<DateOnly?>()
            .FirstOrDefault();
    }

    private static HashSet<string> Reachable(RegisterDefinition register, string from)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var queue = new Queue<string>([from]);
        while (queue.TryDequeue(out var state))
            foreach (var action in register.State(state).Actions.Select(key => register.Action(key)!))
                if (action.To is { } next && found.Add(next))
                    queue.Enqueue(next);
        return found;
    }
}
