namespace Fazhang.Core.Deadlines;

/// <summary>Says in one sentence how a due date came about, in the order in which an officer would count it.</summary>
internal static class DeadlineExplanation
{
    public static string Explain(DeadlineInput input, Clock clock, DayCount count, int granted, WorkCalendar calendar)
    {
        List<string> clauses = input.IsDueDay
            ? [$"届满日由{input.StartWord}确定"]
            : [$"自{Wording.Iso(input.Start)}{input.StartWord}次日起算", input.Budget.ToString()];
        clauses.AddRange(
            input.Extensions.OrderBy(extension => extension.On).Select((extension, i) => Extended(extension, i < granted))
        );
        clauses.AddRange(DaysOff(input, count, calendar));
        clauses.AddRange(count.Suspended(clock.Due).Select(gap => Suspended(gap.Gap, gap.Days, input.Done)));
        if (count.Day != clock.Due && !input.IsDueDay)
            clauses.Add($"期满日{Wording.Iso(count.Day)}为{OffDay(count.Day, calendar)}，顺延至其后首个工作日");
        clauses.AddRange(Unknown(clock, count, calendar));
        clauses.Add(
            $"{(clock.State == ClockState.Suspended ? "中止中，如次日恢复则" : "")}截止{Wording.Iso(clock.Due)}{Wording.InBrackets(input.Law)}"
        );
        return string.Join('，', clauses) + Outcome(input, clock) + "。";
    }

    public static string Short(Clock clock)
    {
        var days = Wording.SpacedDays(Math.Abs(clock.Remaining), clock.Kind);
        return clock.State switch
        {
            ClockState.Done => "按期办结",
            ClockState.DoneLate => clock.Remaining == 0
                ? $"逾期办结（不足 {Wording.SpacedDays(1, clock.Kind)}）"
                : $"逾期 {days}办结",
            ClockState.Overdue => clock.Remaining == 0 ? $"已逾期（不足 {Wording.SpacedDays(1, clock.Kind)}）" : $"逾期 {days}",
            ClockState.Suspended => $"中止中，还剩 {days}",
            _ => clock.Remaining == 0 ? "今日到期" : $"还剩 {days}",
        };
    }

    private static string Extended(Extension extension, bool granted)
    {
        var days = Wording.Days(extension.Amount, extension.Kind);
        return granted
            ? $"{Wording.Iso(extension.On)}批准延长{days}{Wording.InBrackets(extension.Reason)}"
            : $"{Wording.Iso(extension.On)}的延长{days}在期满之后作出，不计入";
    }

    // Only where working days were counted: calendar days include days off.
    private static IEnumerable<string> DaysOff(DeadlineInput input, DayCount count, WorkCalendar calendar)
    {
        var days = count
            .Passed.Where(passed => passed.Kind == DayKind.Working && !count.IsSuspended(passed.Day))
            .Select(passed => (passed.Day, calendar.Describe(passed.Day).Kind, calendar.Describe(passed.Day).Name))
            .ToList();
        var weekends = days.Count(day => day.Kind == CalendarDayKind.Weekend);
        if (weekends > 0)
            yield return $"扣除周末{weekends}日";
        foreach (var holiday in days.Where(day => day.Kind == CalendarDayKind.Holiday).GroupBy(day => (day.Name, Break(day.Day))))
        {
            var off = holiday.Select(day => day.Day).ToList();
            yield return $"扣除{holiday.Key.Name}假日{off.Count}日（{Wording.Ranges(off, input.Start.Year)}）";
        }
        var worked = days.Where(day => day.Kind == CalendarDayKind.MakeUpWorkday).Select(day => day.Day).ToList();
        if (worked.Count > 0)
            yield return $"调休上班日{Wording.Ranges(worked, input.Start.Year)}计入";
    }

    // A period of a year and more meets a festival twice. The break over New Year belongs to the year that begins.
    private static int Break(DateOnly day) => day.AddDays(15).Year;

    private static string Suspended(Gap gap, int days, DateOnly? done)
    {
        var reason = Wording.InBrackets(gap.Reason);
        return gap.IsOpen
            ? $"{Wording.Iso(gap.From)}起中止{reason}，{(done is null ? "至今" : "至办结")}{days}日不计入"
            : $"中止{Wording.Iso(gap.From)}至{Wording.Iso(gap.End.AddDays(-1))}{reason}，{days}日不计入";
    }

    private static string OffDay(DateOnly day, WorkCalendar calendar) =>
        calendar.Describe(day) switch
        {
            (CalendarDayKind.Holiday, { } name) => $"{name}假日",
            (CalendarDayKind.Weekend, _) => day.DayOfWeek == DayOfWeek.Saturday ? "星期六" : "星期日",
            _ => "中止期间",
        };

    // In calendar days only the end of the period asks the calendar anything.
    private static IEnumerable<string> Unknown(Clock clock, DayCount count, WorkCalendar calendar)
    {
        var years = count
            .Passed.Where(passed => passed.Kind == DayKind.Working)
            .Select(passed => passed.Day)
            .Append(count.Day)
            .Append(clock.Due)
            .Where(day => !calendar.Knows(day))
            .Select(day => day.Year)
            .Distinct()
            .ToList();
        foreach (var side in years.GroupBy(year => year > calendar.LastYear))
        {
            var (first, last) = (side.Min(), side.Max());
            yield return $"{(first == last ? "" : $"{first}年至")}{last}年的国务院放假安排尚未载入，只按周末推算";
        }
    }

    private static string Outcome(DeadlineInput input, Clock clock)
    {
        var late = clock.Remaining == 0 ? "" : Wording.Days(-clock.Remaining, clock.Kind);
        return clock.State switch
        {
            ClockState.Done =>
                $"；已于{Wording.Iso(input.Done!.Value)}办结{(input.IsDueDay ? "" : "，用时" + Wording.Days(clock.Used, clock.Kind))}",
            ClockState.DoneLate => $"；{Wording.Iso(input.Done!.Value)}办结，逾期{late}",
            ClockState.Overdue => $"；已逾期{late}" + (input.Consequence is null ? "" : $"，{input.Consequence}"),
            _ => input.Consequence is null ? "" : $"；逾期的，{input.Consequence}",
        };
    }
}
