using System.Diagnostics;
using System.Text.Json;
using Shouldly;

namespace Fazhang.Tests.Cli;

/// <summary>seal, prove, and the separate program that checks the proof, as processes.</summary>
public sealed class ProofProgramTests(DemoBooks books) : IClassFixture<DemoBooks>
{
    [Fact]
    public void AProof_IsCheckedByTheSeparateProgram()
    {
        books.Program.Run("seal", "--data", "账").ExitCode.ShouldBe(0);
        books.Program.Run("prove", "大复〔2024〕15号", "--out", "证明.json", "--data", "账").ExitCode.ShouldBe(0);
        var text = File.ReadAllText(books.Program.At("证明.json"));
        var seals = JsonDocument.Parse(text).RootElement.GetProperty("seals");
        var root = seals[seals.GetArrayLength() - 1].GetProperty("chained").GetString()!;
        books.Program.Write("改过.json", text.Replace("\"recordId\": ", "\"recordId\": 1", StringComparison.Ordinal));
        books.Program.Write("别的.json", "{}");

        Check("证明.json", "--root", root).ShouldBe(0);
        Check("证明.json").ShouldBe(0);
        Check("证明.json", "--root", new string('0', 64)).ShouldBe(1);
        Check("改过.json").ShouldBe(1);
        Check("别的.json").ShouldBe(2);
        Check("没有.json").ShouldBe(2);
        Check("证明.json", "--rot", root).ShouldBe(2);
    }

    private int Check(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = books.Program.Directory };
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        foreach (var argument in new[] { "exec", Path.Combine(AppContext.BaseDirectory, "fazhang-proof.dll") }.Concat(arguments))
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        process.StandardOutput.ReadToEnd();
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode;
    }
}
