using Fazhang.Core.Access;
using Fazhang.Core.Definitions;
using Fazhang.Core.Figures;
using Fazhang.Core.Records;
using Shouldly;

namespace Fazhang.Tests.Books;

/// <summary>What a save asks of other records (前提), and the numbers it takes from them (自动计数).</summary>
public sealed class NeedTests : IDisposable
{
    private const string PlanFile = """
        register: services.plan
        title: 计划
        line: affairs
        number: "{unit.abbr}计〔{made_on:yyyy}〕{seq}号"
        access: {read: [clerk], create: [clerk], change: [clerk], personal: [clerk]}
        fields:
          made_on: {title: 制定日期, type: date, required: true, default: today}
          wanted: {title: 应办件数, type: integer, required: true}
          finished: {title: 办成件数, type: integer}
          spent: {title: 花费, type: money}
          closed_on: {title: 结束日期, type: date, default: today}
        flow:
          open: {title: 执行中, actions: [close]}
          closed: {title: 已结束, actions: []}
        actions:
          close:
            title: 结束
            by: [clerk]
            to: closed
            asks: [closed_on]
            counts: {finished: {records: services.step, by: plan, where: result = done}, spent: {records: services.step, by: plan, sum: cost}}
            needs: {records: services.step, by: plan, where: skipped = false, check: result is not empty and done_on <= today, say: 还有步骤没有办完。}
            when: finished >= wanted
            otherwise: 办成的步骤少于应办件数。
        """;

    private const string StepFile = """
        register: services.step
        title: 步骤
        line: affairs
        access: {read: [clerk], create: [clerk], change: [clerk], personal: [clerk]}
        fields:
          plan: {title: 计划, type: record, of: services.plan, show: [number]}
          after: {title: 前一步, type: record, of: services.step, show: [cost]}
          skipped: {title: 免办, type: yesno, default: "false"}
          cost: {title: 花费, type: money}
          result: {title: 结果, type: choice, choices: {done: 办成, failed: 没办成}}
          done_on: {title: 办理日期, type: date, default: today}
        needs:
          - {record: plan, check: closed_on is empty, say: 计划已经结束，不能再加步骤。}
        flow:
          open: {title: 待办, actions: [finish, finish_plan]}
          done: {title: 已办, actions: []}
        actions:
          finish: {title: 办理, by: [clerk], to: done, asks: [done_on, result], needs: [{record: after, check: result = done, say: 前一步没有办成。}]}
          finish_plan: {title: 办完并结束计划, by: [clerk], to: done, asks: [done_on, result], also: {record: plan, action: close, when: result = done, where: state = open, fill: {closed_on: done_on}}}
        """;

    private readonly TestBooks test = new(Read(PlanFile, StepFile, []) ?? throw new InvalidOperationException());

    public void Dispose() => test.Dispose();

    [Fact]
    public void Act_CountsAndSumsTheRecordsThatReferToIt()
    {
        var plan = Plan1(2);
        Finish(NewStep(plan, ("cost", "10.50")), "done");
        Finish(NewStep(plan, ("cost", "4.25")), "done");
        Finish(NewStep(plan), "failed");
        Finish(NewStep(Plan1(0), ("cost", "99")), "done");

        var closed = Close(plan).ShouldBeOfType<SaveResult.Saved>().Record;

        closed["finished"].ShouldBe(2L, "those of this plan that were done");
        closed["spent"].ShouldBe(1475L, "in 分");
        test.Records.History(closed)[^1].After["finished"].ShouldBe(2L, "the journal has it");
    }

    [Fact]
    public void Act_OneOfThemDoesNotMeetTheNeed_IsRefusedWithHowMany_AndChangesNothing()
    {
        var plan = Plan1(0);
        NewStep(plan);
        NewStep(plan);
        NewStep(plan, ("skipped", "true"));

        Close(plan)
            .ShouldBeOfType<SaveResult.Invalid>()
            .Errors.ShouldHaveSingleItem()
            .Message.ShouldBe("还有步骤没有办完。（“步骤”里有 2 条不满足）");

        test.Records.Find(test.Actor("clerk"), test.Register("services.plan"), plan.Id)!.Version.ShouldBe(1);
    }

    [Fact]
    public void Act_TooFewCounted_TheConditionOfTheActionHolds()
    {
        var plan = Plan1(1);
        Finish(NewStep(plan), "failed");

        Close(plan)
            .ShouldBeOfType<SaveResult.Invalid>()
            .Errors.ShouldHaveSingleItem()
            .Message.ShouldBe("办成的步骤少于应办件数。");
    }

    [Theory]
    [InlineData("done", true)]
    [InlineData("failed", false)]
    [InlineData(null, false)]
    public void Act_TheRecordReferredTo_HasToBeAsDemanded_AndUnknownIsNot(string? before, bool may)
    {
        var plan = Plan1(0);
        var first = NewStep(plan);
        if (before is not null)
            first = Finish(first, before);
        var second = NewStep(plan, ("after", "#" + first.Id));

        var result = Act(second, "finish", ("result", "done"));

        if (may)
            result.ShouldBeOfType<SaveResult.Saved>();
        else
            result.ShouldBeOfType<SaveResult.Invalid>().Errors.ShouldHaveSingleItem().Message.ShouldBe("前一步没有办成。");
    }

    [Fact]
    public void Create_AReferenceToARecordThatIsOver_IsRefused_ButWhatIsThereCanStillBeCorrected()
    {
        var plan = Plan1(0);
        var step = NewStep(plan, ("skipped", "true"));
        Close(plan).ShouldBeOfType<SaveResult.Saved>();

        test.Records.Create(test.Actor("clerk"), test.Register("services.step"), Values(("plan", "#" + plan.Id)))
            .ShouldBeOfType<SaveResult.Invalid>()
            .Errors.ShouldHaveSingleItem()
            .ShouldBe(new FieldError("plan", "need", "计划已经结束，不能再加步骤。"));
        test.Records.Correct(
                test.Actor("clerk"),
                step.Register,
                step.Id,
                step.Version,
                new Dictionary<string, string?> { ["cost"] = "5" },
                "漏填"
            )
            .ShouldBeOfType<SaveResult.Saved>();
    }

    [Fact]
    public void Act_AlsoActsOnTheRecordItRefersTo_InTheSameTransaction()
    {
        var plan = Plan1(1);
        var step = NewStep(plan, ("cost", "3"));

        Saved(Act(step, "finish_plan", ("result", "done"))).State.Key.ShouldBe("done");

        var closed = Plan(plan);
        closed.State.Key.ShouldBe("closed");
        closed["closed_on"].ShouldBe(new DateOnly(2024, 12, 20));
        closed["finished"].ShouldBe(1L, "it sees the step as it has become");
        var entry = test.Records.History(closed)[^1];
        (entry.Action, entry.Reason).ShouldBe(("close", $"随步骤#{step.Id}“办完并结束计划”办理"));
        new TrialBalance(test.Books).Compare().Differences.ShouldBeEmpty();
    }

    [Fact]
    public void Act_TheOtherActionIsNotPossible_NothingHappens_AndTheErrorSaysWhy()
    {
        var plan = Plan1(0);
        NewStep(plan);
        var step = NewStep(plan);

        Act(step, "finish_plan", ("result", "done"))
            .ShouldBeOfType<SaveResult.Invalid>()
            .Errors.ShouldHaveSingleItem()
            .Message.ShouldBe($"要同时对计划“{plan.Number}”办理“结束”，但是：还有步骤没有办完。（“步骤”里有 1 条不满足）");

        Plan(plan).Version.ShouldBe(1);
        test.Records.Find(test.Actor("clerk"), step.Register, step.Id)!.State.Key.ShouldBe("open");
        test.Records.History(step).Count.ShouldBe(1);
    }

    [Fact]
    public void Act_WhenAndWhere_SayWhetherTheOtherIsActedOn()
    {
        var plan = Plan1(0);
        var (failed, late) = (NewStep(plan), NewStep(plan, ("skipped", "true")));

        Saved(Act(failed, "finish_plan", ("result", "failed")));
        Plan(plan).State.Key.ShouldBe("open", "when: the step failed");
        Saved(Close(plan));
        Saved(Act(late, "finish_plan", ("result", "done"))).State.Key.ShouldBe("done", "where: the plan is over already");
        Plan(plan).Version.ShouldBe(2);
    }

    [Fact]
    public void Act_WithoutTheRightToActOnTheOther_IsRefused()
    {
        var plan = Plan1(0);
        var step = NewStep(plan, ("unit", test.East.Id.ToString()));

        Act(step, "finish_plan", test.Actor("clerk", test.East), ("result", "done"))
            .ShouldBeOfType<SaveResult.Invalid>()
            .Errors.ShouldHaveSingleItem()
            .Message.ShouldContain("“结束”要由经办办理");
        Plan(plan).Version.ShouldBe(1);
    }

    [Fact]
    public void CountedFields_AreNotTyped() =>
        test.Register("services.plan").EntryFields.Select(field => field.Key).ShouldBe(["made_on", "wanted"]);

    [Theory]
    [InlineData(
        "by: plan, where: result = done",
        "by: plans, where: result = done",
        "里引用“services.plan”的字段“plans”。是不是“plan”"
    )]
    [InlineData("where: result = done", "where: result = won", "没有代码 won")]
    [InlineData(
        "{records: services.step, by: plan, sum: cost}",
        "{records: services.steps, by: plan, sum: cost}",
        "没有台账“services.steps”"
    )]
    [InlineData("sum: cost", "sum: result", "要记在同一类型")]
    [InlineData(
        "spent: {records: services.step, by: plan, sum: cost}",
        "spent: {records: services.step, by: plan}",
        "条数要记在整数字段"
    )]
    [InlineData(
        "needs: {records: services.step, by: plan, where: skipped = false, check:",
        "needs: {records: services.step, check:",
        "records 和 by 要一起写"
    )]
    [InlineData(
        "record: after, check: result = done",
        "record: skipped, check: result = done",
        "没有引用别的记录的字段（type: record）“skipped”"
    )]
    [InlineData(
        "record: after, check: result = done",
        "record: after, where: result = done, check: result = done",
        "只与 records 一起写"
    )]
    [InlineData("record: after, check: result = done", "check: result = done", "写且只写一个")]
    [InlineData(
        "{record: plan, check: closed_on is empty",
        "{records: services.step, by: after, check: done_on is empty",
        "台账的 needs 只写 record"
    )]
    [InlineData("check: closed_on is empty", "check: closed_on", "应当是能判断真假的条件")]
    [InlineData("action: close, when:", "action: open, when:", "没有“计划”的操作“open”")]
    [InlineData(", fill: {closed_on: done_on}", "", "连带办理的“结束”要问“closed_on”")]
    [InlineData("fill: {closed_on: done_on}", "fill: {made_on: done_on, closed_on: done_on}", "没有那一步能填的字段“made_on”")]
    [InlineData("also: {record: plan,", "also: {record: cost,", "没有引用别的记录的字段（type: record）“cost”")]
    [InlineData("asks: [closed_on]", "asks: [closed_on]\n    approve: {by: [clerk], title: 审核}", "要审批，不能连带办理")]
    public void AWrongNeed_IsRefusedInWords(string right, string wrong, string words)
    {
        (PlanFile + StepFile).ShouldContain(right);
        var problems = new List<DefinitionProblem>();

        Read(
            PlanFile.Replace(right, wrong, StringComparison.Ordinal),
            StepFile.Replace(right, wrong, StringComparison.Ordinal),
            problems
        );

        problems.ShouldContain(problem => problem.Message.Contains(words, StringComparison.Ordinal), string.Join('\n', problems));
    }

    private static Catalogue? Read(string plan, string step, List<DefinitionProblem> problems) =>
        SmallDefinitions.TryLoad(plan, problems, step);

    private Record Plan1(int wanted) =>
        Saved(test.Records.Create(test.Actor("clerk"), test.Register("services.plan"), Values(("wanted", $"{wanted}"))));

    private Record NewStep(Record plan, params (string, string)[] more) =>
        Saved(
            test.Records.Create(test.Actor("clerk"), test.Register("services.step"), Values([("plan", "#" + plan.Id), .. more]))
        );

    private Record Finish(Record step, string result) => Saved(Act(step, "finish", ("result", result)));

    private SaveResult Close(Record plan) => Act(plan, "close");

    private Record Plan(Record plan) => test.Records.Find(test.Actor("clerk"), plan.Register, plan.Id)!;

    private SaveResult Act(Record record, string action, params (string, string)[] values) =>
        Act(record, action, test.Actor("clerk"), values);

    private SaveResult Act(Record record, string action, Actor actor, params (string, string)[] values) =>
        test.Records.Act(
            actor,
            record.Register,
            record.Id,
            record.Version,
            action,
            Values([("done_on", "2024-12-20"), ("closed_on", "2024-12-20"), .. values]),
            null
        );

    private Dictionary<string, string?> Values(params (string Key, string Value)[] values) =>
        values
            .Prepend((Key: "unit", Value: test.City.Id.ToString()))
            .GroupBy(pair => pair.Key)
            .ToDictionary(pair => pair.Key, pair => (string?)pair.Last().Value);

    private static Record Saved(SaveResult result) => result.ShouldBeOfType<SaveResult.Saved>().Record;
}
