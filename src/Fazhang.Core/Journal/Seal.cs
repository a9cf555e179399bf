using System.Buffers.Binary;
using System.Text;

namespace Fazhang.Core.Journal;

/// <summary>
/// A seal (封存): the root of a Merkle tree over a run of journal entries, chained to the seal before it. Whoever has noted
/// one chained root can later prove any change to all that was sealed until then.
/// </summary>
public sealed record Seal
{
    private static readonly byte[] ChainMark = [0x02];

    public required long Id { get; init; }

    public required long FirstSeq { get; init; }

    public required long LastSeq { get; init; }

    public required long Entries { get; init; }

    /// <summary>Name of the hash (see <see cref="SealHash"/>).</summary>
    public required string Algorithm { get; init; }

    /// <summary>Root of the tree, in hexadecimal.</summary>
    public required string Root { get; init; }

    /// <summary>The chained root of the seal before; empty for the first.</summary>
    public required string Previous { get; init; }

    /// <summary>H(0x02 ‖ previous ‖ root ‖ id ‖ first ‖ last ‖ entries ‖ at): the value to print, sign or publish.</summary>
    public required string Chained { get; init; }

    public required string At { get; init; }

    /// <summary>What <see cref="Chained"/> must be.</summary>
    public string ComputeChained(SealHash hash)
    {
        var numbers = new byte[32];
        BinaryPrimitives.WriteInt64BigEndian(numbers, Id);
        BinaryPrimitives.WriteInt64BigEndian(numbers.AsSpan(8), FirstSeq);
        BinaryPrimitives.WriteInt64BigEndian(numbers.AsSpan(16), LastSeq);
        BinaryPrimitives.WriteInt64BigEndian(numbers.AsSpan(24), Entries);
        var chained = hash.Of(
            ChainMark,
            Convert.FromHexString(Previous),
            Convert.FromHexString(Root),
            numbers,
            Encoding.UTF8.GetBytes(At)
        );
        return Convert.ToHexStringLower(chained);
    }
}
