using System.Text.Json;
using Fazhang.Core.Demo;
using Shouldly;

namespace Fazhang.Tests.Cli;

/// <summary>The clerk's part of the thread by command: enter, accept, mediate; and what is refused.</summary>
public sealed class RecordCommandTests(DemoBooks books) : IClassFixture<DemoBooks>
{
    private static readonly string[] Application =
    [
        "unit=大连市",
        "applied_on=2024-12-30",
        "channel=当面提交",
        "applicant_kind=公民",
        "申请人=孟小舟",
        "applicants=1",
        "respondent=大连市公安局",
        "respondent_level=政府工作部门",
        "act=行政处罚",
        "field=公安",
        "claim=请求撤销处罚决定。",
    ];

    [Fact]
    public void ACase_EnteredAcceptedAndMediatedByCommand_RaisesTheFigureAndTheReport()
    {
        var before = Mediated();
        var entered = As("fuyi", ["record", "new", "reconsideration.case", .. Application, "--json"]);
        entered.ExitCode.ShouldBe(0, entered.Errors);
        var id = JsonDocument.Parse(entered.Output).RootElement.GetProperty("id").GetInt64();

        var accepted = As(
            "fuyi",
            ["record", "act", $"reconsideration.case#{id}", "受理", "accepted_on=2024-12-30", "handler=陈承办"]
        );
        var mediated = As("fuyi", ["record", "act", $"reconsideration.case#{id}", "mediate", "closed_on=2024-12-31"]);

        accepted.ExitCode.ShouldBe(0, accepted.Errors);
        accepted.Output.ShouldContain("大复〔2024〕");
        accepted.Output.ShouldContain("行政复议法第六十二条");
        mediated.ExitCode.ShouldBe(0, mediated.Errors);
        mediated.Output.ShouldContain("孟某某", customMessage: "personal fields are masked here too");
        mediated.Output.ShouldNotContain("孟小舟");
        Mediated().ShouldBe(before + 1);
        books.Program.Run("report", "annual", "dalian", "--data", "账").Output.ShouldContain($"调解和解结案{before + 1}件");
        books.Program.Run("rebuild", "--compare", "--data", "账").ExitCode.ShouldBe(0);
    }

    [Fact]
    public void AnExtension_IsPutUpAndApprovedByCommand_AndDelegated()
    {
        var entered = As("fuyi", ["record", "new", "reconsideration.case", .. Application, "--json"]);
        var record = $"reconsideration.case#{JsonDocument.Parse(entered.Output).RootElement.GetProperty("id").GetInt64()}";
        As("fuyi", ["record", "act", record, "受理", "accepted_on=2024-12-30", "handler=丛立"]).ExitCode.ShouldBe(0);

        var asked = As("fuyi", ["record", "act", record, "延长审限", "--reason", "案情复杂"]);
        asked.ExitCode.ShouldBe(0, asked.Errors);
        asked.Output.ShouldContain("待审批：延长审限");
        As("fuyi", ["record", "approve", record]).Errors.ShouldContain("负责人");
        As("fuzeren", ["notices"]).Output.ShouldContain("延长审限");
        As("fuzeren", ["record", "return", record]).Errors.ShouldContain("请填写退回的理由");
        As("fuyi", ["record", "recall", record]).Output.ShouldNotContain("待审批");
        As("fuyi", ["record", "act", record, "延长审限", "--reason", "案情复杂"]).ExitCode.ShouldBe(0);

        var given = As("fuzeren", ["delegate", "give", "zhifa", "--until", "2025-01-05", "--reason", "外出"]);
        given.ExitCode.ShouldBe(0, given.Errors);
        var approved = As("zhifa", ["record", "approve", record, "--reason", "同意"]);
        approved.ExitCode.ShouldBe(0, approved.Errors);
        approved.Output.ShouldContain("批准延长30日");
        var id = As("fuzeren", ["delegate", "list"]).Output.Split(' ')[0];
        As("zhifa", ["delegate", "revoke", id]).ExitCode.ShouldBe(1);
        As("fuzeren", ["delegate", "revoke", id]).ExitCode.ShouldBe(0);

        var documents = As("fuyi", ["record", "documents", record, "--save", "文书"]);
        documents.Output.ShouldContain("延期审理审批表");
        Directory.GetFiles(books.Program.At("文书"), "*.docx").Length.ShouldBe(2);
        As("shenji", ["record", "documents", record, "--save", "文书", "--personal"]).Errors.ShouldContain("不能查看个人信息");
        As("fuzeren", ["record", "handover", record, "--to", "fuyi", "--reason", "换人"]).Output.ShouldContain("复议科 丛立");
        As("fuyi", ["record", "handover", record, "--to", "fuyi", "--reason", "换人"]).Errors.ShouldContain("您没有这个角色");
    }

    [Fact]
    public void WrongInput_ListsEverything_AndSavesNothing()
    {
        var ran = As("fuyi", ["record", "new", "reconsideration.case", "applied_on=2024-02-30", "channel=飞鸽"]);

        ran.ExitCode.ShouldBe(1);
        ran.Errors.ShouldContain("不是日期");
        ran.Errors.ShouldContain("没有“飞鸽”这一项");
        ran.Errors.ShouldContain("请填写“申请人”");
    }

    [Fact]
    public void Rights_HoldByCommandToo()
    {
        As("tiaojie", ["record", "new", "reconsideration.case", .. Application]).Errors.ShouldContain("不能");
        As("tiaojie", ["record", "show", "大复〔2024〕15号"]).ExitCode.ShouldBe(2);
        As("fuyi", ["record", "show", "大复〔2024〕15号"]).ExitCode.ShouldBe(0);
        books.Program.Environment["FAZHANG_PASSWORD"] = "wrong";
        books
            .Program.Run("record", "show", "大复〔2024〕15号", "--as", "fuyi", "--data", "账")
            .Errors.ShouldContain("账户或密码不对");
        As("fuyi", ["record", "show", "没有这个号"]).ExitCode.ShouldBe(2);
        As("fuyi", ["record", "act", "大复〔2024〕15号", "飞升"]).Errors.ShouldContain("没有操作");
    }

    private Ran As(string login, string[] arguments)
    {
        books.Program.Environment["FAZHANG_PASSWORD"] = DemoLoader
            .AccountsOf(books.Program.At("账"))
            .Single(account => account.Login == login)
            .Password;
        return books.Program.Run([.. arguments, "--as", login, "--data", "账"]);
    }

    private decimal Mediated() =>
        JsonDocument
            .Parse(books.Program.Run("figures", "--json", "--data", "账").Output)
            .RootElement.EnumerateArray()
            .Single(figure => figure.GetProperty("key").GetString() == "reconsideration.case.mediated")
            .GetProperty("value")
            .GetDecimal();
}
