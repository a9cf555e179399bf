using Fazhang.Core.Expressions;

namespace Fazhang.Core.Definitions;

/// <summary>A state (环节) of the flow and the actions offered in it. A state without actions is final.</summary>
public sealed record StateDefinition
{
    public required string Key { get; init; }

    public required string Title { get; init; }

    public required IReadOnlyList<string> Actions { get; init; }

    public bool Final => Actions.Count == 0;

    /// <summary>Names the state had before.</summary>
    public IReadOnlyList<string> Was { get; init; } = [];

    /// <summary>No record comes here any more; kept so that the history of old records can be read.</summary>
    public bool Retired { get; init; }
}

/// <summary>An action (操作): who may do it, where it leads, what it asks and what it sets.</summary>
public sealed record ActionDefinition
{
    public required string Key { get; init; }

    public required string Title { get; init; }

    /// <summary>Roles that may do it.</summary>
    public required IReadOnlyList<string> By { get; init; }

    /// <summary>Narrows <see cref="By"/>: a condition over the record and the person (see <see cref="UserWords"/>); null = everybody of the roles.</summary>
    public Expression? Who { get; init; }

    /// <summary>Whom <see cref="Who"/> means, in words: 承办人本人.</summary>
    public string? Whom { get; init; }

    /// <summary>Who has to agree, in order, before it takes effect; empty = it takes effect at once.</summary>
    public IReadOnlyList<ApprovalStep> Approve { get; init; } = [];

    /// <summary>True when it sends the record back to an earlier state (退回补充); then a reason is required.</summary>
    public bool Returns { get; init; }

    /// <summary>Key of the print form that it produces; null = none.</summary>
    public string? Produces { get; init; }

    /// <summary>Records of other registers that come out of it.</summary>
    public IReadOnlyList<OpeningDefinition> Opens { get; init; } = [];

    /// <summary>What other records must be like before it can be done.</summary>
    public IReadOnlyList<NeedDefinition> Needs { get; init; } = [];

    /// <summary>Fields filled with numbers of the records that refer to this one, before <see cref="Sets"/>.</summary>
    public IReadOnlyList<CountDefinition> Counts { get; init; } = [];

    /// <summary>Actions done with it on records that this one refers to.</summary>
    public IReadOnlyList<AlsoDefinition> Also { get; init; } = [];

    internal IReadOnlyList<AlsoDraft> AlsoDrafts { get; init; } = [];

    /// <summary>What was read of <see cref="Needs"/> and <see cref="Counts"/>, until all registers are known.</summary>
    internal IReadOnlyList<NeedDraft> NeedDrafts { get; init; } = [];

    internal IReadOnlyList<CountDraft> CountDrafts { get; init; } = [];

    /// <summary>The state it leads to; null = stays (for example 延长审限).</summary>
    public string? To { get; init; }

    /// <summary>Fields the user fills in (slot order).</summary>
    public required IReadOnlyList<FieldDefinition> Asks { get; init; }

    /// <summary>Of <see cref="Asks"/>, those that may stay empty.</summary>
    public required IReadOnlySet<string> Optional { get; init; }

    /// <summary>Fields set without asking.</summary>
    public required IReadOnlyList<Assignment> Sets { get; init; }

    /// <summary>Condition on the record as it will be after asking and setting.</summary>
    public Expression? When { get; init; }

    /// <summary>What to tell the user when <see cref="When"/> does not hold.</summary>
    public string? Otherwise { get; init; }

    /// <summary>The date field that says on which day the action took effect; null = the day it was entered. Clocks count by it.</summary>
    public FieldDefinition? On { get; init; }

    /// <summary>Key of the deadline that this action extends, once, by the deadline's extension.</summary>
    public string? Extends { get; init; }

    /// <summary>True when a written reason is required.</summary>
    public bool Reason { get; init; }

    /// <summary>The article it rests on.</summary>
    public string? Law { get; init; }

    /// <summary>Names the action had before.</summary>
    public IReadOnlyList<string> Was { get; init; } = [];

    /// <summary>Offered in no state any more; kept so that the history of old records can be read.</summary>
    public bool Retired { get; init; }
}

/// <summary>One step of an approval (审核、签发).</summary>
public sealed record ApprovalStep
{
    public required string Title { get; init; }

    /// <summary>Roles that may agree or return; they must reach the record's unit.</summary>
    public required IReadOnlyList<string> By { get; init; }

    /// <summary>The step is needed only when this holds for the record as it will be; null = always.</summary>
    public Expression? When { get; init; }

    /// <summary>Whether somebody of these roles need not ask others: what they put up themselves passes this step by that.</summary>
    public bool Self { get; init; }
}

/// <summary>移交: who may give a record to another person or unit, and where the person stands in it.</summary>
public sealed record HandoverDefinition
{
    public required IReadOnlyList<string> By { get; init; }

    /// <summary>The field that names the person: a user, or a text that gets the account's name. Null when only the unit changes.</summary>
    public FieldDefinition? Field { get; init; }

    /// <summary>Whether the record may go to another unit; its figures go with it.</summary>
    public bool Unit { get; init; }
}

/// <param name="Field">The field that gets the value.</param>
/// <param name="Value">Null clears the field.</param>
public sealed record Assignment(FieldDefinition Field, Expression? Value);
