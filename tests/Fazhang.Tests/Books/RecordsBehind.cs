using Fazhang.Core.Access;
using Fazhang.Core.Definitions;
using Fazhang.Core.Figures;
using Fazhang.Core.Records;
using Shouldly;

namespace Fazhang.Tests.Books;

/// <summary>Holds figures against the records behind them, fetched as a reader fetches them and added up here.</summary>
internal sealed class RecordsBehind(TestBooks test, Actor actor)
{
    /// <summary>The figure is what the records behind it make.</summary>
    public void Compare(FigureBook book, FigureCell cell)
    {
        var indicator = cell.Indicator;
        var value = book.Value(indicator, cell.Period, cell.Code);
        var what = $"{indicator.Series} {test.Books.Units.NameOf(cell.UnitId)} {cell.Period.Title} {cell.Code}";
        switch (indicator.Kind)
        {
            case IndicatorKind.Ratio:
                // The page leads to the numerator's records from the ratio itself, to the others from the denominator.
                value.Numerator.ShouldBe(FromRecords(cell), what);
                value.Denominator.ShouldBe(FromRecords(cell with { Indicator = Of(indicator.Denominator!) }), what);
                value.Value.ShouldBe(value.Denominator == 0 ? null : value.Numerator / value.Denominator * indicator.Per, what);
                break;
            case IndicatorKind.Growth:
                value.Numerator.ShouldBe(FromRecords(cell), what);
                if (value.Denominator is { } last)
                    last.ShouldBe(FromRecords(cell with { Period = cell.Period.LastYear })!.Value, what);
                value.Value.ShouldBe(FigureNumber.ExactGrowth(value.Numerator, value.Denominator), what);
                break;
            default:
                value.Value.ShouldBe(FromRecords(cell), what);
                break;
        }
    }

    private IndicatorDefinition Of(string key) => test.Books.Catalogue.Of(key);

    /// <summary>The records behind a figure, added up here by what the indicator says it is.</summary>
    private decimal? FromRecords(FigureCell cell)
    {
        var parts = DrillDown.All(test.Books.Catalogue, cell.Indicator);
        return parts.Count == 1 ? Amount(parts[0], Behind(cell, parts[0])) : parts.Sum(part => Amount(part, Behind(cell, part)));
    }

    private IReadOnlyList<Record> Behind(FigureCell cell, IndicatorDefinition part)
    {
        var page = test.Lists.Page(
            actor,
            test.Register(part.Register!),
            new RecordQuery { Behind = cell, Take = RecordList.LargestPage }
        );
        page.Next.ShouldBeNull();
        return page.Records;
    }

    private static decimal? Amount(IndicatorDefinition part, IReadOnlyList<Record> records)
    {
        decimal Sum() => records.Sum(record => (long)record.Values[part.Field!.Slot]!) / (decimal)Math.Pow(10, part.Scale);
        return part.Kind switch
        {
            IndicatorKind.Sum => Sum(),
            IndicatorKind.Stock when part.Field is not null => Sum(),
            IndicatorKind.Average => records.Count == 0 ? null : Sum() / records.Count,
            IndicatorKind.Distinct => records.Select(record => record.Values[part.Field!.Slot]).Distinct().Count(),
            _ => records.Count,
        };
    }
}
