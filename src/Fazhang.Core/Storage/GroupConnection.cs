using Microsoft.Data.Sqlite;
using static SQLitePCL.raw;

namespace Fazhang.Core.Storage;

/// <summary>The writer's connection to a SQLite file, with the transaction of the group that is under way.</summary>
internal sealed class GroupConnection : IDisposable
{
    private readonly SqliteCommand save;
    private readonly SqliteCommand release;
    private readonly SqliteCommand undo;
    private readonly SqliteCommand gathered;
    private SqliteTransaction? transaction;

    public GroupConnection(SqliteDialect dialect)
    {
        Connection = dialect.OpenWriter();
        save = Prepare("SAVEPOINT one");
        release = Prepare("RELEASE one");
        undo = Prepare("ROLLBACK TO one; RELEASE one");
        gathered = Prepare("SELECT MAX(rowid) FROM cell_delta");
    }

    public SqliteConnection Connection { get; }

    public SqliteTransaction Transaction =>
        transaction ?? throw new InvalidOperationException("No group is under way on this connection.");

    /// <summary>Whether the group's transaction still stands.</summary>
    public bool IsOpen => transaction is not null && sqlite3_get_autocommit(Connection.Handle) == 0;

    /// <summary>Whether the engine gave the transaction up by itself, and with it everything the group wrote.</summary>
    public bool IsLost => transaction is not null && !IsOpen;

    // Immediate: the write lock is taken here or not at all, never in the middle of somebody's work.
    public void Begin() => transaction = Connection.BeginTransaction(deferred: false);

    /// <summary>How many postings wait to be folded: the table numbers its rows from 1 again whenever it is emptied.</summary>
    public long Gathered()
    {
        gathered.Transaction = transaction;
        return gathered.ExecuteScalar() as long? ?? 0;
    }

    public void Save() => Execute(save);

    public void Release() => Execute(release);

    public void Undo() => Execute(undo);

    /// <summary>Makes the group durable.</summary>
    public void Commit()
    {
        Transaction.Commit();
        transaction = null;
    }

    public void Dispose()
    {
        foreach (var command in new[] { save, release, undo, gathered })
            command.Dispose();
        transaction?.Dispose();
        Connection.Dispose();
    }

    private void Execute(SqliteCommand command)
    {
        command.Transaction = transaction;
        command.ExecuteNonQuery();
    }

    private SqliteCommand Prepare(string sql)
    {
        var command = Connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }
}
