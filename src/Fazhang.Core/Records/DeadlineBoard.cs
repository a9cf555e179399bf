using System.Data.Common;
using Fazhang.Core.Access;
using Fazhang.Core.Deadlines;
using Fazhang.Core.Definitions;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Records;

/// <summary>How many records of a register end their soonest clock when. The four counts exclude each other.</summary>
/// <param name="Soon">Tomorrow or later, within <see cref="DeadlineEngine.AmberWorkdays"/> working days.</param>
/// <param name="Later">After that, within <see cref="DeadlineBoard.Days"/> days.</param>
/// <param name="First">The earliest last day among them.</param>
public sealed record DeadlineRow(RegisterDefinition Register, long Overdue, long Today, long Soon, long Later, DateOnly First);

/// <summary>The same counts over several registers.</summary>
public sealed record DeadlineTotals(long Overdue, long Today, long Soon, long Later)
{
    public static DeadlineTotals Of(IReadOnlyCollection<DeadlineRow> rows) =>
        new(rows.Sum(row => row.Overdue), rows.Sum(row => row.Today), rows.Sum(row => row.Soon), rows.Sum(row => row.Later));
}

/// <summary>
/// What is overdue and what falls due within a month, by register (时限看板). Reads the index of running deadlines up to that
/// day only, so it costs what is due, not what is kept. Counts only records that the actor may read.
/// </summary>
public sealed class DeadlineBoard(Books books)
{
    /// <summary>So many days ahead the board looks. What falls due later (terms of office, validity of years) is not yet work.</summary>
    public const int Days = 30;

    /// <summary>So many registers are asked in one statement; a database limits the parts of one.</summary>
    private const int Together = 100;

    /// <summary>The registers with something overdue or due within <see cref="Days"/> days, in the order given.</summary>
    public IReadOnlyList<DeadlineRow> Read(Actor actor, IEnumerable<RegisterDefinition> registers)
    {
        ArgumentNullException.ThrowIfNull(registers);
        var asked = registers.Where(register => register.Deadlines.Count > 0).ToList();
        return books.Read(connection => asked.Chunk(Together).SelectMany(part => Read(connection, actor, part)).ToList());
    }

    private IEnumerable<DeadlineRow> Read(DbConnection connection, Actor actor, RegisterDefinition[] registers)
    {
        var today = books.Clock.Today;
        var sql = string.Join(" UNION ALL ", registers.Select((register, at) => Of(actor, register, at)));
        using var command = connection.Command(
            null,
            sql,
            books.Dialect,
            [
                new("today", today),
                new("soon", books.Catalogue.Calendar.AddWorkdays(today, DeadlineEngine.AmberWorkdays)),
                new("horizon", today.AddDays(Days)),
            ]
        );
        using var reader = command.ExecuteReader();
        var rows = new SortedDictionary<long, DeadlineRow>();
        while (reader.Read())
            rows.Add(
                reader.GetInt64(0),
                new DeadlineRow(
                    registers[reader.GetInt64(0)],
                    reader.GetInt64(1),
                    reader.GetInt64(2),
                    reader.GetInt64(3),
                    reader.GetInt64(4),
                    (DateOnly)books.Dialect.FromDatabase(reader.GetValue(5), StorageType.Date)!
                )
            );
        return [.. rows.Values];
    }

    private string Of(Actor actor, RegisterDefinition register, int at)
    {
        static string Sum(string condition) => $"CAST(SUM(CASE WHEN {condition} THEN 1 ELSE 0 END) AS BIGINT)";
        return $"SELECT CAST({at} AS BIGINT), {Sum("due_on < @today")}, {Sum("due_on = @today")}, "
            + $"{Sum("due_on > @today AND due_on <= @soon")}, {Sum("due_on > @soon")}, MIN(due_on) "
            + $"FROM {SqlDialect.Quote(register.Table)} WHERE due_on IS NOT NULL AND due_on <= @horizon "
            + $"AND {books.Gate.ReadReach(actor, register).Sql("unit")} HAVING COUNT(*) > 0";
    }
}
