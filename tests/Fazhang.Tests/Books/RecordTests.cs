using Fazhang.Core.Access;
using Fazhang.Core.Definitions;
using Fazhang.Core.Records;
using Shouldly;

namespace Fazhang.Tests.Books;

public sealed class RecordTests : IDisposable
{
    private readonly TestBooks test = new();

    public void Dispose() => test.Dispose();

    [Fact]
    public void Mediate_AnAcceptedCase_RaisesTheFigureByOneInTheSameMoment()
    {
        var record = test.Accept(test.Enter());
        var before = test.Figure("reconsideration.case.mediated");

        test.Mediate(record);

        before.ShouldBe(0);
        test.Figure("reconsideration.case.mediated").ShouldBe(1);
        test.Figure("reconsideration.case.closed").ShouldBe(1);
        test.Figure("reconsideration.case.mediation_rate").ShouldBe(100);
        test.Figure("reconsideration.case.open").ShouldBe(0);
    }

    [Fact]
    public void Create_WithManyMistakes_ListsThemAllAtOnceAndSavesNothing()
    {
        var input = Cases.Application(test);
        input["applied_on"] = "2024-02-30";
        input["applicant"] = "  ";
        input["channel"] = "pigeon";
        input["applicants"] = "一个";

        var invalid = test
            .Records.Create(test.Actor("clerk"), test.Register(Cases.Register), input)
            .ShouldBeOfType<SaveResult.Invalid>();

        invalid
            .Errors.Select(error => error.Field)
            .ShouldBe(["applied_on", "applicants", "applicant", "channel"], ignoreOrder: true);
        invalid.Errors.ShouldAllBe(error => error.Message.Length > 5);
        test.Figure("reconsideration.case.received").ShouldBe(0);
        test.Lists.Page(test.Actor("clerk"), test.Register(Cases.Register), new RecordQuery()).Records.ShouldBeEmpty();
    }

    [Fact]
    public void Create_AgainstARule_SaysTheRuleInItsOwnWords()
    {
        var input = Cases.Application(test, on: test.Today.AddDays(3));

        var invalid = test
            .Records.Create(test.Actor("clerk"), test.Register(Cases.Register), input)
            .ShouldBeOfType<SaveResult.Invalid>();

        invalid.Errors.ShouldHaveSingleItem().Message.ShouldBe("收到申请日期不能晚于今天。请核对。");
    }

    [Fact]
    public void Act_WithAStaleVersion_ShowsWhatIsSavedAndOverwritesNothing()
    {
        var seen = test.Enter();
        test.Accept(seen);

        var conflict = test.TryDo(seen, "refuse", test.Actor("head"), ("examined_on", "2024-12-20"))
            .ShouldBeOfType<SaveResult.Conflict>();

        conflict.Current.Version.ShouldBe(2);
        conflict.Current.State.Key.ShouldBe("accepted");
        test.Records.Find(test.Actor("clerk"), seen.Register, seen.Id)!.State.Key.ShouldBe("accepted");
    }

    [Fact]
    public void Act_ThatTheStateDoesNotOffer_IsRefusedInWords()
    {
        var record = test.Enter();

        test.TryDo(record, "mediate", test.Actor("head")).ShouldBeOfType<SaveResult.Refused>().Message.ShouldContain("待审查");
    }

    [Fact]
    public void Act_WhoseConditionFails_SaysWhatToDoInstead()
    {
        var record = test.Do(
            test.Enter(),
            "accept",
            ("accepted_on", "2024-12-20"),
            ("procedure", "summary"),
            ("summary_basis", "consent"),
            ("handler", "陈")
        );

        var invalid = test.TryDo(record, "extend", test.Actor("head"), ("extended_on", "2024-12-20"))
            .ShouldBeOfType<SaveResult.Invalid>();

        invalid.Errors.ShouldHaveSingleItem().Message.ShouldContain("简易程序没有延长期限");
    }

    [Fact]
    public void Extend_Twice_IsRefused()
    {
        var record = test.Do(test.Accept(test.Enter()), "extend", ("extended_on", "2024-12-20"));

        test.TryDo(record, "extend", test.Actor("head"), ("extended_on", "2024-12-20"))
            .ShouldBeOfType<SaveResult.Invalid>()
            .Errors.ShouldHaveSingleItem()
            .Code.ShouldBe("extended");
    }

    [Fact]
    public void Correct_WithoutAReason_IsRefusedAndWithOneIsJournaledAndPosted()
    {
        var record = test.Mediate(test.Accept(test.Enter(on: new DateOnly(2024, 12, 2)), new DateOnly(2024, 12, 2)));
        var input = TestBooks.Input(("applied_on", "2024-11-29"));

        test.Records.Correct(test.Actor("clerk"), record.Register, record.Id, record.Version, input, " ")
            .ShouldBeOfType<SaveResult.Invalid>();
        var saved = test
            .Records.Correct(test.Actor("clerk"), record.Register, record.Id, record.Version, input, "登记时看错了日期")
            .ShouldBeOfType<SaveResult.Saved>();

        var entry = test.Records.History(saved.Record)[^1];
        entry.Reason.ShouldBe("登记时看错了日期");
        entry.Before["applied_on"].ShouldBe(new DateOnly(2024, 12, 2));
        entry.After["applied_on"].ShouldBe(new DateOnly(2024, 11, 29));
        entry.After.Count.ShouldBe(1);
        var book = test.Figures.Read(2024, test.City.Id);
        var received = test.Books.Catalogue.Indicators["reconsideration.case.received"];
        book.Value(received, Core.Figures.Period.Month(2024, 11)).Value.ShouldBe(1);
        book.Value(received, Core.Figures.Period.Month(2024, 12)).Value.ShouldBe(0);
    }

    [Fact]
    public void History_OfACase_TellsWhoDidWhatWithBeforeAndAfter()
    {
        var record = test.Mediate(test.Accept(test.Enter()));

        var history = test.Records.History(record);

        history.Select(entry => entry.Action).ShouldBe(["create", "accept", "mediate"]);
        history.Select(entry => entry.StateTo).ShouldBe(["applied", "accepted", "closed"]);
        history[2].Before["state"].ShouldBe("accepted");
        history[2].After["outcome"].ShouldBe("mediated");
        history[1].Actor.ShouldBe("测试head");
    }

    [Fact]
    public void Return_ForTheSameUnitAndMonthTwice_IsRefused()
    {
        var register = test.Register("enforcement.leniency_return");
        var input = TestBooks.Input(
            ("unit", test.East.Id.ToString()),
            ("period", "2024-11"),
            ("cases", "10"),
            ("waived", "10"),
            ("reduced", "0"),
            ("lightened", "0"),
            ("uncoerced", "0"),
            ("amount", "1200.5"),
            ("filler", "李填报")
        );

        var first = test.Records.Create(test.Actor("clerk"), register, input).ShouldBeOfType<SaveResult.Saved>().Record;
        var second = test.Records.Create(test.Actor("clerk"), register, input).ShouldBeOfType<SaveResult.Invalid>();

        second.Errors.ShouldHaveSingleItem().Code.ShouldBe("taken");
        test.Figure("enforcement.leniency_return.cases").ShouldBe(0);
        first = test.Do(first, "submit", ("submitted_on", "2024-12-05"));
        test.Do(first, "approve", ("approved_on", "2024-12-06"));
        test.Figure("enforcement.leniency_return.cases").ShouldBe(10);
        test.Figure("enforcement.leniency_return.amount").ShouldBe(1200.5m);
    }

    [Fact]
    public void Numbers_RunWithoutGapsByUnitAndYear()
    {
        var first = test.Accept(test.Enter());
        var refused = test.TryDo(
            test.Enter(),
            "accept",
            test.Actor("head"),
            ("procedure", "ordinary"),
            ("accepted_on", "2024-12-19")
        );
        var second = test.Accept(test.Enter());
        var other = test.Accept(test.Enter(unit: test.West));

        refused.ShouldBeOfType<SaveResult.Invalid>();
        first.Number.ShouldBe("示复〔2024〕1号");
        second.Number.ShouldBe("示复〔2024〕2号");
        other.Number.ShouldBe("乙复〔2024〕1号");
    }

    [Fact]
    public void Numbers_UnderConcurrency_HaveNeitherGapsNorDoubles()
    {
        const int count = 120;
        var records = Enumerable.Range(0, count).Select(_ => test.Enter()).ToList();

        Together.Run(16, hand => records.Where((_, i) => i % 16 == hand).ToList().ForEach(record => test.Accept(record)));

        var numbers = records
            .Select(record => test.Records.Find(test.Actor("clerk"), record.Register, record.Id)!.Number!)
            .ToList();
        numbers
            .Select(number => int.Parse(number["示复〔2024〕".Length..^1], System.Globalization.CultureInfo.InvariantCulture))
            .Order()
            .ShouldBe(Enumerable.Range(1, count));
        test.Figure("reconsideration.case.accepted").ShouldBe(count);
        new Core.Figures.TrialBalance(test.Books).Compare().Differences.ShouldBeEmpty();
    }

    [Fact]
    public void SameVersion_SavedByManyAtOnce_IsWonByExactlyOne()
    {
        var record = test.Enter();
        var results = new System.Collections.Concurrent.ConcurrentBag<SaveResult>();

        Together.Run(
            12,
            _ =>
                results.Add(
                    test.TryDo(
                        record,
                        "accept",
                        test.Actor("head"),
                        ("accepted_on", "2024-12-20"),
                        ("procedure", "ordinary"),
                        ("handler", "陈")
                    )
                )
        );

        results.OfType<SaveResult.Saved>().Count().ShouldBe(1);
        results.OfType<SaveResult.Conflict>().Count().ShouldBe(11);
        test.Figure("reconsideration.case.accepted").ShouldBe(1);
        test.Accept(test.Enter()).Number.ShouldBe("示复〔2024〕2号");
    }

    [Fact]
    public void Clocks_OfACase_ExplainThemselvesAndKeepTheSoonestForSorting()
    {
        var record = test.Accept(test.Enter(on: new DateOnly(2024, 12, 16)), new DateOnly(2024, 12, 18));

        var clocks = test.Records.Clocks(record, test.Records.History(record));

        var decide = clocks.Single(clock => clock.Deadline.Key == "decide").Clock;
        decide.Due.ShouldBe(new DateOnly(2025, 2, 17), "60 days from 12-19 end on Sunday 2025-02-16, so on the Monday after");
        decide.Explanation.ShouldContain("行政复议法第六十二条");
        record.DueKey.ShouldBe("forward");
        record.DueOn.ShouldBe(new DateOnly(2024, 12, 27));
    }

    [Fact]
    public void Suspension_FromTheDateEntered_DoesNotCount()
    {
        var accepted = test.Accept(test.Enter(on: new DateOnly(2024, 12, 2)), new DateOnly(2024, 12, 3));
        var running = test
            .Records.Clocks(accepted, test.Records.History(accepted))
            .Single(clock => clock.Deadline.Key == "decide")
            .Clock.Due;
        var suspended = test.Do(accepted, "suspend", ("suspended_on", "2024-12-05"), ("suspension_reason", "negotiation"));
        var resumed = test.Do(suspended, "resume", ("resumed_on", "2024-12-15"));

        var due = test
            .Records.Clocks(resumed, test.Records.History(resumed))
            .Single(clock => clock.Deadline.Key == "decide")
            .Clock.Due;

        running.ShouldBe(new DateOnly(2025, 2, 5), "2025-02-01 lies in the Spring Festival, which ends on 02-04");
        due.ShouldBe(new DateOnly(2025, 2, 11), "ten days do not count: 02-01 becomes 02-11");
        suspended.DueKey.ShouldBeNull("nothing is due while the case stands still");
    }

    [Fact]
    public void Rights_OfAnotherUnitOrLine_AreNotGiven()
    {
        var record = test.Enter(unit: test.West);
        var town = test.Actor("clerk", test.Town);
        var otherLine = test.Actor("clerk", test.City, "mediation");

        test.Records.Find(town, record.Register, record.Id).ShouldBeNull();
        test.Records.Find(otherLine, record.Register, record.Id).ShouldBeNull();
        test.Lists.Page(town, record.Register, new RecordQuery()).Records.ShouldBeEmpty();
        test.TryDo(record, "accept", town).ShouldBeOfType<SaveResult.Missing>();
        test.Records.Create(town, record.Register, Cases.Application(test, test.West)).ShouldBeOfType<SaveResult.Refused>();
        test.TryDo(test.Accept(record), "convert", test.Actor("clerk"))
            .ShouldBeOfType<SaveResult.Refused>()
            .Message.ShouldContain("负责人");
    }

    [Fact]
    public void LookAtPersonal_IsJournaledAndOnlyForThoseWhoMay()
    {
        var record = test.Enter();

        test.Records.LookAtPersonal(test.Actor("director"), record).ShouldBeFalse();
        test.Records.LookAtPersonal(test.Actor("clerk"), record).ShouldBeTrue();

        test.Records.History(record).Select(entry => entry.Action).ShouldBe(["create", "look"]);
    }

    [Fact]
    public void Masking_KeepsTheFirstCharacterAndNeverTheLength()
    {
        Masking.Mask(Personal.Name, "欧阳小明").ShouldBe("欧某某");
        Masking.Mask(Personal.Name, "李雷").ShouldBe("李某某");
        Masking.Mask(Personal.Phone, "13812345678").ShouldBe("138****5678");
        Masking.Mask(Personal.Other, "示范路1号").ShouldBe("示***");
    }
}
