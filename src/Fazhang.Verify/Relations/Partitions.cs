namespace Fazhang.Verify.Relations;

/// <summary>Outcomes and kinds of which nothing can be two, and those that leave nothing out.</summary>
internal static class Partitions
{
    /// <summary>
    /// Outcomes that exclude each other and leave nothing out, as the rules on clearing up documents, on assessment and
    /// on completion name them. A list of three of one set is complete.
    /// </summary>
    private static readonly string[][] Complete =
    [
        ["保留", "修改", "修订", "废止", "失效"],
        ["优秀", "良好", "合格", "不合格"],
        ["非常满意", "满意", "基本满意", "不满意"],
        ["胜诉", "败诉", "未结"],
    ];

    private static readonly string[][] ExclusiveKinds =
    [
        ["刑事", "民事", "民商事", "行政", "国家赔偿"],
        ["一审", "二审", "再审"],
        ["男", "女"],
        ["城镇", "农村", "乡村"],
        ["第一产业", "第二产业", "第三产业"],
    ];

    private static readonly string[] Inflow = ["新收", "收到", "受理", "接收", "收案", "立案", "接到", "登记", "申请"];

    /// <summary>Ways in which one case can end, of which it has only one.</summary>
    private static readonly string[][] Outcomes =
    [
        ["维持", "驳回", "终止", "撤销", "变更", "确认违法", "责令履行", "调解", "撤回", "不予受理", "确认无效"],
        ["予以公开", "部分公开", "不予公开", "无法提供", "不予处理"],
        ["维持", "改判", "发回重审", "撤诉", "调解", "驳回"],
    ];

    private static readonly (string One, string Other)[] Opposites =
    [
        ("线上", "线下"),
        ("网上", "窗口"),
        ("办结", "在办"),
        ("已办结", "未办结"),
        ("完成", "推进中"),
        ("男", "女"),
        ("受理", "不予受理"),
        ("成功", "未成功"),
        ("胜诉", "未结"),
        ("胜诉", "败诉"),
        ("诉讼", "非诉"),
        ("电话", "非电话"),
        ("来电", "非电话"),
        ("整改完成", "正在整改"),
        ("办完", "在办"),
        ("办结", "未结"),
        ("完成", "在办"),
        ("审结", "未结"),
        ("审结", "在审"),
        ("审结", "结转"),
        ("办结", "结转"),
        ("结案", "结转"),
        ("国内", "涉外"),
        ("来电", "来访"),
        ("准予", "不予"),
        ("批捕", "不捕"),
        ("逮捕", "不捕"),
        ("起诉", "不诉"),
        ("起诉", "不起诉"),
        ("在线", "转派"),
        ("在线", "派单"),
        ("派单", "在线"),
        ("即办", "转办"),
        ("即结", "转办"),
        ("前台", "转办"),
        ("直接", "转办"),
        ("交", "直办"),
        ("转办", "直办"),
        ("按期", "逾期"),
        ("按时", "超时"),
        ("按时", "逾期"),
        ("出席", "缺席"),
        ("城镇", "农村"),
        ("城镇", "乡村"),
        ("商品", "服务"),
        ("公办", "民办"),
        ("本地", "外出"),
        ("税收", "非税"),
        ("国内", "国外"),
        ("境内", "境外"),
        ("解除", "现有"),
        ("解除", "在册"),
    ];

    private static readonly (string One, string Other)[] Kinds =
    [
        ("男", "女"),
        ("城镇", "农村"),
        ("城镇", "乡村"),
        ("国内", "国外"),
        ("公办", "民办"),
        ("线上", "线下"),
    ];

    private static readonly string[] Done = ["结", "办复", "完毕", "完成", "已办", "已解决", "已处理", "到位"];

    private static readonly string[] Open = ["未", "正在", "在办", "在审", "办理中", "处理中", "审理中", "待办", "尚"];

    private static bool IsOpen(string label) => Open.Any(word => label.Contains(word, StringComparison.Ordinal));

    private static bool IsDone(string label) =>
        !IsOpen(label) && Done.Any(word => label.Contains(word, StringComparison.Ordinal));

    /// <summary>男 and 女, 城镇 and 农村: two kinds of which everything is one or the other.</summary>
    public static bool ArePair(string one, string other) => Kinds.Any(kind => Ends(one, kind.One) && Ends(other, kind.Other));

    private static bool Ends(string label, string kind) =>
        label.EndsWith(kind, StringComparison.Ordinal) || label.EndsWith(kind + "性", StringComparison.Ordinal);

    /// <summary>Kinds of which nothing can be two: a case is criminal or civil, a person a man or a woman.</summary>
    public static bool AreExclusiveKinds(IReadOnlyList<string> labels) =>
        ExclusiveKinds.Any(set =>
        {
            var kinds = labels
                .Select(label => Array.FindIndex(set, word => label.Contains(word, StringComparison.Ordinal)))
                .ToList();
            return kinds.TrueForAll(kind => kind >= 0) && kinds.Distinct().Count() == kinds.Count;
        });

    /// <summary>来电 and 非来电, 办结 and 未办结, 满意 and 不满意: the second label denies the first.</summary>
    private static bool IsNegated(string one, string other)
    {
        var at = other.LastIndexOfAny(['非', '未', '不']);
        return at >= 0 && other.Length - at > 2 && one.EndsWith(other[(at + 1)..], StringComparison.Ordinal);
    }

    /// <summary>The items exclude each other: outcomes of one set, 其他 aside.</summary>
    public static bool AreExclusive(IReadOnlyList<string> labels)
    {
        var named = labels.Where(label => !Labels.IsRest(label)).ToList();
        return ArePartition(named) || Outcomes.Any(set => named.TrueForAll(label => Array.Exists(set, label.EndsWith)));
    }

    /// <summary>新收50件 and how cases ended: some come from the year before, some go on into the next.</summary>
    public static bool IsInflow(string whole, IReadOnlyList<string> parts) =>
        Inflow.Any(word => whole.Contains(word, StringComparison.Ordinal))
        && parts.Any(label => Outcomes.Any(set => Array.Exists(set, label.EndsWith)));

    /// <summary>The items leave nothing out: a clean-up keeps, changes or ends each document. People may stay without a mark.</summary>
    public static bool AreExhaustive(IReadOnlyList<string> labels) =>
        ArePartition(labels)
        && labels.Any(label => Complete[0].Any(word => label.Contains(word, StringComparison.Ordinal)))
        && (
            labels.Count > 3
            || labels.Any(label => label.Contains("失效", StringComparison.Ordinal))
            || !Labels.HasAmong(labels[0])
        );

    /// <summary>True when the labels name different outcomes of one complete set.</summary>
    public static bool ArePartition(IReadOnlyList<string> labels)
    {
        if (PeriodLists.AreWholeYear(labels))
        {
            return true;
        }
        if (labels.Count == 2)
        {
            return IsNegated(labels[0], labels[1])
                || IsDone(labels[0]) && IsOpen(labels[1])
                || IsOpen(labels[0]) && IsDone(labels[1])
                || Opposites.Any(pair =>
                    (
                        labels[0].Contains(pair.One, StringComparison.Ordinal)
                        && labels[1].Contains(pair.Other, StringComparison.Ordinal)
                    )
                );
        }
        return labels.Count > 2
            && Complete.Any(set =>
                labels.All(label => set.Any(word => label.Contains(word, StringComparison.Ordinal)))
                && labels.Select(label => set.Last(word => label.Contains(word, StringComparison.Ordinal))).Distinct().Count()
                    == labels.Count
            );
    }
}
