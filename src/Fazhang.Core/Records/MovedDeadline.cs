using System.Data.Common;
using System.Globalization;
using Fazhang.Core.Access;
using Fazhang.Core.Definitions;
using Fazhang.Core.Journal;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Records;

/// <summary>
/// Running deadlines that end on another day although nobody touched the record: the new day is kept, the record's journal says
/// why, and those who work on it are told. The record's content and version stay.
/// </summary>
internal static class MovedDeadline
{
    private const int Window = 500;

    /// <summary>The records of a register that fulfil a condition, in windows, so that millions need not be in memory.</summary>
    public static IEnumerable<IReadOnlyList<Record>> Records(
        Books books,
        DbConnection connection,
        DbTransaction transaction,
        RegisterDefinition register,
        string condition
    )
    {
        var plan = books.Plan(register);
        for (var after = 0L; ; )
        {
            var records = new List<Record>();
            using (
                var command = connection.Command(
                    transaction,
                    $"{plan.Select} WHERE {condition} AND id > @after ORDER BY id LIMIT {Window}",
                    books.Dialect,
                    [new("after", after)]
                )
            )
            using (var reader = command.ExecuteReader())
                while (reader.Read())
                    records.Add(plan.Read(reader));
            if (records.Count == 0)
                yield break;
            after = records[^1].Id;
            yield return records;
        }
    }

    /// <summary>Keeps where the record's clocks end now, and says so.</summary>
    /// <param name="books">The books.</param>
    /// <param name="connection">A connection to them.</param>
    /// <param name="transaction">Its transaction.</param>
    /// <param name="record">The record as it is stored.</param>
    /// <param name="clocks">Its clocks as they run now.</param>
    /// <param name="by">The journal's word for what moved them, and who is named for it.</param>
    /// <param name="words">What moved, from which day to which.</param>
    /// <param name="entries">How many journal entries the record has: what is told is told once after each.</param>
    public static void Save(
        Books books,
        DbConnection connection,
        DbTransaction transaction,
        Record record,
        IReadOnlyList<RecordClock> clocks,
        (string Action, string Actor) by,
        string words,
        int entries
    )
    {
        var (due, key) = RecordClocks.Soonest(clocks);
        using (
            var command = connection.Command(
                transaction,
                $"UPDATE {SqlDialect.Quote(record.Register.Table)} SET due_on = @due, due_key = @key WHERE id = @id",
                books.Dialect,
                [new("due", due), new("key", key), new("id", record.Id)]
            )
        )
            command.ExecuteNonQuery();
        new JournalWriter(connection, transaction, books.Dialect).AppendNote(
            record,
            by.Action,
            null,
            Actor.System(by.Actor),
            words,
            books.Clock.Today,
            books.Clock.Stamp
        );
        var roles = record.State.Actions.SelectMany(action => record.Register.Action(action)!.By).Distinct();
        NoticeTable.Tell(
            connection,
            transaction,
            books,
            record,
            $"calendar:{record.Register.Key}:{record.Id}:{entries}",
            "calendar",
            roles,
            $"{record.Name}：{words}"
        );
    }

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
