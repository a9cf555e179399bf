using Fazhang.Core.Deadlines;
using Shouldly;
using Xunit;
using static Fazhang.Tests.Deadlines.Calendars;

namespace Fazhang.Tests.Deadlines;

/// <summary>Periods counted by hand on the calendars of real years.</summary>
public sealed class DeadlineExamplesTests
{
    [Theory]
    [InlineData("2026-03-02", "5 workdays", "2026-03-09")] // 3, 4, 5, 6, 9 March
    [InlineData("2024-02-07", "5 workdays", "2024-02-20")] // 8, 9, make-up Sunday 18, 19, 20; Spring Festival 10–17
    [InlineData("2023-09-27", "7 workdays", "2023-10-12")] // 28, make-up 7 and 8 October, 9–12
    [InlineData("2020-01-22", "5 workdays", "2020-02-06")] // break prolonged to 2 February by the notice of 27 January 2020
    [InlineData("2018-12-28", "2 workdays", "2019-01-02")] // make-up Saturday 29 December is in the notice for 2019
    [InlineData("2024-08-02", "60 days", "2024-10-08")] // would end on National Day
    [InlineData("2024-05-31", "30 days", "2024-07-01")] // would end on a Sunday
    [InlineData("2024-09-12", "30 days", "2024-10-12")] // ends on a make-up Saturday, which is a working day
    [InlineData("2025-03-03", "60 days", "2025-05-06")] // would end on 2 May, in the Labour Day break
    [InlineData("2013-01-04", "1 workday", "2013-01-05")] // make-up Saturday
    [InlineData("2024-02-28", "1 day", "2024-02-29")] // leap day
    public void Compute_PlainPeriods_EndAsCountedByHand(string start, string budget, string due)
    {
        var clock = Compute(Input(start, budget), today: start);
        clock.Due.ShouldBe(Day(due));
        clock.State.ShouldBe(ClockState.Running);
    }

    [Fact]
    public void Compute_FiveWorkdaysOverTheSpringFestival_ExplainsEveryDeduction()
    {
        var input = Input("2024-02-07", "5 workdays") with { Law = "行政复议法第三十条", Consequence = "期满之日起视为受理" };
        var clock = Compute(input, today: "2024-02-19");
        clock.Explanation.ShouldBe(
            "自2024-02-07收到申请次日起算，5个工作日，扣除春节假日8日（2月10日至2月17日），调休上班日2月18日计入，"
                + "截止2024-02-20（行政复议法第三十条）；逾期的，期满之日起视为受理。"
        );
        clock.Short.ShouldBe("还剩 1 个工作日");
        clock.Used.ShouldBe(4);
        clock.Level.ShouldBe(ClockLevel.Amber);

        var late = Compute(input, today: "2024-02-22");
        (late.State, late.Remaining, late.Level, late.Short).ShouldBe(
            (ClockState.Overdue, -2, ClockLevel.Red, "逾期 2 个工作日")
        );
        late.Explanation.ShouldEndWith("；已逾期2个工作日，期满之日起视为受理。");
    }

    [Fact]
    public void Compute_SuspendedAndResumed_LeavesTheDaysOutAndSaysSo()
    {
        // 60 days from 3 March 2025 and ten days of expertise: 12 May 2025, a Monday.
        var input = Input("2025-03-03", "60 days") with
        {
            Suspensions = [new(Day("2025-04-01"), Day("2025-04-11"), "鉴定")],
        };
        var clock = Compute(input, today: "2025-04-11");
        clock.Due.ShouldBe(Day("2025-05-12"));
        clock.Used.ShouldBe(29); // 4–31 March and 11 April
        clock.Remaining.ShouldBe(31);
        clock.State.ShouldBe(ClockState.Running);
        clock.Explanation.ShouldBe(
            "自2025-03-03收到申请次日起算，60日，中止2025-04-01至2025-04-10（鉴定），10日不计入，截止2025-05-12（某法第一条）。"
        );
    }

    [Fact]
    public void Compute_OpenSuspension_StandsStillWhileItLasts()
    {
        var input = Input("2025-03-03", "60 days") with { Suspensions = [new(Day("2025-04-01"), null, "")] };
        var (first, later) = (Compute(input, today: "2025-04-01"), Compute(input, today: "2025-06-30"));
        first.State.ShouldBe(ClockState.Suspended);
        later.State.ShouldBe(ClockState.Suspended);
        (later.Used, first.Used).ShouldBe((28, 28));
        first.Due.ShouldBe(Day("2025-05-06")); // one day more: 3 May, still in the break
        first.Short.ShouldBe("中止中，还剩 35 日"); // 32 days and the rest of the break
        later.Due.ShouldBe(Day("2025-08-01"));
        later.Short.ShouldBe("中止中，还剩 32 日");
        later.Explanation.ShouldContain("2025-04-01起中止，至今91日不计入");
        later.Explanation.ShouldContain("中止中，如次日恢复则截止2025-08-01");
        Compute(input, today: "2025-03-31").State.ShouldBe(ClockState.Running); // not yet suspended
    }

    [Fact]
    public void Compute_SuspensionAfterExpiry_DoesNotReviveThePeriod()
    {
        var input = Input("2025-03-03", "30 days") with { Suspensions = [new(Day("2025-04-03"), null, "")] };
        var clock = Compute(input, today: "2025-04-10"); // expired on 2 April
        (clock.Due, clock.State, clock.Short).ShouldBe((Day("2025-04-02"), ClockState.Overdue, "逾期 8 日"));
        clock.Explanation.ShouldNotContain("中止");
    }

    [Fact]
    public void Compute_ExtendedInTime_CountsOnFromTheEnd()
    {
        var input = Input("2025-03-03", "60 days") with
        {
            Extensions = [new(30, DayKind.Calendar, Day("2025-04-20"), "案情复杂")],
        };
        var clock = Compute(input, today: "2025-05-20");
        clock.Due.ShouldBe(Day("2025-06-03")); // 1 June is a Sunday within the Dragon Boat break of 31 May to 2 June
        clock.Explanation.ShouldContain("60日，2025-04-20批准延长30日（案情复杂）");
        clock.Explanation.ShouldContain("期满日2025-06-01为端午节假日，顺延至其后首个工作日，截止2025-06-03");
    }

    [Fact]
    public void Compute_ExtendedAfterExpiry_DoesNotCountAndSaysSo()
    {
        var input = Input("2025-03-03", "30 days") with { Extensions = [new(30, DayKind.Calendar, Day("2025-04-03"), "")] };
        var clock = Compute(input, today: "2025-04-10");
        clock.Due.ShouldBe(Day("2025-04-02"));
        clock.Explanation.ShouldContain("2025-04-03的延长30日在期满之后作出，不计入");
    }

    [Fact]
    public void Compute_ExtensionInTheOtherKindOfDays_IsCountedInItsOwn()
    {
        var input = Input("2026-03-02", "5 workdays") with { Extensions = [new(10, DayKind.Calendar, Day("2026-03-05"), "")] };
        Compute(input, today: "2026-03-05").Due.ShouldBe(Day("2026-03-19")); // 9 March, ten days on
    }

    [Theory]
    [InlineData("2026-03-09", ClockState.Done, "按期办结", "已于2026-03-09办结，用时5个工作日")]
    [InlineData("2026-03-10", ClockState.DoneLate, "逾期 1 个工作日办结", "2026-03-10办结，逾期1个工作日")]
    public void Compute_Done_StandsStillForever(string done, ClockState state, string label, string outcome)
    {
        var clock = Compute(Input("2026-03-02", "5 workdays") with { Done = Day(done) }, today: "2026-11-21");
        (clock.State, clock.Short).ShouldBe((state, label));
        clock.Explanation.ShouldEndWith(outcome + "。");
    }

    [Fact]
    public void Compute_SaturdayAfterAFridayDue_IsOverdueByLessThanAWorkingDay()
    {
        var clock = Compute(Input("2026-03-06", "5 workdays"), today: "2026-03-14");
        (clock.Due, clock.State, clock.Remaining, clock.Short).ShouldBe(
            (Day("2026-03-13"), ClockState.Overdue, 0, "已逾期（不足 1 个工作日）")
        );
    }

    [Theory]
    [InlineData("2026-03-03", ClockLevel.Normal, "还剩 4 个工作日")]
    [InlineData("2026-03-04", ClockLevel.Amber, "还剩 3 个工作日")]
    [InlineData("2026-03-09", ClockLevel.Amber, "今日到期")]
    public void Compute_ApproachingTheEnd_TurnsAmberThreeWorkingDaysBefore(string today, ClockLevel level, string label)
    {
        var clock = Compute(Input("2026-03-02", "5 workdays"), today);
        (clock.Level, clock.Short).ShouldBe((level, label));
    }

    [Fact]
    public void Compute_YearWithoutCalendar_CountsWeekendsAndSaysSo()
    {
        var clock = Compute(Input("2026-12-30", "5 workdays"), today: "2026-12-30");
        clock.Due.ShouldBe(Day("2027-01-06"));
        clock.Explanation.ShouldContain("2027年的国务院放假安排尚未载入，只按周末推算");
        Compute(Input("2026-03-02", "5 workdays"), today: "2026-03-02").Explanation.ShouldNotContain("尚未载入");
    }

    [Fact]
    public void Compute_MistypedYears_DoesNotFail()
    {
        foreach (var start in new[] { "0001-01-01", "9999-12-30", "9999-12-31" })
        foreach (var budget in new[] { "60 days", "20 workdays" })
        {
            var suspension = new Suspension(Day(start), null, "");
            Compute(Input(start, budget) with { Suspensions = [suspension] }, today: "2026-11-21").Explanation.ShouldNotBeEmpty();
            Compute(Input(start, budget) with { Done = Day(start) }, today: start).Explanation.ShouldNotBeEmpty();
            Compute(Input(start, budget) with { Suspensions = [suspension] }, today: start).Explanation.ShouldNotBeEmpty();
        }
    }

    [Theory]
    [InlineData("60 days", 60, DayKind.Calendar)]
    [InlineData("1 day", 1, DayKind.Calendar)]
    [InlineData("5 workdays", 5, DayKind.Working)]
    public void Parse_Budget_ReadsAmountAndKind(string text, int amount, DayKind kind)
    {
        Budget.Parse(text, out var problem).ShouldBe(new Budget(amount, kind));
        problem.ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("60")]
    [InlineData("60日")]
    [InlineData("0 days")]
    [InlineData("-5 days")]
    [InlineData("99999 days")]
    [InlineData("2 weeks")]
    public void Parse_WrongBudget_SaysWhatWouldBeRight(string text)
    {
        Budget.Parse(text, out var problem).ShouldBeNull();
        problem.ShouldNotBeNull().ShouldContain(text);
    }

    private static Clock Compute(DeadlineInput input, string today) => DeadlineEngine.Compute(input, Day(today), Real);

    private static DeadlineInput Input(string start, string budget) =>
        new()
        {
            Title = "审查受理",
            Start = Day(start),
            StartWord = "收到申请",
            Budget = Budget.Parse(budget, out _)!,
            Law = "某法第一条",
        };
}
