using Fazhang.Verify.Reading;

namespace Fazhang.Verify.Figures;

/// <summary>Says what a figure counts, in the report's own words, and in which period and area.</summary>
internal static class Subjects
{
    private const int Longest = 24;

    private static readonly string[] Trailing =
    [
        "达到",
        "达",
        "为",
        "共计",
        "总计",
        "合计",
        "共",
        "累计",
        "了",
        "约",
        "近",
        "超过",
        "超",
        "均",
        "各",
        "有",
        "已",
        "至",
        "到",
        "的",
        "是",
        "分别",
        "依次",
    ];

    private static readonly string[] Leading = ["其中", "并", "且", "还", "另", "共", "累计", "已", "以及", "和", "的"];

    private static readonly string[] Areas =
    [
        "全市",
        "全区",
        "全县",
        "全省",
        "全国",
        "市本级",
        "区本级",
        "县本级",
        "省本级",
        "各级",
        "省级",
        "市级",
    ];

    public static string Of(Candidate c, int previousEnd)
    {
        var before = Trim(c.Before(Longest), previousEnd, c.WordsEnd);
        var after = After(c);
        var both = (before is "其中" ? "" : before) + after; // 办了80余场普法讲座: the noun follows its number
        return both.Length >= 2 ? both : PreviousWords(c) + both;
    }

    /// <summary>Year, quarter, month and area named in the sentence before the figure.</summary>
    public static string ScopeOf(Candidate c)
    {
        var start = Math.Max(c.Layout.SentenceStart(c.Numeral.Start), c.Numeral.Start - 120);
        var words = c.Text.Span(start, c.Numeral.Start).ToString();
        var parts = new List<string>(3);
        if (Periods.LastIn(words) is { Length: > 0 } period)
        {
            parts.Add(period);
        }
        if (
            Areas.MaxBy(area => words.LastIndexOf(area, StringComparison.Ordinal)) is { } area
            && words.Contains(area, StringComparison.Ordinal)
        )
        {
            parts.Add(area);
        }
        return string.Join(',', parts);
    }

    private static string Trim(ReadOnlySpan<char> words, int previousEnd, int wordsEnd)
    {
        if (wordsEnd - words.Length < previousEnd)
        {
            words = words[Math.Min(words.Length, previousEnd - (wordsEnd - words.Length))..];
        }
        var text = words.Trim();
        for (var again = true; again; )
        {
            again = false;
            foreach (var word in Trailing)
            {
                if (text.EndsWith(word) && text.Length > word.Length)
                {
                    text = text[..^word.Length].TrimEnd();
                    again = true;
                }
            }
            foreach (var word in Leading)
            {
                if (text.StartsWith(word) && text.Length > word.Length + 1)
                {
                    text = text[word.Length..].TrimStart();
                    again = true;
                }
            }
        }
        return text.ToString();
    }

    private static string After(Candidate c)
    {
        var end = c.UnitEnd + c.Tail.Length;
        var start = end;
        while (end - start < Longest && !Chars.EndsClause(c.Text[end]) && !Chars.IsDigit(c.Text[end]))
        {
            end++;
        }
        return c.Text.Span(start, end).Trim().ToString();
    }

    /// <summary>占比20.0% after 调解了结120件、: the clause before says of what.</summary>
    private static string PreviousWords(Candidate c)
    {
        var end = Math.Max(0, c.WordsEnd - 1);
        var start = end;
        while (start > 0 && end - start < Longest && !Chars.EndsSentence(c.Text[start - 1]))
        {
            start--;
        }
        return c.Text.Span(start, end).Trim().ToString();
    }
}
