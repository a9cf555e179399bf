using Fazhang.Core.Access;
using Fazhang.Core.Definitions;
using Fazhang.Core.Fields;
using Fazhang.Core.Records;
using Fazhang.Web.Access;

namespace Fazhang.Web.Parts;

/// <summary>Values as pages show them: unit names for numbers, choice titles for codes, personal values masked.</summary>
public static class FieldText
{
    /// <param name="revealed">True only after the gate has allowed it and the look has been journaled.</param>
    public static string Of(Visit visit, FieldDefinition field, object? value, bool revealed)
    {
        ArgumentNullException.ThrowIfNull(visit);
        ArgumentNullException.ThrowIfNull(field);
        if (value is null)
            return "";
        var text = value is long id && field.Type is UnitField ? visit.Books.Units.NameOf(id) : field.Show(value);
        return revealed ? text : Masking.Mask(field.Personal, text);
    }

    public static string Of(Visit visit, Record record, FieldDefinition field, bool revealed = false)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(field);
        return Of(visit, field, record.Values[field.Slot], revealed);
    }

    /// <summary>Whom or what a record is about, in a few words: its listed texts and units besides number and state, masked.</summary>
    public static string Subject(Visit visit, Record record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return string.Join(
            " / ",
            record
                .Register.Fields.Where(field => field.Listed && field.Key != "number" && field.Type is TextField or UnitField)
                .Where(field => field.Listed && (!field.BuiltIn || record.Register.IsReturn))
                .Select(field => Of(visit, record, field))
                .Where(text => text.Length > 0)
                .Take(2)
        );
    }

    /// <summary>2024年3月 for 202403.</summary>
    public static string Month(int month) => $"{month / 100}年{month % 100}月";

    /// <summary>2024-03-02 09:42 for the stored instant.</summary>
    public static string Instant(string stamp)
    {
        ArgumentNullException.ThrowIfNull(stamp);
        return stamp.Length >= 16 ? stamp[..16].Replace('T', ' ') : stamp;
    }
}
