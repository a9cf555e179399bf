namespace Fazhang.Bench.Faults;

/// <summary>Several programs on the same books at once, and a PostgreSQL server that dies under them.</summary>
internal static class TwoProcesses
{
    /// <summary>Two whole programs on the same books: both go on, nothing is lost, nothing is numbered twice.</summary>
    public static IEnumerable<string> Together(string where, TimeSpan time)
    {
        var (one, two) = (new Acknowledged(), new Acknowledged());
        using (var first = new WorkerProcess(where, clerks: 4, seed: 11, one))
        {
            first.WaitReady();
            using var second = new WorkerProcess(where, clerks: 4, seed: 22, two);
            second.WaitReady();
            Thread.Sleep(time);
            foreach (var (worker, name) in new[] { (first, "第一个"), (second, "第二个") })
                if (worker.Ended)
                    yield return $"{name}程序自己结束了：{worker.Errors.Result}";
            first.Kill();
            second.Kill();
        }
        if (one.Count == 0 || two.Count == 0)
            yield return $"有一个程序什么也没有保存：{one.Count}、{two.Count}";
        foreach (var problem in KillRounds.Verify(where, one).Concat(KillRounds.Verify(where, two)))
            yield return problem;
    }

    /// <summary>
    /// The server is killed under work and started again, again and again, while the program goes on: what fails is
    /// refused in words, what was answered is there, and work goes on by itself after each start.
    /// </summary>
    public static IEnumerable<string> ServerKilled(PostgresServer server, int rounds, Random random)
    {
        var where = server.NewBooks();
        var acknowledged = new Acknowledged();
        using (var worker = new WorkerProcess(where, clerks: 6, seed: 33, acknowledged))
        {
            worker.WaitReady();
            for (var round = 0; round < rounds; round++)
            {
                Thread.Sleep(random.Next(50, 500));
                server.Kill();
                Thread.Sleep(random.Next(0, 300));
                server.Start();
                var before = acknowledged.Count;
                if (!SpinWait.SpinUntil(() => acknowledged.Count > before || worker.Ended, TimeSpan.FromSeconds(20)))
                    yield return $"第 {round + 1} 轮：服务器起来二十秒后，程序还不能保存";
                if (!worker.Ended)
                    continue;
                yield return $"第 {round + 1} 轮：程序自己结束了：{worker.Errors.Result}";
                yield break;
            }
            worker.Kill();
        }
        Report.Fact(
            "  其间用话拒绝",
            string.Join("；", acknowledged.Refusals.Select(pair => $"{pair.Value} 次“{pair.Key[8..]}”"))
        );
        foreach (var problem in KillRounds.Verify(where, acknowledged))
            yield return problem;
    }
}
