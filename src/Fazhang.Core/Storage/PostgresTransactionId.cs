using System.Data.Common;
using System.Runtime.CompilerServices;
using Npgsql;

namespace Fazhang.Core.Storage;

/// <summary>
/// The server's number of a transaction under way. With it the server can be asked what became of the transaction when the
/// connection is lost while it commits.
/// </summary>
internal static class PostgresTransactionId
{
    // By connection and not by transaction: the driver uses its transaction objects again, while each write opens a
    // connection object of its own for its one transaction.
    private static readonly ConditionalWeakTable<DbConnection, string> Known = [];

    /// <summary>Remembers the number, come by with the answer to a statement.</summary>
    public static void Learn(DbConnection connection, string id) => Known.AddOrUpdate(connection, id);

    /// <summary>The number; asks for it when no statement has brought it.</summary>
    public static string Of(NpgsqlConnection connection, NpgsqlTransaction transaction)
    {
        if (Known.TryGetValue(connection, out var id))
            return id;
        using var command = new NpgsqlCommand("SELECT pg_current_xact_id()::text", connection, transaction);
        return (string)command.ExecuteScalar()!;
    }
}
