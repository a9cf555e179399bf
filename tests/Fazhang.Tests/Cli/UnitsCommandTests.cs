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
        applied.Output.ShouldContain("新增“甲区”（210202）“示范市”之下");

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
    public void AWrongFile_IsRefusedWithItsLine()
    {
        var file = program.Write("units.yaml", Units.Replace("parent: \"2102\"", "parent: \"2103\""));

        var ran = program.Run("units", "apply", file, "--reason", "建账", "--data", "账");

        ran.ExitCode.ShouldNotBe(0);
        (ran.Output + ran.Errors).ShouldContain("units.yaml");
        (ran.Output + ran.Errors).ShouldContain("上级应当写在它前面");
    }
}
