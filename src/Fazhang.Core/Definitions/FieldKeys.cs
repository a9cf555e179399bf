namespace Fazhang.Core.Definitions;

/// <summary>A key of a field's definition: its name, the form of its value, what it means.</summary>
public sealed record FieldKey(string Name, string Form, string Meaning, bool Required = false)
{
    /// <summary>The keys that fields of every type have, in the order of the reference.</summary>
    public static readonly IReadOnlyList<FieldKey> Common =
    [
        new("title", "文字", "中文名称。", Required: true),
        new("type", "类型", "字段类型，见下表。", Required: true),
        new("required", "true 或条件", "必填：总是，或者条件成立时。"),
        new("default", "表达式", "新记录的初值。"),
        new("unique", "true 或字段的列表", "不得重复：在整个台账里，或在所列字段相同的记录里。空值不算重复。"),
        new("personal", "name、phone、id 或 other", "个人信息：没有权限的人看到遮盖后的值，查看原值记入流水。只用于文字和附件。"),
        new("sensitive", "true", "敏感：连遮盖后的值也不显示，要经“显示个人信息”才能看到，查看记入流水。"),
        new("list", "true", "是列表的一栏。"),
        new("search", "true", "列表的文字查找包括它。只用于文字。"),
        new("section", "文字", "表单和记录页上的分组。"),
        new("help", "文字", "填写说明，写在输入框下面。"),
        new("min", "数", "最小值。只用于数字；行表为最少行数。"),
        new("max", "数", "最大值。只用于数字；行表为最多行数，附件为最多个数。"),
        new("visible", "{states: [环节], roles: [角色]}", "只在这些环节、只对这些角色显示；在列表、筛选、导出和命令行同样有效。"),
        new("editable", "{states: [环节], roles: [角色]}", "只在这些环节、只由这些角色填写和更正。"),
    ];

    /// <summary>The keys that a column of rows has.</summary>
    public static readonly IReadOnlyList<string> OfColumns = ["title", "type", "required", "personal", "help", "min", "max"];
}

/// <summary>The keys of one field as its type reads them, see <see cref="Fields.FieldType.Configure"/>.</summary>
internal sealed class FieldKeys(string name, YamlReader reader, ReadingContext context)
{
    public Mark Mark => reader.Mark;

    /// <summary>Key of the field.</summary>
    public string Field => name;

    /// <summary>The division codes among the definitions; null when there are none.</summary>
    public DivisionList? Divisions => context.Divisions;

    public string? Text(string key) => reader.Text(key);

    public string Required(string key) => reader.Required(key);

    public IReadOnlyList<string> Texts(string key) => [.. reader.Texts(key).Select(text => text.Value)];

    public void Problem(string key, string message) => context.Problem(reader.MarkOf(key), $"字段“{name}”{message}");

    public void Unknown(string key, string what, string wrong, IEnumerable<string> known) =>
        context.Unknown(reader.MarkOf(key), what, wrong, known);

    /// <summary>A whole number within bounds; null when missing or wrong (then reported).</summary>
    public int? Number(string key, int least, int most)
    {
        var number = reader.Number(key);
        if (number is null || (number >= least && number <= most))
            return number;
        Problem(key, $"的 {key} 应在 {least} 至 {most} 之间，现在是 {number}。");
        return null;
    }

    /// <summary>The list that the key names, or that stands there itself.</summary>
    public ChoiceList Choices(FieldKey key)
    {
        switch (reader.Node(key.Name))
        {
            case null:
                Problem(key.Name, "缺少代码表。写 choices: 代码表名称，或直接列出“代码: 名称”。");
                return new ChoiceList(name, name, []);
            case YamlText list:
                if (context.Choices.TryGetValue(list.Value, out var known))
                    return known;
                context.Unknown(list.Mark, "代码表", list.Value, context.Choices.Keys);
                return new ChoiceList(name, name, []);
            default:
                return new ChoiceList(name, name, ListReader.Items(reader.Entries(key.Name), reader));
        }
    }

    /// <summary>The columns of rows.</summary>
    public IReadOnlyList<FieldDefinition> Columns(string key)
    {
        var columns = new List<FieldDefinition>();
        foreach (var entry in reader.Entries(key))
            if (
                context.CheckName(entry.Key, entry.Mark, "栏")
                && FieldReader.ReadColumn(entry, columns.Count, context) is { } column
            )
                columns.Add(column);
        if (columns.Count == 0)
            Problem(key, "没有栏。在 columns 下至少定义一栏。");
        return columns;
    }
}
