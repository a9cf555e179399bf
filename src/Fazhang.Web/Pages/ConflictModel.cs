using Fazhang.Core.Definitions;
using Fazhang.Core.Journal;
using Fazhang.Core.Records;
using Fazhang.Web.Access;
using Fazhang.Web.Parts;

namespace Fazhang.Web.Pages;

/// <summary>One field of the conflict page: what was typed and what is saved now, as texts for people.</summary>
public sealed record ConflictRow(FieldDefinition Field, string Typed, string Saved)
{
    public bool Differs => Typed != Saved;
}

/// <summary>Somebody saved first: both versions side by side, and what has happened in between.</summary>
public sealed record ConflictModel
{
    /// <summary>The form with what was typed, on top of the newest version.</summary>
    public required EditForm Form { get; init; }

    public required IReadOnlyList<ConflictRow> Rows { get; init; }

    /// <summary>The entries of the journal that the visitor had not seen.</summary>
    public required IReadOnlyList<JournalEntry> Since { get; init; }

    public static ConflictModel Of(Visit visit, EditForm form, Record current, long seen)
    {
        ArgumentNullException.ThrowIfNull(visit);
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(current);
        return new ConflictModel
        {
            Form = form,
            Rows =
            [
                .. form.Inputs.Select(input => new ConflictRow(
                    input.Field,
                    Show(visit, input),
                    FieldText.Of(visit, current, input.Field, revealed: true)
                )),
            ],
            Since = [.. new RecordStore(visit.Books).History(current).Where(entry => entry.Version > seen)],
        };
    }

    private static string Show(Visit visit, FieldInput input)
    {
        var text = input.Text.Trim();
        var parsed = text.Length == 0 ? default : input.Field.Type.Parse(text);
        return parsed is { Error: null, Value: { } value } ? FieldText.Of(visit, input.Field, value, revealed: true) : text;
    }
}
