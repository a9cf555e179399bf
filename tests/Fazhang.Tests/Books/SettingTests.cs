using Dapper;
using Fazhang.Core.Definitions;
using Fazhang.Core.Journal;
using Fazhang.Core.Records;
using Shouldly;

namespace Fazhang.Tests.Books;

/// <summary>What the place decides for itself: its own values over the common ones, in clocks, rules and words, each from its day on.</summary>
public sealed class SettingTests
{
    private const string Common = """
        settings:
          answer_term: {title: 答复期限, value: 60 days, line: affairs, source: 通常的做法}
          most_people: {title: 联名人数上限, value: 5, unit: 人, source: 信访工作条例}
        """;

    private static readonly string Letter = SmallDefinitions.Changed(
        ("within: 60 days", "within: setting.answer_term"),
        (
            "rules:",
            "rules:\n  - {check: people <= setting.most_people, say: \"联名不能超过{setting.most_people}，请推选代表。\", field: people}"
        ),
        (
            "  answered_on: {title",
            "  promised_on: {title: 承诺答复日期, type: computed, as: date, value: received_on + setting.answer_term}\n  answered_on: {title"
        )
    );

    [Fact]
    public void TheCommonValue_AppliesInClocksRulesComputedFieldsAndWords()
    {
        using var test = new TestBooks(Load());

        var letter = Enter(test, 5);

        letter.DueOn.ShouldBe(new DateOnly(2025, 2, 18));
        letter["promised_on"].ShouldBe(new DateOnly(2025, 2, 18));
        Create(test, 6)
            .ShouldBeOfType<SaveResult.Invalid>()
            .Errors.ShouldHaveSingleItem()
            .Message.ShouldBe("联名不能超过5人，请推选代表。");
    }

    [Fact]
    public void AChangedPeriod_AppliesToClocksThatStartFromThenOn_AndIsInTheJournal()
    {
        using var test = new TestBooks(Load());
        var before = Enter(test, 1);
        test.Clock.Instant = test.Clock.Instant.AddDays(5);

        test.Reopen(Load("settings:\n  answer_term: {value: 10 workdays, source: 示范市信访办法第九条}\n"));

        test.Books.Changes.ShouldBe([
            "设置“答复期限”由60日改为10个工作日，依据：示范市信访办法第九条；2024-12-25起开始的计时适用",
        ]);
        var entry = test.Books.Read(connection =>
            connection.QuerySingle<(string Action, string After)>(
                "SELECT action, after FROM journal WHERE register = 'books' ORDER BY seq DESC LIMIT 1"
            )
        );
        entry.Action.ShouldBe(JournalAction.Define);
        entry.After.ShouldContain("10个工作日");
        var clock = test.Records.Clocks(before, test.Records.History(before)).ShouldHaveSingleItem().Clock;
        clock.Due.ShouldBe(new DateOnly(2025, 2, 18), "it began under the old period");
        var after = Enter(test, 1);
        after.DueOn.ShouldBe(new DateOnly(2025, 1, 9));
        test.Records.Clocks(after, test.Records.History(after))[0].Clock.Explanation.ShouldContain("10个工作日");
        test.Books.Settings.Of("answer_term").Select(change => change.Value).ShouldBe(["60 days", "10 workdays"]);

        test.Reopen(Load("settings:\n  answer_term: {value: 10 workdays, source: 示范市信访办法第九条}\n"));
        test.Books.Changes.ShouldBeEmpty("nothing changed");
        test.Reopen(Load());
        test.Books.Changes.ShouldHaveSingleItem().ShouldContain("由10个工作日改为60日");
    }

    [Theory]
    [InlineData("answer_term: {value: 10, source: 本地}", "是期限")]
    [InlineData("answer_term: {value: soon, source: 本地}", "不是设置的值")]
    [InlineData("answer_term: {value: 10 days}", "缺少“source”")]
    [InlineData("answer_terms: {value: 10 days, source: 本地}", "是不是“answer_term”")]
    [InlineData("most_people: {value: 5 days, source: 本地}", "是一个数")]
    [InlineData("answer_term: {value: 10 days, source: 本地, title: 别名}", "不认识键“title”")]
    public void AWrongLocalFile_IsRefusedInWords(string local, string words)
    {
        var problems = new List<DefinitionProblem>();

        TryLoad(Letter, Common, "settings:\n  " + local + "\n", problems).ShouldBeNull();

        problems.ShouldContain(problem => problem.Message.Contains(words), string.Join('\n', problems));
        problems.ShouldAllBe(problem => problem.Line == 2);
    }

    [Theory]
    [InlineData("within: setting.answer_term", "within: setting.answer_tern", "是不是“answer_term”")]
    [InlineData("within: setting.answer_term", "within: setting.most_people", "这里要期限")]
    [InlineData("people <= setting.most_people", "people <= setting.most_peoples", "是不是 most_people")]
    [InlineData("people <= setting.most_people", "people <= setting.answer_term", "期限只能加在日期上")]
    [InlineData("{setting.most_people}", "{setting.more_people}", "没有设置“more_people”。是不是“most_people”")]
    [InlineData("where: kind = request and people > 0", "where: people > setting.most_people", "指标的口径不能用设置")]
    [InlineData("received_on + setting.answer_term", "received_on * setting.answer_term", "期限只能加在日期上")]
    [InlineData("received_on + setting.answer_term", "received_on - 3 workdays", "工作日只能往后加")]
    [InlineData("received_on + setting.answer_term", "people + 5 days", "期限只能加在日期上")]
    [InlineData("received_on + setting.answer_term", "received_on + 0 days", "应在 1 至")]
    public void AWrongUse_IsRefusedInWords(string right, string wrong, string words)
    {
        var problems = new List<DefinitionProblem>();
        Letter.ShouldContain(right);

        TryLoad(Letter.Replace(right, wrong), Common, null, problems).ShouldBeNull();

        problems.ShouldContain(problem => problem.Message.Contains(words), string.Join('\n', problems));
    }

    [Fact]
    public void EverySettingOfTheDefinitions_IsUsedAndHasItsSource()
    {
        // Lines that are still being written will use it.
        string[] waiting = ["trial_validity", "document_validity"];
        var uses = SettingUses.Of(Repository.Catalogue);
        foreach (var setting in Repository.Catalogue.Settings.Values)
        {
            setting.Source.Length.ShouldBeGreaterThan(3, setting.Key);
            if (!waiting.Contains(setting.Key))
                uses[setting.Key].ShouldNotBeEmpty(setting.Key);
        }
    }

    private static Record Enter(TestBooks test, int people) => Create(test, people).ShouldBeOfType<SaveResult.Saved>().Record;

    private static SaveResult Create(TestBooks test, int people) =>
        test.Records.Create(
            test.Actor("clerk"),
            test.Register("affairs.letter"),
            TestBooks.Input(
                ("unit", test.City.Id.ToString()),
                ("sender", "王小明"),
                ("people", people.ToString()),
                ("kind", "request")
            )
        );

    private static Catalogue Load(string? local = null)
    {
        var problems = new List<DefinitionProblem>();
        var catalogue = TryLoad(Letter, Common, local, problems);
        problems.ShouldBeEmpty();
        return catalogue!;
    }

    private static Catalogue? TryLoad(string letter, string common, string? local, List<DefinitionProblem> problems) =>
        SmallDefinitions.TryLoad(letter, problems, settings: common, local: local);
}
