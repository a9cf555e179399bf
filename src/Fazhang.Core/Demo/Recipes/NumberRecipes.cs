namespace Fazhang.Core.Demo.Recipes;

/// <summary>A whole number between two bounds, all equally likely.</summary>
internal sealed record RangeRecipe(int Low, int High) : Recipe
{
    public override Func<DemoRow, object?> Begin(CohortRun run) => row => (long)row.Random.Between(Low, High);
}

/// <summary>The first row's number, the next one for each row after it; in stored units when multiplied by the scale.</summary>
internal sealed record SequenceRecipe(int First, long Scale) : Recipe
{
    public override Func<DemoRow, object?> Begin(CohortRun run) => row => (First + row.Index) * Scale;
}

/// <summary>An amount in 分 between two bounds in 元: small ones are more frequent (logarithmic), and it is a round number.</summary>
internal sealed record MoneyRecipe(long Low, long High) : Recipe
{
    public override Func<DemoRow, object?> Begin(CohortRun run)
    {
        var ratio = Math.Log((double)High / Low);
        return row =>
        {
            var yuan = (long)(Low * Math.Exp(ratio * row.Random.Fraction()));
            var step = yuan switch
            {
                >= 100_000 => 1_000,
                >= 10_000 => 100,
                >= 1_000 => 10,
                _ => 1,
            };
            return Math.Max(Low, yuan / step * step) * 100;
        };
    }
}

/// <summary>
/// An exact total divided among all rows of the cohort, by the weight of the row's unit and a random factor, or in
/// proportion to a field that is divided already. Shares are whole multiples of <paramref name="Step"/> (in stored units).
/// </summary>
internal sealed record TotalRecipe(
    int Slot,
    long Total,
    long Step,
    IReadOnlyList<(string Selector, double Weight)> Weights,
    int? Follow
) : Recipe
{
    public override IEnumerable<int> Needs => Follow is { } follow ? [follow] : [];

    public override Func<DemoRow, object?> Begin(CohortRun run)
    {
        var weights = new double[run.Count];
        for (var i = 0; i < weights.Length; i++)
            weights[i] =
                (Follow is { } follow ? run.Divided[follow][i] : WeightOf(run.RowUnits[i])) * (0.7 + 0.6 * run.Random.Fraction());
        var shares = Divide(Total / Step, weights);
        for (var i = 0; i < shares.Length; i++)
            shares[i] *= Step;
        run.Divided[Slot] = shares;
        return row => shares[row.Index];
    }

    private double WeightOf(DemoUnit unit)
    {
        if (Weights.Count == 0)
            return 1;
        var chosen = UnitSelector.Choose([unit], Weights);
        return chosen.Count == 0 ? 0 : chosen[0].Weight;
    }

    // Rounding the running sum keeps the total exact, and a row without weight gets nothing.
    private static long[] Divide(long total, double[] weights)
    {
        var all = weights.Sum();
        var shares = new long[weights.Length];
        var before = 0L;
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++)
        {
            if (weights[i] <= 0)
                continue;
            sum += weights[i];
            var upTo = Math.Min(total, (long)Math.Round(total * (sum / all)));
            shares[i] = upTo - before;
            before = upTo;
        }
        var last = Array.FindLastIndex(weights, weight => weight > 0);
        shares[last] += total - before;
        return shares;
    }
}

/// <summary>A part of another number, rounded down.</summary>
internal sealed record PartRecipe(int Of, double Low, double High) : Recipe
{
    public override IEnumerable<int> Needs => [Of];

    public override Func<DemoRow, object?> Begin(CohortRun run) =>
        row => row.Values[Of] is long whole ? (long)(whole * (Low + (High - Low) * row.Random.Fraction())) : null;
}

/// <summary>What is left of a number after others are taken off.</summary>
internal sealed record RestRecipe(int Of, IReadOnlyList<int> Minus) : Recipe
{
    public override IEnumerable<int> Needs => Minus.Append(Of);

    public override Func<DemoRow, object?> Begin(CohortRun run) =>
        row => row.Values[Of] is long whole ? whole - Minus.Sum(slot => row.Values[slot] as long? ?? 0) : null;
}
