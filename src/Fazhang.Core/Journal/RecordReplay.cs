using System.Data.Common;
using Dapper;
using Fazhang.Core.Definitions;
using Fazhang.Core.Records;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Journal;

/// <summary>A record that is not what its journal says.</summary>
public sealed record ReplayProblem(string Register, long RecordId, string Message);

/// <summary>
/// Plays the journal again and compares: every record must be exactly what its entries made of it, every version must
/// have its entry, and every entry its record. What is changed in a register behind the program's back shows here.
/// </summary>
public sealed class RecordReplay(Books books)
{
    /// <summary>Record ids that are compared at a time: bounds the memory.</summary>
    private const long Window = 10_000;

    /// <summary>How many records were compared, and what does not fit.</summary>
    public (long Records, IReadOnlyList<ReplayProblem> Problems) Run() =>
        books.Snapshot(
            (connection, transaction) =>
            {
                var problems = new List<ReplayProblem>();
                long records = 0;
                foreach (var register in books.Catalogue.Registers.Values)
                {
                    var last = Last(connection, transaction, register);
                    for (var from = 1L; from <= last; from += Window)
                    {
                        var range = new Range(connection, transaction, register, from, from + Window - 1);
                        records += Compare(range, problems);
                    }
                }
                return (records, (IReadOnlyList<ReplayProblem>)problems);
            }
        );

    private static long Last(DbConnection connection, DbTransaction transaction, RegisterDefinition register) =>
        connection.ExecuteScalar<long>(
            $"SELECT COALESCE(MAX(last), 0) FROM (SELECT MAX(id) AS last FROM {SqlDialect.Quote(register.Table)} "
                + $"UNION ALL SELECT MAX(record_id) FROM journal WHERE {JournalReader.Of(register)}) both_sides",
            transaction: transaction
        );

    private int Compare(Range range, List<ReplayProblem> problems)
    {
        var (records, journal) = (Records(range), Journal(range));
        foreach (var record in records.Values)
            if (journal.TryGetValue(record.Id, out var played))
                problems.AddRange(Differences(record, played).Select(message => Problem(range.Register, record.Id, message)));
            else
                problems.Add(Problem(range.Register, record.Id, "台账里有，流水里没有：不是由本程序写入的"));
        foreach (var id in journal.Keys.Where(id => !records.ContainsKey(id)))
            problems.Add(Problem(range.Register, id, "流水里有，台账里没有：记录被删除"));
        return records.Count;
    }

    private static ReplayProblem Problem(RegisterDefinition register, long id, string message) =>
        new(register.Key, id, $"台账“{register.Title}”第 {id} 号记录：{message}。");

    private static IEnumerable<string> Differences(Record record, PlayedRecord played)
    {
        if (played.MissingVersion is { } missing)
            yield return $"流水缺第 {missing} 版";
        if (record.Version != played.Version)
            yield return $"版本是 {record.Version}，流水记到 {played.Version}";
        foreach (var field in record.Register.Fields)
            if (!Equals(record.Values[field.Slot], played.Values.GetValueOrDefault(field.Key)))
                // Values may be personal: what differs is named, not shown.
                yield return $"“{field.Title}”与流水不符";
    }

    private Dictionary<long, Record> Records(Range range)
    {
        var plan = books.Plan(range.Register);
        using var command = range.Command(plan.Select + " WHERE id BETWEEN @from AND @to", books.Dialect);
        using var reader = command.ExecuteReader();
        var all = new Dictionary<long, Record>();
        while (reader.Read())
        {
            var record = plan.Read(reader);
            all[record.Id] = record;
        }
        return all;
    }

    private Dictionary<long, PlayedRecord> Journal(Range range)
    {
        using var command = range.Command(
            "SELECT record_id, version, after, action FROM journal "
                + $"WHERE record_id BETWEEN @from AND @to AND {JournalReader.Of(range.Register)} ORDER BY seq",
            books.Dialect
        );
        using var reader = command.ExecuteReader();
        var all = new Dictionary<long, PlayedRecord>();
        while (reader.Read())
        {
            var id = reader.GetInt64(0);
            if (!all.TryGetValue(id, out var played))
                all[id] = played = new PlayedRecord();
            played.Play(
                reader.GetInt64(1),
                reader.IsDBNull(2) || JournalAction.IsAbout(reader.GetString(3))
                    ? null
                    : JournalReader.Values(range.Register, reader.GetString(2))
            );
        }
        return all;
    }

    private sealed record Range(
        DbConnection Connection,
        DbTransaction Transaction,
        RegisterDefinition Register,
        long From,
        long To
    )
    {
        public DbCommand Command(string sql, SqlDialect dialect) =>
            Connection.Command(Transaction, sql, dialect, [new("from", From), new("to", To)]);
    }
}

/// <summary>What the entries of one record, played in their order, make of it.</summary>
internal sealed class PlayedRecord
{
    public Dictionary<string, object?> Values { get; } = new(StringComparer.Ordinal);

    public long Version { get; private set; }

    /// <summary>The first version that has no entry of its own, or null.</summary>
    public long? MissingVersion { get; private set; }

    /// <summary>Plays one entry; looks and other entries that change nothing have no values.</summary>
    public void Play(long version, Dictionary<string, object?>? after)
    {
        if (version != Version && version != Version + 1)
            MissingVersion ??= Version + 1;
        Version = version;
        foreach (var (key, value) in after ?? [])
            Values[key] = value;
    }
}
