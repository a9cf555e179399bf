using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Dapper;
using Fazhang.Core.Definitions;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Figures;

/// <summary>A balance that is not what the records say.</summary>
/// <param name="Total">Whether it is the balance of the unit with everything below it, as figures read it, or the unit's own.</param>
public sealed record BalanceDifference(
    string Indicator,
    long UnitId,
    int Month,
    long Posted,
    long Recomputed,
    bool Total = false
);

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
    internal TrialBalanceResult Rebuild(DbConnection connection, DbTransaction transaction)
    {
        var watch = Stopwatch.StartNew();
        var (records, differences) = Measure(connection, transaction);
        return Finish(connection, transaction, records, differences, repair: true, watch);
    }

    /// <summary>The last result, or null when there has been none. Differences beyond the first hundred are only counted.</summary>
    public (string At, long Indicators, long Records, long Milliseconds, long Differences, string Detail)? Last() =>
        books.Read(connection =>
            connection.QueryFirstOrDefault<(string, long, long, long, long, string)?>(
                "SELECT at, indicators, records, milliseconds, differences, detail FROM trial_balance ORDER BY id DESC LIMIT 1"
            )
        );

    private TrialBalanceResult Run(bool repair)
    {
        var watch = Stopwatch.StartNew();
        // One snapshot: nobody can change a record between reading it and reading its balances, and nobody has to wait.
        var (records, differences) = books.Snapshot(Measure);
        return books.Write((connection, transaction) => Finish(connection, transaction, records, differences, repair, watch));
    }

    private (long Records, IReadOnlyList<BalanceDifference> Differences) Measure(
        DbConnection connection,
        DbTransaction transaction
    )
    {
        var recomputed = new Dictionary<CellKey, long>();
        long count = 0;
        foreach (var register in books.Catalogue.Registers.Values)
            count += Recompute(connection, transaction, register, recomputed);
        // Balances of retired indicators are left as they are.
        var known = books.IndicatorIds.Keys.ToList();
        var keys = Posted
            .SelectMany(indicator => PostedSeries.Of(indicator, known))
            .ToDictionary(series => books.IndicatorIds[series.Key], series => series.Key);
        return (
            count,
            [
                .. Differences(keys, Cells.Own(connection, transaction), recomputed, total: false),
                .. Differences(keys, Cells.Totals(connection, transaction), RollUp(recomputed), total: true),
            ]
        );
    }

    private TrialBalanceResult Finish(
        DbConnection connection,
        DbTransaction transaction,
        long records,
        IReadOnlyList<BalanceDifference> differences,
        bool repair,
        Stopwatch watch
    )
    {
        if (repair)
            Repair(connection, transaction, differences);
        var result = new TrialBalanceResult
        {
            At = books.Clock.Stamp,
            Indicators = Posted.Count(),
            Records = records,
            Milliseconds = watch.ElapsedMilliseconds,
            Differences = differences,
        };
        Keep(connection, transaction, result);
        return result;
    }

    /// <summary>
    /// Adds what is missing; what was posted since is in the balances too, so nothing is put in place of anything. A unit's
    /// own difference is posted and so reaches the units above it; what is still wrong with their totals then is added there.
    /// </summary>
    private void Repair(DbConnection connection, DbTransaction transaction, IReadOnlyList<BalanceDifference> differences)
    {
        var own = new Dictionary<CellKey, long>();
        var totals = new Dictionary<CellKey, long>();
        foreach (var difference in differences)
            (difference.Total ? totals : own)[
                new CellKey(books.IndicatorIds[difference.Indicator], difference.Month, difference.UnitId)
            ] = difference.Recomputed - difference.Posted;
        Cells.Add(connection, transaction, books.Dialect, own);
        foreach (var (key, reached) in RollUp(own))
            totals[key] = totals.GetValueOrDefault(key) - reached;
        foreach (var (key, rest) in totals.Where(total => total.Value != 0))
            Cells.CorrectTotal(connection, transaction, key, rest);
    }

    private IEnumerable<IndicatorDefinition> Posted => books.Catalogue.Indicators.Values.Where(indicator => indicator.IsLive);

    private long Recompute(
        DbConnection connection,
        DbTransaction transaction,
        RegisterDefinition register,
        Dictionary<CellKey, long> balances
    )
    {
        var postings = books.Plan(register).Postings;
        var fields = postings.Slots.Select(slot => register.Fields[slot]).ToList();
        var row = new object?[register.Fields.Count];
        return books.Dialect.Scan(
            connection,
            transaction,
            $"SELECT {string.Join(", ", fields.Select(field => SqlDialect.Quote(field.Column)))} FROM {SqlDialect.Quote(register.Table)}",
            [.. fields.Select(field => (field.Type.Storage, field.Slot))],
            row,
            () => postings.Post(row, 1, balances)
        );
    }

    /// <summary>What each unit has with everything below it.</summary>
    private Dictionary<CellKey, long> RollUp(Dictionary<CellKey, long> own)
    {
        var totals = new Dictionary<CellKey, long>(own.Count * 2);
        foreach (var (key, value) in own)
            for (var unit = books.Units.Find(key.Unit); unit is not null; unit = Over(unit))
                totals[key with { Unit = unit.Id }] = totals.GetValueOrDefault(key with { Unit = unit.Id }) + value;
        return totals;
    }

    private Units.Unit? Over(Units.Unit unit) => unit.ParentId is { } parent ? books.Units.Find(parent) : null;

    private static IEnumerable<BalanceDifference> Differences(
        Dictionary<long, string> keys,
        Dictionary<CellKey, long> posted,
        Dictionary<CellKey, long> recomputed,
        bool total
    ) =>
        posted
            .Where(pair => recomputed.GetValueOrDefault(pair.Key) != pair.Value)
            .Select(pair => pair.Key)
            .Concat(recomputed.Where(pair => pair.Value != 0 && !posted.ContainsKey(pair.Key)).Select(pair => pair.Key))
            .Where(key => keys.ContainsKey(key.Indicator))
            .OrderBy(key => key.Indicator)
            .ThenBy(key => key.Month)
            .ThenBy(key => key.Unit)
            .Select(key => new BalanceDifference(
                keys[key.Indicator],
                key.Unit,
                key.Month,
                posted.GetValueOrDefault(key),
                recomputed.GetValueOrDefault(key),
                total
            ));

    private void Keep(DbConnection connection, DbTransaction transaction, TrialBalanceResult result)
    {
        var known = books.IndicatorIds.Keys.ToList();
        var words = result.Balanced
            ? []
            : Posted
                .SelectMany(indicator => PostedSeries.Of(indicator, known))
                .ToDictionary(series => series.Key, series => series.InWords(books.Catalogue), StringComparer.Ordinal);
        var detail = string.Join(
            '\n',
            result
                .Differences.Take(100)
                .Select(d =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{words[d.Indicator]}（{d.Indicator}） {books.Units.NameOf(d.UnitId)}{(d.Total ? "（含下级）" : "")} {d.Month}：账上 {d.Posted}，重算 {d.Recomputed}"
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
