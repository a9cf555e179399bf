using Fazhang.Verify.Reading;

namespace Fazhang.Verify.Figures;

/// <summary>Numbers without a measure word: figures only where a list, a bracket or a noun before them shows that they count something.</summary>
internal static class BareNumbers
{
    private static readonly string[] NumberedThings =
    [
        "附件",
        "附表",
        "表",
        "图",
        "注",
        "专栏",
        "案例",
        "类型",
        "版本",
        "型号",
        "路",
        "号",
        "栋",
        "房间",
        "编号",
        "代码",
        "邮编",
        "文号",
        "北斗",
        "神舟",
        "嫦娥",
        "热线",
        "电话",
        "拨打",
        "平台",
        "频道",
        "第",
    ];

    /// <summary>第一类17618(66.6%): only an amount has a share, which stands in brackets behind it.</summary>
    private static bool HasShareBehind(Candidate c)
    {
        var at = c.Numeral.End + 1;
        while (c.IsArabic && c.Text[c.Numeral.End] == '(' && (Chars.IsDigit(c.Text[at]) || c.Text[at] == '.'))
        {
            at++;
        }
        return at > c.Numeral.End + 1 && c.Text.StartsWith(at, "%)");
    }

    /// <summary>三次产业结构为9.3:41.0:49.7: shares of three or more parts. 10:48 is a time and 2:1 a proportion.</summary>
    public static bool IsInStructure(Candidate c)
    {
        if (!c.IsArabic || c.Measure is not null)
        {
            return false;
        }
        var (start, count) = (c.Numeral.Start, 1);
        while (c.Numeral.Start - start < LongestList && c.Text[start - 1] == ':' && Chars.IsDigit(c.Text[start - 2]))
        {
            start -= 2;
            while (Chars.IsDigit(c.Text[start - 1]) || c.Text[start - 1] == '.')
            {
                start--;
            }
            count++;
        }
        var at = c.Numeral.End;
        while (at - c.Numeral.End < LongestList && c.Text[at] == ':' && Chars.IsDigit(c.Text[at + 1]))
        {
            at++;
            while (Chars.IsDigit(c.Text[at]) || c.Text[at] == '.')
            {
                at++;
            }
            count++;
        }
        return count > 2
            && c.Text.Span(Math.Max(0, start - LongestStructure), start) is var words
            && (words.Contains("结构", StringComparison.Ordinal) || words.Contains("构成", StringComparison.Ordinal));
    }

    /// <summary>In characters: 三次产业结构由上年的…调整为.</summary>
    private const int LongestStructure = 34;

    /// <summary>In characters.</summary>
    private const int LongestList = 60;

    private static bool IsListMark(char c) => c is '、' or '和' or '与' or '及';

    /// <summary>浓度分别为85、7和40微克, 结构为9.3、41.0、49.6: a list whose numbers have one measure word, or none.</summary>
    private static bool IsListed(Candidate c)
    {
        if (!c.IsArabic || c.Numeral.HasMultiplier)
        {
            return false;
        }
        var start = c.Numeral.Start;
        while (c.Numeral.Start - start < LongestList && IsListMark(c.Text[start - 1]) && Chars.IsDigit(c.Text[start - 2]))
        {
            start -= 2;
            while (Chars.IsDigit(c.Text[start - 1]) || c.Text[start - 1] == '.')
            {
                start--;
            }
        }
        var isList = start < c.Numeral.Start || (IsListMark(c.Text[c.Numeral.End]) && Chars.IsDigit(c.Text[c.Numeral.End + 1]));
        return isList
            && c.Text.EndsWithAny(start, ["分别为", "分别是", "分别达", "依次为", "依次是", "结构为", "构成为", "比例为"]);
    }

    /// <summary>甲省(8917)、乙省(7451): amounts in brackets behind the names of a list.</summary>
    public static bool IsInNamedBrackets(Candidate c)
    {
        var open = c.Numeral.Start - 1;
        if (!c.IsArabic || c.Text[open] != '(' || c.Text[c.Numeral.End] != ')' || !Chars.IsHan(c.Text[open - 1]))
        {
            return false;
        }
        var behind = c.Text.Span(c.Numeral.End + 1, c.Numeral.End + 14);
        var before = c.Text.Span(open - 14, open);
        var next = behind.IndexOf('(');
        return (behind.Length > 0 && IsListMark(behind[0]) && next > 1 && Chars.IsDigit(c.Text[c.Numeral.End + 2 + next]))
            || (
                before.LastIndexOf(')') is > 0 and var close
                && IsListMark(before[Math.Min(close + 1, before.Length - 1)])
                && Chars.IsDigit(before[close - 1])
            );
    }

    /// <summary>56675(↑5.65%) in a cell: the amount with its change.</summary>
    private static bool StartsCell(Candidate c) =>
        c.IsArabic
        && c.Text[c.Numeral.End] == '('
        && c.Text[c.Numeral.End + 1] is '↑' or '↓' or '+' or '-'
        && c.Layout.CellAt(c.Numeral.Start) is { Row: > 0 } cell
        && cell.Start == c.Numeral.Start;

    public static bool IsBareWithoutEvidence(Candidate c)
    {
        if (c.Measure is not null || Exclusions.IsSpelledRate(c) || (c.IsArabic && c.OwnCell is not null))
        {
            return false;
        }
        if (IsListed(c) || IsInNamedBrackets(c) || StartsCell(c) || HasShareBehind(c) || IsInStructure(c))
        {
            return false;
        }
        var before = c.Text[c.WordsEnd - 1];
        if (c.Numeral.HasMultiplier || c.More)
        {
            return !(Chars.IsHan(c.Next) || Chars.EndsClause(c.Next)) || (!c.IsArabic && !c.IsApprox);
        }
        var ends = c.Next is ',' or ';' or '。' or '、' or ')' or '\0' or '|' || Chars.IsLineBreak(c.Next);
        var followsNoun = Chars.IsHan(before) || before is '”' or '"' or ')' or '》';
        return !(c.IsArabic && ends && followsNoun)
            || c.Text.EndsWithAny(c.WordsEnd, NumberedThings)
            || c.Numeral.End - c.Numeral.Start > 10;
    }
}
