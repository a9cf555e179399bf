using System.Data.Common;
using System.Globalization;
using Fazhang.Core.Deadlines;
using Fazhang.Core.Definitions;
using Fazhang.Core.Journal;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Records;

/// <summary>
/// Finds the reminders and escalations that are due and tells each once: once for a record, a deadline, a kind and a last
/// day, whoever runs this how often. A deadline that moved to another day is told anew. May run in several processes.
/// </summary>
public sealed class NoticeRun(Books books)
{
    /// <summary>Records looked at in one transaction; others wait meanwhile.</summary>
    private const int BatchSize = 50;

    // What was looked at today and in which version: nothing new can come of it before tomorrow. Only saves work; what makes
    // a notice be told once is its topic.
    private readonly Dictionary<(string Register, long Id), long> seen = [];
    private DateOnly seenOn;

    /// <summary>Tells what is due; returns how many notices were new.</summary>
    public int Run()
    {
        lock (seen)
        {
            var today = books.Clock.Today;
            if (seenOn != today)
                seen.Clear();
            seenOn = today;
            return books.Catalogue.Registers.Values.Sum(register => Run(register, today));
        }
    }

    private int Run(RegisterDefinition register, DateOnly today)
    {
        if (register.Deadlines.All(deadline => deadline.Alerts.Count == 0))
            return 0;
        var told = 0;
        foreach (var batch in Candidates(register, today).Chunk(BatchSize))
        {
            told += books.Write((connection, transaction) => batch.Sum(one => Tell(connection, transaction, register, one.Id)));
            // What ends at a moment may fall due before tomorrow.
            if (register.Deadlines.Any(deadline => deadline.IsTimed))
                continue;
            foreach (var (id, version) in batch)
                seen[(register.Key, id)] = version;
        }
        return told;
    }

    /// <summary>Records whose soonest clock ends so soon that some reminder may be due; every other clock ends later.</summary>
    private List<(long Id, long Version)> Candidates(RegisterDefinition register, DateOnly today)
    {
        var calendar = books.Catalogue.Calendar;
        var horizon = register
            .Deadlines.SelectMany(deadline => deadline.Alerts)
            .Where(alert => alert.Before)
            .Select(alert =>
                alert.Offset.Kind switch
                {
                    DayKind.Working => calendar.AddWorkdays(today, alert.Offset.Amount + 1),
                    DayKind.Minute => today.AddDays(alert.Offset.ApproximateDays),
                    DayKind.Month => today.AddMonths(alert.Offset.Amount).AddDays(3),
                    _ => today.AddDays(alert.Offset.Amount),
                }
            )
            .Append(today)
            .Max();
        return books.Read(connection =>
        {
            using var command = connection.Command(
                null,
                $"SELECT id, version FROM {SqlDialect.Quote(register.Table)} WHERE due_on IS NOT NULL AND due_on <= @horizon ORDER BY due_on, id",
                books.Dialect,
                [new("horizon", horizon)]
            );
            using var reader = command.ExecuteReader();
            var found = new List<(long, long)>();
            while (reader.Read())
                if (seen.GetValueOrDefault((register.Key, reader.GetInt64(0))) != reader.GetInt64(1))
                    found.Add((reader.GetInt64(0), reader.GetInt64(1)));
            return found;
        });
    }

    private int Tell(DbConnection connection, DbTransaction transaction, RegisterDefinition register, long id)
    {
        var store = new RecordStore(books);
        // Read again inside the transaction: what was done since then is not reminded of.
        if (store.Load(connection, transaction, register, id) is not { } record)
            return 0;
        var calendar = books.Catalogue.Calendar;
        var now = books.Clock.Now.DateTime;
        var steps = FlowStep.Of(
            register,
            JournalReader.History(connection, books.Dialect, register, id, transaction),
            record.Values
        );
        var told = 0;
        foreach (var clock in RecordClocks.Compute(register, record.Values, steps, now, calendar, books.Settings))
        {
            if (clock.Clock.State is not (ClockState.Running or ClockState.Overdue))
                continue;
            foreach (var alert in clock.Deadline.Alerts.Where(alert => IsDue(alert, clock.Clock, now, calendar)))
                if (Tell(connection, transaction, record, clock, alert))
                    told++;
        }
        return told;
    }

    private static bool IsDue(AlertDefinition alert, Clock clock, DateTime now, WorkCalendar calendar) =>
        // A reminder makes no sense any more when the last day has passed.
        (!alert.Before || clock.State == ClockState.Running)
        && (
            clock.DueAt is { } at
                ? now >= at.AddMinutes(alert.Before ? -alert.Offset.Amount : alert.Offset.Amount)
                : DateOnly.FromDateTime(now) >= alert.On(clock.Due, calendar)
        );

    private bool Tell(DbConnection connection, DbTransaction transaction, Record record, RecordClock clock, AlertDefinition alert)
    {
        var due = clock.Clock.DueAt is { } at
            ? TimedClock.Write(at)
            : clock.Clock.Due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var roles =
            alert.To.Count > 0 ? alert.To
            : record.State.Actions.SelectMany(key => record.Register.Action(key)!.By).Distinct().ToList() is { Count: > 0 } acting
                ? acting
            : [.. record.Register.Access.Change];
        var text =
            $"{record.Name}：{clock.Deadline.Title}{clock.Clock.Short}，{due}届满"
            + (clock.Deadline.Overdue is { } consequence ? $"。逾期的，{consequence}" : "");
        // Told under a name that the register or the deadline had before is told.
        var topics =
            from register in record.Register.Keys
            from deadline in clock.Deadline.Was.Prepend(clock.Deadline.Key)
            select $"due:{register}:{record.Id}:{deadline}:{alert.Kind}:{due}";
        if (NoticeTable.IsTold(connection, transaction, [.. topics.Skip(1)]))
            return false;
        return NoticeTable.Tell(
            connection,
            transaction,
            books,
            record,
            topics.First(),
            alert.Before ? "remind" : "escalate",
            roles,
            text
        );
    }
}
