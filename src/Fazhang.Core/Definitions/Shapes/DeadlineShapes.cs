namespace Fazhang.Core.Definitions.Shapes;

/// <summary>Deadlines.</summary>
internal static class DeadlineShapes
{
    private static readonly ShapeValue Budget = Is.Word("如 60 days、5 workdays、6 months、2 hours、setting.设置名");

    public static Shape Deadline { get; } =
        new(
            "deadline",
            "时限",
            [
                new("title", Is.Text, "名称。", Required: true, Example: "审理"),
                RegisterShapes.Was("时限"),
                new(
                    "law",
                    Is.Text,
                    "依据；没有全国统一规定的写“地方规定，可配置”。",
                    Required: true,
                    Example: "行政复议法第六十二条"
                ),
                new(
                    "from",
                    Is.Word("日期字段"),
                    "起算日（以小时计的，起算时刻）；当日不计入。与 `within` 一起写。",
                    Example: "accepted_on"
                ),
                new(
                    "due",
                    Is.Expression,
                    "届满日本身：记录里写明的日期，或由它推出的一天（次月十日：`period + 1 month + 9 days`）；写了它就不写 `from`、`within`，届满日遇休假日不顺延。",
                    Example: "reply_by"
                ),
                new("until", Is.Word("日期字段"), "填了这个日期，计时结束。", Required: true, Example: "closed_on"),
                new(
                    "within",
                    Is.Either(Budget, Is.Named("代码字段", Is.Named("代码", Budget, ".+"))),
                    "期限：`days` 自然日（末日遇休假日顺延），`workdays` 工作日，`months`、`years` 到期月的相应日；`hours`、`minutes` 昼夜连续计算，`from`、`until` 用 `datetime` 字段；`setting.设置名` 地方设置；可以按一个代码字段分。",
                    Example: "{procedure: {ordinary: 60 days, summary: 30 days}}"
                ),
                new(
                    "again",
                    Is.Flag,
                    "反复计时，如年度核查：`until` 每登记一次，期限从那一天重新起算，到离开 `in` 所列的环节为止；不与 `due`、`extend` 一起写。"
                ),
                new("extend", Budget, "延长一次增加多少。", Example: "30 days"),
                new("stops", Is.OneOrMore(Is.Word("环节")), "不计时间的环节，如中止。"),
                new("in", Is.OneOrMore(Is.Word("环节")), "只在这些环节计时；不写则到终点为止。"),
                new(
                    "remind",
                    Is.OneOrMore(Is.Either(Is.Word("如 5 workdays before"), Is.A(() => Reminder))),
                    "期满前提醒，每次只提醒一遍。",
                    Example: "5 workdays before"
                ),
                new(
                    "escalate",
                    Is.OneOrMore(Is.A(() => Escalation)),
                    "逾期后告诉上级。",
                    Example: "{after: 1 workdays, to: [head]}"
                ),
                new("overdue", Is.Text, "期满的法律后果，写给办案人看。", Example: "期满之日起视为受理"),
            ]
        );

    public static Shape Reminder { get; } =
        new(
            "remind",
            "remind",
            [
                new("before", Budget, "期满前多久。", Required: true, Example: "5 workdays"),
                new("to", Is.OneOrMore(Is.Word("角色")), "提醒哪些角色；不写为能办理的。"),
            ]
        );

    public static Shape Escalation { get; } =
        new(
            "escalate",
            "escalate",
            [
                new("after", Budget, "逾期多久之后。", Required: true, Example: "1 workdays"),
                new("to", Is.OneOrMore(Is.Word("角色")), "告诉哪些角色。", Required: true),
            ]
        );
}
