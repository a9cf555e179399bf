using Fazhang.Core.Definitions;
using Fazhang.Core.Figures;

namespace Fazhang.Core.Reports;

/// <summary>
/// A figure as a report needs it: what the account of an indicator says for the reported year, and how it is printed.
/// </summary>
public sealed record ReportFigure
{
    /// <summary>Key of the indicator, such as <c>reconsideration.case.received</c>.</summary>
    public required string Key { get; init; }

    /// <summary>Which account it was read from; null where there are no books (examples, checks of a template).</summary>
    public FigureCell? Cell { get; init; }

    /// <summary>Chinese name of the indicator (新收案件).</summary>
    public required string Title { get; init; }

    /// <summary>Unit as it stands behind the number (件, 人次, 元, 万元); for a ratio "%".</summary>
    public required string Unit { get; init; }

    /// <summary>Value in the unit above, not yet rounded; for a ratio percent points (19.28 is 19.28%). Null when nothing was reported.</summary>
    public required decimal? Value { get; init; }

    /// <summary>Value of the year before, in the same unit; null when there is none to compare with.</summary>
    public decimal? LastYear { get; init; }

    /// <summary>Decimals that are printed, 0 to 6.</summary>
    public required int Decimals { get; init; }

    /// <summary>True when the figure is one indicator divided by another, printed as a percentage.</summary>
    public bool IsRatio { get; init; }

    /// <summary>True when the figure is itself a growth over the year before: its sign is said in words.</summary>
    public bool IsGrowth { get; init; }

    /// <summary>For a ratio: the indicator above the line.</summary>
    public string? NumeratorKey { get; init; }

    /// <summary>For a ratio: the indicator below the line.</summary>
    public string? DenominatorKey { get; init; }

    /// <summary>The figure of an indicator.</summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="value">Its value in the reported year; null when nothing was reported.</param>
    /// <param name="lastYear">Its value in the year before; null when there is none.</param>
    public static ReportFigure Of(IndicatorDefinition indicator, decimal? value, decimal? lastYear) =>
        new()
        {
            Key = indicator.Key,
            Title = indicator.Title,
            Unit = indicator.Measure,
            Value = value,
            LastYear = lastYear,
            Decimals = indicator.Decimals,
            IsRatio = indicator.IsPercent,
            IsGrowth = indicator.Kind == IndicatorKind.Growth,
            NumeratorKey = indicator.Numerator,
            DenominatorKey = indicator.Denominator,
        };
}

/// <summary>Gives the figure that a sentence means; null when there is no such indicator.</summary>
public delegate ReportFigure? FigureSource(FigureReference reference);
