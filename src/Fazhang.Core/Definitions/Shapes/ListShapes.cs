namespace Fazhang.Core.Definitions.Shapes;

/// <summary>The short files: lines, roles, choice lists, calendars.</summary>
internal static class ListShapes
{
    public static Shape Lines { get; } =
        new(
            "lines",
            "业务条线文件",
            [new("lines", Is.Named("条线名", Is.Text), "条线和中文名称，按此顺序成为菜单。", Required: true)]
        );

    public static Shape Roles { get; } =
        new("roles", "角色文件", [new("roles", Is.Named("角色名", Is.A(() => Role)), "角色。", Required: true)]);

    public static Shape Role { get; } =
        new(
            "role",
            "角色",
            [
                new("title", Is.Text, "中文名称。", Required: true, Example: "科长"),
                new("may", Is.OneOrMore(Is.OneOf(ListReader.Permissions.Keys)), "台账以外的权限。", Example: "[figures, report]"),
            ]
        );

    public static Shape Choices { get; } =
        new(
            "choices",
            "代码表",
            [
                new("choices", Is.Word("名称"), "代码表名称，字段用它引用。", Required: true, Example: "aid_cause"),
                new("title", Is.Text, "中文名称。", Required: true),
                new("help", Is.Text, "怎样选：用这张表、自己没有写 `help` 的字段都显示它。"),
                new("items", Codes, "代码和中文名称。", Required: true),
            ]
        );

    /// <summary>The codes of a list, where it stands and in the fields that list their own.</summary>
    public static ShapeValue Codes => Is.Named("代码", Is.Either(Is.Text, Is.A(() => Item)), ".+");

    public static Shape Item { get; } =
        new(
            "code",
            "代码",
            [
                new("title", Is.Text, "中文名称。", Required: true),
                new(
                    "items",
                    Is.Named("代码", Is.Either(Is.Text, Is.A(() => Item)), ".+"),
                    "下级代码；筛选和 `within` 包括下级。"
                ),
                new("was", Is.OneOrMore(Is.Word("旧名")), "这个代码以前的写法，最近的在前；记录、流水和数字随之。"),
                new("retired", Is.Flag, "停用：老记录照常显示，不能新选；下级随之停用。"),
            ]
        );

    public static Shape Calendar { get; } =
        new(
            "calendar",
            "工作日历",
            [
                new("year", Is.Number, "年份，与文件名相同。", Required: true, Example: "2024"),
                new("sources", Is.ListOf(Is.Word("网址")), "国务院办公厅通知的网址。", Required: true),
                new("holidays", Is.ListOf(Is.A(() => Holiday)), "各节日的放假安排。", Required: true),
            ]
        )
        {
            Remarks = "`calendar/<年>.yaml`，一年一个文件。没有写的日子：周一至周五上班，周末休息。",
        };

    public static Shape Holiday { get; } =
        new(
            "holiday",
            "节日",
            [
                new("name", Is.Text, "节日名称。", Required: true, Example: "春节"),
                new(
                    "off",
                    Is.OneOrMore(Is.Word("日期或 起..止")),
                    "放假的日子，包括其中的周末。",
                    Required: true,
                    Example: "2024-02-10..2024-02-17"
                ),
                new("work", Is.OneOrMore(Is.Word("日期或 起..止")), "调休上班的周末。", Example: "[2024-02-04, 2024-02-18]"),
            ]
        );
}
