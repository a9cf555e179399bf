namespace Fazhang.Verify.Sources;

/// <summary>The pages that a program such as poppler's pdftotext has extracted from a PDF, made into a report's text.</summary>
public static class PdfPages
{
    /// <summary>Reads extracted text whose pages end in a form feed.</summary>
    /// <param name="extracted">The program's output.</param>
    /// <param name="name">The file's name, for messages.</param>
    /// <exception cref="UnreadableSourceException">The pages hold no text: a scan.</exception>
    public static ReportText Read(string extracted, string name)
    {
        ArgumentNullException.ThrowIfNull(extracted);
        ArgumentNullException.ThrowIfNull(name);
        var writer = new SourceWriter(SourceFormat.Pdf);
        var page = 0;
        for (var start = 0; start < extracted.Length; )
        {
            var end = extracted.IndexOf('\f', start);
            end = end < 0 ? extracted.Length : end;
            AddPage(writer, extracted[start..end], ++page);
            start = end + 1;
        }
        return writer.Finish(name);
    }

    private static void AddPage(SourceWriter writer, string page, int number)
    {
        var place = new SourceSpan
        {
            Start = 0,
            Length = 0,
            Character = 0,
            Page = number,
        };
        var lines = Lines(page);
        var margin = lines.Where(line => line.End > line.First).Select(line => line.First - line.Start).DefaultIfEmpty(0).Min();
        lines.RemoveAll(line => line.First == line.End);
        // A number alone at the head or foot of a page is the page's; elsewhere it is a cell.
        if (lines.Count > 0 && IsPageNumber(page.AsSpan(lines[^1].First, lines[^1].End - lines[^1].First)))
        {
            lines.RemoveAt(lines.Count - 1);
        }
        if (lines.Count > 0 && IsPageNumber(page.AsSpan(lines[0].First, lines[0].End - lines[0].First)))
        {
            lines.RemoveAt(0);
        }
        foreach (var (start, first, end) in lines)
        {
            AddLine(writer, page, Math.Min(start + margin, first), end, place);
        }
    }

    /// <summary>
    /// One line. Wide gaps are the columns of a table and become tabs; single blanks stay; the indentation of a paragraph
    /// stays two blanks, since it tells where a paragraph begins.
    /// </summary>
    private static void AddLine(SourceWriter writer, string page, int start, int end, SourceSpan place)
    {
        for (var i = start; i < end; i++)
        {
            if (page[i] != ' ')
            {
                writer.Add(page[i], i, place);
                continue;
            }
            var gap = i;
            while (i + 1 < end && page[i + 1] == ' ')
            {
                i++;
            }
            if (gap == start)
            {
                writer.Insert(' ');
                writer.Insert(' ');
            }
            else if (i - gap >= 2)
            {
                writer.Insert('\t');
            }
            else
            {
                writer.Add(' ', gap, place);
            }
        }
        writer.Insert('\n');
    }

    /// <summary>The lines of a page: where each starts, its first sign, and the end of its last sign.</summary>
    private static List<(int Start, int First, int End)> Lines(string page)
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
            lines.Add((start, first, end));
            start = next + 1;
        }
        return lines;
    }

    /// <summary>A line that holds nothing but a number of up to four digits with dashes round it: - 3 -, — 12 —, 7.</summary>
    private static bool IsPageNumber(ReadOnlySpan<char> line)
    {
        var number = line.Trim(" -—–·");
        return number.Length is > 0 and <= 4 && number.IndexOfAnyExceptInRange('0', '9') < 0;
    }
}
