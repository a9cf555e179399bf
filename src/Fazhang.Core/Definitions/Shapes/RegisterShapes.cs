namespace Fazhang.Core.Definitions.Shapes;

/// <summary>A register file and the small mappings in it.</summary>
internal static class RegisterShapes
{
    /// <summary>Keys of a register or a line-dot-name of an indicator.</summary>
    public const string FullName = @"^[a-z][a-z0-9_]{0,39}\.[a-z][a-z0-9_]{0,39}$";

    /// <summary>The key that keeps data and history when a name changes.</summary>
    public static ShapeKey Was(string what) =>
        new(
            "was",
            Is.OneOrMore(Is.Word("旧名")),
            $"{what}以前的名称，最近的在前；数据、流水和数字随之。见“改动定义”。",
            Example: "sender"
        );

    public static Shape Register { get; } =
        new(
            "register",
            "台账",
            [
                new("register", Is.Word("条线.名称"), "台账名称，两段，永久不变。", Required: true, Example: "affairs.letter"),
                new("title", Is.Text, "中文名称。", Required: true, Example: "来信登记"),
                new("line", Is.Word("业务条线"), "业务条线，`lines.yaml` 里的键。", Required: true, Example: "affairs"),
                Was("台账"),
                new("retired", Is.Flag, "停用：不再登记新记录，已有的可以查看和办完。"),
                new("law", Is.Text, "流程和时限所依据的法律。", Example: "行政复议法(2023年修订)"),
                new(
                    "number",
                    Is.Word("编号格式"),
                    "编号的写法，见“编号”。不写则没有编号。",
                    Example: "\"{unit.abbr}信〔{received_on:yyyy}〕{seq}号\""
                ),
                new(
                    "period",
                    Is.OneOf("month", "quarter", "year"),
                    "只有报表写：一个单位一个月（季、年）一份，自带字段 `period`（统计月份，季报、年报为第一个月）。见“报表”。"
                ),
                new("access", Is.A(() => Access), "哪些角色可以做什么。", Required: true),
                new("fields", Is.Named("字段名", Is.A(() => FieldShapes.Field)), "字段，按此顺序显示。", Required: true),
                new(
                    "flow",
                    Is.Named("环节名", Is.A(() => FlowShapes.State)),
                    "环节，第一个是起点，没有操作的是终点。",
                    Required: true
                ),
                new("actions", Is.Named("操作名", Is.A(() => FlowShapes.Action)), "操作。"),
                new("opens", Is.OneOrMore(Is.A(() => OpeningShapes.Opening)), "登记时产生别的台账的记录，见“由此产生”。"),
                new("needs", Is.OneOrMore(Is.A(() => NeedShapes.Need)), "引用的记录要满足的条件，见“前提”。"),
                new("handover", Is.A(() => FlowShapes.Handover), "移交给别人或别的单位；不写则不能移交。"),
                new("forms", Is.Named("文书名", Is.A(() => FlowShapes.Form)), "文书。"),
                new("deadlines", Is.Named("时限名", Is.A(() => DeadlineShapes.Deadline)), "时限。"),
                new("rules", Is.ListOf(Is.A(() => Rule)), "每次保存都要成立的条件。"),
                new("indicators", Is.Named("指标名", Is.A(() => IndicatorShapes.Indicator)), "由这个台账的记录得出的指标。"),
            ]
        )
        {
            Remarks =
                "一个台账是一个文件 `registers/<条线>/<台账>.yaml`。每个台账自带字段 `unit`（承办单位，报表为报送单位）、`state`（环节）、"
                + "`number`（编号），不用声明，可以在表达式里使用。",
        };

    public static Shape Access { get; } =
        new(
            "access",
            "access",
            [
                new("read", Is.OneOrMore(Is.Word("角色")), "查看。", Example: "[clerk, head]"),
                new("create", Is.OneOrMore(Is.Word("角色")), "登记新记录。"),
                new("change", Is.OneOrMore(Is.Word("角色")), "更正，要写理由。"),
                new("personal", Is.OneOrMore(Is.Word("角色")), "看个人信息的原值，每次查看记入流水。"),
            ]
        )
        {
            Remarks = "角色在 `roles.yaml` 里定义，用户在某个单位担任角色，权限及于该单位和下级。没有写的，谁都不可以。",
        };

    public static Shape Rule { get; } =
        new(
            "rule",
            "规则",
            [
                new(
                    "check",
                    Is.Expression,
                    "条件。不成立才算错；有一边没有填、无法判断的不算错。",
                    Required: true,
                    Example: "closed_on >= accepted_on"
                ),
                new("say", Is.Text, "不成立时对用户说的话：错在哪里，怎么改。", Required: true),
                new("law", Is.Text, "依据的条文，写在话的后面；只比较记录自己各项的不写。", Example: "行政处罚法第四十二条"),
                new("field", Is.Word("字段"), "错误显示在哪个字段旁边。"),
            ]
        );
}
