using Fazhang.Core.Expressions;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Fields;

/// <summary>Yes, no, or not said.</summary>
public sealed class YesNoField : FieldType
{
    public override string Name => "yesno";

    public override string Meaning => "是或否";

    public override StorageType Storage => StorageType.Boolean;

    public override ExpressionType Expression => ExpressionType.Boolean;

    public override Widget Widget => Widget.YesNo;

    public override bool IsFiltered => true;

    public override Parsed Parse(string input) =>
        input switch
        {
            "true" or "是" => Parsed.Ok(true),
            "false" or "否" => Parsed.Ok(false),
            _ => Parsed.Wrong("请选择“是”或“否”。"),
        };

    public override string Input(object value) => (bool)value ? "true" : "false";

    public override string Show(object value) => (bool)value ? "是" : "否";

    public override string? Matches(string column, string input, Func<object?, string> add) =>
        Parse(input).Value is bool flag ? $"{column} = {add(flag)}" : null;
}
