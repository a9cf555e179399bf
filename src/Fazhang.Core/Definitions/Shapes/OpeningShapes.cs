namespace Fazhang.Core.Definitions.Shapes;

/// <summary>Records that come out of others.</summary>
internal static class OpeningShapes
{
    public static Shape Opening { get; } =
        new(
            "opening",
            "由此产生",
            [
                new(
                    "register",
                    Is.Word("台账"),
                    "产生哪个台账的记录，从它的起点环节开始。",
                    Required: true,
                    Example: "enforcement.supervision"
                ),
                new(
                    "back",
                    Is.Word("字段"),
                    "那个台账里引用本记录的字段；两边的页面由它显示“来源”和“由此产生”。",
                    Required: true,
                    Example: "reconsideration_case"
                ),
                new("title", Is.Text, "按钮和说明上的字；不写为“登记”加台账名称。", Example: "登记执法监督问题"),
                new("when", Is.Expression, "只在本记录满足条件时产生。", Example: "outcome in (revoked, unlawful)"),
                new(
                    "offer",
                    Is.Flag,
                    "不自动产生：办过这一步的案卷页上有按钮“由此登记”，打开填好的表单，由有登记权限的人核对保存。"
                ),
                new("again", Is.Flag, "可以产生几次；不写时，已经有由此产生的记录就不再产生。"),
                new(
                    "unit",
                    Is.Word("单位字段"),
                    "新记录归本记录的这个字段所填的单位；不写为本记录的单位。",
                    Example: "respondent"
                ),
                new("into", Is.Word("字段"), "本记录里填新记录的字段（引用）；只用于自动产生的。", Example: "problem"),
                new(
                    "fill",
                    Is.Named(
                        "对方字段",
                        Is.Either(Is.Expression, Is.Named("本记录的代码字段", Is.Named("代码", Is.Expression, ".+")))
                    ),
                    "新记录的字段怎样填：本记录的字段或表达式；文字可以写成句子，`{字段}` 换成它的内容；"
                        + "也可以按一个代码字段分。没有写的用那个台账的 `default`。",
                    Example: "{organ: respondent, problem: {grounds: {facts: evidence}}}"
                ),
            ]
        )
        {
            Remarks =
                "写在操作里：办成这一步时（要审批的，批准时）产生；写在台账里：登记时产生。与本记录在同一个事务里保存：新记录有自己的编号、"
                + "流水、时限和数字，流水写明由哪条记录、哪一步、谁办理产生；填不全或者违反那个台账的规则，整个操作都不成立并说明缺什么。"
                + "自动产生不要求办理人有那个台账的登记权限。导入的记录不产生别的记录。",
        };
}
