using Fazhang.Core.Deadlines;
using Fazhang.Core.Expressions;

namespace Fazhang.Core.Demo;

/// <summary>One pass over a cohort: what its recipes need before the first row.</summary>
internal sealed class CohortRun
{
    public required SplitMix64 Random { get; init; }

    /// <summary>The unit of every row, in row order.</summary>
    public required IReadOnlyList<DemoUnit> RowUnits { get; init; }

    /// <summary>All units of the place.</summary>
    public required IReadOnlyList<DemoUnit> Units { get; init; }

    public required IReadOnlyDictionary<string, long> UnitIds { get; init; }

    public required WorkCalendar Calendar { get; init; }

    /// <summary>What expressions may know: the demonstration's day.</summary>
    public required EvaluationContext Context { get; init; }

    /// <summary>The records of another register that is in the books already.</summary>
    public required DemoTargets Targets { get; init; }

    /// <summary>What the records of another register have in a text field.</summary>
    public required DemoTexts Texts { get; init; }

    public int Count => RowUnits.Count;

    /// <summary>Totals already divided among the rows, by slot: others may follow them.</summary>
    public Dictionary<int, long[]> Divided { get; } = [];
}

/// <summary>Number and unit of the records of a register that have certain values, in the order they were made.</summary>
public delegate IReadOnlyList<(long Id, long Unit)> DemoTargets(
    string register,
    IReadOnlyList<(string Field, object Value)> having
);

/// <summary>The texts in a column of a register that is in the books already, by the record's number.</summary>
public delegate IReadOnlyDictionary<long, string> DemoTexts(string register, string column);

/// <summary>The row that is being made.</summary>
internal sealed class DemoRow
{
    private static readonly DateOnly FirstDay = new(1990, 1, 1);
    private static readonly object[] Days = [.. Enumerable.Range(0, 50 * 366).Select(i => (object)FirstDay.AddDays(i))];

    public required int Index { get; init; }

    public required DemoUnit Unit { get; init; }

    public required object?[] Values { get; init; }

    public required SplitMix64 Random { get; init; }

    /// <summary>Returns only: the month.</summary>
    public DateOnly? Month { get; init; }

    /// <summary>A date as a shared object, so that a million dates do not cost a million allocations.</summary>
    public static object Day(DateOnly date)
    {
        var index = date.DayNumber - FirstDay.DayNumber;
        return index >= 0 && index < Days.Length ? Days[index] : date;
    }
}
