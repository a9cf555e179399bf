using System.Text;

namespace Fazhang.Verify.Sources;

/// <summary>Puts a text together from pieces of a source and remembers where each piece came from.</summary>
internal sealed class SourceWriter(SourceFormat format)
{
    private readonly StringBuilder text = new();
    private readonly List<SourceSpan> spans = [];

    // The stretch being written; it grows while the characters follow one another in the source.
    private int start = -1;
    private int character;
    private int length;
    private SourceSpan? kind;

    public int Length => text.Length;

    /// <summary>The last character written, or a line break when there is none.</summary>
    public char Last => text.Length == 0 ? '\n' : text[^1];

    /// <summary>A character of the source.</summary>
    /// <param name="c">The character.</param>
    /// <param name="at">Its place in the file, paragraph or page.</param>
    /// <param name="place">Part, paragraph or page; null in a file that has none.</param>
    public void Add(char c, int at, SourceSpan? place = null)
    {
        if (start < 0 || start + length != text.Length || character + length != at || !ReferenceEquals(kind, place))
        {
            Close();
            (start, character, length, kind) = (text.Length, at, 0, place);
        }
        text.Append(c);
        length++;
    }

    /// <summary>A character that is not in the source: the end of a block, the border of a cell.</summary>
    public void Insert(char c) => text.Append(c);

    /// <summary>Takes back blanks and added characters at the end.</summary>
    public void TrimEnd(char c)
    {
        while (text.Length > 0 && text[^1] == c && text.Length > start + length)
        {
            text.Length--;
        }
    }

    /// <summary>The text; it has at least one span, so that every offset leads somewhere.</summary>
    /// <exception cref="UnreadableSourceException">There is nothing but blanks.</exception>
    public ReportText Finish(string name)
    {
        Close();
        var result = text.ToString();
        if (string.IsNullOrWhiteSpace(result))
        {
            throw new UnreadableSourceException($"{name} 里没有文字。若内容是图片或扫描件,请先做文字识别再核验。");
        }
        if (spans[0].Start > 0)
        {
            spans.Insert(0, spans[0] with { Start = 0, Length = 0 });
        }
        return new ReportText
        {
            Text = result,
            Format = format,
            Offsets = spans,
        };
    }

    private void Close()
    {
        if (start < 0)
        {
            return;
        }
        spans.Add(
            new SourceSpan
            {
                Start = start,
                Length = length,
                Character = character,
                Part = kind?.Part,
                Paragraph = kind?.Paragraph,
                Page = kind?.Page,
            }
        );
        start = -1;
    }
}
