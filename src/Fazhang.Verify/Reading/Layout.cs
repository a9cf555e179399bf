namespace Fazhang.Verify.Reading;

/// <summary>A stretch of the text, from <see cref="Start"/> up to but not including <see cref="End"/>.</summary>
internal readonly record struct Stretch(int Start, int End)
{
    public bool Holds(int position) => position >= Start && position < End;
}

/// <summary>Sentences, paragraphs and quoted stretches of one text, found in one pass.</summary>
internal sealed class Layout
{
    /// <summary>Longer quotations are whole statements, whose figures count; shorter ones are names and slogans.</summary>
    private const int LongestName = 30;

    private readonly List<int> sentenceStarts = [0];
    private readonly List<int> paragraphStarts = [0];
    private readonly List<Stretch> names = [];
    private readonly Lazy<IReadOnlyList<Table>> tables;

    public Layout(FoldedText text)
    {
        Text = text;
        ReadBreaks();
        ReadNames('“', '”');
        ReadNames('"', '"');
        ReadNames('「', '」');
        ReadNames('《', '》');
        ReadNames('〈', '〉');
        ReadNames('〔', '〕');
        ReadNames('[', ']');
        tables = new Lazy<IReadOnlyList<Table>>(() =>
            [.. TableReader.Read(text).Concat(VerticalTables.Read(text)).OrderBy(table => table.Start)]
        );
        names.Sort((a, b) => a.Start.CompareTo(b.Start));
    }

    public FoldedText Text { get; }

    public IReadOnlyList<Table> Tables => tables.Value;

    /// <summary>The table cell that starts or ends around the position, with its header; null outside tables.</summary>
    public Cell? CellAt(int position)
    {
        var (low, high) = (0, Tables.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Tables[middle].Start <= position ? (middle + 1, high) : (low, middle);
        }
        return low > 0 && position < Tables[low - 1].End ? Tables[low - 1].CellAt(position) : null;
    }

    /// <summary>The line break at the position is none of the text: the sentence goes on in the next line.</summary>
    public bool IsSoftBreakAt(int position) =>
        Chars.IsLineBreak(Text[position]) && SentenceOf(position) == SentenceOf(Math.Min(Text.Length, position + 2));

    public int SentenceOf(int position) => IndexOf(sentenceStarts, position);

    public int ParagraphOf(int position) => IndexOf(paragraphStarts, position);

    public int SentenceStart(int position) => sentenceStarts[SentenceOf(position)];

    public int SentenceEnd(int position)
    {
        var next = SentenceOf(position) + 1;
        return next < sentenceStarts.Count ? sentenceStarts[next] : Text.Length;
    }

    /// <summary>The quotation, book title or bracket of a document number that encloses the position, if it is a short one.</summary>
    public Stretch? NameAround(int position)
    {
        // Names are short and do not cross a sentence, so only the few that start before the position can hold it.
        var low = 0;
        var high = names.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (names[middle].Start <= position)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }
        for (var i = low - 1; i >= Math.Max(0, low - 4); i--)
        {
            if (names[i].Holds(position))
            {
                return names[i];
            }
        }
        return null;
    }

    private static int IndexOf(List<int> starts, int position)
    {
        var found = starts.BinarySearch(position);
        return found >= 0 ? found : ~found - 1;
    }

    private void ReadBreaks()
    {
        var lineStart = 0;
        for (var i = 0; i < Text.Length; i++)
        {
            var c = Text[i];
            if (Chars.IsLineBreak(c))
            {
                if (!IsSoftBreak(lineStart, i))
                {
                    sentenceStarts.Add(i + 1);
                    paragraphStarts.Add(i + 1);
                }
                lineStart = i + 1;
            }
            else if (Chars.EndsSentence(c))
            {
                sentenceStarts.Add(i + 1);
            }
        }
    }

    /// <summary>
    /// A line of text extracted from a PDF ends in the middle of a sentence: the line is long, its last sign is no
    /// punctuation and the next line goes on at once, without indentation.
    /// </summary>
    private bool IsSoftBreak(int lineStart, int at)
    {
        var end = at;
        var next = Text[at] == '\r' && Text[at + 1] == '\n' ? at + 2 : at + 1;
        if (Text[at] == '\n' && Text[at - 1] == '\r')
        {
            end--;
        }
        var last = Text[end - 1];
        var first = Text[next];
        return end - lineStart >= 20
            && Text.Span(lineStart, end).IndexOfAny('|', '\t') < 0
            && (Chars.IsHan(last) || Chars.IsDigit(last) || last is ',' or '、')
            && (Chars.IsHan(first) || Chars.IsDigit(first))
            && !(Chars.IsChineseDigit(first) && Text[next + 1] == '、');
    }

    private void ReadNames(char open, char close)
    {
        var start = -1;
        for (var i = 0; i < Text.Length; i++)
        {
            var c = Text[i];
            if (start >= 0 && (Chars.EndsSentence(c) || (i - start > LongestName && open is not '《')))
            {
                start = -1;
            }
            if (c == close && start >= 0)
            {
                names.Add(new Stretch(start, i + 1));
                start = -1;
            }
            else if (c == open)
            {
                start = i;
            }
        }
    }
}
