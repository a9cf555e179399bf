using Fazhang.Core.Expressions;

namespace Fazhang.Core.Definitions;

/// <summary>
/// An action that is done with another one, on a record that this one refers to (连带办理), in the same transaction: the
/// clean-up that repeals a document takes it out of the documents in force.
/// </summary>
public sealed record AlsoDefinition
{
    /// <summary>The field that names the other record; nothing happens while it is empty.</summary>
    public required FieldDefinition Of { get; init; }

    /// <summary>Key of the other record's register.</summary>
    public required string Target { get; init; }

    /// <summary>Key of the action done there.</summary>
    public required string Action { get; init; }

    /// <summary>Condition over this record as it will be; null = always.</summary>
    public Expression? When { get; init; }

    /// <summary>Condition over the other record as it is; where it does not hold, nothing happens to that.</summary>
    public Expression? Where { get; init; }

    /// <summary>How the fields that the action asks are filled in, from this record.</summary>
    public IReadOnlyList<FillDefinition> Fills { get; init; } = [];
}

/// <summary>What was read of it, until all registers are known.</summary>
internal sealed record AlsoDraft(
    Mark Mark,
    FieldDefinition Of,
    YamlText Action,
    Expression? When,
    YamlText? Where,
    OpeningDraft Filling
);
