using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Dapper;
using Fazhang.Core.Definitions;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Figures;

/// <summary>A balance that is not what the records say.</summary>
public sealed record BalanceDifference(string Indicator, long UnitId, int Month, long Posted, long Recomputed);

/// <summary>The result of recomputing every figure from the records (试算平衡).</summary>
public sealed record TrialBalanceResult
{
    public required string At { get; init; }

    public required int Indicators { get; init; }

    public required long Records { get; init; }

    public required long Milliseconds { get; init; }

    public required IReadOnlyList<BalanceDifference> Differences { get; init; }

    public bool Balanced => Differences.Count == 0;
}

/// <summary>
/// Recomputes every balance from the records, one pass a register, and compares. The difference must be zero; when it
/// is not, each differing balance is named, and <see cref="Rebuild"/> puts the recomputed one in its place.
/// </summary>
public sealed class TrialBalance(Books books)
{
    /// <summary>Compares without changing a balance, and keeps the result for the page.</summary>
    public TrialBalanceResult Compare() => Run(repair: false);

    /// <summary>Compares and writes the recomputed balances where they differ.</summary>
    public TrialBalanceResult Rebuild() => Run(repair: true);

    /// <summary>As <see cref="Rebuild()"/>, inside a transaction of the caller's.</summary>
    internal TrialBalanceResult Rebuild(DbConnection connection, DbTransaction transaction) =>
        Run(connection, transaction, repair: true);

    /// <summary>The last result, or null when there has been none. Differences beyond the first hundred are only counted.</summary>
    public (string At, long Indicators, long Records, long Milliseconds, long Differences, string Detail)? Last() =>
        books.Read(connection =>
            connection.QueryFirstOrDefault<(string, long, long, long, long, string)?>(
                "SELECT at, indicators, records, milliseconds, differences, detail FROM trial_balance ORDER BY id DESC LIMIT 1"
            )
        );

    private TrialBalanceResult Run(bool repair) =>
        // In one write transaction: nobody can change a record between reading it and reading its balances.
        books.Write((connection, transaction) => Run(connection, transaction, repair));

    private TrialBalanceResult Run(DbConnection connection, DbTransaction transaction, bool repair)
    {
        var watch = Stopwatch.StartNew();
        var recomputed = new Dictionary<CellKey, long>();
        long records = 0;
        foreach (var register in books.Catalogue.Registers.Values)
            records += Recompute(connection, transaction, register, recomputed);
        var ids = books
            .Catalogue.Indicators.Values.Where(indicator => indicator.IsPosted)
            .Select(indicator => books.IndicatorIds[indicator.Key])
            .ToList();
        var posted = Cells.Read(connection, ids, transaction);
        var differences = Differences(posted, recomputed);
        if (repair && differences.Count > 0)
            Cells.Add(
                connection,
                transaction,
                differences.ToDictionary(
                    difference => new CellKey(books.IndicatorIds[difference.Indicator], difference.Month, difference.UnitId),
                    difference => difference.Recomputed - difference.Posted
                )
            );
        var result = new TrialBalanceResult
        {
            At = books.Clock.Stamp,
            Indicators = ids.Count,
            Records = records,
            Milliseconds = watch.ElapsedMilliseconds,
            Differences = differences,
        };
        Keep(connection, transaction, result);
        return result;
    }

    private long Recompute(
        DbConnection connection,
        DbTransaction transaction,
        RegisterDefinition register,
        Dictionary<CellKey, long> balances
    )
    {
        var plan = books.Plan(register);
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = plan.Select;
        using var reader = command.ExecuteReader();
        long count = 0;
        while (reader.Read())
        {
            plan.Postings.Post(plan.Read(reader).Values, 1, balances);
            count++;
        }
        return count;
    }

    private List<BalanceDifference> Differences(Dictionary<CellKey, long> posted, Dictionary<CellKey, long> recomputed)
    {
        var keys = books.IndicatorIds.ToDictionary(pair => pair.Value, pair => pair.Key);
        return
        [
            .. posted
                .Keys.Union(recomputed.Keys)
                .Select(key => (key, posted: posted.GetValueOrDefault(key), recomputed: recomputed.GetValueOrDefault(key)))
                .Where(pair => pair.posted != pair.recomputed)
                .OrderBy(pair => pair.key.Indicator)
                .ThenBy(pair => pair.key.Month)
                .ThenBy(pair => pair.key.Unit)
                .Select(pair => new BalanceDifference(
                    keys[pair.key.Indicator],
                    pair.key.Unit,
                    pair.key.Month,
                    pair.posted,
                    pair.recomputed
                )),
        ];
    }

    private void Keep(DbConnection connection, DbTransaction transaction, TrialBalanceResult result)
    {
        var detail = string.Join(
            '\n',
            result
                .Differences.Take(100)
                .Select(d =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{d.Indicator} {books.Units.NameOf(d.UnitId)} {d.Month}：账上 {d.Posted}，重算 {d.Recomputed}"
                    )
                )
        );
        connection.Execute(
            "INSERT INTO trial_balance (id, at, indicators, records, milliseconds, differences, detail) "
                + "SELECT COALESCE(MAX(id), 0) + 1, @At, @Indicators, @Records, @Milliseconds, @Count, @detail FROM trial_balance",
            new
            {
                result.At,
                result.Indicators,
                result.Records,
                result.Milliseconds,
                result.Differences.Count,
                detail,
            },
            transaction
        );
    }
}
