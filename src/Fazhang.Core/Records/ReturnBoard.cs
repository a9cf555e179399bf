using Fazhang.Core.Access;
using Fazhang.Core.Definitions;
using Fazhang.Core.Storage;
using Fazhang.Core.Units;

namespace Fazhang.Core.Records;

/// <summary>Who has reported a return for a month and who is still awaited.</summary>
public sealed record ReturnMonth(DateOnly Month, IReadOnlyList<Unit> Expected, IReadOnlyList<Unit> Missing);

/// <summary>
/// Chases returns (报表催报). Expected is a unit that has a return for the month or for any of the twelve months before
/// it; reported is one whose return has left its first state. Shows only units that the actor may read.
/// </summary>
public sealed class ReturnBoard(Books books)
{
    private const int MonthsBack = 12;

    /// <param name="month">The first day of the month.</param>
    public ReturnMonth Month(Actor actor, RegisterDefinition register, DateOnly month)
    {
        if (!register.IsReturn)
            throw new ArgumentException($"“{register.Title}”不是报表。", nameof(register));
        var reach = books.Gate.ReadReach(actor, register).Sql("unit");
        var sql =
            $"SELECT unit, period, state FROM {SqlDialect.Quote(register.Table)} "
            + $"WHERE period BETWEEN @first AND @month AND {reach}";
        var expected = new HashSet<long>();
        var reported = new HashSet<long>();
        books.Read(connection =>
        {
            using var command = connection.Command(
                null,
                sql,
                books.Dialect,
                [new("first", month.AddMonths(-MonthsBack)), new("month", month)]
            );
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                expected.Add(reader.GetInt64(0));
                var period = (DateOnly)books.Dialect.FromDatabase(reader.GetValue(1), StorageType.Date)!;
                if (period == month && reader.GetString(2) != register.Initial.Key)
                    reported.Add(reader.GetInt64(0));
            }
            return 0;
        });
        var units = books.Units.All.Where(unit => expected.Contains(unit.Id)).ToList();
        return new ReturnMonth(month, units, [.. units.Where(unit => !reported.Contains(unit.Id))]);
    }
}
