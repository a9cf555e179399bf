namespace Fazhang.Verify.Sources;

/// <summary>The pages that a program such as poppler's pdftotext has extracted from a PDF, made into a report's text.</summary>
public static class PdfPages
{
    /// <summary>A gap of that many blanks divides columns of a table.</summary>
    private const int ColumnGap = 3;

    /// <summary>A line that reaches this share of the page's widest line was broken by the width of the page, not by its author.</summary>
    private const double FullLine = 0.88;

    /// <summary>A line of one page, without the margin that all lines of the page share.</summary>
    private sealed record Line
    {
        public required string Page { get; init; }
        public required SourceSpan Place { get; init; }
        public required int First { get; init; }
        public required int End { get; init; }

        /// <summary>Blanks before the first sign, beyond the margin.</summary>
        public required int Indent { get; init; }

        /// <summary>Width in columns; a Chinese character takes two.</summary>
        public required int Width { get; init; }
        public required bool IsFull { get; init; }
        public ReadOnlySpan<char> Text => Page.AsSpan(First, End - First);
        public bool HasColumns => Text.IndexOf(new string(' ', ColumnGap), StringComparison.Ordinal) >= 0;
    }

    /// <summary>
    /// Reads extracted text whose pages end in a form feed. Numbers of pages are left out; lines that the page's width
    /// has broken are joined again, also across pages; columns are divided by tabs.
    /// </summary>
    /// <param name="extracted">The program's output, with its layout kept by blanks.</param>
    /// <param name="name">The file's name, for messages.</param>
    /// <exception cref="UnreadableSourceException">The pages hold no text: a scan.</exception>
    public static ReportText Read(string extracted, string name)
    {
        ArgumentNullException.ThrowIfNull(extracted);
        ArgumentNullException.ThrowIfNull(name);
        var writer = new SourceWriter(SourceFormat.Pdf);
        Line? last = null;
        var page = 0;
        for (var start = 0; start < extracted.Length; )
        {
            var end = extracted.IndexOf('\f', start);
            end = end < 0 ? extracted.Length : end;
            foreach (var line in Lines(extracted[start..end], ++page))
            {
                Separate(writer, last, line);
                Write(writer, line);
                last = line;
            }
            start = end + 1;
        }
        writer.Insert('\n');
        return writer.Finish(name);
    }

    /// <summary>What stands between two lines: a line break, nothing when the page's width broke a sentence, a blank between words.</summary>
    private static void Separate(SourceWriter writer, Line? last, Line line)
    {
        if (last is null)
        {
            return;
        }
        if (!last.IsFull || line.Indent > 1 || last.HasColumns || line.HasColumns)
        {
            writer.Insert('\n');
        }
        else if (char.IsAsciiLetter(writer.Last) && char.IsAsciiLetter(line.Page[line.First]))
        {
            writer.Insert(' ');
        }
    }

    /// <summary>Wide gaps become tabs, the indentation of a paragraph two blanks.</summary>
    private static void Write(SourceWriter writer, Line line)
    {
        if (line.Indent > 1)
        {
            writer.Insert(' ');
            writer.Insert(' ');
        }
        for (var i = line.First; i < line.End; i++)
        {
            var gap = i;
            while (line.Page[i] == ' ' && line.Page[i + 1] == ' ')
            {
                i++;
            }
            if (i - gap + 1 >= ColumnGap)
            {
                writer.Insert('\t');
            }
            else if (line.Page[i] != ' ' || !(IsWide(writer.Last) || IsWide(line.Page[i + 1])))
            {
                // A narrow gap beside a Chinese character is the typesetter's: 8 万件 is printed from 8万件.
                writer.Add(line.Page[i], i, line.Place);
            }
        }
    }

    private static bool IsWide(char c) => c >= '\u2E80';

    /// <summary>The lines of a page that hold text, without the page's number at its head or foot.</summary>
    private static List<Line> Lines(string page, int number)
    {
        var stretches = Stretches(page);
        // A number alone at the head or foot of a page is the page's; elsewhere it is a cell.
        if (stretches.Count > 0 && IsPageNumber(page.AsSpan(stretches[^1].First..stretches[^1].End)))
        {
            stretches.RemoveAt(stretches.Count - 1);
        }
        if (stretches.Count > 0 && IsPageNumber(page.AsSpan(stretches[0].First..stretches[0].End)))
        {
            stretches.RemoveAt(0);
        }
        if (stretches.Count == 0)
        {
            return [];
        }
        var place = new SourceSpan
        {
            Start = 0,
            Length = 0,
            Character = 0,
            Page = number,
        };
        var margin = stretches.Min(line => line.First - line.Start);
        var widths = stretches.ConvertAll(line => Width(page.AsSpan(line.Start..line.End)) - margin);
        var widest = widths.Max();
        return
        [
            .. stretches.Select(
                (line, i) =>
                    new Line
                    {
                        Page = page,
                        Place = place,
                        First = line.First,
                        End = line.End,
                        Indent = line.First - line.Start - margin,
                        Width = widths[i],
                        IsFull = widths[i] >= widest * FullLine,
                    }
            ),
        ];
    }

    /// <summary>Where each line that is not blank starts, its first sign, and the end of its last sign.</summary>
    private static List<(int Start, int First, int End)> Stretches(string page)
    {
        var lines = new List<(int, int, int)>();
        for (var start = 0; start < page.Length; )
        {
            var next = page.IndexOf('\n', start);
            next = next < 0 ? page.Length : next;
            int first = start,
                end = next;
            while (first < end && page[first] is ' ' or '\r')
            {
                first++;
            }
            while (end > first && page[end - 1] is ' ' or '\r')
            {
                end--;
            }
            if (end > first)
            {
                lines.Add((start, first, end));
            }
            start = next + 1;
        }
        return lines;
    }

    private static int Width(ReadOnlySpan<char> text)
    {
        var width = text.Length;
        foreach (var c in text)
        {
            width += IsWide(c) ? 1 : 0;
        }
        return width;
    }

    /// <summary>A line that holds nothing but a number of up to four digits with dashes round it: - 3 -, — 12 —, 7.</summary>
    private static bool IsPageNumber(ReadOnlySpan<char> line)
    {
        var number = line.Trim(" -—–·");
        return number.Length is > 0 and <= 4 && number.IndexOfAnyExceptInRange('0', '9') < 0;
    }
}
