using System.Globalization;
using Fazhang.Core.Expressions;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Fields;

/// <summary>A day between 1949-10-01 and 2199-12-31.</summary>
public sealed class DateField : FieldType
{
    private static readonly string[] Formats = ["yyyy-MM-dd", "yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd"];

    public override string Name => "date";

    public override string Meaning => "日期";

    public override StorageType Storage => StorageType.Date;

    public override ExpressionType Expression => ExpressionType.Date;

    public override Widget Widget => Widget.Date;

    public override Parsed Parse(string input)
    {
        if (!DateOnly.TryParseExact(input, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return Parsed.Wrong("不是日期。写成 2024-03-02 这样的年-月-日，并确认该日存在。");
        return date.Year is >= 1949 and <= 2199 ? Parsed.Ok(date) : Parsed.Wrong("年份应在 1949 至 2199 之间。");
    }

    public override string Input(object value) => ((DateOnly)value).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
