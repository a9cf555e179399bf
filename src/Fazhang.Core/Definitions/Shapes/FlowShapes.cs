namespace Fazhang.Core.Definitions.Shapes;

/// <summary>States and actions.</summary>
internal static class FlowShapes
{
    public static Shape State { get; } =
        new(
            "state",
            "环节",
            [
                new("title", Is.Text, "中文名称。", Required: true, Example: "待审查"),
                new(
                    "actions",
                    Is.OneOrMore(Is.Word("操作")),
                    "这个环节可以办的操作，第一个是主要的；`[]` 为终点。",
                    Example: "[accept, refuse]"
                ),
                RegisterShapes.Was("环节"),
                new("retired", Is.Flag, "停用：案卷不再到这里，只留给老记录的流水。"),
            ]
        );

    public static Shape Action { get; } =
        new(
            "action",
            "操作",
            [
                new("title", Is.Text, "按钮上的字。", Required: true, Example: "受理"),
                new("by", Is.OneOrMore(Is.Word("角色")), "可以办理的角色。", Required: true, Example: "[clerk, head]"),
                new(
                    "who",
                    Is.Expression,
                    "还要满足的条件，可以用 `user`（账户）、`user.unit`；与 `whom` 一起写。",
                    Example: "handler = user"
                ),
                new("whom", Is.Text, "`who` 说的是谁，写给不能办的人看。", Example: "承办人本人"),
                new("to", Is.Word("环节"), "去往的环节；不写则留在原环节。"),
                new("returns", Is.Flag, "退回：回到经过的环节，必须写理由，与 `to` 一起写。"),
                new(
                    "approve",
                    Is.OneOrMore(Is.A(() => Step)),
                    "先提请审批，依次同意后才生效。",
                    Example: "[{by: head, title: 审核}]"
                ),
                new("produces", Is.A(() => Produces), "办成时出具的文书。", Example: "{form: notice}"),
                new("opens", Is.OneOrMore(Is.A(() => OpeningShapes.Opening)), "办成时产生别的台账的记录，见“由此产生”。"),
                new("also", Is.OneOrMore(Is.A(() => NeedShapes.Also)), "同时对引用的记录办理的操作，见“连带办理”。"),
                new("needs", Is.OneOrMore(Is.A(() => NeedShapes.Need)), "别的记录要先满足的条件，见“前提”。"),
                new("counts", Is.Named("字段", Is.A(() => NeedShapes.Count)), "由引用本记录的记录数出来的字段，见“前提”。"),
                new("asks", Is.OneOrMore(Is.Word("字段")), "这一步问的字段。", Example: "[accepted_on, procedure]"),
                new("optional", Is.OneOrMore(Is.Word("字段")), "`asks` 里可以不填的。"),
                new("set", Is.Named("字段", Is.Expression), "不问而设置的字段；`empty` 清空。", Example: "{outcome: mediated}"),
                new("when", Is.Expression, "办理后的记录必须满足的条件。", Example: "closed_on >= accepted_on"),
                new("otherwise", Is.Text, "条件不满足时对用户说的话，与 `when` 一起写。"),
                new("on", Is.Word("字段"), "`asks` 里的一个日期字段：操作自那一天起生效，时限据此计算；不写为登记当天。"),
                new("extends", Is.Word("时限"), "延长哪个时限，每案一次。"),
                new("reason", Is.Flag, "必须写理由。"),
                new("law", Is.Text, "依据的条文。"),
                RegisterShapes.Was("操作"),
                new("retired", Is.Flag, "停用：不在任何环节里，只留给老记录的流水。"),
            ]
        );

    public static Shape Step { get; } =
        new(
            "step",
            "审批步骤",
            [
                new("title", Is.Text, "名称。", Required: true, Example: "签发"),
                new("by", Is.OneOrMore(Is.Word("角色")), "哪些角色审批。", Required: true),
                new("when", Is.Expression, "只在条件成立时要这一步；不写总是要。", Example: "amount > 10000"),
                new("self", Is.Flag, "提请人自己有这个角色时，提请即算这一步同意。"),
            ]
        );

    public static Shape Produces { get; } =
        new("produces", "produces", [new("form", Is.Word("文书"), "文书的名称，见“文书”。", Required: true)]);

    public static Shape Handover { get; } =
        new(
            "handover",
            "handover",
            [
                new("by", Is.OneOrMore(Is.Word("角色")), "可以移交的角色。", Required: true),
                new("field", Is.Word("字段"), "填接收人的字段（人员或文字）。"),
                new("unit", Is.Flag, "可以移交给别的单位，数字随之。"),
            ]
        )
        {
            Remarks = "`field` 和 `unit: true` 至少写一个。",
        };

    public static Shape Form { get; } =
        new(
            "form",
            "文书",
            [
                new("title", Is.Text, "名称。", Required: true, Example: "受理通知书"),
                new("number", Is.Word("编号格式"), "文号的写法，与记录的编号相同，见“编号”。"),
                new("by", Is.OneOrMore(Is.Word("角色")), "可以随时出具的角色；不写则只由操作产生。"),
                new("when", Is.Expression, "单独出具时记录必须满足的条件。", Example: "outcome = mediated"),
                new("otherwise", Is.Text, "条件不满足时对用户说的话，与 `when` 一起写。"),
                new("text", Is.Text, "模板正文，与 `template` 写一个。"),
                new("template", Is.Word("文件"), "模板文件，从定义目录写起。", Example: "forms/受理通知书.md"),
            ]
        )
        {
            Remarks =
                "模板与年度报告模板是同一种语言：`{字段}` 写字段的值，`[[ … ]]` 里的字段没有填时整段消失。出具后原样保存，可以重新打开和打印。句子里（`[[ … ]]` 和表格以外）和文号用到的字段还没有填的，不能单独出具，页面上也没有它的按钮。",
        };
}
