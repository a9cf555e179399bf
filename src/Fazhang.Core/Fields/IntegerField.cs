using System.Globalization;
using Fazhang.Core.Expressions;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Fields;

/// <summary>A whole number between −10^15 and 10^15.</summary>
public sealed class IntegerField : FieldType
{
    private const long Limit = 1_000_000_000_000_000;

    public override string Name => "integer";

    public override string Meaning => "整数";

    public override StorageType Storage => StorageType.Integer;

    public override ExpressionType Expression => ExpressionType.Integer;

    public override Widget Widget => Widget.Number;

    public override bool IsNumeric => true;

    public override Parsed Parse(string input) =>
        long.TryParse(input, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
        && Math.Abs(value) <= Limit
            ? Parsed.Ok(value)
            : Parsed.Wrong("不是整数。只填阿拉伯数字，例如 12。");

    public override string Input(object value) => ((long)value).ToString(CultureInfo.InvariantCulture);
}
