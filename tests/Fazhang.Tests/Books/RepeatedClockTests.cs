using Fazhang.Core.Records;
using Shouldly;
using static Fazhang.Tests.Books.SmallDefinitions;

namespace Fazhang.Tests.Books;

/// <summary>What comes round again (年度核查): the clock counts from the last time it was done, until the record is out of its states.</summary>
public sealed class RepeatedClockTests
{
    private const string Once =
        "answer: {title: 答复, from: received_on, until: answered_on, within: 60 days, stops: [paused], law: 内部规定}";

    private static readonly string Checked = Changed(
        (
            Once,
            "answer: {title: 回访, from: received_on, until: answered_on, in: [received], within: 60 days, again: true, law: 内部规定}"
        ),
        ("answer: {title: 答复, by: clerk, to: answered,", "answer: {title: 登记回访, by: clerk,"),
        ("paused: {title: 待补充, actions: [go_on]}", "paused: {title: 待补充, actions: [go_on, end]}"),
        ("go_on: {title", "end: {title: 结束, by: clerk, to: answered}\n  go_on: {title")
    );

    [Fact]
    public void Clock_DoneOnce_CountsAnewFromThatDay_AndEndsWithTheState()
    {
        using var test = new TestBooks(SmallDefinitions.Load(Checked));
        var letter = Saved(
            test.Records.Create(
                test.Actor("clerk"),
                test.Register("affairs.letter"),
                TestBooks.Input(("unit", test.City.Id.ToString()), ("sender", "王小明"), ("kind", "request"))
            )
        );
        letter.DueOn.ShouldBe(new DateOnly(2025, 2, 18));

        test.Clock.Instant = test.Clock.Instant.AddDays(10);
        letter = Act(test, letter, "answer", ("answered_on", "2024-12-27"));

        letter.DueOn.ShouldBe(new DateOnly(2025, 2, 25), "sixty days from the visit, not from the letter");
        var clock = test.Records.Clocks(letter, test.Records.History(letter)).ShouldHaveSingleItem().Clock;
        clock.Explanation.ShouldContain("2024-12-27");
        clock.Explanation.ShouldContain("答复日期");

        letter = Act(test, letter, "answer", ("answered_on", "2024-12-30"));
        letter.DueOn.ShouldBe(new DateOnly(2025, 2, 28));

        letter = Act(test, letter, "pause");
        letter.DueOn.ShouldBeNull("it counts only in its states");
        letter = Act(test, letter, "end");
        letter.DueOn.ShouldBeNull();
    }

    [Theory]
    [InlineData("again: true,", "again: true, extend: 5 days,", "就不写 extend")]
    [InlineData(
        "from: received_on, until: answered_on, in: [received], within: 60 days,",
        "due: received_on + 1 month, until: answered_on,",
        "就不写 due"
    )]
    public void Again_WithAnExtensionOrALastDay_IsRefusedInWords(string old, string now, string words)
    {
        var problems = new List<Core.Definitions.DefinitionProblem>();
        Checked.ShouldContain(old);

        TryLoad(Checked.Replace(old, now, StringComparison.Ordinal), problems).ShouldBeNull();

        problems.ShouldContain(problem => problem.Message.Contains(words), string.Join('\n', problems));
    }

    private static Record Act(TestBooks test, Record record, string action, params (string, string?)[] input) =>
        Saved(
            test.Records.Act(
                test.Actor("clerk"),
                record.Register,
                record.Id,
                record.Version,
                action,
                TestBooks.Input(input),
                null
            )
        );

    private static Record Saved(SaveResult result) =>
        (result as SaveResult.Saved)?.Record ?? throw new ShouldAssertException(result.ToString());
}
