using System.Buffers;
using System.Text;
using System.Text.Json;
using Fazhang.Core.Definitions;
using Fazhang.Core.Fields;

namespace Fazhang.Core.Journal;

/// <summary>Writes what an entry holds as JSON: the values of a record by field key, or a list of texts. One instance a thread; its buffers are used again.</summary>
internal sealed class JournalJson : IDisposable
{
    private readonly ArrayBufferWriter<byte> buffer = new(1024);
    private readonly Utf8JsonWriter json;

    public JournalJson() => json = new Utf8JsonWriter(buffer, StoredJson.Options);

    public void Dispose() => json.Dispose();

    /// <summary>The JSON of a record with the number it has been given since the JSON was made.</summary>
    public static string WithNumber(string written, string number) =>
        $"{written.AsSpan(0, written.Length - 1)},\"number\":\"{JsonEncodedText.Encode(number, StoredJson.Encoder)}\"}}";

    /// <summary>One name with a list of texts.</summary>
    public string Write(string name, IReadOnlyList<string> texts)
    {
        buffer.ResetWrittenCount();
        json.Reset(buffer);
        json.WriteStartObject();
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>The values that differ from <paramref name="other"/>; without another, the values that are not empty.</summary>
    public string Write(RegisterDefinition definition, object?[] values, object?[]? other)
    {
        buffer.ResetWrittenCount();
        json.Reset(buffer);
        json.WriteStartObject();
        foreach (var field in definition.Fields)
        {
            var value = values[field.Slot];
            if (other is null ? value is null : Equals(value, other[field.Slot]))
                continue;
            json.WritePropertyName(field.Key);
            StoredJson.Write(json, value);
        }
        json.WriteEndObject();
        json.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
