using Fazhang.Core.Definitions;

namespace Fazhang.Core.Figures;

/// <summary>
/// The figures of one unit for some years, held in memory. Everything is computed here from balances, except distinct
/// figures, which are recomputed from the records when they are asked for.
/// </summary>
public sealed class FigureBook
{
    private readonly Catalogue catalogue;
    private readonly CompleteYears complete;
    private readonly int firstYear;
    private readonly Dictionary<string, Dictionary<int, long>> months;
    private readonly Func<IndicatorDefinition, Period, long> distinct;
    private readonly Dictionary<(string, Period), long> recomputed = [];

    /// <param name="catalogue">The definitions.</param>
    /// <param name="complete">From which year on figures may be compared.</param>
    /// <param name="years">First and last year held.</param>
    /// <param name="unitId">The unit, with everything below it.</param>
    /// <param name="months">Balances by series and month; month 0 holds all that was posted before the first year.</param>
    /// <param name="distinct">Recomputes a distinct figure.</param>
    internal FigureBook(
        Catalogue catalogue,
        CompleteYears complete,
        (int First, int Last) years,
        long unitId,
        Dictionary<string, Dictionary<int, long>> months,
        Func<IndicatorDefinition, Period, long> distinct
    )
    {
        this.catalogue = catalogue;
        this.complete = complete;
        firstYear = years.First;
        ForYear = years.Last;
        UnitId = unitId;
        this.months = months;
        this.distinct = distinct;
    }

    public int ForYear { get; }

    public long UnitId { get; }

    /// <summary>Whether the book holds all months of the period.</summary>
    public bool Covers(Period period) => period.From / 100 >= firstYear && period.To / 100 <= ForYear;

    /// <summary>
    /// The value for a period that the book covers: for a stock the balance at the period's end, for a ratio percent points,
    /// for a growth percent, else what was posted in its months. Code: see <see cref="FigureCell.Code"/>.
    /// </summary>
    public FigureValue Value(IndicatorDefinition indicator, Period period, string? code = null)
    {
        if (!Covers(period))
            throw new ArgumentOutOfRangeException(nameof(period), $"这份数字只含 {firstYear} 至 {ForYear} 年。");
        switch (indicator.Kind)
        {
            case IndicatorKind.Ratio:
                var numerator = Amount(catalogue.Of(indicator.Numerator!), period, code);
                var denominator = Amount(catalogue.Of(indicator.Denominator!), period, code);
                return new FigureValue(denominator == 0 ? null : numerator / denominator * indicator.Per, numerator, denominator);
            case IndicatorKind.Average:
                var (sum, number) = (Amount(indicator, period, code), Number(indicator, period, code));
                return new FigureValue(number == 0 ? null : sum / number, sum, number);
            case IndicatorKind.Growth:
                var of = catalogue.Of(indicator.Base!);
                var now = Value(of, period, code).Value;
                var last =
                    Covers(period.LastYear) && IsComplete(of, period.LastYear) && HasData(of, period.LastYear)
                        ? Value(of, period.LastYear, code).Value
                        : null;
                return new FigureValue(FigureNumber.ExactGrowth(now, last), now, last);
            default:
                return new FigureValue(Amount(indicator, period, code));
        }
    }

    /// <summary>
    /// The value of a year gone by: unknown, not zero, when nothing was posted in all of that year, when the books were not yet
    /// complete then, or when the book does not reach back so far.
    /// </summary>
    public FigureValue Known(IndicatorDefinition indicator, Period period, string? code = null) =>
        Covers(period)
        && IsComplete(indicator, period)
        && HasData(indicator, new Period(period.To / 100 * 100 + 1, period.To / 100 * 100 + 12))
            ? Value(indicator, period, code)
            : new FigureValue(null);

    /// <summary>Whether the books were complete in the period, so that a comparison with it means something.</summary>
    public bool IsComplete(IndicatorDefinition indicator, Period period) => complete.Covers(catalogue, indicator, period);

    /// <summary>The codes of the category field with their titles: those of the list, then those no longer in it that have balances.</summary>
    public IReadOnlyList<Choice> Codes(IndicatorDefinition indicator)
    {
        if (Categories.Field(catalogue, indicator) is not { } field)
            return [];
        var listed = field.Choices!.Items;
        var others = Parts(indicator)
            .SelectMany(part => PostedSeries.Codes(part.Series, months.Keys))
            .Distinct(StringComparer.Ordinal)
            .Where(code => !field.Choices.Has(code))
            .Order(StringComparer.Ordinal)
            .Select(code => new Choice(code, code));
        return [.. listed, .. others];
    }

    /// <summary>True when anything was posted to the indicator (for a ratio: to its denominator) in the period, or before it to a stock.</summary>
    public bool HasData(IndicatorDefinition indicator, Period period) =>
        indicator.Kind switch
        {
            IndicatorKind.Ratio => HasData(catalogue.Of(indicator.Denominator!), period),
            IndicatorKind.Growth => HasData(catalogue.Of(indicator.Base!), period),
            IndicatorKind.Distinct => Covers(period) && Amount(indicator, period, null) != 0,
            _ => months.TryGetValue(indicator.Series, out var own)
                && own.Any(pair =>
                    (pair.Key >= period.From || (indicator.Kind == IndicatorKind.Stock && pair.Key == 0)) && pair.Key <= period.To
                ),
        };

    /// <summary>What a value is made of: the indicators that have balances.</summary>
    private IEnumerable<IndicatorDefinition> Parts(IndicatorDefinition indicator) =>
        indicator.Kind switch
        {
            IndicatorKind.Ratio => [catalogue.Of(indicator.Numerator!), catalogue.Of(indicator.Denominator!)],
            IndicatorKind.Growth => [catalogue.Of(indicator.Base!)],
            _ => [indicator],
        };

    private decimal Amount(IndicatorDefinition indicator, Period period, string? code)
    {
        if (indicator.Kind != IndicatorKind.Distinct)
            return Balance(indicator.Series, indicator.Kind, period, code) / (decimal)Math.Pow(10, ScaleOf(indicator));
        if (!recomputed.TryGetValue((indicator.Series, period), out var value))
            recomputed[(indicator.Series, period)] = value = distinct(indicator, period);
        return value;
    }

    /// <summary>The balances of a figure from two sources are those of its sources, which have one scale.</summary>
    private int ScaleOf(IndicatorDefinition indicator) =>
        indicator.Sources is { } sources ? catalogue.Of(sources.Records).Scale : indicator.Scale;

    private long Number(IndicatorDefinition average, Period period, string? code) =>
        Balance(PostedSeries.Number(average.Series), average.Kind, period, code);

    /// <summary>The balance of a series; of one code, or of what is left when all codes are taken away.</summary>
    private long Balance(string series, IndicatorKind kind, Period period, string? code)
    {
        if (code is null)
            return Balance(series, kind, period);
        if (code != Categories.Unfilled)
            return Balance(PostedSeries.Category(series, code), kind, period);
        return Balance(series, kind, period)
            - PostedSeries.Codes(series, months.Keys).Sum(one => Balance(PostedSeries.Category(series, one), kind, period));
    }

    private long Balance(string series, IndicatorKind kind, Period period)
    {
        if (!months.TryGetValue(series, out var own))
            return 0;
        long sum = 0;
        foreach (var (month, value) in own)
            if (month <= period.To && (kind == IndicatorKind.Stock || month >= period.From))
                sum += value;
        return sum;
    }
}
