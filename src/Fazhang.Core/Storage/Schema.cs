using System.Data.Common;
using Dapper;
using Fazhang.Core.Definitions;
using Fazhang.Core.Figures;

namespace Fazhang.Core.Storage;

/// <summary>
/// The engine's own tables and what every register's table has. The tables of the definitions are planned by
/// <see cref="SchemaPlan"/>.
/// </summary>
public static class Schema
{
    /// <summary>Counts the changes to the engine's own tables.</summary>
    private const string EngineVersion = "1";

    /// <summary>Makes the engine's own tables where they are missing; books made by another version of them are refused.</summary>
    /// <exception cref="SchemaException">The books were made by another version of the program.</exception>
    internal static void EngineTables(DbConnection connection, DbTransaction transaction, SqlDialect dialect)
    {
        dialect.LockOpening(connection, transaction);
        connection.Execute(string.Join(";\n", EngineStatements(dialect)), transaction: transaction);
        Figures.CellTables.Finish(connection, transaction, dialect);
        CheckVersion(connection, transaction);
    }

    /// <summary>Books made by another version of the engine's own tables are refused, never half understood.</summary>
    private static void CheckVersion(DbConnection connection, DbTransaction transaction)
    {
        connection.Execute(
            "INSERT INTO setting (key, value) VALUES ('engine_version', @EngineVersion) ON CONFLICT (key) DO NOTHING",
            new { EngineVersion },
            transaction
        );
        var found = connection.ExecuteScalar<string>(
            "SELECT value FROM setting WHERE key = 'engine_version'",
            transaction: transaction
        );
        if (found != EngineVersion)
            throw new SchemaException(
                $"这套账簿是由版本 {found} 的程序建立的，本程序用的是版本 {EngineVersion}。请用相应版本的程序打开，或先升级账簿。"
            );
    }

    /// <summary>Columns every record has before its fields.</summary>
    public static string SystemColumns(SqlDialect dialect) =>
        $"id {dialect.IdentityColumn}, version BIGINT NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, "
        + $"due_on {dialect.ColumnType(StorageType.Date)}, due_key TEXT";

    /// <summary>The columns of a register's table that are no fields of it.</summary>
    public static IReadOnlyList<string> SystemColumnNames { get; } =
    ["id", "version", "created_at", "updated_at", "due_on", "due_key"];

    private static string[] EngineStatements(SqlDialect dialect)
    {
        var date = dialect.ColumnType(StorageType.Date);
        return
        [
            "CREATE TABLE IF NOT EXISTS setting (key TEXT PRIMARY KEY, value TEXT NOT NULL)",
            "CREATE TABLE IF NOT EXISTS unit (id BIGINT PRIMARY KEY, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL, abbr TEXT NOT NULL, kind TEXT NOT NULL, parent_id BIGINT REFERENCES unit (id), lft BIGINT NOT NULL, rgt BIGINT NOT NULL)",
            "CREATE TABLE IF NOT EXISTS account (id BIGINT PRIMARY KEY, login TEXT NOT NULL UNIQUE, name TEXT NOT NULL, password_hash TEXT NOT NULL, disabled BIGINT NOT NULL)",
            "CREATE TABLE IF NOT EXISTS account_role (account_id BIGINT NOT NULL REFERENCES account (id), role TEXT NOT NULL, unit_id BIGINT NOT NULL REFERENCES unit (id), line TEXT)",
            "CREATE TABLE IF NOT EXISTS counter (series TEXT PRIMARY KEY, last BIGINT NOT NULL)",
            .. dialect.CreateByYear(
                "journal",
                "seq",
                $"register TEXT NOT NULL, record_id BIGINT NOT NULL, version BIGINT NOT NULL, action TEXT NOT NULL, state_from TEXT, state_to TEXT, on_day {date} NOT NULL, at TEXT NOT NULL, actor_id BIGINT NOT NULL, actor TEXT NOT NULL, reason TEXT, before TEXT, after TEXT",
                "on_day"
            ),
            "CREATE INDEX IF NOT EXISTS journal_record ON journal (record_id, register)",
            "CREATE TABLE IF NOT EXISTS indicator (id BIGINT PRIMARY KEY, key TEXT NOT NULL UNIQUE, posted_by TEXT NOT NULL)",
            .. Figures.CellTables.Create(dialect),
            "CREATE TABLE IF NOT EXISTS trial_balance (id BIGINT PRIMARY KEY, at TEXT NOT NULL, indicators BIGINT NOT NULL, records BIGINT NOT NULL, milliseconds BIGINT NOT NULL, differences BIGINT NOT NULL, detail TEXT NOT NULL)",
            // Which figures are published (see Figures.Closings). Nothing in these is ever changed: what is undone or corrected is said in a further row.
            $"CREATE TABLE IF NOT EXISTS closing (id BIGINT PRIMARY KEY, unit_id BIGINT NOT NULL REFERENCES unit (id), from_month BIGINT NOT NULL, to_month BIGINT NOT NULL, reopens BIGINT REFERENCES closing (id), on_day {date} NOT NULL, at TEXT NOT NULL, actor_id BIGINT NOT NULL, actor TEXT NOT NULL, reason TEXT)",
            "CREATE UNIQUE INDEX IF NOT EXISTS closing_reopens ON closing (reopens) WHERE reopens IS NOT NULL",
            "CREATE TABLE IF NOT EXISTS published (closing BIGINT NOT NULL REFERENCES closing (id), number BIGINT NOT NULL, indicator TEXT NOT NULL, version BIGINT NOT NULL, code TEXT, unit_id BIGINT NOT NULL, from_month BIGINT NOT NULL, to_month BIGINT NOT NULL, value TEXT, numerator TEXT, denominator TEXT, correction BIGINT NOT NULL, PRIMARY KEY (closing, number))",
            "CREATE INDEX IF NOT EXISTS published_figure ON published (unit_id, to_month, from_month)",
            $"CREATE TABLE IF NOT EXISTS correction (closing BIGINT NOT NULL REFERENCES closing (id), number BIGINT NOT NULL, indicator TEXT NOT NULL, on_day {date} NOT NULL, at TEXT NOT NULL, actor_id BIGINT NOT NULL, actor TEXT NOT NULL, reason TEXT NOT NULL, PRIMARY KEY (closing, number))",
            $"CREATE TABLE IF NOT EXISTS keeping (id BIGINT PRIMARY KEY, unit_id BIGINT NOT NULL REFERENCES unit (id), register TEXT NOT NULL, since BIGINT NOT NULL, on_day {date} NOT NULL, at TEXT NOT NULL, actor_id BIGINT NOT NULL, actor TEXT NOT NULL, reason TEXT NOT NULL)",
            "CREATE TABLE IF NOT EXISTS seal (id BIGINT PRIMARY KEY, first_seq BIGINT NOT NULL, last_seq BIGINT NOT NULL, entries BIGINT NOT NULL, algorithm TEXT NOT NULL, root TEXT NOT NULL, previous TEXT NOT NULL, chained TEXT NOT NULL, at TEXT NOT NULL)",
            $"CREATE TABLE IF NOT EXISTS delegation (id {dialect.IdentityColumn}, from_account BIGINT NOT NULL REFERENCES account (id), to_account BIGINT NOT NULL REFERENCES account (id), role TEXT NOT NULL, unit_id BIGINT NOT NULL REFERENCES unit (id), line TEXT, first_day TEXT NOT NULL, last_day TEXT NOT NULL, reason TEXT NOT NULL, created_at TEXT NOT NULL, revoked_at TEXT)",
            "CREATE INDEX IF NOT EXISTS delegation_to ON delegation (to_account)",
            .. Records.ApprovalTable.Create(dialect),
            .. Records.NoticeTable.Create(dialect),
            .. Records.DocumentTable.Create(dialect),
            $"CREATE TABLE IF NOT EXISTS attachment (sha256 TEXT PRIMARY KEY, size BIGINT NOT NULL, content {dialect.BytesColumn} NOT NULL, at TEXT NOT NULL)",
            .. dialect.OwnTables,
            SettingBook.Ddl(dialect),
            .. dialect.AppendOnly("setting_value"),
            .. dialect.AppendOnly("attachment"),
            .. dialect.AppendOnly("journal"),
            .. dialect.AppendOnly("seal"),
            .. dialect.AppendOnly("closing"),
            .. dialect.AppendOnly("published"),
            .. dialect.AppendOnly("correction"),
            .. dialect.AppendOnly("keeping"),
        ];
    }

    /// <summary>The dates that indicators count on: indexed, hence offered for sorting.</summary>
    public static IEnumerable<FieldDefinition> SortableDates(RegisterDefinition register) =>
        register
            .Indicators.SelectMany(indicator => new[] { indicator.On, indicator.Until })
            .OfType<FieldDefinition>()
            .DistinctBy(f => f.Key);
}
