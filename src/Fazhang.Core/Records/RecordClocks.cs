using Fazhang.Core.Deadlines;
using Fazhang.Core.Definitions;
using Fazhang.Core.Expressions;
using Fazhang.Core.Journal;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Records;

/// <summary>A running or stopped clock of a record.</summary>
public sealed record RecordClock(DeadlineDefinition Deadline, Clock Clock);

/// <summary>Computes a record's clocks from its dates and its history; nothing about a deadline is stored but a sort key.</summary>
internal static class RecordClocks
{
    public static IReadOnlyList<RecordClock> Compute(
        RegisterDefinition register,
        object?[] values,
        IReadOnlyList<FlowStep> history,
        DateTime now,
        WorkCalendar calendar,
        SettingBook settings
    )
    {
        var today = DateOnly.FromDateTime(now);
        var clocks = new List<RecordClock>();
        var state = register.State((string)values[FieldDefinition.StateSlot]!);
        foreach (var deadline in register.Deadlines)
        {
            var last = Day(values[deadline.Until.Slot]);
            var done = deadline.Again ? null : last;
            // A record that went another way has no clock left to run.
            var over = done is null && !deadline.RunsIn(state);
            if (over || Start(deadline, values, today, calendar) is not { } start)
                continue;
            if ((deadline.Due is null ? deadline.BudgetOf(values) : DeadlineInput.NoPeriod) is not { } common)
                continue;
            // What comes round again counts from the last time it was done.
            var round = deadline.Again && last > start;
            start = round ? last!.Value : start;
            var input = new DeadlineInput
            {
                Title = deadline.Title,
                Start = start,
                StartWord = round ? deadline.Until.Title : deadline.From.Title,
                Budget = settings.At(common, start),
                Suspensions = Suspensions(register, deadline, history),
                Extensions = Extensions(register, deadline, history, settings, start),
                Done = done,
                IsDueDay = deadline.Due is not null,
                Law = deadline.Law,
                Consequence = deadline.Overdue,
            };
            clocks.Add(
                new(
                    deadline,
                    input.Budget.IsTimed && Moment(values[deadline.From.Slot]) is { } from
                        ? TimedClock.Compute(input, from, Moment(values[deadline.Until.Slot]), now)
                        : DeadlineEngine.Compute(input, today, calendar)
                )
            );
        }
        return clocks;
    }

    /// <summary>The soonest last day among the clocks that run, and whose it is.</summary>
    public static (DateOnly? Due, string? Key) Soonest(IReadOnlyList<RecordClock> clocks)
    {
        var running = clocks
            .Where(clock => clock.Clock.State is ClockState.Running or ClockState.Overdue)
            .OrderBy(clock => clock.Clock.Due)
            // Within a day the one that ends at a moment comes before the one that has the whole day.
            .ThenBy(clock => clock.Clock.DueAt ?? DateTime.MaxValue)
            .FirstOrDefault();
        return running is null ? (null, null) : (running.Clock.Due, running.Deadline.Key);
    }

    /// <summary>How often an action has extended a deadline.</summary>
    public static int TimesExtended(RegisterDefinition register, string deadline, IReadOnlyList<FlowStep> history) =>
        history.Count(step => register.Action(step.Action)?.Extends == deadline);

    /// <summary>The day a period begins with, or the last day where the record says that itself.</summary>
    private static DateOnly? Start(DeadlineDefinition deadline, object?[] values, DateOnly today, WorkCalendar calendar) =>
        deadline.Due is { } due
            ? due.Evaluate(values, new() { Today = today, Calendar = calendar }) as DateOnly?
            : Day(values[deadline.From.Slot]);

    private static DateOnly? Day(object? value) =>
        value is DateOnly day ? day
        : Moment(value) is { } at ? DateOnly.FromDateTime(at)
        : null;

    private static DateTime? Moment(object? value) => value is string stored ? MomentText.Parse(stored) : null;

    private static List<Suspension> Suspensions(
        RegisterDefinition register,
        DeadlineDefinition deadline,
        IReadOnlyList<FlowStep> history
    )
    {
        var suspensions = new List<Suspension>();
        Suspension? open = null;
        foreach (var step in history)
        {
            var enters = step.StateTo is { } to && deadline.Stops.Contains(to);
            var leaves = step.StateFrom is { } from && deadline.Stops.Contains(from);
            if (enters && open is null)
                open = new Suspension(step.On, null, register.State(step.StateTo!).Title);
            else if (leaves && !enters && open is not null)
            {
                suspensions.Add(open with { Until = step.On });
                open = null;
            }
        }
        if (open is not null)
            suspensions.Add(open);
        return suspensions;
    }

    private static List<Extension> Extensions(
        RegisterDefinition register,
        DeadlineDefinition deadline,
        IReadOnlyList<FlowStep> history,
        SettingBook settings,
        DateOnly start
    ) =>
        deadline.Extend is not { } common || settings.At(common, start) is not { } extend
            ? []
            :
            [
                .. history
                    .Where(step => register.Action(step.Action)?.Extends == deadline.Key)
                    .Select(step => new Extension(extend.Amount, extend.Kind, step.On, register.Action(step.Action)!.Title)),
            ];
}
