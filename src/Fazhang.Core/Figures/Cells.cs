using System.Data.Common;
using Dapper;
using Fazhang.Core.Storage;
using Fazhang.Core.Units;

namespace Fazhang.Core.Figures;

/// <summary>A balance of one unit with everything below it. Month is year × 100 + month; 0 for all months before a period.</summary>
internal readonly record struct Balance(long Indicator, int Month, long Value);

/// <summary>Writes and reads balances.</summary>
internal static class Cells
{
    /// <summary>Postings that may gather before they are folded into the balances; reading adds them up each time.</summary>
    public const long Many = 2_000;

    public static readonly string[] Columns = ["indicator", "month", "unit_id", "value"];

    /// <summary>Posts: appends deltas, which count from the moment the transaction commits.</summary>
    public static void Add(
        DbConnection connection,
        DbTransaction transaction,
        SqlDialect dialect,
        Dictionary<CellKey, long> deltas
    )
    {
        if (deltas.Count > 0)
            dialect.InsertNumbers(connection, transaction, "cell_delta", Columns, Rows(deltas));
    }

    /// <summary>Deltas as rows of the table they gather in; those that change nothing are left out.</summary>
    public static IReadOnlyList<long[]> Rows(Dictionary<CellKey, long> deltas) =>
        [
            .. deltas
                .Where(delta => delta.Value != 0)
                .Select(delta => new[] { delta.Key.Indicator, delta.Key.Month, delta.Key.Unit, delta.Value }),
        ];

    /// <summary>
    /// Adds what has gathered to the balances. No figure changes by it. Nothing happens while somebody else is folding.
    /// Returns how many postings were folded.
    /// </summary>
    public static long Fold(DbConnection connection, DbTransaction transaction, SqlDialect dialect) =>
        dialect.Move(
            connection,
            transaction,
            "cell_delta",
            Columns,
            CellTables.Above,
            "INSERT INTO cell_own (indicator, month, unit_id, value) SELECT indicator, month, unit_id, SUM(value) FROM {taken} "
                + "GROUP BY indicator, month, unit_id ON CONFLICT (indicator, month, unit_id) DO UPDATE SET value = cell_own.value + excluded.value",
            "INSERT INTO cell_total (unit_id, month, indicator, value) SELECT above.over, t.month, t.indicator, SUM(t.value) FROM {taken} t "
                + "JOIN above ON above.unit_id = t.unit_id GROUP BY above.over, t.month, t.indicator "
                + "ON CONFLICT (unit_id, month, indicator) DO UPDATE SET value = cell_total.value + excluded.value"
        );

    /// <summary>
    /// The balances of a unit with everything below it for each month of a range, in one statement. It reads the totals of
    /// that one unit, so it costs the same for the root of a thousand units as for one, and at any number of records.
    /// </summary>
    /// <param name="only">The indicators to read; null for all.</param>
    public static IEnumerable<Balance> Months(
        DbConnection connection,
        Unit unit,
        int first,
        int last,
        IReadOnlyCollection<long>? only = null
    ) => Read(connection, unit, "month", $"month BETWEEN {first} AND {last}", only);

    /// <summary>What the given indicators had gathered in all months before one; their month is 0.</summary>
    public static IEnumerable<Balance> Before(DbConnection connection, Unit unit, int month, IReadOnlyCollection<long> only) =>
        only.Count == 0 ? [] : Read(connection, unit, "0", $"month < {month}", only);

    /// <summary>
    /// What records and returns say for a unit and everything below it, each where it speaks (see <see cref="Keeping"/>). This
    /// depends on the unit that posted, so it is added up from what each unit posted itself.
    /// </summary>
    public static IEnumerable<Balance> Spoken(
        DbConnection connection,
        Unit unit,
        int first,
        int last,
        IReadOnlyCollection<long> records,
        IReadOnlyCollection<long> returns,
        string recordsSpeak
    ) =>
        connection
            .Query<(long Indicator, long Month, long Value)>(
                "SELECT c.indicator, c.month, CAST(SUM(c.value) AS BIGINT) FROM cell c JOIN unit u ON u.id = c.unit_id "
                    + $"WHERE u.lft BETWEEN {unit.Left} AND {unit.Right} AND c.month BETWEEN {first} AND {last} AND "
                    + $"((c.indicator IN ({string.Join(",", records)}) AND ({recordsSpeak})) "
                    + $"OR (c.indicator IN ({string.Join(",", returns)}) AND NOT ({recordsSpeak}))) GROUP BY c.indicator, c.month"
            )
            .Select(row => new Balance(row.Indicator, (int)row.Month, row.Value));

    private static IEnumerable<Balance> Read(
        DbConnection connection,
        Unit unit,
        string month,
        string period,
        IReadOnlyCollection<long>? only
    )
    {
        var wanted = period + (only is null ? "" : $" AND indicator IN ({string.Join(",", only)})");
        return connection
            .Query<(long Indicator, long Month, long Value)>(
                "SELECT indicator, month, CAST(SUM(value) AS BIGINT) FROM ("
                    + $"SELECT indicator, {month} AS month, value FROM cell_total WHERE unit_id = {unit.Id} AND {wanted} "
                    + $"UNION ALL SELECT indicator, {month}, value FROM cell_delta WHERE {wanted} "
                    + $"AND unit_id IN (SELECT id FROM unit WHERE lft BETWEEN {unit.Left} AND {unit.Right})"
                    + ") balance GROUP BY indicator, month"
            )
            .Select(row => new Balance(row.Indicator, (int)row.Month, row.Value));
    }

    /// <summary>The balances that each unit posted itself, all months.</summary>
    public static Dictionary<CellKey, long> Own(DbConnection connection, DbTransaction transaction) =>
        Sum(connection, transaction, "SELECT indicator, month, unit_id, value FROM cell");

    /// <summary>The balances of each unit with everything below it, all months, as figures read them.</summary>
    public static Dictionary<CellKey, long> Totals(DbConnection connection, DbTransaction transaction) =>
        Sum(
            connection,
            transaction,
            $"WITH RECURSIVE {CellTables.Above} SELECT indicator, month, unit_id, value FROM cell_total "
                + "UNION ALL SELECT d.indicator, d.month, above.over, d.value FROM cell_delta d JOIN above ON above.unit_id = d.unit_id"
        );

    /// <summary>Adds to the balance of a unit with everything below it, and to nothing else.</summary>
    public static void CorrectTotal(DbConnection connection, DbTransaction transaction, CellKey key, long difference) =>
        connection.Execute(
            "INSERT INTO cell_total (indicator, month, unit_id, value) VALUES (@Indicator, @Month, @Unit, @difference) "
                + "ON CONFLICT (unit_id, month, indicator) DO UPDATE SET value = cell_total.value + excluded.value",
            new
            {
                key.Indicator,
                Month = (long)key.Month,
                key.Unit,
                difference,
            },
            transaction
        );

    private static Dictionary<CellKey, long> Sum(DbConnection connection, DbTransaction transaction, string sql)
    {
        var sums = new Dictionary<CellKey, long>();
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var key = new CellKey(reader.GetInt64(0), (int)reader.GetInt64(1), reader.GetInt64(2));
            sums[key] = sums.GetValueOrDefault(key) + reader.GetInt64(3);
        }
        return sums;
    }
}
