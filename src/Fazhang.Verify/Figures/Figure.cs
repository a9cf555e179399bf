namespace Fazhang.Verify;

/// <summary>What sort of quantity a figure is.</summary>
public enum FigureKind
{
    /// <summary>Things: cases, documents, offices.</summary>
    Count,

    /// <summary>Persons.</summary>
    People,

    /// <summary>Events and visits: 次, 场, 人次.</summary>
    Times,

    /// <summary>Money, in yuan unless the unit says otherwise.</summary>
    Money,

    /// <summary>A share or rate, in percent as printed (19.3 for 19.3%).</summary>
    Percent,

    /// <summary>A change against another period, in percent as printed, without sign; or in 倍.</summary>
    ChangePercent,

    /// <summary>A change of a rate, in percentage points, without sign.</summary>
    ChangePoints,

    /// <summary>A quantity per something: 日均, 人均, 万分之, 是…的2.5倍.</summary>
    RatePer,

    /// <summary>A length of time.</summary>
    Duration,
}

/// <summary>Whether the text reports a figure as done or names it for another reason.</summary>
public enum FigureStatus
{
    /// <summary>Reported as fact.</summary>
    Done,

    /// <summary>Announced for later (下年安排, 力争, 目标).</summary>
    Planned,

    /// <summary>A limit or promise (不超过, 至少, 时限).</summary>
    Standard,

    /// <summary>Somebody else's figure, named for comparison (全省平均水平).</summary>
    Benchmark,
}

/// <summary>One statistical figure of the text.</summary>
public sealed record Figure
{
    /// <summary>Offset in the source, in UTF-16 code units from 0.</summary>
    public required int Start { get; init; }

    /// <summary>The numeral with its multiplier as printed (181.3万), without unit, % and the 余/多 behind it.</summary>
    public required string Text { get; init; }

    /// <summary>The number in base units: pieces, persons, yuan, percent as printed. The lower end of a range.</summary>
    public required decimal Value { get; init; }

    /// <summary>件, 人次, 元, %, 个百分点 …; empty when the text names none.</summary>
    public required string Unit { get; init; }

    /// <summary>What sort of quantity it is.</summary>
    public required FigureKind Kind { get; init; }

    /// <summary>True when the text itself says that the figure is not exact (余, 多, 近, 约, 超, 左右, 以上).</summary>
    public required bool Approx { get; init; }

    /// <summary>What is counted, in the words that stand before the number or, when none do, behind it.</summary>
    public required string Subject { get; init; }

    /// <summary>Period and area in force at this place (2024年, 第三季度, 全市), as far as the sentence says so.</summary>
    public string Scope { get; init; } = "";

    /// <summary>Whether the text reports the figure as done.</summary>
    public FigureStatus Status { get; init; }

    /// <summary>The smallest true value that the figure may stand for, under any rounding rule in use.</summary>
    public required decimal Low { get; init; }

    /// <summary>The largest true value that the figure may stand for, under any rounding rule in use.</summary>
    public required decimal High { get; init; }

    /// <summary>The weight of the last digit printed: 0.1 for 19.3, 1000 for 181.3万.</summary>
    public required decimal Step { get; init; }

    /// <summary>Length of <see cref="Text"/> in the source.</summary>
    public int Length => Text.Length;

    /// <summary>Just behind <see cref="Text"/> in the source.</summary>
    public int End => Start + Text.Length;

    /// <summary>True when the figure stands for one value only.</summary>
    public bool IsExact => Low == High;
}
