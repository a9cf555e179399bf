namespace Fazhang.Core.Journal;

/// <summary>
/// The Merkle tree of RFC 9162, section 2.1: a leaf is H(0x00 ‖ data), a node H(0x01 ‖ left ‖ right), and a list of n is split
/// at the largest power of two below n. Leaves and nodes are hashed differently, so that none can pass for the other.
/// </summary>
public static class MerkleTree
{
    private static readonly byte[] LeafMark = [0x00];
    private static readonly byte[] NodeMark = [0x01];

    public static byte[] Leaf(SealHash hash, byte[] data) => hash.Of(LeafMark, data);

    /// <summary>The root over leaf hashes; there must be at least one.</summary>
    public static byte[] Root(SealHash hash, IReadOnlyList<byte[]> leaves)
    {
        ArgumentOutOfRangeException.ThrowIfZero(leaves.Count);
        return Root(hash, leaves, 0, leaves.Count);
    }

    /// <summary>The hashes beside the way from a leaf to the root, lowest first (RFC 9162, 2.1.3.1).</summary>
    public static IReadOnlyList<byte[]> Path(SealHash hash, IReadOnlyList<byte[]> leaves, int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, leaves.Count);
        var path = new List<byte[]>();
        var (from, count) = (0, leaves.Count);
        while (count > 1)
        {
            var left = Split(count);
            if (index - from < left)
            {
                path.Add(Root(hash, leaves, from + left, count - left));
                count = left;
            }
            else
            {
                path.Add(Root(hash, leaves, from, left));
                from += left;
                count -= left;
            }
        }
        path.Reverse();
        return path;
    }

    /// <summary>Whether a leaf stands at that place in the tree of that size and root (RFC 9162, 2.1.3.2).</summary>
    public static bool Verify(SealHash hash, byte[] leaf, long index, long size, IReadOnlyList<byte[]> path, byte[] root)
    {
        if (index < 0 || index >= size)
            return false;
        var (place, last, current) = (index, size - 1, leaf);
        foreach (var sibling in path)
        {
            if (last == 0)
                return false;
            if (place % 2 == 1 || place == last)
            {
                current = hash.Of(NodeMark, sibling, current);
                while (place % 2 == 0 && place != 0)
                {
                    place /= 2;
                    last /= 2;
                }
            }
            else
                current = hash.Of(NodeMark, current, sibling);
            place /= 2;
            last /= 2;
        }
        return last == 0 && current.AsSpan().SequenceEqual(root);
    }

    private static byte[] Root(SealHash hash, IReadOnlyList<byte[]> leaves, int from, int count)
    {
        if (count == 1)
            return leaves[from];
        var left = Split(count);
        return hash.Of(NodeMark, Root(hash, leaves, from, left), Root(hash, leaves, from + left, count - left));
    }

    /// <summary>The largest power of two below n, for n of at least 2.</summary>
    private static int Split(int n) => (int)(System.Numerics.BitOperations.RoundUpToPowerOf2((uint)n) / 2);
}
