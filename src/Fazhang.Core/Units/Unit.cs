namespace Fazhang.Core.Units;

/// <summary>
/// A unit (单位): a node of the organisation tree. Left and Right number the tree so that a subtree is one range
/// (nested sets): u lies in the subtree of v when v.Left ≤ u.Left ≤ v.Right.
/// </summary>
public sealed record Unit
{
    public required long Id { get; init; }

    /// <summary>Stable code: a division code (GB/T 2260) or an extension of one.</summary>
    public required string Code { get; init; }

    public required string Name { get; init; }

    /// <summary>The word that record numbers begin with.</summary>
    public required string Abbr { get; init; }

    /// <summary>What it is: city, district, bureau, office, department …</summary>
    public required string Kind { get; init; }

    public long? ParentId { get; init; }

    public required long Left { get; init; }

    public required long Right { get; init; }

    public bool Contains(Unit other) => Left <= other.Left && other.Left <= Right;
}
