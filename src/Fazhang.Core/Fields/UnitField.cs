using System.Globalization;
using Fazhang.Core.Expressions;
using Fazhang.Core.Records;
using Fazhang.Core.Storage;
using Fazhang.Core.Units;

namespace Fazhang.Core.Fields;

/// <summary>A unit of the organisation tree, stored by its number.</summary>
public sealed class UnitField : FieldType
{
    public override string Name => "unit";

    public override StorageType Storage => StorageType.Integer;

    public override ExpressionType Expression => ExpressionType.Reference;

    public override Widget Widget => Widget.Unit;

    public override string Meaning => "单位树里的一个单位";

    public override bool IsFiltered => true;

    public override Parsed Parse(string input) =>
        long.TryParse(input, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? Parsed.Ok(id)
            : Parsed.Wrong("请从列表中选择单位。");

    public override string Input(object value) => ((long)value).ToString(CultureInfo.InvariantCulture);

    public override string Show(object value, FieldWords words) => words.Unit((long)value);

    public override string? Check(object value, object? before, UnitTree units) =>
        units.Find((long)value) is null ? "选的单位不存在。请从列表中选择。" : null;

    public override string? Matches(string column, string input, Func<object?, string> add) =>
        Parse(input).Value is long id ? $"{column} = {add(id)}" : null;
}
