using System.Data.Common;
using Dapper;
using Fazhang.Core.Deadlines;
using Fazhang.Core.Definitions;
using Fazhang.Core.Figures;

namespace Fazhang.Core.Storage;

/// <summary>
/// Makes the tables that the engine and the definitions need, in one transaction. Tables and columns are only ever
/// added: what a definition no longer names stays in the database, readable, and nothing is converted silently.
/// </summary>
public static class Schema
{
    /// <summary>Counts the changes to the engine's own tables.</summary>
    private const string EngineVersion = "1";

    /// <summary>Brings the database up to the catalogue and says what was added, in words.</summary>
    /// <exception cref="SchemaException">A column exists with another type than the definition wants.</exception>
    public static IReadOnlyList<string> Apply(DbConnection connection, SqlDialect dialect, Catalogue catalogue)
    {
        var changes = new List<string>();
        using var transaction = connection.BeginTransaction();
        foreach (var statement in EngineTables(dialect))
            connection.Execute(statement, transaction: transaction);
        Figures.CellTables.Finish(connection, transaction, dialect);
        CheckVersion(connection, transaction);
        foreach (var register in catalogue.Registers.Values)
            ApplyRegister(connection, transaction, dialect, register, changes);
        Indicators(connection, transaction, catalogue);
        // Filled only when new: a change of it moves running deadlines, which CalendarChange does in the same transaction.
        CalendarTable.Fill(connection, dialect, catalogue.Calendar, transaction);
        transaction.Commit();
        return changes;
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

    private static string[] EngineTables(SqlDialect dialect)
    {
        var date = dialect.ColumnType(StorageType.Date);
        return
        [
            "CREATE TABLE IF NOT EXISTS setting (key TEXT PRIMARY KEY, value TEXT NOT NULL)",
            "CREATE TABLE IF NOT EXISTS unit (id BIGINT PRIMARY KEY, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL, abbr TEXT NOT NULL, kind TEXT NOT NULL, parent_id BIGINT REFERENCES unit (id), lft BIGINT NOT NULL, rgt BIGINT NOT NULL)",
            "CREATE TABLE IF NOT EXISTS account (id BIGINT PRIMARY KEY, login TEXT NOT NULL UNIQUE, name TEXT NOT NULL, password_hash TEXT NOT NULL, disabled BIGINT NOT NULL)",
            "CREATE TABLE IF NOT EXISTS account_role (account_id BIGINT NOT NULL REFERENCES account (id), role TEXT NOT NULL, unit_id BIGINT NOT NULL REFERENCES unit (id), line TEXT)",
            "CREATE TABLE IF NOT EXISTS counter (series TEXT PRIMARY KEY, last BIGINT NOT NULL)",
            $"CREATE TABLE IF NOT EXISTS journal (seq {dialect.IdentityColumn}, register TEXT NOT NULL, record_id BIGINT NOT NULL, version BIGINT NOT NULL, action TEXT NOT NULL, state_from TEXT, state_to TEXT, on_day {date} NOT NULL, at TEXT NOT NULL, actor_id BIGINT NOT NULL, actor TEXT NOT NULL, reason TEXT, before TEXT, after TEXT)",
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
            .. dialect.AppendOnly("attachment"),
            .. dialect.AppendOnly("journal"),
            .. dialect.AppendOnly("seal"),
            .. dialect.AppendOnly("closing"),
            .. dialect.AppendOnly("published"),
            .. dialect.AppendOnly("correction"),
            .. dialect.AppendOnly("keeping"),
        ];
    }

    /// <summary>
    /// Gives each series of balances its cell number. What it posts by is recorded only once its balances agree (see RuleChanges).
    /// </summary>
    private static void Indicators(DbConnection connection, DbTransaction transaction, Catalogue catalogue)
    {
        var known = connection
            .Query<string>("SELECT key FROM indicator", transaction: transaction)
            .ToHashSet(StringComparer.Ordinal);
        var next = connection.ExecuteScalar<long>("SELECT COALESCE(MAX(id), 0) FROM indicator", transaction: transaction);
        foreach (var indicator in catalogue.Indicators.Values)
        foreach (var series in PostedSeries.Of(indicator, [.. known, .. CodesInUse(connection, transaction, indicator, known)]))
            if (known.Add(series.Key))
                connection.Execute(
                    "INSERT INTO indicator (id, key, posted_by) VALUES (@id, @Key, '')",
                    new { id = ++next, series.Key },
                    transaction
                );
    }

    /// <summary>For an indicator that is to be kept by category from now on: the codes its records already have, retired ones too.</summary>
    private static IEnumerable<string> CodesInUse(
        DbConnection connection,
        DbTransaction transaction,
        IndicatorDefinition indicator,
        IReadOnlyCollection<string> known
    ) =>
        from version in indicator.Earlier.Prepend(indicator)
        let field = version.By
        where field is not null && !PostedSeries.Codes(version.Series, known).Any()
        let column = SqlDialect.Quote(field.Column)
        let table = SqlDialect.Quote(RegisterDefinition.TableOf(indicator.Register!))
        from code in connection.Query<string>(
            $"SELECT DISTINCT {column} FROM {table} WHERE {column} IS NOT NULL",
            transaction: transaction
        )
        select PostedSeries.Category(version.Series, code);

    private static void ApplyRegister(
        DbConnection connection,
        DbTransaction transaction,
        SqlDialect dialect,
        RegisterDefinition register,
        List<string> changes
    )
    {
        var table = SqlDialect.Quote(register.Table);
        var existing = dialect.Columns(connection, transaction, register.Table);
        if (existing.Count == 0)
        {
            var columns = register.Fields.Select(field =>
                $"{SqlDialect.Quote(field.Column)} {dialect.ColumnType(field.Type.Storage)}"
            );
            connection.Execute(
                $"CREATE TABLE {table} ({SystemColumns(dialect)}, {string.Join(", ", columns)})",
                transaction: transaction
            );
            changes.Add($"新建台账“{register.Title}”（{register.Key}），{register.Fields.Count} 个字段");
        }
        else
            AddColumns(connection, transaction, dialect, register, existing, changes);
        foreach (var index in Indexes(dialect, register))
            connection.Execute(index, transaction: transaction);
        foreach (var (field, index) in FieldIndexes.Of(register))
            try
            {
                connection.Execute(index, transaction: transaction);
            }
            catch (DbException exception) when (dialect.IsDuplicate(exception))
            {
                throw new SchemaException(
                    $"台账“{register.Title}”的字段“{field.Title}”（{field.Key}）要求不重复，但已有记录里有重复的值。先改正重复的记录，再加上 unique。"
                );
            }
    }

    private static void AddColumns(
        DbConnection connection,
        DbTransaction transaction,
        SqlDialect dialect,
        RegisterDefinition register,
        IReadOnlyDictionary<string, string> existing,
        List<string> changes
    )
    {
        foreach (var field in register.Fields)
        {
            var wanted = dialect.ColumnType(field.Type.Storage);
            if (!existing.TryGetValue(field.Column, out var found))
            {
                connection.Execute(
                    $"ALTER TABLE {SqlDialect.Quote(register.Table)} ADD COLUMN {SqlDialect.Quote(field.Column)} {wanted}",
                    transaction: transaction
                );
                changes.Add($"台账“{register.Title}”增加字段“{field.Title}”（{field.Key}）");
            }
            else if (!string.Equals(found, wanted, StringComparison.OrdinalIgnoreCase))
                throw new SchemaException(
                    $"台账“{register.Title}”的字段“{field.Title}”（{field.Key}）在数据库里是 {found}，定义要求 {wanted}。"
                        + "已有数据不会被自动转换：请改用新的字段名，或恢复原来的类型。"
                );
        }
    }

    /// <summary>
    /// Indexes: the number (unique), what waits (due date), each date that an indicator counts on (drill-down and
    /// sorting), each of them within a unit (lists of some units), the unit, and for a return the unit and month (unique).
    /// </summary>
    private static IEnumerable<string> Indexes(SqlDialect dialect, RegisterDefinition register)
    {
        var table = register.Table;
        if (register.Number is not null)
            yield return $"CREATE UNIQUE INDEX IF NOT EXISTS {table}_number ON {table} (number) WHERE number IS NOT NULL";
        yield return $"CREATE INDEX IF NOT EXISTS {table}_due ON {table} (due_on, id) WHERE due_on IS NOT NULL";
        yield return $"CREATE INDEX IF NOT EXISTS {table}_unit_due ON {table} (unit, due_on, id) WHERE due_on IS NOT NULL";
        if (register.IsReturn)
            yield return $"CREATE UNIQUE INDEX IF NOT EXISTS {table}_period ON {table} (period, unit)";
        else
            yield return $"CREATE INDEX IF NOT EXISTS {table}_unit ON {table} (unit, id)";
        foreach (var field in SortableDates(register).Where(field => field.Key != "period"))
        {
            var column = SqlDialect.Quote(field.Column) + dialect.EmptyFirst;
            yield return $"CREATE INDEX IF NOT EXISTS {table}_{field.Key} ON {table} ({column}, id)";
            yield return $"CREATE INDEX IF NOT EXISTS {table}_unit_{field.Key} ON {table} (unit, {column}, id)";
        }
    }

    /// <summary>The dates that indicators count on: indexed, hence offered for sorting.</summary>
    public static IEnumerable<FieldDefinition> SortableDates(RegisterDefinition register) =>
        register
            .Indicators.SelectMany(indicator => new[] { indicator.On, indicator.Until })
            .OfType<FieldDefinition>()
            .DistinctBy(f => f.Key);
}

/// <summary>The database and the definitions do not fit together; the message says what to do.</summary>
public sealed class SchemaException(string message) : Exception(message);
