using Fazhang.Core.Access;
using Fazhang.Core.Definitions;
using Fazhang.Core.Expressions;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Records;

/// <summary>What a record that comes out of another starts with.</summary>
internal sealed class OpeningValues(Books books, EvaluationContext context)
{
    /// <summary>Fills the fields that the opening names; then those that are still empty from their defaults.</summary>
    /// <param name="include">Which sources may be used: a form must not show what its reader may not see.</param>
    public void Fill(
        OpeningDefinition opening,
        RegisterDefinition target,
        RegisterDefinition source,
        long sourceId,
        object?[] from,
        object?[] values,
        Func<FieldDefinition, bool>? include = null
    )
    {
        foreach (var fill in opening.Fills.Where(fill => include is null || fill.Sources.All(include)))
            if (Value(fill, source, from) is { } value)
                values[fill.Field.Slot] = value;
        values[opening.Back.Slot] = sourceId;
        foreach (var field in target.EntryFields.Where(field => field.Default is not null))
            values[field.Slot] ??= StoredValue.Of(field, field.Default!.Evaluate(values, context));
    }

    /// <summary>What one field of the other record gets; null when the source says nothing.</summary>
    public object? Value(FillDefinition fill, RegisterDefinition source, object?[] from) =>
        fill.Copy is { } copy ? from[copy.Slot]
        : fill.Sentence.Count > 0 ? Sentence(fill, source, from)
        : fill.By is { } by
            ? from[by.Slot] is string code && fill.Cases.TryGetValue(code, out var chosen)
                    ? StoredValue.Of(fill.Field, chosen.Evaluate(from, context))
                : null
        : StoredValue.Of(fill.Field, fill.Value!.Evaluate(from, context));

    /// <summary>The sentence whole and clear: who may see the new field was judged by the definition.</summary>
    private string Sentence(FillDefinition fill, RegisterDefinition source, object?[] from)
    {
        var words = new FieldWords(books, Actor.System(source.Title));
        return string.Concat(
            fill.Sentence.Select(part => part.Field is { } field ? words.Of(field, from[field.Slot], revealed: true) : part.Words)
        );
    }
}
