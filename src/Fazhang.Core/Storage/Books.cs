using System.Data.Common;
using Dapper;
using Fazhang.Core.Access;
using Fazhang.Core.Definitions;
using Fazhang.Core.Figures;
using Fazhang.Core.Records;
using Fazhang.Core.Units;

namespace Fazhang.Core.Storage;

/// <summary>
/// The books of one place: a catalogue, a database and a clock, opened together. Everything that reads or writes
/// records and figures hangs here. One instance a process; safe for many threads.
/// </summary>
public sealed class Books : IDisposable
{
    /// <summary>The name of the SQLite file in a data directory.</summary>
    public const string FileName = "fazhang.db";

    private readonly Writer writer;
    private readonly Lock refreshing = new();
    private readonly TimeProvider time;
    private volatile State state;

    private Books(Catalogue catalogue, SqlDialect dialect, TimeProvider time, IReadOnlyList<string> changes)
    {
        Catalogue = catalogue;
        Dialect = dialect;
        Changes = changes;
        this.time = time;
        writer = dialect.Writer();
        state = LoadState();
        ClockGuard = new ClockGuard(this, time);
    }

    public ClockGuard ClockGuard { get; }

    public Catalogue Catalogue { get; }

    public SqlDialect Dialect { get; }

    /// <summary>What opening added to the database, in words.</summary>
    public IReadOnlyList<string> Changes { get; }

    public UnitTree Units => state.Units;

    public BusinessClock Clock => state.Clock;

    public Gate Gate => state.Gate;

    internal RegisterPlan Plan(RegisterDefinition register) => state.Plans[register.Key];

    /// <summary>The cell number of each series of balances (see PostedSeries).</summary>
    internal IReadOnlyDictionary<string, long> IndicatorIds => state.IndicatorIds;

    /// <summary>Since when which units keep records of their own: decides between two sources of a figure.</summary>
    public Keeping Keeping => Read(connection => Keeping.Load(connection, Units));

    /// <summary>Opens books, making or extending the tables as the catalogue wants.</summary>
    /// <exception cref="SchemaException">The database was made by definitions that contradict these.</exception>
    public static Books Open(Catalogue catalogue, SqlDialect dialect, TimeProvider time)
    {
        IReadOnlyList<string> changes;
        using (var connection = dialect.Open())
            changes = Schema.Apply(connection, dialect, catalogue);
        var books = new Books(catalogue, dialect, time, changes);
        var recomputed = RuleChanges.Apply(books);
        if (recomputed.Count == 0)
            return books;
        books.Dispose();
        return new Books(catalogue, dialect, time, [.. changes, .. recomputed]);
    }

    /// <summary>Reads with a connection of its own. The work may run again when the database was not to be reached for a moment.</summary>
    public T Read<T>(Func<DbConnection, T> work) =>
        Patience.Read(
            Dialect,
            () =>
            {
                using var connection = Dialect.Open(readOnly: true);
                return work(connection);
            }
        );

    /// <summary>
    /// Reads several things as of one moment: nothing written meanwhile shows in some of them and not in others. The work may
    /// run again, as in <see cref="Read"/>.
    /// </summary>
    public T Snapshot<T>(Func<DbConnection, DbTransaction, T> work) =>
        Patience.Read(
            Dialect,
            () =>
            {
                using var connection = Dialect.Open(readOnly: true);
                using var transaction = Dialect.BeginSnapshot(connection);
                return work(connection, transaction);
            }
        );

    /// <summary>
    /// Writes in one transaction: all of <paramref name="work"/> or nothing, durable when this returns. An exception undoes
    /// everything, and so does a SaveResult that is not Saved. The work may run on another thread, together with others'
    /// (SQLite), or more than once (PostgreSQL, after a deadlock or a lost connection): it must change nothing but the
    /// database, and must not begin another write.
    /// </summary>
    public T Write<T>(Func<DbConnection, DbTransaction, T> work)
    {
        ClockGuard.Check();
        return writer.Write(work);
    }

    /// <summary>As <see cref="Write"/>, whatever the machine's clock says.</summary>
    internal T WriteUnguarded<T>(Func<DbConnection, DbTransaction, T> work) => writer.Write(work);

    /// <summary>
    /// Adds the postings that have gathered to the balances, so that reading need not add them up each time. No figure
    /// changes by it. Writing does this by itself now and then; housekeeping does it for the rest. Returns how many.
    /// </summary>
    public long Fold() => Write((connection, transaction) => Cells.Fold(connection, transaction, Dialect));

    /// <summary>Ends writing: what was begun is finished first.</summary>
    public void Dispose() => writer.Dispose();

    public string? Setting(string key) =>
        Read(connection => connection.QuerySingleOrDefault<string>("SELECT value FROM setting WHERE key = @key", new { key }));

    public static void SetSetting(DbConnection connection, DbTransaction transaction, string key, string value) =>
        connection.Execute(
            "INSERT INTO setting (key, value) VALUES (@key, @value) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            new { key, value },
            transaction
        );

    /// <summary>Reads units and settings again after they were changed.</summary>
    public void Refresh()
    {
        lock (refreshing)
            state = LoadState();
    }

    private State LoadState() =>
        Read(connection =>
        {
            var units = UnitTree.Load(connection);
            var day = connection.QuerySingleOrDefault<string>("SELECT value FROM setting WHERE key = 'demo_today'");
            var ids = connection
                .Query<(long Id, string Key)>("SELECT id, key FROM indicator")
                .ToDictionary(row => row.Key, row => row.Id, StringComparer.Ordinal);
            return new State(
                units,
                new BusinessClock(
                    time,
                    day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)
                ),
                new Gate(Catalogue, units),
                ids,
                Catalogue.Registers.Values.ToDictionary(
                    register => register.Key,
                    register => new RegisterPlan(register, Dialect, Catalogue.Calendar, ids),
                    StringComparer.Ordinal
                )
            );
        });

    private sealed record State(
        UnitTree Units,
        BusinessClock Clock,
        Gate Gate,
        IReadOnlyDictionary<string, long> IndicatorIds,
        IReadOnlyDictionary<string, RegisterPlan> Plans
    );
}
