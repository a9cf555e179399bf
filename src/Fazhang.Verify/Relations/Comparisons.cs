namespace Fazhang.Verify.Relations;

/// <summary>Which part an amount plays in a comparison of periods.</summary>
internal enum Role
{
    Current,
    Base,
    Delta,

    /// <summary>Said not to be counted (不含上年旧存28件), or planned (完成预算500万元的40%).</summary>
    Aside,
}

/// <summary>Up or down.</summary>
internal enum Direction
{
    Up,
    Down,
}

/// <summary>The words with which reports compare periods.</summary>
internal static class Comparisons
{
    private static readonly string[] BaseWords =
    [
        "上年",
        "去年",
        "上一年",
        "前一年",
        "上年同期",
        "去年同期",
        "同期",
        "上年度",
        "上月",
        "上年的",
        "去年的",
        "上一年是",
        "上年为",
        "去年为",
        "上一年为",
        "上年是",
        "去年是",
        "上年同期的",
        "去年同期的",
    ];

    private static readonly string[] DeltaWords =
    [
        "增加",
        "减少",
        "净增",
        "净减",
        "净添",
        "增长",
        "下降",
        "增加了",
        "减少了",
        "多",
        "少",
        "增",
        "减",
        "多出",
        "减掉",
        "多了",
        "少了",
        "增了",
        "减了",
        "多收",
        "少收",
        "净增加",
        "净减少",
        "增收",
        "减收",
        "增支",
        "减支",
    ];

    /// <summary>What follows an amount that another one is compared with.</summary>
    private static readonly string[] ComparedBefore =
    [
        "相比",
        "比较",
        "增加",
        "增长",
        "净增",
        "上升",
        "提高",
        "减少",
        "下降",
        "净减",
        "降低",
        "多",
        "少",
        "增",
        "减",
    ];

    private static readonly string[] Periods = ["年", "月", "季", "期", "周", "初", "末", "届", "普查"];

    /// <summary>事故起数减少, 受理数增加: a name that ends like this is followed by a difference.</summary>
    private static readonly string[] Numbers = ["数", "量", "额", "人次", "总数"];

    private static readonly string[] PlanWords = ["预算", "计划", "目标", "任务", "指标"];

    private static readonly string[] AsideWords = ["不含", "不包括", "不计", "未含", "除去", "扣除"];

    private static readonly string[] CompareWords = ["比", "较", "同比", "环比", "上年", "去年", "前一", "上一"];

    private static readonly string[] StartWords =
    [
        "同比",
        "环比",
        "比上",
        "比去",
        "较上",
        "较去",
        "比前",
        "较前",
        "增幅",
        "涨幅",
        "降幅",
        "跌幅",
        "增长",
        "增加",
        "增",
        "上升",
        "下降",
        "减少",
        "减",
        "提高",
        "涨",
        "降",
        "跌",
        "多",
        "少",
    ];

    private static readonly string[] OtherBases =
    [
        "环比",
        "上月",
        "上周",
        "上季",
        "前年",
        "年均",
        "月均",
        "平均",
        "实际",
        "可比",
        "不变价",
        "同口径",
        "累计",
        "年初",
        "计划",
        "预算",
        "疫情前",
        "年前",
        "此前",
        "改革前",
        "实施前",
        "之前",
        "历史",
        "以来",
    ];

    private static readonly string[] LastYear = ["同比", "上年", "去年", "上一年", "同期"];

    private static readonly string[] OtherPeriods =
    [
        "上半年",
        "下半年",
        "年初",
        "年末",
        "年底",
        "上月",
        "上季",
        "上周",
        "前年",
        "季度",
        "环比",
        "五年",
        "三年",
    ];

    private static readonly string[] DirectionWords =
    [
        "增长",
        "增加",
        "增幅",
        "增",
        "上升",
        "升",
        "下降",
        "降",
        "降幅",
        "减少",
        "减",
        "提高",
        "涨",
        "涨幅",
        "跌",
        "跌幅",
        "多",
        "少",
        "高",
        "低",
        "下滑",
        "降低",
        "上涨",
        "提升",
        "翻",
        "压缩",
    ];

    private static readonly string[] Adverbs =
    [
        "分别",
        "大幅",
        "小幅",
        "略",
        "仅",
        "同期",
        "的",
        "均",
        "度",
        "又",
        "再",
        "实现",
        "增",
        "降",
        "净",
    ];

    private static readonly string[] DownWords = ["降", "减", "少", "跌", "下滑", "下行", "缩", "回落", "低", "收窄"];

    /// <summary>The part played by the amount behind the label.</summary>
    public static Role RoleOf(string label)
    {
        var words = WithoutPeriod(label.TrimEnd('约', '近', '超', ' '));
        if (AsideWords.Any(word => words.Contains(word, StringComparison.Ordinal)))
        {
            return Role.Aside;
        }
        if (
            BaseWords.Any(words.EndsWith)
            || BaseWords.Any(words.TrimEnd('为', '是', '共', '达', '有', '仅', '只', '分', '别').EndsWith)
        )
        {
            return Role.Base;
        }
        var delta = DeltaWords.FirstOrDefault(words.EndsWith);
        return
            delta is not null
            && (
                words.Length <= delta.Length + 2
                || delta.Length == 2 && Numbers.Any(words[..^2].EndsWith)
                || CompareWords.Any(word => words.Contains(word, StringComparison.Ordinal))
            )
            ? Role.Delta
            : Role.Current;
    }

    /// <summary>败诉20件,上年败诉30件: last year's amount of the very thing counted before; 上年结转20件 is counted this year.</summary>
    public static bool IsLastYearOf(string label, string before)
    {
        foreach (var word in (ReadOnlySpan<string>)["上年同期", "去年同期", "上年度", "上年", "去年"])
        {
            if (label.StartsWith(word, StringComparison.Ordinal))
            {
                var name = label[word.Length..];
                return name.Length > 1 && before.EndsWith(name, StringComparison.Ordinal) && !before.Contains(word);
            }
        }
        return false;
    }

    /// <summary>一年里减掉30件, 全年净增20人: how long it took says nothing about what is compared.</summary>
    private static string WithoutPeriod(string label)
    {
        foreach (var word in (ReadOnlySpan<string>)["一年里", "一年间", "年内", "全年", "一年"])
        {
            if (label.StartsWith(word, StringComparison.Ordinal))
            {
                return label[word.Length..];
            }
        }
        return label;
    }

    /// <summary>年初预算数, 年度任务: what should be reached, not what was.</summary>
    public static bool IsPlan(string label) => PlanWords.Any(word => label.Contains(word, StringComparison.Ordinal));

    /// <summary>
    /// 比上年决算数14.94亿元增长, 与2010年(普查)的1340人相比: the amount with which another is compared, whatever words
    /// stand between the period and the number.
    /// </summary>
    public static bool IsCompared(string gap, string behind)
    {
        if (!ComparedBefore.Any(word => behind.StartsWith(word, StringComparison.Ordinal)))
        {
            return false;
        }
        var clause = WithoutBrackets(gap);
        var start = clause.LastIndexOfAny([',', '。', ';', '、', ':', '\n']) + 1;
        clause = clause[start..].Trim();
        var at = clause.AsSpan().LastIndexOfAny('比', '较', '与');
        at = at < 0 && clause.StartsWith('同') ? 0 : at;
        return at >= 0
            && Periods.Any(word => clause.IndexOf(word, at, StringComparison.Ordinal) >= 0)
            && !DeltaWords.Any(clause.EndsWith);
    }

    private static string WithoutBrackets(string text)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        var close = text.IndexOf(')', StringComparison.Ordinal);
        return open >= 0 && close > open ? text[..open] + text[(close + 1)..] : text;
    }

    /// <summary>Where the comparison starts in a label such as 案件总量较去年增长: behind the subject; the length when there is none.</summary>
    public static int StartOfComparison(string label)
    {
        var starts = StartWords.Select(word => label.IndexOf(word, StringComparison.Ordinal)).Where(at => at >= 0);
        return starts.DefaultIfEmpty(label.Length).Min();
    }

    /// <summary>
    /// The change is measured against something else than the amount beside it: another period (环比, 比上月) or another
    /// measure (年均, 实际, 按可比价).
    /// </summary>
    public static bool HasOtherBasis(string change, string witness) =>
        IsOtherPeriod(change, witness)
        || OtherBases.Any(word =>
            change.Contains(word, StringComparison.Ordinal) && !witness.Contains(word, StringComparison.Ordinal)
        );

    /// <summary>较2019年增加30件,同比增长5%: the percentage is about last year, the difference about another one.</summary>
    private static bool IsOtherPeriod(string change, string witness) =>
        (IsOfLastYear(change) && NamesPeriod(witness) && !IsOfLastYear(witness))
        || (NamesPeriod(change) && !NamesPeriod(witness) && IsOfLastYear(witness));

    private static bool IsOfLastYear(string label) => LastYear.Any(word => label.Contains(word, StringComparison.Ordinal));

    private static bool NamesPeriod(string label) =>
        OtherPeriods.Any(word => label.Contains(word, StringComparison.Ordinal))
        || (
            label.IndexOf('年', StringComparison.Ordinal) is >= 4 and var at
            && label.AsSpan(at - 4, 4).IndexOfAnyExceptInRange('0', '9') < 0
        );

    /// <summary>The words before the direction name what changes: 其中女性提高3个百分点.</summary>
    public static bool NamesSubject(string label) =>
        NamesSubjectInside(label)
        || (StartOfComparison(label) > 2 && !label.StartsWith('比') && !label.StartsWith('较') && !label.StartsWith('与'));

    /// <summary>同比事故降11.4%: a noun between the comparison and its direction is what changes.</summary>
    public static bool NamesSubjectInside(string label)
    {
        foreach (var word in (ReadOnlySpan<string>)["同比", "环比", "上年同期", "去年同期", "上年", "去年"])
        {
            var at = label.IndexOf(word, StringComparison.Ordinal);
            if (at < 0)
            {
                continue;
            }
            var rest = label[(at + word.Length)..].TrimEnd('了', '约', '近', '超', '达', '为').Trim();
            var direction = DirectionWords.Where(rest.EndsWith).DefaultIfEmpty("").MaxBy(w => w.Length)!;
            var noun = rest[..^direction.Length];
            return noun.Length > 1 && !Adverbs.Any(noun.Contains);
        }
        return false;
    }

    /// <summary>Up unless a word of decrease stands in the words before the number.</summary>
    public static Direction DirectionOf(string words) =>
        DownWords.Any(word => words.Contains(word, StringComparison.Ordinal)) && !words.Contains("不少", StringComparison.Ordinal)
            ? Direction.Down
            : Direction.Up;
}
