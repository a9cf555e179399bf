using Fazhang.Verify.Reading;

namespace Fazhang.Verify.Figures;

/// <summary>Decides what sort of quantity a figure is.</summary>
internal static class Kinds
{
    private static readonly string[] ChangeWords =
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

    private const int LongestNoun = 8;

    private static readonly string[] People =
    [
        "儿童",
        "婴幼儿",
        "群众",
        "学生",
        "职工",
        "农民",
        "居民",
        "党员",
        "干部",
        "律师",
        "老人",
        "老年人",
        "劳动者",
        "纳税人",
        "市民",
        "师生",
    ];

    private static readonly string[] PerWords =
    [
        "日均",
        "人均",
        "天均",
        "月均",
        "平均每天",
        "平均每日",
        "平均每月",
        "平均每周",
        "周均",
        "平均每人",
        "平均每件",
        "每天",
        "每日",
        "每月",
        "户均",
        "件均",
        "院均",
        "所均",
        "之比",
        "比值",
    ];

    /// <summary>The kind; <paramref name="previous"/> is the figure before when nothing but 、 stands between.</summary>
    public static FigureKind Of(Candidate c, Figure? previous) =>
        c.Kind switch
        {
            null when c.Shared() is { } shared => OfShared(c, shared, previous),
            null when c.OwnCell is { } cell && c.HasCellSign && IsOfShares(cell.Header) => FigureKind.ChangePoints,
            null when IsSpelledShare(c) => FigureKind.Percent,
            null when c.Numeral.HasMultiplier && IsOfMoney(c) => FigureKind.Money,
            _ when Exclusions.IsSpelledRate(c) => c.Text.EndsWith(c.Numeral.Start, "百分之")
                ? ChangeOr(c, FigureKind.Percent, previous)
                : FigureKind.RatePer,
            MeasureKind.Money => FigureKind.Money,
            MeasureKind.Percent when c.OwnCell is { } own && IsChangeColumn(own.Header) => FigureKind.ChangePercent,
            MeasureKind.Percent => ChangeOr(c, FigureKind.Percent, previous),
            MeasureKind.Points => FigureKind.ChangePoints,
            MeasureKind.PerMille => FigureKind.RatePer,
            MeasureKind.Multiple => ChangeOr(c, FigureKind.RatePer, previous),
            MeasureKind.Time => FigureKind.Duration,
            _ when IsPer(c) => FigureKind.RatePer,
            MeasureKind.Person => FigureKind.People,
            MeasureKind.Event => FigureKind.Times,
            null when c.Text.StartsWithAny(c.UnitStart, People) || c.Numeral.HasMultiplier && IsOfPeople(c) => FigureKind.People,
            _ => FigureKind.Count,
        };

    /// <summary>545万城镇失业人员: the noun behind the number ends with people.</summary>
    private static bool IsOfPeople(Candidate c)
    {
        var end = c.UnitStart;
        while (end - c.UnitStart < LongestNoun && Chars.IsHan(c.Text[end]))
        {
            end++;
        }
        var noun = c.Text.Span(c.UnitStart, end);
        foreach (var word in People)
        {
            if (noun.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }
        return noun.Contains("人员", StringComparison.Ordinal) || noun.Contains("人口", StringComparison.Ordinal);
    }

    private static FigureKind ChangeOr(Candidate c, FigureKind otherwise, Figure? previous)
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
        foreach (var change in ChangeWords)
        {
            if (words.EndsWith(change))
            {
                return FigureKind.ChangePercent;
            }
        }
        return words.Length > 0 && ShortChangeWords.Contains(words[^1]) ? FigureKind.ChangePercent : otherwise;
    }

    private static FigureKind OfShared(Candidate c, Measure shared, Figure? previous) =>
        shared.Kind switch
        {
            MeasureKind.Points => FigureKind.ChangePoints,
            MeasureKind.Percent => ChangeOr(c, FigureKind.Percent, previous),
            MeasureKind.Money => FigureKind.Money,
            MeasureKind.Person => FigureKind.People,
            MeasureKind.Event => FigureKind.Times,
            MeasureKind.PerMille => FigureKind.RatePer,
            _ => FigureKind.Count,
        };

    /// <summary>同比(%), 增长率, 比上年±%.</summary>
    public static bool IsChangeColumn(string header) =>
        header.Contains("同比", StringComparison.Ordinal)
        || header.Contains("环比", StringComparison.Ordinal)
        || header.Contains('±')
        || header.Contains("增长", StringComparison.Ordinal)
        || header.Contains("增幅", StringComparison.Ordinal)
        || header.Contains("增速", StringComparison.Ordinal);

    private static bool IsOfShares(string header) =>
        header.Contains('率') || header.Contains("比重", StringComparison.Ordinal) || header.Contains('%');

    /// <summary>律师办案占98.66: the sign of per cent is missing.</summary>
    private static bool IsSpelledShare(Candidate c) =>
        !c.IsWhole
        && c.Numeral.Value < 100
        && !c.Numeral.HasMultiplier
        && c.Text.EndsWithAny(c.WordsEnd, ["占", "占比", "占比为", "率", "率为", "率达"]);

    /// <summary>支出1.21万亿: yuan go without saying.</summary>
    private static bool IsOfMoney(Candidate c)
    {
        var words = c.Before(10);
        foreach (
            var word in (ReadOnlySpan<string>)
                [
                    "支出",
                    "收入",
                    "总额",
                    "产值",
                    "投资",
                    "资金",
                    "生产总值",
                    "GDP",
                    "税收",
                    "余额",
                    "损失",
                    "金额",
                    "债券",
                    "工资",
                    "补偿",
                    "罚款",
                    "罚没",
                    "赔偿",
                    "欠款",
                    "费用",
                    "补助",
                    "补贴",
                    "经费",
                ]
        )
        {
            if (words.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }
        return false;
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
        foreach (var change in ChangeWords)
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

    private static bool IsPer(Candidate c)
    {
        var words = c.Before(12);
        foreach (var per in PerWords)
        {
            if (words.Contains(per, StringComparison.Ordinal))
            {
                return true;
            }
        }
        // A fraction of a thing can only be an average (平均材料3.7个); 每个村3名 is an allotment.
        return !c.Numeral.HasMultiplier
            && c.Kind is MeasureKind.Thing or MeasureKind.Person
            && (!c.IsWhole || words.Contains("每个", StringComparison.Ordinal));
    }
}
