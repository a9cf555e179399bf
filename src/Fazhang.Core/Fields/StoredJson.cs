using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Fields;

/// <summary>Stored values as JSON, in the journal and inside rows: integers as numbers (amounts scaled), dates as ISO text.</summary>
internal static class StoredJson
{
    /// <summary>Chinese stays readable in the database.</summary>
    public static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);

    public static readonly JsonWriterOptions Options = new() { Encoder = Encoder, SkipValidation = true };

    public static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case DateOnly date:
                json.WriteStringValue(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            default:
                throw new InvalidOperationException($"A value of type {value.GetType()} cannot be stored.");
        }
    }

    /// <summary>The value back; the storage type tells a date from a text.</summary>
    public static object? Read(JsonElement element, StorageType? storage) =>
        element.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Number => element.GetInt64(),
            _ when storage == StorageType.Date => DateOnly.ParseExact(
                element.GetString()!,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture
            ),
            _ => element.GetString(),
        };
}
