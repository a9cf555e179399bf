using System.Data.Common;
using System.Globalization;
using System.Text;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Deadlines;

/// <summary>
/// The calendar as a table, so that SQL counts working days exactly as memory does:
/// <c>calendar_day(day, workday_index)</c>, see <see cref="WorkCalendar.WorkdayIndex"/>.
/// </summary>
public static class CalendarTable
{
    public const string Name = "calendar_day";

    private const int RowsPerStatement = 500;

    /// <summary>The statement that creates the table when it is missing.</summary>
    public static string Ddl(SqlDialect dialect) =>
        $"CREATE TABLE IF NOT EXISTS {Name} (day {dialect.ColumnType(StorageType.Date)} PRIMARY KEY NOT NULL, "
        + $"workday_index {dialect.ColumnType(StorageType.Integer)} NOT NULL)";

    /// <summary>The statement that lets the day of an index be found without reading the whole calendar.</summary>
    private const string Index = $"CREATE INDEX IF NOT EXISTS {Name}_index ON {Name} (workday_index)";

    /// <summary>SQL for the index of a date expression: null for null and for days the calendar does not cover.</summary>
    // The columns are renamed first: inside the subquery a bare column "day" of the outer table must not be caught by ours.
    public static string IndexOf(string date) =>
        $"(SELECT fz_index FROM (SELECT day AS fz_day, workday_index AS fz_index FROM {Name}) fz_calendar WHERE fz_day = {date})";

    /// <summary>SQL for the working day with an index; null when the calendar has none. See <see cref="WorkCalendar.DayOfWorkday"/>.</summary>
    public static string DayOf(string index) =>
        $"(SELECT MIN(fz_found) FROM (SELECT day AS fz_found, workday_index AS fz_at FROM {Name}) fz_days WHERE fz_at = {index})";

    /// <summary>
    /// Creates the table and makes its rows equal to the calendar; writes nothing when they already are (every start but the
    /// first). Call inside the transaction given, or with none to run it on its own. Returns whether rows were written.
    /// </summary>
    public static bool Synchronize(
        DbConnection connection,
        SqlDialect dialect,
        WorkCalendar calendar,
        DbTransaction? transaction = null
    )
    {
        if (transaction is null)
        {
            using var own = connection.BeginTransaction();
            var changed = Synchronize(connection, dialect, calendar, own);
            own.Commit();
            return changed;
        }
        Execute(connection, transaction, Ddl(dialect));
        Execute(connection, transaction, Index);
        if (IsCurrent(connection, dialect, calendar, transaction))
            return false;
        Execute(connection, transaction, $"DELETE FROM {Name}");
        for (var day = calendar.First; day <= calendar.Last; day = day.AddDays(RowsPerStatement))
            Execute(connection, transaction, Insert(dialect, calendar, day));
        return true;
    }

    /// <summary>Creates the table and fills it when it is empty; what it holds already stays.</summary>
    public static void Fill(DbConnection connection, SqlDialect dialect, WorkCalendar calendar, DbTransaction transaction)
    {
        Execute(connection, transaction, Ddl(dialect));
        Execute(connection, transaction, Index);
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"SELECT 1 FROM {Name} LIMIT 1";
        if (command.ExecuteScalar() is null)
            Synchronize(connection, dialect, calendar, transaction);
    }

    /// <summary>The calendar that the table was made from, without the names of the festivals; null when the table is empty.</summary>
    public static WorkCalendar? Read(DbConnection connection, SqlDialect dialect, DbTransaction? transaction)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"SELECT day, workday_index FROM {Name} ORDER BY day";
        using var reader = command.ExecuteReader();
        var days = new List<(DateOnly Day, bool Works)>();
        long before = 0;
        while (reader.Read())
        {
            var index = reader.GetInt64(1);
            days.Add(((DateOnly)dialect.FromDatabase(reader.GetValue(0), StorageType.Date)!, index > before));
            before = index;
        }
        return days.Count == 0 ? null : WorkCalendar.Of(days);
    }

    private static bool IsCurrent(DbConnection connection, SqlDialect dialect, WorkCalendar calendar, DbTransaction transaction)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"SELECT day, workday_index FROM {Name} ORDER BY day";
        using var reader = command.ExecuteReader();
        var expected = calendar.First;
        while (reader.Read())
        {
            var day = (DateOnly)dialect.FromDatabase(reader.GetValue(0), StorageType.Date)!;
            if (day != expected || calendar.WorkdayIndex(day) != reader.GetInt64(1))
                return false;
            expected = day.AddDays(1);
        }
        return expected == calendar.Last.AddDays(1);
    }

    private static string Insert(SqlDialect dialect, WorkCalendar calendar, DateOnly from)
    {
        var sql = new StringBuilder($"INSERT INTO {Name} (day, workday_index) VALUES ");
        for (var i = 0; i < RowsPerStatement && from.AddDays(i) <= calendar.Last; i++)
        {
            var day = from.AddDays(i);
            sql.Append(i == 0 ? "" : ",").Append('(').Append(dialect.Literal(day)).Append(',');
            sql.Append(CultureInfo.InvariantCulture, $"{calendar.WorkdayIndex(day)})");
        }
        return sql.ToString();
    }

    private static void Execute(DbConnection connection, DbTransaction transaction, string sql)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
