using System.Data.Common;
using System.Text.Json;
using Dapper;
using Fazhang.Core.Definitions;
using Fazhang.Core.Fields;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Journal;

/// <summary>Reads the history of a record.</summary>
public static class JournalReader
{
    /// <summary>All entries of a record, oldest first.</summary>
    public static IReadOnlyList<JournalEntry> History(
        DbConnection connection,
        SqlDialect dialect,
        RegisterDefinition register,
        long recordId,
        DbTransaction? transaction = null
    ) =>
        [
            .. connection
                .Query(
                    "SELECT seq, version, action, state_from, state_to, on_day, at, actor, reason, before, after FROM journal "
                        + "WHERE record_id = @recordId AND register = @Key ORDER BY seq",
                    new { recordId, register.Key },
                    transaction
                )
                .Select(row => new JournalEntry
                {
                    Seq = row.seq,
                    Register = register.Key,
                    RecordId = recordId,
                    Version = row.version,
                    Action = row.action,
                    StateFrom = row.state_from,
                    StateTo = row.state_to,
                    On = (DateOnly)dialect.FromDatabase((object)row.on_day, StorageType.Date)!,
                    At = row.at,
                    Actor = row.actor,
                    Reason = row.reason,
                    Before = Values(register, (string?)row.before),
                    After = Values(register, (string?)row.after),
                }),
        ];

    /// <summary>The values of an entry by field key, in the types of the expression language; nothing for none.</summary>
    internal static Dictionary<string, object?> Values(RegisterDefinition register, string? text)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (text is null)
            return values;
        using var document = JsonDocument.Parse(text);
        foreach (var property in document.RootElement.EnumerateObject())
            values[property.Name] = StoredJson.Read(property.Value, register.Field(property.Name)?.Type.Storage);
        return values;
    }
}
