using Fazhang.Core.Records;
using Fazhang.Tests.Books;
using Shouldly;

namespace Fazhang.Tests.Demo;

/// <summary>The work of each line, done through its definition as a clerk does it (reconsideration: see Books/RecordTests).</summary>
public sealed class RegisterJourneyTests : IDisposable
{
    private readonly TestBooks test = new();

    public void Dispose() => test.Dispose();

    [Fact]
    public void Mediation_AgreedInWriting_CanBeConfirmedByTheCourtAndCounts()
    {
        var record = Enter("mediation.case", Mediation("2024-12-02"));
        record.Number.ShouldBe("示人调〔2024〕1号");

        record = test.Do(
            record,
            "agree",
            ("closed_on", "2024-12-05"),
            ("amount", "3000"),
            ("agreement_on", "2024-12-05"),
            ("terms", "分期给付")
        );
        record = test.Do(record, "seek_confirmation");
        Due(record, "confirm").ShouldBe(new DateOnly(2025, 1, 6));
        record = test.Do(record, "apply_confirmation", ("confirm_applied_on", "2024-12-09"));
        record = test.Do(record, "confirm", ("confirmed_on", "2024-12-16"));
        record = test.Do(record, "perform", ("performed_on", "2024-12-18"), ("performance", "fulfilled"));

        record.State.Key.ShouldBe("performed");
        test.Figure("mediation.case.succeeded").ShouldBe(1);
        test.Figure("mediation.case.success_rate").ShouldBe(100);
        test.Figure("mediation.case.amount").ShouldBe(3000);
        test.Figure("mediation.case.judicial_confirmed").ShouldBe(1);
    }

    [Fact]
    public void Mediation_Failed_CountsAsClosedButNotAsSucceeded()
    {
        var agreed = Enter("mediation.case", Mediation("2024-12-02"));
        test.Do(agreed, "agree_orally", ("closed_on", "2024-12-03"), ("terms", "互相道歉"));
        var failed = Enter("mediation.case", Mediation("2024-12-02"));
        test.Do(failed, "fail", ("closed_on", "2024-12-10"));

        test.Figure("mediation.case.closed").ShouldBe(2);
        test.Figure("mediation.case.success_rate").ShouldBe(50);
    }

    [Fact]
    public void Aid_ForAMigrantWorker_RunsFromApplicationToSubsidy()
    {
        var record = Enter("aid.case", Aid());
        Due(record, "examine").ShouldBe(new DateOnly(2024, 12, 9));

        record = test.Do(record, "grant", ("accepted_on", "2024-12-03"));
        record.Number.ShouldBe("示援〔2024〕1号");
        record = test.Do(record, "assign", ("assigned_on", "2024-12-04"), ("organisation", "某律师事务所"), ("lawyer", "李援助"));
        record = test.Do(record, "close", ("closed_on", "2024-12-18"), ("outcome", "won"), ("recovered", "12000.50"));
        record = test.Do(record, "archive", ("archived_on", "2024-12-19"));
        record = test.Do(record, "pay", ("subsidy", "1500"), ("subsidy_paid_on", "2024-12-20"));

        record.State.Final.ShouldBeTrue();
        test.Figure("aid.case.accepted").ShouldBe(1);
        test.Figure("aid.case.migrant").ShouldBe(1);
        test.Figure("aid.case.wage_amount").ShouldBe(12000.50m);
        test.Figure("aid.case.open").ShouldBe(0);
    }

    [Fact]
    public void Aid_RefusedAndObjectedTo_CanBeOrderedAfterAll()
    {
        var record = Enter("aid.case", Aid());
        record = test.Do(record, "refuse", ("examined_on", "2024-12-04"), ("refusal", "merit"));
        record = test.Do(record, "object", ("objection_on", "2024-12-09"));
        record = test.Do(record, "order_aid", ("objection_decided_on", "2024-12-12"), ("accepted_on", "2024-12-12"));

        record.State.Key.ShouldBe("granted");
        test.Figure("aid.case.accepted").ShouldBe(1);
    }

    [Fact]
    public void Aid_WhereTheFormDoesNotFitTheKind_IsRefusedInWords()
    {
        var input = Aid();
        input["form"] = "defence";

        Refused("aid.case", input).ShouldContain("服务形式与案件类别不符");
    }

    [Fact]
    public void Hotline_Answered_IsDoneInOneStep()
    {
        var record = Enter("hotline.consultation", Call("phone", "1"));

        record.State.Final.ShouldBeTrue();
        test.Figure("hotline.consultation.answered").ShouldBe(1);
        Refused("hotline.consultation", Call("phone", "2")).ShouldContain("一次记一人次");
    }

    [Fact]
    public void Document_OnEnterprises_NeedsConsultationAndReviewBeforeItIsIssued()
    {
        var record = Enter(
            "document.normative",
            TestBooks.Input(
                ("unit", test.City.Id.ToString()),
                ("title", "停车场管理办法"),
                ("issuer", "government"),
                ("business", "true"),
                ("subject", "transport"),
                ("drafted_on", "2024-08-05")
            )
        );
        Message(record, "submit_review", ("review_from", "2024-11-20")).ShouldContain("应当先公开征求意见");
        Message(record, "consult", ("consult_from", "2024-09-02"), ("consult_until", "2024-09-10"))
            .ShouldContain("一般不少于三十日");

        record = test.Do(record, "consult", ("consult_from", "2024-09-02"), ("consult_until", "2024-10-08"));
        record = test.Do(record, "submit_review", ("review_from", "2024-11-20"));
        record = test.Do(record, "review", ("reviewed_on", "2024-11-27"), ("review_result", "revise"));
        record = test.Do(
            record,
            "issue",
            ("deliberated_on", "2024-12-02"),
            ("issued_on", "2024-12-03"),
            ("published_on", "2024-12-03"),
            ("effective_on", "2024-12-03")
        );
        record.Number.ShouldBe("示规〔2024〕1号");
        Due(record, "file").ShouldBe(new DateOnly(2024, 12, 18));
        record = test.Do(record, "file", ("filed_on", "2024-12-10"), ("filing_result", "registered"));
        test.Figure("document.normative.in_force").ShouldBe(1);
        test.Do(record, "repeal", ("ended_on", "2024-12-20"), ("ending_basis", "清理决定"));

        test.Figure("document.normative.filed").ShouldBe(1);
        test.Figure("document.normative.repealed").ShouldBe(1);
        test.Figure("document.normative.in_force").ShouldBe(0);
    }

    [Fact]
    public void Return_OfAMonth_CountsOnceTheHeadHasApprovedIt()
    {
        var record = Enter("enforcement.leniency_return", Return("100", "60", "10", "30"));
        record = test.Do(record, "submit", ("submitted_on", "2024-12-05"));
        record = test.Do(record, "send_back");
        record = test.Do(record, "submit", ("submitted_on", "2024-12-06"));
        test.Figure("enforcement.leniency_return.cases").ShouldBe(0);

        test.TryDo(record, "approve", test.Actor("clerk"), ("approved_on", "2024-12-09")).ShouldBeOfType<SaveResult.Refused>();
        test.Do(record, "approve", ("approved_on", "2024-12-09"));

        test.Figure("enforcement.leniency_return.cases").ShouldBe(100);
        test.Figure("enforcement.leniency_return.amount").ShouldBe(25000);
    }

    [Theory]
    [InlineData("100", "60", "30", "20", "之和不能超过")]
    [InlineData("100", "20", "10", "10", "不能超过四项之和")]
    [InlineData("0", "0", "0", "0", "减免金额应当为 0")]
    public void Return_WhosePartsDoNotFitTheTotal_IsRefused(
        string cases,
        string waived,
        string reduced,
        string lightened,
        string expected
    ) => Refused("enforcement.leniency_return", Return(cases, waived, reduced, lightened)).ShouldContain(expected);

    private Record Enter(string register, Dictionary<string, string?> input) =>
        test.Records.Create(test.Actor("clerk"), test.Register(register), input).ShouldBeOfType<SaveResult.Saved>().Record;

    private string Refused(string register, Dictionary<string, string?> input) =>
        test
            .Records.Create(test.Actor("clerk"), test.Register(register), input)
            .ShouldBeOfType<SaveResult.Invalid>()
            .Errors.ShouldHaveSingleItem()
            .Message;

    private string Message(Record record, string action, params (string, string?)[] input) =>
        test.TryDo(record, action, test.Actor("head"), input)
            .ShouldBeOfType<SaveResult.Invalid>()
            .Errors.ShouldHaveSingleItem()
            .Message;

    private DateOnly Due(Record record, string deadline) =>
        test.Records.Clocks(record, test.Records.History(record)).Single(clock => clock.Deadline.Key == deadline).Clock.Due;

    private Dictionary<string, string?> Mediation(string on) =>
        TestBooks.Input(
            ("unit", test.City.Id.ToString()),
            ("accepted_on", on),
            ("source", "application"),
            ("kind", "neighbour"),
            ("committee", "东街人民调解委员会"),
            ("mediator", "赵调解"),
            ("party", "钱甲"),
            ("other_party", "孙乙"),
            ("parties", "2"),
            ("summary", "楼上渗水。")
        );

    private Dictionary<string, string?> Aid() =>
        TestBooks.Input(
            ("unit", test.City.Id.ToString()),
            ("applied_on", "2024-12-02"),
            ("entry", "application"),
            ("kind", "civil"),
            ("form", "arbitration"),
            ("cause", "wages"),
            ("applicant", "周务工"),
            ("recipient", "migrant"),
            ("hardship", "exempt"),
            ("facts", "工资没有结清。")
        );

    private Dictionary<string, string?> Call(string channel, string people) =>
        TestBooks.Input(
            ("unit", test.City.Id.ToString()),
            ("answered_on", "2024-12-20"),
            ("channel", channel),
            ("people", people),
            ("topic", "labour"),
            ("question", "工资拖欠怎么办"),
            ("result", "answered"),
            ("answered_by", "坐席01")
        );

    private Dictionary<string, string?> Return(string cases, string waived, string reduced, string lightened) =>
        TestBooks.Input(
            ("unit", test.East.Id.ToString()),
            ("period", "2024-11"),
            ("cases", cases),
            ("waived", waived),
            ("reduced", reduced),
            ("lightened", lightened),
            ("uncoerced", "0"),
            ("amount", "25000"),
            ("filler", "吴填报")
        );
}
