using Fazhang.Core.Access;
using Fazhang.Core.Definitions;
using Fazhang.Core.Figures;
using Fazhang.Core.Records;
using Shouldly;

namespace Fazhang.Tests.Books;

/// <summary>Records that come out of others: by themselves with an action, or offered as a form that is filled in already.</summary>
public sealed class OpeningTests : IDisposable
{
    private readonly TestBooks test = new(OpeningCatalogue.Catalogue);

    private RegisterDefinition Calls => test.Register("services.call");

    private RegisterDefinition Tasks => test.Register("services.task");

    public void Dispose() => test.Dispose();

    [Fact]
    public void Act_OpensARecordOfAnotherRegister_InTheSameTransaction()
    {
        var call = Call(
            ("topic", "wage"),
            ("matter", "两个月没发工资"),
            ("caller", "王小明"),
            ("organ", test.East.Id.ToString()),
            ("tags", "urgent,group")
        );

        var saved = Act("head", call, "transfer").ShouldBeOfType<SaveResult.Saved>();

        var task = saved.Opened.ShouldHaveSingleItem();
        task.Register.ShouldBe(Tasks);
        task.UnitId.ShouldBe(test.East.Id, "the unit that the field names");
        task.Number.ShouldBe("甲任〔2024〕1号");
        task.State.Key.ShouldBe("open");
        task["title"].ShouldBe("示电〔2024〕1号“欠薪”：两个月没发工资");
        task["person"].ShouldBe("王小明");
        task["kind"].ShouldBe("urgent");
        task["tags"].ShouldBe("urgent,group");
        task["organ"].ShouldBe(test.East.Id);
        task["call"].ShouldBe(call.Id);
        task.DueOn.ShouldBe(new DateOnly(2024, 12, 27), "its clocks run");
        saved.Record["task"].ShouldBe(task.Id, "the source keeps it");
        test.Figure("services.task.given", test.East).ShouldBe(1);
        test.Figure("services.call.transferred").ShouldBe(1);
        var entry = test.Records.History(task).ShouldHaveSingleItem();
        entry.Action.ShouldBe("create");
        entry.Actor.ShouldBe("系统（测试head办理）");
        entry.Reason.ShouldBe("由示电〔2024〕1号“转办”产生");
        new TrialBalance(test.Books).Compare().Differences.ShouldBeEmpty();
    }

    [Fact]
    public void BothRecords_ShowTheLink_ToThoseWhoMayReadIt()
    {
        var call = Call(("topic", "family"), ("caller", "王小明"), ("organ", test.East.Id.ToString()));
        var task = Act("head", call, "transfer").ShouldBeOfType<SaveResult.Saved>().Opened.ShouldHaveSingleItem();

        var link = RecordLinks.To(test.Books, test.Actor("clerk"), call).ShouldHaveSingleItem();
        link.Produced.ShouldBeTrue();
        link.Records.ShouldHaveSingleItem().Id.ShouldBe(task.Id);
        var origin = RecordLinks.Origins(test.Books, test.Actor("clerk"), task).ShouldHaveSingleItem();
        origin.Record.Id.ShouldBe(call.Id);
        origin.Action!.Key.ShouldBe("transfer");
        RecordLinks.Origins(test.Books, test.Actor("clerk", test.East), task).ShouldBeEmpty("they may not read the city's calls");
    }

    [Fact]
    public void Act_WhatItOpensCannotBeSaved_NothingIs_AndTheErrorSaysWhatToFillIn()
    {
        var call = Call(("topic", "wage"), ("matter", "欠薪"), ("organ", test.East.Id.ToString()));

        var errors = Act("head", call, "transfer").ShouldBeOfType<SaveResult.Invalid>().Errors;

        errors.ShouldHaveSingleItem().Message.ShouldBe("要同时产生“任务”，但是：急件要填当事人。（取自本记录的“来电人”）");
        test.Records.Find(test.Actor("head"), Calls, call.Id)!.Version.ShouldBe(1);
        test.Lists.Page(test.Actor("head"), Tasks, new RecordQuery()).Records.ShouldBeEmpty();
        test.Figure("services.task.given").ShouldBe(0);
    }

    [Fact]
    public void Act_ItsUnitIsEmpty_IsRefused()
    {
        var call = Call(("topic", "family"), ("caller", "王小明"));

        Act("head", call, "transfer").ShouldBeOfType<SaveResult.Invalid>().Errors.ShouldNotBeEmpty();
        test.Lists.Page(test.Actor("head"), Tasks, new RecordQuery()).Records.ShouldBeEmpty();
    }

    [Fact]
    public void PutUp_WhatWouldBeOpenedIsCheckedAtOnce_AndOpenedWithTheLastAgreement()
    {
        var bad = Call(("topic", "wage"), ("organ", test.East.Id.ToString()));
        Act("clerk", bad, "transfer").ShouldBeOfType<SaveResult.Invalid>();
        test.Records.Pending(bad).ShouldBeNull();

        var call = Call(("topic", "family"), ("caller", "王小明"), ("organ", test.East.Id.ToString()));
        var asked = Act("clerk", call, "transfer").ShouldBeOfType<SaveResult.Saved>();
        asked.Pending.ShouldNotBeNull();
        test.Lists.Page(test.Actor("head"), Tasks, new RecordQuery()).Records.ShouldBeEmpty("nothing of it happens yet");

        var agreed = test.Records.Agree(Other("head"), Calls, call.Id, asked.Record.Version, null);
        agreed.ShouldBeOfType<SaveResult.Saved>().Opened.ShouldHaveSingleItem()["call"].ShouldBe(call.Id);
    }

    [Fact]
    public void Act_ConditionDoesNotHold_OpensNothing()
    {
        var call = Call(("topic", "other"), ("organ", test.East.Id.ToString()));

        Act("head", call, "transfer").ShouldBeOfType<SaveResult.Saved>().Opened.ShouldBeEmpty();
    }

    [Fact]
    public void Offered_AfterTheAction_FilledIn_AndNotTwice()
    {
        var call = Call(("topic", "wage"), ("matter", "欠薪"), ("caller", "王小明"));
        Offers("head", call).ShouldBe(["登记回访"], "what belongs to an action waits for it");
        var done = Act("clerk", call, "apply").ShouldBeOfType<SaveResult.Saved>().Record;
        Offers("head", done).ShouldBe(["登记回访", "登记申请"]);
        Offers("clerk", done).ShouldBeEmpty("a clerk may not enter tasks");

        var offered = test.Records.Offered(test.Actor("head"), done, test.Records.History(done))[1];
        var values = test.Records.Opened(test.Actor("head"), done, offered, out var looked);
        looked.ShouldBeTrue("the caller's name stands in the form");
        values[Tasks.Field("person")!.Slot].ShouldBe("王小明");
        values[Tasks.Field("call")!.Slot].ShouldBe(done.Id);
        var masked = test.Records.Opened(test.Actor("clerk"), done, offered, out var lookedToo);
        lookedToo.ShouldBeFalse();
        masked[Tasks.Field("person")!.Slot].ShouldBeNull();

        Enter(done, "call");
        Offers("head", done).ShouldBe(["登记回访"]);
        Enter(done, "visited");
        Offers("head", done).ShouldBe(["登记回访"], "again: true");
    }

    [Theory]
    [InlineData("back: call, into: task,", "back: called, into: task,", "没有“任务”的登记字段“called”")]
    [InlineData("back: call, into: task,", "back: note, into: task,", "要是“任务”里引用“services.call”的字段")]
    [InlineData("back: call, into: task,", "back: call, into: matter,", "要是引用“services.task”的字段")]
    [InlineData("register: services.task, back: call,", "register: services.tusk, back: call,", "没有台账“services.tusk”")]
    [InlineData("unit: organ,", "unit: matter,", "要是单位字段")]
    [InlineData("when: topic != other,", "when: topic != others,", "没有代码 others")]
    [InlineData("kind: {topic: {wage: urgent, family: plain}},", "", "缺少必填字段“kind”（类别）")]
    [InlineData("kind: {topic: {wage: urgent, family: plain}},", "kind: topic,", "不在“kind”的代码表里")]
    [InlineData("kind: {topic: {wage: urgent, family: plain}},", "kind: {topic: {wages: urgent}},", "没有代码“wages”")]
    [InlineData("kind: {topic: {wage: urgent, family: plain}},", "kind: {matter: {a: urgent}},", "要是本记录的一个代码字段")]
    [InlineData("kind: {topic: {wage: urgent, family: plain}},", "kind: [a],", "应当是本记录的字段、表达式或句子")]
    [InlineData("day: called_on,", "day: matter,", "存的是日期")]
    [InlineData("day: called_on,", "done_on: called_on,", "没有登记时能填的字段“done_on”")]
    [InlineData("day: called_on,", "call: task,", "引用的不是同一类")]
    [InlineData("“{topic}”：{matter}", "“{topik}”：{matter}", "没有字段“topik”。是不是“topic”")]
    [InlineData("“{topic}”：{matter}", "“{topic”", "花括号没有配对")]
    [InlineData(
        "person: caller, kind: {topic",
        "note: caller, person: caller, kind: {topic",
        "是个人信息，填进“note”会把它泄露出去"
    )]
    [InlineData(
        "back: visited, offer: true, again: true,",
        "back: visited, into: task, offer: true, again: true,",
        "offer: true 的不写 into"
    )]
    [InlineData("back: visited, offer: true,", "back: visited, ofer: true,", "是不是“offer”")]
    public void AWrongOpening_IsRefusedInWords(string right, string wrong, string words)
    {
        var problems = OpeningCatalogue.Problems(right, wrong);

        problems.ShouldContain(problem => problem.Message.Contains(words, StringComparison.Ordinal), string.Join('\n', problems));
        problems.ShouldAllBe(problem => problem.Line > 0);
    }

    [Fact]
    public void EnteringThatOpensWithoutEnd_IsRefused()
    {
        var problems = OpeningCatalogue.Problems(
            "opens: {register: services.task, title: 登记回访, back: visited, offer: true, again: true, fill: {title: \"回访{caller}\", person: caller, kind: visit}}",
            "opens: {register: services.call, back: earlier, again: true}"
        );
        problems.ShouldContain(problem => problem.Message.Contains("earlier"));
        problems.ShouldContain(problem => problem.Message.Contains("没有止境"));
    }

    private Record Call(params (string, string?)[] values) =>
        test
            .Records.Create(test.Actor("clerk"), Calls, TestBooks.Input([("unit", test.City.Id.ToString()), .. values]))
            .ShouldBeOfType<SaveResult.Saved>()
            .Record;

    private SaveResult Act(string role, Record record, string action) =>
        test.Records.Act(test.Actor(role), record.Register, record.Id, record.Version, action, TestBooks.Input(), null);

    private List<string> Offers(string role, Record record) =>
        [
            .. test
                .Records.Offered(test.Actor(role), record, test.Records.History(record))
                .Select(offered => offered.Opening.Title),
        ];

    private void Enter(Record call, string back) =>
        test
            .Records.Create(
                test.Actor("head"),
                Tasks,
                TestBooks.Input(("unit", test.City.Id.ToString()), ("title", "申请"), ("kind", "plain"), (back, $"#{call.Id}"))
            )
            .ShouldBeOfType<SaveResult.Saved>();

    private Actor Other(string role) => test.Actor(role) with { AccountId = 8 };
}
