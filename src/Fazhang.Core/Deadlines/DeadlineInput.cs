namespace Fazhang.Core.Deadlines;

/// <summary>
/// An interval that does not count (中止、现场勘验、鉴定): the day it takes effect and all days up to the one before resumption are left
/// out; the day of resumption counts again. <c>Until</c> null = not yet resumed. Resumed on the same day (or, by a slip, earlier): no day.
/// </summary>
/// <param name="From">The day it takes effect; the first day that does not count.</param>
/// <param name="Until">The day of resumption; the first day that counts again.</param>
/// <param name="Reason">Shown in the explanation; may be empty.</param>
public sealed record Suspension(DateOnly From, DateOnly? Until, string Reason);

/// <summary>
/// A prolongation (延长), counted on from the end of the period. One decided after the period has expired does not revive it; the
/// explanation says so.
/// </summary>
/// <param name="Amount">Days, 1 or more.</param>
/// <param name="Kind">How its days are counted.</param>
/// <param name="On">The day it was decided.</param>
/// <param name="Reason">Shown in the explanation; may be empty.</param>
public sealed record Extension(int Amount, DayKind Kind, DateOnly On, string Reason);

/// <summary>A deadline of one record, as data.</summary>
public sealed record DeadlineInput
{
    /// <summary>What has to be done in time: 审查受理.</summary>
    public required string Title { get; init; }

    /// <summary>The day of the event; the period begins on the day after (民事诉讼法第八十五条、行政复议法第八十八条第一款).</summary>
    public required DateOnly Start { get; init; }

    /// <summary>What happened that day: 收到申请.</summary>
    public required string StartWord { get; init; }

    public required Budget Budget { get; init; }

    /// <summary>True when <see cref="Start"/> is the last day itself, written in the record: no period is counted.</summary>
    public bool IsDueDay { get; init; }

    /// <summary>Stands for the period where the last day is given.</summary>
    public static Budget NoPeriod { get; } = new(0, DayKind.Calendar);

    /// <summary>In any order; overlapping days are left out once.</summary>
    public IReadOnlyList<Suspension> Suspensions { get; init; } = [];

    /// <summary>In any order; they take effect in the order of decision.</summary>
    public IReadOnlyList<Extension> Extensions { get; init; } = [];

    /// <summary>The day it was done; null while it is not.</summary>
    public DateOnly? Done { get; init; }

    /// <summary>Law and article: 行政复议法第三十条.</summary>
    public required string Law { get; init; }

    /// <summary>What the law attaches to expiry: 期满之日起视为受理.</summary>
    public string? Consequence { get; init; }
}
