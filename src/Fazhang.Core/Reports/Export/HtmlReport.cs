using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Fazhang.Core.Reports;

/// <summary>A stretch of a report's plain text to be marked on the page.</summary>
/// <param name="Start">First character in <see cref="ReportText.Text"/>.</param>
/// <param name="Length">Characters.</param>
/// <param name="Style">Class of the mark, such as <c>bad</c> or <c>ask</c>.</param>
/// <param name="Reason">Shown when the reader points at it.</param>
public sealed record ReportMark(int Start, int Length, string Style, string Reason);

/// <summary>Writes a report as HTML. Everything that comes from the document is encoded; Chinese stays as it is.</summary>
public static class HtmlReport
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>
    /// The report as one <c>article</c>. Block n has the id <c>bn</c>, so that a finding can point to it; every figure is a link.
    /// </summary>
    /// <param name="document">The report.</param>
    /// <param name="figureHref">Address of a figure's page; null for figures without links.</param>
    /// <param name="marks">Stretches to mark, such as the checker's findings.</param>
    public static string Fragment(
        ReportDocument document,
        Func<FigureRef, string>? figureHref = null,
        IReadOnlyList<ReportMark>? marks = null
    )
    {
        var pieces = ReportText.Of(document).Spans.ToLookup(span => span.Block);
        var writer = new InlineWriter(figureHref, marks ?? []);
        var html = new StringBuilder("<article class=\"paper report\">\n");
        for (var i = 0; i < document.Blocks.Count; i++)
            Write(html, document.Blocks[i], $"b{i}", writer, new Queue<InlineSpan>(pieces[i]));
        return html.Append("</article>\n").ToString();
    }

    /// <summary>The report as a file of its own that needs nothing else and prints on A4 as GB/T 9704-2012 lays it out.</summary>
    public static string Page(ReportDocument document, Func<FigureRef, string>? figureHref = null) =>
        $"""
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Encode(document.Title)}</title>
            <style>
            {HtmlReportStyle.Css}</style>
            </head>
            <body>
            {Fragment(document, figureHref)}</body>
            </html>

            """;

    private static string Encode(string text) => Encoder.Encode(text);

    private static void Write(StringBuilder html, Block block, string id, InlineWriter writer, Queue<InlineSpan> pieces)
    {
        if (block is Table table)
        {
            WriteTable(html, table, id, writer, pieces);
            return;
        }
        var (tag, style) = block switch
        {
            TitleBlock => ("h1", ""),
            Heading heading => ($"h{heading.Level + 1}", ""),
            Signature => ("p", " class=\"signed\""),
            SigningDate => ("p", " class=\"dated\""),
            Note => ("p", " class=\"note\""),
            _ => ("p", ""),
        };
        html.Append(CultureInfo.InvariantCulture, $"<{tag} id=\"{id}\"{style}>");
        writer.Write(html, pieces, pieces.Count);
        html.Append(CultureInfo.InvariantCulture, $"</{tag}>\n");
    }

    private static void WriteTable(StringBuilder html, Table table, string id, InlineWriter writer, Queue<InlineSpan> pieces)
    {
        html.Append(CultureInfo.InvariantCulture, $"<table id=\"{id}\">\n");
        for (var row = 0; row < table.Rows.Count; row++)
        {
            html.Append(
                row == 0 ? "<thead><tr>"
                : row == 1 ? "<tbody>\n<tr>"
                : "<tr>"
            );
            foreach (var cell in table.Rows[row])
            {
                var style = row > 0 && cell.Any(inline => inline is FigureRef) ? " class=\"num\"" : "";
                html.Append(row == 0 ? "<th scope=\"col\">" : $"<td{style}>");
                writer.Write(html, pieces, cell.Count);
                html.Append(row == 0 ? "</th>" : "</td>");
            }
            html.Append(row == 0 ? "</tr></thead>\n" : "</tr>\n");
        }
        html.Append("</tbody>\n</table>\n");
    }

    /// <summary>Writes pieces with their links and marks.</summary>
    private sealed class InlineWriter(Func<FigureRef, string>? figureHref, IReadOnlyList<ReportMark> marks)
    {
        public void Write(StringBuilder html, Queue<InlineSpan> pieces, int count)
        {
            for (; count > 0; count--)
            {
                var piece = pieces.Dequeue();
                if (piece.Inline is FigureRef figure)
                    WriteFigure(html, figure, piece.Start);
                else if (piece.Inline is FactRef fact)
                    WriteFact(html, fact, piece.Start);
                else
                    WriteText(html, piece.Inline.Text, piece.Start);
            }
        }

        private void WriteFigure(StringBuilder html, FigureRef figure, int start)
        {
            if (figure.Printed is not { } printed)
            {
                html.Append(CultureInfo.InvariantCulture, $"<strong class=\"missing\" title=\"{Encode(figure.Title)}\">");
                WriteText(html, figure.Text, start);
                html.Append("</strong>");
                return;
            }
            var (tag, href) = figureHref is null ? ("span", "") : ("a", $" href=\"{Encode(figureHref(figure))}\"");
            WriteText(html, printed.Before, start);
            html.Append(
                CultureInfo.InvariantCulture,
                $"<{tag} class=\"n\"{href} data-figure=\"{Encode(figure.Key)}\" title=\"{Encode(figure.Title)}\">"
            );
            WriteText(html, printed.Number, start + printed.Before.Length);
            html.Append(CultureInfo.InvariantCulture, $"</{tag}>");
            WriteText(html, printed.After, start + printed.Before.Length + printed.Number.Length);
        }

        private void WriteFact(StringBuilder html, FactRef fact, int start)
        {
            html.Append(
                CultureInfo.InvariantCulture,
                $"<span class=\"fact\" title=\"{Encode($"{fact.Fact.Title}（叙述数字，出处：{fact.Fact.Source}）")}\">"
            );
            WriteText(html, fact.Text, start);
            html.Append("</span>");
        }

        /// <summary>Writes words, cut where a mark begins or ends. Where marks overlap the first given shows.</summary>
        private void WriteText(StringBuilder html, string text, int start)
        {
            var end = start + text.Length;
            var cuts = marks
                .SelectMany(mark => new[] { mark.Start, mark.Start + mark.Length })
                .Where(cut => cut > start && cut < end)
                .Append(end)
                .Distinct()
                .Order();
            var from = start;
            foreach (var cut in cuts)
            {
                var words = Encode(text[(from - start)..(cut - start)]);
                var mark = marks.FirstOrDefault(mark => mark.Start <= from && mark.Start + mark.Length >= cut);
                html.Append(
                    mark is null || words.Length == 0
                        ? words
                        : $"<mark class=\"{Encode(mark.Style)}\" title=\"{Encode(mark.Reason)}\">{words}</mark>"
                );
                from = cut;
            }
        }
    }
}
