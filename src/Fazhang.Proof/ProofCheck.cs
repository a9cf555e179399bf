using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Fazhang.Proof;

/// <summary>
/// Checks a proof as docs/reference/proofs.md describes it, from that page alone: nothing here is shared with the program
/// that writes proofs, so that a mistake there does not repeat itself here.
/// </summary>
internal static class ProofCheck
{
    /// <summary>Everything that is wrong with the proof, in words; none = it holds.</summary>
    /// <param name="proof">The proof.</param>
    /// <param name="noted">A chained root that was published or noted; null when there is none to compare with.</param>
    public static IReadOnlyList<string> Run(ProofFile proof, string? noted)
    {
        var problems = new List<string>();
        if (proof.Entries.Count == 0)
            problems.Add("证明里没有已封存的条目。");
        for (var i = 0; i < proof.Seals.Count; i++)
        {
            var seal = proof.Seals[i];
            if (!Chained(seal))
                problems.Add($"第 {seal.Id} 次封存的链接值不对。");
            if (i > 0 && (seal.Previous != proof.Seals[i - 1].Chained || seal.Id != proof.Seals[i - 1].Id + 1))
                problems.Add($"第 {seal.Id} 次封存没有接在前一次之后。");
        }
        for (var i = 0; i < proof.Entries.Count; i++)
        {
            var entry = proof.Entries[i];
            if (!Stands(entry, proof.Seals))
                problems.Add($"流水第 {entry.Seq} 条不在第 {entry.Seal} 次封存里，或者内容与封存时不同。");
            else if (!Belongs(entry, proof))
                problems.Add($"流水第 {entry.Seq} 条的内容不属于 {proof.Register} 第 {proof.RecordId} 号记录。");
            if (i > 0 && entry.Seq <= proof.Entries[i - 1].Seq)
                problems.Add($"流水第 {entry.Seq} 条的次序不对。");
        }
        if (noted is not null && proof.Seals.All(seal => seal.Chained != noted))
            problems.Add($"证明里的封存链到不了记下的根 {noted}。");
        return problems;
    }

    /// <summary>H(0x02 ‖ previous ‖ root ‖ id ‖ first ‖ last ‖ entries ‖ at).</summary>
    private static bool Chained(ProofSeal seal)
    {
        if (Bytes(seal.Root) is not { } root || Bytes(seal.Previous) is not { } previous)
            return false;
        byte[] data =
        [
            2,
            .. previous,
            .. root,
            .. BigEndian(seal.Id),
            .. BigEndian(seal.FirstSeq),
            .. BigEndian(seal.LastSeq),
            .. BigEndian(seal.Entries),
            .. Encoding.UTF8.GetBytes(seal.At),
        ];
        return Hash(seal.Algorithm, data) is { } hash && Convert.ToHexStringLower(hash) == seal.Chained;
    }

    /// <summary>RFC 9162, 2.1.3.2.</summary>
    private static bool Stands(ProofEntry entry, IReadOnlyList<ProofSeal> seals)
    {
        var seal = seals.FirstOrDefault(own => own.Id == entry.Seal);
        if (
            seal is null
            || entry.Index < 0
            || entry.Index >= seal.Entries
            || entry.Seq < seal.FirstSeq
            || entry.Seq > seal.LastSeq
        )
            return false;
        if (Canonical(entry.Data) is not { } data || Hash(seal.Algorithm, [0, .. data]) is not { } hash)
            return false;
        var (at, last) = (entry.Index, seal.Entries - 1);
        foreach (var step in entry.Path)
        {
            if (last == 0 || Bytes(step) is not { } other)
                return false;
            if (at % 2 == 1 || at == last)
            {
                hash = Hash(seal.Algorithm, [1, .. other, .. hash])!;
                while (at % 2 == 0 && at != 0)
                    (at, last) = (at / 2, last / 2);
            }
            else
                hash = Hash(seal.Algorithm, [1, .. hash, .. other])!;
            (at, last) = (at / 2, last / 2);
        }
        return last == 0 && Convert.ToHexStringLower(hash) == seal.Root;
    }

    private static bool Belongs(ProofEntry entry, ProofFile proof) =>
        entry.Values() is { } values
        && values[0] == entry.Seq.ToString(CultureInfo.InvariantCulture)
        && values[1] is { } register
        && (register == proof.Register || proof.Formerly.Contains(register))
        && values[2] == proof.RecordId.ToString(CultureInfo.InvariantCulture);

    private static byte[]? Hash(string algorithm, byte[] data) =>
        algorithm switch
        {
            "sha-256" => SHA256.HashData(data),
            "sm3" => Sm3.Hash(data),
            _ => null,
        };

    /// <summary>Lower-case hexadecimal only: one value, one way to write it.</summary>
    private static byte[]? Bytes(string hex) =>
        hex.Length % 2 == 0 && hex.All(char.IsAsciiHexDigitLower) ? Convert.FromHexString(hex) : null;

    private static byte[]? Canonical(string base64)
    {
        var buffer = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, buffer, out var length) && Convert.ToBase64String(buffer, 0, length) == base64
            ? buffer[..length]
            : null;
    }

    private static byte[] BigEndian(long value)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        return bytes;
    }
}
