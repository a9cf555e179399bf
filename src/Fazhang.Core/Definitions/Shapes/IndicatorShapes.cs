namespace Fazhang.Core.Definitions.Shapes;

/// <summary>Indicators of a register, and those of indicators/*.yaml that combine registers.</summary>
internal static class IndicatorShapes
{
    private static readonly ShapeKey[] Common =
    [
        new("title", Is.Text, "名称。", Required: true, Example: "新收案件"),
        new("unit", Is.Text, "计量单位。", Required: true, Example: "件"),
        new("meaning", Is.Text, "口径：计入什么，按哪个日期。", Required: true),
        RegisterShapes.Was("指标"),
        new("retired", Is.Flag, "停用：不再记账，有数的年份照样显示。"),
        new("decimals", Is.Number, "小数位数；比率不写为 1。"),
        new("version", Is.Number, "口径的版本，从 1 数起，改口径时加一。"),
    ];

    public static Shape Indicator { get; } =
        new(
            "indicator",
            "指标",
            [
                .. Common,
                new("count", Is.Flag, "计数，配 `on`。", Example: "true"),
                new("sum", Is.Word("数字字段"), "合计，配 `on`。", Example: "people"),
                new("stock", Is.A(() => Stock), "存量。"),
                new("ratio", Is.Word("分子 / 分母"), "比率；同一台账写短名，跨台账写完整的键。", Example: "mediated / closed"),
                new("on", Is.Word("日期字段"), "计入哪个月。", Example: "closed_on"),
                new("where", Is.Expression, "条件；不能用 `today`，比率不写。", Example: "outcome in (mediated, settled)"),
            ]
        )
        {
            Remarks = "`count`、`sum`、`stock`、`ratio` 写且只写一种。",
        };

    public static Shape Stock { get; } =
        new(
            "stock",
            "stock",
            [
                new("from", Is.Word("日期字段"), "从哪天起算在内。", Required: true, Example: "accepted_on"),
                new("until", Is.Word("日期字段"), "从哪天起不算。", Required: true, Example: "closed_on"),
            ]
        );

    public static Shape Combined { get; } =
        new(
            "combined",
            "指标",
            [
                new("line", Is.Word("业务条线"), "排在哪个条线下。", Required: true),
                .. Common,
                new(
                    "ratio",
                    Is.Word("分子 / 分母"),
                    "比率，写完整的键。",
                    Required: true,
                    Example: "hotline.consultation.referred / hotline.consultation.answered"
                ),
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
