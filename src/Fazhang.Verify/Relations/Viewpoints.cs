namespace Fazhang.Verify.Relations;

/// <summary>Words that say by what a whole is divided: 从类型看, 在受理的案件中, 刑事里.</summary>
internal static class Viewpoints
{
    private const int LongestViewpoint = 16;

    private const int ShortestViewpoint = 3;

    private const int LongestReview = 4;

    private static readonly string[] ViewEnds =
    [
        "看",
        "分",
        "划分",
        "分类",
        "统计",
        "情况",
        "类型",
        "分析",
        "分布",
        "构成",
        "方面",
    ];

    private static readonly string[] ChosenFew =
    [
        "主要",
        "集中",
        "突出",
        "较多",
        "居前",
        "最",
        "例如",
        "典型",
        "前三",
        "前五",
        "前十",
    ];

    /// <summary>中心, 集中, 公里: 中 and 里 as parts of other words.</summary>
    private static readonly string[] InnerWords =
    [
        "中心",
        "中级",
        "中央",
        "中小",
        "中介",
        "中学",
        "中国",
        "中标",
        "中止",
        "中医",
        "中专",
        "中药",
        "中层",
        "中等",
        "中期",
        "集中",
        "华中",
        "空中",
        "初中",
        "高中",
        "年中",
        "公里",
        "邻里",
        "里程",
    ];

    /// <summary>
    /// 从案件类型看, 按区域分, 在受理的案件中: the words at the head of a sentence that announce how the whole named before falls
    /// into parts. Null when there are none, or when only some parts are picked out (主要集中在).
    /// </summary>
    public static string? Viewpoint(string gap)
    {
        var start = gap.AsSpan().LastIndexOfAny("。\n;") + 1;
        var head = gap[start..].TrimStart();
        if (ChosenFew.Any(word => head.Contains(word, StringComparison.Ordinal)))
        {
            return null;
        }
        for (var at = 0; head.AsSpan(at).IndexOfAny(",:") is >= 0 and var length; at += length + 1)
        {
            if (
                length is >= ShortestViewpoint and <= LongestViewpoint
                && IsViewpoint(head.Substring(at, length), head[at + length])
            )
            {
                return head.Substring(at, length);
            }
        }
        return null;
    }

    /// <summary>刑事里侦查阶段, 国内证中经济类: the kind named before of which the items are parts; null when the label names none.</summary>
    public static string? Inside(string label)
    {
        var at = label.AsSpan().IndexOfAny('中', '里');
        return
            at >= 2
            && at + 2 < label.Length
            && label[0] != '其'
            && !InnerWords.Any(word => label.AsSpan(at - 1, 3).Contains(word, StringComparison.Ordinal))
            ? label[..at]
            : null;
    }

    private static bool IsViewpoint(string clause, char mark) =>
        (
            ViewEnds.Any(clause.EndsWith)
            && (clause[0] is '从' or '按' or '分' or '依' || mark == ':' || clause.EndsWith("方面", StringComparison.Ordinal))
        )
        // 经审查,立案50件,并案2件: what became of all that was examined. 经清理 speaks of the whole stock, not of what came before.
        || (clause.StartsWith('经') && clause.Length <= LongestReview && clause.AsSpan().IndexOfAny("审查核评研") > 0)
        || (clause.EndsWith('中') && !clause.StartsWith('其'));
}
