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
    public static IReadOnlyList<FlowStep> Of(
        RegisterDefinition register,
        IReadOnlyList<JournalEntry> history,
        object?[] values
    ) => WithCorrectedDays(register, Written(register, history, values), values);

    /// <summary>The steps with the days that were given when they were made.</summary>
    private static List<FlowStep> Written(RegisterDefinition register, IReadOnlyList<JournalEntry> history, object?[] values)
    {
        var steps = new List<FlowStep>();
        foreach (var entry in history)
            if (entry.Action == JournalAction.Import)
                steps.AddRange(Imported(register, values, entry.On, entry.StateTo));
            else if (!JournalAction.IsOutsideFlow(entry.Action))
                steps.Add(new(entry.Action, entry.StateFrom, entry.StateTo, DayOf(register.Action(entry.Action), entry)));
        return steps;
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
        // The new step before the days are corrected: the date in the record is its own, not that of a step before.
        var steps = Written(register, history, values);
        if (!JournalAction.IsOutsideFlow(now.Action))
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

    /// <summary>The last time a date was asked for, by whichever action, it is the one that stands in the record now.</summary>
    private static List<FlowStep> WithCorrectedDays(RegisterDefinition register, List<FlowStep> steps, object?[] values)
    {
        foreach (var asking in register.Actions.Where(action => action.On is not null).GroupBy(action => action.On!.Slot))
        {
            var last = steps.FindLastIndex(step => asking.Any(action => action.Key == step.Action));
            if (last >= 0 && values[asking.Key] is DateOnly day)
                steps[last] = steps[last] with { On = day };
        }
        return steps;
    }
}
