using Fazhang.Core.Definitions;
using Fazhang.Core.Figures;
using Shouldly;

namespace Fazhang.Tests.Books;

/// <summary>
/// Every indicator × category × period × unit on random records: the records behind the figure, fetched as a reader would
/// fetch them and added up here, make exactly the figure.
/// </summary>
public sealed class EveryFigureTests : IDisposable
{
    private static readonly Period[] Periods =
    [
        Period.Month(2024, 3),
        Period.Month(2022, 12),
        Period.Quarter(2024, 4),
        Period.HalfYear(2023, 2),
        Period.Year(2024),
        Period.Year(2023),
        Period.Cumulative(2024, 5),
        Period.TwelveMonths(2024, 7),
    ];

    private readonly TestBooks test = new(KindsOfFigures.Load());

    public void Dispose() => test.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(20261122)]
    public void Figure_IsWhatTheRecordsBehindItMake(int seed)
    {
        KindsOfFigures.Fill(test, new Random(seed), 160);
        test.Keep(KindsOfFigures.Case, test.East, 202307);
        test.Keep(KindsOfFigures.Case, test.Town, Keeping.Never);
        test.Keep(KindsOfFigures.Case, test.West, 202201);

        var behind = new RecordsBehind(test, test.Actor("clerk"));
        var compared = 0;
        foreach (var indicator in test.Books.Catalogue.Indicators.Values.SelectMany(one => one.Earlier.Prepend(one)))
        foreach (var unit in new[] { test.City, test.East, test.Town })
        {
            var book = test.Figures.Read(test.Books.Catalogue.Indicators[indicator.Key], 2024, unit.Id);
            var codes = book.Codes(indicator).Select(code => code.Code).Append(Categories.Unfilled);
            string?[] all = Categories.Field(test.Books.Catalogue, indicator) is null ? [null] : [null, .. codes];
            foreach (var period in Periods)
            foreach (var code in all)
            {
                behind.Compare(book, new FigureCell(indicator, unit.Id, period) { Code = code });
                compared++;
            }
        }
        compared.ShouldBeGreaterThan(800);
        new TrialBalance(test.Books).Compare().Differences.ShouldBeEmpty();
    }

    [Fact]
    public void Categories_AddUpToTheTotal_AndUnitsToTheUnitAbove()
    {
        KindsOfFigures.Fill(test, new Random(7), 120);

        foreach (var indicator in test.Books.Catalogue.Indicators.Values.Where(one => one.IsPosted && one.By is not null))
        {
            var book = test.Figures.Read(indicator, 2024, test.City.Id);
            foreach (var period in Periods)
            {
                decimal Part(string? code) =>
                    book.Value(indicator, period, code) is var value && indicator.Kind == IndicatorKind.Average
                        ? value.Denominator!.Value
                        : value.Value!.Value;
                book.Codes(indicator).Sum(code => Part(code.Code)).ShouldBe(Part(null) - Part(Categories.Unfilled));
            }
        }
        var opened = test.Books.Catalogue.Indicators[KindsOfFigures.Case + ".opened"];
        var children = test.Figures.ByUnit(opened, test.City, Period.Year(2024), "won");
        var own = test.Books.Read(connection =>
            Dapper.SqlMapper.ExecuteScalar<long>(
                connection,
                $"SELECT COUNT(*) FROM {test.Register(KindsOfFigures.Case).Table} WHERE unit = {test.City.Id} AND outcome = 'won' AND opened_on BETWEEN {test.Dialect.Literal(new DateOnly(2024, 1, 1))} AND {test.Dialect.Literal(new DateOnly(2024, 12, 31))}"
            )
        );
        (own + children.Sum(row => row.Value.Value)).ShouldBe(
            test.Figures.Read(opened, 2024, test.City.Id).Value(opened, Period.Year(2024), "won").Value
        );
    }
}
