using Fazhang.Core.Expressions;

namespace Fazhang.Core.Definitions;

/// <summary>A field of a register, or a column of rows.</summary>
public sealed record FieldDefinition
{
    public const int UnitSlot = 0;
    public const int StateSlot = 1;
    public const int NumberSlot = 2;
    public const int PeriodSlot = 3;

    public required string Key { get; init; }

    public required string Title { get; init; }

    public required Fields.FieldType Type { get; init; }

    /// <summary>Position in the values array of a record.</summary>
    public required int Slot { get; init; }

    /// <summary>Whether a value must be present: always, never, or when this holds.</summary>
    public Expression? RequiredWhen { get; init; }

    public bool Required { get; init; }

    /// <summary>The value a new record starts with.</summary>
    public Expression? Default { get; init; }

    /// <summary>What a computed field is, evaluated at each save; null for fields that are filled in.</summary>
    public Expression? Computed { get; init; }

    /// <summary>
    /// Keys of the fields within whose equal values this one may not repeat: empty = within the whole register,
    /// null = it may repeat.
    /// </summary>
    public IReadOnlyList<string>? UniqueWithin { get; init; }

    /// <summary>How the value is hidden from those who may not see personal data; None = not personal.</summary>
    public Personal Personal { get; init; }

    /// <summary>When and to whom the field is shown; null = to everybody who may read the record.</summary>
    public FieldAccess? Visible { get; init; }

    /// <summary>When and by whom the field may be filled in and corrected; null = by everybody who may do that with the record.</summary>
    public FieldAccess? Editable { get; init; }

    /// <summary>Shown as a column of the list.</summary>
    public bool Listed { get; init; }

    /// <summary>Offered in the search block of the list.</summary>
    public bool Searchable { get; init; }

    /// <summary>On the entry form also when an action asks or sets it.</summary>
    public bool AtEntry { get; init; }

    public string? Section { get; init; }

    public string? Help { get; init; }

    public ChoiceList? Choices => Type.Choices;

    /// <summary>Smallest and largest allowed value of a numeric field, in stored units.</summary>
    public long? Min { get; init; }

    public long? Max { get; init; }

    /// <summary>Names the field had before, newest first: journal entries still carry them.</summary>
    public IReadOnlyList<string> Was { get; init; } = [];

    /// <summary>No longer filled in: in no form and no list, but its values stay and are shown on the records that have them.</summary>
    public bool Retired { get; init; }

    /// <summary>The engine's own fields (unit, state, number, period) are not in the definition file.</summary>
    public bool BuiltIn { get; init; }

    public string Column => Key;

    /// <summary>The value as a page shows it; null becomes the empty string. Names of units, people and records need FieldWords.</summary>
    public string Show(object? value) => value is null ? "" : Type.Show(value);
}

/// <summary>In which states and to which roles something of a field is open; null = all.</summary>
public sealed record FieldAccess(IReadOnlySet<string>? States, IReadOnlySet<string>? Roles);

/// <summary>How a personal value is masked.</summary>
public enum Personal
{
    None,

    /// <summary>A person's name: 周某某.</summary>
    Name,

    /// <summary>A telephone number: 138****5678.</summary>
    Phone,

    /// <summary>An identity number: 2102**********1234.</summary>
    Id,

    /// <summary>Anything else: all but the first characters hidden.</summary>
    Other,

    /// <summary>Sensitive: nothing of it is shown.</summary>
    Hidden,
}
