using System.Data.Common;
using Fazhang.Core.Figures;
using Npgsql;

namespace Fazhang.Core.Storage;

/// <summary>
/// Writers of PostgreSQL: each on a connection of the pool, at READ COMMITTED (docs/adr/0003 has the rules). A deadlock or a
/// connection lost before the commit is tried again; when it is lost in the commit itself, the server is asked what became
/// of the transaction, and the answer is the truth.
/// </summary>
internal sealed class PostgresWriter(PostgresDialect dialect) : Writer
{
    /// <summary>How long postings gather before they are folded into the balances.</summary>
    private static readonly TimeSpan Gathering = TimeSpan.FromSeconds(1);

    private int foldPlanned;
    private volatile string? incarnation;
    private volatile bool closed;

    public override T Write<T>(Func<DbConnection, DbTransaction, T> work)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                if (TryWrite(work, out var result))
                {
                    PlanFold();
                    return result;
                }
            }
            catch (DbException exception) when (attempt < Patience.MostTries && dialect.MayPass(exception))
            {
                // The connection, if it broke, has left the pool; the next try opens one that works or fails again, perhaps to a
                // server that has crashed meanwhile.
                incarnation = null;
            }
            Patience.Pause(attempt);
        }
    }

    public override void Dispose() => closed = true;

    /// <summary>False when the transaction turned out not to have happened although its commit was sent: to be tried again.</summary>
    private bool TryWrite<T>(Func<DbConnection, DbTransaction, T> work, out T result)
    {
        using var connection = dialect.OpenConnection();
        var server = incarnation ??= PostgresTransactionId.Incarnation(connection);
        using var transaction = connection.BeginTransaction(System.Data.IsolationLevel.ReadCommitted);
        result = work(connection, transaction);
        if (!Keeps(result))
        {
            transaction.Rollback();
            return true;
        }
        // Asked for before the commit is sent: afterwards it may be too late to ask.
        var id = PostgresTransactionId.Of(connection, transaction);
        try
        {
            transaction.Commit();
            return true;
        }
        catch (NpgsqlException exception)
            when (exception is not PostgresException postgres || PostgresDialect.IsRestart(postgres))
        {
            return WasCommitted(id, server, exception);
        }
    }

    /// <summary>
    /// Asks the server, once it answers again, whether a transaction was committed. Whoever waits here has been told nothing
    /// yet: true is answered as saved, false is done again, and what cannot be known is said to be so.
    /// </summary>
    private bool WasCommitted(string id, string server, NpgsqlException lost)
    {
        for (var attempt = 1; attempt <= Patience.MostTries; attempt++)
        {
            Patience.Pause(attempt);
            try
            {
                using var connection = dialect.OpenConnection();
                incarnation = PostgresTransactionId.Incarnation(connection);
                var same = incarnation == server;
                switch (PostgresTransactionId.Status(connection, id))
                {
                    case TransactionStatus.Committed when same:
                        return true;
                    case TransactionStatus.Committed or TransactionStatus.Forgotten:
                        throw Unknown("数据库服务器在这时崩溃后重新启动，不能确定这次是否已保存。", lost);
                    case TransactionStatus.Aborted:
                    // After a crash nothing of before is under way: another transaction has been given the number.
                    case TransactionStatus.InProgress when !same:
                        return false;
                    // Still in progress: the server has not noticed yet that nobody listens.
                }
            }
            catch (DbException exception) when (dialect.MayPass(exception))
            {
                // Not back yet.
            }
        }
        throw Unknown("数据库至今没有回应，不能确定这次是否已保存。", lost);
    }

    private static WriteOutcomeException Unknown(string why, NpgsqlException lost) =>
        new($"保存时与数据库的连接断了，{why}请稍候刷新，核对之后再决定是否重做。", lost);

    private void PlanFold()
    {
        if (closed || Interlocked.Exchange(ref foldPlanned, 1) == 1)
            return;
        _ = Task.Delay(Gathering).ContinueWith(_ => FoldNow(), TaskScheduler.Default);
    }

    private void FoldNow()
    {
        Interlocked.Exchange(ref foldPlanned, 0);
        if (closed)
            return;
        try
        {
            Fold();
        }
        catch (Exception exception) when (exception is DbException or ObjectDisposedException)
        {
            // What is not folded counts all the same; the next write plans the next fold, and housekeeping reports a
            // database that keeps failing.
        }
    }

    private void Fold()
    {
        using var connection = dialect.OpenConnection();
        long folded;
        using (var transaction = connection.BeginTransaction(System.Data.IsolationLevel.ReadCommitted))
        {
            folded = Cells.Fold(connection, transaction, dialect);
            transaction.Commit();
        }
        if (folded == 0)
            return;
        // The rows taken away would be stepped over by every reading until the server's own cleaning comes by.
        using var vacuum = new NpgsqlCommand("VACUUM (TRUNCATE FALSE) cell_delta", connection);
        vacuum.ExecuteNonQuery();
    }
}
