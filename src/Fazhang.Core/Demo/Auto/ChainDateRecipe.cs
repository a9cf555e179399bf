using Fazhang.Core.Deadlines;
using Fazhang.Core.Definitions;
using Fazhang.Core.Demo.Recipes;

namespace Fazhang.Core.Demo.Auto;

/// <summary>
/// A date of the record's life: entry dates first, then those that the actions of its way ask for, each not before the one
/// before it, within their statutory time, and within the cohort's span.
/// </summary>
/// <param name="Slot">This date.</param>
/// <param name="Before">The dates before it in the record's life.</param>
/// <param name="Anchors">Later dates that are given by themselves: this one must not be after them.</param>
/// <param name="Left">How many dates follow: room is kept for them.</param>
/// <param name="Clocks">The deadlines that this date stops.</param>
/// <param name="Months">Weight by month, for the first date.</param>
internal sealed record ChainDateRecipe(
    int Slot,
    IReadOnlyList<int> Before,
    IReadOnlyList<int> Anchors,
    int Left,
    IReadOnlyList<DeadlineDefinition> Clocks,
    Span Span,
    IReadOnlyDictionary<int, double> Months
) : Recipe
{
    private const int Gap = 6;

    public override IEnumerable<int> Needs =>
        Before.Concat(Anchors).Concat(Clocks.Where(clock => clock.By is not null).Select(clock => clock.By!.Slot));

    public override Func<DemoRow, object?> Begin(CohortRun run)
    {
        var room = Math.Min(Left * Gap, (Span.To.DayNumber - Span.From.DayNumber) / 3);
        var first = new SpreadRecipe(Span.From, Span.To.AddDays(-room), Months, 0.04).Begin(run);
        return row =>
        {
            var start = Latest(row, Before);
            var end = Earliest(row);
            if (row.Month is { } month && start is null)
                return DemoRow.Day(Clamp(run, month.AddMonths(1).AddDays(row.Random.Below(8)), month, end));
            if (start is not null)
                return DemoRow.Day(Clamp(run, Next(run, row, start.Value), start.Value, end));
            if (Anchors.Any(slot => row.Values[slot] is DateOnly))
                return DemoRow.Day(
                    Clamp(run, end.AddDays(-row.Random.Between(1, Gap) * (Left + 1)), end.AddDays(-Gap * (Left + 2)), end)
                );
            return first(row);
        };
    }

    private DateOnly Next(CohortRun run, DemoRow row, DateOnly start)
    {
        var date = start.AddDays(row.Random.Between(0, Gap));
        foreach (var clock in Clocks)
            if (row.Values[clock.From.Slot] is DateOnly from && clock.BudgetOf(row.Values) is { } budget)
            {
                var days = Math.Max(0, (int)(budget.ApproximateDays * (0.25 + 0.6 * row.Random.Fraction())));
                var meant = budget.Kind == DayKind.Working ? run.Calendar.AddWorkdays(from, days) : from.AddDays(days);
                date = meant > start ? meant : start;
            }
        return date;
    }

    // A date after the span is a plan (the end of a term): what happens meanwhile need not wait for it.
    private DateOnly? Latest(DemoRow row, IReadOnlyList<int> slots)
    {
        DateOnly? latest = null;
        foreach (var slot in slots)
            if (row.Values[slot] is DateOnly date && date <= Span.To && (latest is null || date > latest))
                latest = date;
        return latest;
    }

    private DateOnly Earliest(DemoRow row)
    {
        var earliest = Span.To;
        foreach (var slot in Anchors)
            if (row.Values[slot] is DateOnly date && date < earliest)
                earliest = date;
        return earliest;
    }

    // On a working day where there is one in between.
    private static DateOnly Clamp(CohortRun run, DateOnly date, DateOnly low, DateOnly high)
    {
        if (date > high)
            date = high;
        for (var moved = date; moved <= high; moved = moved.AddDays(1))
            if (run.Calendar.IsWorkday(moved))
                return moved;
        for (var moved = date; moved >= low; moved = moved.AddDays(-1))
            if (run.Calendar.IsWorkday(moved))
                return moved;
        return date;
    }
}
