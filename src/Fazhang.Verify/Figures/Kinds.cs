using Fazhang.Verify.Reading;

namespace Fazhang.Verify.Figures;

/// <summary>Decides what sort of quantity a figure is.</summary>
internal static class Kinds
{
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
                ? ChangeWords.ChangeOr(c, FigureKind.Percent, previous)
                : FigureKind.RatePer,
            MeasureKind.Money => FigureKind.Money,
            MeasureKind.Percent when c.OwnCell is { } own && IsChangeColumn(own.Header) => FigureKind.ChangePercent,
            MeasureKind.Percent => ChangeWords.ChangeOr(c, FigureKind.Percent, previous),
            MeasureKind.Points => FigureKind.ChangePoints,
            MeasureKind.PerMille => FigureKind.RatePer,
            MeasureKind.Multiple => ChangeWords.ChangeOr(c, FigureKind.RatePer, previous),
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

    private static FigureKind OfShared(Candidate c, Measure shared, Figure? previous) =>
        shared.Kind switch
        {
            MeasureKind.Points => FigureKind.ChangePoints,
            MeasureKind.Percent => ChangeWords.ChangeOr(c, FigureKind.Percent, previous),
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
