using System.Globalization;
using Fazhang.Core.Definitions;
using Fazhang.Core.Definitions.Shapes;
using Fazhang.Core.Expressions;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Fields;

/// <summary>A number with 1 to 6 decimals between −10^12 and 10^12, stored as an integer times 10^decimals.</summary>
public sealed class DecimalField(int decimals = 2) : FieldType
{
    private const decimal Limit = 1_000_000_000_000m;

    private readonly decimal unit = (decimal)Math.Pow(10, decimals);

    public override string Name => "decimal";

    public override StorageType Storage => StorageType.Integer;

    public override ExpressionType Expression => ExpressionType.Number;

    public override Widget Widget => Widget.Number;

    public override string Meaning => "小数，按定点数保存，不会有舍入误差";

    public override IReadOnlyList<ShapeKey> Keys =>
        [new("decimals", Is.Number, "小数位数，1 至 6；不写为 2。有了记录以后不能改。")];

    public override int Scale => decimals;

    public override bool IsNumeric => true;

    public override Parsed Parse(string input)
    {
        const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (!decimal.TryParse(input, style, CultureInfo.InvariantCulture, out var number) || Math.Abs(number) > Limit)
            return Parsed.Wrong("不是数。填数字，例如 3.5。");
        var stored = number * unit;
        return stored == decimal.Truncate(stored)
            ? Parsed.Ok((long)stored)
            : Parsed.Wrong($"最多 {decimals} 位小数。请四舍五入后再填。");
    }

    public override string Input(object value) => Written(value, "0.######");

    public override string Show(object value) => Written(value, "#,0.######");

    internal override FieldType Configure(FieldKeys keys) => new DecimalField(keys.Number("decimals", 1, 6) ?? 2);

    private string Written(object value, string format) => ((long)value / unit).ToString(format, CultureInfo.InvariantCulture);
}
