using Fazhang.Verify.Reading;

namespace Fazhang.Verify.Figures;

/// <summary>Numbers that name something: identifiers, versions, telephone lines, list numbers, ranks and the furniture of web pages.</summary>
internal static class NumbersInNames
{
    private static readonly string[] PageFurniture =
    [
        "浏览次数",
        "浏览量",
        "浏览",
        "点击数",
        "点击量",
        "点击率",
        "点击",
        "阅读次数",
        "阅读量",
        "阅读",
        "访问次数",
        "字号",
        "字体",
        "页码",
        "邮编",
        "电话",
        "传真",
        "索引号",
        "文号",
        "来源",
    ];

    private static readonly string[] HotlineContext =
    [
        "热线",
        "平台",
        "电话",
        "服务",
        "专线",
        "联动",
        "等",
        "与",
        "和",
        "、",
        "+",
        "\"",
        "”",
        "法",
    ];

    /// <summary>18+1, 互联网+监管: something is added; 50000+ ends there and means more.</summary>
    public static bool JoinsOn(char next) => Chars.IsDigit(next) || Chars.IsLatin(next) || Chars.IsHan(next);

    public static bool IsIdentifier(Candidate c)
    {
        var before = c.Text[c.Numeral.Start - 1];
        var after = c.Text[c.Numeral.End];
        return (c.IsArabic && (Chars.IsLatin(before) || before is '.' or '@' or '#' or '№'))
            || (Chars.IsLatin(after) && c.Kind != MeasureKind.Quantity)
            || (Chars.IsLatin(before) && !c.IsArabic);
    }

    public static bool IsDotted(Candidate c)
    {
        var before = c.Text[c.Numeral.Start - 1];
        var beforeThat = c.Text[c.Numeral.Start - 2];
        var after = c.Text[c.Numeral.End];
        var afterThat = c.Text[c.Numeral.End + 1];
        return c.IsArabic
            && !BareNumbers.IsInStructure(c)
            && (
                (before is '-' or '.' or '·' or ':' or '/' && Chars.IsDigit(beforeThat) && c.Measure is null)
                || (after is '-' or '.' or '·' or ':' or '/' && Chars.IsDigit(afterThat))
                || (before is '-' && Chars.IsDigit(beforeThat) && c.Numeral.Value > 1900 && c.Text[c.UnitStart] == '年')
            );
    }

    public static bool IsStatementIn(Candidate c, Stretch name) =>
        c.Text[name.Start] is '“' or '"'
        && c.IsArabic
        && c.Kind is MeasureKind.Percent or MeasureKind.Money or MeasureKind.Points
        && name.End - name.Start > 12;

    public static bool IsListNumber(Candidate c)
    {
        var next = c.Text[c.Numeral.End];
        var at = c.SkipBlanksBack(c.Numeral.Start);
        var before = c.Text[at - 1];
        if (
            c.Measure is null
            && c.OwnCell is null
            && next is '.' or '、' or ')' or ',' or ' '
            && (before is '(' or '\0' or '。' or ';' or ':' || Chars.IsLineBreak(before))
        )
        {
            return (next is not ',' || !c.IsArabic) && !BareNumbers.IsInNamedBrackets(c);
        }
        // 一是、二是; 其一,其二
        return !c.IsArabic && (next == '是' || before == '其') && c.Numeral.End - c.Numeral.Start <= 2;
    }

    public static bool IsRank(Candidate c) => IsNamedRank(c) || IsStepOfRank(c);

    /// <summary>排名由12位升至8位, 较上年前进三名: places, not persons.</summary>
    private static bool IsStepOfRank(Candidate c)
    {
        if (
            c.Measure?.Word is not ("名" or "位")
            || Chars.IsHan(c.Text[c.UnitEnd])
                && !c.Text.StartsWithAny(c.UnitEnd, ["升", "上", "提", "前", "下", "降", "到", "至"])
        )
        {
            return false;
        }
        var words = c.Before(24);
        return words.Contains("排名", StringComparison.Ordinal)
            || words.Contains("名次", StringComparison.Ordinal)
            || words.Contains("位次", StringComparison.Ordinal)
            || c.Text.EndsWithAny(c.WordsEnd, ["前进", "前进了", "前移", "前移了", "跃升", "跃升了", "晋升", "进位"]);
    }

    private static bool IsNamedRank(Candidate c) =>
        (c.Text.EndsWithAny(c.WordsEnd, ["排名", "位居", "名列", "排位", "居全省", "居全市", "居全国", "前", "排"]) || IsLast(c))
        && c.Kind is MeasureKind.Person or null or MeasureKind.Thing
        && c.Measure?.Word is null or "名" or "位" or "强";

    /// <summary>空气质量后20名; but not 随后20名干警.</summary>
    private static bool IsLast(Candidate c) =>
        c.Text[c.WordsEnd - 1] == '后' && c.Text[c.WordsEnd - 2] is not ('随' or '之' or '然' or '以' or '此' or '先' or '其');

    public static bool IsClassOrVersion(Candidate c) =>
        (c.Text[c.UnitEnd] == '级' && c.Kind is MeasureKind.Quantity or MeasureKind.Money)
        || (c.Measure?.Word is "版" or "期" && c.Numeral.Step < 1)
        || (c.Measure?.Word is "分" && (c.Text[c.WordsEnd - 1] is '时' or '点' || !IsScore(c)));

    /// <summary>分 is a score only where something is scored; else it is minutes or cents.</summary>
    private static bool IsScore(Candidate c) =>
        c.Before(12).Contains('分')
        || c.Before(12).Contains("考核", StringComparison.Ordinal)
        || c.Before(12).Contains("成绩", StringComparison.Ordinal);

    /// <summary>123xx are public service lines by national numbering, 110/119/120/122/114 the emergency lines.</summary>
    public static bool IsHotline(Candidate c)
    {
        if (!c.IsArabic || c.Measure is not null || c.Numeral.End - c.Numeral.Start is < 3 or > 12)
        {
            return false;
        }
        if (c.OwnCell is not null || c.Text.Span(c.Numeral.Start, c.Numeral.End).Contains(','))
        {
            return false; // a number that fills its cell, or has thousands separators
        }
        var digits = c.Text.Span(c.Numeral.Start, c.Numeral.End);
        var isService =
            (digits.Length == 5 && (digits.StartsWith("123") || digits.StartsWith("955")))
            || digits is "110" or "119" or "120" or "122" or "114" or "96" or "400";
        var isPhone =
            digits.Length >= 7
            && c.IsWhole
            && !c.Numeral.HasMultiplier
            && !c.Text.StartsWithAny(c.Numeral.End, [",", "。", ";", "、"]);
        return isService
            || isPhone
            || (
                c.Text.StartsWithAny(c.Numeral.End, HotlineContext)
                && digits.Length == 5
                && digits[0] is '1' or '9'
                && c.Text.StartsWithAny(c.Numeral.End, ["热线", "平台", "电话", "专线"])
            );
    }

    public static bool IsPageFurniture(Candidate c)
    {
        // 共12条记录 1/2页: the pager of a list
        if (
            (c.Measure?.Word is "条" && c.Text.StartsWith(c.UnitEnd, "记录") && !Chars.IsHan(c.Text[c.UnitEnd + 2]))
            || (c.Measure?.Word is "页" && c.Text[c.Numeral.Start - 1] == '/')
        )
        {
            return true;
        }
        var at = c.SkipBlanksBack(c.Numeral.Start);
        if (c.Text[at - 1] != ':')
        {
            return false;
        }
        return c.Text.EndsWithAny(c.SkipBlanksBack(at - 1), PageFurniture);
    }
}
