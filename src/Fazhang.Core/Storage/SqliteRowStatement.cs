using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using static SQLitePCL.raw;

namespace Fazhang.Core.Storage;

/// <summary>
/// One that speaks to SQLite directly. The driver looks each parameter up by its name and makes an object or two for each
/// row, which is as dear as the row itself when hundreds of thousands follow each other.
/// </summary>
internal sealed class SqliteRowStatement : RowStatement
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;
    private byte[] utf8 = new byte[4096];

    public SqliteRowStatement(SqliteConnection connection, string sql)
    {
        database = connection.Handle ?? throw new InvalidOperationException("The connection is not open.");
        Check(sqlite3_prepare_v2(database, sql, out statement));
    }

    public override void Execute(ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
            Check(Bind(i + 1, values[i]));
        var result = sqlite3_step(statement);
        // The failure of the step is the one to tell; resetting says it a second time.
        sqlite3_reset(statement);
        if (result != SQLITE_DONE)
            SqliteException.ThrowExceptionForRC(result, database);
    }

    public override void Dispose() => statement.Dispose();

    private int Bind(int index, object? value) =>
        value switch
        {
            null => sqlite3_bind_null(statement, index),
            long number => sqlite3_bind_int64(statement, index, number),
            // An empty run of bytes would be taken for no value.
            "" => sqlite3_bind_text(statement, index, ""),
            string text => sqlite3_bind_text(statement, index, Utf8(text)),
            DateOnly day => sqlite3_bind_text(statement, index, Iso(day)),
            bool flag => sqlite3_bind_int64(statement, index, flag ? 1 : 0),
            double number => sqlite3_bind_double(statement, index, number),
            _ => throw new ArgumentException($"A {value.GetType().Name} is no stored value.", nameof(value)),
        };

    // SQLite copies what it is given, so that the same room serves the next value.
    private ReadOnlySpan<byte> Utf8(string text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (utf8.Length < most)
            utf8 = new byte[most];
        return utf8.AsSpan(0, Encoding.UTF8.GetBytes(text, utf8));
    }

    private ReadOnlySpan<byte> Iso(DateOnly day)
    {
        day.TryFormat(utf8, out var written, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return utf8.AsSpan(0, written);
    }

    private void Check(int result)
    {
        if (result != SQLITE_OK)
            SqliteException.ThrowExceptionForRC(result, database);
    }
}
