namespace Fazhang.Verify.Relations;

/// <summary>What the words before a figure say about its part in a sum.</summary>
internal static class Labels
{
    private const int LongestViewpoint = 16;

    private const int ShortestViewpoint = 3;

    private const int LongestReview = 4;

    private static readonly string[] PartMarks = ["其中", "包括", "包含", "分为", "由", "含", "里", "中,"];

    private static readonly string[] Choices = ["居前", "前三", "前两", "前四", "前五", "前十", "前列", "前几", "前二", "前六"];

    private static readonly string[] TotalMarks = ["合计", "总计", "共计", "总数", "一共", "总量", "总共", "相加"];

    private static readonly string[] Rest = ["其他", "其它", "其余", "剩余", "余下", "另有"];

    /// <summary>
    /// Outcomes that exclude each other and leave nothing out, as the rules on clearing up documents, on assessment and
    /// on completion name them. A list of three of one set is complete.
    /// </summary>
    private static readonly string[][] Partitions =
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

    private static readonly string[] Done = ["结", "办复", "完毕", "完成", "已办", "已解决", "已处理", "到位"];

    private static readonly string[] Open = ["未", "正在", "在办", "在审", "办理中", "处理中", "审理中", "待办", "尚"];

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

    /// <summary>Verbs with which reports say what was done or happened; a label without any only names a kind.</summary>
    private static readonly string[] Reports =
    [
        "收到",
        "受理",
        "接收",
        "接到",
        "办结",
        "审结",
        "结案",
        "办理",
        "办证",
        "处理",
        "处置",
        "处分",
        "处罚",
        "立案",
        "登记",
        "移送",
        "起诉",
        "批捕",
        "逮捕",
        "公开",
        "答复",
        "调解",
        "调处",
        "化解",
        "调成",
        "成功",
        "完成",
        "开展",
        "举办",
        "组织",
        "发放",
        "印发",
        "出台",
        "制定",
        "修订",
        "修改",
        "废止",
        "清理",
        "审查",
        "审核",
        "备案",
        "报备",
        "检查",
        "抽查",
        "走访",
        "培训",
        "新增",
        "新建",
        "新设",
        "建成",
        "建立",
        "设立",
        "整改",
        "采纳",
        "提出",
        "发现",
        "发出",
        "纠正",
        "撤销",
        "满意",
        "回访",
        "参加",
        "惠及",
        "覆盖",
        "解答",
        "咨询",
        "减免",
        "挽回",
        "追回",
        "涉及",
        "死亡",
        "受伤",
        "共有",
        "列席",
        "评查",
        "履行",
        "上诉",
        "败诉",
        "胜诉",
        "应诉",
        "出庭",
        "签订",
        "达成",
        "解除",
        "注销",
        "变更",
        "延续",
        "准予",
        "许可",
        "申请",
        "转办",
        "派单",
    ];

    /// <summary>The label says what was done: 受理申请, 共出台文件; but not 国内, 民事类, 网上来的.</summary>
    public static bool IsReport(string label) => Reports.Any(word => label.Contains(word, StringComparison.Ordinal));

    private static bool IsOpen(string label) => Open.Any(word => label.Contains(word, StringComparison.Ordinal));

    private static bool IsDone(string label) =>
        !IsOpen(label) && Done.Any(word => label.Contains(word, StringComparison.Ordinal));

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

    private static bool IsViewpoint(string clause, char mark) =>
        (
            ViewEnds.Any(clause.EndsWith)
            && (clause[0] is '从' or '按' or '分' or '依' || mark == ':' || clause.EndsWith("方面", StringComparison.Ordinal))
        )
        // 经审查,立案50件,并案2件: what became of all that was examined. 经清理 speaks of the whole stock, not of what came before.
        || (clause.StartsWith('经') && clause.Length <= LongestReview && clause.AsSpan().IndexOfAny("审查核评研") > 0)
        || (clause.EndsWith('中') && !clause.StartsWith('其'));

    /// <summary>男 and 女, 城镇 and 农村: two kinds of which everything is one or the other.</summary>
    public static bool ArePair(string one, string other) =>
        Kinds.Any(kind => (kind.One == one || kind.One + "性" == one) && (kind.Other == other || kind.Other + "性" == other));

    private static readonly (string One, string Other)[] Kinds =
    [
        ("男", "女"),
        ("城镇", "农村"),
        ("城镇", "乡村"),
        ("国内", "国外"),
        ("公办", "民办"),
        ("线上", "线下"),
    ];

    public static bool HasPartMark(string gap) => PartMarks.Any(mark => gap.Contains(mark, StringComparison.Ordinal));

    /// <summary>位居前三的是, 主要有: a choice, not the whole list.</summary>
    public static bool IsChoice(string gap) => Choices.Any(word => gap.Contains(word, StringComparison.Ordinal));

    /// <summary>另外, 此外: what follows comes on top of the amount before and is no part of it.</summary>
    public static bool IsBesides(string gap) =>
        gap.Contains("另外", StringComparison.Ordinal)
        || gap.Contains("此外", StringComparison.Ordinal)
        || gap.Contains(",另", StringComparison.Ordinal)
        || gap.Contains(";另", StringComparison.Ordinal);

    /// <summary>Kinds of which nothing can be two: a case is criminal or civil, a person a man or a woman.</summary>
    public static bool AreExclusiveKinds(IReadOnlyList<string> labels) =>
        ExclusiveKinds.Any(set =>
        {
            var kinds = labels
                .Select(label => Array.FindIndex(set, word => label.Contains(word, StringComparison.Ordinal)))
                .ToList();
            return kinds.TrueForAll(kind => kind >= 0) && kinds.Distinct().Count() == kinds.Count;
        });

    public static bool HasAmong(string gap) => gap.Contains("其中", StringComparison.Ordinal);

    /// <summary>Nothing but a word for the total stands before the number: 合计108156宗.</summary>
    public static bool IsBareTotal(string label) =>
        TotalMarks.Any(mark => label == mark || label == mark + "为" || label == mark + "达");

    /// <summary>收入合计, 两项共计: the last word before the number says that it is a total.</summary>
    public static bool EndsWithTotal(string label) =>
        TotalMarks.Any(mark =>
            label.EndsWith(mark, StringComparison.Ordinal) || label.EndsWith(mark + "为", StringComparison.Ordinal)
        ) || TermsOfTotal(label) is not null;

    /// <summary>总数, 总量: all there are of a thing, which new ones only add to.</summary>
    public static bool IsStockTotal(string label) =>
        label.Contains("总数", StringComparison.Ordinal) || label.Contains("总量", StringComparison.Ordinal);

    /// <summary>两项合计, 三类共: how many amounts the total adds up; null when it does not say.</summary>
    public static int? TermsOfTotal(string label) =>
        label.Length > 3
        && "两二三四五六".IndexOf(label[0], StringComparison.Ordinal) is >= 0 and var at
        && label[1] is '项' or '类' or '者'
        && label[2] is '合' or '共' or '总' or '相'
            ? Math.Max(2, at + 1)
            : null;

    public static bool HasTotal(string label) =>
        label.Contains('共') || TotalMarks.Any(mark => label.Contains(mark, StringComparison.Ordinal));

    /// <summary>其他, 其余人员, 企业等其他人员; but not 其他部门转办, which is an item of its own.</summary>
    public static bool IsRest(string label) =>
        Rest.Any(word =>
            label.LastIndexOf(word, StringComparison.Ordinal) is >= 0 and var at && label.Length - at - word.Length <= 3
        );

    /// <summary>来电 and 非来电, 办结 and 未办结, 满意 and 不满意: the second label denies the first.</summary>
    private static bool IsNegated(string one, string other)
    {
        var at = other.LastIndexOfAny(['非', '未', '不']);
        return at >= 0 && other.Length - at > 2 && one.EndsWith(other[(at + 1)..], StringComparison.Ordinal);
    }

    /// <summary>The items exclude each other: outcomes of one set, 其他 aside.</summary>
    public static bool AreExclusive(IReadOnlyList<string> labels)
    {
        var named = labels.Where(label => !IsRest(label)).ToList();
        return ArePartition(named) || Outcomes.Any(set => named.TrueForAll(label => Array.Exists(set, label.EndsWith)));
    }

    /// <summary>旧存, 结转, 年初未结: cases that come from the period before.</summary>
    public static bool IsStock(string label) =>
        label.Contains('存')
        || label.Contains("结转", StringComparison.Ordinal)
        || label.Contains("年初", StringComparison.Ordinal);

    /// <summary>新收50件 and how cases ended: some come from the year before, some go on into the next.</summary>
    public static bool IsInflow(string whole, IReadOnlyList<string> parts) =>
        Inflow.Any(word => whole.Contains(word, StringComparison.Ordinal))
        && parts.Any(label => Outcomes.Any(set => Array.Exists(set, label.EndsWith)));

    /// <summary>The items leave nothing out: a clean-up keeps, changes or ends each document. People may stay without a mark.</summary>
    public static bool AreExhaustive(IReadOnlyList<string> labels) =>
        ArePartition(labels)
        && labels.Any(label => Partitions[0].Any(word => label.Contains(word, StringComparison.Ordinal)))
        && (labels.Count > 3 || labels.Any(label => label.Contains("失效", StringComparison.Ordinal)) || !HasAmong(labels[0]));

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
            && Partitions.Any(set =>
                labels.All(label => set.Any(word => label.Contains(word, StringComparison.Ordinal)))
                && labels.Select(label => set.Last(word => label.Contains(word, StringComparison.Ordinal))).Distinct().Count()
                    == labels.Count
            );
    }
}
