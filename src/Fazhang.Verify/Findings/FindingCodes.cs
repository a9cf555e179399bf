namespace Fazhang.Verify;

/// <summary>The stable codes of findings. docs/reference/findings.md explains each with an example.</summary>
public static class FindingCodes
{
    /// <summary>分项之和与总数不符,且清单是完整的。</summary>
    public const string SumMismatch = "sum-mismatch";

    /// <summary>表格的合计与各行或各列之和不符。</summary>
    public const string TableTotal = "table-total";

    /// <summary>“其中”的部分大于整体。</summary>
    public const string PartExceedsWhole = "part-exceeds-whole";

    /// <summary>各项之和大于整体,可能交叉。</summary>
    public const string PartsOverlap = "parts-overlap";

    /// <summary>各项之和略小于整体,可能没有列全。</summary>
    public const string ListIncomplete = "list-incomplete";

    /// <summary>期初数加新增减去减少,与期末数不符。</summary>
    public const string FlowMismatch = "flow-mismatch";

    /// <summary>加了限定的部分多于不加限定的整体。</summary>
    public const string RestrictedExceeds = "restricted-exceeds";

    /// <summary>同一列表的其他占比都以某数为整体,这一个算不出来。</summary>
    public const string RatioMismatch = "ratio-mismatch";

    /// <summary>占比写明的整体就在文中，而以它算不出来。</summary>
    public const string RatioNamedWhole = "ratio-named-whole";

    /// <summary>百分比与文中给出的整体对不上,可能另有分母。</summary>
    public const string RatioOtherWhole = "ratio-other-whole";

    /// <summary>百分比与算出的只差末位,可能是为凑成100%而调整。</summary>
    public const string RatioLastDigit = "ratio-last-digit";

    /// <summary>几个百分比有一个没有写出来的共同整体。</summary>
    public const string ImpliedWhole = "implied-whole";

    /// <summary>占比没有件数,而本句的数都不能作它的整体。</summary>
    public const string ShareImpossible = "share-impossible";

    /// <summary>列有“其他”的占比合计不是100%。</summary>
    public const string PercentsNot100 = "percents-not-100";

    /// <summary>上千件而率为100%。</summary>
    public const string PerfectRate = "perfect-rate";

    /// <summary>年度报告里的率没有分子和分母。</summary>
    public const string RateWithoutWhole = "rate-without-whole";

    /// <summary>增减幅与上年数、增减数或前后两数不符。</summary>
    public const string ChangeMismatch = "change-mismatch";

    /// <summary>没有整数的上期数能得出这个增减幅。</summary>
    public const string ChangeImpossible = "change-impossible";

    /// <summary>增减数与前后两数之差不符。</summary>
    public const string DifferenceMismatch = "difference-mismatch";

    /// <summary>由此及彼的方向与用词相反。</summary>
    public const string DirectionMismatch = "direction-mismatch";

    /// <summary>由百分点推出的上期率不在0至100%之间。</summary>
    public const string PointsImpossible = "points-impossible";

    /// <summary>日均数与总数、天数不符。</summary>
    public const string AverageMismatch = "average-mismatch";

    /// <summary>倍数与它所比的两个数不符。</summary>
    public const string MultipleMismatch = "multiple-mismatch";

    /// <summary>同一指标两处数字不同。</summary>
    public const string SameMetricDiffers = "same-metric-differs";

    /// <summary>所写上年数与上年报告不同。</summary>
    public const string LastYearDiffers = "last-year-differs";

    /// <summary>增减幅与上年报告的数字不符。</summary>
    public const string LastYearGrowth = "last-year-growth";

    /// <summary>精确到个位的数后面又加“余”。</summary>
    public const string FalsePrecision = "false-precision";

    /// <summary>件、人、次等出现小数。</summary>
    public const string FractionOfThing = "fraction-of-thing";

    /// <summary>数量级与前后同类数字相差太远。</summary>
    public const string Magnitude = "magnitude";

    /// <summary>年度报告只给出一年中的一段。</summary>
    public const string PartOfYear = "part-of-year";

    /// <summary>年度报告缺少规定的章节。</summary>
    public const string SectionMissing = "section-missing";

    /// <summary>年度报告公开晚于4月1日。</summary>
    public const string PublishedLate = "published-late";

    /// <summary>All codes, in the order of the reference.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        SumMismatch,
        TableTotal,
        PartExceedsWhole,
        PartsOverlap,
        ListIncomplete,
        FlowMismatch,
        RestrictedExceeds,
        RatioMismatch,
        RatioNamedWhole,
        RatioOtherWhole,
        RatioLastDigit,
        ImpliedWhole,
        ShareImpossible,
        PercentsNot100,
        PerfectRate,
        RateWithoutWhole,
        ChangeMismatch,
        ChangeImpossible,
        DifferenceMismatch,
        DirectionMismatch,
        PointsImpossible,
        AverageMismatch,
        MultipleMismatch,
        SameMetricDiffers,
        LastYearDiffers,
        LastYearGrowth,
        FalsePrecision,
        FractionOfThing,
        Magnitude,
        PartOfYear,
        SectionMissing,
        PublishedLate,
    ];
}
