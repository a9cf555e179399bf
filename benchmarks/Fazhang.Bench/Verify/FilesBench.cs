using System.Diagnostics;
using System.Globalization;
using System.Text;
using Fazhang.Core.Exchange;
using Fazhang.Verify;
using Fazhang.Verify.Sources;

namespace Fazhang.Bench.Verify;

/// <summary>
/// Reads and checks 3,000 synthetic reports of 30 KB (90 MB) from disk, and shows that time grows with the length of a
/// text and no faster, also for hostile ones.
/// </summary>
public static class FilesBench
{
    private const int BytesOfFile = 30_000;

    /// <summary>Text without figures, so that a synthetic report is denser than the densest real ones (300 figures in 30 KB).</summary>
    private const string Prose =
        "各部门健全机制,压实责任,加强协调,持续提升依法行政能力和水平;坚持问题导向,完善制度,规范程序,强化监督,"
        + "推动各项任务落地见效。各区县结合实际细化措施,明确时限和责任人,定期调度,及时通报,确保工作不走样、不打折扣。"
        + "对群众反映集中的问题逐一回应,建立台账,跟踪办理,让人民群众在每一件具体事情中感受到公平。";

    private const double AimSeconds = 20;
    private const double AimMegabytes = 300;

    /// <summary>Four times the text may take this many times as long: linear, with room for a busy machine.</summary>
    private const double AimGrowth = 8;

    /// <summary>Runs all measures; exit code 0 when every aim holds, 1 when one is missed.</summary>
    public static int Run(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        var folder = Directory.CreateTempSubdirectory("fazhang-bench-").FullName;
        try
        {
            var quick = args.Contains("--quick");
            var times = quick ? 20_000 : 100_000;
            var holds = ManyFiles(folder, quick ? 300 : 3_000);
            var sample = Report(new Random(7), 4 * times);
            holds &= Grows("report", sample, text => ReportChecker.Check(text));
            holds &= Grows("digits only", new string('9', 4 * times), text => ReportChecker.Check(text));
            holds &= Grows("shares only", string.Concat(Enumerable.Repeat("占1%、", times)), text => ReportChecker.Check(text));
            // Repetitions that tempt a finder to look back over everything before.
            foreach (
                var piece in (string[])
                    ["万", "1,", "其中1件、", "“", "1-", "1|", "1|2\n", "甲7件,占3%;", "由1%升至2%,同比增长3%,"]
            )
            {
                holds &= Grows(
                    piece.TrimEnd(),
                    string.Concat(Enumerable.Repeat(piece, times)),
                    text => ReportChecker.Check(text)
                );
            }
            holds &= Grows(
                "web page",
                string.Concat(Enumerable.Repeat("<p>受理<b>15</b>件。</p>", 6_000)),
                text => ReportSource.Read(Encoding.UTF8.GetBytes("<html><body>" + text), "a.html")
            );
            return holds ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static bool ManyFiles(string folder, int files)
    {
        for (var i = 0; i < files; i++)
        {
            File.WriteAllText(Path.Combine(folder, $"{i:D4}.txt"), Report(new Random(i), BytesOfFile));
        }
        var bytes = new DirectoryInfo(folder).EnumerateFiles().Sum(file => file.Length);
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        int figures = 0,
            relations = 0;
        Parallel.ForEach(
            Directory.EnumerateFiles(folder),
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            file =>
            {
                var result = ReportChecker.Check(ReportFile.Read(file).Text);
                Interlocked.Add(ref figures, result.Figures.Count);
                Interlocked.Add(ref relations, result.Relations.Count);
            }
        );
        var seconds = watch.Elapsed.TotalSeconds;
        var processor = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
        var megabytes = Process.GetCurrentProcess().PeakWorkingSet64 / 1e6;
        var holds = seconds < AimSeconds && megabytes < AimMegabytes && relations > files;
        Console.WriteLine(
            $"{files} files, {bytes / 1e6:F1} MB, {figures} figures, {relations} relations on {Environment.ProcessorCount} processors: "
                + $"{seconds:F1} s (aim {AimSeconds}; processor time {processor:F1} s), {megabytes:F0} MB (aim {AimMegabytes}) {Verdict(holds)}"
        );
        return holds;
    }

    private static bool Grows(string name, string text, Action<string> work)
    {
        work(text);
        var times = new[] { 1, 2, 4 }.Select(factor => Best(string.Concat(Enumerable.Repeat(text, factor)), work)).ToArray();
        var holds = times[2] < (times[0] * AimGrowth) + 20;
        Console.WriteLine(
            $"{name}, {text.Length / 1e3:F0} k characters: 1× {times[0]:F0} ms, 2× {times[1]:F0} ms, 4× {times[2]:F0} ms (aim under {AimGrowth}×) {Verdict(holds)}"
        );
        return holds;
    }

    /// <summary>The best of three runs, in milliseconds: the others measure the machine's other work.</summary>
    private static double Best(string text, Action<string> work) =>
        Enumerable
            .Range(0, 3)
            .Select(_ =>
            {
                var watch = Stopwatch.StartNew();
                work(text);
                return watch.Elapsed.TotalMilliseconds;
            })
            .Min();

    /// <summary>A report of about that many bytes of UTF-8: sums, shares and growth that hold, prose between them.</summary>
    private static string Report(Random random, int bytes)
    {
        var text = new StringBuilder("某市2024年法治政府建设年度情况报告\n");
        for (var part = 1; text.Length * 2.6 < bytes; part++)
        {
            text.Append(CultureInfo.InvariantCulture, $"({part})推进第{part}方面工作。");
            for (var i = 0; i < 6; i++)
            {
                int first = random.Next(10, 5_000),
                    second = random.Next(10, 5_000),
                    third = random.Next(1, 900);
                var all = first + second + third;
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"全年办理第{i}类事项{all}件,其中市本级{first}件、区县{second}件、乡镇{third}件,市本级占{100.0 * first / all:F1}%。"
                );
                text.Append(Prose);
            }
            text.Append('\n');
        }
        return text.ToString();
    }

    private static string Verdict(bool holds) => holds ? "ok" : "MISSED";
}
