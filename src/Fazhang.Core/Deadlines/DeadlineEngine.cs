namespace Fazhang.Core.Deadlines;

/// <summary>
/// Computes legal periods. Rules: the day of the event does not count; working days leave out weekends and holidays and count make-up
/// workdays; a period in calendar days that would end on a weekend or holiday ends on the first day after it
/// (民事诉讼法第八十五条、行政复议法第八十八条); suspended days do not count, and a period does not expire while suspended.
/// </summary>
public static class DeadlineEngine
{
    /// <summary>A running clock turns amber when so many working days or fewer are left.</summary>
    public const int AmberWorkdays = 3;

    /// <summary>The clock of a deadline as it stands at the end of <paramref name="today"/> (business day, Asia/Shanghai).</summary>
    public static Clock Compute(DeadlineInput input, DateOnly today, WorkCalendar calendar)
    {
        ArgumentOutOfRangeException.ThrowIfEqual(input.Budget.IsTimed, true, nameof(input));
        var asOf = input.Done ?? today;
        var count = new DayCount(input.Start, calendar, Gaps(input, asOf));
        count.Count(input.Budget.Amount, input.Budget.Kind);
        var granted = 0;
        foreach (var extension in input.Extensions.OrderBy(extension => extension.On))
        {
            if (extension.On > count.Expiry)
                break;
            count.Count(extension.Amount, extension.Kind);
            granted++;
        }

        var due = input.IsDueDay && granted == 0 ? input.Start : count.Expiry;
        // What is left of months is told in days.
        var kind = input.Budget.Kind == DayKind.Working ? DayKind.Working : DayKind.Calendar;
        var from = asOf > input.Start || input.IsDueDay ? asOf : input.Start;
        var state = State(input, due, today, count);
        var clock = new Clock
        {
            Due = due,
            State = state,
            Level = Level(state, due, today, calendar),
            Kind = kind,
            Remaining = asOf <= due ? count.Between(from, due, kind) : -count.All(due, asOf, kind),
            Used = count.Between(input.Start, asOf, kind),
            Explanation = "",
            Short = "",
        };
        return clock with
        {
            Explanation = DeadlineExplanation.Explain(input, clock, count, granted, calendar),
            Short = DeadlineExplanation.Short(clock),
        };
    }

    // Disjoint and in order. An open suspension is taken to end tomorrow; one that has not begun yet is no fact.
    private static List<Gap> Gaps(DeadlineInput input, DateOnly asOf)
    {
        var gaps = new List<Gap>();
        foreach (var suspension in input.Suspensions.OrderBy(suspension => suspension.From))
        {
            var isOpen = suspension.Until is null;
            if (isOpen && (suspension.From > asOf || asOf == DateOnly.MaxValue))
                continue;
            var end = suspension.Until ?? asOf.AddDays(1);
            if (end <= suspension.From)
                continue;
            var gap = new Gap(suspension.From, end, suspension.Reason, isOpen);
            if (gaps.Count > 0 && gaps[^1].End >= gap.From)
                gaps[^1] = Merge(gaps[^1], gap);
            else
                gaps.Add(gap);
        }
        return gaps;
    }

    private static Gap Merge(Gap a, Gap b) =>
        new(
            a.From,
            a.End > b.End ? a.End : b.End,
            string.Join('、', new[] { a.Reason, b.Reason }.Where(reason => reason.Length > 0).Distinct()),
            a.IsOpen || b.IsOpen
        );

    private static ClockState State(DeadlineInput input, DateOnly due, DateOnly today, DayCount count) =>
        input.Done is { } done ? (done <= due ? ClockState.Done : ClockState.DoneLate)
        : today > due ? ClockState.Overdue
        : count.IsSuspended(today) ? ClockState.Suspended
        : ClockState.Running;

    private static ClockLevel Level(ClockState state, DateOnly due, DateOnly today, WorkCalendar calendar) =>
        state switch
        {
            ClockState.Overdue or ClockState.DoneLate => ClockLevel.Red,
            ClockState.Running when calendar.WorkdaysBetween(today, due) <= AmberWorkdays => ClockLevel.Amber,
            _ => ClockLevel.Normal,
        };
}
