using System.Text.Json;
using Shouldly;

namespace Fazhang.Tests.Cli;

/// <summary>Commands on books that are not there, and on definitions that are not.</summary>
public sealed class BooksCommandTests : IDisposable
{
    private readonly Program program = new();

    public void Dispose() => program.Dispose();

    [Theory]
    [InlineData("figures")]
    [InlineData("rebuild", "--compare")]
    [InlineData("rebuild")]
    [InlineData("report", "annual", "--year", "2024")]
    public void Run_DirectoryWithoutBooks_SaysHowToGetBooks(params string[] command)
    {
        var ran = program.Run([.. command, "--data", "空"]);

        ran.ExitCode.ShouldBe(2);
        ran.Errors.ShouldContain("没有账簿");
        ran.Errors.ShouldContain("demo load");
        Directory.Exists(program.At("空")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("figures")]
    [InlineData("check")]
    public void Run_WrongFolderOfDefinitions_ListsWhatIsMissing(string command)
    {
        Directory.CreateDirectory(program.At("空"));

        var ran = command == "check" ? program.Run("check", "空") : program.Run(command, "--definitions", "空");

        ran.ExitCode.ShouldBe(1);
        (ran.Output + ran.Errors).ShouldContain("roles.yaml");
        (ran.Output + ran.Errors).ShouldNotContain("   at ");
    }

    [Fact]
    public void Check_RealDefinitions_Returns0()
    {
        var ran = program.Run("check", "--json");

        ran.ExitCode.ShouldBe(0, ran.Output);
        JsonDocument.Parse(ran.Output).RootElement.GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public void Load_UnknownDemonstration_IsRefusedAndLeavesNothingLoaded()
    {
        var ran = program.Run("demo", "load", "没有-2024", "--data", "账");

        ran.ExitCode.ShouldNotBe(0);
        ran.Errors.ShouldNotContain("   at ");
        program.Run("figures", "--data", "账").ExitCode.ShouldNotBe(0);
    }

    [Fact]
    public void Run_FileThatIsNoDatabase_SaysSo()
    {
        program.Write("账/fazhang.db", string.Concat(Enumerable.Repeat("这不是数据库。", 1000)));

        var ran = program.Run("figures", "--data", "账");

        ran.ExitCode.ShouldBeOneOf(1, 2);
        ran.Errors.ShouldNotContain("   at ");
    }
}
