namespace Fazhang.Core.Demo.Recipes;

/// <summary>Made only in some rows: with a probability, and when other fields have certain values. Else empty.</summary>
/// <param name="When">Slot and allowed values; a null list means any value.</param>
internal sealed record ConditionRecipe(
    Recipe Inner,
    double Chance,
    IReadOnlyList<(int Slot, IReadOnlyList<object>? Allowed)> When
) : Recipe
{
    public override IEnumerable<int> Needs => Inner.Needs.Concat(When.Select(condition => condition.Slot));

    public override bool Refers(string register) => Inner.Refers(register);

    public override Func<DemoRow, object?> Begin(CohortRun run)
    {
        var inner = Inner.Begin(run);
        var conditions = When.Select(condition => (condition.Slot, Allowed: condition.Allowed?.ToHashSet())).ToArray();
        return row =>
        {
            foreach (var (slot, allowed) in conditions)
                if (row.Values[slot] is not { } value || (allowed is not null && !allowed.Contains(value)))
                    return null;
            return Chance >= 1 || row.Random.Fraction() < Chance ? inner(row) : null;
        };
    }
}

/// <summary>A recipe for each value of another field; <paramref name="Otherwise"/> for the rest, or empty.</summary>
internal sealed record ByRecipe(int Slot, IReadOnlyList<(object Value, Recipe Recipe)> Cases, Recipe? Otherwise) : Recipe
{
    public override IEnumerable<int> Needs =>
        Cases.SelectMany(one => one.Recipe.Needs).Concat(Otherwise?.Needs ?? []).Append(Slot);

    public override bool Refers(string register) =>
        Cases.Any(one => one.Recipe.Refers(register)) || Otherwise?.Refers(register) == true;

    public override Func<DemoRow, object?> Begin(CohortRun run)
    {
        var cases = Cases.ToDictionary(one => one.Value, one => one.Recipe.Begin(run));
        var otherwise = Otherwise?.Begin(run);
        return row =>
            row.Values[Slot] is { } value && cases.TryGetValue(value, out var make) ? make(row) : otherwise?.Invoke(row);
    }
}
