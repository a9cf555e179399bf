using Fazhang.Core.Definitions;
using Fazhang.Core.Records;
using Shouldly;

namespace Fazhang.Tests.Books;

/// <summary>What definitions can say besides: clearing, last days that a record names, whole numbers, periods of returns, ratios per ten thousand.</summary>
public sealed class LanguageTests
{
    [Fact]
    public void Set_Empty_ClearsTheField()
    {
        using var test = new TestBooks(
            SmallDefinitions.Load(
                SmallDefinitions.Changed(
                    (
                        "answered: {title: 已答复, actions: []}",
                        "answered: {title: 已答复, actions: [reopen, close]}\n  closed: {title: 归档, actions: []}"
                    ),
                    (
                        "  pause:",
                        "  reopen: {title: 重新办理, by: clerk, to: received, set: {answered_on: empty}, reason: true}\n  close: {title: 归档, by: clerk, to: closed}\n  pause:"
                    )
                )
            )
        );
        var letter = Enter(test);
        letter = Act(test, letter, "answer", ("answered_on", "2024-12-20"));
        letter.DueOn.ShouldBeNull();

        letter = Act(test, letter, "reopen");

        letter["answered_on"].ShouldBeNull();
        letter.DueOn.ShouldBe(new DateOnly(2025, 2, 18), "the clock runs again");
    }

    [Fact]
    public void Due_IsTheDayThatTheRecordNames_AndExplainsItself()
    {
        // 2024-12-28 is a Saturday: a day that somebody named is not moved.
        using var test = new TestBooks(
            SmallDefinitions.Load(
                SmallDefinitions.Changed(
                    (
                        "from: received_on, until: answered_on, within: 60 days, stops: [paused]",
                        "due: asked_by, until: answered_on, remind: 3 days before"
                    ),
                    ("  answered_on:", "  asked_by: {title: 要求答复日期, type: date}\n  answered_on:")
                )
            )
        );
        Enter(test).DueOn.ShouldBeNull("no day, no clock");
        var letter = Enter(test, ("asked_by", "2024-12-28"));

        letter.DueOn.ShouldBe(new DateOnly(2024, 12, 28));
        var clock = test.Records.Clocks(letter, test.Records.History(letter)).ShouldHaveSingleItem().Clock;
        clock.Explanation.ShouldBe("届满日由要求答复日期确定，截止2024-12-28（内部规定）。");
        clock.Short.ShouldBe("还剩 8 日");
        letter = Act(test, letter, "answer", ("answered_on", "2024-12-20"));
        test.Records.Clocks(letter, test.Records.History(letter))[0].Clock.Short.ShouldBe("按期办结");
    }

    [Fact]
    public void Entry_OnTheEntryFormThoughAnActionAsks()
    {
        using var test = new TestBooks(
            SmallDefinitions.Load(
                SmallDefinitions.Changed(("title: 答复日期, type: date", "title: 答复日期, type: date, entry: true"))
            )
        );
        test.Register("affairs.letter").EntryFields.ShouldContain(field => field.Key == "answered_on");
        Enter(test, ("answered_on", "2024-12-20"))["answered_on"].ShouldBe(new DateOnly(2024, 12, 20));
    }

    [Fact]
    public void Computed_IntegerFromIntegers_IsAnInteger_AndAQuotientIsRefused()
    {
        string With(string value) =>
            SmallDefinitions.Changed(
                ("  answered_on:", $"  twice: {{title: 二倍, type: computed, as: integer, value: \"{value}\"}}\n  answered_on:")
            );
        using var test = new TestBooks(SmallDefinitions.Load(With("people * 2 - 1")));
        Enter(test, ("people", "4"))["twice"].ShouldBe(7L);

        var problems = new List<DefinitionProblem>();
        SmallDefinitions.TryLoad(With("people / 2"), problems).ShouldBeNull();
        problems.ShouldHaveSingleItem().Message.ShouldContain("存的是整数");
    }

    [Fact]
    public void Ratio_PerTenThousand_IsNoPercentage()
    {
        using var test = new TestBooks(
            SmallDefinitions.Load(
                SmallDefinitions.Changed(
                    (
                        "  requests: {title",
                        "  density: {title: 万人来信, ratio: received / people, per: 10000, decimals: 2, unit: 件/万人, meaning: 每万人的来信。}\n  requests: {title"
                    )
                )
            )
        );
        Enter(test, ("people", "400"));
        test.Figure("affairs.letter.density").ShouldBe(25);
        test.Books.Catalogue.Indicators["affairs.letter.density"].IsPercent.ShouldBeFalse();

        var problems = new List<DefinitionProblem>();
        SmallDefinitions
            .TryLoad(
                SmallDefinitions.Changed(
                    (
                        "  requests: {title",
                        "  density: {title: 万, ratio: received / people, per: 9999, unit: 件, meaning: 每万人。}\n  requests: {title"
                    )
                ),
                problems
            )
            .ShouldBeNull();
        problems.ShouldHaveSingleItem().Message.ShouldContain("per 只能是");
    }

    [Theory]
    [InlineData("month", "2024年12月", "2024-12-01", "2025-01-10")]
    [InlineData("quarter", "2024年第4季度", "2024-10-01", "2025-01-10")]
    [InlineData("year", "2024年", "2024-01-01", "2025-01-10")]
    public void AReturn_ByMonthQuarterOrYear_StandsForItsPeriodOnce(string period, string name, string first, string due)
    {
        var months =
            period == "month" ? "1 month"
            : period == "quarter" ? "3 months"
            : "12 months";
        using var test = new TestBooks(
            SmallDefinitions.Load(
                SmallDefinitions.Changed(
                    ("number: \"{unit.abbr}信〔{received_on:yyyy}〕{seq}号\"", $"period: {period}"),
                    (
                        "from: received_on, until: answered_on, within: 60 days, stops: [paused]",
                        $"due: period + {months} + 9 days, until: answered_on"
                    )
                )
            )
        );

        var letter = Enter(test, ("period", "2024-12"));

        letter.Name.ShouldBe(name + "来信登记");
        letter["period"].ShouldBe(DateOnly.Parse(first));
        letter.DueOn.ShouldBe(DateOnly.Parse(due));
        Create(test, ("period", "2024-12")).ShouldBeOfType<SaveResult.Invalid>();
        var board = new ReturnBoard(test.Books).Month(test.Actor("clerk"), letter.Register, DateOnly.Parse(first));
        board.Missing.ShouldHaveSingleItem().Id.ShouldBe(test.City.Id);
    }

    [Theory]
    [InlineData("from: received_on, until: answered_on, within: 60 days", "due: people, until: answered_on", "应当是一个日期")]
    [InlineData("from: received_on, until: answered_on, within: 60 days", "due: today, until: answered_on", "要用到一个日期字段")]
    [InlineData(
        "from: received_on, until: answered_on, within: 60 days",
        "due: received_on, from: received_on, until: answered_on",
        "就不写 from"
    )]
    [InlineData("within: 60 days", "within: 700 months", "应在 1 至 600 之间")]
    public void AWrongDeadline_IsRefusedInWords(string right, string wrong, string words)
    {
        var problems = new List<DefinitionProblem>();
        SmallDefinitions.TryLoad(SmallDefinitions.Changed((right, wrong)), problems).ShouldBeNull();
        problems.ShouldContain(problem => problem.Message.Contains(words), string.Join('\n', problems));
    }

    [Fact]
    public void Within_Months_LeadToTheSameDayOrTheLastOfTheMonth()
    {
        using var test = new TestBooks(
            SmallDefinitions.Load(SmallDefinitions.Changed(("within: 60 days", "within: 6 months"))),
            today: new DateOnly(2024, 8, 31)
        );
        // Six months after 31 August: 28 February, a Friday.
        var letter = Enter(test);
        letter.DueOn.ShouldBe(new DateOnly(2025, 2, 28));
        test.Records.Clocks(letter, test.Records.History(letter))[0].Clock.Explanation.ShouldContain("次日起算，6个月");
    }

    private static Record Enter(TestBooks test, params (string, string?)[] values) =>
        Create(test, values).ShouldBeOfType<SaveResult.Saved>().Record;

    private static SaveResult Create(TestBooks test, params (string, string?)[] values) =>
        test.Records.Create(
            test.Actor("clerk"),
            test.Register("affairs.letter"),
            TestBooks.Input([("unit", test.City.Id.ToString()), ("sender", "王小明"), ("kind", "request"), .. values])
        );

    private static Record Act(TestBooks test, Record record, string action, params (string, string?)[] values) =>
        test
            .Records.Act(test.Actor("clerk"), record.Register, record.Id, record.Version, action, TestBooks.Input(values), "理由")
            .ShouldBeOfType<SaveResult.Saved>()
            .Record;
}
