using Fazhang.Core.Definitions;

namespace Fazhang.Core.Records;

/// <summary>
/// What a print form cannot do without: the fields in its sentences and in its number, but not those in optional parts
/// (<c>[[ … ]]</c>) or in tables, whose empty rows disappear. A paper that would state nothing is not made out by hand.
/// </summary>
public static class FormNeeds
{
    /// <summary>The fields that the form needs and the record does not have, in the order of the register; empty = it can be made out.</summary>
    public static IReadOnlyList<FieldDefinition> Lacking(Record record, FormDefinition form)
    {
        var needed = Needed(form);
        return
        [
            .. record.Register.Fields.Where(field =>
                needed.Contains(field.Key) && RecordValidator.IsEmpty(record.Values[field.Slot])
            ),
        ];
    }

    private static HashSet<string> Needed(FormDefinition form)
    {
        var numbered = form.Number?.Parts.Select(part => part.Field?.Key).OfType<string>() ?? [];
        return [.. form.Template.NeededNames, .. numbered];
    }
}
