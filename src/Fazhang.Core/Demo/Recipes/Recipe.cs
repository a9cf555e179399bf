namespace Fazhang.Core.Demo.Recipes;

/// <summary>
/// How one field of a cohort's rows is made. A recipe is read once; <see cref="Begin"/> makes the function that is
/// called for every row of one pass, so that nothing is looked up or parsed while rows are made.
/// </summary>
internal abstract record Recipe
{
    /// <summary>Slots of the fields that must have been made before this one.</summary>
    public virtual IEnumerable<int> Needs => [];

    /// <summary>True when rows are made from records of that register, so that those must be in the books before.</summary>
    public virtual bool Refers(string register) => false;

    public abstract Func<DemoRow, object?> Begin(CohortRun run);
}

/// <summary>The same value in every row.</summary>
internal sealed record ConstantRecipe(object? Value) : Recipe
{
    public override Func<DemoRow, object?> Begin(CohortRun run) => _ => Value;
}

/// <summary>The value of another field.</summary>
internal sealed record CopyRecipe(int From) : Recipe
{
    public override IEnumerable<int> Needs => [From];

    public override Func<DemoRow, object?> Begin(CohortRun run) => row => row.Values[From];
}

/// <summary>Drawn in proportion to weights.</summary>
internal sealed record ShareRecipe(IReadOnlyList<(object? Value, double Weight)> Shares) : Recipe
{
    public override Func<DemoRow, object?> Begin(CohortRun run)
    {
        var table = new WeightedTable<object?>(Shares);
        return row => table.Draw(row.Random);
    }
}

/// <summary>Exact numbers of each value, dealt out in random order. The numbers add up to the cohort's count.</summary>
internal sealed record ExactRecipe(IReadOnlyList<(object? Value, int Count)> Quotas) : Recipe
{
    public override Func<DemoRow, object?> Begin(CohortRun run)
    {
        var deck = Quotas.SelectMany(quota => Enumerable.Repeat(quota.Value, quota.Count)).ToArray();
        run.Random.Shuffle(deck);
        return row => deck[row.Index];
    }
}
