using Fazhang.Core.Expressions;

namespace Fazhang.Core.Definitions;

/// <summary>The kinds of indicator there are.</summary>
public enum IndicatorKind
{
    Count,
    Sum,
    Ratio,
    Stock,
}

/// <summary>
/// An indicator (指标): what is counted, when and under which condition. Its value is a figure. Posted kinds (count,
/// sum, stock) have cells; a ratio is computed from two others when it is read.
/// </summary>
public sealed record IndicatorDefinition
{
    /// <summary>Full key: register key, dot, name.</summary>
    public required string Key { get; init; }

    public required string Title { get; init; }

    public required string Line { get; init; }

    public required IndicatorKind Kind { get; init; }

    /// <summary>The unit of measure in print: 件, 人次, 元, %.</summary>
    public required string Measure { get; init; }

    /// <summary>口径: the definition in words.</summary>
    public required string Meaning { get; init; }

    /// <summary>Version of the 口径, counted from 1.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The date field that says in which month it counts (stock: the month it begins).</summary>
    public FieldDefinition? On { get; init; }

    /// <summary>Stock only: the date field that says in which month it ends.</summary>
    public FieldDefinition? Until { get; init; }

    /// <summary>Sum only: the field that is added up.</summary>
    public FieldDefinition? Field { get; init; }

    public Expression? Where { get; init; }

    /// <summary>Ratio only: full keys.</summary>
    public string? Numerator { get; init; }

    public string? Denominator { get; init; }

    /// <summary>Decimals shown (a ratio in percent points).</summary>
    public int Decimals { get; init; }

    /// <summary>Cells hold the value times 10^Scale (money in 分: 2).</summary>
    public int Scale => Field?.Type.Scale ?? 0;

    /// <summary>
    /// Everything that decides what is posted, as one text: when it differs from the one the balances were posted by,
    /// the balances must be computed again.
    /// </summary>
    public string PostedBy => string.Join('|', Kind, On?.Key, Until?.Key, Field?.Key, Where?.Text);

    /// <summary>Full keys the indicator had before, also through a register that was renamed.</summary>
    public IReadOnlyList<string> Was { get; init; } = [];

    /// <summary>No longer posted; the series up to now stays and is shown for the periods that have values.</summary>
    public bool Retired { get; init; }

    /// <summary>Has balances that records add to; a retired one has them still, but nothing is added.</summary>
    public bool IsPosted => Kind != IndicatorKind.Ratio && !Retired;

    public required Mark Mark { get; init; }
}
