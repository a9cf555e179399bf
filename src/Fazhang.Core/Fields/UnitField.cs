using System.Globalization;
using Fazhang.Core.Expressions;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Fields;

/// <summary>A unit of the organisation tree, stored by its number.</summary>
public sealed class UnitField : FieldType
{
    public override string Name => "unit";

    public override StorageType Storage => StorageType.Integer;

    public override ExpressionType Expression => ExpressionType.Reference;

    public override Widget Widget => Widget.Unit;

    public override Parsed Parse(string input) =>
        long.TryParse(input, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? Parsed.Ok(id)
            : Parsed.Wrong("请从列表中选择单位。");

    public override string Input(object value) => ((long)value).ToString(CultureInfo.InvariantCulture);
}
