using System.Data.Common;
using Fazhang.Core.Figures;
using Microsoft.Data.Sqlite;

namespace Fazhang.Core.Storage;

/// <summary>
/// The one writer of a SQLite file. Writes that arrive while it is busy are carried out together in the next transaction,
/// each behind a savepoint of its own, so that one wait for the disk serves them all: a write that is refused or fails is
/// undone to its savepoint and takes nothing with it. The connection lives as long as the books and keeps its statements.
/// </summary>
internal sealed class GroupWriter(SqliteDialect dialect) : Writer
{
    /// <summary>A group takes no further write after this long, so that those in it need not wait for a crowd.</summary>
    private static readonly TimeSpan LongestGroup = TimeSpan.FromMilliseconds(20);

    /// <summary>The connection is closed when nothing was written for so long.</summary>
    private static readonly TimeSpan LongestIdle = TimeSpan.FromSeconds(10);

    private readonly Lock gate = new();
    private readonly Queue<Job> waiting = new();
    private readonly SemaphoreSlim arrivals = new(0);
    private Thread? thread;
    private bool closing;

    // Only touched by the writer's own thread.
    private GroupConnection? connection;

    public override T Write<T>(Func<DbConnection, DbTransaction, T> work)
    {
        var job = new Job<T>(work);
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(closing, this);
            if (Thread.CurrentThread == thread)
                throw new InvalidOperationException("A write was begun inside a write; pass the connection on instead.");
            thread ??= Start();
            waiting.Enqueue(job);
        }
        arrivals.Release();
        return job.Wait();
    }

    /// <summary>Carries out what is waiting, and closes the file.</summary>
    public override void Dispose()
    {
        lock (gate)
        {
            if (closing)
                return;
            closing = true;
        }
        arrivals.Release();
        thread?.Join();
        arrivals.Dispose();
    }

    private Thread Start()
    {
        var writer = new Thread(Run) { IsBackground = true, Name = "Fazhang writer" };
        writer.Start();
        return writer;
    }

    private void Run()
    {
        while (true)
        {
            // Idle, the file's cache is given back; the next write opens the file again.
            if (!arrivals.Wait(LongestIdle))
            {
                Drop();
                arrivals.Wait();
            }
            if (Next() is { } first)
                RunGroup(first);
            else
                break;
        }
        connection?.Dispose();
    }

    /// <summary>The next write; null when there is none, which after a signal means that the books are being closed.</summary>
    private Job? Next()
    {
        lock (gate)
            return waiting.TryDequeue(out var job) ? job : null;
    }

    private void RunGroup(Job first)
    {
        var group = new List<Job> { first };
        try
        {
            connection ??= new GroupConnection(dialect);
            connection.Begin();
            CarryOut(group);
            if (connection.IsOpen)
            {
                if (connection.Gathered() >= Cells.Many)
                    Cells.Fold(connection.Connection, connection.Transaction, dialect);
                connection.Commit();
            }
        }
#pragma warning disable CA1031 // What goes wrong with the group is told to everybody in it; the writer goes on.
        catch (Exception exception)
        {
            Drop();
            foreach (var job in group)
                job.Answer(exception);
            return;
        }
#pragma warning restore CA1031
        // The engine gave the whole transaction up (a full disk, for example): nobody of this group was saved.
        var lost = connection.IsLost ? group.Select(job => job.Failure).First(failure => failure is not null) : null;
        if (lost is not null || group.Any(job => IsOfTheFile(job.Failure)))
            Drop();
        foreach (var job in group)
            job.Answer(lost);
    }

    private void CarryOut(List<Job> group)
    {
        var started = Environment.TickCount64;
        group[0].Run(connection!);
        while (connection!.IsOpen && Another(started) is { } job)
        {
            group.Add(job);
            job.Run(connection);
        }
    }

    private Job? Another(long started)
    {
        if (Environment.TickCount64 - started >= LongestGroup.TotalMilliseconds || !arrivals.Wait(0))
            return null;
        if (Next() is { } job)
            return job;
        // The signal was that of closing: it is wanted again behind this group.
        arrivals.Release();
        return null;
    }

    /// <summary>Failures that the statement itself cannot have caused.</summary>
    private static bool IsOfTheFile(Exception? failure) =>
        failure is SqliteException { SqliteErrorCode: not (SQLitePCL.raw.SQLITE_ERROR or SQLitePCL.raw.SQLITE_CONSTRAINT) };

    /// <summary>After a failure that was not a write's own the next group begins with a new connection.</summary>
    private void Drop()
    {
        connection?.Dispose();
        connection = null;
    }

    private abstract class Job
    {
        /// <summary>Why the work failed; set at once, told at the group's end.</summary>
        public Exception? Failure { get; protected set; }

        /// <summary>Does the work behind a savepoint.</summary>
        public abstract void Run(GroupConnection connection);

        /// <summary>Lets the caller go on: with the result, with the work's own failure, or with the group's.</summary>
        public abstract void Answer(Exception? groupFailure);
    }

    private sealed class Job<T>(Func<DbConnection, DbTransaction, T> work) : Job
    {
        private readonly TaskCompletionSource<T> outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? result;

        public T Wait() => outcome.Task.GetAwaiter().GetResult();

        public override void Run(GroupConnection connection)
        {
            try
            {
                connection.Save();
                result = work(connection.Connection, connection.Transaction);
                if (Keeps(result))
                    connection.Release();
                else
                    connection.Undo();
            }
#pragma warning disable CA1031 // Whatever a write throws is its caller's to hear; the writer goes on for the others.
            catch (Exception exception)
            {
                Failure = exception;
                if (connection.IsOpen)
                    connection.Undo();
            }
#pragma warning restore CA1031
        }

        public override void Answer(Exception? groupFailure)
        {
            if ((Failure ?? groupFailure) is { } failure)
                outcome.SetException(failure);
            else
                outcome.SetResult(result!);
        }
    }
}
