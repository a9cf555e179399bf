namespace Fazhang.Core.Reports;

/// <summary>A sentence of a report: a stretch of one line that ends with 。！ or ？, a heading, or a row of a table.</summary>
/// <param name="Block">Index of its block.</param>
/// <param name="Start">First character in the plain text.</param>
/// <param name="Text">Its words.</param>
/// <param name="Spans">The pieces that begin in it.</param>
public sealed record Sentence(int Block, int Start, string Text, IReadOnlyList<InlineSpan> Spans)
{
    private const string Ends = "。！？";
    private const string Closers = "”’）》";

    /// <summary>All sentences of a report in reading order; nothing of its text is left out but line ends.</summary>
    public static IReadOnlyList<Sentence> Of(ReportText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var sentences = new List<Sentence>();
        var next = 0;
        var start = 0;
        for (var i = 0; i < text.Text.Length; i++)
        {
            if (text.Text[i] != '\n' && !EndsAt(text.Text, i))
                continue;
            var end = text.Text[i] == '\n' ? i : i + 1;
            var spans = new List<InlineSpan>();
            while (next < text.Spans.Count && text.Spans[next].Start < Math.Max(end, start + 1))
                spans.Add(text.Spans[next++]);
            if (end > start)
                sentences.Add(new Sentence(BlockAt(text, start), start, text.Text[start..end], spans));
            start = i + 1;
        }
        return sentences;
    }

    private static int BlockAt(ReportText text, int start) => text.Locate(start, 1)[0].Block;

    private static bool EndsAt(string text, int index)
    {
        var next = index + 1 < text.Length ? text[index + 1] : '\n';
        return (Ends.Contains(text[index]) && !Closers.Contains(next))
            || (Closers.Contains(text[index]) && index > 0 && Ends.Contains(text[index - 1]) && !Closers.Contains(next));
    }
}
