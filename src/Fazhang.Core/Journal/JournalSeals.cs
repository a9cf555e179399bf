using System.Data.Common;
using Dapper;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Journal;

/// <summary>Something that shows that the journal is not what was sealed.</summary>
public sealed record SealProblem(long? SealId, string Message);

/// <summary>The result of checking all seals.</summary>
public sealed record JournalAudit
{
    public required int Seals { get; init; }

    public required long Entries { get; init; }

    /// <summary>Entries that came after the last seal: nothing protects them yet.</summary>
    public required long Unsealed { get; init; }

    /// <summary>The chained root to compare with one that was noted; empty when nothing is sealed.</summary>
    public required string Head { get; init; }

    public required IReadOnlyList<SealProblem> Problems { get; init; }

    public bool Sound => Problems.Count == 0;
}

/// <summary>Seals the journal in batches and checks the seals.</summary>
public sealed class JournalSeals(Books books)
{
    /// <summary>Entries a seal covers at most.</summary>
    public const int BatchSize = 50_000;

    /// <summary>Seals everything that is not sealed yet; returns how many entries that were.</summary>
    public long SealAll(SealHash hash)
    {
        long total = 0;
        for (var sealedNow = SealNext(hash); sealedNow > 0; sealedNow = SealNext(hash))
            total += sealedNow;
        return total;
    }

    /// <summary>All seals, oldest first.</summary>
    public IReadOnlyList<Seal> All() => books.Read(connection => Load(connection, null));

    /// <summary>
    /// Reads every sealed entry again and compares. A changed, removed, added or moved entry is found, and so is a changed,
    /// removed or added seal, except that seals cut off at the end are only found by comparing the head with a noted one.
    /// </summary>
    public JournalAudit Audit(string? notedRoot = null) =>
        books.Read(connection =>
        {
            var seals = Load(connection, null);
            var problems = new List<SealProblem>();
            var previous = "";
            // Numbers below the first seal's belong to nobody either.
            var last = long.MinValue;
            long entries = 0;
            foreach (var seal in seals)
            {
                CheckChain(seal, previous, last, problems);
                Between(connection, last == long.MinValue ? last : last + 1, seal.FirstSeq - 1, seal.Id, problems);
                entries += CheckEntries(connection, seal, problems);
                (previous, last) = (seal.Chained, seal.LastSeq);
            }
            if (notedRoot is not null && seals.All(seal => seal.Chained != notedRoot))
                problems.Add(new(null, $"封存链里没有记下的根 {notedRoot}：它之后的封存被改动或截去。"));
            return new JournalAudit
            {
                Seals = seals.Count,
                Entries = entries,
                Unsealed = connection.ExecuteScalar<long>("SELECT COUNT(*) FROM journal WHERE seq > @last", new { last }),
                Head = previous,
                Problems = problems,
            };
        });

    private long SealNext(SealHash hash) =>
        books.Write(
            (connection, transaction) =>
            {
                // A number that is drawn but not yet committed must not end up before the seal and appear after it.
                books.Dialect.LockForReading(connection, transaction, "journal");
                var latest = Load(connection, transaction) is [.., var newest] ? newest : null;
                var from = (latest?.LastSeq ?? 0) + 1;
                var leaves = new List<byte[]>();
                long first = 0;
                long last = 0;
                foreach (
                    var (seq, bytes) in SealedEntries.Read(connection, transaction, books.Dialect, from, long.MaxValue, BatchSize)
                )
                {
                    first = leaves.Count == 0 ? seq : first;
                    last = seq;
                    leaves.Add(MerkleTree.Leaf(hash, bytes));
                }
                if (leaves.Count == 0)
                    return 0L;
                var seal = new Seal
                {
                    Id = (latest?.Id ?? 0) + 1,
                    FirstSeq = first,
                    LastSeq = last,
                    Entries = leaves.Count,
                    Algorithm = hash.Name,
                    Root = Convert.ToHexStringLower(MerkleTree.Root(hash, leaves)),
                    Previous = latest?.Chained ?? "",
                    Chained = "",
                    At = books.Clock.Stamp,
                };
                connection.Execute(
                    "INSERT INTO seal (id, first_seq, last_seq, entries, algorithm, root, previous, chained, at) "
                        + "VALUES (@Id, @FirstSeq, @LastSeq, @Entries, @Algorithm, @Root, @Previous, @Chained, @At)",
                    seal with
                    {
                        Chained = seal.ComputeChained(hash),
                    },
                    transaction
                );
                return seal.Entries;
            }
        );

    internal static IReadOnlyList<Seal> Load(DbConnection connection, DbTransaction? transaction) =>
        [
            .. connection
                .Query<(long, long, long, long, string, string, string, string, string)>(
                    "SELECT id, first_seq, last_seq, entries, algorithm, root, previous, chained, at FROM seal ORDER BY id",
                    transaction: transaction
                )
                .Select(row => new Seal
                {
                    Id = row.Item1,
                    FirstSeq = row.Item2,
                    LastSeq = row.Item3,
                    Entries = row.Item4,
                    Algorithm = row.Item5,
                    Root = row.Item6,
                    Previous = row.Item7,
                    Chained = row.Rest.Item1,
                    At = row.Rest.Item2,
                }),
        ];

    private static void CheckChain(Seal seal, string previous, long last, List<SealProblem> problems)
    {
        if (SealHash.Find(seal.Algorithm) is not { } hash)
        {
            problems.Add(new(seal.Id, $"第 {seal.Id} 次封存的算法“{seal.Algorithm}”不认识。"));
            return;
        }
        if (seal.Previous != previous)
            problems.Add(new(seal.Id, $"第 {seal.Id} 次封存没有接在前一次之后：中间的封存被改动、增加或删除。"));
        if (!IsHex(seal.Root) || !IsHex(seal.Previous) || seal.ComputeChained(hash) != seal.Chained)
            problems.Add(new(seal.Id, $"第 {seal.Id} 次封存的链接值与它的内容不符：封存被改动。"));
        if (seal.FirstSeq <= last || seal.LastSeq < seal.FirstSeq)
            problems.Add(new(seal.Id, $"第 {seal.Id} 次封存的范围 {seal.FirstSeq}—{seal.LastSeq} 不合理：封存被改动。"));
    }

    private static bool IsHex(string text) => text.Length % 2 == 0 && text.All(char.IsAsciiHexDigitLower);

    private static void Between(DbConnection connection, long from, long to, long sealId, List<SealProblem> problems)
    {
        if (from > to)
            return;
        var strangers = connection.ExecuteScalar<long>(
            "SELECT COUNT(*) FROM journal WHERE seq BETWEEN @from AND @to",
            new { from, to }
        );
        if (strangers > 0)
            problems.Add(new(sealId, $"流水第 {from}—{to} 条之间多出 {strangers} 条，封存时没有它们。"));
    }

    private long CheckEntries(DbConnection connection, Seal seal, List<SealProblem> problems)
    {
        if (SealHash.Find(seal.Algorithm) is not { } hash)
            return 0;
        var leaves = new List<byte[]>();
        foreach (var (_, bytes) in SealedEntries.Read(connection, null, books.Dialect, seal.FirstSeq, seal.LastSeq))
            leaves.Add(MerkleTree.Leaf(hash, bytes));
        if (leaves.Count != seal.Entries)
            problems.Add(
                new(seal.Id, $"流水第 {seal.FirstSeq}—{seal.LastSeq} 条封存时有 {seal.Entries} 条，现在有 {leaves.Count} 条。")
            );
        else if (Convert.ToHexStringLower(MerkleTree.Root(hash, leaves)) != seal.Root)
            problems.Add(new(seal.Id, $"流水第 {seal.FirstSeq}—{seal.LastSeq} 条的内容与封存时不同：有条目被改动或调换。"));
        return leaves.Count;
    }
}
