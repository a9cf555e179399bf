using System.Globalization;
using Fazhang.Core.Definitions;
using Fazhang.Core.Definitions.Shapes;
using Fazhang.Core.Demo.Auto;
using Fazhang.Core.Expressions;
using Fazhang.Core.Fields;

namespace Fazhang.Core.Demo.Recipes;

/// <summary>Reads the recipe of one field.</summary>
internal sealed class RecipeReader(
    Catalogue catalogue,
    RegisterDefinition register,
    IReadOnlyDictionary<string, string[]> words,
    int count,
    ICollection<DefinitionProblem> problems
)
{
    private readonly SentenceReader sentences = new(words, problems);

    private static readonly string[] Kinds =
    [
        "share",
        "exact",
        "spread",
        "after",
        "text",
        "range",
        "money",
        "total",
        "part",
        "rest",
        "copy",
        "unit",
        "match",
        "by",
        "value",
        "record",
        "compute",
        "each_unit",
        "sequence",
        "get",
    ];

    /// <summary>The recipe, or null after reporting what is wrong with it.</summary>
    public Recipe? Read(YamlNode node, FieldDefinition field)
    {
        if (node is YamlText text)
            return new ConstantRecipe(Value(text, field));
        var reader = new YamlReader(node, node.Mark, DemoShapes.Recipe, field.Key, problems);
        var kinds = Kinds.Where(reader.Has).ToList();
        var pool = reader.Has("pool") ? reader.Number("pool") ?? 0 : (int?)null;
        var code = pool is null || kinds.Count > 0 ? null : Code(field);
        if (kinds.Count != 1 && code is null)
        {
            reader.Problem(node.Mark, $"字段“{field.Key}”要写且只写一种做法：{string.Join("、", Kinds)}。");
            return null;
        }
        var before = problems.Count;
        var inner = code ?? Kind(kinds[0], reader, field);
        if (pool is < 1)
            reader.Problem(reader.MarkOf("pool"), "pool 应当是大于零的整数：轮流用多少个值。");
        else if (pool is { } size && inner is not null)
            inner = new PoolRecipe(inner, field.Key, size);
        var chance = Fraction(reader, "chance") ?? 1;
        var when = reader.Entries("when").Select(Condition).ToList();
        reader.Done();
        if (problems.Count > before || inner is null)
            return null;
        return chance < 1 || when.Count > 0 ? new ConditionRecipe(inner, chance, when) : inner;
    }

    /// <summary>Selectors of units with their weights, in the order written.</summary>
    public static IReadOnlyList<(string Selector, double Weight)> Weights(
        IReadOnlyList<YamlEntry> entries,
        ICollection<DefinitionProblem> problems
    ) => [.. entries.Select(entry => (entry.Key, Number(entry.Value, problems) ?? 0))];

    private Recipe? Kind(string kind, YamlReader reader, FieldDefinition field)
    {
        switch (kind)
        {
            case "value":
                return Read(reader.Node("value")!, field);
            case "share":
                return new ShareRecipe([
                    .. reader.Entries("share").Select(e => (Code(e.Key, e.Mark, field), Number(e.Value, problems) ?? 0)),
                ]);
            case "exact":
                return Exact(reader, field);
            case "text":
                return new TextRecipe([.. reader.Texts("text").Select(sentences.Read)]);
            case "copy":
                return new CopyRecipe(Slot(reader, "copy"));
            case "record":
                return Target(reader, field);
            case "compute":
                return Compute(reader, field);
            case "get":
                return FieldOfRecord(reader);
            case "unit":
                return new NearUnitRecipe(Weights(reader.Entries("unit"), problems));
            case "sequence":
                return new SequenceRecipe(reader.Number("sequence") ?? 1, (long)Math.Pow(10, field.Type.Scale));
            case "each_unit":
                return new EachUnitRecipe(Weights(reader.Entries("each_unit"), problems));
            case "match":
                return new MatchUnitRecipe(
                    Slot(reader, "match"),
                    [.. reader.Entries("cases").Select(e => (e.Key, e.Value is YamlText text ? Value(text, field) : null))]
                );
            case "by":
                return By(reader, field);
            case "spread":
            case "after":
                return new DateRecipeReader(problems).Read(kind, reader, kind == "after" ? Slot(reader, "after") : 0);
            default:
                return Numeric(kind, reader, field);
        }
    }

    private Recipe? Numeric(string kind, YamlReader reader, FieldDefinition field)
    {
        switch (kind)
        {
            case "range":
                return Bounds(reader, "range") is var (low, high) ? new RangeRecipe((int)low, (int)high) : null;
            case "money":
                return Bounds(reader, "money") is var (least, most)
                    ? new MoneyRecipe((long)Math.Max(1, least), (long)most)
                    : null;
            case "part":
                return new PartRecipe(Slot(reader, "part"), Bounds(reader, "of")?.Low ?? 0, Bounds(reader, "of")?.High ?? 0);
            case "rest":
                return new RestRecipe(
                    Slot(reader, "rest"),
                    [.. reader.Texts("minus").Select(text => register.Field(text.Value)?.Slot ?? Unknown(text.Mark, text.Value))]
                );
            default:
                var scale = (long)Math.Pow(10, field.Type.Scale);
                return new TotalRecipe(
                    field.Slot,
                    Number(reader.Node("total")!, problems) is { } total ? (long)total * scale : 0,
                    (reader.Number("step") ?? 1) * scale,
                    Weights(reader.Entries("weights"), problems),
                    reader.Has("follow") ? Slot(reader, "follow") : null
                );
        }
    }

    private ExpressionRecipe? Compute(YamlReader reader, FieldDefinition field)
    {
        var wrong = new List<ExpressionProblem>();
        var scope = new ExpressionScope(register.Fields.Select(RegisterExpressions.Field));
        if (Expression.Parse(reader.Required("compute"), scope, wrong) is { } expression)
            return new ExpressionRecipe(
                field,
                expression,
                [.. expression.Fields.Select(register.Field).OfType<FieldDefinition>().Select(used => used.Slot)]
            );
        foreach (var problem in wrong)
            reader.Problem(reader.MarkOf("compute"), $"字段“{field.Key}”的算式：{problem.Message}。");
        return null;
    }

    /// <summary>A record of the register that the field refers to, having the values that are named.</summary>
    private TargetRecipe? Target(YamlReader reader, FieldDefinition field)
    {
        if (field.Type is not RecordField { Of: var of } || !catalogue.Registers.TryGetValue(of, out var target))
        {
            reader.Problem(reader.MarkOf("record"), $"字段“{field.Key}”不引用记录，不能写 record。");
            return null;
        }
        var having = new List<(string, object)>();
        foreach (var entry in reader.Entries("record"))
            if (target.Field(entry.Key) is { } other && Code(entry.Key, entry.Mark, entry.Value, other) is { } value)
                having.Add((other.Column, value));
            else if (target.Field(entry.Key) is null)
                problems.Add(new(entry.Mark.File, entry.Mark.Line, $"台账“{of}”没有字段“{entry.Key}”。"));
        return new TargetRecipe(of, having);
    }

    /// <summary>A text field of the record that another field names, written <c>lawyer.name</c>.</summary>
    private FieldOfRecordRecipe? FieldOfRecord(YamlReader reader)
    {
        var parts = reader.Required("get").Split('.');
        if (
            parts.Length == 2
            && register.Field(parts[0]) is { Type: RecordField { Of: var of } } by
            && catalogue.Registers.GetValueOrDefault(of)?.Field(parts[1]) is { Type: TextField } wanted
        )
            return new FieldOfRecordRecipe(by.Slot, of, wanted.Column);
        reader.Problem(reader.MarkOf("get"), "get 写成 引用字段.文字字段，例如 lawyer.name。");
        return null;
    }

    /// <summary>Codes of nobody with a right check character, for a pool that says nothing else.</summary>
    private static InventedRecipe? Code(FieldDefinition field) =>
        InventedRecipe.Can(field.Type) ? new InventedRecipe(field.Type, [], default) : null;

    private object? Code(string key, Mark mark, YamlNode node, FieldDefinition field)
    {
        if (node is YamlText text)
            return field.Slot == FieldDefinition.StateSlot ? text.Value : Value(text, field);
        problems.Add(new(mark.File, mark.Line, $"“{key}”后面应当是一个值。"));
        return null;
    }

    private ExactRecipe Exact(YamlReader reader, FieldDefinition field)
    {
        var quotas = reader
            .Entries("exact")
            .Select(e => (Code(e.Key, e.Mark, field), (int)(Number(e.Value, problems) ?? 0)))
            .ToList();
        var sum = quotas.Sum(quota => quota.Item2);
        if (sum != count)
            reader.Problem(
                reader.MarkOf("exact"),
                $"字段“{field.Key}”的 exact 合计 {sum}，与记录组的 {count} 条不符。改正其中一个。"
            );
        return new ExactRecipe(quotas);
    }

    private ByRecipe By(YamlReader reader, FieldDefinition field)
    {
        var slot = Slot(reader, "by");
        var decider = register.Fields[slot];
        var cases = new List<(object, Recipe)>();
        foreach (var entry in reader.Entries("cases"))
            if (Code(entry.Key, entry.Mark, decider) is { } value && Read(entry.Value, field) is { } recipe)
                cases.Add((value, recipe));
        return new ByRecipe(slot, cases, reader.Node("else") is { } node ? Read(node, field) : null);
    }

    private (int, IReadOnlyList<object>?) Condition(YamlEntry entry)
    {
        var field = register.Field(entry.Key);
        var slot = field?.Slot ?? Unknown(entry.Mark, entry.Key);
        if (entry.Value is YamlText { Value: "any" } || field is null)
            return (slot, null);
        var texts = entry.Value is YamlList list ? list.Items.OfType<YamlText>() : [.. new[] { entry.Value }.OfType<YamlText>()];
        return (slot, [.. texts.Select(text => Value(text, field)).OfType<object>()]);
    }

    private object? Code(string code, Mark mark, FieldDefinition field) => Value(new YamlText(mark, code, false), field);

    private object? Value(YamlText text, FieldDefinition field)
    {
        if (text.Value == "empty")
            return null;
        var parsed = field.Type.Parse(text.Value);
        var error = parsed.Error;
        if (error is null && field.Choices is { } choices && !ChoicesField.Codes(parsed.Value!).All(choices.Has))
            error = $"没有这个代码。可用：{string.Join("、", choices.Items.Select(item => item.Code))}。";
        if (error is not null)
            problems.Add(new(text.Mark.File, text.Mark.Line, $"字段“{field.Key}”的“{text.Value}”：{error}"));
        return parsed.Value;
    }

    private int Slot(YamlReader reader, string key)
    {
        var name = reader.Required(key);
        return register.Field(name)?.Slot ?? Unknown(reader.MarkOf(key), name);
    }

    private int Unknown(Mark mark, string name)
    {
        problems.Add(new(mark.File, mark.Line, $"台账“{register.Key}”没有字段“{name}”。"));
        return 0;
    }

    private static (double Low, double High)? Bounds(YamlReader reader, string key)
    {
        var parts = reader.Required(key).Split("..");
        if (
            parts.Length == 2
            && double.TryParse(parts[0], CultureInfo.InvariantCulture, out var low)
            && double.TryParse(parts[1], CultureInfo.InvariantCulture, out var high)
            && low <= high
        )
            return (low, high);
        reader.Problem(reader.MarkOf(key), $"“{key}”写成 下限..上限，例如 3..20。");
        return null;
    }

    private static double? Fraction(YamlReader reader, string key)
    {
        if (reader.Text(key) is not { } text)
            return null;
        if (double.TryParse(text, CultureInfo.InvariantCulture, out var value) && value is > 0 and <= 1)
            return value;
        reader.Problem(reader.MarkOf(key), $"“{key}”应当是大于 0、不超过 1 的数，现在是“{text}”。");
        return null;
    }

    private static double? Number(YamlNode node, ICollection<DefinitionProblem> problems)
    {
        if (node is YamlText text && double.TryParse(text.Value, CultureInfo.InvariantCulture, out var value) && value >= 0)
            return value;
        problems.Add(new(node.Mark.File, node.Mark.Line, "这里应当是不小于零的数。"));
        return null;
    }
}
