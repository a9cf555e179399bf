using Fazhang.Core.Fields;

namespace Fazhang.Core.Definitions.Shapes;

/// <summary>A field: the keys of every type, and those that belong to one (see FieldType.Keys).</summary>
internal static class FieldShapes
{
    private static readonly ShapeKey Title = new("title", Is.Text, "中文名称。", Required: true, Example: "收信日期");

    private static readonly ShapeKey Personal = new(
        "personal",
        Is.OneOf("name", "phone", "id", "other"),
        "个人信息：姓名、电话、证件号、其他。没有权限的人看到遮盖后的值，查看原值记入流水。只用于文字和附件。"
    );

    private static readonly ShapeKey Sensitive = new(
        "sensitive",
        Is.Flag,
        "敏感：连遮盖后的值也不显示，要经“显示个人信息”才能看到，查看记入流水。"
    );

    private static readonly ShapeKey Help = new("help", Is.Text, "填写说明，写在输入框下面。");

    private static readonly ShapeKey Min = new("min", Is.Word("数"), "数字的最小值。");

    private static readonly ShapeKey Max = new("max", Is.Word("数"), "数字的最大值。");

    /// <summary>The keys that fields of every type have.</summary>
    public static IReadOnlyList<ShapeKey> Common { get; } =
    [
        Title,
        Type(FieldTypes.All.Keys),
        RegisterShapes.Was("字段"),
        new("retired", Is.Flag, "停用：不在任何表单和列表里，老记录上照样看得到。"),
        new("required", Is.Expression, "`true`、`false`，或者条件：条件成立时必填。", Example: "people > 5"),
        new("default", Is.Expression, "新记录的初值。", Example: "today"),
        new(
            "unique",
            Is.Either(Is.Flag, Is.OneOrMore(Is.Word("字段"))),
            "不得重复：在整个台账里，或在所列字段相同的记录里。空值不算重复。",
            Example: "[unit]"
        ),
        Personal,
        Sensitive,
        new("entry", Is.Flag, "操作问或设置它，登记时也可以填（例如先填预定日期、办理时改）。"),
        new("list", Is.Flag, "是列表的一栏。"),
        new("search", Is.Flag, "列表的文字查找包括它。只用于文字；代码、日期、单位自动成为筛选项。"),
        new("section", Is.Text, "表单和案卷页上的分组，见“分组”。", Example: "当事人"),
        Help,
        Min,
        Max,
        new("visible", Is.A(() => Open), "只在这些环节、只对这些角色显示；在列表、筛选、导出和命令行同样有效。"),
        new("editable", Is.A(() => Open), "只在这些环节、只由这些角色填写和更正。"),
    ];

    public static Shape Field { get; } =
        new(
            "field",
            "字段",
            [
                .. Common,
                .. FieldTypes.All.Values.SelectMany(type => type.Keys).DistinctBy(key => key.Name).Where(IsOwn).Select(Optional),
            ]
        )
        {
            Remarks =
                "操作问（`asks`）或者设置（`set`）的字段由流程填写；其余字段在“新增”表单上。下表最后几个键只用于某些类型，见“字段类型”。",
        };

    /// <summary>A column of rows.</summary>
    public static Shape Column { get; } =
        new(
            "column",
            "栏",
            [
                Title,
                Type(FieldTypes.All.Values.Where(type => type.IsScalar).Select(type => type.Name)),
                new("required", Is.Flag, "每行都要填。"),
                Personal,
                Sensitive,
                Help,
                Min,
                Max,
                .. FieldTypes
                    .All.Values.Where(type => type.IsScalar)
                    .SelectMany(type => type.Keys)
                    .DistinctBy(key => key.Name)
                    .Where(IsOwn)
                    .Select(Optional),
            ]
        );

    public static Shape Open { get; } =
        new(
            "field_access",
            "visible 和 editable",
            [
                new("states", Is.OneOrMore(Is.Word("环节")), "哪些环节；不写为全部。"),
                new("roles", Is.OneOrMore(Is.Word("角色")), "哪些角色；不写为全部。", Example: "[head]"),
            ]
        );

    private static ShapeKey Type(IEnumerable<string> names) =>
        new("type", Is.OneOf(names), "类型，见“字段类型”。", Required: true, Example: "date");

    private static bool IsOwn(ShapeKey key) => key.Name is not ("min" or "max");

    /// <summary>What one type needs is not required of fields of others.</summary>
    private static ShapeKey Optional(ShapeKey key) => key with { Required = false };
}
