using System.Diagnostics;
using Fazhang.Core.Figures;
using Fazhang.Core.Reports;

namespace Fazhang.Bench;

/// <summary>Reading all figures of the year, composing and auditing the annual report, and the trial balance, on the demonstration city.</summary>
internal static class ReadBench
{
    public static int Run(string[] args)
    {
        var times = args.Contains("--quick") ? 20 : 500;
        using var bench = new BenchBooks();
        var (records, _) = bench.LoadDemo();
        var books = bench.Books;
        var city = books.Units.Root!.Id;
        var report = new Report();
        Report.Fact("记录数", records.ToString());
        Report.Fact("指标数", books.Catalogue.Indicators.Count.ToString());
        var read = Measure(times, () => new FigureReader(books).Read(2024, city));
        report.AtMost("读取全年全部数字，毫秒（p50）", read.P50, 20);
        report.AtMost("读取全年全部数字，毫秒（p99）", read.P99, 40);
        var draft = Measure(times, () => new AnnualReport(books).Draft(2024, city));
        report.AtMost("生成并核验年度报告，毫秒（p50）", draft.P50, 50);
        report.AtMost("生成并核验年度报告，毫秒（p99）", draft.P99, 100);
        report.AtMost("试算平衡，毫秒", new TrialBalance(books).Compare().Milliseconds, 5000);
        return report.End();
    }

    private static (double P50, double P99) Measure(int times, Func<object> work)
    {
        work();
        var all = new List<double>(times);
        for (var i = 0; i < times; i++)
        {
            var watch = Stopwatch.StartNew();
            work();
            all.Add(watch.Elapsed.TotalMilliseconds);
        }
        all.Sort();
        return (all[times / 2], all[Math.Min(times - 1, times * 99 / 100)]);
    }
}
