using System.Diagnostics;
using System.Text;

namespace Fazhang.Tests.Cli;

/// <summary>What a run of the real program left behind.</summary>
internal sealed record Ran(int ExitCode, string Output, string Errors);

/// <summary>Runs the built `fazhang` as a process of its own, in a directory of its own.</summary>
internal sealed class Program : IDisposable
{
    /// <summary>Far longer than any command here takes; a run that hangs fails instead of stopping the suite.</summary>
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(3);

    public Program() => Directory = System.IO.Directory.CreateTempSubdirectory("fazhang-cli-").FullName;

    /// <summary>The working directory of the runs; removed in the end.</summary>
    public string Directory { get; }

    public string At(params string[] parts) => Path.Combine([Directory, .. parts]);

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(At(name))!);
        File.WriteAllBytes(At(name), bytes);
        return name;
    }

    /// <summary>Added to the environment of each run.</summary>
    public Dictionary<string, string> Environment { get; } = [];

    public Ran Run(params string[] arguments)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(LongestRun))
        {
            process.Kill();
            throw new TimeoutException($"fazhang {string.Join(' ', arguments)} did not end.");
        }
        return new Ran(process.ExitCode, output.GetAwaiter().GetResult(), errors.GetAwaiter().GetResult());
    }

    public Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = new UTF8Encoding(false),
            StandardErrorEncoding = new UTF8Encoding(false),
        };
        start.Environment["FAZHANG_HOME"] = Repository.Root;
        foreach (var (name, value) in Environment)
            start.Environment[name] = value;
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "fazhang.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    public void Dispose() => System.IO.Directory.Delete(Directory, recursive: true);
}
