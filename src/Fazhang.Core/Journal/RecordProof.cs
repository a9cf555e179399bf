using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dapper;
using Fazhang.Core.Definitions;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Journal;

/// <summary>One sealed entry of a record with its way to the root of its seal.</summary>
public sealed record ProvenEntry
{
    public required long Seq { get; init; }

    /// <summary>The sealed bytes of the entry, Base64 (see docs/reference/proofs.md).</summary>
    public required string Data { get; init; }

    /// <summary>Place in the seal's tree, from 0.</summary>
    public required long Index { get; init; }

    public required IReadOnlyList<string> Path { get; init; }

    public required long Seal { get; init; }
}

/// <summary>
/// A proof that the entries of one record stand in the journal as they were sealed, complete without the database: the
/// entries, their ways to the roots, and the chain of seals up to the head.
/// </summary>
public sealed record RecordProof
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        WriteIndented = true,
        // A file, not a page: without escapes each thing is written in one way only.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        AllowDuplicateProperties = false,
    };

    public required string Register { get; init; }

    /// <summary>Keys the register had before: entries from then carry them.</summary>
    public required IReadOnlyList<string> Formerly { get; init; }

    public required long RecordId { get; init; }

    public required IReadOnlyList<ProvenEntry> Entries { get; init; }

    /// <summary>Every seal from the first one needed to the head.</summary>
    public required IReadOnlyList<Seal> Seals { get; init; }

    public string Write() => JsonSerializer.Serialize(this, Options);

    /// <summary>Reads a proof, or null when it is none.</summary>
    public static RecordProof? Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<RecordProof>(json, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Makes the proof of a record; entries that are not sealed yet are not in it.</summary>
    public static RecordProof Make(Books books, RegisterDefinition register, long recordId) =>
        books.Read(connection =>
        {
            var numbers = connection
                .Query<long>(
                    $"SELECT seq FROM journal WHERE record_id = @recordId AND {JournalReader.Of(register)} ORDER BY seq",
                    new { recordId }
                )
                .ToList();
            var seals = JournalSeals.Load(connection, null);
            var entries = new List<ProvenEntry>();
            foreach (var seal in seals)
            {
                var wanted = numbers.Where(seq => seq >= seal.FirstSeq && seq <= seal.LastSeq).ToHashSet();
                if (wanted.Count == 0 || SealHash.Find(seal.Algorithm) is not { } hash)
                    continue;
                var rows = SealedEntries.Read(connection, null, books.Dialect, seal.FirstSeq, seal.LastSeq).ToList();
                var leaves = rows.ConvertAll(row => MerkleTree.Leaf(hash, row.Bytes));
                for (var i = 0; i < rows.Count; i++)
                    if (wanted.Contains(rows[i].Seq))
                        entries.Add(
                            new()
                            {
                                Seq = rows[i].Seq,
                                Data = Convert.ToBase64String(rows[i].Bytes),
                                Index = i,
                                Path = [.. MerkleTree.Path(hash, leaves, i).Select(Convert.ToHexStringLower)],
                                Seal = seal.Id,
                            }
                        );
            }
            var first = entries.Count == 0 ? long.MaxValue : entries.Min(entry => entry.Seal);
            return new RecordProof
            {
                Register = register.Key,
                Formerly = register.Was,
                RecordId = recordId,
                Entries = entries,
                Seals = [.. seals.Where(seal => seal.Id >= first)],
            };
        });

    /// <summary>Checks the proof by itself; with a noted root also that the chain reaches it. Says everything that is wrong.</summary>
    public IReadOnlyList<string> Check(string? notedRoot = null)
    {
        var problems = new List<string>();
        if (Entries.Count == 0)
            problems.Add("证明里没有已封存的条目。");
        for (var i = 0; i < Seals.Count; i++)
        {
            var seal = Seals[i];
            if (SealHash.Find(seal.Algorithm) is not { } hash)
                problems.Add($"第 {seal.Id} 次封存的算法“{seal.Algorithm}”不认识。");
            else if (!TryHex(seal.Root, out _) || !TryHex(seal.Previous, out _) || seal.ComputeChained(hash) != seal.Chained)
                problems.Add($"第 {seal.Id} 次封存的链接值不对。");
            if (i > 0 && (seal.Previous != Seals[i - 1].Chained || seal.Id != Seals[i - 1].Id + 1))
                problems.Add($"第 {seal.Id} 次封存没有接在前一次之后。");
        }
        for (var i = 0; i < Entries.Count; i++)
        {
            var entry = Entries[i];
            if (!Stands(entry))
                problems.Add($"流水第 {entry.Seq} 条不在第 {entry.Seal} 次封存里，或者内容与封存时不同。");
            else if (!Belongs(entry))
                problems.Add($"流水第 {entry.Seq} 条的内容不属于 {Register} 第 {RecordId} 号记录。");
            if (i > 0 && entry.Seq <= Entries[i - 1].Seq)
                problems.Add($"流水第 {entry.Seq} 条的次序不对。");
        }
        if (notedRoot is not null && Seals.All(seal => seal.Chained != notedRoot))
            problems.Add($"证明里的封存链到不了记下的根 {notedRoot}。");
        return problems;
    }

    private bool Stands(ProvenEntry entry)
    {
        var seal = Seals.FirstOrDefault(seal => seal.Id == entry.Seal);
        if (seal is null || SealHash.Find(seal.Algorithm) is not { } hash || !TryHex(seal.Root, out var root))
            return false;
        if (entry.Seq < seal.FirstSeq || entry.Seq > seal.LastSeq || !TryBase64(entry.Data, out var data))
            return false;
        var path = new List<byte[]>();
        foreach (var text in entry.Path)
            if (TryHex(text, out var bytes))
                path.Add(bytes);
            else
                return false;
        return MerkleTree.Verify(hash, MerkleTree.Leaf(hash, data), entry.Index, seal.Entries, path, root);
    }

    /// <summary>What the sealed bytes themselves say they are: entries of another record prove nothing about this one.</summary>
    private bool Belongs(ProvenEntry entry) =>
        TryBase64(entry.Data, out var data)
        && SealedEntries.Texts(data) is [var seq, { } register, var record, ..]
        && seq == entry.Seq.ToString(CultureInfo.InvariantCulture)
        && (register == Register || Formerly.Contains(register))
        && record == RecordId.ToString(CultureInfo.InvariantCulture);

    /// <summary>Only the one way in which the engine writes it: nothing in a proof can be changed without it showing.</summary>
    private static bool TryBase64(string text, out byte[] bytes)
    {
        bytes = new byte[text.Length];
        var valid = Convert.TryFromBase64String(text, bytes, out var length);
        bytes = bytes[..length];
        return valid && Convert.ToBase64String(bytes) == text;
    }

    private static bool TryHex(string text, out byte[] bytes)
    {
        var valid = text.Length % 2 == 0 && text.All(char.IsAsciiHexDigitLower);
        bytes = valid ? Convert.FromHexString(text) : [];
        return valid;
    }
}
