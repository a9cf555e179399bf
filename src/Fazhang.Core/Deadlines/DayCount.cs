namespace Fazhang.Core.Deadlines;

/// <summary>A suspension as it counts: closed at the front, open at the end, not empty.</summary>
internal sealed record Gap(DateOnly From, DateOnly End, string Reason, bool IsOpen)
{
    public bool Contains(DateOnly day) => From <= day && day < End;
}

/// <summary>
/// Counts a period day by day and remembers what it passed, so that the explanation tells what was done and nothing else.
/// Stops at the end of time (9999-12-31) rather than fail for a mistyped year.
/// </summary>
internal sealed class DayCount(DateOnly start, WorkCalendar calendar, IReadOnlyList<Gap> gaps)
{
    private readonly DateOnly _start = start;
    private readonly List<(DateOnly Day, DayKind Kind)> _passed = [];

    /// <summary>The last day counted.</summary>
    public DateOnly Day { get; private set; } = start;

    /// <summary>Days gone by so far, in order, with the way of counting that was in force.</summary>
    public IReadOnlyList<(DateOnly Day, DayKind Kind)> Passed => _passed;

    /// <summary>The day on which the period counted so far expires.</summary>
    public DateOnly Expiry
    {
        get
        {
            var day = Day;
            while (day < DateOnly.MaxValue && (calendar.IsOffDay(day) || IsSuspended(day)))
                day = day.AddDays(1);
            return day;
        }
    }

    public void Count(int amount, DayKind kind)
    {
        if (kind == DayKind.Month)
            (amount, kind) = (WorkCalendar.DaysBetween(Day, AddMonths(Day, amount)), DayKind.Calendar);
        for (var left = amount; left > 0 && Day < DateOnly.MaxValue; )
        {
            Day = Day.AddDays(1);
            _passed.Add((Day, kind));
            left -= !IsSuspended(Day) && (kind == DayKind.Calendar || calendar.IsWorkday(Day)) ? 1 : 0;
        }
    }

    /// <summary>Days of the kind in (from, to] that are not suspended; 0 when to is not later.</summary>
    public int Between(DateOnly from, DateOnly to, DayKind kind)
    {
        if (to <= from)
            return 0;
        var count = All(from, to, kind);
        foreach (var gap in gaps)
        {
            var (first, last) = (Max(from, Before(gap.From)), Min(to, Before(gap.End)));
            count -= last > first ? All(first, last, kind) : 0;
        }
        return count;
    }

    /// <summary>Days of the kind in (from, to], suspended or not.</summary>
    public int All(DateOnly from, DateOnly to, DayKind kind) =>
        kind == DayKind.Working ? calendar.WorkdaysBetween(from, to) : WorkCalendar.DaysBetween(from, to);

    public bool IsSuspended(DateOnly day) => gaps.Any(gap => gap.Contains(day));

    /// <summary>The suspensions that reached into the period, with the days each took out of it.</summary>
    public IEnumerable<(Gap Gap, int Days)> Suspended(DateOnly due) =>
        gaps.Select(gap => (gap, Days: WorkCalendar.DaysBetween(Max(Before(gap.From), _start), Min(Before(gap.End), due))))
            .Where(pair => pair.Days > 0);

    /// <summary>The same day of a later month, or its last; the end of time when there is none.</summary>
    public static DateOnly AddMonths(DateOnly day, int months) =>
        (long)(day.Year * 12) + day.Month - 1 + months > 9999L * 12 + 11 ? DateOnly.MaxValue : day.AddMonths(months);

    private static DateOnly Before(DateOnly day) => day == DateOnly.MinValue ? day : day.AddDays(-1);

    private static DateOnly Max(DateOnly a, DateOnly b) => a > b ? a : b;

    private static DateOnly Min(DateOnly a, DateOnly b) => a < b ? a : b;
}
