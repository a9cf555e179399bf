using System.Collections.Frozen;
using Fazhang.Verify.Reading;

namespace Fazhang.Verify.Figures;

/// <summary>A measure word of the language with what it measures.</summary>
internal sealed record Measure(string Word, MeasureKind Kind);

internal enum MeasureKind
{
    Thing,
    Person,
    Event,
    Money,
    Percent,
    Points,
    PerMille,
    Multiple,
    Time,
    Quantity,

    /// <summary>Never a statistic: 年 of a date, 号, 级, 届.</summary>
    Label,
}

/// <summary>
/// The measure words of Chinese. A closed class of the language: a number with one of them is a quantity, a number
/// without needs other evidence.
/// </summary>
internal static class Measures
{
    private static readonly (MeasureKind Kind, string Words)[] Lists =
    [
        (
            MeasureKind.Thing,
            "件 个 项 条 宗 起 家 份 篇 部 册 本 张 卷 套 支 处 所 座 栋 幢 种 类 户 辆 台 艘 架 幅 副 块 片 株 头 只 枚 把 根 封 例 "
                + "单 笔 桩 门 间 集 段 款 点位 个方面 方面 字 组 期 道 面 盏 颗 粒 箱 盒 瓶 袋 束 匹 届次 档 幕 首 则 股 床 张床位 通 岗 万字 页 "
                + "版 户次 家次 辆次 架次 例次 个次 条次 项次 单位 部门 企业 乡镇 街道 社区 村 县 区县 县区 市州 市县 省份 国家"
        ),
        (MeasureKind.Person, "人 名 位"),
        (
            MeasureKind.Event,
            "次 场 场次 人次 件次 批次 个批次 批 回 趟 轮 堂 班次 课时 学时 节 节次 车次 班 站次 人(次) 人/次 场(次) 人场"
        ),
        (MeasureKind.Money, "元 美元 欧元 港元 日元 英镑 元人民币 人民币 元/平方米 元/吨 元/亩 元/人 元/月"),
        (MeasureKind.Percent, "%"),
        (MeasureKind.Points, "个百分点 百分点"),
        (MeasureKind.PerMille, "‰"),
        (MeasureKind.Multiple, "倍"),
        (
            MeasureKind.Time,
            "天 小时 分钟 秒 秒钟 个月 个工作日 工作日 个自然日 自然日 个小时 个季度 周年 年 周 个星期 天/件 个日历日 日/件"
        ),
        (
            MeasureKind.Quantity,
            "亩 公顷 平方米 平方公里 平方千米 立方米 公里 千米 米 厘米 毫米 吨 公斤 千克 克 斤 千瓦 千瓦时 兆瓦 度 吨标准煤 标准箱 "
                + "TB GB PB MB 海里 毫克 微克 升 毫升 微克/立方米 毫克/立方米 毫克/升 微克/升 公斤/亩 吨/公顷 吨/平方公里 分贝 摄氏度 ℃ 平米 ㎡ 分"
        ),
        (
            MeasureKind.Label,
            "月 日 号 级 届 岁 周岁 时 点 点钟 年度 楼 层 室 路 线 折 旬 中全会 大 世纪 年代 版本 型 维 号楼 年级 号令 号文 步 般"
        ),
    ];

    /// <summary>Words that begin like a measure word and are none: 12345回访 is a telephone number that calls back.</summary>
    private static readonly string[] Lookalikes =
    [
        .. (
            "通过 通知 处理 处置 处罚 处级 所有 所属 所在 场所 组织 本级 本地 本市 本年 支持 集中 集体 面向 面对 回访 回复 回应 位于 位列 位居 名称 "
            + "部署 期间 期限 条例 节约 班子 台账 元旦 份额 户籍 门户 只有 只要 把握 度过 分别 分类 分析 分为 分之 天然 日常 日均 月均 年均 "
            + "大关 级别 人均 人民 人大 次均 件均 户均 家庭 单独 单项 字号 间接 面临 首次 首个 则是 组建 类似 点击 股份 本次 把关"
        ).Split(' '),
    ];

    private static readonly FrozenDictionary<string, Measure> ByWord = Lists
        .SelectMany(list =>
            list.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => new Measure(word, list.Kind))
        )
        .DistinctBy(measure => measure.Word)
        .ToFrozenDictionary(measure => measure.Word, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Measure>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        ByWord.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly int Longest = ByWord.Keys.Max(word => word.Length);

    private static readonly FrozenSet<char> FirstSigns = ByWord.Keys.Select(word => word[0]).ToFrozenSet();

    /// <summary>吨, 亩, 公里: quantities that are measured and rounded, where cases and persons are counted.</summary>
    public static bool IsMeasured(string word) =>
        ByWord.TryGetValue(word, out var measure) && measure.Kind == MeasureKind.Quantity;

    /// <summary>件, 人, 所, 场: what comes in whole numbers only.</summary>
    public static bool IsCounted(string word) =>
        ByWord.TryGetValue(word, out var measure)
        && measure.Kind is MeasureKind.Thing or MeasureKind.Person or MeasureKind.Event
        && word is not ("学时" or "课时" or "期" or "万字");

    /// <summary>The longest measure word that starts at the position, or null.</summary>
    public static Measure? At(FoldedText text, int position)
    {
        if (!FirstSigns.Contains(text[position]))
        {
            return null;
        }
        if (text.StartsWithAny(position, Lookalikes) && !text.StartsWith(position, "人民币"))
        {
            return null;
        }
        for (var length = Math.Min(Longest, text.Length - position); length > 0; length--)
        {
            if (Lookup.TryGetValue(text.Span(position, position + length), out var measure))
            {
                return measure;
            }
        }
        return null;
    }
}
