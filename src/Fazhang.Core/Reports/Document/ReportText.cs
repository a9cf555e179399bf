using System.Text;

namespace Fazhang.Core.Reports;

/// <summary>Where a piece of a report stands in its plain text.</summary>
/// <param name="Block">Index of the block in <see cref="ReportDocument.Blocks"/>.</param>
/// <param name="Inline">The piece.</param>
/// <param name="Start">First character (UTF-16), from 0.</param>
public sealed record InlineSpan(int Block, Inline Inline, int Start)
{
    /// <summary>Length in characters.</summary>
    public int Length => Inline.Text.Length;

    /// <summary>First character behind the piece.</summary>
    public int End => Start + Length;
}

/// <summary>
/// The plain text of a report, one block a line (cells of a table divided by tabs, rows by line ends), with the place of every piece.
/// It is the text that the checker reads, so a finding at (start, length) leads back to its paragraph.
/// </summary>
public sealed record ReportText
{
    /// <summary>The text.</summary>
    public required string Text { get; init; }

    /// <summary>All pieces in order of their start.</summary>
    public required IReadOnlyList<InlineSpan> Spans { get; init; }

    /// <summary>Writes the plain text of a report.</summary>
    public static ReportText Of(ReportDocument document)
    {
        var text = new StringBuilder();
        var spans = new List<InlineSpan>();
        for (var block = 0; block < document.Blocks.Count; block++)
        {
            foreach (var (line, separator) in Lines(document.Blocks[block]))
            {
                foreach (var inline in line)
                {
                    spans.Add(new InlineSpan(block, inline, text.Length));
                    text.Append(inline.Text);
                }
                text.Append(separator);
            }
        }
        return new ReportText { Text = text.ToString(), Spans = spans };
    }

    /// <summary>The pieces that a stretch of the text touches; an empty stretch touches the piece it stands in.</summary>
    public IReadOnlyList<InlineSpan> Locate(int start, int length)
    {
        var end = start + Math.Max(length, 1);
        return Spans.Where(span => span.Start < end && span.End > start).ToList();
    }

    private static IEnumerable<(IReadOnlyList<Inline> Line, char Separator)> Lines(Block block) =>
        block is Table table
            ? table.Rows.SelectMany(row => row.Select((cell, column) => (cell, column == row.Count - 1 ? '\n' : '\t')))
            : [(block.Inlines, '\n')];
}
