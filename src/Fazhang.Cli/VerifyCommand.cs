using System.CommandLine;
using Fazhang.Core.Exchange;
using Fazhang.Verify;
using Spectre.Console;

namespace Fazhang.Cli;

/// <summary>`fazhang verify FILE…`: reads reports, lists their figures, recomputes their arithmetic. 0 = no errors, 1 = errors, 2 = unreadable input.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("files") { Description = "报告文件（txt、md）", Arity = ArgumentArity.OneOrMore };
        var json = Output.JsonOption();
        var html = new Option<FileInfo?>("--html") { Description = "把标注后的报告写成一个网页（一次一份）" };
        var quiet = new Option<bool>("--quiet") { Description = "只列差错和疑问，不列数字和相符的关系" };
        var command = new Command("verify", "核验报告：列出数字，重算勾稽关系，指出差错和疑问") { files, json, html, quiet };
        command.SetAction(result =>
            Run(result.GetRequiredValue(files), result.GetValue(json), result.GetValue(html), result.GetValue(quiet))
        );
        return command;
    }

    private static int Run(string[] files, bool json, FileInfo? html, bool quiet)
    {
        var results = new List<(string File, CheckResult Result)>();
        var unreadable = false;
        foreach (var file in files)
            try
            {
                results.Add((file, ReportChecker.Check(ReportFile.Read(file))));
            }
            catch (UnreadableFileException exception)
            {
                Console.Error.WriteLine(exception.Message);
                unreadable = true;
            }
        if (html is not null)
            WriteHtml(results, html);
        if (json)
            Console.WriteLine(VerifyJson.Write(results));
        else
            foreach (var (file, result) in results)
                Print(file, result, quiet);
        return unreadable ? 2
            : results.Any(pair => pair.Result.Findings.Any(finding => finding.Level == FindingLevel.Error)) ? 1
            : 0;
    }

    private static void WriteHtml(List<(string File, CheckResult Result)> results, FileInfo html)
    {
        if (results is not [var (file, result)])
            throw new CommandException("--html 一次写一份报告。请只给一个能读的文件。", 2);
        File.WriteAllText(html.FullName, VerifyHtml.Page(result, Path.GetFileNameWithoutExtension(file)));
    }

    private static void Print(string file, CheckResult result, bool quiet)
    {
        AnsiConsole.MarkupLine($"[bold]── {Markup.Escape(Path.GetFileName(file))}[/]");
        if (!quiet)
        {
            PrintFigures(result);
            foreach (var relation in result.Relations.Where(relation => relation.Verdict == Verdict.Holds))
                AnsiConsole.MarkupLine("[green]相符[/] " + Markup.Escape(relation.Explanation));
        }
        foreach (var finding in result.Findings)
        {
            var (colour, word) = finding.Level == FindingLevel.Error ? ("red", "差错") : ("yellow", "疑问");
            AnsiConsole.MarkupLine(
                $"[{colour} bold]{word}[/] [{colour}]{finding.Code}[/] 第 {LineOf(result.Text, finding.Start)} 行：{Markup.Escape(Excerpt(result.Text, finding))}"
            );
            AnsiConsole.MarkupLine("     " + Markup.Escape(finding.Message));
        }
        var holds = result.Relations.Count(relation => relation.Verdict == Verdict.Holds);
        var errors = result.Findings.Count(finding => finding.Level == FindingLevel.Error);
        AnsiConsole.MarkupLine(
            $"{result.Figures.Count} 个数字，{result.Relations.Count} 组勾稽关系，{holds} 组成立；"
                + $"[{(errors > 0 ? "red" : "green")}]{errors} 处差错[/]，{result.Findings.Count - errors} 个疑问。"
        );
        AnsiConsole.WriteLine();
    }

    private static void PrintFigures(CheckResult result)
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
                $"[grey]{LineOf(result.Text, figure.Start)}[/]",
                Markup.Escape(figure.Text),
                Markup.Escape(figure.Unit + (figure.Approx ? "（约）" : "")),
                Markup.Escape(figure.Subject)
            );
        AnsiConsole.Write(table);
    }

    private static int LineOf(string text, int start) => text.AsSpan(0, start).Count('\n') + 1;

    private static string Excerpt(string text, Finding finding)
    {
        var excerpt = text.Substring(finding.Start, Math.Min(finding.Length, text.Length - finding.Start))
            .ReplaceLineEndings(" ");
        return excerpt.Length <= 60 ? excerpt : excerpt[..60] + "…";
    }
}
