using System.Data.Common;
using System.Text.Json;
using Dapper;
using Fazhang.Core.Definitions;
using Fazhang.Core.Fields;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Journal;

/// <summary>
/// Reads the history of a record. Entries keep the keys they were written with; here those of fields, actions and states
/// that were renamed since are led to today's, so that nobody after this has to know of former names.
/// </summary>
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
                        + $"WHERE record_id = @recordId AND {Of(register)} ORDER BY seq",
                    new { recordId },
                    transaction
                )
                .Select(row => new JournalEntry
                {
                    Seq = row.seq,
                    Register = register.Key,
                    RecordId = recordId,
                    Version = row.version,
                    Action = register.ActionNow((string)row.action),
                    StateFrom = register.StateNow((string?)row.state_from),
                    StateTo = register.StateNow((string?)row.state_to),
                    On = (DateOnly)dialect.FromDatabase((object)row.on_day, StorageType.Date)!,
                    At = row.at,
                    Actor = row.actor,
                    Reason = row.reason,
                    Before = Values(register, (string?)row.before),
                    After = Values(register, (string?)row.after),
                }),
        ];

    /// <summary>States and codes that were renamed since, as they are called today.</summary>
    private static string Now(RegisterDefinition register, FieldDefinition field, string value) =>
        field.Slot == FieldDefinition.StateSlot ? register.StateNow(value)!
        : field.Choices is not { } choices ? value
        : field.Type is ChoicesField ? string.Join(',', ChoicesField.Codes(value).Select(choices.Now))
        : choices.Now(value);

    /// <summary>SQL condition for the entries of a register, also those written under its former keys.</summary>
    internal static string Of(RegisterDefinition register) =>
        $"register IN ({string.Join(", ", register.Keys.Select(SqlDialect.Literal))})";

    /// <summary>The values of an entry by field key, in the types of the expression language; nothing for none.</summary>
    internal static Dictionary<string, object?> Values(RegisterDefinition register, string? text)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (text is null)
            return values;
        using var document = JsonDocument.Parse(text);
        foreach (var property in document.RootElement.EnumerateObject())
        {
            var field = register.FieldNow(property.Name);
            var value = StoredJson.Read(property.Value, field?.Type.Storage);
            values[field?.Key ?? property.Name] = field is not null && value is string old ? Now(register, field, old) : value;
        }
        return values;
    }
}
