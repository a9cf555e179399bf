namespace Fazhang.Core.Definitions.Shapes;

/// <summary>What other records must be like, and numbers taken from them.</summary>
internal static class NeedShapes
{
    public static Shape Need { get; } =
        new(
            "need",
            "前提",
            [
                new("record", Is.Word("引用字段"), "本记录引用的那一条；没有填引用时不查。", Example: "exam_entry"),
                new("records", Is.Word("台账"), "引用本记录的那些，每一条都要满足。", Example: "document.cleanup_item"),
                new("by", Is.Word("字段"), "那个台账里引用本记录的字段，与 `records` 一起写。", Example: "campaign"),
                new("where", Is.Expression, "只看其中哪些；用那个台账的字段。", Example: "removed_on is empty"),
                new(
                    "check",
                    Is.Expression,
                    "要满足的条件，用那个台账的字段；无法判断算不满足。",
                    Required: true,
                    Example: "result = passed"
                ),
                new("say", Is.Text, "不满足时对用户说的话：缺什么，先办什么。", Required: true),
            ]
        )
        {
            Remarks =
                "一条记录要看别的记录才能办：考试合格才能核发证件，各项举措落实才能销号。写在操作里，办这一步时查；写在台账里"
                + "（只用 `record`），登记和改动那个引用时查。与操作在同一个事务里查，导入时不查。",
        };

    public static Shape Also { get; } =
        new(
            "also",
            "连带办理",
            [
                new(
                    "record",
                    Is.Word("引用字段"),
                    "对本记录引用的哪一条；没有填引用时不办。",
                    Required: true,
                    Example: "document"
                ),
                new("action", Is.Word("操作"), "办那个台账的哪一步；要审批的不行。", Required: true, Example: "repeal"),
                new("when", Is.Expression, "只在本记录满足条件时办。", Example: "result = repealed"),
                new("where", Is.Expression, "只在那条记录满足条件时办；用那个台账的字段。", Example: "state = in_force"),
                new(
                    "fill",
                    Is.Named(
                        "对方字段",
                        Is.Either(Is.Expression, Is.Named("本记录的代码字段", Is.Named("代码", Is.Expression, ".+")))
                    ),
                    "那一步所问的字段怎样填，写法与“由此产生”相同。",
                    Example: "{ended_on: done_on}"
                ),
            ]
        )
        {
            Remarks =
                "与本操作在同一个事务里办：那条记录有自己的流水（写明随哪条记录的哪一步办理）、时限和数字；办不成时整个操作都不成立并说明原因。"
                + "办理人也要有办那一步的权限。导入时不办。",
        };

    public static Shape Count { get; } =
        new(
            "count",
            "自动计数",
            [
                new(
                    "records",
                    Is.Word("台账"),
                    "数哪个台账里引用本记录的记录。",
                    Required: true,
                    Example: "document.cleanup_item"
                ),
                new("by", Is.Word("字段"), "那个台账里引用本记录的字段。", Required: true, Example: "campaign"),
                new("where", Is.Expression, "只数其中哪些；用那个台账的字段。", Example: "result = kept"),
                new("sum", Is.Word("数字字段"), "不数条数，合计它们的这个字段。", Example: "amount"),
            ]
        )
        {
            Remarks = "办这一步时由程序数出来填进字段，不用人填；先于 `set` 和 `when`，可以在条件里用。",
        };
}
