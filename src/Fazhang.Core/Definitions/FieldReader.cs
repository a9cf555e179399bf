using Fazhang.Core.Definitions.Shapes;
using Fazhang.Core.Expressions;
using Fazhang.Core.Fields;

namespace Fazhang.Core.Definitions;

/// <summary>
/// Reads the fields of a register and puts the engine's own in front. The keys of a field are those of
/// <see cref="FieldShapes.Common"/> and those of its type (<see cref="FieldType.Keys"/>); nothing else is read.
/// </summary>
internal static class FieldReader
{
    /// <summary>The engine's own columns; the words of the expression language come on top.</summary>
    private static readonly HashSet<string> Reserved = new(
        ["id", "unit", "state", "number", "period", "version", "created_at", "updated_at", "due_on", "due_key", UserWords.User],
        StringComparer.Ordinal
    );

    private static readonly Dictionary<string, Personal> Maskings = new(StringComparer.Ordinal)
    {
        ["name"] = Personal.Name,
        ["phone"] = Personal.Phone,
        ["id"] = Personal.Id,
        ["other"] = Personal.Other,
    };

    /// <summary>All fields without their conditions: those need the complete list first.</summary>
    public static IReadOnlyList<FieldDefinition> Read(YamlReader reader, ChoiceList states, bool isReturn, ReadingContext context)
    {
        var fields = BuiltInFields.Of(states, isReturn);
        foreach (var entry in reader.Entries("fields"))
        {
            if (Reserved.Contains(entry.Key) || ExpressionScope.IsReserved(entry.Key))
                context.Problem(entry.Mark, $"字段名“{entry.Key}”由系统使用。换一个名称。");
            else if (context.CheckName(entry.Key, entry.Mark, "字段"))
                fields.Add(ReadOne(entry, reader.Entries("fields"), fields.Count, states, context));
        }
        if (fields.All(field => field.BuiltIn))
            context.Problem(reader.Mark, "台账没有字段。在 fields 下至少定义一个。");
        return fields;
    }

    /// <summary>The same fields with what refers to other fields: conditions, defaults, computed values, uniqueness.</summary>
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
                var one = new YamlReader(entry.Value, entry.Mark, FieldShapes.Field, null, new List<DefinitionProblem>());
                var required = one.Text("required");
                var text = one.Text("default");
                var computed = field.Type.IsComputed ? one.Text(ComputedField.ValueKey) : null;
                context.Strict?.Field(field, entry.Mark);
                return field with
                {
                    Required = required == "true",
                    RequiredWhen = required is null or "true" or "false"
                        ? null
                        : expressions.Condition(required, one.MarkOf("required")),
                    Default = text is null ? null : expressions.Value(text, one.MarkOf("default"), field),
                    Computed = computed is null ? null : Computed(computed, one, field, fields, expressions, context),
                    UniqueWithin = ReadUnique(one, fields, context),
                };
            }),
        ];
    }

    /// <summary>A column of rows; null after reporting why not.</summary>
    public static FieldDefinition? ReadColumn(YamlEntry entry, int slot, ReadingContext context)
    {
        var reader = new YamlReader(entry.Value, entry.Mark, FieldShapes.Column, entry.Key, context.Problems);
        var title = reader.Required("title");
        // Before its own keys are read: those of types that do not fit are no keys of a column.
        if (FieldTypes.All.GetValueOrDefault(reader.Text("type") ?? "") is { IsScalar: false } whole)
        {
            context.Problem(reader.MarkOf("type"), $"行表的栏不能是 {whole.Name}。一栏只放一个值；改用其他类型。");
            return null;
        }
        var type = ReadType(reader, entry.Key, context);
        var column = new FieldDefinition
        {
            Key = entry.Key,
            Title = title,
            Type = type,
            Slot = slot,
            Required = reader.Flag("required"),
            Personal = ReadPersonal(reader, entry.Key, type, context),
            Help = reader.Text("help") ?? type.Choices?.Help,
            Min = Bound(reader, "min", type),
            Max = Bound(reader, "max", type),
        };
        reader.Done();
        return column;
    }

    private static FieldDefinition ReadOne(
        YamlEntry entry,
        IReadOnlyList<YamlEntry> siblings,
        int slot,
        ChoiceList states,
        ReadingContext context
    )
    {
        var reader = new YamlReader(entry.Value, entry.Mark, FieldShapes.Field, entry.Key, context.Problems);
        var title = reader.Required("title");
        var type = ReadType(reader, entry.Key, context);
        var retired = reader.Flag("retired");
        // These are checked once all fields are known.
        reader.Text("required");
        reader.Text("default");
        reader.Node("unique");
        var field = new FieldDefinition
        {
            Key = entry.Key,
            Title = title,
            Type = type,
            Slot = slot,
            Personal = ReadPersonal(reader, entry.Key, type, context),
            Visible = ReadAccess(reader, "visible", states, context),
            Editable = ReadAccess(reader, "editable", states, context),
            Was = context.Former(reader, entry.Key, "字段", siblings),
            Retired = retired,
            Listed = reader.Flag("list") && !retired,
            Searchable = reader.Flag("search"),
            AtEntry = reader.Flag("entry"),
            Section = reader.Text("section"),
            Help = context.Words(reader.Text("help"), reader.MarkOf("help")) ?? type.Choices?.Help,
            Min = Bound(reader, "min", type),
            Max = Bound(reader, "max", type),
        };
        if (field.Searchable && !type.IsText)
            context.Problem(
                reader.MarkOf("search"),
                $"字段“{entry.Key}”不是文字，不能 search: true。代码、日期和单位会自动成为筛选项。"
            );
        if (type.IsComputed)
            foreach (var key in new[] { "required", "default", "editable" }.Where(reader.Has))
                context.Problem(reader.MarkOf(key), $"字段“{entry.Key}”是计算出来的，不能写 {key}。删去它。");
        reader.Done();
        return field;
    }

    private static FieldType ReadType(YamlReader reader, string key, ReadingContext context)
    {
        var name = reader.Required("type");
        if (FieldTypes.All.TryGetValue(name, out var type))
            return type.Configure(new FieldKeys(key, reader, context));
        if (name.Length > 0)
            context.Unknown(reader.MarkOf("type"), "字段类型", name, FieldTypes.All.Keys);
        return FieldTypes.All["text"];
    }

    private static Personal ReadPersonal(YamlReader reader, string key, FieldType type, ReadingContext context)
    {
        var text = reader.Text("personal");
        var sensitive = reader.Flag("sensitive");
        if (text is not null && !Maskings.ContainsKey(text))
            reader.Problem(reader.MarkOf("personal"), $"personal 只能是 name、phone、id 或 other，现在是“{text}”。");
        else if (text is not null && !type.IsText && type is not AttachmentField)
            context.Problem(reader.MarkOf("personal"), $"字段“{key}”不是文字，不能标为 personal。要隐藏它，写 sensitive: true。");
        return sensitive ? Personal.Hidden
            : text is null ? type.AlwaysPersonal
            : Maskings.GetValueOrDefault(text, Personal.Other);
    }

    private static FieldAccess? ReadAccess(YamlReader reader, string key, ChoiceList states, ReadingContext context)
    {
        if (!reader.Has(key))
            return null;
        var access = new YamlReader(reader.Node(key), reader.MarkOf(key), FieldShapes.Open, key, context.Problems);
        foreach (var text in access.Texts("states").Where(text => !states.Has(text.Value)))
            context.Unknown(text.Mark, "环节", text.Value, states.Items.Select(item => item.Code));
        IReadOnlySet<string>? Names(string name, IEnumerable<string> values) =>
            access.Has(name) ? values.ToHashSet(StringComparer.Ordinal) : null;
        var read = new FieldAccess(
            Names("states", access.Texts("states").Select(text => text.Value)),
            Names("roles", context.RoleKeys(access.Texts("roles")))
        );
        access.Done();
        if (read is { States: null, Roles: null })
            context.Problem(reader.MarkOf(key), $"{key} 要写 states 或 roles，例如 {key}: {{roles: [head]}}。");
        return read;
    }

    private static Expression? Computed(
        string text,
        YamlReader reader,
        FieldDefinition field,
        IReadOnlyList<FieldDefinition> fields,
        RegisterExpressions expressions,
        ReadingContext context
    )
    {
        var mark = reader.MarkOf(ComputedField.ValueKey);
        var value = expressions.Value(text, mark, field);
        if (value is { UsesToday: true })
            context.Problem(mark, $"字段“{field.Key}”的计算不能用 today：存下的值不会因为过了一天就变。改用记录里的日期字段。");
        foreach (var later in fields.Where(other => other.Type.IsComputed && other.Slot >= field.Slot))
            if (value?.Fields.Contains(later.Key) == true)
                context.Problem(mark, $"字段“{field.Key}”的计算用到“{later.Key}”：只能用写在它前面的计算字段。调整先后。");
        return value;
    }

    private static IReadOnlyList<string>? ReadUnique(
        YamlReader reader,
        IReadOnlyList<FieldDefinition> fields,
        ReadingContext context
    )
    {
        if (reader.Node("unique") is null or YamlText { Value: "false" })
            return null;
        if (reader.Node("unique") is YamlText { Value: "true" })
            return [];
        foreach (var text in reader.Texts("unique").Where(text => fields.All(field => field.Key != text.Value)))
            context.Unknown(text.Mark, "字段", text.Value, fields.Select(field => field.Key));
        return [.. reader.Texts("unique").Select(text => text.Value)];
    }

    private static long? Bound(YamlReader reader, string key, FieldType type)
    {
        if (type.Keys.Any(own => own.Name == key) || reader.Text(key) is not { } text)
            return null;
        if (type.IsNumeric && type.Parse(text) is { Error: null, Value: long value })
            return value;
        reader.Problem(reader.MarkOf(key), $"“{key}”要用在数字字段上，并写成该字段的数值，现在是“{text}”。");
        return null;
    }
}
