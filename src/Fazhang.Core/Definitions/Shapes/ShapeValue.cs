using System.Text.Json.Nodes;

namespace Fazhang.Core.Definitions.Shapes;

/// <summary>What may stand behind a key: in words for the reference, and as JSON Schema (2020-12) for editors.</summary>
public abstract class ShapeValue
{
    /// <summary>In a few Chinese words: 文字, true 或 false, 列表.</summary>
    public abstract string Words { get; }

    /// <summary>Shapes of mappings that stand in it.</summary>
    public virtual IEnumerable<Shape> Inner => [];

    public abstract JsonObject Schema();
}

/// <summary>The values there are, by the words that shapes are written with.</summary>
public static class Is
{
    /// <summary>Any text; a number is written without quotes too.</summary>
    public static ShapeValue Text { get; } = new Scalar("文字", "string", "number");

    /// <summary>A condition or value in the expression language.</summary>
    public static ShapeValue Expression { get; } = new Scalar("表达式", "string", "number", "boolean");

    public static ShapeValue Flag { get; } = new Scalar("true 或 false", "boolean");

    public static ShapeValue Number { get; } = new Scalar("整数", "integer");

    /// <summary>A text of a certain kind: 日期, 字段, 角色.</summary>
    public static ShapeValue Word(string words) => new Scalar(words, "string", "number");

    /// <summary>One of the given words.</summary>
    public static ShapeValue OneOf(IEnumerable<string> words) => new Choice([.. words]);

    public static ShapeValue OneOf(params string[] words) => new Choice(words);

    /// <summary>A list.</summary>
    public static ShapeValue ListOf(ShapeValue item) => new Many(item, orOne: false);

    /// <summary>One thing, or a list of several.</summary>
    public static ShapeValue OneOrMore(ShapeValue item) => new Many(item, orOne: true);

    /// <summary>A mapping of a fixed shape; given late, because shapes may contain each other.</summary>
    public static ShapeValue A(Func<Shape?> shape) => new Mapping(() => shape()!);

    /// <summary>A mapping whose keys are names that the writer chooses.</summary>
    /// <param name="names">What the names are: 字段名.</param>
    /// <param name="value">What stands behind each.</param>
    /// <param name="pattern">Regular expression of the names; those of fields, states, actions when left out.</param>
    public static ShapeValue Named(string names, ShapeValue value, string pattern = NamePattern) =>
        new Names(names, value, pattern);

    public static ShapeValue Either(params ShapeValue[] values) => new Several(values);

    /// <summary>Names of fields, states, actions, indicators.</summary>
    public const string NamePattern = "^[a-z][a-z0-9_]{0,39}$";

    private sealed class Scalar(string words, params string[] types) : ShapeValue
    {
        public override string Words => words;

        public override JsonObject Schema() =>
            new() { ["type"] = types.Length == 1 ? types[0] : new JsonArray([.. types.Select(type => JsonValue.Create(type))]) };
    }

    private sealed class Choice(string[] allowed) : ShapeValue
    {
        public override string Words => string.Join("、", allowed);

        public override JsonObject Schema() =>
            new() { ["enum"] = new JsonArray([.. allowed.Select(word => JsonValue.Create(word))]) };
    }

    private sealed class Many(ShapeValue item, bool orOne) : ShapeValue
    {
        public override string Words => orOne ? $"{item.Words}，或列表" : $"列表，每项：{item.Words}";

        public override IEnumerable<Shape> Inner => item.Inner;

        public override JsonObject Schema()
        {
            var list = new JsonObject { ["type"] = "array", ["items"] = item.Schema() };
            return orOne ? new JsonObject { ["anyOf"] = new JsonArray(item.Schema(), list) } : list;
        }
    }

    private sealed class Mapping(Func<Shape> shape) : ShapeValue
    {
        public override string Words => shape().Title;

        public override IEnumerable<Shape> Inner => [shape()];

        public override JsonObject Schema() => new() { ["$ref"] = "#/$defs/" + shape().Name };
    }

    private sealed class Names(string names, ShapeValue value, string pattern) : ShapeValue
    {
        public override string Words => $"{names}: {value.Words}";

        public override IEnumerable<Shape> Inner => value.Inner;

        public override JsonObject Schema() =>
            new()
            {
                ["type"] = "object",
                ["patternProperties"] = new JsonObject { [pattern] = value.Schema() },
                ["additionalProperties"] = false,
            };
    }

    private sealed class Several(ShapeValue[] values) : ShapeValue
    {
        public override string Words => string.Join("；或 ", values.Select(value => value.Words));

        public override IEnumerable<Shape> Inner => values.SelectMany(value => value.Inner);

        public override JsonObject Schema() =>
            new() { ["anyOf"] = new JsonArray([.. values.Select(value => (JsonNode)value.Schema())]) };
    }
}
