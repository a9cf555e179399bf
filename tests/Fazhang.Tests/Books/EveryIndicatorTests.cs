using Fazhang.Core.Access;
using Fazhang.Core.Definitions;
using Fazhang.Core.Figures;
using Shouldly;

namespace Fazhang.Tests.Books;

/// <summary>
/// The same promise for the project's own definitions: every indicator of every register, on records of pure chance. The
/// condition that posts is evaluated in memory, the one that leads to the records is translated to SQL: they must agree.
/// </summary>
public sealed class EveryIndicatorTests : IDisposable
{
    private readonly TestBooks test = new();

    public void Dispose() => test.Dispose();

    [Theory]
    [InlineData(20241122)]
    public void OfTheDefinitions_IsWhatTheRecordsBehindItMake(int seed)
    {
        var catalogue = test.Books.Catalogue;
        var records = new RandomRecords(test, new Random(seed));
        foreach (var register in catalogue.Registers.Values)
            records.Fill(register, 120);
        foreach (
            var register in catalogue
                .Indicators.Values.Select(one => one.Sources)
                .OfType<IndicatorSources>()
                .Select(sources => catalogue.Of(sources.Records).Register!)
                .Distinct()
        )
            test.Keep(register, test.East, 202308);

        var behind = new RecordsBehind(test, Everybody());
        var compared = 0;
        var nonZero = new HashSet<string>();
        foreach (var unit in new[] { test.City, test.East })
        {
            var book = test.Figures.Read(2024, unit.Id);
            foreach (var indicator in catalogue.Indicators.Values)
            foreach (var period in new[] { Period.Year(2024), Period.HalfYear(2023, 2), Period.Month(2024, 3) })
            {
                behind.Compare(book, new FigureCell(indicator, unit.Id, period));
                compared++;
                if (book.HasData(indicator, period))
                    nonZero.Add(indicator.Key);
            }
        }
        foreach (var indicator in catalogue.Indicators.Values.Where(one => Categories.Field(catalogue, one) is not null))
        {
            var book = test.Figures.Read(indicator, 2024, test.City.Id);
            foreach (var code in book.Codes(indicator).Select(code => code.Code).Append(Categories.Unfilled))
            {
                behind.Compare(book, new FigureCell(indicator, test.City.Id, Period.Year(2024)) { Code = code });
                compared++;
            }
        }

        compared.ShouldBeGreaterThan(catalogue.Indicators.Count * 6);
        var never = catalogue.Indicators.Keys.Except(nonZero).ToList();
        never.Count.ShouldBeLessThan(catalogue.Indicators.Count / 40, "never anything but zero: " + string.Join("、", never));
        new TrialBalance(test.Books).Compare().Differences.ShouldBeEmpty();
    }

    private Actor Everybody() =>
        test.Actor("admin") with
        {
            Grants = [.. test.Books.Catalogue.Roles.Select(role => new Grant(role.Key, test.City.Id, null))],
        };
}
