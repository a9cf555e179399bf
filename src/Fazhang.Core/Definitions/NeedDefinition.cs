using Fazhang.Core.Expressions;

namespace Fazhang.Core.Definitions;

/// <summary>
/// What other records must be like before a record may be saved or moved on (前提): the one it refers to, or every one
/// of those that refer to it. A passed examination before the certificate; every task done before the plan is closed.
/// </summary>
public sealed record NeedDefinition
{
    /// <summary>Key of the register of the other records.</summary>
    public required string Target { get; init; }

    /// <summary>The field of this register that names the one record meant; null when all that refer to this one are.</summary>
    public FieldDefinition? Of { get; init; }

    /// <summary>The field of the other register that refers to this record; null when <see cref="Of"/> is given.</summary>
    public FieldDefinition? Back { get; init; }

    /// <summary>Which of those that refer to it are meant, over their fields; null = all.</summary>
    public Expression? Where { get; init; }

    /// <summary>What must hold for each, over its fields; unknown does not hold.</summary>
    public required Expression Check { get; init; }

    /// <summary>What to tell the user when it does not.</summary>
    public required string Say { get; init; }
}

/// <summary>A number that an action takes from the records that refer to this one (自动计数), in the same transaction.</summary>
public sealed record CountDefinition
{
    /// <summary>The field that gets the number.</summary>
    public required FieldDefinition Field { get; init; }

    /// <summary>Key of the register whose records are counted.</summary>
    public required string Target { get; init; }

    /// <summary>Their field that refers to this record.</summary>
    public required FieldDefinition Back { get; init; }

    /// <summary>Which are counted, over their fields; null = all.</summary>
    public Expression? Where { get; init; }

    /// <summary>Their field that is added up instead of counting records; it is stored as <see cref="Field"/> is.</summary>
    public FieldDefinition? Sum { get; init; }
}

/// <summary>What was read of a need, until all registers are known.</summary>
internal sealed record NeedDraft(
    Mark Mark,
    YamlText? Record,
    YamlText? Records,
    YamlText? By,
    YamlText? Where,
    YamlText Check,
    string Say
);

/// <summary>What was read of a count, until all registers are known.</summary>
internal sealed record CountDraft(
    FieldDefinition Field,
    Mark Mark,
    YamlText Records,
    YamlText By,
    YamlText? Where,
    YamlText? Sum
);
