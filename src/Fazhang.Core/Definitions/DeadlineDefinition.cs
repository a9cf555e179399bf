namespace Fazhang.Core.Definitions;

/// <summary>A statutory or local time limit as data: never a stored date (see Deadlines).</summary>
public sealed record DeadlineDefinition
{
    public required string Key { get; init; }

    public required string Title { get; init; }

    /// <summary>Keys it had before: what was told under them is not told again.</summary>
    public IReadOnlyList<string> Was { get; init; } = [];

    /// <summary>The date field (of a clock in hours the date and time field) the clock starts from (that day is not counted); with <see cref="Due"/> the one that decides the last day.</summary>
    public required FieldDefinition From { get; init; }

    /// <summary>The date field that stops it.</summary>
    public required FieldDefinition Until { get; init; }

    /// <summary>The budget, when it is the same for every record.</summary>
    public Deadlines.Budget? Within { get; init; }

    /// <summary>The choice field that decides the budget, with a budget for each code.</summary>
    public FieldDefinition? By { get; init; }

    public IReadOnlyDictionary<string, Deadlines.Budget> WithinBy { get; init; } = new Dictionary<string, Deadlines.Budget>();

    /// <summary>The budget of a record with these values (by slot); null while the choice that decides it is open.</summary>
    public Deadlines.Budget? BudgetOf(object?[] values) =>
        By is null ? Within
        : values[By.Slot] is string code ? WithinBy.GetValueOrDefault(code)
        : null;

    /// <summary>The last day itself, as an expression over the record, instead of a period; null for a period.</summary>
    public Expressions.Expression? Due { get; init; }

    /// <summary>Counted in hours and minutes from one moment to another.</summary>
    public bool IsTimed => Within?.IsTimed == true || WithinBy.Values.Any(budget => budget.IsTimed);

    /// <summary>Done once, it counts anew from that day and never ends by itself (年度核查): only a state outside <see cref="In"/> ends it.</summary>
    public bool Again { get; init; }

    /// <summary>How much an extension adds.</summary>
    public Deadlines.Budget? Extend { get; init; }

    /// <summary>States in which the clock means something while it is not done; empty = every state that is not final.</summary>
    public IReadOnlyList<string> In { get; init; } = [];

    /// <summary>Whether the clock means something in a state while it is not done.</summary>
    public bool RunsIn(StateDefinition state) => !state.Final && (In.Count == 0 || In.Contains(state.Key));

    /// <summary>States in which the time does not count.</summary>
    public IReadOnlyList<string> Stops { get; init; } = [];

    public required string Law { get; init; }

    /// <summary>What the law says happens when it runs out.</summary>
    public string? Overdue { get; init; }

    /// <summary>When to remind and when to tell superiors.</summary>
    public IReadOnlyList<AlertDefinition> Alerts { get; init; } = [];
}

/// <summary>A reminder before the last day of a deadline (催办) or an escalation after it (升级).</summary>
public sealed record AlertDefinition
{
    /// <summary>True: counted back from the last day; false: counted on from it.</summary>
    public required bool Before { get; init; }

    public required Deadlines.Budget Offset { get; init; }

    /// <summary>Roles that get it; empty = those who may act on the record in its state.</summary>
    public required IReadOnlyList<string> To { get; init; }

    /// <summary>What it is in the name of a notice: the same words never tell twice.</summary>
    public string Kind => $"{(Before ? "remind" : "escalate")} {Offset.Amount} {Offset.Kind}";

    /// <summary>The day on which it is due, when the deadline ends on <paramref name="due"/>.</summary>
    public DateOnly On(DateOnly due, Deadlines.WorkCalendar calendar)
    {
        var amount = Before ? -Offset.Amount : Offset.Amount;
        return Offset.Kind switch
        {
            Deadlines.DayKind.Working => calendar.AddWorkdays(due, amount),
            Deadlines.DayKind.Month => due.AddMonths(amount),
            _ => due.AddDays(amount),
        };
    }
}
