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
public sealed class Books
{
    /// <summary>The name of the SQLite file in a data directory.</summary>
    public const string FileName = "fazhang.db";

    private readonly Lock writing = new();
    private readonly Lock refreshing = new();
    private readonly TimeProvider time;
    private volatile State state;

    private Books(Catalogue catalogue, SqlDialect dialect, TimeProvider time, IReadOnlyList<string> changes)
    {
        Catalogue = catalogue;
        Dialect = dialect;
        Changes = changes;
        this.time = time;
        state = LoadState();
    }

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
        return recomputed.Count == 0 ? books : new Books(catalogue, dialect, time, [.. changes, .. recomputed]);
    }

    /// <summary>Reads with a connection of its own.</summary>
    public T Read<T>(Func<DbConnection, T> work)
    {
        using var connection = Dialect.Open(readOnly: true);
        return work(connection);
    }

    /// <summary>
    /// Writes in one transaction: all of <paramref name="work"/> or nothing. An exception undoes everything. On SQLite
    /// writers take turns here, so that none of them times out waiting for the file.
    /// </summary>
    public T Write<T>(Func<DbConnection, DbTransaction, T> work)
    {
        if (Dialect is not SqliteDialect)
            return WriteOnce(work);
        lock (writing)
            return WriteOnce(work);
    }

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

    private T WriteOnce<T>(Func<DbConnection, DbTransaction, T> work)
    {
        using var connection = Dialect.Open();
        using var transaction = Dialect.BeginWrite(connection);
        var result = work(connection, transaction);
        // A save that did not end as Saved leaves nothing behind, not even a drawn number.
        if (result is SaveResult and not SaveResult.Saved)
            transaction.Rollback();
        else
            transaction.Commit();
        return result;
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
