using Fazhang.Core.Expressions;

namespace Fazhang.Core.Definitions;

/// <summary>A field of a register.</summary>
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

    /// <summary>How the value is hidden from those who may not see personal data; None = not personal.</summary>
    public Personal Personal { get; init; }

    /// <summary>Shown as a column of the list.</summary>
    public bool Listed { get; init; }

    /// <summary>Offered in the search block of the list.</summary>
    public bool Searchable { get; init; }

    public string? Section { get; init; }

    public string? Help { get; init; }

    public ChoiceList? Choices { get; init; }

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

    /// <summary>The value as a page shows it; null and empty become the empty string. Units need their names: see Units.</summary>
    public string Show(object? value) =>
        value switch
        {
            null => "",
            string code when Choices is not null => Choices.TitleOf(code),
            _ => Type.Show(value),
        };
}

/// <summary>How a personal value is masked.</summary>
public enum Personal
{
    None,

    /// <summary>A person's name: 周某某.</summary>
    Name,

    /// <summary>A telephone number: 138****5678.</summary>
    Phone,

    /// <summary>Anything else: all but the first characters hidden.</summary>
    Other,
}

/// <summary>A closed list of codes with their Chinese titles.</summary>
public sealed record ChoiceList(string Key, string Title, IReadOnlyList<Choice> Items)
{
    private readonly Dictionary<string, string> titles = Items.ToDictionary(item => item.Code, item => item.Title);

    public bool Has(string code) => titles.ContainsKey(code);

    public string TitleOf(string code) => titles.TryGetValue(code, out var title) ? title : code;
}

public sealed record Choice(string Code, string Title);
