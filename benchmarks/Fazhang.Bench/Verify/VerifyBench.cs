using System.Diagnostics;
using Fazhang.Verify;

namespace Fazhang.Bench.Verify;

/// <summary>
/// Measures the checker on annotated texts: figures by kind, relations, false errors, seeded slips, speed; and what was
/// won and lost against the result committed last.
/// </summary>
public static class VerifyBench
{
    private const string Usage =
        "usage: verify [FOLDER with seeds/ and corpus/] [--baseline FILE] [--write FILE] [--misses] [--speed] | verify --on FOLDER of .txt files [--misses]";

    /// <summary>Runs the measurement; exit code 0 when all aims hold, 1 when one does not, 2 when the texts are not there.</summary>
    public static int Run(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        if (Option(args, "--on") is { } plain)
        {
            return PlainTexts.Run(plain, args.Contains("--misses"));
        }
        var folder = args.FirstOrDefault(a => !a.StartsWith('-') && Directory.Exists(a)) ?? FindFolder();
        var texts = AnnotatedText.ReadAll(folder);
        if (texts.Count == 0)
        {
            Console.Error.WriteLine($"no annotated texts in {folder}. {Usage}");
            return 2;
        }
        var results = texts.Select(text => (Text: text, Result: ReportChecker.Check(text.Text))).ToList();
        var lines = new List<string>();
        Figures(results, lines);
        Relations(results, lines);
        FalseErrors(results, lines);
        var seen = SlipMeasure.Run(results, lines);
        foreach (var line in lines.Where(l => args.Contains("--misses") || !IsCase(l)))
        {
            Console.WriteLine(line);
        }
        Baseline.Compare(
            lines.Where(IsCase).ToList(),
            Option(args, "--baseline") ?? InRepository("benchmarks/Fazhang.Bench/Verify/baseline.txt"),
            Option(args, "--write")
        );
        if (args.Contains("--speed"))
        {
            Speed(texts);
        }
        var report = new Report();
        report.AtLeast("数字召回率", Recall(results, _ => true).Rate, 0.985, "0.0000");
        report.AtLeast("数字精确率", Precision(results, []).Rate, 0.985, "0.0000");
        report.AtMost("误报的差错", lines.Count(l => l.StartsWith("  - false error", StringComparison.Ordinal)), 0, "0");
        report.AtLeast("植入笔误的发现率(差错或疑问)", seen.Rate, 0.9, "0.0000");
        return report.End();
    }

    /// <summary>A line about one case (missed, false, unfound): these are compared with the committed result.</summary>
    internal static bool IsCase(string line) => line.StartsWith("  - ", StringComparison.Ordinal);

    private static void Figures(List<(AnnotatedText Text, CheckResult Result)> results, List<string> lines)
    {
        lines.Add("FIGURES (same start and same value)");
        foreach (var set in new[] { ("seeds", true), ("corpus", false) })
        {
            var chosen = results.Where(r => r.Text.IsSeed == set.Item2).ToList();
            lines.Add($"{set.Item1}: recall {Recall(chosen, _ => true)}; precision {Precision(chosen, lines)}");
        }
        foreach (var kind in results.SelectMany(r => r.Text.Figures).Select(f => f.Kind).Distinct().Order(StringComparer.Ordinal))
        {
            lines.Add($"  {kind, -11} recall {Recall(results, f => f.Kind == kind)}");
        }
        foreach (var (text, result) in results)
        {
            var found = result.Figures.ToDictionary(f => f.Start, f => f.Value);
            lines.AddRange(
                text.Figures.Where(g => !(found.TryGetValue(g.Start, out var v) && v == g.Value))
                    .Select(g => $"  - missed {text.Name} {g.Start} {g.Text}{g.Unit}")
            );
        }
    }

    private static Score Recall(IEnumerable<(AnnotatedText Text, CheckResult Result)> results, Func<GoldFigure, bool> chosen)
    {
        var hits = results
            .SelectMany(r =>
                r.Text.Figures.Where(chosen).Select(g => r.Result.Figures.Any(f => f.Start == g.Start && f.Value == g.Value))
            )
            .ToList();
        return new Score(hits.Count(hit => hit), hits.Count);
    }

    private static Score Precision(IEnumerable<(AnnotatedText Text, CheckResult Result)> results, List<string> lines)
    {
        int right = 0,
            all = 0;
        foreach (var (text, result) in results.Where(r => r.Text.Complete))
        {
            foreach (var figure in result.Figures)
            {
                var isRight = text.Figures.Any(g => g.Start == figure.Start && g.Value == figure.Value);
                right += isRight ? 1 : 0;
                all++;
                if (!isRight)
                {
                    lines.Add($"  - false {text.Name} {figure.Start} {figure.Text}{figure.Unit}");
                }
            }
        }
        return new Score(right, all);
    }

    private static void Relations(List<(AnnotatedText Text, CheckResult Result)> results, List<string> lines)
    {
        lines.Add("RELATIONS annotated as holding that the checker found (same figures)");
        foreach (
            var type in results.SelectMany(r => r.Text.Relations).Select(r => r.Type).Distinct().Order(StringComparer.Ordinal)
        )
        {
            var hits = new List<bool>();
            foreach (var (text, result) in results)
            {
                var starts = text.Figures.ToDictionary(f => f.Id, f => f.Start);
                var found = result.Relations.Select(r => r.Members.Select(m => result.Figures[m].Start).ToHashSet()).ToList();
                foreach (
                    var relation in text.Relations.Where(r =>
                        r.Type == type && r.Class == "holds" && r.Members.All(starts.ContainsKey)
                    )
                )
                {
                    var members = relation.Members.Select(m => starts[m]).ToHashSet();
                    var hit = found.Any(f => f.IsSupersetOf(members) || (f.Count > 2 && members.IsSupersetOf(f)));
                    hits.Add(hit);
                    if (!hit)
                    {
                        lines.Add($"  - unfound {type} {string.Join(' ', relation.Members)}");
                    }
                }
            }
            lines.Add($"  {type, -20} {new Score(hits.Count(h => h), hits.Count)}");
        }
    }

    private static void FalseErrors(List<(AnnotatedText Text, CheckResult Result)> results, List<string> lines)
    {
        var cries = new List<string>();
        var clean = 0;
        foreach (var (text, result) in results)
        {
            var wrong = text.Relations.Where(r => r.Class == "error").SelectMany(r => r.Members).ToHashSet();
            var starts = text.Figures.Where(f => wrong.Contains(f.Id)).Select(f => f.Start).ToHashSet();
            var isKnown = (Finding f) =>
                text.Name == "daxinganling-2023"
                || (f.Relation is { } r && result.Relations[r].Members.Any(m => starts.Contains(result.Figures[m].Start)));
            var falseOnes = result.Findings.Where(f => f.Level == FindingLevel.Error && !isKnown(f)).ToList();
            cries.AddRange(falseOnes.Select(f => $"  - false error {text.Name} {f.Start} {f.Code}"));
            clean += falseOnes.Count == 0 ? 1 : 0;
        }
        lines.Add($"FALSE ERRORS {cries.Count}; texts without one: {new Score(clean, results.Count)}");
        lines.AddRange(cries);
        lines.Add(
            $"QUESTIONS {results.Sum(r => r.Result.Findings.Count(f => f.Level == FindingLevel.Question))} in {results.Count} texts"
        );
    }

    private static void Speed(IReadOnlyList<AnnotatedText> texts)
    {
        var report = string.Concat(texts.Where(t => t.IsSeed).Select(t => t.Text));
        foreach (var times in new[] { 1, 2, 4 })
        {
            var large = string.Concat(Enumerable.Repeat(report, 20 * times));
            var watch = Stopwatch.StartNew();
            var figures = ReportChecker.Check(large).Figures.Count;
            Console.WriteLine(
                $"SPEED one text of {large.Length / 1e6:F2} M characters: {watch.ElapsedMilliseconds} ms, {figures} figures"
            );
        }
        var many = Stopwatch.StartNew();
        var count = 0;
        Parallel.For(0, 3000, i => Interlocked.Add(ref count, ReportChecker.Check(report[..10_000]).Figures.Count));
        Console.WriteLine(
            $"SPEED 3000 reports of 10000 characters (about 30 KB): {many.ElapsedMilliseconds} ms, {count} figures, {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:F0} MB peak"
        );
    }

    private static string? Option(string[] args, string name)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }

    private static string FindFolder() => InRepository("../shared") ?? ".";

    /// <summary>A path beside the solution file; null when the program runs somewhere else.</summary>
    private static string? InRepository(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Fazhang.slnx")))
            {
                return Path.GetFullPath(Path.Combine(folder.FullName, path));
            }
        }
        return null;
    }
}
