using Dapper;
using Fazhang.Core.Access;
using Fazhang.Core.Figures;
using Fazhang.Core.Reports;
using Shouldly;

namespace Fazhang.Tests.Books;

/// <summary>关账、更正、重开: what is published stays published until somebody corrects it and says why.</summary>
public sealed class ClosingTests : IDisposable
{
    private const string Opened = KindsOfFigures.Case + ".opened";
    private static readonly Period Year = Period.Year(2023);
    private readonly TestBooks test = new(KindsOfFigures.Load());

    public void Dispose() => test.Dispose();

    private Closings Closings => new(test.Books);

    private Actor Head => test.Actor("head");

    [Fact]
    public void Close_FreezesEveryUnitsFigures_WhileRecordsGoOnBeingPosted()
    {
        test.Add(test.East, new DateOnly(2023, 5, 1), ("outcome", "won"));
        var id = Close();

        test.Add(test.East, new DateOnly(2023, 6, 1), ("outcome", "lost"));

        foreach (var unit in new[] { test.City, test.East })
        {
            Published(Opened, unit.Id)!.Value.Value.ShouldBe(1);
            test.Figures.Read(2024, unit.Id).Value(test.Books.Catalogue.Indicators[Opened], Year).Value.ShouldBe(2);
        }
        Published(Opened, test.Town.Id)!.Value.Value.ShouldBe(0, "a unit without records published a zero");
        Published(Opened, test.City.Id)!.By.Actor.ShouldBe("测试head");
        Published(Opened, test.City.Id, "won")!.Value.Value.ShouldBe(1);
        Published(Opened, test.City.Id, "lost")!.Value.Value.ShouldBe(0);
        Closings
            .Differences(Closings.Find(id)!)
            .Where(one => one.Published.Indicator == Opened && one.Published.UnitId == test.City.Id)
            .Select(one => (one.Published.Code, one.Published.Value.Value, one.Now.Value))
            .ShouldBe([(null, 1m, 2m), ("lost", 0m, 1m)]);
        Closings.IsIntact(Closings.Find(id)!).ShouldBeTrue();
    }

    [Fact]
    public void Correct_ReplacesTheValueInEveryUnit_KeepsTheOldOne_AndIsJournaled()
    {
        test.Add(test.East, new DateOnly(2023, 5, 1), ("people", "3"), ("closed_on", "2023-05-02"), ("outcome", "won"));
        var id = Close();
        test.Add(test.Town, new DateOnly(2023, 6, 1), ("people", "3"), ("closed_on", "2023-07-02"), ("outcome", "lost"));
        var closed = KindsOfFigures.Case + ".closed";

        var done = Closings.Correct(Head, id, closed, "东街漏登一件").ShouldBeOfType<ClosingResult.Done>();

        done.Figures.ShouldBeGreaterThan(3);
        foreach (var unit in new[] { test.City, test.East, test.Town })
            Published(closed, unit.Id)!.Value.Value.ShouldBe(unit == test.Town ? 1 : 2);
        Published(KindsOfFigures.Case + ".rate", test.City.Id)!.Value.Value.ShouldBe(50, "what is computed from it goes along");
        Published(Opened, test.City.Id)!.Value.Value.ShouldBe(1, "nobody corrected this one");
        var before = Published(closed, test.City.Id)!.Before.ShouldHaveSingleItem();
        (before.Value.Value, before.Correction).ShouldBe((1m, 0L));
        Published(closed, test.City.Id)!.By.Reason.ShouldBe("东街漏登一件");
        Closings.Corrections(id).ShouldHaveSingleItem().Number.ShouldBe(1);
        var entry = Journal().Last();
        (entry.Action, entry.Reason).ShouldBe(("correct", "东街漏登一件"));
        entry.Before!.ShouldContain("\"value\":1");
        entry.After!.ShouldContain("\"value\":2");
        Closings.Correct(Head, id, closed, "再来一次").ShouldBeOfType<ClosingResult.Invalid>().Message.ShouldContain("相同");
        Closings.Correct(Head, id, Closings.Everything, "其余一并更正").ShouldBeOfType<ClosingResult.Done>();
        Closings.Differences(Closings.Find(id)!).ShouldBeEmpty();
        Closings.IsIntact(Closings.Find(id)!).ShouldBeTrue();
    }

    [Fact]
    public void Rights_AndReasons_AreRequired()
    {
        test.Add(test.East, new DateOnly(2023, 5, 1));
        Closings
            .Close(test.Actor("clerk"), test.City, Year, null)
            .ShouldBeOfType<ClosingResult.Refused>()
            .Message.ShouldContain("负责人");
        Closings.Close(test.Actor("head", test.East), test.City, Year, null).ShouldBeOfType<ClosingResult.Refused>();
        var id = Close();
        test.Add(test.East, new DateOnly(2023, 5, 1));

        Closings.Correct(test.Actor("clerk"), id, Opened, "理由").ShouldBeOfType<ClosingResult.Refused>();
        Closings.Correct(test.Actor("head", test.East), id, Opened, "理由").ShouldBeOfType<ClosingResult.Refused>();
        Closings.Correct(Head, id, Opened, " ").ShouldBeOfType<ClosingResult.Invalid>();
        Closings.Correct(Head, id, "nothing", "理由").ShouldBeOfType<ClosingResult.Invalid>();
        Closings.Reopen(Head, id, "理由").ShouldBeOfType<ClosingResult.Refused>().Message.ShouldContain("局领导");
        Closings.Reopen(test.Actor("director"), id, "").ShouldBeOfType<ClosingResult.Invalid>();
        Published(Opened, test.City.Id)!.Value.Value.ShouldBe(1);
        Journal().Count(entry => entry.Action != "create").ShouldBe(1, "only the closing itself was journaled");
    }

    [Fact]
    public void Reopen_PutsThePublishedFiguresOutOfForce_AndThePeriodCanBeClosedAgain()
    {
        test.Add(test.East, new DateOnly(2023, 5, 1));
        var id = Close();
        Closings.Close(Head, test.City, Year, null).ShouldBeOfType<ClosingResult.Invalid>().Message.ShouldContain("已经关账");
        Closings.Close(Head, test.East, Year, null).ShouldBeOfType<ClosingResult.Invalid>().Message.ShouldContain("示范市");

        Closings.Reopen(test.Actor("director"), id, "口径有误").ShouldBeOfType<ClosingResult.Done>();

        Published(Opened, test.City.Id).ShouldBeNull();
        Closings.Find(id)!.Reopened!.Reason.ShouldBe("口径有误");
        Closings.Reopen(test.Actor("director"), id, "再来").ShouldBeOfType<ClosingResult.Invalid>();
        Closings.Correct(Head, id, Opened, "理由").ShouldBeOfType<ClosingResult.Invalid>().Message.ShouldContain("重新关账");
        test.Add(test.East, new DateOnly(2023, 5, 1));
        Close().ShouldNotBe(id);
        Published(Opened, test.City.Id)!.Value.Value.ShouldBe(2);
    }

    [Fact]
    public void Close_OfAPeriodNotOver_OrNotOfTheCalendar_IsRefused()
    {
        Closings
            .Close(Head, test.City, Period.Year(2024), null)
            .ShouldBeOfType<ClosingResult.Invalid>()
            .Message.ShouldContain("2024-12-31");
        Closings.Close(Head, test.City, Period.Cumulative(2024, 5), null).ShouldBeOfType<ClosingResult.Invalid>();
        Closings.Close(Head, test.City, Period.TwelveMonths(2024, 5), null).ShouldBeOfType<ClosingResult.Invalid>();
        foreach (var period in new[] { Period.Month(2024, 3), Period.Quarter(2024, 2), Period.HalfYear(2024, 1) })
            Closings.Close(Head, test.City, period, null).ShouldBeOfType<ClosingResult.Done>(period.Title);
    }

    [Fact]
    public void Close_AboveAClosedUnit_KeepsItsFigures_AndWantsThemCorrectedFirst()
    {
        test.Add(test.East, new DateOnly(2023, 5, 1));
        var below = Closings.Close(test.Actor("head", test.East), test.East, Year, null).ShouldBeOfType<ClosingResult.Done>().Id;
        test.Add(test.East, new DateOnly(2023, 5, 2));

        Closings.Close(Head, test.City, Year, null).ShouldBeOfType<ClosingResult.Invalid>().Message.ShouldContain("甲区");
        Closings.Correct(Head, below, Closings.Everything, "补登").ShouldBeOfType<ClosingResult.Done>();
        Close();

        Published(Opened, test.East.Id)!.ClosingId.ShouldBe(below);
        Published(Opened, test.City.Id)!.Value.Value.ShouldBe(2);
    }

    [Fact]
    public void PublishedFigures_CannotBeChangedInTheDatabase()
    {
        test.Add(test.East, new DateOnly(2023, 5, 1));
        Close();
        test.Add(test.East, new DateOnly(2023, 5, 1));
        Closings.Correct(Head, 1, Closings.Everything, "更正").ShouldBeOfType<ClosingResult.Done>();
        test.Keep(KindsOfFigures.Case, test.East, 202301);
        foreach (var table in new[] { "published", "closing", "correction", "keeping" })
            Should
                .Throw<System.Data.Common.DbException>(() =>
                    test.Books.Write(
                        (connection, transaction) => connection.Execute($"DELETE FROM {table}", transaction: transaction)
                    )
                )
                .Message.ShouldContain("append-only");
    }

    [Fact]
    public void AFigureAddedBehindTheJournal_IsFound()
    {
        test.Add(test.East, new DateOnly(2023, 5, 1));
        var id = Close();
        test.Books.Write(
            (connection, transaction) =>
                connection.Execute(
                    "INSERT INTO published (closing, number, indicator, version, code, unit_id, from_month, to_month, value, correction) "
                        + "SELECT closing, 999999, indicator, version, code, unit_id, from_month, to_month, '77', 0 FROM published WHERE number = 1",
                    transaction: transaction
                )
        );

        Closings.IsIntact(Closings.Find(id)!).ShouldBeFalse();
        Core.Journal.BooksAudit.Run(test.Books).Messages.ShouldContain(message => message.Contains("2023年"));
    }

    [Fact]
    public void TwoWhoCloseAtOnce_CloseOnce()
    {
        test.Add(test.East, new DateOnly(2023, 5, 1));
        var results = new ClosingResult[4];
        Together.Run(results.Length, i => results[i] = Closings.Close(Head, test.City, Year, null));

        results.OfType<ClosingResult.Done>().Count().ShouldBe(1);
        Closings.All().Count.ShouldBe(1);
    }

    [Fact]
    public void AnnualReport_SaysThePublishedFigures()
    {
        using var real = new TestBooks(today: new DateOnly(2025, 1, 10));
        foreach (var day in new[] { 2, 3, 4 })
            real.Enter(on: new DateOnly(2024, 5, day));
        new Closings(real.Books)
            .Close(real.Actor("head"), real.City, Period.Year(2024), null)
            .ShouldBeOfType<ClosingResult.Done>();
        real.Enter(on: new DateOnly(2024, 6, 1));

        var draft = new AnnualReport(real.Books).Draft(2024, real.City.Id);

        MarkdownReport.Write(draft.Document).ShouldContain("新收行政复议案件3件");
        var received = draft.Published.Single(one => one.Published.Indicator == "reconsideration.case.received");
        (received.Published.Value.Value, received.Now.Value).ShouldBe((3m, 4m));
        draft.Audit.Differences.ShouldBeEmpty();
    }

    [Fact]
    public void AnnualReport_CanNameAnEarlierVersion()
    {
        test.Add(test.East, new DateOnly(2023, 5, 1), ("closed_on", "2023-05-02"), ("people", "1"), ("amount", "20"));
        test.Add(test.East, new DateOnly(2023, 5, 1), ("closed_on", "2023-05-02"), ("people", "1"), ("amount", "30"));
        test.Add(test.East, new DateOnly(2023, 5, 1), ("closed_on", "2023-05-02"), ("people", "4"), ("amount", "1"));
        Directory.CreateDirectory(Path.Combine(test.Directory, "reports"));
        File.WriteAllText(
            Path.Combine(test.Directory, "reports", "annual.md"),
            "# 报告\n\n旧口径结案{reconsideration.trial.closed@1}，现行口径结案{reconsideration.trial.closed}。\n"
        );
        var catalogue = test.Books.Catalogue with { Directory = test.Directory };
        var books = Core.Storage.Books.Open(catalogue, test.Dialect, test.Clock);

        MarkdownReport
            .Write(new AnnualReport(books).Draft(2023, test.City.Id).Document)
            .ShouldContain("旧口径结案2件，现行口径结案1件");
    }

    private long Close() => Closings.Close(Head, test.City, Year, "年报").ShouldBeOfType<ClosingResult.Done>().Id;

    private PublishedFigure? Published(string key, long unit, string? code = null) =>
        Closings.Published(key, unit, 2022, 2024).Find(test.Books.Catalogue.Indicators[key], Year, code);

    private List<(string Action, string? Reason, string? Before, string? After)> Journal() =>
        test.Books.Read(connection =>
            connection
                .Query<(string, string?, string?, string?)>("SELECT action, reason, before, after FROM journal ORDER BY seq")
                .ToList()
        );
}
