using Fazhang.Core.Records;
using Shouldly;

namespace Fazhang.Tests.Books;

/// <summary>The board counts what is overdue and what is due soon, each record once, and only what the reader may read.</summary>
public sealed class DeadlineBoardTests : IDisposable
{
    private readonly TestBooks test = new();

    public void Dispose() => test.Dispose();

    [Fact]
    public void Board_CountsEachRecordOnceByItsSoonestClock()
    {
        // One application a day for seven weeks: some overdue, some due today, some soon; an accepted case has other clocks.
        var records = Enumerable.Range(0, 50).Select(days => test.Enter(on: test.Today.AddDays(-days))).ToList();
        records[0] = test.Accept(records[0]);
        var due = records.Select(record => record.DueOn!.Value).ToList();
        var soon = test.Books.Catalogue.Calendar.AddWorkdays(test.Today, 3);

        var row = Read("clerk").ShouldHaveSingleItem();

        row.Register.Key.ShouldBe(Cases.Register);
        row.Overdue.ShouldBe(due.Count(day => day < test.Today));
        row.Today.ShouldBe(due.Count(day => day == test.Today));
        row.Soon.ShouldBe(due.Count(day => day > test.Today && day <= soon));
        row.Later.ShouldBe(due.Count(day => day > soon && day <= test.Today.AddDays(DeadlineBoard.Days)));
        row.First.ShouldBe(due.Min());
        row.Overdue.ShouldBeGreaterThan(0);
        row.Today.ShouldBeGreaterThan(0);
        row.Soon.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Board_ShowsOnlyWhatTheReaderMayRead()
    {
        test.Enter(unit: test.East);
        test.Enter(unit: test.West);

        Read("clerk").Sum(row => row.Overdue + row.Today + row.Soon + row.Later).ShouldBe(2);
        var east = new DeadlineBoard(test.Books).Read(
            test.Actor("clerk", test.East),
            test.Books.Catalogue.Registers.Values.Where(register =>
                test.Books.Gate.CanRead(test.Actor("clerk", test.East), register)
            )
        );
        east.Sum(row => row.Overdue + row.Today + row.Soon + row.Later).ShouldBe(1);
    }

    [Fact]
    public void RecordThatIsClosed_LeavesTheBoard()
    {
        var record = test.Accept(test.Enter(on: test.Today.AddDays(-40)), on: test.Today.AddDays(-35));
        Read("clerk").ShouldHaveSingleItem();

        test.Mediate(record);

        Read("clerk").ShouldBeEmpty();
    }

    private IReadOnlyList<DeadlineRow> Read(string role) =>
        new DeadlineBoard(test.Books).Read(test.Actor(role), test.Books.Catalogue.Registers.Values);
}
