using Fazhang.Core.Access;

namespace Fazhang.Core.Journal;

/// <summary>
/// An entry of the journal (流水条目): one change of one record, or one look at its personal fields. Append-only.
/// Before and After hold the changed fields only (After holds all of them when the record is new), as JSON by field key
/// with stored values: dates as ISO text, amounts in 分.
/// </summary>
public sealed record JournalEntry
{
    public required long Seq { get; init; }

    public required string Register { get; init; }

    public required long RecordId { get; init; }

    public required long Version { get; init; }

    /// <summary>Key of the action, or one of <see cref="JournalAction"/>.</summary>
    public required string Action { get; init; }

    public string? StateFrom { get; init; }

    public string? StateTo { get; init; }

    /// <summary>The business day it happened on.</summary>
    public required DateOnly On { get; init; }

    /// <summary>The instant, ISO 8601 in business time.</summary>
    public required string At { get; init; }

    public required string Actor { get; init; }

    public string? Reason { get; init; }

    public required IReadOnlyDictionary<string, object?> Before { get; init; }

    public required IReadOnlyDictionary<string, object?> After { get; init; }
}

/// <summary>The engine's own actions, besides those of the definitions.</summary>
public static class JournalAction
{
    public const string Create = "create";
    public const string Change = "change";
    public const string Import = "import";
    public const string Look = "look";

    /// <summary>The definitions were changed.</summary>
    public const string Define = "define";

    /// <summary>The clock was set back on purpose.</summary>
    public const string Clock = "clock";

    /// <summary>Stands where a register's key does in an entry about the books as a whole.</summary>
    public const string Books = "books";

    public static string? TitleOf(string action) =>
        action switch
        {
            Create => "登记",
            Change => "更正",
            Import => "导入",
            Look => "查看个人信息",
            Define => "更改定义",
            Clock => "时钟校准",
            _ => null,
        };
}
