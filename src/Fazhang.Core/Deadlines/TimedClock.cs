using System.Globalization;

namespace Fazhang.Core.Deadlines;

/// <summary>
/// Clocks in hours and minutes (紧急信息、应急处置): every minute counts, by day and by night, from the moment itself
/// (民法典第二百零一条第二款). Nothing is moved to a working day, and nothing suspends or extends.
/// </summary>
public static class TimedClock
{
    /// <summary>A running clock turns amber when this part of its period, or less, is left.</summary>
    private const double AmberPart = 0.25;

    /// <param name="input">The deadline; its start is the day of <paramref name="from"/>.</param>
    /// <param name="from">The moment it starts, in business time.</param>
    /// <param name="done">When it was done; null while it is not.</param>
    /// <param name="now">The moment as of which it is told.</param>
    public static Clock Compute(DeadlineInput input, DateTime from, DateTime? done, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(input);
        var budget = TimeSpan.FromMinutes(input.Budget.Amount);
        var due = DateTime.MaxValue - from < budget ? DateTime.MaxValue : from + budget;
        var at = done ?? now;
        var state =
            done is not null ? (done <= due ? ClockState.Done : ClockState.DoneLate)
            : now > due ? ClockState.Overdue
            : ClockState.Running;
        var remaining = Minutes(due - at);
        var clock = new Clock
        {
            Due = DateOnly.FromDateTime(due),
            DueAt = due,
            State = state,
            Level =
                state is ClockState.Overdue or ClockState.DoneLate ? ClockLevel.Red
                : state == ClockState.Running && remaining <= input.Budget.Amount * AmberPart ? ClockLevel.Amber
                : ClockLevel.Normal,
            Kind = DayKind.Minute,
            Remaining = remaining,
            Used = Math.Max(0, Minutes(at - from)),
            Explanation = "",
            Short = "",
        };
        return clock with { Explanation = Explain(input, clock, from, done), Short = Short(clock) };
    }

    /// <summary>2024-03-02 09:30.</summary>
    public static string Write(DateTime moment) => moment.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Explain(DeadlineInput input, Clock clock, DateTime from, DateTime? done)
    {
        var late = Wording.Minutes(-clock.Remaining);
        var outcome = clock.State switch
        {
            ClockState.Done => $"；已于{Write(done!.Value)}办结，用时{Wording.Minutes(clock.Used)}",
            ClockState.DoneLate => $"；{Write(done!.Value)}办结，逾期{late}",
            ClockState.Overdue => $"；已逾期{late}" + (input.Consequence is null ? "" : $"，{input.Consequence}"),
            _ => input.Consequence is null ? "" : $"；逾期的，{input.Consequence}",
        };
        return $"自{Write(from)}{input.StartWord}起算，{input.Budget}，昼夜连续计算，截止{Write(clock.DueAt!.Value)}"
            + Wording.InBrackets(input.Law)
            + outcome
            + "。";
    }

    private static string Short(Clock clock) =>
        clock.State switch
        {
            ClockState.Done => "按期办结",
            ClockState.DoneLate => $"逾期 {Wording.Minutes(-clock.Remaining)}办结",
            ClockState.Overdue => $"逾期 {Wording.Minutes(-clock.Remaining)}",
            _ => clock.Remaining == 0 ? "即刻到期" : $"还剩 {Wording.Minutes(clock.Remaining)}",
        };

    // A second too late is a minute too late: rounded away from the due moment, and never beyond what an int holds.
    private static int Minutes(TimeSpan span) =>
        (int)Math.Clamp(span < TimeSpan.Zero ? Math.Floor(span.TotalMinutes) : span.TotalMinutes, int.MinValue, int.MaxValue);
}
