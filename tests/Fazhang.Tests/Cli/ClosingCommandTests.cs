using System.Text.Json;
using Fazhang.Core.Demo;
using Shouldly;

namespace Fazhang.Tests.Cli;

/// <summary>Closing, correcting and opening again by command, on the demonstration city.</summary>
public sealed class ClosingCommandTests(DemoBooks books) : IClassFixture<DemoBooks>
{
    [Fact]
    public void Thread_ClosesCorrectsAndReopens_WithTheRightsOfTheSite()
    {
        string[] close = ["figures", "close", "--period", "2023", "--reason", "年报"];
        var refused = As("fuyi", close);
        refused.ExitCode.ShouldBe(1);
        refused.Errors.ShouldContain("负责人");
        As("juzhang", ["figures", "close", "--period", "2024-Q5"]).ExitCode.ShouldBe(2);

        As("fuzeren", close).ExitCode.ShouldBe(0);
        As("fuzeren", close).Errors.ShouldContain("已经关账");
        var rows = JsonDocument
            .Parse(
                books
                    .Program.Run("figures", "show", "reconsideration.case.closed", "--period", "2023", "--json", "--data", "账")
                    .Output
            )
            .RootElement.EnumerateArray()
            .ToList();
        rows[0].GetProperty("published").GetDecimal().ShouldBe(rows[0].GetProperty("value").GetDecimal());
        rows.Skip(1).Sum(row => row.GetProperty("value").GetDecimal()).ShouldBe(rows[0].GetProperty("value").GetDecimal());

        var list = books.Program.Run("figures", "closings", "--data", "账");
        list.ExitCode.ShouldBe(0, list.Errors);
        list.Output.ShouldContain("与现在不同 0 处");
        As("fuzeren", ["figures", "correct", "1", "--reason", "没有不同"]).Errors.ShouldContain("相同");
        As("fuzeren", ["figures", "reopen", "1", "--reason", "理由"]).Errors.ShouldContain("局领导");
        As("juzhang", ["figures", "reopen", "1", "--reason", "口径有误"]).ExitCode.ShouldBe(0);
        books.Program.Run("figures", "closings", "--data", "账").Output.ShouldContain("重开：口径有误");
        As("fuzeren", ["figures", "source", "mediation.case", "--since", "2024-07", "--reason", "理由"])
            .Errors.ShouldContain("不需要起用月份", customMessage: "no figure of the demonstration has two sources");
        books.Program.Run("audit", "--data", "账").ExitCode.ShouldBe(0);
    }

    private Ran As(string login, string[] command)
    {
        books.Program.Environment["FAZHANG_PASSWORD"] = DemoLoader
            .AccountsOf(books.Program.At("账"))
            .Single(account => account.Login == login)
            .Password;
        return books.Program.Run([.. command, "--as", login, "--data", "账"]);
    }
}
