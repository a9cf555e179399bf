namespace Fazhang.Core.Definitions;

/// <summary>A statutory or local time limit as data: never a stored date (see Deadlines).</summary>
public sealed record DeadlineDefinition
{
    public required string Key { get; init; }

    public required string Title { get; init; }

    /// <summary>The date field the clock starts from (that day is not counted).</summary>
    public required FieldDefinition From { get; init; }

    /// <summary>The date field that stops it.</summary>
    public required FieldDefinition Until { get; init; }

    /// <summary>The budget, when it is the same for every record.</summary>
    public Deadlines.Budget? Within { get; init; }

    /// <summary>The choice field that decides the budget, with a budget for each code.</summary>
    public FieldDefinition? By { get; init; }

    public IReadOnlyDictionary<string, Deadlines.Budget> WithinBy { get; init; } = new Dictionary<string, Deadlines.Budget>();

    /// <summary>How much an extension adds.</summary>
    public Deadlines.Budget? Extend { get; init; }

    /// <summary>States in which the clock means something while it is not done; empty = every state that is not final.</summary>
    public IReadOnlyList<string> In { get; init; } = [];

    /// <summary>States in which the time does not count.</summary>
    public IReadOnlyList<string> Stops { get; init; } = [];

    public required string Law { get; init; }

    /// <summary>What the law says happens when it runs out.</summary>
    public string? Overdue { get; init; }
}
