namespace Fazhang.Verify.Figures;

/// <summary>A reason why a number in the text is not a statistical figure.</summary>
internal sealed record Exclusion(string Name, string Reason, Func<Candidate, bool> Applies);

/// <summary>
/// The rules that keep dates, ordinals, names and the like out, in the order in which they are asked. Each is about a
/// class of expressions, never about one text.
/// </summary>
internal static class Exclusions
{
    private static readonly string[] NumberingHeaders =
    [
        "序号",
        "编号",
        "年份",
        "年度",
        "排名",
        "名次",
        "电话",
        "代码",
        "文号",
        "日期",
        "时间",
    ];

    private static readonly string[] EachWords = ["每隔", "每"];

    /// <summary>All rules in order.</summary>
    public static IReadOnlyList<Exclusion> All { get; } =
    [
        new("identifier", "与字母相连的数字是名称或编号(PM2.5、C919、V2.0)", NumbersInNames.IsIdentifier),
        new("dotted", "多段的数字是日期、版本或地址(2025-08-05、5·15、10:48)", NumbersInNames.IsDotted),
        new(
            "reference",
            "如图1所示、见表2、附件3是指引",
            c =>
                c.IsArabic
                && c.Text.EndsWithAny(c.WordsEnd, ["图", "附表", "附件", "附图", "专栏", "表"])
                && (c.Text.StartsWith(c.Numeral.End, "所示") || c.Measure is null && c.OwnCell is null)
                && !c.Text.EndsWithAny(c.WordsEnd, ["代表", "报表", "地图", "制图", "发表"])
        ),
        new("ordinal", "第…是序数", c => c.Text[c.WordsEnd - 1] == '第' || (c.IsArabic && c.Before(3).EndsWith("第"))),
        new(
            "name",
            "引号、书名号、文号括号里的数字是名称或口号",
            c => c.Layout.NameAround(c.Numeral.Start) is { } name && !NumbersInNames.IsStatementIn(c, name)
        ),
        new(
            "label",
            "日期、编号、级别、届次、年龄、楼层不是统计数字",
            c => c.Kind == MeasureKind.Label && !TimeSpans.IsAverageAge(c)
        ),
        new(
            "numbering column",
            "表格中序号、年份、排名等列",
            c => c.OwnCell is { } cell && NumberingHeaders.Any(word => cell.Header.Contains(word, StringComparison.Ordinal))
        ),
        new("year", "年份不是统计数字", c => TimeSpans.IsYear(c) && (c.OwnCell is null || c.Measure is not null)),
        new("window", "近三年、前11个月、三年行动是时段", TimeSpans.IsWindow),
        new("list number", "段落或句子开头的编号", NumbersInNames.IsListNumber),
        new(
            "slogan sum",
            "18+1、1+4+N、7×24是口号式的组合",
            c =>
                (c.Text[c.Numeral.Start - 1] is '+' or '×' && c.OwnCell is null)
                || (c.Text[c.Numeral.End] is '+' or '×' && NumbersInNames.JoinsOn(c.Text[c.Numeral.End + 1]))
        ),
        new("rank", "名次不是统计数字", NumbersInNames.IsRank),
        new("class", "5万吨级、2.0版、10时30分是等级、版本和时刻", NumbersInNames.IsClassOrVersion),
        new("hotline", "服务电话号码", NumbersInNames.IsHotline),
        new("page furniture", "网页上的浏览次数、字号等", NumbersInNames.IsPageFurniture),
        new("each", "每三个月、每10人是分配的单位", c => c.Text.EndsWithAny(c.WordsEnd, EachWords)),
        new("threshold", "30人以上企业、三年以上积案是条件", Thresholds.IsThreshold),
        new(
            "all day",
            "24小时是全天的意思",
            c => c.Kind == MeasureKind.Time && c.Numeral.Value == 24 && c.Measure!.Word.Contains("小时", StringComparison.Ordinal)
        ),
        new("fraction of words", "百分之、万分之前面的部分是分母", c => c.Text.StartsWith(c.Numeral.End, "分之")),
        new("bare", "没有量词,也不像名词后的数目", BareNumbers.IsBareWithoutEvidence),
        new("chinese word", "汉字数目多数是词语的一部分", c => !c.IsArabic && !ChineseFigures.IsFigure(c)),
    ];

    /// <summary>百分之十二, 万分之2.4.</summary>
    internal static bool IsSpelledRate(Candidate c) => c.Text.EndsWithAny(c.Numeral.Start, ["百分之", "千分之", "万分之"]);
}
