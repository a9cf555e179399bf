using System.Data.Common;
using Dapper;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Figures;

/// <summary>
/// The tables that hold balances (docs/adr/0003). A posting only ever appends to cell_delta, so writers of the same figure
/// never wait for each other; folding adds what has gathered there to cell_own (what each unit posted itself) and to
/// cell_total (the unit with everything below it). The view `cell` is cell_own with what is not folded yet: always exact.
/// </summary>
internal static class CellTables
{
    /// <summary>Each unit with itself and every unit above it.</summary>
    public const string Above =
        "above (unit_id, over) AS (SELECT id, id FROM unit UNION ALL "
        + "SELECT above.unit_id, unit.parent_id FROM above JOIN unit ON unit.id = above.over WHERE unit.parent_id IS NOT NULL)";

    /// <summary>Statements that make the tables where they are missing.</summary>
    public static IEnumerable<string> Create(SqlDialect dialect)
    {
        yield return "CREATE TABLE IF NOT EXISTS cell_own (indicator BIGINT NOT NULL, month BIGINT NOT NULL, unit_id BIGINT NOT NULL, "
            + $"value BIGINT NOT NULL, PRIMARY KEY (indicator, month, unit_id)){dialect.KeyedTable}";
        yield return "CREATE TABLE IF NOT EXISTS cell_total (unit_id BIGINT NOT NULL, month BIGINT NOT NULL, indicator BIGINT NOT NULL, "
            + $"value BIGINT NOT NULL, PRIMARY KEY (unit_id, month, indicator)){dialect.KeyedTable}";
        yield return "CREATE TABLE IF NOT EXISTS cell_delta (indicator BIGINT NOT NULL, month BIGINT NOT NULL, unit_id BIGINT NOT NULL, value BIGINT NOT NULL)";
    }

    /// <summary>Adds up the totals of every unit anew from what each posted itself, along the tree as it is.</summary>
    public static void SumUp(DbConnection connection, DbTransaction transaction)
    {
        connection.Execute("DELETE FROM cell_total", transaction: transaction);
        connection.Execute(
            $"WITH RECURSIVE {Above} INSERT INTO cell_total (unit_id, month, indicator, value) "
                + "SELECT above.over, own.month, own.indicator, SUM(own.value) FROM cell_own own JOIN above ON above.unit_id = own.unit_id "
                + "GROUP BY above.over, own.month, own.indicator",
            transaction: transaction
        );
    }

    /// <summary>
    /// Makes the view. Books of before, whose balances were one table named cell, are brought over: nothing is recomputed,
    /// the totals are added up from it.
    /// </summary>
    public static void Finish(DbConnection connection, DbTransaction transaction, SqlDialect dialect)
    {
        if (dialect.IsTable(connection, transaction, "cell"))
        {
            connection.Execute(
                "INSERT INTO cell_own (indicator, month, unit_id, value) SELECT indicator, month, unit_id, value FROM cell",
                transaction: transaction
            );
            SumUp(connection, transaction);
            connection.Execute("ALTER TABLE cell RENAME TO cell_before", transaction: transaction);
        }
        connection.Execute(
            dialect.CreateView(
                "cell",
                "SELECT indicator, month, unit_id, value FROM cell_own UNION ALL SELECT indicator, month, unit_id, value FROM cell_delta"
            ),
            transaction: transaction
        );
    }
}
