using System.Data.Common;
using Dapper;

namespace Fazhang.Core.Figures;

/// <summary>Writes and reads balances.</summary>
internal static class Cells
{
    /// <summary>
    /// Adds deltas to the balances. In key order, so that two transactions that touch the same cells meet in the same
    /// order and cannot wait for each other in a circle.
    /// </summary>
    public static void Add(DbConnection connection, DbTransaction transaction, Dictionary<CellKey, long> deltas)
    {
        if (deltas.Count == 0)
            return;
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText =
            "INSERT INTO cell (indicator, month, unit_id, value) VALUES (@indicator, @month, @unit, @value) "
            + "ON CONFLICT (indicator, month, unit_id) DO UPDATE SET value = cell.value + excluded.value";
        var indicator = Parameter(command, "@indicator");
        var month = Parameter(command, "@month");
        var unit = Parameter(command, "@unit");
        var value = Parameter(command, "@value");
        foreach (
            var (key, delta) in deltas
                .OrderBy(pair => pair.Key.Indicator)
                .ThenBy(pair => pair.Key.Month)
                .ThenBy(pair => pair.Key.Unit)
        )
        {
            if (delta == 0)
                continue;
            indicator.Value = key.Indicator;
            month.Value = (long)key.Month;
            unit.Value = key.Unit;
            value.Value = delta;
            command.ExecuteNonQuery();
        }
    }

    /// <summary>All non-zero balances of the given indicators.</summary>
    public static Dictionary<CellKey, long> Read(
        DbConnection connection,
        IReadOnlyCollection<long> indicators,
        DbTransaction? transaction = null
    ) =>
        indicators.Count == 0
            ? []
            : connection
                .Query<(long Indicator, long Month, long Unit, long Value)>(
                    $"SELECT indicator, month, unit_id, value FROM cell WHERE value <> 0 AND indicator IN ({string.Join(",", indicators)})",
                    transaction: transaction
                )
                .ToDictionary(row => new CellKey(row.Indicator, (int)row.Month, row.Unit), row => row.Value);

    private static DbParameter Parameter(DbCommand command, string name)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = 0L;
        command.Parameters.Add(parameter);
        return parameter;
    }
}
