using Fazhang.Core.Definitions;
using Fazhang.Core.Expressions;

namespace Fazhang.Core.Figures;

/// <summary>A cell: series × month × unit. Months are year × 100 + month.</summary>
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
                .Indicators.Where(indicator => indicator.IsLive)
                .SelectMany(indicator => indicator.Earlier.Prepend(indicator))
                .Where(version => ids.ContainsKey(version.Series))
                .Select(version => Compile(version, ids)),
        ];
        Slots =
        [
            .. lines
                .SelectMany(line => new[] { line.On, line.Until, line.Field, line.By })
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
            Add(deltas, line.Total, Month(on), unit, sign, value);
            // A code without a series of its own (none filled in, or one that nobody ever defined) stays in the total only.
            var category = line.By is { } by && values[by] is string code ? line.Codes.GetValueOrDefault(code) : null;
            Add(deltas, category, Month(on), unit, sign, value);
            // A stock leaves in the month its end date falls in, never before it came.
            if (line.Until is { } until && values[until] is DateOnly end)
            {
                var left = Month(end < on ? on : end);
                Add(deltas, line.Total, left, unit, -sign, value);
                Add(deltas, category, left, unit, -sign, value);
            }
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

    private static Line Compile(IndicatorDefinition indicator, IReadOnlyDictionary<string, long> ids)
    {
        var isAverage = indicator.Kind == IndicatorKind.Average;
        Target Of(string series, string number) => new(ids[series], isAverage ? ids[number] : null);
        var number = PostedSeries.Number(indicator.Series);
        return new Line(
            Of(indicator.Series, number),
            indicator.On!.Slot,
            indicator.Until?.Slot,
            indicator.Field?.Slot,
            indicator.Where,
            indicator.By?.Slot,
            indicator.By is null
                ? []
                : PostedSeries
                    .Codes(indicator.Series, ids.Keys)
                    .ToDictionary(
                        code => code,
                        code => Of(PostedSeries.Category(indicator.Series, code), PostedSeries.Category(number, code)),
                        StringComparer.Ordinal
                    )
        );
    }

    private static void Add(Dictionary<CellKey, long> deltas, Target? target, int month, long unit, int sign, long value)
    {
        if (target is null)
            return;
        Add(deltas, new(target.Value, month, unit), sign * value);
        if (target.Number is { } number)
            Add(deltas, new(number, month, unit), sign);
    }

    private static void Add(Dictionary<CellKey, long> deltas, CellKey key, long value)
    {
        ref var cell = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(deltas, key, out _);
        cell += value;
    }

    /// <summary>The series a value goes to, and for an average the one that counts its records.</summary>
    private sealed record Target(long Value, long? Number);

    private sealed record Line(
        Target Total,
        int On,
        int? Until,
        int? Field,
        Expression? Where,
        int? By,
        Dictionary<string, Target> Codes
    );
}
