using Fazhang.Core.Definitions;

namespace Fazhang.Core.Records;

/// <summary>An action that was put up for approval (送审) and is not decided yet. The record is unchanged meanwhile.</summary>
public sealed record Approval
{
    public required long Id { get; init; }

    public required RegisterDefinition Register { get; init; }

    public required long RecordId { get; init; }

    /// <summary>Key of the action; the definition may have lost it since.</summary>
    public required string ActionKey { get; init; }

    public ActionDefinition? Action => Register.Action(ActionKey);

    /// <summary>What the action is called, also when the definition does not know it any more.</summary>
    public string Title => Action?.Title ?? ActionKey;

    /// <summary>The steps that are needed, by their place in the definition, and how many of them are done.</summary>
    public required IReadOnlyList<int> Steps { get; init; }

    public required int Done { get; init; }

    /// <summary>The step that waits; null when the definition has changed so that there is none.</summary>
    public ApprovalStep? Step =>
        Action is { } action && Done < Steps.Count && Steps[Done] < action.Approve.Count ? action.Approve[Steps[Done]] : null;

    public bool IsLast => Done == Steps.Count - 1;

    /// <summary>Who put it up, and in whose place (equal to the first when in nobody's).</summary>
    public required long RequestedBy { get; init; }

    public required long RequestedFor { get; init; }

    public required string Requester { get; init; }

    public required string RequestedAt { get; init; }

    public string? Reason { get; init; }

    /// <summary>What the form of the action was filled in with, by field key, where it differs from the record.</summary>
    public required IReadOnlyDictionary<string, object?> Asked { get; init; }
}

/// <summary>An approval that waits for somebody, with its record.</summary>
public sealed record WaitingApproval(Approval Approval, Record Record);
