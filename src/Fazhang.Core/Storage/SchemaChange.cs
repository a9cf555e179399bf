namespace Fazhang.Core.Storage;

/// <summary>What a change of the definitions does to the books.</summary>
public enum SchemaChangeKind
{
    /// <summary>Something new beside what there is: done when the books are opened.</summary>
    Add,

    /// <summary>Another key for the same thing; its data stay.</summary>
    Rename,

    /// <summary>No longer used for new records; what there is stays readable.</summary>
    Retire,

    /// <summary>A retired thing is used again.</summary>
    Revive,

    /// <summary>An indicator counts by another rule: its balances are computed again from the records.</summary>
    Recompute,

    /// <summary>Deadlines are counted by other rules: those that run are counted again when the books are opened.</summary>
    Reckon,

    /// <summary>Cannot be done without losing something; the words say what to write instead.</summary>
    Refuse,
}

/// <summary>One change that the definitions ask of the books: in words, and as the statements that make it.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Words">One Chinese sentence for people, with the number of records concerned where there are any.</param>
/// <param name="Statements">SQL in order; empty when only the definitions' own words change.</param>
public sealed record SchemaChange(SchemaChangeKind Kind, string Words, IReadOnlyList<string> Statements)
{
    /// <summary>Additions and deadlines are done when the books are opened; everything else waits for `definitions apply`.</summary>
    public bool NeedsConsent => Kind is not (SchemaChangeKind.Add or SchemaChangeKind.Reckon or SchemaChangeKind.Refuse);

    /// <summary>One sign for lists: + ~ − ^ * > !</summary>
    public string Sign =>
        Kind switch
        {
            SchemaChangeKind.Add => "+",
            SchemaChangeKind.Rename => "~",
            SchemaChangeKind.Retire => "-",
            SchemaChangeKind.Revive => "^",
            SchemaChangeKind.Recompute => "*",
            SchemaChangeKind.Reckon => ">",
            _ => "!",
        };
}

/// <summary>The database and the definitions do not fit together; the message says what to do.</summary>
public class SchemaException(string message) : Exception(message);

/// <summary>The definitions ask for changes that somebody has to look at first; the books were not opened and not changed.</summary>
public sealed class SchemaConsentException(IReadOnlyList<SchemaChange> changes)
    : SchemaException(
        "定义有改动要先确认，账簿没有打开，也没有改动：\n"
            + string.Join('\n', changes.Select(change => $"  {change.Sign} {change.Words}"))
            + "\n先用 ./fazhang definitions plan 查看，确认后用 ./fazhang definitions apply 应用（--data 或 --postgres 与平时相同），再启动。"
    )
{
    public IReadOnlyList<SchemaChange> Changes { get; } = changes;
}
