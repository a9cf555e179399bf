using Fazhang.Core.Definitions;

namespace Fazhang.Core.Records;

/// <summary>A record (案卷) as it is stored: one row of its register's table.</summary>
public sealed record Record
{
    public required RegisterDefinition Register { get; init; }

    public required long Id { get; init; }

    /// <summary>Counts the saves; whoever saves names the version they saw.</summary>
    public required long Version { get; init; }

    /// <summary>The values by slot (see <see cref="FieldDefinition.Slot"/>), in the types of the expression language.</summary>
    public required object?[] Values { get; init; }

    public required string CreatedAt { get; init; }

    public required string UpdatedAt { get; init; }

    /// <summary>The soonest running deadline's last day, kept for sorting; the truth is computed by Deadlines.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>Which deadline <see cref="DueOn"/> belongs to.</summary>
    public string? DueKey { get; init; }

    public long UnitId => (long)Values[FieldDefinition.UnitSlot]!;

    public StateDefinition State => Register.State((string)Values[FieldDefinition.StateSlot]!);

    public string? Number => (string?)Values[FieldDefinition.NumberSlot];

    /// <summary>What to call it on a page: its number, its month, or that it has none yet.</summary>
    public string Name =>
        Number
        ?? (
            Register.IsReturn && Values[FieldDefinition.PeriodSlot] is DateOnly month
                ? Register.PeriodTitle(month) + Register.Title
                : $"{Register.Title}（未编号，登记序号 {Id}）"
        );

    public object? this[string field] => Values[Register.Field(field)!.Slot];
}

/// <summary>One thing wrong with what a user entered: the field (null = the whole record), a code for programs, a message for people.</summary>
public sealed record FieldError(string? Field, string Code, string Message, int? Row = null);

/// <summary>How a save ended. Exactly one of the cases below.</summary>
public abstract record SaveResult
{
    /// <summary>Saved, journaled and posted, in one transaction.</summary>
    /// <param name="Record">As it is now.</param>
    /// <param name="Pending">The approval that has to come first, when it has been put up or is still going on: the record is unchanged.</param>
    public sealed record Saved(Record Record, Approval? Pending = null) : SaveResult
    {
        /// <summary>Records of other registers that came out of it.</summary>
        public IReadOnlyList<Record> Opened { get; init; } = [];
    }

    /// <summary>Nothing was saved; every error is listed.</summary>
    public sealed record Invalid(IReadOnlyList<FieldError> Errors) : SaveResult;

    /// <summary>Somebody saved first. The record as it is now; nothing was overwritten.</summary>
    /// <param name="Current">The record.</param>
    /// <param name="First">Who was first with what, in words, where there is nothing to compare; else null.</param>
    public sealed record Conflict(Record Current, string? First = null) : SaveResult;

    /// <summary>Not allowed, or not possible in this state; the message says why and whom to ask.</summary>
    public sealed record Refused(string Message) : SaveResult;

    /// <summary>There is no such record (or the actor may not know of it).</summary>
    public sealed record Missing : SaveResult;
}
