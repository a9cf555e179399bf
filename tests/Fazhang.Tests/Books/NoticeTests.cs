using Fazhang.Core.Access;
using Fazhang.Core.Journal;
using Fazhang.Core.Records;
using Shouldly;

namespace Fazhang.Tests.Books;

/// <summary>Reminders and escalations: each once, whatever happens to clocks and processes; and deadlines that move with the calendar.</summary>
public sealed class NoticeTests : IDisposable
{
    // Entered on Friday 2024-12-20; ten workdays end on 2025-01-06 (2025-01-01 is off).
    private static readonly DateOnly s_due = new(2025, 1, 6);

    private readonly TestBooks test = new(FlowCatalogue.Catalogue);

    public void Dispose() => test.Dispose();

    private NoticeList Notices => new(test.Books);

    private void On(DateOnly day) => test.Clock.Instant = new DateTimeOffset(day.ToDateTime(new TimeOnly(4, 0)), TimeSpan.Zero);

    private int Run() => new NoticeRun(test.Books).Run();

    private IReadOnlyList<Notice> Of(string role) => Notices.Of(test.Actor(role), unreadOnly: true);

    [Fact]
    public void Reminders_ComeOnTheirDay_AndEscalationsAfterTheLast()
    {
        var record = test.EnterMatter();
        record.DueOn.ShouldBe(s_due);

        Run().ShouldBe(0);
        On(new DateOnly(2024, 12, 26));
        Run().ShouldBe(0, "five workdays before 01-06 is 12-27");
        On(new DateOnly(2024, 12, 27));
        Run().ShouldBe(1);
        var notice = Of("clerk").ShouldHaveSingleItem();
        notice.Text.ShouldContain("2025-01-06届满");
        notice.Text.ShouldNotContain("王小明");
        Of("director").ShouldBeEmpty("the reminder is for those who can act");
        On(s_due);
        Run().ShouldBe(1, "one workday before, for the head");
        Of("head").Count.ShouldBe(2);
        On(s_due.AddDays(1));
        Run().ShouldBe(1);
        Of("director").ShouldHaveSingleItem().KindTitle.ShouldBe("逾期上报");
        Run().ShouldBe(0);
    }

    [Fact]
    public void ManyRunnersAndRestartsAndClockJumps_TellEachThingOnce()
    {
        for (var i = 0; i < 120; i++)
            test.EnterMatter();
        On(new DateOnly(2024, 12, 27));
        var told = new System.Collections.Concurrent.ConcurrentBag<int>();

        // Each runner opens the books for itself, as a process of its own does; all work at the same time.
        Together.Run(
            6,
            _ =>
            {
                using var own = Core.Storage.Books.Open(FlowCatalogue.Catalogue, test.Dialect, test.Clock);
                told.Add(new NoticeRun(own).Run());
            }
        );

        told.Sum().ShouldBe(120);
        Run().ShouldBe(0, "after a restart");
        On(new DateOnly(2025, 1, 3));
        Run().ShouldBe(120, "the second reminder");
        test.Books.ClockGuard.Accept(Actor.System("测试"), "时钟曾走快");
        On(new DateOnly(2024, 12, 27));
        test.Books.ClockGuard.Accept(Actor.System("测试"), "时钟拨回");
        Run().ShouldBe(0, "the clock went back over what was told already");
    }

    [Fact]
    public void StoppedInTheMiddle_TheRestIsToldLater_AndNothingTwice()
    {
        for (var i = 0; i < 120; i++)
            test.EnterMatter();
        On(new DateOnly(2024, 12, 27));
        // A runner that dies after its first batch: the second batch meets a table that refuses.
        var first = Assert.ThrowsAny<Exception>(() => DieAfterFirstBatch());
        first.ShouldNotBeNull();
        var before = Count();
        before.ShouldBe(50);

        Run().ShouldBe(70);
        Count().ShouldBe(120);

        void DieAfterFirstBatch()
        {
            Execute(
                TestBooks.OnPostgres
                    ? "CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF (SELECT COUNT(*) FROM notice) >= 60 THEN RAISE EXCEPTION 'dead'; END IF; RETURN NEW; END $$; CREATE TRIGGER die BEFORE INSERT ON notice FOR EACH ROW EXECUTE FUNCTION die()"
                    : "CREATE TRIGGER die BEFORE INSERT ON notice WHEN (SELECT COUNT(*) FROM notice) >= 60 BEGIN SELECT RAISE(ABORT, 'dead'); END"
            );
            try
            {
                Run();
            }
            finally
            {
                Execute(TestBooks.OnPostgres ? "DROP TRIGGER die ON notice" : "DROP TRIGGER die");
            }
        }
    }

    [Fact]
    public void WhatIsDoneOrMoved_IsNotRemindedOf_AndANewLastDayIs()
    {
        var done = test.EnterMatter();
        test.TryDo(done, "drop", test.Actor("head")).ShouldBeOfType<SaveResult.Saved>();
        var moved = test.EnterMatter();
        On(new DateOnly(2024, 12, 27));
        Run().ShouldBe(1);

        // Corrected: received a week later, so it ends a week later, and is reminded of again then.
        test.Records.Correct(
                test.Actor("head"),
                moved.Register,
                moved.Id,
                moved.Version,
                TestBooks.Input(("opened_on", "2024-12-27")),
                "日期登记有误"
            )
            .ShouldBeOfType<SaveResult.Saved>();
        Run().ShouldBe(0);
        On(new DateOnly(2025, 1, 6));
        Run().ShouldBe(1);
    }

    [Fact]
    public void Read_IsPerAccount_AndOthersUnitsSeeNothing()
    {
        test.EnterMatter();
        On(new DateOnly(2024, 12, 27));
        Run();
        var clerk = test.Actor("clerk");
        var other = clerk with { AccountId = 99 };

        Notices.Of(test.Actor("clerk", test.East), unreadOnly: false).ShouldBeEmpty();
        Notices.Of(test.Actor("clerk", test.City, "mediation"), unreadOnly: false).ShouldBeEmpty();
        var id = Notices.Of(clerk, unreadOnly: true).Single().Id;
        Notices.MarkRead(test.Actor("clerk", test.East) with { AccountId = 98 }, [id]).ShouldBe(0);
        Notices.MarkRead(clerk, [id]).ShouldBe(1);
        Notices.MarkRead(clerk, [id]).ShouldBe(0);
        Notices.Unread(clerk).ShouldBe(0);
        Notices.Of(clerk, unreadOnly: false).Single().IsRead.ShouldBeTrue();
        Notices.Unread(other).ShouldBe(1);
    }

    [Fact]
    public void AChangedCalendar_MovesRunningDeadlines_AndSaysSo()
    {
        var open = test.EnterMatter();
        var closed = test.TryDo(test.EnterMatter(), "drop", test.Actor("head")).ShouldBeOfType<SaveResult.Saved>().Record;
        var holiday = FlowCatalogue.WithHoliday(new DateOnly(2025, 1, 6));

        using (var books = Core.Storage.Books.Open(holiday, test.Dialect, test.Clock))
        {
            books.Changes.ShouldContain("2025年放假调休安排有变，1 条记录的期限随之改变");
            var store = new RecordStore(books);
            var register = holiday.Registers[FlowCatalogue.Key];
            var moved = store.Find(test.Actor("head"), register, open.Id)!;
            moved.DueOn.ShouldBe(new DateOnly(2025, 1, 7));
            moved.Version.ShouldBe(open.Version);
            var entry = store.History(moved)[^1];
            entry.Action.ShouldBe(JournalAction.Calendar);
            entry.Reason.ShouldBe("办理期限由2025-01-06改为2025-01-07：2025年放假调休安排更新");
            store.History(store.Find(test.Actor("head"), register, closed.Id)!)[^1].Action.ShouldBe("drop");
            new NoticeList(books)
                .Of(test.Actor("clerk"), unreadOnly: true)
                .ShouldHaveSingleItem()
                .Text.ShouldContain("改为2025-01-07");
            new RecordReplay(books).Run().Problems.ShouldBeEmpty();
        }
        // The same calendar again changes nothing; the old one moves it back.
        using (var books = Core.Storage.Books.Open(holiday, test.Dialect, test.Clock))
            books.Changes.ShouldBeEmpty();
        using (var books = Core.Storage.Books.Open(FlowCatalogue.Catalogue, test.Dialect, test.Clock))
            books.Changes.ShouldContain("2025年放假调休安排有变，1 条记录的期限随之改变");
    }

    private void Execute(string sql) =>
        test.Books.Write((connection, transaction) => Dapper.SqlMapper.Execute(connection, sql, transaction: transaction));

    private long Count() =>
        test.Books.Read(connection => Dapper.SqlMapper.ExecuteScalar<long>(connection, "SELECT COUNT(*) FROM notice"));
}
