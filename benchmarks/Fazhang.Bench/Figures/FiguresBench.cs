using System.Diagnostics;
using Fazhang.Core.Figures;

namespace Fazhang.Bench.Figures;

/// <summary>
/// Reading all indicators of a year for the whole city at growing numbers of records, and recomputing all of them beside
/// SQL written by hand and beside DuckDB on the same rows.
/// </summary>
internal static class FiguresBench
{
    private const int Year = 2024;

    public static int Run(string[] args)
    {
        var quick = args.Contains("--quick");
        var report = new Report();
        using var bench = new BenchBooks();
        var volume = new Volume(bench);
        var reads = new List<double>();
        foreach (var size in quick ? new[] { 10_000L, 200_000L } : [10_000L, 200_000L, 2_000_000L])
        {
            volume.Reach(size);
            reads.Add(Read(bench, volume.Records, quick ? 200 : 1000));
        }
        Rebuild(report, bench, rounds: quick ? 2 : 3);
        if (!quick)
        {
            var records = Multiplied.Make(bench, volume.Records, times: 10);
            reads.Add(Read(bench, records, 1000));
            var balance = new TrialBalance(bench.Books).Compare();
            Report.Fact(
                "两千万条上的试算平衡",
                $"{balance.Records:#,0} 条记录，{balance.Milliseconds / 1000.0:0.0} 秒，{balance.Differences.Count} 处不符"
            );
            report.AtMost("两千万条上的试算不符", balance.Differences.Count, 0, "0");
        }
        report.AtMost("读全市全年全部指标，毫秒（各规模中最慢的 p50）", reads.Max(), 20, "0.00");
        report.AtMost("同上，最慢的规模 ÷ 最快的规模", reads.Max() / reads.Min(), 1.3);
        return report.End();
    }

    /// <summary>The median time of one reading, in milliseconds; prints what belongs beside it.</summary>
    private static double Read(BenchBooks bench, long records, int times)
    {
        var books = bench.Books;
        var reader = new FigureReader(books);
        var city = books.Units.Root!;
        var leaf = books.Units.All.Last(unit => !books.Units.Children(unit).Any());
        var gathered = Percentiles(times / 4, () => reader.Read(Year, city.Id)).P50;
        books.Fold();
        // The quietest of several stretches: what else runs on the machine changes between one size and the next.
        var (p50, p99) = Enumerable.Range(0, 8).Select(_ => Percentiles(times / 8, () => reader.Read(Year, city.Id))).Min();
        var one = Percentiles(times / 4, () => reader.Read(Year, leaf.Id)).P50;
        Report.Fact(
            $"{records:#,0} 条记录",
            $"读全市 {p50:0.00} 毫秒（p50）、{p99:0.00} 毫秒（p99）；折叠之前 {gathered:0.00} 毫秒；读一个基层单位 {one:0.00} 毫秒"
        );
        return p50;
    }

    private static void Rebuild(Report report, BenchBooks bench, int rounds)
    {
        var engine = new List<double>();
        var byHand = new List<double>();
        Dictionary<CellKey, long> cells = [];
        var records = 0L;
        for (var round = 0; round < rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            var balance = new TrialBalance(bench.Books).Compare();
            engine.Add(watch.Elapsed.TotalSeconds);
            records = balance.Records;
            report.AtMost($"第 {round + 1} 遍重算的不符", balance.Differences.Count, 0, "0");
            watch.Restart();
            cells = ByHand.Run(bench);
            byHand.Add(watch.Elapsed.TotalSeconds);
        }
        Report.Fact("重算并比较全部指标", $"{records:#,0} 条记录，{Line(engine)}");
        Report.Fact("手写 SQL，每个台账一条", Line(byHand));
        report.AtMost("重算 ÷ 手写 SQL", engine.Min() / byHand.Min(), 1.5, "0.00");
        report.AtMost("手写 SQL 与账上不同的分户额", ByHand.Differences(bench, cells), 0, "0");
        DuckDb.Run(report, bench, cells, byHand.Min());
    }

    private static string Line(List<double> seconds) =>
        $"{seconds.Min():0.00} 秒（{seconds.Count} 次，{seconds.Min():0.00}—{seconds.Max():0.00}）";

    private static (double P50, double P99) Percentiles(int times, Func<object> work)
    {
        for (var i = 0; i < 20; i++)
            work();
        var all = new List<double>(times);
        for (var i = 0; i < times; i++)
        {
            var start = Stopwatch.GetTimestamp();
            work();
            all.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        all.Sort();
        return (all[times / 2], all[times * 99 / 100]);
    }
}
