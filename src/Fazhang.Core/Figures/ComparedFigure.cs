using Fazhang.Core.Definitions;

namespace Fazhang.Core.Figures;

/// <summary>
/// A figure as it is shown: what was published, where the period is closed, otherwise what the records make; beside it the two
/// years before by the same 口径, so that growth compares like with like.
/// </summary>
/// <param name="Version">The version of the indicator that all three are counted by.</param>
/// <param name="Value">What is shown for the period.</param>
/// <param name="Last">The same months a year earlier; unknown when nothing was posted in that year.</param>
/// <param name="Prior">Two years earlier.</param>
/// <param name="Published">What was published for the period; null when it is not closed.</param>
/// <param name="Now">What the records make now, by the present 口径.</param>
public sealed record ComparedFigure(
    IndicatorDefinition Version,
    FigureValue Value,
    FigureValue Last,
    FigureValue Prior,
    PublishedFigure? Published,
    FigureValue Now
)
{
    /// <param name="book">The balances of the unit.</param>
    /// <param name="published">What was published of the unit.</param>
    /// <param name="indicator">The indicator.</param>
    /// <param name="period">The period.</param>
    /// <param name="code">See <see cref="FigureCell.Code"/>.</param>
    public static ComparedFigure Of(
        FigureBook book,
        PublishedFigures published,
        IndicatorDefinition indicator,
        Period period,
        string? code = null
    )
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(published);
        ArgumentNullException.ThrowIfNull(indicator);
        var closed = published.Find(indicator, period, code);
        var version = closed is null ? indicator : indicator.AtVersion(closed.Version) ?? indicator;
        var now = book.Value(indicator, period, code);
        return new(version, closed?.Value ?? now, Before(1), Before(2), closed, now);

        FigureValue Before(int years) =>
            published.Find(version, period.YearsBefore(years), code) is { } earlier && earlier.Version == version.Version
                ? earlier.Value
                : book.Known(version, period.YearsBefore(years), code);
    }
}
