using Fazhang.Verify;
using Fazhang.Verify.Sources;
using Spectre.Console;

namespace Fazhang.Cli;

/// <summary>Prints one result for people: figures, what agrees, then errors and questions with their arithmetic.</summary>
internal static class VerifyPrinter
{
    private const int LongestExcerpt = 60;

    public static void Print(VerifyOutcome outcome, bool quiet)
    {
        var (result, source) = (outcome.Result!, outcome.Source!);
        AnsiConsole.MarkupLine($"[bold]── {Safe(Path.GetFileName(outcome.File))}[/]");
        if (!quiet)
        {
            PrintFigures(result, source);
            foreach (var relation in result.Relations.Where(relation => relation.Verdict == Verdict.Holds))
                AnsiConsole.MarkupLine("[green]相符[/] " + Safe(relation.Explanation));
        }
        foreach (var finding in result.Findings)
        {
            var (colour, word) = finding.Level == FindingLevel.Error ? ("red", "差错") : ("yellow", "疑问");
            AnsiConsole.MarkupLine(
                $"[{colour} bold]{word}[/] [{colour}]{finding.Code}[/] {source.Describe(finding.Start)}：{Safe(Excerpt(result.Text, finding.Start, finding.Length))}"
            );
            AnsiConsole.MarkupLine("     " + Safe(finding.Message));
        }
        var holds = result.Relations.Count(relation => relation.Verdict == Verdict.Holds);
        var errors = result.Findings.Count(finding => finding.Level == FindingLevel.Error);
        AnsiConsole.MarkupLine(
            $"{result.Figures.Count} 个数字，{result.Relations.Count} 组勾稽关系，{holds} 组成立；"
                + $"[{(errors > 0 ? "red" : "green")}]{errors} 处差错[/]，{result.Findings.Count - errors} 个疑问。"
        );
        AnsiConsole.WriteLine();
    }

    /// <summary>A stretch of the text on one line, cut when it is long.</summary>
    public static string Excerpt(string text, int start, int length)
    {
        var excerpt = Plain(text.AsSpan(start, Math.Min(length, Math.Min(LongestExcerpt + 1, text.Length - start))));
        return excerpt.Length <= LongestExcerpt ? excerpt : excerpt[..LongestExcerpt] + "…";
    }

    /// <summary>Without line breaks and other control characters: a report must not be able to steer the reader's terminal.</summary>
    private static string Plain(ReadOnlySpan<char> text) =>
        string.Create(
            text.Length,
            text,
            (target, source) =>
            {
                for (var i = 0; i < source.Length; i++)
                    target[i] = char.IsControl(source[i]) ? ' ' : source[i];
            }
        );

    private static string Safe(string text) => Markup.Escape(Plain(text));

    private static void PrintFigures(CheckResult result, ReportText source)
    {
        var table = new Spectre.Console.Table().Border(TableBorder.None).HideHeaders();
        table.AddColumns(
            new TableColumn("").RightAligned(),
            new TableColumn("").RightAligned(),
            new TableColumn(""),
            new TableColumn("")
        );
        foreach (var figure in result.Figures)
            table.AddRow(
                $"[grey]{source.Line(figure.Start)}[/]",
                Safe(figure.Text),
                Safe(figure.Unit + (figure.Approx ? "（约）" : "")),
                Safe(figure.Subject)
            );
        AnsiConsole.Write(table);
    }
}
