using Fazhang.Core.Definitions;

namespace Fazhang.Core.Records;

/// <summary>Turns what a user typed into values, finding all errors at once.</summary>
internal static class RecordForm
{
    /// <summary>
    /// Reads the given fields into <paramref name="values"/>. A field that the input does not mention keeps its value;
    /// one that is mentioned and blank becomes empty.
    /// </summary>
    public static void Read(
        IEnumerable<FieldDefinition> fields,
        IReadOnlyDictionary<string, string?> input,
        object?[] values,
        List<FieldError> errors
    )
    {
        foreach (var field in fields)
        {
            if (!input.TryGetValue(field.Key, out var raw))
                continue;
            var text = (raw ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).Trim();
            if (text.Length == 0)
            {
                values[field.Slot] = null;
                continue;
            }
            var parsed = field.Type.Parse(text);
            if (parsed.Error is null)
                values[field.Slot] = parsed.Value;
            else
                errors.Add(new(field.Key, "format", $"“{field.Title}”{parsed.Error}"));
        }
    }
}
