using Fazhang.Verify.Reading;

namespace Fazhang.Verify.Figures;

/// <summary>A reason why a number in the text is not a statistical figure.</summary>
internal sealed record Exclusion(string Name, string Reason, Func<Candidate, bool> Applies);

/// <summary>
/// The rules that keep dates, ordinals, names and the like out, in the order in which they are asked. Each is about a
/// class of expressions, never about one text.
/// </summary>
internal static class Exclusions
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

    private static readonly string[] EachWords = ["每隔", "每"];

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

    /// <summary>All rules in order.</summary>
    public static IReadOnlyList<Exclusion> All { get; } =
    [
        new("identifier", "与字母相连的数字是名称或编号(PM2.5、C919、V2.0)", IsIdentifier),
        new("dotted", "多段的数字是日期、版本或地址(2025-08-05、5·15、10:48)", IsDotted),
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
            c => c.Layout.NameAround(c.Numeral.Start) is { } name && !IsStatementIn(c, name)
        ),
        new("label", "日期、编号、级别、届次、年龄、楼层不是统计数字", c => c.Kind == MeasureKind.Label && !IsAverageAge(c)),
        new(
            "numbering column",
            "表格中序号、年份、排名等列",
            c => c.OwnCell is { } cell && NumberingHeaders.Any(word => cell.Header.Contains(word, StringComparison.Ordinal))
        ),
        new("year", "年份不是统计数字", c => IsYear(c) && (c.OwnCell is null || c.Measure is not null)),
        new("window", "近三年、前11个月、三年行动是时段", IsWindow),
        new("list number", "段落或句子开头的编号", IsListNumber),
        new(
            "slogan sum",
            "18+1、1+4+N、7×24是口号式的组合",
            c =>
                (c.Text[c.Numeral.Start - 1] is '+' or '×' && c.OwnCell is null)
                || (c.Text[c.Numeral.End] is '+' or '×' && JoinsOn(c.Text[c.Numeral.End + 1]))
        ),
        new("rank", "名次不是统计数字", IsRank),
        new("class", "5万吨级、2.0版、10时30分是等级、版本和时刻", IsClassOrVersion),
        new("hotline", "服务电话号码", IsHotline),
        new("page furniture", "网页上的浏览次数、字号等", IsPageFurniture),
        new("each", "每三个月、每10人是分配的单位", c => c.Text.EndsWithAny(c.WordsEnd, EachWords)),
        new("threshold", "30人以上企业、三年以上积案是条件", IsThreshold),
        new(
            "all day",
            "24小时是全天的意思",
            c => c.Kind == MeasureKind.Time && c.Numeral.Value == 24 && c.Measure!.Word.Contains("小时", StringComparison.Ordinal)
        ),
        new("fraction of words", "百分之、万分之前面的部分是分母", c => c.Text.StartsWith(c.Numeral.End, "分之")),
        new("bare", "没有量词,也不像名词后的数目", IsBareWithoutEvidence),
        new("chinese word", "汉字数目多数是词语的一部分", c => !c.IsArabic && !ChineseFigures.IsFigure(c)),
    ];

    /// <summary>18+1, 互联网+监管: something is added; 50000+ ends there and means more.</summary>
    private static bool JoinsOn(char next) => Chars.IsDigit(next) || Chars.IsLatin(next) || Chars.IsHan(next);

    private static bool IsIdentifier(Candidate c)
    {
        var before = c.Text[c.Numeral.Start - 1];
        var after = c.Text[c.Numeral.End];
        return (c.IsArabic && (Chars.IsLatin(before) || before is '.' or '@' or '#' or '№'))
            || (Chars.IsLatin(after) && c.Kind != MeasureKind.Quantity)
            || (Chars.IsLatin(before) && !c.IsArabic);
    }

    private static bool IsDotted(Candidate c)
    {
        var before = c.Text[c.Numeral.Start - 1];
        var beforeThat = c.Text[c.Numeral.Start - 2];
        var after = c.Text[c.Numeral.End];
        var afterThat = c.Text[c.Numeral.End + 1];
        return c.IsArabic
            && (
                (before is '-' or '.' or '·' or ':' or '/' && Chars.IsDigit(beforeThat) && c.Measure is null)
                || (after is '-' or '.' or '·' or ':' or '/' && Chars.IsDigit(afterThat))
                || (before is '-' && Chars.IsDigit(beforeThat) && c.Numeral.Value > 1900 && c.Text[c.UnitStart] == '年')
            );
    }

    private static bool IsStatementIn(Candidate c, Stretch name) =>
        c.Text[name.Start] is '“' or '"'
        && c.IsArabic
        && c.Kind is MeasureKind.Percent or MeasureKind.Money or MeasureKind.Points
        && name.End - name.Start > 12;

    /// <summary>人均预期寿命80岁, 平均年龄41.5岁: an average over people, where 60岁以上 is a condition.</summary>
    private static bool IsAverageAge(Candidate c) =>
        c.Measure!.Word is "岁" or "周岁"
        && (
            c.Before(16).Contains("寿命", StringComparison.Ordinal) || c.Before(16).Contains("平均年龄", StringComparison.Ordinal)
        );

    private static bool IsYear(Candidate c)
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
    private static bool IsWindow(Candidate c)
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

    private static bool IsListNumber(Candidate c)
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
            return (next is not ',' || !c.IsArabic) && !IsInNamedBrackets(c);
        }
        // 一是、二是; 其一,其二
        return !c.IsArabic && (next == '是' || before == '其') && c.Numeral.End - c.Numeral.Start <= 2;
    }

    private static bool IsRank(Candidate c) => IsNamedRank(c) || IsStepOfRank(c);

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

    private static bool IsClassOrVersion(Candidate c) =>
        (c.Text[c.UnitEnd] == '级' && c.Kind is MeasureKind.Quantity or MeasureKind.Money)
        || (c.Measure?.Word is "版" or "期" && c.Numeral.Step < 1)
        || (c.Measure?.Word is "分" && (c.Text[c.WordsEnd - 1] is '时' or '点' || !IsScore(c)));

    /// <summary>分 is a score only where something is scored; else it is minutes or cents.</summary>
    private static bool IsScore(Candidate c) =>
        c.Before(12).Contains('分')
        || c.Before(12).Contains("考核", StringComparison.Ordinal)
        || c.Before(12).Contains("成绩", StringComparison.Ordinal);

    /// <summary>123xx are public service lines by national numbering, 110/119/120/122/114 the emergency lines.</summary>
    private static bool IsHotline(Candidate c)
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

    private static bool IsPageFurniture(Candidate c)
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

    private static bool IsThreshold(Candidate c)
    {
        if (!c.IsArabic && c.Hedge is "超" or "过" && c.Kind == MeasureKind.Money && Chars.IsHan(c.Next))
        {
            return true; // 超亿元项目
        }
        if (c.Kind is MeasureKind.Percent)
        {
            return false;
        }
        if (IsBracket(c) || IsCondition(c))
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

    /// <summary>11人至20人(含)的律所, 小于100元的案件: the limits of a class.</summary>
    private static bool IsBracket(Candidate c)
    {
        var at = c.UnitEnd;
        if (c.Text.StartsWith(at, "(含)") || c.Text.EndsWithAny(c.WordsEnd, ["小于", "大于", "不满", "未满"]))
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
    private static bool IsInNamedBrackets(Candidate c)
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

    /// <summary>In characters.</summary>
    private const int LongestList = 60;

    private static bool IsListMark(char c) => c is '、' or '和' or '与' or '及';

    private static bool IsBareWithoutEvidence(Candidate c)
    {
        if (c.Measure is not null || IsSpelledRate(c) || (c.IsArabic && c.OwnCell is not null))
        {
            return false;
        }
        if (IsListed(c) || IsInNamedBrackets(c) || StartsCell(c))
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

    /// <summary>百分之十二, 万分之2.4.</summary>
    internal static bool IsSpelledRate(Candidate c) => c.Text.EndsWithAny(c.Numeral.Start, ["百分之", "千分之", "万分之"]);
}
