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

    // What this thread is reading or writing at the moment, and over which connection.
    [ThreadStatic]
    private static (Books Books, DbConnection Connection)? inside;

    private readonly Writer writer;
    private readonly DefinitionGuard definitionGuard;
    private readonly Lock refreshing = new();
    private readonly TimeProvider time;
    private volatile State state;

    private Books(Catalogue catalogue, SqlDialect dialect, TimeProvider time, State state)
    {
        Catalogue = catalogue;
        Dialect = dialect;
        this.time = time;
        this.state = state;
        writer = dialect.Writer();
        ClockGuard = new ClockGuard(this, time);
        definitionGuard = new DefinitionGuard(this);
    }

    public ClockGuard ClockGuard { get; }

    public Catalogue Catalogue { get; }

    public SqlDialect Dialect { get; }

    /// <summary>What opening added to the database, in words.</summary>
    public IReadOnlyList<string> Changes { get; private set; } = [];

    public UnitTree Units => state.Units;

    public BusinessClock Clock => state.Clock;

    public Gate Gate => state.Gate;

    /// <summary>What the settings of the place were, and since when.</summary>
    public SettingBook Settings => state.Settings;

    /// <summary>From which year on these books hold everything.</summary>
    public CompleteYears Complete => state.Complete;

    internal RegisterPlan Plan(RegisterDefinition register) => state.Plans[register.Key];

    /// <summary>The cell number of each series of balances (see PostedSeries).</summary>
    internal IReadOnlyDictionary<string, long> IndicatorIds => state.IndicatorIds;

    /// <summary>Since when which units keep records of their own: decides between two sources of a figure.</summary>
    public Keeping Keeping => Read(connection => Keeping.Load(connection, Catalogue, Units));

    /// <summary>
    /// Opens books, making or extending the tables as the catalogue wants. Additions are made at once; renames, retirements
    /// and changed rules of indicators wait for <see cref="Apply"/>.
    /// </summary>
    /// <exception cref="SchemaConsentException">The definitions ask for more than additions.</exception>
    /// <exception cref="SchemaException">The database was made by definitions that contradict these.</exception>
    public static Books Open(Catalogue catalogue, SqlDialect dialect, TimeProvider time) =>
        Bring(catalogue, dialect, time, Actor.System("启动"), consent: false);

    /// <summary>Makes every change that the catalogue asks for, in one transaction with its journal entry, and opens the books.</summary>
    /// <exception cref="SchemaException">Something cannot be done without losing data; nothing was changed.</exception>
    public static Books Apply(Catalogue catalogue, SqlDialect dialect, TimeProvider time, Actor actor) =>
        Bring(catalogue, dialect, time, actor, consent: true);

    /// <summary>What opening or applying would change; changes nothing.</summary>
    public static SchemaPlan PlanChanges(Catalogue catalogue, SqlDialect dialect)
    {
        using var connection = dialect.Open();
        using var transaction = connection.BeginTransaction();
        Schema.EngineTables(connection, transaction, dialect);
        var plan = SchemaPlan.Make(connection, transaction, dialect, catalogue);
        transaction.Rollback();
        return plan;
    }

    private static Books Bring(Catalogue catalogue, SqlDialect dialect, TimeProvider time, Actor actor, bool consent)
    {
        using var connection = dialect.Open();
        using var transaction = connection.BeginTransaction();
        var plan = SchemaUpdate.Apply(connection, transaction, dialect, catalogue, consent);
        var books = new Books(catalogue, dialect, time, LoadState(connection, transaction, catalogue, dialect, time));
        try
        {
            if (consent)
                books.ClockGuard.Check();
            books.Finish(connection, transaction, plan, actor);
            transaction.Commit();
            return books;
        }
        catch
        {
            books.Dispose();
            throw;
        }
    }

    /// <summary>Computes what the changed definitions count anew, and puts all that was changed into the journal.</summary>
    private void Finish(DbConnection connection, DbTransaction transaction, SchemaPlan plan, Actor actor)
    {
        var settings = SettingBook.Update(this, connection, transaction);
        state = state with { Settings = SettingBook.Load(connection, transaction, Dialect) };
        // The calendar first: it compares by the rules, which must be the same before and after.
        IReadOnlyList<string> moved =
        [
            .. CalendarChange.Apply(this, connection, transaction),
            .. DeadlineChange.Apply(this, connection, transaction),
        ];
        var recomputed = RuleChanges.Apply(this, connection, transaction);
        Changes = plan.IsNew
            ? [$"新建账簿：{Catalogue.Registers.Count} 个台账，{Catalogue.Indicators.Count} 个指标"]
            :
            [
                .. plan
                    .Changes.Where(change => change.Kind is not (SchemaChangeKind.Recompute or SchemaChangeKind.Reckon))
                    .Select(change => change.Words),
                .. settings,
                .. moved,
                .. recomputed,
            ];
        if (!plan.IsNew && Changes.Count > 0)
            SchemaUpdate.Journal(connection, transaction, this, actor, Changes);
        if (Changes.Count > 0)
            DefinitionGuard.Changed(connection, transaction);
        definitionGuard.Opened(connection, transaction);
    }

    /// <summary>
    /// Reads. The work may run again when the database was not to be reached for a moment. Inside another reading or writing
    /// of the same thread it reads there: it sees what that one sees, and no thread that has a connection waits for a second
    /// one, or a full pool of them would wait for each other.
    /// </summary>
    public T Read<T>(Func<DbConnection, T> work) =>
        inside is { } outer && outer.Books == this
            ? work(outer.Connection)
            : Patience.Read(
                Dialect,
                () =>
                {
                    using var connection = Dialect.Open(readOnly: true);
                    return Within(connection, () => work(connection));
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
                return Within(connection, () => work(connection, transaction));
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
        definitionGuard.Check();
        return WriteUnguarded(work);
    }

    /// <summary>As <see cref="Write"/>, whatever the machine's clock says.</summary>
    internal T WriteUnguarded<T>(Func<DbConnection, DbTransaction, T> work) =>
        writer.Write((connection, transaction) => Within(connection, () => work(connection, transaction)));

    /// <summary>Carries out work whose readings belong to this connection.</summary>
    private T Within<T>(DbConnection connection, Func<T> work)
    {
        var outer = inside;
        inside = (this, connection);
        try
        {
            return work();
        }
        finally
        {
            inside = outer;
        }
    }

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
            state = Read(connection => LoadState(connection, null, Catalogue, Dialect, time));
    }

    private static State LoadState(
        DbConnection connection,
        DbTransaction? transaction,
        Catalogue catalogue,
        SqlDialect dialect,
        TimeProvider time
    )
    {
        var units = UnitTree.Load(connection, transaction);
        var day = connection.QuerySingleOrDefault<string>(
            "SELECT value FROM setting WHERE key = 'demo_today'",
            transaction: transaction
        );
        var ids = connection
            .Query<(long Id, string Key)>("SELECT id, key FROM indicator", transaction: transaction)
            .ToDictionary(row => row.Key, row => row.Id, StringComparer.Ordinal);
        return new State(
            units,
            new BusinessClock(time, day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)),
            new Gate(catalogue, units),
            ids,
            catalogue.Registers.Values.ToDictionary(
                register => register.Key,
                register => new RegisterPlan(register, dialect, catalogue.Calendar, ids),
                StringComparer.Ordinal
            ),
            SettingBook.Load(connection, transaction, dialect),
            CompleteYears.Load(connection, transaction)
        );
    }

    private sealed record State(
        UnitTree Units,
        BusinessClock Clock,
        Gate Gate,
        IReadOnlyDictionary<string, long> IndicatorIds,
        IReadOnlyDictionary<string, RegisterPlan> Plans,
        SettingBook Settings,
        CompleteYears Complete
    );
}
