using System.Globalization;
using Fazhang.Core.Expressions;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Fields;

/// <summary>A minute of business time (Asia/Shanghai), kept as text that sorts: 2024-03-02T09:30.</summary>
public sealed class DateTimeField : FieldType
{
    /// <summary>The stored form, which is also what a browser's picker holds.</summary>
    public const string Format = "yyyy-MM-ddTHH:mm";

    private static readonly string[] Formats =
    [
        Format,
        "yyyy-M-d H:mm",
        "yyyy/M/d H:mm",
        "yyyy.M.d H:mm",
        "yyyy年M月d日 H:mm",
        "yyyy年M月d日H:mm",
        "yyyy年M月d日H时m分",
        "yyyy年M月d日 H时m分",
    ];

    public override string Name => "datetime";

    public override StorageType Storage => StorageType.Text;

    public override ExpressionType Expression => ExpressionType.Moment;

    public override Widget Widget => Widget.DateTime;

    public override string Meaning => "日期和时间，精确到分（北京时间）";

    public override bool IsDated => true;

    public override Parsed Parse(string input)
    {
        var text = input.Replace('：', ':');
        if (!DateTime.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment))
            return Parsed.Wrong("不是日期和时间。写成 2024-03-02 09:30 这样的年-月-日 时:分，并确认该日存在。");
        return moment.Year is >= 1949 and <= 2199 ? Parsed.Ok(Stored(moment)) : Parsed.Wrong("年份应在 1949 至 2199 之间。");
    }

    public override string Input(object value) => (string)value;

    public override string Show(object value) => ((string)value).Replace('T', ' ');

    public override string? Check(object value, object? before, Units.UnitTree units) =>
        Parse((string)value) is var parsed && parsed.Error is null && !value.Equals(parsed.Value)
            ? "的时间没有写成 2024-03-02T09:30 的形式。"
            : parsed.Error;

    public override (object First, object Last) Day(DateOnly day) =>
        (Stored(day.ToDateTime(TimeOnly.MinValue)), Stored(day.ToDateTime(new TimeOnly(23, 59))));

    /// <summary>An hour of the working day.</summary>
    public override object Invent(Invention at)
    {
        ArgumentNullException.ThrowIfNull(at);
        return Stored(at.Day.ToDateTime(new TimeOnly(8, 30)).AddMinutes(5 * at.Random.Below(100)));
    }

    public static string Stored(DateTime moment) => moment.ToString(Format, CultureInfo.InvariantCulture);
}
