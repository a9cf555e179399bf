using Fazhang.Core.Expressions;
using Fazhang.Core.Fields;

namespace Fazhang.Core.Definitions;

/// <summary>Reads the fields of a register and puts the engine's own in front.</summary>
internal static class FieldReader
{
    /// <summary>The engine's own columns; the words of the expression language come on top.</summary>
    private static readonly HashSet<string> Reserved = new(
        ["id", "unit", "state", "number", "period", "version", "created_at", "updated_at", "due_on", "due_key", UserWords.User],
        StringComparer.Ordinal
    );

    /// <summary>All fields without their conditions: those need the complete list first.</summary>
    public static IReadOnlyList<FieldDefinition> Read(YamlReader reader, ChoiceList states, bool isReturn, ReadingContext context)
    {
        var fields = BuiltIn(states, isReturn);
        foreach (var entry in reader.Entries("fields"))
        {
            if (Reserved.Contains(entry.Key) || ExpressionScope.IsReserved(entry.Key))
                context.Problem(entry.Mark, $"字段名“{entry.Key}”由系统使用。换一个名称。");
            else if (context.CheckName(entry.Key, entry.Mark, "字段") && ReadOne(entry, fields.Count, context) is { } field)
                fields.Add(field);
        }
        if (fields.All(field => field.BuiltIn))
            context.Problem(reader.Mark, "台账没有字段。在 fields 下至少定义一个。");
        return fields;
    }

    /// <summary>The same fields with `required` and `default` as checked expressions.</summary>
    public static IReadOnlyList<FieldDefinition> ReadConditions(
        YamlReader reader,
        IReadOnlyList<FieldDefinition> fields,
        RegisterExpressions expressions,
        ReadingContext context
    )
    {
        var byKey = reader.Entries("fields").ToDictionary(entry => entry.Key, StringComparer.Ordinal);
        return
        [
            .. fields.Select(field =>
            {
                if (field.BuiltIn || !byKey.TryGetValue(field.Key, out var entry))
                    return field;
                // The first pass has reported what is wrong with the mapping itself.
                var one = new YamlReader(entry.Value, entry.Mark, "字段", new List<DefinitionProblem>());
                var required = one.Text("required");
                var text = one.Text("default");
                return field with
                {
                    Required = required == "true",
                    RequiredWhen = required is null or "true" or "false"
                        ? null
                        : expressions.Condition(required, one.MarkOf("required")),
                    Default = text is null ? null : expressions.Value(text, one.MarkOf("default"), field),
                };
            }),
        ];
    }

    private static List<FieldDefinition> BuiltIn(ChoiceList states, bool isReturn)
    {
        var fields = new List<FieldDefinition>
        {
            new()
            {
                Key = "unit",
                Title = isReturn ? "报送单位" : "承办单位",
                Type = FieldTypes.All["unit"],
                Slot = FieldDefinition.UnitSlot,
                Required = true,
                Listed = true,
                BuiltIn = true,
            },
            new()
            {
                Key = "state",
                Title = "环节",
                Type = FieldTypes.All["choice"],
                Slot = FieldDefinition.StateSlot,
                Required = true,
                Choices = states,
                Listed = true,
                BuiltIn = true,
            },
            new()
            {
                Key = "number",
                Title = "编号",
                Type = FieldTypes.All["text"],
                Slot = FieldDefinition.NumberSlot,
                Listed = true,
                Searchable = true,
                BuiltIn = true,
            },
        };
        if (isReturn)
            fields.Add(
                new()
                {
                    Key = "period",
                    Title = "统计月份",
                    Type = FieldTypes.All["month"],
                    Slot = FieldDefinition.PeriodSlot,
                    Required = true,
                    Listed = true,
                    BuiltIn = true,
                }
            );
        return fields;
    }

    private static FieldDefinition? ReadOne(YamlEntry entry, int slot, ReadingContext context)
    {
        var reader = new YamlReader(entry.Value, entry.Mark, $"字段“{entry.Key}”", context.Problems);
        var title = reader.Required("title");
        var typeName = reader.Required("type");
        if (!FieldTypes.All.TryGetValue(typeName, out var type))
        {
            if (typeName.Length > 0)
                context.Unknown(reader.MarkOf("type"), "字段类型", typeName, FieldTypes.All.Keys);
            type = FieldTypes.All["text"];
        }
        // Both are checked once all fields are known.
        reader.Text("required");
        reader.Text("default");
        var field = new FieldDefinition
        {
            Key = entry.Key,
            Title = title,
            Type = type,
            Slot = slot,
            Personal = ReadPersonal(reader),
            Listed = reader.Flag("list"),
            Searchable = reader.Flag("search"),
            Section = reader.Text("section"),
            Help = reader.Text("help"),
            Choices = ReadChoices(entry.Key, reader, type, context),
            Min = Bound(reader, "min", type),
            Max = Bound(reader, "max", type),
        };
        if (field.Searchable && type is not TextField)
            context.Problem(
                reader.MarkOf("search"),
                $"字段“{entry.Key}”不是文字，不能 search: true。代码、日期和单位会自动成为筛选项。"
            );
        if (field.Personal != Personal.None && type is not TextField)
            context.Problem(reader.MarkOf("personal"), $"字段“{entry.Key}”不是文字，不能标为 personal。");
        reader.Done();
        return field;
    }

    private static Personal ReadPersonal(YamlReader reader)
    {
        var text = reader.Text("personal");
        switch (text)
        {
            case null:
                return Personal.None;
            case "name":
                return Personal.Name;
            case "phone":
                return Personal.Phone;
            case "other":
                return Personal.Other;
            default:
                reader.Problem(reader.MarkOf("personal"), $"personal 只能是 name、phone 或 other，现在是“{text}”。");
                return Personal.Other;
        }
    }

    private static ChoiceList? ReadChoices(string key, YamlReader reader, FieldType type, ReadingContext context)
    {
        var node = reader.Node("choices");
        if (type is not ChoiceField)
        {
            if (node is not null)
                context.Problem(node.Mark, $"只有 type: choice 的字段才有 choices，“{key}”是 {type.Name}。");
            return null;
        }
        switch (node)
        {
            case null:
                context.Problem(
                    reader.Mark,
                    $"字段“{key}”是 choice，缺少代码表。写 choices: 代码表名称，或直接列出“代码: 名称”。"
                );
                return new ChoiceList(key, key, []);
            case YamlText name:
                if (context.Choices.TryGetValue(name.Value, out var list))
                    return list;
                context.Unknown(name.Mark, "代码表", name.Value, context.Choices.Keys);
                return new ChoiceList(key, key, []);
            default:
                return new ChoiceList(key, key, ListReader.Items(reader.Entries("choices"), reader));
        }
    }

    private static long? Bound(YamlReader reader, string key, FieldType type)
    {
        var text = reader.Text(key);
        if (text is null)
            return null;
        if (type.IsNumeric && type.Parse(text) is { Error: null, Value: long value })
            return value;
        reader.Problem(reader.MarkOf(key), $"“{key}”要用在数字字段上，并写成该字段的数值，现在是“{text}”。");
        return null;
    }
}
