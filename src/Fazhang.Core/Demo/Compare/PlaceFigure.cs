using Fazhang.Core.Figures;

namespace Fazhang.Core.Demo.Compare;

/// <summary>Which value of an indicator a printed figure is.</summary>
public enum FigureAspect
{
    /// <summary>The value itself.</summary>
    Value,

    /// <summary>The growth over the same period of the year before, in percent.</summary>
    Growth,

    /// <summary>The difference from the same period of the year before; of a ratio in percentage points.</summary>
    Change,
}

/// <summary>What a printed figure comes from.</summary>
public enum FigureSource
{
    Records,
    Return,

    /// <summary>It is no statistic of this office: an average of the province, an aim.</summary>
    Narrative,
}

/// <summary>A figure that a place has published, and the indicator that produces it.</summary>
public sealed record PlaceFigure
{
    /// <summary>Stable within the place: dl001.</summary>
    public required string Id { get; init; }

    /// <summary>Full key of the indicator; null for a narrative figure.</summary>
    public string? Indicator { get; init; }

    /// <summary>Code of the unit; null = the whole place.</summary>
    public string? Unit { get; init; }

    public required Period Period { get; init; }

    public FigureAspect Aspect { get; init; }

    /// <summary>Code of the indicator's category field; null = all.</summary>
    public string? Code { get; init; }

    /// <summary>The number printed, in the indicator's measure: 件, 人次, 元, percent.</summary>
    public required decimal Printed { get; init; }

    /// <summary>What an approximate figure (近千, 七十余) allows; null for an exact one.</summary>
    public (decimal Low, decimal High)? Allowed { get; init; }

    public required FigureSource Source { get; init; }

    /// <summary>How a doubtful or contradictory figure was read.</summary>
    public string? Reading { get; init; }

    /// <summary>Whether the value, rounded half up to the decimals printed, is the printed one or one that the words allow.</summary>
    public bool Agrees(decimal? live) =>
        live is { } value
        && (Allowed is var (low, high) ? value >= low && value <= high : FigureNumber.Round(value, Printed.Scale) == Printed);
}

/// <summary>A published figure beside the one that the books give.</summary>
/// <param name="Live">Rounded as the printed one; null when the books cannot say.</param>
/// <param name="Count">How many records or returns stand behind it.</param>
public sealed record PlaceComparison(PlaceFigure Figure, decimal? Live, bool Agrees, long Count);
