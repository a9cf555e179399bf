namespace Fazhang.Core.Deadlines;

/// <summary>
/// What the State Council announced for one year (国务院办公厅关于部分节假日安排的通知). A year's announcement may
/// also settle the last days of December before it.
/// </summary>
public sealed record CalendarYear
{
    /// <summary>The year the announcement is for.</summary>
    public required int Year { get; init; }

    public required IReadOnlyList<Holiday> Holidays { get; init; }
}

/// <summary>One festival of an announcement.</summary>
public sealed record Holiday
{
    /// <summary>The name as announced (春节; 中秋节、国庆节 when two fall together).</summary>
    public required string Name { get; init; }

    /// <summary>Days off, weekends inside the break included.</summary>
    public required IReadOnlyList<DateOnly> Off { get; init; }

    /// <summary>Saturdays and Sundays worked in exchange (调休上班日).</summary>
    public required IReadOnlyList<DateOnly> Work { get; init; }
}
