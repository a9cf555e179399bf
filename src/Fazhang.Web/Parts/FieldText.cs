using Fazhang.Core.Fields;
using Fazhang.Core.Records;
using Fazhang.Web.Access;

namespace Fazhang.Web.Parts;

/// <summary>Short texts of pages. Values of fields are written by <see cref="FieldWords"/> (visit.Words).</summary>
public static class FieldText
{
    /// <summary>Whom or what a record is about, in a few words: its listed texts and units besides number and state, masked.</summary>
    public static string Subject(Visit visit, Record record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return string.Join(
            " / ",
            record
                .Register.Fields.Where(field => field.Key != "number" && (field.Type.IsText || field.Type is UnitField))
                .Where(field => field.Listed && (!field.BuiltIn || record.Register.IsReturn))
                .Select(field => visit.Words.Of(record, field))
                .Where(text => text.Length > 0)
                .Take(2)
        );
    }

    /// <summary>1.5 MB for a number of bytes.</summary>
    public static string Size(long bytes) =>
        bytes >= 1024 * 1024 ? $"{bytes / 1024m / 1024m:0.#} MB"
        : bytes >= 1024 ? $"{bytes / 1024} KB"
        : $"{bytes} 字节";

    /// <summary>2024年3月 for 202403.</summary>
    public static string Month(int month) => $"{month / 100}年{month % 100}月";

    /// <summary>2024-03-02 09:42 for the stored instant.</summary>
    public static string Instant(string stamp)
    {
        ArgumentNullException.ThrowIfNull(stamp);
        return stamp.Length >= 16 ? stamp[..16].Replace('T', ' ') : stamp;
    }
}
