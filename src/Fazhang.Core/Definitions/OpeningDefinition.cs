using Fazhang.Core.Expressions;

namespace Fazhang.Core.Definitions;

/// <summary>
/// A record of another register that comes out of a record (由此产生): by itself, in the same transaction, or offered as a
/// form that is filled in already. It refers back by <see cref="Back"/>, so both pages show the link.
/// </summary>
public sealed record OpeningDefinition
{
    /// <summary>Key of the register that gets the record.</summary>
    public required string Target { get; init; }

    public required string Title { get; init; }

    /// <summary>The field of the new record that refers to the record it comes from.</summary>
    public required FieldDefinition Back { get; init; }

    /// <summary>The field of the source that gets the new record; null when the source keeps none. Automatic ones only.</summary>
    public FieldDefinition? Into { get; init; }

    /// <summary>Condition over the source as it will be; null = always.</summary>
    public Expression? When { get; init; }

    /// <summary>True: a button on the record's page. False: it happens with the action.</summary>
    public bool Offer { get; init; }

    /// <summary>True when one source may have several of these records.</summary>
    public bool Again { get; init; }

    /// <summary>The unit field of the source that says whose record it becomes; null = the source's own unit.</summary>
    public FieldDefinition? Unit { get; init; }

    public IReadOnlyList<FillDefinition> Fills { get; init; } = [];

    /// <summary>What was read, until all registers are known; null once linked.</summary>
    internal OpeningDraft? Draft { get; init; }
}

/// <summary>How one field of the new record is filled in. Exactly one of Copy, Value, Sentence and By.</summary>
public sealed record FillDefinition
{
    public required FieldDefinition Field { get; init; }

    /// <summary>A field of the source whose value is taken as it is: references and lists of codes.</summary>
    public FieldDefinition? Copy { get; init; }

    /// <summary>An expression over the source.</summary>
    public Expression? Value { get; init; }

    /// <summary>A sentence with fields of the source in it.</summary>
    public IReadOnlyList<SentencePart> Sentence { get; init; } = [];

    /// <summary>The choice field of the source that decides, with a value for each code; other codes leave the field empty.</summary>
    public FieldDefinition? By { get; init; }

    public IReadOnlyDictionary<string, Expression> Cases { get; init; } = new Dictionary<string, Expression>();

    /// <summary>The fields of the source that it is made of.</summary>
    public required IReadOnlyList<FieldDefinition> Sources { get; init; }
}

/// <summary>A piece of a sentence: words, or a field's value as people read it.</summary>
public sealed record SentencePart(string Words, FieldDefinition? Field);

/// <summary>What an opening says about a register that may not have been read yet.</summary>
internal sealed record OpeningDraft(Mark Mark, YamlText Back, IReadOnlyList<YamlEntry> Fill, RegisterExpressions Expressions);
