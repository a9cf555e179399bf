using System.Globalization;
using Fazhang.Core.Expressions;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Fields;

/// <summary>A month, stored as its first day.</summary>
public sealed class MonthField : FieldType
{
    private static readonly string[] Formats = ["yyyy-MM", "yyyy-M", "yyyy年M月", "yyyy-MM-dd"];

    public override string Name => "month";

    public override string Meaning => "月份";

    public override StorageType Storage => StorageType.Date;

    public override ExpressionType Expression => ExpressionType.Date;

    public override Widget Widget => Widget.Month;

    public override Parsed Parse(string input) =>
        DateOnly.TryParseExact(input, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        && date.Year is >= 1949 and <= 2199
            ? Parsed.Ok(new DateOnly(date.Year, date.Month, 1))
            : Parsed.Wrong("不是月份。写成 2024-03 这样的年-月。");

    public override string Input(object value) => ((DateOnly)value).ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
