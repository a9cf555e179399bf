using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Fazhang.Core.Definitions.Shapes;

/// <summary>
/// Writes a kind of definition file as JSON Schema (2020-12), so that editors complete keys, explain them and mark mistakes
/// while typing. The loader checks far more; what passes here may still be refused there, never the other way round.
/// </summary>
public static class DefinitionSchema
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    public static string Write(DefinitionFileKind kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = $"法账 {kind.Shape.Title}（{kind.Path}）",
            ["$ref"] = "#/$defs/" + kind.Shape.Name,
            ["$defs"] = new JsonObject(
                kind.Shape.Reached().Select(shape => KeyValuePair.Create(shape.Name, (JsonNode?)Schema(shape)))
            ),
        };
        return schema.ToJsonString(Options) + "\n";
    }

    private static JsonObject Schema(Shape shape)
    {
        var schema = new JsonObject { ["type"] = "object" };
        if (shape.Remarks.Length > 0)
            schema["description"] = shape.Remarks;
        schema["properties"] = new JsonObject(shape.Keys.Select(key => KeyValuePair.Create(key.Name, (JsonNode?)Schema(key))));
        if (shape.Keys.Any(key => key.Required))
            schema["required"] = new JsonArray([
                .. shape.Keys.Where(key => key.Required).Select(key => JsonValue.Create(key.Name)),
            ]);
        schema["additionalProperties"] = false;
        return schema;
    }

    private static JsonObject Schema(ShapeKey key)
    {
        var schema = key.Value.Schema();
        schema["description"] = key.Example.Length == 0 ? key.Meaning : $"{key.Meaning}例如 {key.Example}";
        return schema;
    }
}
