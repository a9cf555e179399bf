using Fazhang.Core.Definitions;
using Fazhang.Core.Demo;
using Fazhang.Core.Storage;

namespace Fazhang.Bench;

/// <summary>Books with the demonstration city in a folder of their own, removed at the end.</summary>
internal sealed class BenchBooks : IDisposable
{
    public const string Place = "dalian-2024";

    public BenchBooks()
    {
        Directory = Path.Combine(Path.GetTempPath(), "fazhang-bench-" + Guid.NewGuid().ToString("N"));
        System.IO.Directory.CreateDirectory(Directory);
        Books = Books.Open(Catalogue, new SqliteDialect(Path.Combine(Directory, Books.FileName)), TimeProvider.System);
    }

    public static Catalogue Catalogue { get; } = Load();

    public string Directory { get; }

    public Books Books { get; }

    /// <summary>Loads the demonstration; returns the records loaded and the seconds that they took (without units and accounts).</summary>
    public (long Records, double Seconds) LoadDemo()
    {
        var loader = new DemoLoader(Books, Directory);
        var records = loader.Run(Place);
        return (records, loader.RecordTime.TotalSeconds);
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        System.IO.Directory.Delete(Directory, recursive: true);
    }

    private static Catalogue Load()
    {
        var home = Environment.GetEnvironmentVariable("FAZHANG_HOME") ?? ".";
        var problems = new List<DefinitionProblem>();
        return DefinitionLoader.Load(Path.Combine(home, "definitions"), problems) ?? throw new DefinitionException(problems);
    }
}

/// <summary>Figures beside their aims.</summary>
internal sealed class Report
{
    private bool all = true;

    public int ExitCode => all ? 0 : 1;

    public static void Fact(string name, string value) => Console.WriteLine($"{name}：{value}");

    public void AtLeast(string name, double value, double aim, string format = "0.00") =>
        Aim(name, value, aim, format, "≥", value >= aim);

    public void AtMost(string name, double value, double aim, string format = "0.0") =>
        Aim(name, value, aim, format, "≤", value <= aim);

    /// <summary>Lists what is wrong; holds when nothing is.</summary>
    public void None(string name, IReadOnlyCollection<string> problems)
    {
        foreach (var problem in problems)
            Console.WriteLine("  " + problem);
        Aim(name, problems.Count, 0, "0", "=", problems.Count == 0);
    }

    private void Aim(string name, double value, double aim, string format, string sign, bool holds)
    {
        all &= holds;
        Console.WriteLine($"{name}：{value.ToString(format)}（目标 {sign} {aim.ToString(format)}）{(holds ? "达到" : "未达到")}");
    }
}
