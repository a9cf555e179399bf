namespace Fazhang.Core.Definitions;

/// <summary>A print form (文书): a template that is filled with a record, kept and numbered when an action produces it.</summary>
public sealed record FormDefinition
{
    public required string Key { get; init; }

    public required string Title { get; init; }

    /// <summary>The template, checked: its variables are those of <see cref="FormVariables"/>.</summary>
    public required Reports.ReportTemplate Template { get; init; }

    /// <summary>The document's own number; null when it has none.</summary>
    public NumberFormat? Number { get; init; }

    /// <summary>Roles that may also make it out by hand; empty = only actions produce it.</summary>
    public IReadOnlyList<string> By { get; init; } = [];

    /// <summary>What must hold of the record for it to be made out by hand: a decision to end a case fits no case that was decided.</summary>
    public Expressions.Expression? When { get; init; }

    /// <summary>What to say when <see cref="When"/> does not hold.</summary>
    public string? Otherwise { get; init; }
}

/// <summary>The names a print form may use, besides the fields of its register.</summary>
public static class FormVariables
{
    public const string Today = "today";
    public const string User = "user";
    public const string Document = "document";
    public const string Office = "office";
    public const string Reason = "reason";

    /// <summary>{due.decide}: the last day of a deadline.</summary>
    public const string Due = "due.";

    /// <summary>{explain.decide}: how the last day comes about.</summary>
    public const string Explain = "explain.";

    public static IReadOnlyDictionary<string, string> Names(
        IEnumerable<FieldDefinition> fields,
        IEnumerable<DeadlineDefinition> deadlines
    )
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [Today] = "出具日期",
            [User] = "出具人",
            [Document] = "文书编号",
            [Office] = "承办单位",
            [Reason] = "理由",
        };
        foreach (var deadline in deadlines)
        {
            names[Due + deadline.Key] = deadline.Title + "届满日";
            names[Explain + deadline.Key] = deadline.Title + "期限的算法";
        }
        // A field may be called as one of the words above: the field is what a template means.
        foreach (var field in fields)
            names[field.Key] = field.Title;
        return names;
    }
}
