namespace Fazhang.Verify.Figures;

/// <summary>How a number is written.</summary>
internal enum Script
{
    Arabic,
    Chinese,
}

/// <summary>A number as written, before anybody has decided whether it is a figure.</summary>
internal sealed record Numeral
{
    public required int Start { get; init; }

    /// <summary>Just behind the numeral with its multipliers (181.3万, 1300余万).</summary>
    public required int End { get; init; }

    public required decimal Value { get; init; }

    /// <summary>The weight of the last digit written: 0.1 for 19.3, 1000 for 181.3万, 1 for 1516.</summary>
    public required decimal Step { get; init; }

    public Script Script { get; init; }

    /// <summary>余, 多 or 几 stands inside, before the multiplier: 1300余万, 3000多万.</summary>
    public bool InnerMore { get; init; }

    /// <summary>The larger end of a range such as 2-3 or 15至20; null for a single number.</summary>
    public decimal? RangeEnd { get; init; }

    public bool HasMultiplier { get; init; }
}
