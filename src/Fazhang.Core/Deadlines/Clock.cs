namespace Fazhang.Core.Deadlines;

/// <summary>Where a deadline stands.</summary>
public enum ClockState
{
    Running,

    /// <summary>A suspension is in force; the days do not count.</summary>
    Suspended,

    /// <summary>Done in time.</summary>
    Done,

    /// <summary>Done after the due date.</summary>
    DoneLate,

    /// <summary>Not done, and the due date is past.</summary>
    Overdue,
}

/// <summary>How urgent it is.</summary>
public enum ClockLevel
{
    Normal,

    /// <summary>Running, and due within <see cref="DeadlineEngine.AmberWorkdays"/> working days.</summary>
    Amber,

    /// <summary>Overdue, or done late.</summary>
    Red,
}

/// <summary>A deadline as it stands on a day.</summary>
public sealed record Clock
{
    /// <summary>
    /// The last day on which the thing can be done in time, never a day off. While a suspension is open: as if it ended tomorrow.
    /// </summary>
    public required DateOnly Due { get; init; }

    /// <summary>The moment on <see cref="Due"/> at which a clock in hours ends (business time); null for one in days.</summary>
    public DateTime? DueAt { get; init; }

    public required ClockState State { get; init; }

    public required ClockLevel Level { get; init; }

    /// <summary>The kind of day that <see cref="Remaining"/> and <see cref="Used"/> count: the budget's.</summary>
    public required DayKind Kind { get; init; }

    /// <summary>
    /// Days left until and with the due date, suspended days not counted; 0 on the due date; negative when overdue (0 while no
    /// working day has passed since). For a thing done: as it stood on that day. Minutes for a clock in hours.
    /// </summary>
    public required int Remaining { get; init; }

    /// <summary>Days that have counted so far, until and with today or the day it was done.</summary>
    public required int Used { get; init; }

    /// <summary>One Chinese sentence: how the due date comes about, every deduction named, with the article.</summary>
    public required string Explanation { get; init; }

    /// <summary>还剩 2 日, 逾期 1 个工作日.</summary>
    public required string Short { get; init; }
}
