using System.Globalization;
using Fazhang.Core.Expressions;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Fields;

/// <summary>An amount in 元 with at most two decimals, stored in 分 (up to 10 trillion 元).</summary>
public sealed class MoneyField : FieldType
{
    private const decimal Limit = 10_000_000_000_000m;

    public override string Name => "money";

    public override string Meaning => "金额，以元为单位，精确到分";

    public override StorageType Storage => StorageType.Integer;

    public override ExpressionType Expression => ExpressionType.Number;

    public override Widget Widget => Widget.Number;

    public override int Scale => 2;

    public override bool IsNumeric => true;

    public override Parsed Parse(string input)
    {
        if (
            !decimal.TryParse(
                input,
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var yuan
            )
            || Math.Abs(yuan) > Limit
        )
            return Parsed.Wrong("不是金额。以元为单位填数字，例如 1200.50。");
        var cents = yuan * 100;
        return cents == decimal.Truncate(cents) ? Parsed.Ok((long)cents) : Parsed.Wrong("金额最多两位小数（精确到分）。");
    }

    public override string Input(object value) => ((long)value / 100m).ToString("0.##", CultureInfo.InvariantCulture);

    public override string Show(object value) => ((long)value / 100m).ToString("#,0.##", CultureInfo.InvariantCulture) + " 元";
}
