using System.Text;
using Fazhang.Verify;

namespace Fazhang.Cli;

/// <summary>
/// The results as a table for a spreadsheet (RFC 4180, UTF-8 with a mark so that Excel reads Chinese): one row a finding,
/// one a relation that agrees, one a file that cannot be read.
/// </summary>
internal sealed class VerifyCsv : IDisposable
{
    private readonly StreamWriter writer;
    private readonly bool quiet;

    public VerifyCsv(FileInfo file, bool quiet)
    {
        this.quiet = quiet;
        Target = file.FullName;
        writer = new StreamWriter(file.FullName, append: false, new UTF8Encoding(true)) { NewLine = "\r\n" };
        Row("文件", "位置", "起点", "长度", "结论", "代码", "原文", "算式和说明");
    }

    /// <summary>The file that is written.</summary>
    public string Target { get; }

    public void Write(VerifyOutcome outcome)
    {
        if (outcome.Result is not { } result || outcome.Source is not { } source)
        {
            Row(outcome.File, "", "", "", "读不出", "", "", outcome.Problem ?? "");
            return;
        }
        foreach (var finding in result.Findings)
            Row(
                outcome.File,
                source.Describe(finding.Start),
                $"{finding.Start}",
                $"{finding.Length}",
                finding.Level == FindingLevel.Error ? "差错" : "疑问",
                finding.Code,
                VerifyPrinter.Excerpt(result.Text, finding.Start, finding.Length),
                finding.Message
            );
        if (quiet)
            return;
        foreach (var relation in result.Relations.Where(relation => relation.Verdict == Verdict.Holds))
        {
            var start = relation.Members.Select(member => result.Figures[member].Start).DefaultIfEmpty(0).Min();
            var end = relation.Members.Select(member => result.Figures[member].End).DefaultIfEmpty(0).Max();
            Row(
                outcome.File,
                source.Describe(start),
                $"{start}",
                $"{end - start}",
                "相符",
                VerifyJson.Name(relation.Type),
                VerifyPrinter.Excerpt(result.Text, start, end - start),
                relation.Explanation
            );
        }
    }

    public void Finish() => writer.Flush();

    public void Dispose() => writer.Dispose();

    /// <summary>A cell as CSV. A text that a spreadsheet would run as a formula gets an apostrophe before it (OWASP, CSV injection).</summary>
    internal static string Cell(string text)
    {
        var safe = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + text : text;
        return safe.AsSpan().IndexOfAny("\",\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private void Row(params ReadOnlySpan<string> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0)
                writer.Write(',');
            writer.Write(Cell(cells[i]));
        }
        writer.WriteLine();
    }
}
