using Fazhang.Core.Definitions;
using Fazhang.Core.Records;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Figures;

/// <summary>What a record adds to one indicator in one month. Month is year × 100 + month; Value is in the indicator's measure.</summary>
public sealed record RecordPosting(IndicatorDefinition Indicator, int Month, decimal Value);

/// <summary>Which figures a record counts in: the way back from a record to its figures.</summary>
public static class RecordPostings
{
    /// <summary>Everything the record posts by the present rules, in the order of the definition; empty when it counts nowhere yet.</summary>
    public static IReadOnlyList<RecordPosting> Of(Books books, Record record)
    {
        var deltas = books.Plan(record.Register).Postings.Deltas(null, record.Values);
        return
        [
            .. record
                .Register.Indicators.Where(indicator => indicator.IsLive)
                .SelectMany(indicator =>
                    deltas
                        .Where(delta => delta.Key.Indicator == books.IndicatorIds[indicator.Series])
                        .OrderBy(delta => delta.Key.Month)
                        .Select(delta => new RecordPosting(
                            indicator,
                            delta.Key.Month,
                            delta.Value / (decimal)Math.Pow(10, indicator.Scale)
                        ))
                ),
        ];
    }
}
