using Fazhang.Core.Figures;
using Shouldly;

namespace Fazhang.Tests.Books;

/// <summary>Records and returns feed the same figure: for each unit and month one of them speaks.</summary>
public sealed class SourcesTests : IDisposable
{
    private const string Whole = "reconsideration.whole";
    private readonly TestBooks test = new(KindsOfFigures.Load());

    public void Dispose() => test.Dispose();

    [Fact]
    public void EachUnitAndMonth_CountsOneSource()
    {
        // Both report for May and June; East keeps records from June on, West never.
        foreach (var unit in new[] { test.East, test.West })
        foreach (var month in new[] { 5, 6 })
        {
            test.Report(unit, 2024, month, 100);
            test.Add(unit, new DateOnly(2024, month, 3));
        }
        Value().ShouldBe(400, "nobody ever said that records speak");

        test.Keep(KindsOfFigures.Case, test.East, 202406);

        Value().ShouldBe(301);
        Value(Period.Month(2024, 5)).ShouldBe(200);
        Value(Period.Month(2024, 6)).ShouldBe(101);
        test.Keep(KindsOfFigures.Case, test.City, 202405);
        Value().ShouldBe(100 + 1 + 2, "what is said for a unit holds below it, unless that has its own");
        test.Keep(KindsOfFigures.Case, test.East, Keeping.Never);
        Value().ShouldBe(202);
    }

    [Fact]
    public void BothSourcesForOneMonth_AreAQuestion()
    {
        test.Report(test.East, 2024, 5, 100);
        test.Add(test.East, new DateOnly(2024, 5, 3));
        test.Report(test.West, 2024, 5, 7);
        test.Keep(KindsOfFigures.Case, test.East, 202401);

        var both = new KeepingStore(test.Books)
            .Both(test.Books.Catalogue.Indicators[Whole], test.City, Period.Year(2024))
            .ShouldHaveSingleItem();

        (both.Unit, both.Month, both.Records, both.Returns, both.RecordsSpeak).ShouldBe((test.East, 202405, 1m, 100m, true));
    }

    [Fact]
    public void WhoMaySay_AndHow()
    {
        var store = new KeepingStore(test.Books);
        var register = test.Register(KindsOfFigures.Case);
        store.Say(test.Actor("clerk"), test.East, register, 202401, "理由").ShouldBeOfType<ClosingResult.Refused>();
        store.Say(test.Actor("head", test.West), test.East, register, 202401, "理由").ShouldBeOfType<ClosingResult.Refused>();
        store.Say(test.Actor("head"), test.East, register, 202413, "理由").ShouldBeOfType<ClosingResult.Invalid>();
        store.Say(test.Actor("head"), test.East, register, 202401, " ").ShouldBeOfType<ClosingResult.Invalid>();
        store
            .Say(test.Actor("head"), test.East, test.Register(KindsOfFigures.Sheet), 202401, "理由")
            .ShouldBeOfType<ClosingResult.Invalid>();
        test.Books.Keeping.All.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("sheet.cases", "sheet.cases", "属于报表")]
    [InlineData("trial.opened", "trial.won", "属于逐案登记的台账")]
    [InlineData("trial.open", "sheet.cases", "不是计数或合计")]
    [InlineData("trial.paid", "sheet.cases", "计量单位不同")]
    [InlineData("trial.openned", "sheet.cases", "是不是“reconsideration.trial.opened”")]
    public void SourcesThatDoNotFit_AreRefused(string records, string returns, string message) =>
        Should
            .Throw<Core.Definitions.DefinitionException>(() =>
                KindsOfFigures.Load(null, combined: Combined(("whole", records, returns)))
            )
            .Message.ShouldContain(message);

    [Fact]
    public void AReturnThatSpeaksInTwoFigures_IsRefused() =>
        Should
            .Throw<Core.Definitions.DefinitionException>(() =>
                KindsOfFigures.Load(
                    null,
                    combined: Combined(("whole", "trial.opened", "sheet.cases"), ("again", "trial.closed", "sheet.cases"))
                )
            )
            .Message.ShouldContain("只能归集一次");

    private static string Combined(params (string Name, string Records, string Returns)[] all) =>
        "indicators:\n"
        + string.Concat(
            all.Select(one =>
                $"  reconsideration.{one.Name}: {{title: 收案, line: reconsideration, unit: 件, meaning: 收案。, "
                + $"sources: {{records: reconsideration.{one.Records}, returns: reconsideration.{one.Returns}}}}}\n"
            )
        );

    private decimal? Value(Period? period = null) =>
        test.Figures.Read(2024, test.City.Id).Value(test.Books.Catalogue.Indicators[Whole], period ?? Period.Year(2024)).Value;
}
