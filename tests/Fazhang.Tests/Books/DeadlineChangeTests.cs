using Fazhang.Core.Figures;
using Fazhang.Core.Journal;
using Fazhang.Core.Records;
using Fazhang.Core.Storage;
using Shouldly;

namespace Fazhang.Tests.Books;

/// <summary>
/// Deadlines whose definition changes while records run: where a clock ends, when it reminds and what the list of waiting work
/// shows must follow the definition that is in force, for the records that were there before it too.
/// </summary>
public sealed class DeadlineChangeTests : IDisposable
{
    private const string Deadline =
        "answer: {title: 答复, from: received_on, until: answered_on, within: 60 days, stops: [paused], law: 内部规定}";

    // Entered on 2024-12-20; sixty days end on 2025-02-18, thirty on Sunday 2025-01-19 and so on Monday.
    private static readonly DateOnly s_sixty = new(2025, 2, 18);
    private static readonly DateOnly s_thirty = new(2025, 1, 20);

    private readonly TestBooks test = new(SmallDefinitions.Load());

    public void Dispose() => test.Dispose();

    [Fact]
    public void AShorterPeriod_MovesWhatRuns_SaysSo_AndRemindsInTime()
    {
        var open = Enter();
        var done = Do(Enter(), "answer", ("answered_on", "2024-12-20"));
        open.DueOn.ShouldBe(s_sixty);
        var shorter = With("within: 60 days", "within: 30 days, remind: 10 days before");
        var before = test.Records.History(done).Count;

        Core.Storage.Books.PlanChanges(shorter, test.Dialect)
            .Changes.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                change => change.Kind.ShouldBe(SchemaChangeKind.Reckon),
                change => change.NeedsConsent.ShouldBeFalse(),
                change => change.Words.ShouldBe("台账“来信登记”的时限规定有变：1 条在办记录的期限重新计算")
            );
        Find(open).DueOn.ShouldBe(s_sixty, "a plan changes nothing");
        test.Reopen(shorter);

        test.Books.Changes.ShouldBe(["台账“来信登记”的时限规定有变，1 条记录的期限随之改变"]);
        var moved = Find(open);
        (moved.DueOn, moved.DueKey, moved.Version).ShouldBe((s_thirty, "answer", open.Version));
        var entry = test.Records.History(moved)[^1];
        (entry.Action, entry.Reason).ShouldBe(
            (JournalAction.Reckon, "最近的期限由答复2025-02-18改为答复2025-01-20：时限规定更新")
        );
        test.Records.History(Find(done)).Count.ShouldBe(before, "what is done does not move");
        new NoticeList(test.Books)
            .Of(test.Actor("clerk"), unreadOnly: true)
            .ShouldHaveSingleItem()
            .Text.ShouldContain("改为答复2025-01-20");
        On(new DateOnly(2025, 1, 10));
        new NoticeRun(test.Books).Run().ShouldBe(1, "by the new last day");
        BooksAudit.Run(test.Books).Messages.ShouldBeEmpty();

        test.Reopen(shorter);
        test.Books.Changes.ShouldBeEmpty("it is told once");
    }

    [Fact]
    public void ANewDeadline_RunsForRecordsThatWereThereBefore_AndOneThatIsGoneStops()
    {
        var open = Enter();
        test.Reopen(
            With(
                Deadline,
                Deadline + "\n  confirm: {title: 登记核对, from: received_on, until: answered_on, within: 3 days, law: 内部规定}"
            )
        );

        (Find(open).DueOn, Find(open).DueKey).ShouldBe((new DateOnly(2024, 12, 23), "confirm"));

        test.Reopen(With("deadlines:\n  " + Deadline + "\n", ""));
        Find(open).DueOn.ShouldBeNull();
        test.Records.History(Find(open))[^1].Reason.ShouldBe("原有时限不再计时：时限规定更新", "its title went with it");
        test.Lists.Page(test.Actor("clerk"), open.Register, new RecordQuery { WithDeadline = true }).Records.ShouldBeEmpty();

        test.Reopen(SmallDefinitions.Load());
        Find(open).DueOn.ShouldBe(s_sixty);
        test.Records.History(Find(open))[^1].Reason.ShouldBe("答复自时限规定更新起计时，2025-02-18届满");
    }

    [Fact]
    public void AFailureWhileCounting_LeavesRecordsAndRulesAsTheyWere()
    {
        var open = Enter();
        // A value that cannot be read stands for whatever may go wrong in the middle.
        test.Books.Write(
            (connection, transaction) =>
                Dapper.SqlMapper.Execute(
                    connection,
                    TestBooks.OnPostgres
                        ? "CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'dead'; END $$; CREATE TRIGGER die BEFORE INSERT ON notice FOR EACH ROW EXECUTE FUNCTION die()"
                        : "CREATE TRIGGER die BEFORE INSERT ON notice BEGIN SELECT RAISE(ABORT, 'dead'); END",
                    transaction: transaction
                )
        );

        Should.Throw<System.Data.Common.DbException>(() => test.Reopen(With("within: 60 days", "within: 30 days")));

        Find(open).DueOn.ShouldBe(s_sixty);
        test.Records.History(Find(open)).ShouldHaveSingleItem();
        test.Books.Write(
            (connection, transaction) =>
                Dapper.SqlMapper.Execute(
                    connection,
                    TestBooks.OnPostgres ? "DROP TRIGGER die ON notice" : "DROP TRIGGER die",
                    transaction: transaction
                )
        );
        test.Reopen(With("within: 60 days", "within: 30 days"));
        Find(open).DueOn.ShouldBe(s_thirty, "the rules were not taken over the first time");
    }

    [Fact]
    public void Renames_OfRegisterFieldAndDeadline_TellNothingTwice()
    {
        var reminding = Deadline.Replace("law:", "remind: 5 days before, escalate: {after: 1 days, to: [clerk]}, law:");
        test.Reopen(With(Deadline, reminding));
        Enter();
        On(s_sixty.AddDays(-5));
        new NoticeRun(test.Books).Run().ShouldBe(1);

        test.Apply(
            SmallDefinitions.Load(
                SmallDefinitions.Changed(
                    (Deadline, reminding.Replace("answer: {", "reply: {was: answer, ")),
                    ("register: affairs.letter", "register: affairs.mail\nwas: affairs.letter"),
                    ("  received_on: {title", "  arrived_on: {was: received_on, title"),
                    ("received_on", "arrived_on"),
                    ("was: arrived_on", "was: received_on")
                )
            )
        );

        new NoticeRun(test.Books).Run().ShouldBe(0, "it was told under the names of before");
        var waiting = test
            .Lists.Page(test.Actor("clerk"), test.Register("affairs.mail"), new RecordQuery { WithDeadline = true })
            .Records.ShouldHaveSingleItem();
        (waiting.DueOn, waiting.DueKey).ShouldBe((s_sixty, "reply"));
        On(s_sixty.AddDays(1));
        new NoticeRun(test.Books).Run().ShouldBe(1, "the escalation was not told yet");
        new NoticeRun(test.Books).Run().ShouldBe(0);
    }

    [Fact]
    public void TwoActionsThatAskForTheSameDate_KeepEachItsOwn()
    {
        // Suspended on 12-21, resumed on 12-25: one field holds "the day of the last change", four days do not count.
        test.Reopen(
            SmallDefinitions.Load(
                SmallDefinitions.Changed(
                    ("  answered_on: {title", "  turned_on: {title: 变动日期, type: date}\n  answered_on: {title"),
                    ("to: paused}", "to: paused, on: turned_on, asks: [turned_on]}"),
                    (
                        "go_on: {title: 收到补充, by: clerk, to: received}",
                        "go_on: {title: 收到补充, by: clerk, to: received, on: turned_on, asks: [turned_on]}"
                    )
                )
            )
        );
        var letter = Do(Enter(), "pause", ("turned_on", "2024-12-21"));
        On(new DateOnly(2024, 12, 30));

        letter = Do(letter, "go_on", ("turned_on", "2024-12-25"));

        // Sixty days and four: 2025-02-22, a Saturday, so the Monday.
        letter.DueOn.ShouldBe(new DateOnly(2025, 2, 24));
    }

    [Fact]
    public void ASuspensionRepeated_CountsEachTimeByItsOwnDays()
    {
        test.Reopen(
            SmallDefinitions.Load(
                SmallDefinitions.Changed(
                    (
                        "  answered_on: {title",
                        "  paused_on: {title: 中止日期, type: date}\n  resumed_on: {title: 恢复日期, type: date}\n  answered_on: {title"
                    ),
                    ("to: paused}", "to: paused, on: paused_on, asks: [paused_on]}"),
                    (
                        "go_on: {title: 收到补充, by: clerk, to: received}",
                        "go_on: {title: 收到补充, by: clerk, to: received, on: resumed_on, asks: [resumed_on]}"
                    )
                )
            )
        );
        On(new DateOnly(2025, 2, 1));
        var letter = Enter(("received_on", "2024-12-20"));
        foreach (var (from, until) in new[] { ("2024-12-23", "2024-12-26"), ("2025-01-06", "2025-01-16") })
        {
            letter = Do(letter, "pause", ("paused_on", from));
            letter = Do(letter, "go_on", ("resumed_on", until));
        }

        // Three days and ten: 2025-02-18 and thirteen more, a Monday.
        letter.DueOn.ShouldBe(new DateOnly(2025, 3, 3));
        var clock = test.Records.Clocks(letter, test.Records.History(letter)).Single().Clock;
        clock.Due.ShouldBe(letter.DueOn!.Value, "what is kept for sorting is what the page computes");
        clock.Explanation.ShouldContain("中止2024-12-23至2024-12-25（待补充），3日不计入");
        clock.Explanation.ShouldContain("中止2025-01-06至2025-01-15（待补充），10日不计入");
    }

    private static Core.Definitions.Catalogue With(string old, string now) =>
        SmallDefinitions.Load(SmallDefinitions.Changed((old, now)));

    private void On(DateOnly day) => test.Clock.Instant = new DateTimeOffset(day.ToDateTime(new TimeOnly(4, 0)), TimeSpan.Zero);

    private Record Enter(params (string, string?)[] more) =>
        test
            .Records.Create(
                test.Actor("clerk"),
                test.Books.Catalogue.Registers.Values.Single(),
                TestBooks.Input([("unit", test.City.Id.ToString()), ("sender", "王小明"), ("kind", "request"), .. more])
            )
            .ShouldBeOfType<SaveResult.Saved>()
            .Record;

    private Record Do(Record record, string action, params (string, string?)[] input) =>
        test
            .Records.Act(test.Actor("clerk"), record.Register, record.Id, record.Version, action, TestBooks.Input(input), null)
            .ShouldBeOfType<SaveResult.Saved>()
            .Record;

    private Record Find(Record record) =>
        test.Records.Find(test.Actor("clerk"), test.Books.Catalogue.Registers.Values.Single(), record.Id)!;
}
