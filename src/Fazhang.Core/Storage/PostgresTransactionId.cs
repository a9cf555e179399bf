using System.Data.Common;
using System.Runtime.CompilerServices;
using Npgsql;

namespace Fazhang.Core.Storage;

/// <summary>What the server knows of a transaction.</summary>
internal enum TransactionStatus
{
    /// <summary>Neither ended nor given up: the server may not have noticed yet that its connection is gone.</summary>
    InProgress,

    /// <summary>Committed; after a crash perhaps not that transaction but another that was given its number.</summary>
    Committed,

    /// <summary>Never committed.</summary>
    Aborted,

    /// <summary>So long ago that the server does not know any more.</summary>
    Forgotten,
}

/// <summary>
/// The server's number of a transaction under way. With it the server can be asked what became of the transaction when the
/// connection is lost while it commits. The numbers of transactions that a crash swallowed are given out again, so the answer
/// counts only while the server has not crashed since: that is what its incarnation tells.
/// </summary>
internal static class PostgresTransactionId
{
    // By connection and not by transaction: the driver uses its transaction objects again, while each write opens a
    // connection object of its own for its one transaction.
    private static readonly ConditionalWeakTable<DbConnection, string> Known = [];

    /// <summary>
    /// Makes the table that tells one life of the server from the next: it is not logged, so that a crash (and the promotion of
    /// a replica) empties it while an orderly restart does not.
    /// </summary>
    public const string IncarnationTable =
        "CREATE UNLOGGED TABLE IF NOT EXISTS incarnation (one BOOLEAN PRIMARY KEY CHECK (one), id TEXT NOT NULL)";

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

    /// <summary>The name of the server's present life; the first to ask after a crash gives it one.</summary>
    public static string Incarnation(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand(
            "INSERT INTO incarnation (one, id) VALUES (TRUE, gen_random_uuid()::text) ON CONFLICT DO NOTHING; SELECT id FROM incarnation",
            connection
        );
        return (string)command.ExecuteScalar()!;
    }

    /// <summary>What became of a transaction.</summary>
    public static TransactionStatus Status(NpgsqlConnection connection, string id)
    {
        using var command = new NpgsqlCommand("SELECT pg_xact_status(@id::text::xid8)", connection);
        command.Parameters.AddWithValue("id", id);
        try
        {
            return command.ExecuteScalar() switch
            {
                "committed" => TransactionStatus.Committed,
                "aborted" => TransactionStatus.Aborted,
                "in progress" => TransactionStatus.InProgress,
                _ => TransactionStatus.Forgotten,
            };
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.InvalidParameterValue)
        {
            // A number not given out yet: a crash has swallowed the transaction that had it.
            return TransactionStatus.Aborted;
        }
    }
}
