using System.Data.Common;
using System.Text.Json;
using Dapper;
using Fazhang.Core.Definitions;
using Fazhang.Core.Journal;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Records;

/// <summary>
/// When the definition of a register's deadlines is another than the one the books were last opened with, its running clocks
/// are counted again: a shorter period reminds in time, a new deadline runs for the records that were there before it, one that
/// is gone stops. What moved is said in the journal of each record and in a notice, all in one transaction.
/// </summary>
internal static class DeadlineChange
{
    private const string Setting = "deadline_rules";

    /// <summary>What opening the books would count again.</summary>
    public static IEnumerable<SchemaChange> Plan(
        DatabaseFacts database,
        DbConnection connection,
        DbTransaction transaction,
        Catalogue catalogue
    ) =>
        Changed(connection, transaction, catalogue)
            .Where(register => database.HasTable(register.Table))
            .Select(register => (register, Count: database.Count(register.Table, Running(register))))
            .Where(pair => pair.Count > 0)
            .Select(pair => new SchemaChange(
                SchemaChangeKind.Reckon,
                $"台账“{pair.register.Title}”的时限规定有变：{pair.Count} 条在办记录的期限重新计算",
                []
            ));

    /// <summary>Counts again and takes over the rules. Returns in words what moved.</summary>
    public static IReadOnlyList<string> Apply(Books books, DbConnection connection, DbTransaction transaction)
    {
        var words = new List<string>();
        foreach (var register in Changed(connection, transaction, books.Catalogue))
            if (
                MovedDeadline
                    .Records(books, connection, transaction, register, Running(register))
                    .Sum(records => records.Count(record => Move(books, connection, transaction, record)))
                is > 0
                    and var moved
            )
                words.Add($"台账“{register.Title}”的时限规定有变，{moved} 条记录的期限随之改变");
        Books.SetSetting(
            connection,
            transaction,
            Setting,
            JsonSerializer.Serialize(
                books.Catalogue.Registers.Values.ToDictionary(register => register.Key, DeadlineRules.Of, StringComparer.Ordinal)
            )
        );
        return words;
    }

    /// <summary>The registers whose rules are others than those in the books; none in books that have not kept any yet.</summary>
    private static List<RegisterDefinition> Changed(DbConnection connection, DbTransaction transaction, Catalogue catalogue)
    {
        var text = connection.ExecuteScalar<string>(
            "SELECT value FROM setting WHERE key = @Setting",
            new { Setting },
            transaction
        );
        var before = text is null ? null : JsonSerializer.Deserialize<Dictionary<string, string>>(text);
        return
        [
            .. catalogue.Registers.Values.Where(register =>
                register.Keys.Select(key => before?.GetValueOrDefault(key)).OfType<string>().FirstOrDefault() is { } known
                && known != DeadlineRules.Of(register)
            ),
        ];
    }

    private static string Running(RegisterDefinition register)
    {
        var final = register.States.Where(state => state.Final).Select(state => SqlDialect.Literal(state.Key)).ToList();
        return final.Count == 0 ? "1 = 1" : $"(due_on IS NOT NULL OR state NOT IN ({string.Join(", ", final)}))";
    }

    private static bool Move(Books books, DbConnection connection, DbTransaction transaction, Record record)
    {
        var history = JournalReader.History(connection, books.Dialect, record.Register, record.Id, transaction);
        var clocks = RecordClocks.Compute(
            record.Register,
            record.Values,
            FlowStep.Of(record.Register, history, record.Values),
            books.Clock.Now.DateTime,
            books.Catalogue.Calendar,
            books.Settings
        );
        var (due, key) = RecordClocks.Soonest(clocks);
        if (due == record.DueOn && key == record.DueKey)
            return false;
        MovedDeadline.Save(
            books,
            connection,
            transaction,
            record,
            clocks,
            (JournalAction.Reckon, "时限规定更新"),
            Words(record, due, key),
            history.Count
        );
        return true;
    }

    private static string Words(Record record, DateOnly? due, string? key)
    {
        string Title(string? of) =>
            record.Register.Deadlines.FirstOrDefault(deadline => deadline.Key == of || deadline.Was.Contains(of ?? ""))?.Title
            ?? "原有时限";
        return (record.DueOn, due) switch
        {
            ({ } before, { } now) =>
                $"最近的期限由{Title(record.DueKey)}{MovedDeadline.Iso(before)}改为{Title(key)}{MovedDeadline.Iso(now)}：时限规定更新",
            (null, { } now) => $"{Title(key)}自时限规定更新起计时，{MovedDeadline.Iso(now)}届满",
            _ => $"{Title(record.DueKey)}不再计时：时限规定更新",
        };
    }
}
