using System.Data.Common;
using Fazhang.Core.Deadlines;
using Fazhang.Core.Journal;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Records;

/// <summary>
/// When the calendar files are others than those the books were last opened with, running deadlines end on other days:
/// moves them, says so in the journal of each record and in a notice, and takes over the calendar, all in one transaction.
/// A record's content and version stay; only its deadlines move.
/// </summary>
internal static class CalendarChange
{
    /// <summary>What was moved, in words; nothing when the calendar is the same.</summary>
    public static IReadOnlyList<string> Apply(Books books, DbConnection connection, DbTransaction transaction)
    {
        var before = CalendarTable.Read(connection, books.Dialect, transaction);
        if (Years(before, books.Catalogue.Calendar) is not { } years)
            return [];
        var moved = books.Catalogue.Registers.Values.Sum(register =>
            MovedDeadline
                .Records(books, connection, transaction, register, "due_on IS NOT NULL")
                .Sum(records => records.Count(record => Move(books, connection, transaction, record, before!, years)))
        );
        CalendarTable.Synchronize(connection, books.Dialect, books.Catalogue.Calendar, transaction);
        return years.Length == 0 ? [] : [$"{years}放假调休安排有变，{moved} 条记录的期限随之改变"];
    }

    /// <summary>The years whose working days differ, in words; null when the calendars are the same.</summary>
    private static string? Years(WorkCalendar? before, WorkCalendar after)
    {
        if (
            before is null
            || (before.First == after.First && before.Last == after.Last && Same(before, after, after.First, after.Last))
        )
            return null;
        var first = before.First > after.First ? before.First : after.First;
        var last = before.Last < after.Last ? before.Last : after.Last;
        var years = Enumerable
            .Range(first.Year, last.Year - first.Year + 1)
            .Where(year => !Same(before, after, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31)))
            .ToList();
        return string.Join('、', years.Select(year => $"{year}年"));
    }

    private static bool Same(WorkCalendar a, WorkCalendar b, DateOnly first, DateOnly last)
    {
        for (var day = first; day <= last; day = day.AddDays(1))
            if (a.IsWorkday(day) != b.IsWorkday(day))
                return false;
        return true;
    }

    private static bool Move(
        Books books,
        DbConnection connection,
        DbTransaction transaction,
        Record record,
        WorkCalendar before,
        string years
    )
    {
        var history = JournalReader.History(connection, books.Dialect, record.Register, record.Id, transaction);
        var steps = FlowStep.Of(record.Register, history, record.Values);
        IReadOnlyList<RecordClock> Clocks(WorkCalendar calendar) =>
            RecordClocks.Compute(record.Register, record.Values, steps, books.Clock.Now.DateTime, calendar, books.Settings);
        var clocks = Clocks(books.Catalogue.Calendar);
        var changes = Clocks(before)
            .Zip(clocks)
            .Where(pair => pair.First.Clock.Due != pair.Second.Clock.Due && IsOpen(pair.Second.Clock))
            .Select(pair =>
                $"{pair.Second.Deadline.Title}期限由{MovedDeadline.Iso(pair.First.Clock.Due)}改为{MovedDeadline.Iso(pair.Second.Clock.Due)}"
            )
            .ToList();
        if (changes.Count == 0)
            return false;
        var words = $"{string.Join("；", changes)}：{years}放假调休安排更新";
        MovedDeadline.Save(
            books,
            connection,
            transaction,
            record,
            clocks,
            (JournalAction.Calendar, "日历更新"),
            words,
            history.Count
        );
        return true;
    }

    private static bool IsOpen(Clock clock) => clock.State is not (ClockState.Done or ClockState.DoneLate);
}
