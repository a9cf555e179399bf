namespace Fazhang.Bench.Faults;

/// <summary>What goes wrong outside the program, done on purpose: each fault must end in a clear state.</summary>
internal static class FaultsBench
{
    public static int Run(string[] args)
    {
        var quick = args.Contains("--quick");
        var time = TimeSpan.FromSeconds(quick ? 1 : 20);
        var cuts = quick ? 3 : 200;
        var seed = args.SkipWhile(arg => arg != "--seed").Skip(1).Select(int.Parse).FirstOrDefault(20241220);
        var folder = Directory.CreateTempSubdirectory("fazhang-faults-").FullName;
        var report = new Report();
        Report.Fact("种子", seed.ToString());
        // Parts can be run by themselves, for all of them take most of an hour.
        var parts = args.Where(arg => arg is "disk" or "kill-sqlite" or "kill-postgres" or "server").ToList();
        bool Wanted(string part) => parts.Count == 0 || parts.Contains(part);
        try
        {
            void Disks()
            {
                if (!Wanted("disk"))
                    return;
                report.None("SQLite：磁盘写满", DiskFaults.Full());
                report.None("SQLite：磁盘变成只读", DiskFaults.ReadOnly());
                report.None($"SQLite：写前日志截短 {cuts} 次", [.. DiskFaults.TruncatedLog(folder, new Random(seed), cuts)]);
                report.None("SQLite：文件截去一半", [.. DiskFaults.TruncatedFile(folder)]);
                report.None("SQLite：两个程序同一个文件", [.. TwoProcesses.Together(Path.Combine(folder, "two.db"), time)]);
                report.None("PostgreSQL：磁盘写满", DiskFaults.ServerFull());
            }
            void Programs()
            {
                if (Wanted("kill-sqlite"))
                    Kills(report, "SQLite", quick ? 6 : 1000, seed, round => Path.Combine(folder, $"kill-{round}.db"));
                if (Wanted("kill-postgres") || Wanted("server"))
                    Servers(report, quick, seed, time, Wanted);
            }

            // Side by side when there is little time; one after the other where the moments of the faults count.
            if (quick)
                Parallel.Invoke(Disks, Programs);
            else
            {
                Disks();
                Programs();
            }
            return report.End();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Servers(Report report, bool quick, int seed, TimeSpan time, Func<string, bool> wanted)
    {
        using var server = PostgresServer.New();
        if (wanted("kill-postgres"))
        {
            report.None("PostgreSQL：两个程序同一套账簿", [.. TwoProcesses.Together(server.NewBooks(), time)]);
            Kills(report, "PostgreSQL", quick ? 2 : 200, seed, _ => server.NewBooks());
        }
        if (!wanted("server"))
            return;
        var restarts = quick ? 2 : 100;
        report.None(
            $"PostgreSQL：服务器被杀死并重启 {restarts} 次",
            [.. TwoProcesses.ServerKilled(server, restarts, new Random(seed))]
        );
    }

    /// <summary>The rounds in lanes side by side, one a core, each with books of its own: most of a round is waiting.</summary>
    private static void Kills(Report report, string name, int rounds, int seed, Func<int, string> newBooks)
    {
        var lanes = Math.Min(Environment.ProcessorCount, rounds);
        var results = new (int Acknowledged, List<string> Problems)[lanes];
        Parallel.For(
            0,
            lanes,
            new ParallelOptions { MaxDegreeOfParallelism = lanes },
            lane =>
                results[lane] = KillRounds.Run(
                    rounds / lanes + (lane < rounds % lanes ? 1 : 0),
                    seed + lane * 100_000,
                    round => newBooks(lane * 100_000 + round)
                )
        );
        var (acknowledged, problems) = (
            results.Sum(lane => lane.Acknowledged),
            results.SelectMany(lane => lane.Problems).ToList()
        );
        Report.Fact($"{name}：kill −9 {rounds} 轮，已答复的保存", acknowledged.ToString("#,0"));
        report.None($"{name}：丢失、残缺或不平", problems);
    }
}
