using System.Data.Common;
using System.Globalization;
using Dapper;
using Fazhang.Core.Definitions;
using Fazhang.Core.Journal;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Records;

/// <summary>
/// The approvals as rows. A row ends as approved, returned or recalled and then never changes; everything that happened
/// stands in the journal too. Writers come one after the other because each of them raises the record's version.
/// </summary>
internal static class ApprovalTable
{
    private const string Select =
        "SELECT id, register, record_id, action, steps, done, requested_by, requested_for, requester, requested_at, reason, asked FROM approval ";

    public static IEnumerable<string> Create(SqlDialect dialect) =>
        [
            $"CREATE TABLE IF NOT EXISTS approval (id {dialect.IdentityColumn}, register TEXT NOT NULL, record_id BIGINT NOT NULL, unit_id BIGINT NOT NULL, action TEXT NOT NULL, steps TEXT NOT NULL, done BIGINT NOT NULL, state TEXT NOT NULL, requested_by BIGINT NOT NULL, requested_for BIGINT NOT NULL, requester TEXT NOT NULL, requested_at TEXT NOT NULL, reason TEXT, asked TEXT NOT NULL)",
            "CREATE UNIQUE INDEX IF NOT EXISTS approval_pending ON approval (register, record_id) WHERE state = 'pending'",
        ];

    /// <summary>The approval a record waits for; null when it waits for none.</summary>
    public static Approval? Pending(
        DbConnection connection,
        DbTransaction? transaction,
        SqlDialect dialect,
        RegisterDefinition register,
        long recordId
    )
    {
        using var command = connection.Command(
            transaction,
            $"{Select} WHERE state = 'pending' AND {JournalReader.Of(register)} AND record_id = @id",
            dialect,
            [new("id", recordId)]
        );
        using var reader = command.ExecuteReader();
        return reader.Read() ? Read(reader, register) : null;
    }

    /// <summary>All approvals of a register that wait, the oldest first, of the units that the condition names.</summary>
    public static IReadOnlyList<Approval> Waiting(DbConnection connection, RegisterDefinition register, string units, int take)
    {
        using var command = connection.CreateCommand();
        command.CommandText =
            $"{Select} WHERE state = 'pending' AND {JournalReader.Of(register)} AND {units} ORDER BY id LIMIT {take}";
        using var reader = command.ExecuteReader();
        var all = new List<Approval>();
        while (reader.Read())
            all.Add(Read(reader, register));
        return all;
    }

    /// <summary>Which of the records of a register wait for an approval.</summary>
    public static IReadOnlySet<long> Waiting(DbConnection connection, RegisterDefinition register, IReadOnlyList<long> ids) =>
        connection
            .Query<long>(
                $"SELECT record_id FROM approval WHERE state = 'pending' AND {JournalReader.Of(register)} AND record_id IN ({string.Join(", ", ids)})"
            )
            .ToHashSet();

    public static void Insert(DbConnection connection, DbTransaction transaction, Approval approval, long unitId, string asked) =>
        connection.Execute(
            "INSERT INTO approval (register, record_id, unit_id, action, steps, done, state, requested_by, requested_for, requester, requested_at, reason, asked) "
                + "VALUES (@register, @RecordId, @unitId, @ActionKey, @steps, 0, 'pending', @RequestedBy, @RequestedFor, @Requester, @RequestedAt, @Reason, @asked)",
            new
            {
                register = approval.Register.Key,
                approval.RecordId,
                unitId,
                approval.ActionKey,
                steps = string.Join(',', approval.Steps),
                approval.RequestedBy,
                approval.RequestedFor,
                approval.Requester,
                approval.RequestedAt,
                approval.Reason,
                asked,
            },
            transaction
        );

    /// <summary>Notes that a step is done, or that the approval has ended in a state.</summary>
    public static void Update(DbConnection connection, DbTransaction transaction, Approval approval, int done, string state)
    {
        var changed = connection.Execute(
            "UPDATE approval SET done = @next, state = @state WHERE id = @Id AND done = @Done AND state = 'pending'",
            new
            {
                approval.Id,
                Done = (long)approval.Done,
                next = (long)done,
                state,
            },
            transaction
        );
        if (changed != 1)
            throw new InvalidOperationException($"Approval {approval.Id} was decided without its record's version.");
    }

    private static Approval Read(DbDataReader reader, RegisterDefinition register) =>
        new()
        {
            Id = reader.GetInt64(0),
            Register = register,
            RecordId = reader.GetInt64(2),
            ActionKey = register.ActionNow(reader.GetString(3)),
            Steps = [.. reader.GetString(4).Split(',').Select(step => int.Parse(step, CultureInfo.InvariantCulture))],
            Done = (int)reader.GetInt64(5),
            RequestedBy = reader.GetInt64(6),
            RequestedFor = reader.GetInt64(7),
            Requester = reader.GetString(8),
            RequestedAt = reader.GetString(9),
            Reason = reader.IsDBNull(10) ? null : reader.GetString(10),
            Asked = JournalReader.Values(register, reader.GetString(11)),
        };
}
