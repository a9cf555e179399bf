using System.Data.Common;
using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Fazhang.Core.Storage;

/// <summary>SQLite in WAL mode: one writer, many readers, durable commits (synchronous = FULL).</summary>
public sealed class SqliteDialect(string path) : SqlDialect
{
    static SqliteDialect() => SQLitePCL.Batteries_V2.Init();

    /// <summary>The database file.</summary>
    public string Path { get; } = path;

    public override string Name => "sqlite";

    public override string ToString() => Path;

    public override string IdentityColumn => "INTEGER PRIMARY KEY";

    public override string ColumnType(StorageType type) =>
        type switch
        {
            StorageType.Integer or StorageType.Boolean => "INTEGER",
            StorageType.Real => "REAL",
            StorageType.Text or StorageType.Date => "TEXT",
            _ => throw new ArgumentOutOfRangeException(nameof(type)),
        };

    // julianday of a date is x.5 exactly, so the difference of two is a whole number; the cast cannot round wrongly.
    public override string DaysBetween(string from, string to) => $"CAST(julianday({to}) - julianday({from}) AS INTEGER)";

    public override string AddDays(string date, int days) => $"date({date}, '{days:+0;-0} days')";

    public override string AddMonths(string date, int months) => $"date({date}, '{months:+0;-0} months', 'floor')";

    public override string Year(string date) => $"CAST(substr({date}, 1, 4) AS INTEGER)";

    public override string Month(string date) => $"CAST(substr({date}, 6, 2) AS INTEGER)";

    public override string DateOf(string moment) => $"substr({moment}, 1, 10)";

    public override string MinutesBetween(string from, string to) =>
        $"(CAST(strftime('%s', {to}) AS INTEGER) - CAST(strftime('%s', {from}) AS INTEGER)) / 60";

    public override string ArrayLength(string json) => $"json_array_length({json})";

    // A rows field may not be called like a column of json_each (see RowsField), or it would be taken for that one here.
    public override string ArraySum(string json, string property) =>
        $"(SELECT SUM(json_extract(value, '$.{property}')) FROM json_each({json}))";

    public override string BytesColumn => "BLOB";

    public override bool IsDuplicate(DbException exception) => exception is SqliteException { SqliteExtendedErrorCode: 2067 };

    public override string Real(string operand) => $"CAST({operand} AS REAL)";

    // SQLite's BINARY collation compares UTF-8 bytes, which orders like code points.
    public override string Ordinal(string operand) => operand;

    public override string Literal(bool value) => value ? "1" : "0";

    public override string Literal(DateOnly value) => "'" + Iso(value) + "'";

    public override object ToDatabase(object? value) =>
        value switch
        {
            null => DBNull.Value,
            DateOnly date => Iso(date),
            bool flag => flag ? 1L : 0L,
            _ => value,
        };

    public override object? FromDatabase(object? value, StorageType type) =>
        value switch
        {
            null or DBNull => null,
            _ => type switch
            {
                StorageType.Date => DateOnly.ParseExact((string)value, "yyyy-MM-dd", CultureInfo.InvariantCulture),
                StorageType.Boolean => (long)value != 0,
                StorageType.Integer => Convert.ToInt64(value, CultureInfo.InvariantCulture),
                StorageType.Real => Convert.ToDouble(value, CultureInfo.InvariantCulture),
                _ => value,
            },
        };

    public override DbConnection Open(bool readOnly = false) => Open(readOnly, pooled: true);

    /// <summary>A connection for the one writer, which keeps it; closed, it is really closed.</summary>
    internal SqliteConnection OpenWriter() => Open(readOnly: false, pooled: false);

    /// <summary>Closes the connections that wait for a reader: each keeps pages of its own.</summary>
    public override void Rest()
    {
        using var connection = New(pooled: true);
        SqliteConnection.ClearPool(connection);
    }

    private SqliteConnection New(bool pooled) =>
        new(
            new SqliteConnectionStringBuilder
            {
                DataSource = Path,
                Mode = SqliteOpenMode.ReadWriteCreate,
                DefaultTimeout = 30,
                Pooling = pooled,
            }.ToString()
        );

    private SqliteConnection Open(bool readOnly, bool pooled)
    {
        var connection = New(pooled);
        connection.Open();
        if (!readOnly && SQLitePCL.raw.sqlite3_db_readonly(connection.Handle, "main") == 1)
        {
            // SQLite opens a file it may not write to for reading only, and a pooled connection would stay so for ever,
            // also when the disk has become writable again.
            connection.Close();
            SqliteConnection.ClearPool(connection);
            connection.Open();
        }
        using var command = connection.CreateCommand();
        command.CommandText =
            "PRAGMA busy_timeout=30000; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-16000; PRAGMA wal_autocheckpoint=8000;"
            + (readOnly ? "PRAGMA query_only=ON;" : "PRAGMA query_only=OFF;");
        command.ExecuteNonQuery();
        return connection;
    }

    public override IEnumerable<string> CreateByYear(string table, string key, string columns, string day) =>
        [$"CREATE TABLE IF NOT EXISTS {table} ({key} {IdentityColumn}, {columns})"];

    public override IEnumerable<string> AppendOnly(string table)
    {
        foreach (var change in new[] { "UPDATE", "DELETE" })
            yield return $"CREATE TRIGGER IF NOT EXISTS {table}_no_{change} BEFORE {change} ON {table} BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END";
    }

    public override IReadOnlyList<(string Table, string Column, string Type)> Columns(
        DbConnection connection,
        DbTransaction transaction
    ) =>
        [
            .. connection.Query<(string, string, string)>(
                "SELECT m.name, c.name, c.type FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table'",
                transaction: transaction
            ),
        ];

    public override IReadOnlyList<(string Table, string Index)> Indexes(DbConnection connection, DbTransaction transaction) =>
        [
            .. connection.Query<(string, string)>(
                "SELECT tbl_name, name FROM sqlite_master WHERE type = 'index'",
                transaction: transaction
            ),
        ];

    // The transaction has the only write lock, so nobody can insert between this and the end of it.
    public override IReadOnlyList<long> ReserveIds(DbConnection connection, DbTransaction transaction, string table, int count)
    {
        var last = connection.ExecuteScalar<long>($"SELECT COALESCE(MAX(id), 0) FROM {Quote(table)}", transaction: transaction);
        return [.. Enumerable.Range(1, count).Select(i => last + i)];
    }

    /// <summary>Nothing to do: a write transaction has the file's only write lock already.</summary>
    public override void LockOpening(DbConnection connection, DbTransaction transaction) { }

    /// <summary>Nothing to do: a write transaction has the file's only write lock already.</summary>
    public override void LockForReading(DbConnection connection, DbTransaction transaction, string table) { }

    public override string OfEach(IReadOnlyList<long> units, Func<string, string> select) =>
        string.Join(
            " UNION ALL ",
            units.Select(unit => $"SELECT * FROM ({select(unit.ToString(CultureInfo.InvariantCulture))})")
        );

    // That is SQLite's own order.
    public override string EmptyFirst => "";

    public override bool FiltersInIndexes => true;

    public override string KeyedTable => " WITHOUT ROWID";

    public override string CreateView(string name, string query) => $"CREATE VIEW IF NOT EXISTS {name} AS {query}";

    public override bool IsTable(DbConnection connection, DbTransaction transaction, string name) =>
        connection.ExecuteScalar<long>(
            "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = @name",
            new { name },
            transaction
        ) > 0;

    internal override RowStatement Rows(DbConnection connection, DbTransaction transaction, string sql, int parameters) =>
        new SqliteRowStatement((SqliteConnection)connection, sql);

    internal override void InsertNumbers(
        DbConnection connection,
        DbTransaction transaction,
        string table,
        IReadOnlyList<string> columns,
        IReadOnlyList<long[]> rows
    )
    {
        var command = connection.Statement(
            transaction,
            $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select(column => "@" + column))})",
            [.. columns.Select(column => ("@" + column, StorageType.Integer))]
        );
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++)
                command.Parameters[i].Value = row[i];
            command.ExecuteNonQuery();
        }
    }

    // The transaction has the file's only write lock, so several statements are one step.
    internal override long Move(
        DbConnection connection,
        DbTransaction transaction,
        string table,
        IReadOnlyList<string> columns,
        string with,
        params IReadOnlyList<string> statements
    )
    {
        foreach (var statement in statements)
            connection
                .Statement(transaction, $"WITH RECURSIVE {with} " + statement.Replace("{taken}", table, StringComparison.Ordinal))
                .ExecuteNonQuery();
        return connection.Statement(transaction, $"DELETE FROM {table}").ExecuteNonQuery();
    }

    internal override long Scan(
        DbConnection connection,
        DbTransaction transaction,
        string sql,
        IReadOnlyList<(StorageType Type, int Slot)> columns,
        object?[] row,
        Action next
    ) => SqliteScan.Run((SqliteConnection)connection, sql, columns, row, next);

    internal override Writer Writer() => new GroupWriter(this);

    // Deferred: it never asks for the write lock, and in WAL mode it reads one state of the file to its end.
    public override DbTransaction BeginSnapshot(DbConnection connection) =>
        ((SqliteConnection)connection).BeginTransaction(deferred: true);

    public override string? Explain(DbException exception) =>
        exception is SqliteException sqlite
            ? sqlite.SqliteErrorCode switch
            {
                5 or 6 =>
                    "数据库正被另一个进程占用，本次没有保存。请稍候再试；如果一直如此，检查是否有两个程序同时使用这个数据目录。",
                8 => "数据库文件是只读的，本次没有保存。请检查文件和目录的权限。",
                10 => "读写磁盘时出错，本次没有保存。请检查磁盘。",
                11 or 26 => "数据库文件损坏或不是法账的账簿。请从备份恢复。",
                13 => "磁盘已满，本次没有保存。请腾出空间后重试。",
                14 => "打不开数据库文件，本次没有保存。请检查数据目录是否存在、磁盘是否可写、是否有权限。",
                _ => null,
            }
            : null;

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
