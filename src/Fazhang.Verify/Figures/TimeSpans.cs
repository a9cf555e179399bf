using Fazhang.Verify.Reading;

namespace Fazhang.Verify.Figures;

/// <summary>Years, windows and ages: lengths of time that set a scene, as against those that are stated as a result.</summary>
internal static class TimeSpans
{
    private static readonly string[] Windows =
    [
        "近",
        "最近",
        "过去",
        "前",
        "未来",
        "今后",
        "此后",
        "后",
        "为期",
        "历时",
        "任期",
        "历经",
        "这",
        "上",
        "头",
        "下",
        "到",
    ];

    private static readonly string[] Circles =
    [
        "生活圈",
        "服务圈",
        "便民圈",
        "通勤圈",
        "经济圈",
        "交通圈",
        "法律服务圈",
        "以外",
        "之外",
        "工作圈",
        "救援圈",
    ];

    private static readonly string[] SpanWords =
    [
        "缩短",
        "延长",
        "提前",
        "平均",
        "减少",
        "压缩",
        "增加",
        "用时",
        "至",
        "到",
        "为",
        "缩减",
        "压减",
        "不超过",
        "仅需",
        "只需",
    ];

    private static readonly string[] PeriodNames =
    [
        "规划",
        "计划",
        "行动",
        "期",
        "制",
        "攻坚",
        "提升",
        "方案",
        "任务",
        "整治",
        "历史",
        "内",
        "间",
        "前",
        "后",
        "中",
        "多来",
        "里",
        "工程",
    ];

    /// <summary>人均预期寿命80岁, 平均年龄41.5岁: an average over people, where 60岁以上 is a condition.</summary>
    public static bool IsAverageAge(Candidate c) =>
        c.Measure!.Word is "岁" or "周岁"
        && (
            c.Before(16).Contains("寿命", StringComparison.Ordinal) || c.Before(16).Contains("平均年龄", StringComparison.Ordinal)
        );

    public static bool IsYear(Candidate c)
    {
        if (c.Measure?.Word is not ("年" or "周年" or "年度") and not null)
        {
            return false;
        }
        var value = c.Numeral.RangeEnd ?? c.Numeral.Value;
        var looksLikeYear = c.IsWhole && value is >= 1900 and <= 2100 && !c.Numeral.HasMultiplier && c.IsArabic && !c.More;
        return c.Measure is null
            ? looksLikeYear && !c.IsApprox && !IsFollowedByItsShare(c)
            : looksLikeYear || c.Measure.Word == "周年";
    }

    /// <summary>行政处罚2100,占33.9%: only an amount has a share.</summary>
    private static bool IsFollowedByItsShare(Candidate c) =>
        c.Text[c.UnitStart] is ',' or '、' or '('
        && (c.Text[c.UnitStart + 1] == '占' || (c.Text[c.UnitStart] == '(' && Chars.IsDigit(c.Text[c.UnitStart + 1])));

    /// <summary>A length of time counts as a figure when it is stated as a result: 连续4年, 六年来, 用时3.5天, 至1个工作日.</summary>
    public static bool IsWindow(Candidate c)
    {
        if (c.Kind != MeasureKind.Time || !c.IsWhole)
        {
            return false; // 9.08年 is a length, never a date
        }
        if (!c.IsArabic && c.Numeral.Value == 1 && c.Measure!.Word is "个月" or "天" or "年" or "周")
        {
            return true; // 6月一个月, 一年来, 一天内: an article
        }
        if (c.Measure!.Word is "年" or "周" or "个季度" or "个星期")
        {
            var isRun = c.Text.EndsWithAny(c.WordsEnd, ["连续", "接连", "连"]);
            var isSince = c.Text[c.UnitEnd] == '来' && c.Numeral.Value >= 2 && !c.IsApprox && !c.Text.EndsWith(c.WordsEnd, "近");
            var isSpan = c.Text.EndsWithAny(c.WordsEnd, SpanWords);
            return !(isRun || isSince || isSpan);
        }
        if (c.Text.Span(c.UnitEnd, c.UnitEnd + 5).Contains('率') && Chars.IsHan(c.Next))
        {
            return true; // 15秒接通率: part of the name of a rate
        }
        if (c.Text.StartsWithAny(c.UnitEnd, Circles))
        {
            return true; // 15分钟生活圈, 8小时以外
        }
        if (c.Text[c.UnitEnd] == '内' && !c.Text.EndsWithAny(c.WordsEnd, SpanWords))
        {
            return true; // 12小时内办结: a limit
        }
        if (!c.IsArabic && !c.Text.EndsWithAny(c.WordsEnd, SpanWords) && !c.IsApprox)
        {
            return true; // 两小时内, 三天里: a setting, unless something took or saved that long
        }
        return c.Hedge == "近"
            || (c.Text.EndsWithAny(c.WordsEnd, Windows) && !IsNewLevel(c))
            || (c.Measure.Word == "个月" && c.Text.StartsWithAny(c.UnitEnd, PeriodNames))
            || (c.Hedge == "超" && c.Next is not (',' or '。' or ';' or '、' or '\0'));
    }

    /// <summary>由20天压缩到5天: where the time has come to.</summary>
    private static bool IsNewLevel(Candidate c) =>
        c.Text.EndsWithAny(
            c.WordsEnd,
            ["压缩到", "缩短到", "减少到", "降到", "降低到", "压减到", "缩减到", "精简到", "下降到", "延长到", "提高到", "增加到"]
        );
}
