using Fazhang.Core.Access;
using Fazhang.Core.Figures;
using Fazhang.Core.Journal;
using Fazhang.Core.Records;
using Shouldly;

namespace Fazhang.Tests.Books;

/// <summary>Actions that others must agree to: nothing happens before, one decision only, everything told.</summary>
public sealed class ApprovalTests : IDisposable
{
    private readonly TestBooks test = new(FlowCatalogue.Catalogue);

    public void Dispose() => test.Dispose();

    private Actor Person(string role, long account) => test.Actor(role) with { AccountId = account, Name = $"{role}{account}" };

    private Actor Clerk => Person("clerk", 1);

    private Actor Head => Person("head", 2);

    private Actor Director => Person("director", 3);

    private Record Now(Record record) => test.Records.Find(Director, record.Register, record.Id)!;

    private SaveResult Close(Record record, string result = "won", Actor? actor = null) =>
        test.TryDo(record, "close", actor ?? Clerk, ("result", result));

    private SaveResult Agree(Actor actor, Record record, string? opinion = null) =>
        test.Records.Agree(actor, record.Register, record.Id, record.Version, opinion);

    private Record PutUp(string result = "won")
    {
        var saved = Close(test.EnterMatter(), result).ShouldBeOfType<SaveResult.Saved>();
        saved.Pending.ShouldNotBeNull();
        return saved.Record;
    }

    [Fact]
    public void PutUp_ChangesNothingOfTheRecord_AndSaysWhatIsAsked()
    {
        var before = test.EnterMatter();

        var pending = Close(before).ShouldBeOfType<SaveResult.Saved>().Pending!;

        pending.Step!.Title.ShouldBe("审核");
        pending.Asked["result"].ShouldBe("won");
        Now(before).Values.ShouldBe(before.Values);
        test.Figure(FlowCatalogue.Key + ".closed").ShouldBe(0);
        test.Records.Actions(Clerk, Now(before)).ShouldBeEmpty("what waits is decided first");
        test.Records.WaitingFor(Head).ShouldHaveSingleItem().Record.Id.ShouldBe(before.Id);
        test.Records.WaitingFor(Director).ShouldBeEmpty("the second step comes after the first");
        test.Records.PutUpBy(Clerk).ShouldHaveSingleItem();
    }

    [Fact]
    public void LastAgreement_DoesTheActionAndPostsIt_AndHistoryTellsAll()
    {
        var record = PutUp();

        record = Agree(Head, record, "事实清楚").ShouldBeOfType<SaveResult.Saved>().Record;
        record.State.Key.ShouldBe("open");
        test.Figure(FlowCatalogue.Key + ".closed").ShouldBe(0);
        record = Agree(Director, record).ShouldBeOfType<SaveResult.Saved>().Record;

        record.State.Key.ShouldBe("closed");
        record["closed_on"].ShouldBe(test.Today);
        test.Figure(FlowCatalogue.Key + ".closed").ShouldBe(1);
        test.Records.Pending(record).ShouldBeNull();
        var history = test.Records.History(record);
        history
            .Select(entry => $"{entry.Actor} {JournalAction.TitleOf(record.Register, entry.Action)}")
            .ShouldBe(["测试clerk 登记", "clerk1 提请审批“办结”", "head2 同意“办结”", "director3 同意“办结”", "director3 办结"]);
        history[2].Reason.ShouldBe("审核：事实清楚");
        history[4].Reason!.ShouldContain("clerk1提请");
        new RecordReplay(test.Books).Run().Problems.ShouldBeEmpty();
        new TrialBalance(test.Books).Compare().Balanced.ShouldBeTrue();
    }

    [Fact]
    public void StepWhoseConditionDoesNotHold_IsNotAsked()
    {
        var record = PutUp("lost");

        Agree(Head, record).ShouldBeOfType<SaveResult.Saved>().Record.State.Key.ShouldBe("closed");
    }

    [Fact]
    public void WhoeverPutItUp_MayNotAgree_UnlessTheStepSaysSo()
    {
        var record = Close(test.EnterMatter(), actor: Head).ShouldBeOfType<SaveResult.Saved>().Record;

        Agree(Head, record).ShouldBeOfType<SaveResult.Refused>().Message.ShouldContain("要由别人审核");
        Agree(Clerk, record).ShouldBeOfType<SaveResult.Refused>().Message.ShouldContain("负责人");

        // drop has self: true: a head who puts it up has thereby approved it; a clerk has not.
        var own = test.TryDo(test.EnterMatter(), "drop", Head).ShouldBeOfType<SaveResult.Saved>();
        own.Pending.ShouldBeNull();
        own.Record.State.Key.ShouldBe("closed");
        test.TryDo(test.EnterMatter(), "drop", Clerk).ShouldBeOfType<SaveResult.Saved>().Pending.ShouldNotBeNull();
    }

    [Fact]
    public void WhileItWaits_OtherActionsAndCorrectionsAreRefusedInWords()
    {
        var record = PutUp();

        test.TryDo(record, "check", Clerk).ShouldBeOfType<SaveResult.Refused>().Message.ShouldContain("“办结”已由clerk1提请");
        test.Records.Correct(Clerk, record.Register, record.Id, record.Version, TestBooks.Input(("party", "李四")), "改名")
            .ShouldBeOfType<SaveResult.Refused>();
        Close(record).ShouldBeOfType<SaveResult.Refused>();
        test.Records.HandOver(Head, record.Register, record.Id, record.Version, null, test.East.Id, "移交")
            .ShouldBeOfType<SaveResult.Refused>();
    }

    [Fact]
    public void SendBack_NeedsAReason_TellsTheRequester_AndFreesTheRecord()
    {
        var record = PutUp();

        test.Records.SendBack(Head, record.Register, record.Id, record.Version, " ").ShouldBeOfType<SaveResult.Invalid>();
        record = test
            .Records.SendBack(Head, record.Register, record.Id, record.Version, "理由没写")
            .ShouldBeOfType<SaveResult.Saved>()
            .Record;

        record.State.Key.ShouldBe("open");
        test.Records.Pending(record).ShouldBeNull();
        test.Records.Actions(Clerk, record).ShouldNotBeEmpty();
        var notice = new NoticeList(test.Books).Of(Clerk, unreadOnly: true).ShouldHaveSingleItem();
        notice.Text.ShouldContain("被head2退回：理由没写");
        Close(record).ShouldBeOfType<SaveResult.Saved>().Pending.ShouldNotBeNull("it can be put up again");
    }

    [Fact]
    public void Recall_IsForWhoeverPutItUp_WhileItIsNotDecided()
    {
        var record = PutUp();

        test.Records.Recall(Head, record.Register, record.Id, record.Version, null).ShouldBeOfType<SaveResult.Refused>();
        record = Agree(Head, record).ShouldBeOfType<SaveResult.Saved>().Record;
        record = test
            .Records.Recall(Clerk, record.Register, record.Id, record.Version, "写错了")
            .ShouldBeOfType<SaveResult.Saved>()
            .Record;

        record.State.Key.ShouldBe("open");
        Agree(Director, record).ShouldBeOfType<SaveResult.Refused>().Message.ShouldContain("没有待审批");
    }

    [Fact]
    public void PutUp_IsCheckedLikeTheActionItself_AndAgainAtTheEnd()
    {
        test.TryDo(test.EnterMatter(), "close", Clerk)
            .ShouldBeOfType<SaveResult.Invalid>()
            .Errors.Single()
            .Field.ShouldBe("result");
        var record = PutUp("lost");
        // What the rules would refuse meanwhile: the amount is changed behind the approval's back.
        test.Books.Write(
            (connection, transaction) =>
                Dapper.SqlMapper.Execute(
                    connection,
                    $"UPDATE {record.Register.Table} SET amount = -100 WHERE id = {record.Id}",
                    transaction: transaction
                )
        );

        var invalid = Agree(Head, record).ShouldBeOfType<SaveResult.Invalid>();

        invalid.Errors.Single().Message.ShouldContain("金额不能是负数");
        Now(record).State.Key.ShouldBe("open");
        test.Records.Pending(record).ShouldNotBeNull("nothing of a refused agreement stays");
        test.Records.History(record).Count.ShouldBe(2);
    }

    [Fact]
    public void ManyDirectorsAtOnce_ExactlyOneDecides_AndTheOthersReadWhoWasFirst()
    {
        var record = Agree(Head, PutUp()).ShouldBeOfType<SaveResult.Saved>().Record;
        var ends = new System.Collections.Concurrent.ConcurrentBag<SaveResult>();

        Together.Run(
            12,
            index =>
                ends.Add(
                    index % 3 == 0
                        ? test.Records.SendBack(Person("director", 100 + index), record.Register, record.Id, record.Version, "退")
                        : Agree(Person("director", 100 + index), record)
                )
        );

        ends.OfType<SaveResult.Saved>().Count().ShouldBe(1);
        var conflicts = ends.OfType<SaveResult.Conflict>().ToList();
        conflicts.Count.ShouldBe(11);
        var first = test.Records.History(record).First(entry => entry.Version > record.Version);
        conflicts.ShouldAllBe(conflict => conflict.First!.StartsWith(first.Actor + "已先于您", StringComparison.Ordinal));
        test.Records.Pending(record).ShouldBeNull();
        new RecordReplay(test.Books).Run().Problems.ShouldBeEmpty();
    }

    [Fact]
    public void ManyClerksAtOnce_PutUpOnce()
    {
        var record = test.EnterMatter();
        var ends = new System.Collections.Concurrent.ConcurrentBag<SaveResult>();

        Together.Run(
            12,
            index =>
                ends.Add(
                    index % 2 == 0
                        ? Close(record, actor: Person("clerk", 200 + index))
                        : test.TryDo(record, "check", Person("clerk", 200 + index))
                )
        );

        ends.OfType<SaveResult.Saved>().Count().ShouldBe(1);
        ends.ShouldAllBe(end => end is SaveResult.Saved || end is SaveResult.Conflict || end is SaveResult.Refused);
        test.Records.History(record).Count.ShouldBe(2);
    }

    [Fact]
    public void Who_NarrowsTheRoles()
    {
        var mine = test.EnterMatter("clerk1");
        var foreign = test.EnterMatter("别人");

        test.Records.Actions(Clerk, mine).Select(action => action.Key).ShouldContain("check");
        test.Records.Actions(Clerk, foreign).Select(action => action.Key).ShouldNotContain("check");
        test.TryDo(foreign, "check", Clerk).ShouldBeOfType<SaveResult.Refused>().Message.ShouldContain("承办人本人");
        test.TryDo(mine, "check", Clerk).ShouldBeOfType<SaveResult.Saved>();
        // user.unit is the unit of the role: somebody of the city is not somebody of the town.
        var town = test
            .Records.Create(Clerk, foreign.Register, TestBooks.Input(("unit", test.Town.Id.ToString()), ("party", "赵")))
            .ShouldBeOfType<SaveResult.Saved>()
            .Record;
        test.TryDo(town, "note", Clerk, ("amount", "1")).ShouldBeOfType<SaveResult.Refused>().Message.ShouldContain("本单位经办");
        test.TryDo(town, "note", test.Actor("clerk", test.Town), ("amount", "1")).ShouldBeOfType<SaveResult.Saved>();
    }

    [Fact]
    public void AReturn_GoesBackWithAReason()
    {
        var record = test.TryDo(test.EnterMatter(), "check", Clerk).ShouldBeOfType<SaveResult.Saved>().Record;

        test.Records.Act(Head, record.Register, record.Id, record.Version, "send_back", TestBooks.Input(), " ")
            .ShouldBeOfType<SaveResult.Invalid>();
        var back = test.TryDo(record, "send_back", Head).ShouldBeOfType<SaveResult.Saved>().Record;

        back.State.Key.ShouldBe("open");
        test.Records.History(back)[^1].Reason.ShouldBe("测试理由");
    }

    [Fact]
    public void HandOver_ToAnotherUnit_TakesTheFiguresAlong()
    {
        var account = test.Books.Write(
            (connection, transaction) =>
                Accounts.Create(
                    connection,
                    transaction,
                    "dong",
                    "东区王科",
                    "password-1",
                    [new Grant("clerk", test.East.Id, null)]
                )
        );
        var record = test.EnterMatter("clerk1");
        SaveResult HandOver(string? to, long? unit, string? reason) =>
            test.Records.HandOver(Head, record.Register, record.Id, record.Version, to, unit, reason);

        HandOver("dong", test.City.Id, "x")
            .ShouldBeOfType<SaveResult.Invalid>()
            .Errors.Single()
            .Message.ShouldContain("不能办理");
        HandOver("没有", null, "x").ShouldBeOfType<SaveResult.Invalid>();
        HandOver("dong", test.East.Id, "").ShouldBeOfType<SaveResult.Invalid>().Errors.Single().Field.ShouldBe("reason");
        test.Records.HandOver(test.Actor("head", test.Town), record.Register, record.Id, 1, null, test.City.Id, "x")
            .ShouldBeOfType<SaveResult.Missing>();
        var moved = HandOver("dong", test.East.Id, "管辖在甲区").ShouldBeOfType<SaveResult.Saved>().Record;

        moved.UnitId.ShouldBe(test.East.Id);
        moved["handler"].ShouldBe("东区王科");
        moved.Number.ShouldBe(record.Number);
        test.Figure(FlowCatalogue.Key + ".opened", test.East).ShouldBe(1);
        test.Figure(FlowCatalogue.Key + ".opened", test.West).ShouldBe(0);
        new TrialBalance(test.Books).Compare().Balanced.ShouldBeTrue();
        var entry = test.Records.History(moved)[^1];
        entry.Action.ShouldBe(JournalAction.Handover);
        entry.Reason.ShouldBe("管辖在甲区");
        var receiver = test.Books.Read(connection => Accounts.Load(connection, account, test.Today))!;
        new NoticeList(test.Books).Of(receiver, unreadOnly: true).ShouldHaveSingleItem().Text.ShouldContain("移交给您");
        test.Records.HandoverPeople(record.Register, test.East.Id).ShouldHaveSingleItem().Login.ShouldBe("dong");
    }
}
