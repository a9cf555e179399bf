namespace Fazhang.Verify.Relations;

/// <summary>What the words before a figure say about its part in a sum.</summary>
internal static class Labels
{
    private static readonly string[] PartMarks = ["其中", "包括", "包含", "分为", "由", "含", "里", "中,"];

    private static readonly string[] Choices = ["居前", "前三", "前两", "前四", "前五", "前十", "前列", "前几", "前二", "前六"];

    private static readonly string[] TotalMarks = ["合计", "总计", "共计", "总数", "一共", "总量", "总共", "相加"];

    private static readonly string[] Rest = ["其他", "其它", "其余", "剩余", "余下", "另有"];

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

    public static bool HasPartMark(string gap) => PartMarks.Any(mark => gap.Contains(mark, StringComparison.Ordinal));

    /// <summary>位居前三的是, 主要有: a choice, not the whole list.</summary>
    public static bool IsChoice(string gap) => Choices.Any(word => gap.Contains(word, StringComparison.Ordinal));

    /// <summary>另外, 此外: what follows comes on top of the amount before and is no part of it.</summary>
    public static bool IsBesides(string gap) =>
        gap.Contains("另外", StringComparison.Ordinal)
        || gap.Contains("此外", StringComparison.Ordinal)
        || gap.Contains(",另", StringComparison.Ordinal)
        || gap.Contains(";另", StringComparison.Ordinal);

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

    /// <summary>旧存, 结转, 年初未结: cases that come from the period before.</summary>
    public static bool IsStock(string label) =>
        label.Contains('存')
        || label.Contains("结转", StringComparison.Ordinal)
        || label.Contains("年初", StringComparison.Ordinal);
}
