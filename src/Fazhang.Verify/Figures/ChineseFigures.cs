using System.Buffers;
using Fazhang.Verify.Reading;

namespace Fazhang.Verify.Figures;

/// <summary>
/// Numbers in Chinese characters are mostly parts of words (一体化, 三中全会, 两级, 百名). They are figures when the
/// sentence reports them: with 余/多/近, as a number of two or more digits with a measure word, or a small number of
/// events or things right behind the verb that reports them.
/// </summary>
internal static class ChineseFigures
{
    private static readonly SearchValues<char> DigitSigns = SearchValues.Create(Chars.ChineseDigits);

    /// <summary>每月一次, 最多跑一次, 只有一件: not a result.</summary>
    private static readonly SearchValues<char> ArticleSigns = SearchValues.Create("每跑第最仅只同这那统唯");

    private static readonly string[] ReportingVerbs =
    [
        "开展",
        "举办",
        "召开",
        "组织",
        "完成",
        "进行",
        "分",
        "建成",
        "设立",
        "成立",
        "制定",
        "出台",
        "印发",
        "发布",
        "修订",
        "办理",
        "新增",
        "新建",
        "查处",
        "获",
        "获得",
        "荣获",
        "入选",
        "推荐",
        "先后",
        "共",
        "共计",
        "总计",
        "合计",
        "累计",
        "达",
        "增加",
        "减少",
        "发生",
        "处理",
        "制发",
        "移送",
        "选派",
        "聘请",
        "配备",
        "打造",
        "增至",
        "减至",
        "增加到",
        "减少到",
        "培训",
        "收到",
        "受理",
        "审结",
        "办结",
        "为",
        "有",
        "审理",
        "听取",
        "评选",
        "命名",
        "表彰",
        "创建",
        "培育",
        "建立",
        "废止",
        "修改",
        "清理",
        "审查",
        "审核",
        "报送",
        "备案",
        "公布",
        "提出",
        "采纳",
        "整改",
        "发现",
        "督办",
        "调解",
        "化解",
        "撤销",
        "变更",
        "确认",
        "纠正",
        "下发",
        "发出",
        "派出",
        "招募",
        "选聘",
        "不足",
        "近",
        "超",
        "约",
    ];

    private static readonly string[] Grouping =
    [
        "级",
        "方面",
        "大",
        "种",
        "类",
        "条",
        "面",
        "头",
        "把",
        "道",
        "部",
        "本",
        "单",
        "期",
        "门",
        "口",
        "位",
        "回",
        "班",
        "堂",
        "间",
        "所",
        "处",
        "段",
        "点",
        "面",
    ];

    public static bool IsFigure(Candidate c)
    {
        if (Exclusions.IsSpelledRate(c))
        {
            return true;
        }
        if (c.Kind is null or MeasureKind.Label or MeasureKind.Quantity)
        {
            return c.Numeral.HasMultiplier && c.IsApprox && c.Kind is null && Chars.IsHan(c.Next);
        }
        var run = c.Text.Span(c.Numeral.Start, c.Numeral.End);
        if (c.Kind == MeasureKind.Time)
        {
            return true; // the window rule has already asked
        }
        if (run.Length == 1 && !c.Numeral.HasMultiplier)
        {
            return IsSmallFigure(c, run[0]);
        }
        var isBareMultiplier = run.IndexOfAny(DigitSigns) < 0 && !c.Numeral.InnerMore;
        return c.IsApprox || !isBareMultiplier || (run is "十" && IsReported(c));
    }

    private static bool IsSmallFigure(Candidate c, char digit)
    {
        if (c.Kind == MeasureKind.Multiple)
        {
            return true;
        }
        if (
            digit is '〇' or '零'
            || Grouping.Contains(c.Measure!.Word)
            || c.Text.EndsWithAny(
                c.WordsEnd,
                ["这", "那", "任", "同", "另", "某", "首", "该", "各", "统", "唯", "之", "每", "上", "下"]
            )
        )
        {
            return false;
        }
        // 一 is an article unless it closes the statement: 处理群体性事件一起。
        if (c.Kind == MeasureKind.Event && digit != '一' && Chars.IsDigit(c.Text[c.UnitEnd]))
        {
            return true; // 两批16件: counted twice over
        }
        return digit == '一' ? IsAppositive(c) : IsReported(c) || IsAppositive(c);
    }

    private static bool IsReported(Candidate c) =>
        c.Text.EndsWithAny(c.WordsEnd, ReportingVerbs) && !c.Text.StartsWithAny(c.UnitEnd, ["到位", "清单", "制度"]);

    private static bool IsAppositive(Candidate c)
    {
        var clause = c.Before(12);
        return c.Next is ',' or '。' or ';' or '、' or ')'
            && c.Measure!.Word
                is "件"
                    or "起"
                    or "次"
                    or "例"
                    or "名"
                    or "人"
                    or "宗"
                    or "份"
                    or "项"
                    or "个"
                    or "家"
                    or "场"
                    or "部"
                    or "期"
            && clause.Length >= 3
            && clause.IndexOfAny(ArticleSigns) < 0;
    }
}
