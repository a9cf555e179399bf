using Fazhang.Core.Definitions.Shapes;

namespace Fazhang.Core.Definitions;

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
    public ChoiceList Choices(ShapeKey key)
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
