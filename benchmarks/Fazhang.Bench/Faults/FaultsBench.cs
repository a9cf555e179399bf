namespace Fazhang.Bench.Faults;

/// <summary>What goes wrong outside the program, done on purpose: each fault must end in a clear state.</summary>
internal static class FaultsBench
{
    public static int Run(string[] args)
    {
        var quick = args.Contains("--quick");
        var seed = args.SkipWhile(arg => arg != "--seed").Skip(1).Select(int.Parse).FirstOrDefault(20241220);
        var folder = Directory.CreateTempSubdirectory("fazhang-faults-").FullName;
        var report = new Report();
        Report.Fact("种子", seed.ToString());
        try
        {
            Kills(report, "SQLite", quick ? 12 : 1000, seed, round => Path.Combine(folder, $"kill-{round}.db"));
            return report.ExitCode;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Kills(Report report, string name, int rounds, int seed, Func<int, string> newBooks)
    {
        var (acknowledged, problems) = KillRounds.Run(rounds, seed, newBooks);
        Report.Fact($"{name}：kill −9 {rounds} 轮，已答复的保存", acknowledged.ToString("#,0"));
        report.None($"{name}：丢失、残缺或不平", problems);
    }
}
