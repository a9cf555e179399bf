using Shouldly;

namespace Fazhang.Tests.Cli;

/// <summary>Units of real books, from a file and back into one.</summary>
public sealed class UnitsCommandTests : IDisposable
{
    private const string Units = """
        units:
          - {code: "2102", name: "示范市", abbr: "示", kind: "city"}
          - {code: "210202", name: "甲区", abbr: "甲", kind: "district", parent: "2102"}

        """;

    private readonly Program program = new();

    public void Dispose() => program.Dispose();

    [Fact]
    public void NewBooks_GetTheirUnitsFromAFile_AndWriteThemAsOne()
    {
        var file = program.Write("units.yaml", Units);

        var applied = program.Run("units", "apply", file, "--reason", "建账", "--data", "账");
        applied.ExitCode.ShouldBe(0, applied.Errors);
        applied.Output.ShouldContain("新增“甲区”（210202），在“示范市”之下");

        var listed = program.Run("units", "list", "--data", "账");
        listed.Output.ReplaceLineEndings("\n").ShouldBe(Units.ReplaceLineEndings("\n"));

        program.Write("units.yaml", Units.Replace("甲区", "甲新区"));
        var plan = program.Run("units", "plan", file, "--data", "账");
        (plan.ExitCode, plan.Output.Contains("“甲区”（210202）改称“甲新区”")).ShouldBe((0, true), plan.Output);

        program.Write("units.yaml", Units[..Units.LastIndexOf("  - ", StringComparison.Ordinal)]);
        var refused = program.Run("units", "apply", file, "--reason", "撤销", "--data", "账");
        refused.ExitCode.ShouldBe(1);
        refused.Output.ShouldContain("单位不能删去");
    }

    [Fact]
    public void NewBooks_GetTheirAccounts_AndSomebodyCanWork()
    {
        var file = program.Write("units.yaml", Units);
        program.Run("units", "apply", file, "--reason", "建账", "--data", "账").ExitCode.ShouldBe(0);

        var wrong = program.Run("accounts", "give", "Wang!", "--role", "clark", "--unit", "9", "--data", "账");
        wrong.ExitCode.ShouldBe(1);
        foreach (var words in new[] { "登录名“Wang!”不合规", "请写姓名", "没有角色“clark”", "没有单位“9”" })
            wrong.Errors.ShouldContain(words);
        var given = program.Run(
            "accounts",
            "give",
            "wang",
            "--name",
            "王科",
            "--role",
            "clerk",
            "--unit",
            "210202",
            "--data",
            "账"
        );
        given.ExitCode.ShouldBe(0, given.Errors);
        var password = given.Output.Trim()[(given.Output.Trim().LastIndexOf('：') + 1)..];
        program
            .Run("accounts", "give", "wang", "--role", "head", "--unit", "2102", "--line", "reconsideration", "--data", "账")
            .Output.ShouldContain("已给角色");
        program
            .Run("accounts", "list", "--data", "账")
            .Output.Trim()
            .ShouldBe("wang\t王科\t\t甲区 经办；示范市 负责人（reconsideration）");

        program.Environment["FAZHANG_PASSWORD"] = password;
        program.Run("notices", "--as", "wang", "--data", "账").ExitCode.ShouldBe(0, "the password that was shown is right");
        program.Run("accounts", "disable", "wang", "--reason", "调离", "--data", "账").ExitCode.ShouldBe(0);
        program.Run("notices", "--as", "wang", "--data", "账").ExitCode.ShouldNotBe(0);
        program.Run("accounts", "disable", "wang", "--reason", "调离", "--data", "账").Errors.ShouldContain("没有在用的账户");
        program.Run("audit", "--data", "账").ExitCode.ShouldBe(0);
    }

    [Fact]
    public void AWrongFile_IsRefusedWithItsLine()
    {
        var file = program.Write("units.yaml", Units.Replace("parent: \"2102\"", "parent: \"2103\""));

        var ran = program.Run("units", "apply", file, "--reason", "建账", "--data", "账");

        ran.ExitCode.ShouldNotBe(0);
        (ran.Output + ran.Errors).ShouldContain("units.yaml");
        (ran.Output + ran.Errors).ShouldContain("上级应当写在它前面");
    }
}
