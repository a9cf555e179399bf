using Fazhang.Core.Definitions;
using Fazhang.Core.Figures;
using Fazhang.Core.Records;
using Fazhang.Core.Units;

namespace Fazhang.Web.Pages;

/// <summary>Which year and which unit figures are shown for, and what else may be chosen.</summary>
public sealed record FigureChoice(int Year, Unit Unit, IReadOnlyList<int> Years, IReadOnlyList<Unit> Units);

/// <summary>What the catalogue of figures shows.</summary>
/// <param name="Choice">The year and the unit.</param>
/// <param name="Query">The words searched for; null when nothing is.</param>
/// <param name="Line">The line that is shown whole; null in the overview and in a search.</param>
/// <param name="All">Every line that has figures.</param>
/// <param name="Shown">The lines that are shown.</param>
/// <param name="AnyPublished">Whether anything of the three years is closed.</param>
public sealed record FiguresModel(
    FigureChoice Choice,
    string? Query,
    LineDefinition? Line,
    IReadOnlyList<LineDefinition> All,
    IReadOnlyList<CatalogueLine> Shown,
    bool AnyPublished
);

/// <summary>A figure of a period, of the year before and of the one before that; a period that has not begun has no value this year.</summary>
public sealed record FigureRow(FigureValue? Value, FigureValue Last, FigureValue Prior);

/// <summary>A month of a figure.</summary>
public sealed record MonthRow(int Month, FigureRow Row);

/// <summary>Several months of a figure together.</summary>
public sealed record SpanRow(string Title, Period Period, FigureRow Row);

/// <summary>A period that can be chosen.</summary>
public sealed record PeriodLink(string Title, Period Period, bool Begun);

/// <summary>A unit's share of a figure. The row without a link is what the unit above has of its own.</summary>
public sealed record UnitRow(Unit Unit, bool Own, FigureRow Row);

/// <summary>A category of a figure; the code is empty for the records without one.</summary>
public sealed record CategoryRow(string Code, string Title, FigureRow Row);

/// <summary>A version of the 口径 with its figures.</summary>
public sealed record VersionRow(IndicatorDefinition Version, FigureRow Row);

/// <summary>Records behind a figure; null when the visitor may not read the register. More: there are more than shown.</summary>
public sealed record RecordsBehind(RegisterDefinition Register, IReadOnlyList<Record>? Records, bool More);

/// <summary>What the page of a figure shows.</summary>
public sealed record FigureModel
{
    public required FigureChoice Choice { get; init; }

    public required IndicatorDefinition Indicator { get; init; }

    public required Period Period { get; init; }

    public required IReadOnlyList<PeriodLink> Periods { get; init; }

    /// <summary>By the present 口径, from the records.</summary>
    public required FigureRow Row { get; init; }

    /// <summary>What stands in front: what was published, where the period is closed.</summary>
    public required ComparedFigure Shown { get; init; }

    public required IReadOnlyList<MonthRow> Months { get; init; }

    /// <summary>Quarters, halves, and the year so far.</summary>
    public required IReadOnlyList<SpanRow> Spans { get; init; }

    /// <summary>Periods of this year that are closed, with what was published.</summary>
    public required IReadOnlyList<PublishedDifference> ClosedPeriods { get; init; }

    public required IReadOnlyList<CategoryRow> Categories { get; init; }

    /// <summary>The present and the earlier 口径, when there is more than one.</summary>
    public required IReadOnlyList<VersionRow> Versions { get; init; }

    public required IReadOnlyList<UnitRow> ByUnit { get; init; }

    /// <summary>Units and months for which records and returns both have something.</summary>
    public required IReadOnlyList<TwoSources> Questions { get; init; }

    /// <summary>The records behind the figure: one list, or one for each source.</summary>
    public required IReadOnlyList<RecordsBehind> Lists { get; init; }
}
