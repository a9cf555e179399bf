namespace Fazhang.Core.Definitions.Shapes;

/// <summary>Indicators of a register, and those of indicators/*.yaml that combine registers.</summary>
internal static class IndicatorShapes
{
    /// <summary>By which rule records are counted.</summary>
    private static readonly ShapeKey[] OverRecords =
    [
        new("count", Is.Flag, "计数，配 `on`。", Example: "true"),
        new("sum", Is.Word("数字字段"), "合计，配 `on`。", Example: "people"),
        new("average", Is.Word("数字字段"), "平均数，配 `on`。", Example: "days_used"),
        new("distinct", Is.Word("字段"), "去重计数：不同的值有几个，配 `on`；读取时从记录重算，并注明。", Example: "respondent"),
        new("stock", Is.A(() => Stock), "存量：期末还在的。"),
        new("on", Is.Word("日期字段"), "计入哪个月。", Example: "closed_on"),
        new("where", Is.Expression, "条件；不能用 `today`，比率和同比不写。", Example: "outcome in (mediated, settled)"),
    ];

    private static readonly ShapeKey Ratio = new(
        "ratio",
        Is.Word("分子 / 分母"),
        "比率；同一台账写短名，跨台账写完整的键。",
        Example: "mediated / closed"
    );

    private static readonly ShapeKey Per = new(
        "per",
        Is.Number,
        "比率按分母的多少算：不写为 100（百分比）；10000 为每万，单位写成“件/万人”；1 为倍数。",
        Example: "10000"
    );

    private static readonly ShapeKey Growth = new(
        "growth",
        Is.Word("指标"),
        "同比增长百分之几：哪个指标的。",
        Example: "received"
    );

    private static readonly ShapeKey Sources = new(
        "sources",
        Is.A(() => TwoSources),
        "归集：各单位各月由逐案记录或由报表得出，只计一次。"
    );

    private static readonly ShapeKey[] Common =
    [
        new("title", Is.Text, "名称。", Required: true, Example: "新收案件"),
        new("unit", Is.Text, "计量单位。", Required: true, Example: "件"),
        new("meaning", Is.Text, "口径：计入什么，按哪个日期。", Required: true),
        RegisterShapes.Was("指标"),
        new("retired", Is.Flag, "停用：不再记账，有数的年份照样显示。"),
        new("headline", Is.Flag, "在办理这个台账的人的工作台“我的数字”里排在前面。"),
        new("decimals", Is.Number, "小数位数；百分比和平均数不写为 1，其余为 0。"),
        new("by", Is.Word("代码字段"), "分类：同时按这个字段的代码分别记数。", Example: "outcome"),
        new("version", Is.Number, "口径的版本，从 1 数起，改口径时加一。"),
        new("changed", Is.A(() => Changed), "现在这一版从哪个月起，为什么改。"),
        new("earlier", Is.ListOf(Is.A(() => Earlier)), "以前各版的口径，原样写全；以前的数字按以前的口径看。"),
    ];

    public static Shape Indicator { get; } =
        new("indicator", "指标", [.. Common, .. OverRecords, Ratio, Per, Growth])
        {
            Remarks = "`count`、`sum`、`average`、`distinct`、`stock`、`ratio`、`growth` 写且只写一种。",
        };

    public static Shape Combined { get; } =
        new(
            "combined",
            "指标",
            [
                new("line", Is.Word("业务条线"), "排在哪个条线下。", Required: true),
                .. Common,
                Ratio,
                Per,
                Growth,
                Sources,
                .. OverRecords[^2..],
            ]
        )
        {
            Remarks = "跨台账的指标只有 `ratio`、`growth`、`sources`，写且只写一种；`on`、`where` 写在它们所用的指标里。",
        };

    public static Shape Stock { get; } =
        new(
            "stock",
            "stock",
            [
                new("from", Is.Word("日期字段"), "从哪天起算在内。", Required: true, Example: "accepted_on"),
                new("until", Is.Word("日期字段"), "从哪天起不算。", Required: true, Example: "closed_on"),
                new(
                    "sum",
                    Is.Word("数字字段"),
                    "期末还在的记录的这个数字的合计（在册人数、在押金额）；不写为记录的件数。",
                    Example: "people"
                ),
            ]
        );

    public static Shape TwoSources { get; } =
        new(
            "sources",
            "sources",
            [
                new("records", Is.Word("指标"), "逐案登记的指标，完整的键。", Required: true),
                new("returns", Is.Word("指标"), "报表的指标，完整的键。", Required: true),
            ]
        );

    public static Shape Changed { get; } =
        new(
            "changed",
            "changed",
            [
                new("on", Is.Word("年-月"), "新口径从这个月起。", Required: true, Example: "2025-01"),
                new("because", Is.Text, "为什么改。", Required: true),
            ]
        );

    public static Shape Earlier { get; } =
        new(
            "earlier",
            "以前的口径",
            [
                new("version", Is.Number, "第几版。", Required: true, Example: "1"),
                new("meaning", Is.Text, "当时的口径。", Required: true),
                new("until", Is.Word("年-月"), "用到哪个月。", Required: true, Example: "2024-12"),
                .. OverRecords,
                Ratio,
                Per,
                Growth,
                Sources,
            ]
        );

    public static Shape File { get; } =
        new(
            "indicators",
            "指标文件",
            [new("indicators", Is.Named("条线.指标", Is.A(() => Combined), RegisterShapes.FullName), "指标。", Required: true)]
        )
        {
            Remarks = "跨台账的指标：`indicators/<条线>.yaml`。",
        };
}
