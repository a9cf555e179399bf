using Fazhang.Core.Deadlines;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;
using static Fazhang.Tests.Deadlines.Calendars;

namespace Fazhang.Tests.Deadlines;

/// <summary>What must hold for every period, and agreement with a second, deliberately naive way of counting.</summary>
public sealed class DeadlinePropertyTests
{
    private static readonly DateOnly s_first = new(2013, 1, 1);
    private static readonly int s_days = new DateOnly(2026, 6, 30).DayNumber - s_first.DayNumber;

    private static Gen<DateOnly> Dates { get; } = Gen.Choose(0, s_days).Select(s_first.AddDays);

    private static Gen<DayKind> Kinds { get; } = Gen.Elements(DayKind.Calendar, DayKind.Working);

    private static Gen<Suspension> Suspensions(DateOnly start) =>
        from after in Gen.Choose(-10, 90)
        from length in Gen.Choose(0, 40)
        from open in Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(true)))
        select new Suspension(start.AddDays(after), open ? null : start.AddDays(after + length), "");

    private static Gen<DeadlineInput> Inputs { get; } =
        from start in Dates
        from kind in Kinds
        from amount in Gen.Choose(1, 70)
        from suspensions in Gen.ListOf(Suspensions(start))
        from extensions in Gen.ListOf(
            from more in Gen.Choose(1, 40)
            from other in Kinds
            from decided in Gen.Choose(0, 80)
            select new Extension(more, other, start.AddDays(decided), "")
        )
        select Plain(start, amount, kind) with
        {
            Suspensions = suspensions.Take(3).ToList(),
            Extensions = extensions.Take(2).ToList(),
        };

    [Fact]
    public void Compute_AnyPeriod_AgreesWithNaiveCounting() =>
        ForAll(
            from input in Inputs
            from passed in Gen.Choose(0, 150)
            select (input, today: input.Start.AddDays(passed)),
            pair => DeadlineEngine.Compute(pair.input, pair.today, Real).Due == NaiveDue(pair.input, pair.today)
        );

    [Fact]
    public void Compute_EveryDayOf2013To2026_AgreesWithNaiveCounting()
    {
        for (var start = s_first; start <= new DateOnly(2026, 12, 31); start = start.AddDays(1))
            foreach (
                var (amount, kind) in new[]
                {
                    (5, DayKind.Working),
                    (10, DayKind.Working),
                    (15, DayKind.Calendar),
                    (60, DayKind.Calendar),
                }
            )
            {
                var input = Plain(start, amount, kind);
                DeadlineEngine
                    .Compute(input, start, Real)
                    .Due.ShouldBe(NaiveDue(input, start), $"{start:yyyy-MM-dd} {input.Budget}");
            }
    }

    /// <summary>Months and years by the calendar's own arithmetic, for each day of the years and so for each 29th of February.</summary>
    [Fact]
    public void Compute_MonthsAndYearsFromEveryDayOf2013To2026_EndOnTheSameDayOrTheLastOfTheMonth()
    {
        for (var start = s_first; start <= new DateOnly(2026, 12, 31); start = start.AddDays(1))
            foreach (var months in new[] { 1, 3, 6, 12, 24 })
            {
                var (year, month) = ((start.Year * 12 + start.Month - 1 + months) / 12, (start.Month - 1 + months) % 12 + 1);
                var day = new DateOnly(year, month, Math.Min(start.Day, DateTime.DaysInMonth(year, month)));
                while (!Real.IsWorkday(day))
                    day = day.AddDays(1);
                DeadlineEngine
                    .Compute(Plain(start, months, DayKind.Month), start, Real)
                    .Due.ShouldBe(day, $"{start:yyyy-MM-dd} {months} months");
            }
    }

    [Fact]
    public void Compute_AtTheEndOfTime_NeitherFailsNorTurnsBack() =>
        ForAll(
            from back in Gen.Choose(0, 800)
            from kind in Gen.Elements(DayKind.Calendar, DayKind.Working, DayKind.Month)
            from amount in Gen.Choose(1, 600)
            from passed in Gen.Choose(-900, 0)
            select (start: DateOnly.MaxValue.AddDays(-back), kind, amount, today: DateOnly.MaxValue.AddDays(passed)),
            x =>
            {
                var clock = DeadlineEngine.Compute(Plain(x.start, x.amount, x.kind), x.today, Real);
                return clock.Due >= x.start && clock.Explanation.Length > 0;
            }
        );

    [Fact]
    public void Compute_AnyPeriod_NeverEndsOnADayOff() =>
        ForAll(Inputs, input => Real.IsWorkday(DeadlineEngine.Compute(input, input.Start.AddDays(30), Real).Due));

    [Fact]
    public void Compute_LaterStartOrLargerBudget_NeverEndsEarlier() =>
        ForAll(
            from start in Dates
            from kind in Kinds
            from amount in Gen.Choose(1, 90)
            from more in Gen.Choose(0, 20)
            from suspension in Suspensions(start)
            select (start, kind, amount, more, suspension),
            x =>
            {
                var today = x.start.AddDays(60);
                DateOnly Due(DateOnly start, int amount) =>
                    DeadlineEngine.Compute(Plain(start, amount, x.kind) with { Suspensions = [x.suspension] }, today, Real).Due;
                return Due(x.start, x.amount) <= Due(x.start.AddDays(x.more), x.amount)
                    && Due(x.start, x.amount) <= Due(x.start, x.amount + x.more);
            }
        );

    [Fact]
    public void Compute_ExtensionInTheSameDays_IsTheSameAsALargerBudget() =>
        ForAll(
            from start in Dates
            from kind in Kinds
            from amount in Gen.Choose(1, 60)
            from more in Gen.Choose(1, 60)
            select (start, kind, amount, more),
            x =>
                DeadlineEngine
                    .Compute(
                        Plain(x.start, x.amount, x.kind) with
                        {
                            Extensions = [new(x.more, x.kind, x.start, "")],
                        },
                        x.start,
                        Real
                    )
                    .Due == DeadlineEngine.Compute(Plain(x.start, x.amount + x.more, x.kind), x.start, Real).Due
        );

    [Fact]
    public void Compute_WorkingDaysInTwoSteps_EndsWhereOneStepDoes() =>
        ForAll(
            from start in Dates
            from first in Gen.Choose(1, 60)
            from second in Gen.Choose(1, 60)
            select (start, first, second),
            x =>
            {
                var middle = DeadlineEngine.Compute(Plain(x.start, x.first, DayKind.Working), x.start, Real).Due;
                var due = DeadlineEngine.Compute(Plain(x.start, x.first + x.second, DayKind.Working), x.start, Real).Due;
                return DeadlineEngine.Compute(Plain(middle, x.second, DayKind.Working), middle, Real).Due == due
                    && Real.AddWorkdays(x.start, x.first + x.second) == due
                    && Real.WorkdaysBetween(x.start, due) == x.first + x.second;
            }
        );

    [Fact]
    public void Compute_RunningInWorkingDays_UsedAndRemainingMakeTheBudget() =>
        ForAll(
            from input in Inputs
            from passed in Gen.Choose(0, 100)
            let working = input with
            {
                Budget = input.Budget with { Kind = DayKind.Working },
                Extensions = [],
            }
            select (input: working, today: input.Start.AddDays(passed)),
            x =>
            {
                var clock = DeadlineEngine.Compute(x.input, x.today, Real);
                return clock.State == ClockState.Overdue || clock.Used + clock.Remaining == x.input.Budget.Amount;
            }
        );

    [Fact]
    public void WorkdaysBetween_Reversed_IsTheMirrorAndAddsUp() =>
        ForAll(
            from a in Dates
            from b in Dates
            from c in Dates
            select (a, b, c),
            x =>
                Real.WorkdaysBetween(x.a, x.b) == -Real.WorkdaysBetween(x.b, x.a)
                && Real.WorkdaysBetween(x.a, x.c) == Real.WorkdaysBetween(x.a, x.b) + Real.WorkdaysBetween(x.b, x.c)
        );

    /// <summary>
    /// The same rules from the other end: lists the days that count, in order, takes the last one, then looks for the first day on
    /// which a period may expire. Shares nothing with the engine but the question whether a day is a working day.
    /// </summary>
    private static DateOnly NaiveDue(DeadlineInput input, DateOnly today)
    {
        var suspended = new HashSet<DateOnly>();
        foreach (
            var suspension in input.Suspensions.Where(suspension => suspension.Until is not null || suspension.From <= today)
        )
            for (var day = suspension.From; suspension.Until is { } until ? day < until : day <= today; day = day.AddDays(1))
                suspended.Add(day);
        var last = Last(input.Start, input.Budget.Amount, input.Budget.Kind);
        foreach (var extension in input.Extensions.OrderBy(extension => extension.On))
            if (extension.On <= Expiry(last))
                last = Last(last, extension.Amount, extension.Kind);
        return Expiry(last);

        DateOnly Last(DateOnly after, int amount, DayKind kind) =>
            Enumerable
                .Range(1, 1000)
                .Select(after.AddDays)
                .Where(day => !suspended.Contains(day) && (kind == DayKind.Calendar || Real.IsWorkday(day)))
                .ElementAt(amount - 1);

        DateOnly Expiry(DateOnly day) =>
            Enumerable.Range(0, 1000).Select(day.AddDays).First(d => Real.IsWorkday(d) && !suspended.Contains(d));
    }

    private static DeadlineInput Plain(DateOnly start, int amount, DayKind kind) =>
        new()
        {
            Title = "办理",
            Start = start,
            StartWord = "收到申请",
            Budget = new Budget(amount, kind),
            Law = "某法第一条",
        };

    private static void ForAll<T>(Gen<T> values, Func<T, bool> holds) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(values.ToArbitrary(), holds));
}
