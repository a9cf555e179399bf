using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Fazhang.Core.Reports;

/// <summary>Writes a report as CommonMark (tables in the usual pipe form). What it says is what the plain text says.</summary>
public static partial class MarkdownReport
{
    /// <summary>The report.</summary>
    /// <param name="document">The document.</param>
    /// <param name="figureHref">Address of a figure's page; null for figures without links.</param>
    public static string Write(ReportDocument document, Func<FigureRef, string>? figureHref = null)
    {
        var markdown = new StringBuilder();
        foreach (var block in document.Blocks)
        {
            if (markdown.Length > 0)
                markdown.Append('\n');
            if (block is Table table)
                WriteTable(markdown, table, figureHref);
            else
                markdown.Append(Mark(block)).Append(Start(Line(block.Inlines, figureHref))).Append('\n');
        }
        return markdown.ToString();
    }

    private static string Mark(Block block) =>
        block switch
        {
            TitleBlock => "# ",
            Heading heading => new string('#', heading.Level + 1) + " ",
            Note => "> ",
            _ => "",
        };

    private static void WriteTable(StringBuilder markdown, Table table, Func<FigureRef, string>? figureHref)
    {
        for (var row = 0; row < table.Rows.Count; row++)
        {
            markdown.Append(
                CultureInfo.InvariantCulture,
                $"| {string.Join(" | ", table.Rows[row].Select(cell => Line(cell, figureHref)))} |\n"
            );
            if (row == 0)
                markdown.Append('|').Insert(markdown.Length, "---|", table.Rows[0].Count).Append('\n');
        }
    }

    private static string Line(IEnumerable<Inline> inlines, Func<FigureRef, string>? figureHref) =>
        string.Concat(inlines.Select(inline => Piece(inline, figureHref)));

    private static string Piece(Inline inline, Func<FigureRef, string>? figureHref) =>
        inline is FigureRef { Printed: { } printed } figure && figureHref is not null
            ? $"{Escape(printed.Before)}[{Escape(printed.Number)}](<{figureHref(figure)}>){Escape(printed.After)}"
            : Escape(inline.Text);

    private static string Escape(string text) => Special().Replace(text, @"\$0");

    /// <summary>At the start of a line a list number, plus, minus or equals sign has a meaning of its own.</summary>
    private static string Start(string line) => ListStart().Replace(line, @"$1\$2");

    [GeneratedRegex(@"[\\`*_{}\[\]<>#|~&!$]")]
    private static partial Regex Special();

    [GeneratedRegex(@"^(\d*)([.)+=\-])")]
    private static partial Regex ListStart();
}
