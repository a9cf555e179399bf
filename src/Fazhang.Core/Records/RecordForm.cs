using Fazhang.Core.Definitions;
using Fazhang.Core.Fields;

namespace Fazhang.Core.Records;

/// <summary>Turns what a user typed into values, finding all errors at once.</summary>
internal static class RecordForm
{
    /// <summary>
    /// Reads the given fields into <paramref name="values"/>. A field that the input does not mention keeps its value;
    /// one that is mentioned and blank becomes empty; one that the actor may not edit is an error, whatever it says.
    /// </summary>
    /// <param name="current">The record as it is; null for a new one.</param>
    public static void Read(
        IEnumerable<FieldDefinition> fields,
        IReadOnlyDictionary<string, string?> input,
        object?[] values,
        List<FieldError> errors,
        FieldBooks books,
        RegisterDefinition register,
        Record? current
    )
    {
        var uploads = (input as RecordInput)?.Uploads ?? [];
        var state = (string)(current?.Values ?? values)[FieldDefinition.StateSlot]!;
        foreach (var field in fields)
        {
            var own = uploads.Where(upload => upload.Field == field.Key).ToList();
            if (!input.TryGetValue(field.Key, out var raw) && own.Count == 0)
                continue;
            var unit = (current?.Values ?? values)[FieldDefinition.UnitSlot] as long? ?? 0;
            if (!books.Books.Gate.CanEdit(books.Actor, register, field, unit, state, isNew: current is null))
            {
                errors.Add(
                    new(
                        field.Key,
                        "forbidden",
                        $"“{field.Title}”在“{register.State(state).Title}”环节不能由您填写。请联系有权限的人办理。"
                    )
                );
                continue;
            }
            var text = (raw ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).Trim();
            if (text.Length == 0 && own.Count == 0)
            {
                values[field.Slot] = null;
                continue;
            }
            var parsed = field.Type.Refers
                ? field.Type.Read(text, books with { Before = current?.Values[field.Slot], Uploads = own })
                : field.Type.Parse(text);
            if (parsed.Error is null)
                values[field.Slot] = parsed.Value;
            else
                errors.Add(new(field.Key, "format", $"“{field.Title}”{parsed.Error}"));
        }
    }
}
