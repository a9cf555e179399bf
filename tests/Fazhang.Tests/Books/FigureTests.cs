using Dapper;
using Fazhang.Core.Definitions;
using Fazhang.Core.Figures;
using Fazhang.Core.Records;
using Fazhang.Core.Storage;
using Shouldly;

namespace Fazhang.Tests.Books;

public sealed class FigureTests : IDisposable
{
    private readonly TestBooks test = new();

    public void Dispose() => test.Dispose();

    [Fact]
    public void AUnitsFigure_IsTheSumOfItsSubtree()
    {
        test.Enter(unit: test.Town);
        test.Enter(unit: test.East);
        test.Enter(unit: test.West);

        test.Figure("reconsideration.case.received").ShouldBe(3);
        test.Figure("reconsideration.case.received", test.East).ShouldBe(2);
        test.Figure("reconsideration.case.received", test.Town).ShouldBe(1);
        test.Figures.ByUnit(test.Books.Catalogue.Indicators["reconsideration.case.received"], test.City, Period.Year(2024))
            .Select(row => (row.Unit.Code, row.Value.Value))
            .ShouldBe([("210202", 2m), ("210203", 1m)]);
    }

    [Fact]
    public void Periods_OfACountAndAStock_AddUpAsTheyShould()
    {
        test.Enter(on: new DateOnly(2023, 11, 3));
        test.Accept(test.Enter(on: new DateOnly(2024, 2, 5)), new DateOnly(2024, 2, 6));
        test.Mediate(test.Accept(test.Enter(on: new DateOnly(2024, 5, 6)), new DateOnly(2024, 5, 7)), new DateOnly(2024, 7, 1));

        var book = test.Figures.Read(2024, test.City.Id);
        decimal? Value(string key, Period period) =>
            book.Value(test.Books.Catalogue.Indicators["reconsideration.case." + key], period).Value;

        Value("received", Period.Year(2024)).ShouldBe(2);
        Value("received", Period.Year(2023)).ShouldBe(1);
        Value("received", Period.Quarter(2024, 1)).ShouldBe(1);
        Value("received", Period.Cumulative(2024, 5)).ShouldBe(2);
        Value("open", Period.Month(2024, 1)).ShouldBe(0);
        Value("open", Period.Month(2024, 2)).ShouldBe(1);
        Value("open", Period.Quarter(2024, 2)).ShouldBe(2, "a stock is what there is at the end of the period");
        Value("open", Period.Year(2024)).ShouldBe(1);
        Value("mediation_rate", Period.Month(2024, 1)).ShouldBeNull("there is nothing to divide by");
        test.Figures.Read(2026, test.City.Id)
            .Value(test.Books.Catalogue.Indicators["reconsideration.case.open"], Period.Month(2026, 1))
            .Value.ShouldBe(1, "what was open two years ago and never closed is still open");
    }

    [Fact]
    public void ReadingFigures_DoesNotTouchTheRegisters()
    {
        test.Mediate(test.Accept(test.Enter()));
        test.Books.Write(
            (connection, transaction) =>
            {
                foreach (var register in test.Books.Catalogue.Registers.Values)
                    connection.Execute($"ALTER TABLE {register.Table} RENAME TO gone_{register.Table}", transaction: transaction);
                return 0;
            }
        );

        test.Figure("reconsideration.case.mediation_rate").ShouldBe(100);
    }

    [Fact]
    public void RandomWork_LeavesADifferenceOfZero_AndEveryFigureOpensExactlyItsRecords()
    {
        // A fixed seed: the same work every time, and a failure can be looked at.
        var random = new Random(20240101);
        RandomWork.Do(test, random, steps: 260);

        var balance = new TrialBalance(test.Books).Compare();

        balance.Differences.ShouldBeEmpty();
        balance.Records.ShouldBeGreaterThan(60);
        // Averages, distinct figures and two sources: EveryFigureTests, on definitions made for them.
        foreach (
            var indicator in test.Books.Catalogue.Indicators.Values.Where(one =>
                one.Sources is null
                && DrillDown.Posted(test.Books.Catalogue, one).Kind
                    is IndicatorKind.Count
                        or IndicatorKind.Sum
                        or IndicatorKind.Stock
            )
        )
        foreach (var unit in new[] { test.City, test.East, test.Town })
        foreach (var period in new[] { Period.Year(2024), Period.Month(2024, 3), Period.Quarter(2024, 4), Period.Year(2023) })
            BehindEqualsFigure(indicator, unit.Id, period);
    }

    [Theory]
    [InlineData("cell_own", false)]
    [InlineData("cell_total", true)]
    public void TrialBalance_FindsAndMendsABalanceThatWasTamperedWith(string table, bool total)
    {
        test.Enter();
        test.Books.Fold().ShouldBeGreaterThan(0);
        test.Books.Write(
            (connection, transaction) =>
                connection.Execute(
                    $"UPDATE {table} SET value = value + 5 WHERE indicator = (SELECT id FROM indicator WHERE key = 'reconsideration.case.received')",
                    transaction: transaction
                )
        );

        var difference = new TrialBalance(test.Books).Compare().Differences.ShouldHaveSingleItem();

        (difference.Indicator, difference.Posted, difference.Recomputed, difference.Total).ShouldBe(
            ("reconsideration.case.received", 6, 1, total)
        );
        new TrialBalance(test.Books).Rebuild();
        new TrialBalance(test.Books).Compare().Balanced.ShouldBeTrue();
        test.Figure("reconsideration.case.received").ShouldBe(1);
        new TrialBalance(test.Books).Last()!.Value.Differences.ShouldBe(0);
    }

    [Fact]
    public void APostingThatWasLost_IsNamedAtEveryUnitThatItIsMissingFrom_AndMended()
    {
        test.Enter(unit: test.Town);
        test.Books.Write((connection, transaction) => connection.Execute("DELETE FROM cell_delta", transaction: transaction));

        var differences = new TrialBalance(test.Books)
            .Compare()
            .Differences.Where(difference => difference.Indicator == "reconsideration.case.received")
            .ToList();

        differences
            .Select(d => (d.UnitId, d.Total))
            .ShouldBe(
                [(test.Town.Id, false), (test.City.Id, true), (test.East.Id, true), (test.Town.Id, true)],
                ignoreOrder: true
            );
        new TrialBalance(test.Books).Rebuild();
        new TrialBalance(test.Books).Compare().Balanced.ShouldBeTrue();
        test.Figure("reconsideration.case.received", test.East).ShouldBe(1);
    }

    [Fact]
    public void Folding_ChangesNoFigure()
    {
        RandomWork.Do(test, new Random(7), steps: 60);
        string Figures(Core.Units.Unit unit) =>
            string.Join(
                " ",
                test.Books.Catalogue.Indicators.Values.Select(indicator =>
                    test.Figures.Read(2024, unit.Id).Value(indicator, Period.Year(2024)).Value
                )
            );
        var before = test.Books.Units.All.Select(Figures).ToList();

        test.Books.Fold();

        test.Books.Units.All.Select(Figures).ShouldBe(before);
        test.Books.Fold().ShouldBe(0);
        test.Books.Read(connection => connection.ExecuteScalar<long>("SELECT COUNT(*) FROM cell_delta")).ShouldBe(0);
        new TrialBalance(test.Books).Compare().Balanced.ShouldBeTrue();
    }

    [Fact]
    public void ANewOrChangedIndicator_IsComputedFromTheRecordsBeforeItIsRead()
    {
        test.Enter();
        test.Accept(test.Enter());
        var register = test.Register(Cases.Register);
        var received = test.Books.Catalogue.Indicators["reconsideration.case.received"];
        var narrower = received with { On = register.Field("accepted_on") };
        var added = received with { Key = "reconsideration.case.received_again" };
        var catalogue = test.Books.Catalogue.WithIndicators(register, [narrower, added, .. register.Indicators.Skip(1)]);

        Should.Throw<SchemaConsentException>(() => Core.Storage.Books.Open(catalogue, test.Dialect, test.Clock));
        var books = Core.Storage.Books.Apply(catalogue, test.Dialect, test.Clock, test.Actor("admin"));

        decimal? Value(IndicatorDefinition indicator) =>
            new FigureReader(books).Read(2024, test.City.Id).Value(indicator, Period.Year(2024)).Value;
        Value(narrower).ShouldBe(1, "only one of the two has been accepted");
        Value(added).ShouldBe(2);
        books.Changes.Count(change => change.Contains("已从 2 条记录重算")).ShouldBe(2);
        Core.Storage.Books.Open(catalogue, test.Dialect, test.Clock)
            .Changes.ShouldBeEmpty("the second time there is nothing to do");
        new TrialBalance(books).Compare().Balanced.ShouldBeTrue();
    }

    [Fact]
    public void Growth_AndRounding_AreHalfUp()
    {
        FigureNumber.Round(19.25m, 1).ShouldBe(19.3m);
        FigureNumber.Round(-0.05m, 1).ShouldBe(-0.1m);
        FigureNumber.Growth(1516, 1131).ShouldBe(34.0m);
        FigureNumber.Growth(5, 0).ShouldBeNull();
        FigureNumber.Growth(5, null).ShouldBeNull();
    }

    private void BehindEqualsFigure(IndicatorDefinition indicator, long unit, Period period)
    {
        var figure = test
            .Figures.Read(period.To / 100, unit)
            .Value(DrillDown.Posted(test.Books.Catalogue, indicator), period)
            .Value;
        var register = DrillDown.Register(test.Books.Catalogue, indicator);
        var page = test.Lists.Page(
            test.Actor("clerk"),
            register,
            new RecordQuery { Behind = new FigureCell(indicator, unit, period), Take = RecordList.LargestPage }
        );
        var posted = DrillDown.Posted(test.Books.Catalogue, indicator);
        var expected = posted.Field is { } field
            ? page.Records.Sum(record => (long)record.Values[field.Slot]!) / (decimal)Math.Pow(10, posted.Scale)
            : page.Records.Count;
        expected.ShouldBe(figure!.Value, $"{indicator.Key} {period.Title}");
    }
}
