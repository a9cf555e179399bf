using Fazhang.Core.Deadlines;
using Fazhang.Core.Definitions;
using Fazhang.Core.Records;
using Shouldly;

namespace Fazhang.Tests.Books;

/// <summary>Clocks in hours and minutes: from moment to moment, by day and by night, over holidays, reminded of to the minute.</summary>
public sealed class TimedDeadlineTests : IDisposable
{
    private const string Plain = "deadlines:\n";
    private const string Timed =
        "deadlines:\n  report: {title: 报送, from: heard_at, until: told_at, within: {kind: {request: 2 hours, advice: 30 minutes}}, "
        + "law: 内部规定, remind: 30 minutes before, escalate: {after: 1 hours, to: [admin]}, overdue: 按迟报处理}\n";

    private static readonly (string, string) Fields = (
        "  answered_on: {title",
        "  heard_at: {title: 接报时间, type: datetime}\n  told_at: {title: 报出时间, type: datetime}\n  answered_on: {title"
    );

    private readonly TestBooks test = new(
        SmallDefinitions.Load(
            SmallDefinitions.Changed((Plain, Timed), Fields, ("access: {read: [clerk]", "access: {read: [clerk, admin]"))
        )
    );

    public void Dispose() => test.Dispose();

    // 2024-12-31 in the evening: over midnight, the end of the year and a holiday.
    private static readonly DateTime s_heard = new(2024, 12, 31, 22, 30, 0);

    [Fact]
    public void Runs_FromMomentToMoment_OverMidnightAndHolidays()
    {
        At(s_heard);
        var letter = Enter("request");

        letter.DueOn.ShouldBe(new DateOnly(2025, 1, 1), "a holiday: hours do not wait for a working day");
        letter.DueKey.ShouldBe("report");
        var clock = Clock(letter);
        (clock.State, clock.Level, clock.DueAt, clock.Short).ShouldBe(
            (ClockState.Running, ClockLevel.Normal, new DateTime(2025, 1, 1, 0, 30, 0), "还剩 2小时")
        );
        clock.Explanation.ShouldBe(
            "自2024-12-31 22:30接报时间起算，2小时，昼夜连续计算，截止2025-01-01 00:30（内部规定）；逾期的，按迟报处理。"
        );
        At(s_heard.AddMinutes(91));
        (Clock(letter).Level, Clock(letter).Short).ShouldBe((ClockLevel.Amber, "还剩 29分钟"));
        At(s_heard.AddHours(2));
        (Clock(letter).State, Clock(letter).Short).ShouldBe((ClockState.Running, "即刻到期"));
        At(s_heard.AddHours(2).AddSeconds(1));
        (Clock(letter).State, Clock(letter).Level, Clock(letter).Short).ShouldBe(
            (ClockState.Overdue, ClockLevel.Red, "逾期 1分钟")
        );
        At(s_heard.AddHours(29));
        Clock(letter).Explanation.ShouldEndWith("；已逾期27小时，按迟报处理。");
        Clock(Enter("advice")).DueAt.ShouldBe(s_heard.AddMinutes(30), "each kind its own");
    }

    [Theory]
    [InlineData(120, "按期办结", "；已于2025-01-01 00:30办结，用时2小时。")]
    [InlineData(121, "逾期 1分钟办结", "；2025-01-01 00:31办结，逾期1分钟。")]
    public void Done_StandsStill(int minutes, string label, string outcome)
    {
        At(s_heard);
        var letter = Correct(Enter("request"), ("told_at", TimedClock.Write(s_heard.AddMinutes(minutes))));

        At(s_heard.AddDays(40));
        Clock(letter).Short.ShouldBe(label);
        Clock(letter).Explanation.ShouldEndWith(outcome);
        letter.DueKey.ShouldBe("answer", "the days of the other deadline go on");
    }

    [Fact]
    public void Reminders_ComeToTheMinute_EachOnce_AlsoAfterARestart()
    {
        At(s_heard);
        Enter("request");
        var notices = new NoticeRun(test.Books);
        notices.Run().ShouldBe(0);
        At(s_heard.AddMinutes(89));
        notices.Run().ShouldBe(0);
        At(s_heard.AddMinutes(90));
        notices.Run().ShouldBe(1, "the same runner on the same record of the same version");
        notices.Run().ShouldBe(0);
        new NoticeRun(test.Books).Run().ShouldBe(0, "after a restart");
        var list = new NoticeList(test.Books);
        list.Of(test.Actor("clerk"), unreadOnly: true)
            .ShouldHaveSingleItem()
            .Text.ShouldContain("2025-01-01 00:30届满。逾期的，按迟报处理");
        At(s_heard.AddMinutes(179));
        notices.Run().ShouldBe(0);
        At(s_heard.AddMinutes(180));
        notices.Run().ShouldBe(1, "an hour after");
        list.Of(test.Actor("admin"), unreadOnly: true).ShouldHaveSingleItem().KindTitle.ShouldBe("逾期上报");
        At(s_heard.AddDays(2));
        new NoticeRun(test.Books).Run().ShouldBe(0);
    }

    [Theory]
    [InlineData("from: heard_at", "from: received_on", "“from”要用日期时间字段（datetime），“received_on”是 date")]
    [InlineData("advice: 30 minutes", "advice: 3 days", "有的以小时计、有的以日计")]
    [InlineData("law: 内部规定, remind", "stops: [paused], law: 内部规定, remind", "不写 stops")]
    [InlineData("law: 内部规定, remind", "extend: 1 hours, law: 内部规定, remind", "不写 extend")]
    [InlineData("30 minutes before", "1 days before", "提醒和升级也用 hours 或 minutes")]
    [InlineData("request: 2 hours", "request: 800 hours", "应在 1 至 720 之间")]
    [InlineData(
        "until: answered_on, within: 60 days",
        "until: answered_on, remind: 2 hours before, within: 60 days",
        "提醒和升级也用 days"
    )]
    [InlineData(
        "until: answered_on, within: 60 days",
        "until: answered_on, extend: 2 hours, within: 60 days",
        "extend 不能用小时"
    )]
    public void WhatDoesNotGoTogether_IsRefusedInWords(string right, string wrong, string words)
    {
        var text = SmallDefinitions.Changed((Plain, Timed), Fields);
        text.ShouldContain(right);
        var problems = new List<DefinitionProblem>();

        SmallDefinitions.TryLoad(text.Replace(right, wrong), problems).ShouldBeNull();

        problems.ShouldContain(
            problem => problem.Message.Contains(words),
            string.Join('\n', problems.Select(one => one.Message))
        );
    }

    [Fact]
    public void AnySpan_IsCountedAsMinutesAre()
    {
        var random = new Random(7);
        for (var i = 0; i < 2000; i++)
        {
            var from = new DateTime(2013, 1, 1).AddMinutes(random.Next(14 * 365 * 1440));
            var amount = random.Next(1, Budget.MaxMinutes + 1);
            var now = from.AddSeconds(random.Next(-3600, 2 * Budget.MaxMinutes * 60));
            var clock = TimedClock.Compute(
                new DeadlineInput
                {
                    Title = "办理",
                    Start = DateOnly.FromDateTime(from),
                    StartWord = "接报",
                    Budget = new Budget(amount, DayKind.Minute),
                    Law = "某规定",
                },
                from,
                null,
                now
            );
            var seconds = (long)(from.AddMinutes(amount) - now).TotalSeconds;
            clock.DueAt.ShouldBe(from.AddMinutes(amount));
            clock.State.ShouldBe(seconds < 0 ? ClockState.Overdue : ClockState.Running);
            clock.Remaining.ShouldBe((int)Math.Floor(seconds / 60.0));
        }
    }

    private static readonly TimeSpan s_offset = TimeSpan.FromHours(8);

    private void At(DateTime shanghai) => test.Clock.Instant = new DateTimeOffset(shanghai, s_offset);

    private Clock Clock(Record record) =>
        test.Records.Clocks(record, test.Records.History(record)).Single(clock => clock.Deadline.Key == "report").Clock;

    private Record Enter(string kind) =>
        test
            .Records.Create(
                test.Actor("clerk"),
                test.Register("affairs.letter"),
                TestBooks.Input(
                    ("unit", test.City.Id.ToString()),
                    ("sender", "王小明"),
                    ("kind", kind),
                    ("heard_at", TimedClock.Write(s_heard))
                )
            )
            .ShouldBeOfType<SaveResult.Saved>()
            .Record;

    private Record Correct(Record record, params (string, string?)[] input) =>
        test
            .Records.Correct(test.Actor("clerk"), record.Register, record.Id, record.Version, TestBooks.Input(input), "补登")
            .ShouldBeOfType<SaveResult.Saved>()
            .Record;
}
