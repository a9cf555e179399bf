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

    /// <summary>From which year on the books are complete was said.</summary>
    public const string Complete = "complete";

    /// <summary>Stands where a register's key does in an entry about the books as a whole.</summary>
    public const string Books = "books";

    /// <summary>The record went to another person or unit.</summary>
    public const string Handover = "handover";

    /// <summary>A change of the calendar moved a deadline.</summary>
    public const string Calendar = "calendar";

    /// <summary>A changed definition of its deadlines moved the record's.</summary>
    public const string Reckon = "reckon";

    /// <summary>Units were entered, renamed or moved.</summary>
    public const string Units = "units";

    /// <summary>An account was opened, given a role, or closed.</summary>
    public const string Account = "account";

    /// <summary>A document was made out by hand.</summary>
    public const string Produce = "produce";

    /// <summary>Somebody may act in another's place for some days, or no longer.</summary>
    public const string Delegate = "delegate";
    public const string Revoke = "revoke";

    /// <summary>An approval: what happened to it, then a colon and the key of the action it is about.</summary>
    public const string Ask = "ask";
    public const string Agree = "agree";
    public const string SendBack = "return";
    public const string Recall = "recall";

    /// <summary>The action of an entry about an approval: <c>ask:decide</c>.</summary>
    public static string About(string kind, string action) => $"{kind}:{action}";

    /// <summary>True for entries that say what somebody wants a record to become: their values are not the record's.</summary>
    public static bool IsAbout(string action) => action.Contains(':', StringComparison.Ordinal);

    /// <summary>True for entries that are no step of the flow: clocks and states do not follow from them.</summary>
    public static bool IsOutsideFlow(string action) =>
        action is Look or Change or Handover or Calendar or Reckon or Produce || IsAbout(action);

    /// <summary>An action in words; null when the register does not know it (any more).</summary>
    public static string? TitleOf(Definitions.RegisterDefinition register, string action)
    {
        var at = action.IndexOf(':', StringComparison.Ordinal);
        if (at < 0)
            return register.Action(action)?.Title ?? TitleOf(action);
        var about = $"“{register.Action(action[(at + 1)..])?.Title ?? action[(at + 1)..]}”";
        return action[..at] switch
        {
            Ask => "提请审批" + about,
            Agree => "同意" + about,
            SendBack => "退回" + about,
            Recall => "撤回" + about,
            _ => null,
        };
    }

    public static string? TitleOf(string action) =>
        action switch
        {
            Create => "登记",
            Change => "更正",
            Import => "导入",
            Look => "查看个人信息",
            Define => "更改定义",
            Clock => "时钟校准",
            Handover => "移交",
            Calendar => "期限随日历变动",
            Reckon => "期限随规定变动",
            Units => "调整单位",
            Account => "调整账户",
            Produce => "出具文书",
            Delegate => "授权",
            Revoke => "收回授权",
            _ => null,
        };
}
