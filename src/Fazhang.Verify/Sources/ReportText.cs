namespace Fazhang.Verify.Sources;

/// <summary>What a report was read from.</summary>
public enum SourceFormat
{
    /// <summary>Plain text or Markdown.</summary>
    Text,

    /// <summary>A web page.</summary>
    Html,

    /// <summary>A word processor's document (Office Open XML).</summary>
    Docx,

    /// <summary>Pages extracted from a PDF.</summary>
    Pdf,
}

/// <summary>The text of a report and the way back from each of its characters to the source.</summary>
public sealed record ReportText
{
    private int[]? lineStarts;

    /// <summary>The text that the checker reads; all offsets count its UTF-16 code units from 0.</summary>
    public required string Text { get; init; }

    /// <summary>What the text was read from.</summary>
    public required SourceFormat Format { get; init; }

    /// <summary>Stretches of the text in rising order of their start; the first starts at 0.</summary>
    public required IReadOnlyList<SourceSpan> Offsets { get; init; }

    /// <summary>Where the character at an offset stands in the source.</summary>
    /// <param name="offset">From 0 to the length of the text, inclusive.</param>
    /// <exception cref="ArgumentOutOfRangeException">The offset is outside the text.</exception>
    public SourcePlace Locate(int offset)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, Text.Length);
        int low = 0,
            high = Offsets.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = Offsets[middle].Start <= offset ? (middle, high) : (low, middle - 1);
        }
        var span = Offsets[low];
        return new SourcePlace
        {
            Character = span.Character + Math.Min(offset - span.Start, span.Length),
            Part = span.Part,
            Paragraph = span.Paragraph,
            Page = span.Page,
        };
    }

    /// <summary>The place of a character in words: 第3行, 正文第12段, 第5页, 网页源码第1024个字符.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The offset is outside the text.</exception>
    public string Describe(int offset)
    {
        var place = Locate(offset);
        return Format switch
        {
            SourceFormat.Html => $"网页源码第 {place.Character + 1} 个字符",
            SourceFormat.Docx => $"{DocxPartName(place.Part)}第 {place.Paragraph} 段",
            SourceFormat.Pdf => $"第 {place.Page} 页",
            _ => $"第 {Line(offset)} 行",
        };
    }

    /// <summary>The line of the text, from 1, in which a character stands.</summary>
    public int Line(int offset)
    {
        lineStarts ??= [0, .. Enumerable.Range(0, Text.Length).Where(i => Text[i] == '\n').Select(i => i + 1)];
        var found = Array.BinarySearch(lineStarts, offset);
        return found >= 0 ? found + 1 : ~found;
    }

    private static string DocxPartName(string? part) =>
        part?[(part.LastIndexOf('/') + 1)..] switch
        {
            "footnotes.xml" => "脚注",
            "endnotes.xml" => "尾注",
            _ => "正文",
        };
}

/// <summary>A stretch of <see cref="ReportText.Text"/> whose characters stand one after the other in the source.</summary>
public sealed record SourceSpan
{
    /// <summary>Its first character in the text.</summary>
    public required int Start { get; init; }

    /// <summary>How many characters of the text come from the source; what follows up to the next span was added (a line break, a tab).</summary>
    public required int Length { get; init; }

    /// <summary>Its first character in the source: of the decoded file (text, web page), of the paragraph (docx) or of the page (PDF).</summary>
    public required int Character { get; init; }

    /// <summary>Docx: the part of the package, for example word/document.xml.</summary>
    public string? Part { get; init; }

    /// <summary>Docx: the paragraph within the part, from 1, in the order in which paragraphs begin.</summary>
    public int? Paragraph { get; init; }

    /// <summary>PDF: the page, from 1.</summary>
    public int? Page { get; init; }
}

/// <summary>One place in a source.</summary>
public sealed record SourcePlace
{
    /// <summary>The character, from 0: of the decoded file (text, web page), of the paragraph (docx) or of the page (PDF).</summary>
    public required int Character { get; init; }

    /// <summary>Docx: the part of the package.</summary>
    public string? Part { get; init; }

    /// <summary>Docx: the paragraph within the part, from 1.</summary>
    public int? Paragraph { get; init; }

    /// <summary>PDF: the page, from 1.</summary>
    public int? Page { get; init; }
}
