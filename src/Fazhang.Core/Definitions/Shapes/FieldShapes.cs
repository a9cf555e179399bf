using Fazhang.Core.Fields;

namespace Fazhang.Core.Definitions.Shapes;

/// <summary>A field: what every type has, and what belongs to one.</summary>
internal static class FieldShapes
{
    public static Shape Field { get; } =
        new(
            "field",
            "字段",
            [
                new("title", Is.Text, "中文名称。", Required: true, Example: "收信日期"),
                new("type", Is.OneOf(FieldTypes.All.Keys), "类型，见“字段类型”。", Required: true, Example: "date"),
                RegisterShapes.Was("字段"),
                new("retired", Is.Flag, "停用：不在任何表单和列表里，老记录上照样看得到。"),
                new("required", Is.Expression, "`true`、`false`，或者条件：条件成立时必填。", Example: "people > 5"),
                new("default", Is.Expression, "表单里预先填好的值或表达式。", Example: "today"),
                new("personal", Is.OneOf("name", "phone", "other"), "个人信息，默认遮盖：姓名、电话、其他。只用于文字。"),
                new("list", Is.Flag, "在列表里成为一栏。"),
                new("search", Is.Flag, "列表的文字查找包括它。只用于文字；代码、日期、单位自动成为筛选项。"),
                new("section", Is.Text, "表单和案卷页上的分组。", Example: "当事人"),
                new("help", Is.Text, "填写说明。"),
                new(
                    "choices",
                    Is.Either(Is.Word("代码表名称"), Is.Named("代码", Is.Text, ".+")),
                    "只用于 `choice`：`choices/` 里的代码表，或直接列出代码。"
                ),
                new("min", Is.Word("数"), "数字的下限。"),
                new("max", Is.Word("数"), "数字的上限。"),
            ]
        )
        {
            Remarks = "操作问（`asks`）或者设置（`set`）的字段由流程填写；其余字段在“新增”表单上。",
        };
}
