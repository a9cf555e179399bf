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
                new("to", Is.Word("环节"), "去往的环节；不写则留在原环节。"),
                new("asks", Is.OneOrMore(Is.Word("字段")), "这一步问的字段。", Example: "[accepted_on, procedure]"),
                new("optional", Is.OneOrMore(Is.Word("字段")), "`asks` 里可以不填的。"),
                new("set", Is.Named("字段", Is.Expression), "不问而设置的字段。", Example: "{outcome: mediated}"),
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
}
