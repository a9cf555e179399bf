using Fazhang.Core.Definitions;
using Fazhang.Core.Expressions;

namespace Fazhang.Core.Figures;

/// <summary>A cell: indicator × month × unit. Months are year × 100 + month.</summary>
public readonly record struct CellKey(long Indicator, int Month, long Unit);

/// <summary>
/// What the records of one register post, compiled once. A posting is a pure function of the record before and the
/// record after: contributions(after) − contributions(before). It never depends on today.
/// </summary>
internal sealed class PostingPlan
{
    private readonly Line[] lines;
    private readonly EvaluationContext context;

    public PostingPlan(RegisterDefinition register, Deadlines.WorkCalendar calendar, IReadOnlyDictionary<string, long> ids)
    {
        // The loader refuses `today` in an indicator's condition, so the day given here is never read.
        context = new EvaluationContext { Today = DateOnly.MinValue, Calendar = calendar };
        lines =
        [
            .. register
                .Indicators.Where(indicator => indicator.IsPosted && ids.ContainsKey(indicator.Key))
                .Select(indicator => new Line(
                    ids[indicator.Key],
                    indicator.On!.Slot,
                    indicator.Until?.Slot,
                    indicator.Field?.Slot,
                    indicator.Where
                )),
        ];
        Slots =
        [
            .. lines
                .SelectMany(line => new[] { line.On, line.Until, line.Field })
                .OfType<int>()
                .Concat(
                    lines
                        .SelectMany(line => line.Where?.Fields ?? new HashSet<string>())
                        .Select(name => register.Field(name)!.Slot)
                )
                .Append(FieldDefinition.UnitSlot)
                .Distinct()
                .Order(),
        ];
    }

    /// <summary>The slots that postings look at: all that a pass over the records has to read.</summary>
    public IReadOnlyList<int> Slots { get; }

    /// <summary>Adds the contributions of a record, times <paramref name="sign"/>, to the deltas.</summary>
    public void Post(object?[] values, int sign, Dictionary<CellKey, long> deltas)
    {
        var unit = (long)values[FieldDefinition.UnitSlot]!;
        foreach (var line in lines)
        {
            if (values[line.On] is not DateOnly on)
                continue;
            long value = 1;
            if (line.Field is { } field)
            {
                if (values[field] is not long amount)
                    continue;
                value = amount;
            }
            if (line.Where is not null && line.Where.Evaluate(values, context) is not true)
                continue;
            Add(deltas, new(line.Indicator, Month(on), unit), sign * value);
            // A stock leaves in the month its end date falls in, never before it came.
            if (line.Until is { } until && values[until] is DateOnly end)
                Add(deltas, new(line.Indicator, Month(end < on ? on : end), unit), -sign * value);
        }
    }

    /// <summary>What a change adds to each cell; cells whose balance does not change are left out.</summary>
    public Dictionary<CellKey, long> Deltas(object?[]? before, object?[]? after)
    {
        var deltas = new Dictionary<CellKey, long>();
        if (before is not null)
            Post(before, -1, deltas);
        if (after is not null)
            Post(after, 1, deltas);
        foreach (var key in deltas.Where(pair => pair.Value == 0).Select(pair => pair.Key).ToList())
            deltas.Remove(key);
        return deltas;
    }

    public static int Month(DateOnly date) => date.Year * 100 + date.Month;

    private static void Add(Dictionary<CellKey, long> deltas, CellKey key, long value)
    {
        ref var cell = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(deltas, key, out _);
        cell += value;
    }

    private sealed record Line(long Indicator, int On, int? Until, int? Field, Expression? Where);
}
