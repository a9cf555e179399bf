namespace Fazhang.Verify;

/// <summary>How figures depend on each other.</summary>
public enum RelationType
{
    /// <summary>合计: a whole is the sum of its parts.</summary>
    Sum,

    /// <summary>占比: a percentage is one figure over another.</summary>
    Ratio,

    /// <summary>隐含分母: percentages with their numerators and no stated whole.</summary>
    ImpliedDenominator,

    /// <summary>百分比合计: shares of one whole add up to 100.</summary>
    PercentSum,

    /// <summary>同一指标: the same thing stated twice.</summary>
    SameMetric,

    /// <summary>增减: a difference between two figures.</summary>
    Difference,

    /// <summary>同比: a percentage of change against a stated or earlier figure.</summary>
    YearOnYear,

    /// <summary>百分点: a change of a rate.</summary>
    PercentagePoints,

    /// <summary>均值: a quantity per day or per head.</summary>
    Average,

    /// <summary>包含: a part is not larger than its whole.</summary>
    Subset,
}

/// <summary>What recomputing a relation showed.</summary>
public enum Verdict
{
    /// <summary>Right under a rounding rule in use.</summary>
    Holds,

    /// <summary>Cannot be right under any reading.</summary>
    Error,

    /// <summary>Right only under a reading that the text does not state.</summary>
    Question,
}

/// <summary>Figures that depend on each other, recomputed.</summary>
public sealed record Relation
{
    /// <summary>How they depend on each other.</summary>
    public required RelationType Type { get; init; }

    /// <summary>Indexes into <see cref="CheckResult.Figures"/>; the checked figure first, then what it is computed from.</summary>
    public required IReadOnlyList<int> Members { get; init; }

    /// <summary>What recomputing showed.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>What the figure should be, computed from the others; in words where it is a range.</summary>
    public required string Expected { get; init; }

    /// <summary>What the text states.</summary>
    public required string Actual { get; init; }

    /// <summary>The arithmetic in one line, in Chinese.</summary>
    public required string Explanation { get; init; }
}
