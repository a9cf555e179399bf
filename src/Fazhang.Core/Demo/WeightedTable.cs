namespace Fazhang.Core.Demo;

/// <summary>Draws items in proportion to their weights.</summary>
internal sealed class WeightedTable<T>
{
    private readonly T[] items;
    private readonly double[] upTo;

    /// <summary>Items with a weight of zero or less are never drawn.</summary>
    /// <exception cref="ArgumentException">No item has a weight.</exception>
    public WeightedTable(IEnumerable<(T Item, double Weight)> weighted)
    {
        var drawable = weighted.Where(pair => pair.Weight > 0).ToList();
        if (drawable.Count == 0)
            throw new ArgumentException("没有可抽取的项：权重都是零。", nameof(weighted));
        items = [.. drawable.Select(pair => pair.Item)];
        upTo = new double[items.Length];
        var sum = 0.0;
        for (var i = 0; i < items.Length; i++)
            upTo[i] = sum += drawable[i].Weight;
    }

    public T Draw(SplitMix64 random)
    {
        if (items.Length == 1)
            return items[0];
        var at = Array.BinarySearch(upTo, random.Fraction() * upTo[^1]);
        // An exact hit belongs to the next item: the intervals are closed on the left.
        return items[Math.Min(at < 0 ? ~at : at + 1, items.Length - 1)];
    }
}
