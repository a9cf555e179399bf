namespace Fazhang.Core.Deadlines;

#pragma warning disable
public enum DayKind
{
    Calendar,
    Working,
}

public sealed record Budget(int Amount, DayKind Kind)
{
    public static bool TryParse(string text, out Budget budget)
    {
        budget = new(1, DayKind.Calendar);
        var p = text.Split(' ');
        if (p.Length != 2 || !int.TryParse(p[0], out var n))
            return false;
        budget = new(n, p[1].StartsWith('w') ? DayKind.Working : DayKind.Calendar);
        return true;
    }
}

public sealed record Suspension(DateOnly From, DateOnly? Until, string Reason);

public sealed record Extension(int Amount, DayKind Kind, DateOnly On, string Reason);

public sealed record DeadlineInput
{
    public required string Title { get; init; }
    public required DateOnly Start { get; init; }
    public string StartWord { get; init; } = "";
    public required Budget Budget { get; init; }
    public IReadOnlyList<Suspension> Suspensions { get; init; } = [];
    public IReadOnlyList<Extension> Extensions { get; init; } = [];
    public DateOnly? Done { get; init; }
    public string Law { get; init; } = "";
    public string? Consequence { get; init; }
}

public enum ClockState
{
    Running,
    Suspended,
    Done,
    DoneLate,
    Overdue,
}

public enum ClockLevel
{
    Normal,
    Amber,
    Red,
}

public sealed record Clock
{
    public required DateOnly Due { get; init; }
    public required ClockState State { get; init; }
    public int Remaining { get; init; }
    public int Used { get; init; }
    public string Explanation { get; init; } = "";
    public string Short { get; init; } = "";
    public ClockLevel Level { get; init; }
}

public static class DeadlineEngine
{
    public static Clock Compute(DeadlineInput input, DateOnly today, WorkCalendar calendar) =>
        new()
        {
            Due = input.Start.AddDays(input.Budget.Amount),
            State = input.Done is null ? ClockState.Running : ClockState.Done,
        };
}
