using Fazhang.Core.Definitions;
using Fazhang.Core.Journal;

namespace Fazhang.Core.Records;

/// <summary>
/// One step of a record's flow as the clocks need it: what happened and on which day it took effect. That day is the
/// date the action asked for (its `on` field) when it has one, as corrected since; otherwise the day of the entry.
/// </summary>
internal sealed record FlowStep(string Action, string? StateFrom, string? StateTo, DateOnly On)
{
    /// <summary>The steps of a record that is stored.</summary>
    public static IReadOnlyList<FlowStep> Of(RegisterDefinition register, IReadOnlyList<JournalEntry> history, object?[] values)
    {
        var steps = new List<FlowStep>();
        foreach (var entry in history)
            if (entry.Action == JournalAction.Import)
                steps.AddRange(Imported(register, values, entry.On, entry.StateTo));
            else if (!JournalAction.IsOutsideFlow(entry.Action))
                steps.Add(new(entry.Action, entry.StateFrom, entry.StateTo, DayOf(register.Action(entry.Action), entry)));
        return WithCorrectedDays(register, steps, values);
    }

    /// <summary>The same with the step that is about to be saved.</summary>
    public static IReadOnlyList<FlowStep> Of(
        RegisterDefinition register,
        IReadOnlyList<JournalEntry> history,
        (string Action, string? StateFrom) now,
        object?[] values,
        DateOnly today
    )
    {
        var steps = Of(register, history, values).ToList();
        if (JournalAction.IsOutsideFlow(now.Action))
            return steps;
        steps.Add(new(now.Action, now.StateFrom, (string)values[FieldDefinition.StateSlot]!, today));
        return WithCorrectedDays(register, steps, values);
    }

    /// <summary>
    /// What can be known of the steps of a record that came by import: each action with an `on` date that is filled in
    /// took effect on that day, in the order of the days.
    /// </summary>
    public static IReadOnlyList<FlowStep> Imported(
        RegisterDefinition register,
        object?[] values,
        DateOnly day,
        string? state = null
    )
    {
        state ??= (string)values[FieldDefinition.StateSlot]!;
        var steps = register
            .Actions.Where(action => action.On is not null && values[action.On.Slot] is DateOnly)
            .Select(action => new FlowStep(
                action.Key,
                StateBefore(register, action),
                action.To,
                (DateOnly)values[action.On!.Slot]!
            ))
            .OrderBy(step => step.On)
            .ToList();
        steps.Add(new(JournalAction.Import, steps.LastOrDefault(step => step.StateTo is not null)?.StateTo, state, day));
        return steps;
    }

    private static string? StateBefore(RegisterDefinition register, ActionDefinition action) =>
        action.To is null ? null : register.States.FirstOrDefault(state => state.Actions.Contains(action.Key))?.Key;

    private static DateOnly DayOf(ActionDefinition? action, JournalEntry entry) =>
        action?.On is { } field && entry.After.TryGetValue(field.Key, out var value) && value is DateOnly day ? day : entry.On;

    /// <summary>The last time an action was done, its date is the one that stands in the record now.</summary>
    private static List<FlowStep> WithCorrectedDays(RegisterDefinition register, List<FlowStep> steps, object?[] values)
    {
        foreach (var action in register.Actions)
        {
            var last = steps.FindLastIndex(step => step.Action == action.Key);
            if (last >= 0 && action.On is { } field && values[field.Slot] is DateOnly day)
                steps[last] = steps[last] with { On = day };
        }
        return steps;
    }
}
