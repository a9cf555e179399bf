using Microsoft.Data.Sqlite;
using SQLitePCL;
using static SQLitePCL.raw;

namespace Fazhang.Core.Storage;

/// <summary>
/// A pass over a whole table at the speed of the engine: values are taken from the row as SQLite holds it, without a text or
/// an object made for each of them.
/// </summary>
internal static class SqliteScan
{
    public static long Run(
        SqliteConnection connection,
        string sql,
        IReadOnlyList<(StorageType Type, int Slot)> columns,
        object?[] row,
        Action next
    )
    {
        var database = connection.Handle!;
        SqliteException.ThrowExceptionForRC(sqlite3_prepare_v2(database, sql, out var statement), database);
        using (statement)
        {
            var shared = new SharedValues();
            var wanted = columns.ToArray();
            for (long count = 0; ; count++)
            {
                var result = sqlite3_step(statement);
                if (result == SQLITE_DONE)
                    return count;
                if (result != SQLITE_ROW)
                    SqliteException.ThrowExceptionForRC(result, database);
                for (var i = 0; i < wanted.Length; i++)
                    row[wanted[i].Slot] = Value(statement, i, wanted[i].Type, shared);
                next();
            }
        }
    }

    private static object? Value(sqlite3_stmt statement, int column, StorageType type, SharedValues shared)
    {
        if (sqlite3_column_type(statement, column) == SQLITE_NULL)
            return null;
        return type switch
        {
            StorageType.Integer => shared.Number(sqlite3_column_int64(statement, column)),
            StorageType.Boolean => shared.Truth(sqlite3_column_int64(statement, column) != 0),
            StorageType.Real => sqlite3_column_double(statement, column),
            // The bytes of a text column, not a blob: the database is UTF-8.
            StorageType.Date => shared.Day(sqlite3_column_blob(statement, column)),
            _ => shared.Text(sqlite3_column_blob(statement, column)),
        };
    }
}
