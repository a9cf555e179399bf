using Dapper;
using Fazhang.Core.Definitions;
using Fazhang.Core.Figures;
using Fazhang.Core.Storage;

namespace Fazhang.Bench.Figures;

/// <summary>
/// Twenty million records: loading them through everything would take an hour, so the two million that were loaded are
/// copied by SQL inside the database, without number and journal, and every balance is multiplied. What reading and the
/// trial balance see is what they would see after a load.
/// </summary>
internal static class Multiplied
{
    /// <returns>The records there are then.</returns>
    public static long Make(BenchBooks bench, long records, int times)
    {
        var books = bench.Books;
        books.Fold();
        foreach (var register in BenchBooks.Catalogue.Registers.Values.Where(register => !register.IsReturn))
        {
            var columns = string.Join(
                ", ",
                register
                    .Fields.Where(field => field.Slot != FieldDefinition.NumberSlot)
                    .Select(field => SqlDialect.Quote(field.Column))
                    .Prepend("version, created_at, updated_at, due_on, due_key")
            );
            var last = books.Read(connection =>
                connection.ExecuteScalar<long>($"SELECT COALESCE(MAX(id), 0) FROM {register.Table}")
            );
            for (var round = 1; round < times; round++)
                records += books.Write(
                    (connection, transaction) =>
                        connection.Execute(
                            $"INSERT INTO {register.Table} ({columns}) SELECT {columns} FROM {register.Table} WHERE id <= {last}",
                            transaction: transaction
                        )
                );
        }
        var multiplied = string.Join(
            ", ",
            BenchBooks
                .Catalogue.Registers.Values.Where(register => !register.IsReturn)
                .SelectMany(register => register.Indicators)
                .SelectMany(indicator => PostedSeries.Of(indicator, [.. books.IndicatorIds.Keys]))
                .Select(series => books.IndicatorIds[series.Key])
        );
        books.Write(
            (connection, transaction) =>
                new[] { "cell_own", "cell_total" }.Sum(table =>
                    connection.Execute(
                        $"UPDATE {table} SET value = value * {times} WHERE indicator IN ({multiplied})",
                        transaction: transaction
                    )
                )
        );
        return records;
    }
}
