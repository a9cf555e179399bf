namespace Fazhang.Verify.Figures;

/// <summary>Words that make a percentage a change (增长8%) and not a level (提高到8%).</summary>
internal static class ChangeWords
{
    private static readonly string[] Words =
    [
        "增长",
        "增加",
        "上升",
        "提高",
        "提升",
        "上涨",
        "增幅",
        "涨幅",
        "增速",
        "下降",
        "下滑",
        "降低",
        "减少",
        "跌幅",
        "降幅",
        "减幅",
        "压缩",
        "压减",
        "缩短",
        "缩减",
        "回落",
        "抬升",
        "上行",
        "下行",
        "高出",
        "低于",
        "同比",
        "环比",
        "净增",
        "扩大",
        "收窄",
        "增收",
        "多收",
        "少收",
        "递增",
        "递减",
        "攀升",
        "翻",
    ];

    /// <summary>增, 降, 多 … alone mean a change only when the number follows at once.</summary>
    private const string ShortChangeWords = "增降升跌涨减多少高低";

    private static readonly string[] Fillers =
    [
        "幅度为",
        "幅度达",
        "分别为",
        "分别达",
        "分别是",
        "分别",
        "依次为",
        "依次是",
        "依次",
        "各自",
        "各",
        "均",
        "在",
        "了",
        "达",
        "为",
        "至多",
        "近",
        "超过",
        "约",
        "超",
        "将近",
        "幅度",
        "率为",
        "率",
        "逾",
        "出",
    ];

    private static readonly string[] Movements = ["上升", "下降", "提高", "提升", "降低"];

    private static readonly string[] LevelWords = ["到", "至", "不低", "不高", "占"];

    public static FigureKind ChangeOr(Candidate c, FigureKind otherwise, Figure? previous)
    {
        if (previous is { Kind: FigureKind.ChangePercent or FigureKind.Percent })
        {
            return previous.Kind;
        }
        if (c.Text[c.Numeral.Start - 1] is '↑' or '↓')
        {
            return FigureKind.ChangePercent;
        }
        var words = c.Before(16);
        if (IsReached(words))
        {
            return otherwise;
        }
        var stripped = true;
        while (stripped)
        {
            stripped = false;
            foreach (var filler in Fillers)
            {
                if (words.EndsWith(filler) && !words.EndsWith("超过" + filler))
                {
                    words = words[..^filler.Length].TrimEnd();
                    stripped = true;
                }
            }
        }
        foreach (var level in LevelWords)
        {
            if (words.EndsWith(level))
            {
                return otherwise;
            }
        }
        foreach (var change in Words)
        {
            if (words.EndsWith(change))
            {
                return FigureKind.ChangePercent;
            }
        }
        return words.Length > 0 && ShortChangeWords.Contains(words[^1]) ? FigureKind.ChangePercent : otherwise;
    }

    /// <summary>由4.08%下降为2.67%: the level reached, not the change.</summary>
    private static bool IsReached(ReadOnlySpan<char> words)
    {
        if (!words.EndsWith("为"))
        {
            return false;
        }
        // 2010年下降为20.2% has come down to it; 同比下降为3% has come down by it.
        if (words.IndexOfAny('由', '从') < 0 && (IsCompared(words) || !EndsWithAny(words[..^1], Movements)))
        {
            return false;
        }
        foreach (var change in Words)
        {
            if (words[..^1].EndsWith(change))
            {
                return true;
            }
        }
        return false;
    }

    private static bool IsCompared(ReadOnlySpan<char> words)
    {
        foreach (var word in (ReadOnlySpan<string>)["同比", "环比", "比上", "比去", "比前", "较"])
        {
            if (words.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }
        return false;
    }

    private static bool EndsWithAny(ReadOnlySpan<char> words, string[] endings)
    {
        foreach (var ending in endings)
        {
            if (words.EndsWith(ending))
            {
                return true;
            }
        }
        return false;
    }
}
