using Fazhang.Verify.Reading;

namespace Fazhang.Verify.Figures;

/// <summary>Limits that say what is counted: 30人以上企业, 11人至20人(含)的律所, 人数超过1万人的省有23个.</summary>
internal static class Thresholds
{
    public static bool IsThreshold(Candidate c)
    {
        if (!c.IsArabic && c.Hedge is "超" or "过" && c.Kind == MeasureKind.Money && Chars.IsHan(c.Next))
        {
            return true; // 超亿元项目
        }
        if (c.Kind is MeasureKind.Percent)
        {
            return false;
        }
        if (IsBracket(c) || IsCondition(c) || IsDefinition(c))
        {
            return true;
        }
        if (
            !(
                c.Tail.EndsWith("以上", StringComparison.Ordinal)
                || c.Tail.EndsWith("以下", StringComparison.Ordinal)
                || c.Tail is "以内" or "之内"
            )
        )
        {
            return false;
        }
        var goesOn = Chars.IsHan(c.Next) && c.Next is not ('和' or '及' or '并' or '且');
        var isReached = c.Text.EndsWithAny(
            c.WordsEnd,
            ["达", "达到", "到", "在", "增长", "增加", "减少", "下降", "增", "净增", "完成", "突破", "至"]
        );
        return goesOn && !isReached;
    }

    /// <summary>群体案件(10人以上)72件: the bracket says what the name before it means.</summary>
    private static bool IsDefinition(Candidate c) =>
        c.Tail.Length > 0
        && c.Text[c.WordsEnd - 1] == '('
        && Chars.IsHan(c.Text[c.WordsEnd - 2])
        && c.Text[c.UnitEnd + c.Tail.Length] == ')'
        && Chars.IsDigit(c.Text[c.UnitEnd + c.Tail.Length + 1]);

    /// <summary>人数超过1万人的省(区、市)有23个: the first number says which are counted, the second how many.</summary>
    private static bool IsCondition(Candidate c)
    {
        var at = c.UnitEnd + c.Tail.Length;
        if (
            c.Measure is null
            || c.Text[at] != '的'
            || !(
                c.Hedge is "超过" or "不足" or "超" or "不超过" or "不低于" or "接近"
                || c.Tail.Length > 0
                || c.Text.EndsWithAny(c.WordsEnd, ["低于", "高于", "少于", "多于"])
            )
        )
        {
            return false;
        }
        at++;
        for (var end = Math.Min(c.Text.Length, at + 24); at < end && !Chars.IsDigit(c.Text[at]); at++)
        {
            if (c.Text[at] == '(')
            {
                while (at < end && c.Text[at] != ')')
                {
                    at++;
                }
            }
            else if (Chars.EndsClause(c.Text[at]))
            {
                return false;
            }
        }
        return Chars.IsDigit(c.Text[at]) && c.Text.EndsWithAny(at, ["有", "共", "达", "为", "仅"]);
    }

    /// <summary>满意7件,不满3件: a clause of its own says how many were not content.</summary>
    private static bool IsOutcome(Candidate c) =>
        c.Text.EndsWith(c.WordsEnd, "不满") && Chars.EndsClause(c.Text[c.WordsEnd - 3]) && Chars.EndsClause(c.Next);

    /// <summary>11人至20人(含)的律所, 小于100元的案件: the limits of a class.</summary>
    private static bool IsBracket(Candidate c)
    {
        var at = c.UnitEnd;
        if (c.Text.StartsWith(at, "(含)") || (c.Text.EndsWithAny(c.WordsEnd, ["小于", "大于", "不满", "未满"]) && !IsOutcome(c)))
        {
            return true;
        }
        if (c.Text[at] != '至' || c.Measure is null || !Chars.IsDigit(c.Text[at + 1]))
        {
            return false;
        }
        at++;
        while (Chars.IsDigit(c.Text[at]))
        {
            at++;
        }
        return c.Text.StartsWith(at, c.Measure.Word) && c.Text.StartsWithAny(at + c.Measure.Word.Length, ["(含)", "的", "不满"]);
    }
}
