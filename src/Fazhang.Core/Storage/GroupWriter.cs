using System.Data.Common;
using System.Runtime.ExceptionServices;
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
    private static readonly TimeSpan LongestIdle = TimeSpan.FromSeconds(5);

    // A plain monitor: the finer locks spin before they sleep, and dozens of waiting clerks would take the processor from
    // the one thread they wait for.
    private readonly object gate = new();
    private readonly Queue<Job> waiting = new();
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
            Monitor.Pulse(gate);
        }
        return job.Wait();
    }

    /// <summary>Carries out what is waiting, and closes the file.</summary>
    public override void Dispose()
    {
        lock (gate)
        {
            closing = true;
            Monitor.Pulse(gate);
        }
        thread?.Join();
    }

    private Thread Start()
    {
        var writer = new Thread(Run) { IsBackground = true, Name = "Fazhang writer" };
        writer.Start();
        return writer;
    }

    private void Run()
    {
        while (Next(wait: true) is { } first)
            RunGroup(first);
        Drop();
    }

    /// <summary>The next write. Null when there is none: at once, or when waiting, after all of them, as the books are closed.</summary>
    private Job? Next(bool wait)
    {
        lock (gate)
        {
            while (wait && waiting.Count == 0 && !closing)
                // Idle, the file's cache is given back; the next write opens the file again.
                if (!Monitor.Wait(gate, LongestIdle))
                    Drop();
            return waiting.TryDequeue(out var job) ? job : null;
        }
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
        while (
            connection!.IsOpen
            && Environment.TickCount64 - started < LongestGroup.TotalMilliseconds
            && Next(wait: false) is { } job
        )
        {
            group.Add(job);
            job.Run(connection);
        }
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
        private T? result;
        private Exception? thrown;
        private bool answered;

        public T Wait()
        {
            lock (this)
                while (!answered)
                    Monitor.Wait(this);
            if (thrown is not null)
                ExceptionDispatchInfo.Throw(thrown);
            return result!;
        }

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
            lock (this)
            {
                thrown = Failure ?? groupFailure;
                answered = true;
                Monitor.Pulse(this);
            }
        }
    }
}
