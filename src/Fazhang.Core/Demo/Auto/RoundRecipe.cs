using Fazhang.Core.Definitions;
using Fazhang.Core.Demo.Recipes;

namespace Fazhang.Core.Demo.Auto;

/// <summary>
/// The date on which something that comes round again (年度核查) was done last: what another recipe says, unless the next round
/// would be over by the demonstration's day; then some day of the last round. A working bureau keeps its rounds.
/// </summary>
/// <param name="Inner">The recipe that says when it was done first.</param>
/// <param name="Clock">The deadline that comes round again.</param>
internal sealed record RoundRecipe(Recipe Inner, DeadlineDefinition Clock) : Recipe
{
    public override IEnumerable<int> Needs =>
        Inner.Needs.Append(Clock.From.Slot).Concat(Clock.By is { } by ? [by.Slot] : Array.Empty<int>()).Distinct();

    public override bool Refers(string register) => Inner.Refers(register);

    public override Func<DemoRow, object?> Begin(CohortRun run)
    {
        var inner = Inner.Begin(run);
        return row =>
        {
            var made = inner(row);
            if (
                (made ?? row.Values[Clock.From.Slot]) is not DateOnly first
                || Clock.BudgetOf(row.Values) is not { IsTimed: false } budget
                || first.AddDays(budget.ApproximateDays - 1) >= run.Context.Today
            )
                return made;
            var days = (int)(budget.ApproximateDays * (0.05 + 0.8 * row.Random.Fraction()));
            // A day off is moved back to a working day: never after the demonstration's day.
            return DemoRow.Day(run.Calendar.AddWorkdays(run.Context.Today.AddDays(1 - days), -1));
        };
    }
}
