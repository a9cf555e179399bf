using Fazhang.Core.Definitions;
using Fazhang.Core.Journal;
using Fazhang.Core.Records;
using Fazhang.Web.Access;

namespace Fazhang.Web.Pages;

/// <summary>What is to become of a field of the conflict page.</summary>
public enum ConflictOutcome
{
    /// <summary>Both sides say the same.</summary>
    Same,

    /// <summary>Only the visitor changed it: what was typed goes on.</summary>
    Typed,

    /// <summary>Only the others changed it: what is saved now goes on.</summary>
    Saved,

    /// <summary>Both changed it, differently: the visitor must decide.</summary>
    Both,
}

/// <summary>One field of the conflict page: what was typed and what is saved now, as texts for people.</summary>
public sealed record ConflictRow(FieldDefinition Field, string Typed, string Saved, ConflictOutcome Outcome);

/// <summary>
/// Somebody saved first: both versions side by side, and what has happened in between. The journal knows what the visitor
/// had seen, so a field that only one side changed is settled; only what both changed is left to decide.
/// </summary>
public sealed record ConflictModel
{
    /// <summary>The form on top of the newest version: what the visitor changed, and for the rest what is saved now.</summary>
    public required EditForm Form { get; init; }

    public required IReadOnlyList<ConflictRow> Rows { get; init; }

    /// <summary>The changes that the visitor had not seen.</summary>
    public required IReadOnlyList<JournalEntry> Since { get; init; }

    /// <param name="form">The form with what was typed, on top of <paramref name="current"/>.</param>
    /// <param name="seen">The version that the visitor had before them.</param>
    public static ConflictModel Of(Visit visit, EditForm form, Record current, long seen)
    {
        ArgumentNullException.ThrowIfNull(visit);
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(current);
        var since = new RecordStore(visit.Books)
            .History(current)
            .Where(entry => entry.Version > seen && entry.Action != JournalAction.Look)
            .ToList();
        var before = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (key, value) in since.SelectMany(entry => entry.Before))
            before.TryAdd(key, value);
        var settled = form.Inputs.Select(input => (input, outcome: OutcomeOf(visit, input, current, before))).ToList();
        return new ConflictModel
        {
            Form = form with
            {
                Inputs =
                [
                    .. settled.Select(pair =>
                        pair.outcome == ConflictOutcome.Saved
                            ? pair.input with
                            {
                                Text = Text(visit, pair.input.Field, current.Values[pair.input.Field.Slot]),
                            }
                            : pair.input
                    ),
                ],
            },
            Rows =
            [
                .. settled.Select(pair => new ConflictRow(
                    pair.input.Field,
                    Show(visit, pair.input),
                    visit.Words.Of(current, pair.input.Field, revealed: true),
                    pair.outcome
                )),
            ],
            Since = since,
        };
    }

    private static ConflictOutcome OutcomeOf(Visit visit, FieldInput input, Record current, Dictionary<string, object?> before)
    {
        var typed = input.Text.Trim();
        if (typed == Text(visit, input.Field, current.Values[input.Field.Slot]))
            return ConflictOutcome.Same;
        if (!before.TryGetValue(input.Field.Key, out var seen))
            return ConflictOutcome.Typed;
        return typed == Text(visit, input.Field, seen) ? ConflictOutcome.Saved : ConflictOutcome.Both;
    }

    private static string Text(Visit visit, FieldDefinition field, object? value) =>
        value is null ? "" : field.Type.Input(value, visit.Words);

    private static string Show(Visit visit, FieldInput input)
    {
        var text = input.Text.Trim();
        var parsed = text.Length == 0 ? default : input.Field.Type.Parse(text);
        return parsed is { Error: null, Value: { } value } ? visit.Words.Of(input.Field, value, revealed: true) : text;
    }
}
