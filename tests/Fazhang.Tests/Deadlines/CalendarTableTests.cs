using Fazhang.Core.Deadlines;
using Fazhang.Core.Storage;
using Shouldly;
using Xunit;
using static Fazhang.Tests.Deadlines.Calendars;

namespace Fazhang.Tests.Deadlines;

public sealed class CalendarTableTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fazhang-calendar-table-");

    [Fact]
    public void Synchronize_SecondTimeAndAfterAChange_WritesOnlyWhatIsNew()
    {
        var dialect = new SqliteDialect(Path.Combine(_folder.FullName, "calendar.db"));
        using var connection = dialect.Open();
        CalendarTable.Synchronize(connection, dialect, Real).ShouldBeTrue();
        CalendarTable.Synchronize(connection, dialect, Real).ShouldBeFalse();
        Index("2036-12-31").ShouldBe(Real.WorkdayIndex(Day("2036-12-31")));

        var holiday = new Holiday
        {
            Name = "元旦",
            Off = [Day("2013-01-01")],
            Work = [],
        };
        var other = new WorkCalendar([new CalendarYear { Year = 2013, Holidays = [holiday] }]);
        CalendarTable.Synchronize(connection, dialect, other).ShouldBeTrue();
        Index("2013-01-04").ShouldBe(3); // only New Year's Day is off now
        Index("2036-12-31").ShouldBeNull();
        CalendarTable.Synchronize(connection, dialect, other).ShouldBeFalse();

        long? Index(string day)
        {
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT " + CalendarTable.IndexOf(dialect.Literal(Day(day)));
            return (long?)dialect.FromDatabase(command.ExecuteScalar(), StorageType.Integer);
        }
    }

    [Fact]
    public void Synchronize_InATransactionRolledBack_LeavesNothing()
    {
        var dialect = new SqliteDialect(Path.Combine(_folder.FullName, "calendar.db"));
        using var connection = dialect.Open();
        using (var transaction = connection.BeginTransaction())
        {
            CalendarTable.Synchronize(connection, dialect, Real, transaction).ShouldBeTrue();
            transaction.Rollback();
        }
        CalendarTable.Synchronize(connection, dialect, Real).ShouldBeTrue();
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }
}
