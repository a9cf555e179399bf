using System.Globalization;
using Fazhang.Core.Definitions.Shapes;
using Fazhang.Core.Expressions;

namespace Fazhang.Core.Definitions;

/// <summary>
/// Reads one mapping strictly: every key must be asked for, every value must have the right form, and whatever is
/// wrong becomes a problem with file and line. Call <see cref="Done"/> at the end to report keys nobody asked for.
/// </summary>
public sealed class YamlReader
{
    private readonly Dictionary<string, YamlEntry> entries = new(StringComparer.Ordinal);
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);
    private readonly ICollection<DefinitionProblem> problems;
    private readonly string what;
    private readonly Shape shape;

    /// <param name="node">The mapping; null for one that is missing.</param>
    /// <param name="mark">Where it should be, for problems with a missing one.</param>
    /// <param name="shape">The keys it may have.</param>
    /// <param name="name">Its own name, for problems: 字段“sender”; null when it has none.</param>
    /// <param name="problems">Where problems go.</param>
    internal YamlReader(YamlNode? node, Mark mark, Shape shape, string? name, ICollection<DefinitionProblem> problems)
    {
        this.problems = problems;
        this.shape = shape;
        what = name is null ? shape.Title : $"{shape.Title}“{name}”";
        Mark = node?.Mark ?? mark;
        if (node is YamlMap map)
        {
            foreach (var entry in map.Entries)
                entries[entry.Key] = entry;
        }
        else if (node is not null)
            Problem(node.Mark, $"{what}应当是“键: 值”的形式。");
    }

    public Mark Mark { get; }

    public bool Has(string key) => entries.ContainsKey(key);

    public Mark MarkOf(string key) => entries.TryGetValue(key, out var entry) ? entry.Mark : Mark;

    /// <exception cref="InvalidOperationException">The shape has no such key: the reference would not tell of it.</exception>
    public YamlNode? Node(string key)
    {
        Ask(key);
        return entries.TryGetValue(key, out var entry) ? entry.Value : null;
    }

    public string? Text(string key)
    {
        switch (Node(key))
        {
            case null:
                return null;
            case YamlText text when text.Value.Length > 0:
                return text.Value;
            case var node:
                Problem(node.Mark, $"{what}的“{key}”应当是一段文字。");
                return null;
        }
    }

    public string Required(string key)
    {
        if (!Has(key))
        {
            Ask(key);
            Problem(Mark, $"{what}缺少“{key}”。");
            return "";
        }
        return Text(key) ?? "";
    }

    public bool Flag(string key, bool otherwise = false)
    {
        var text = Text(key);
        switch (text)
        {
            case null:
                return otherwise;
            case "true":
                return true;
            case "false":
                return false;
            default:
                Problem(MarkOf(key), $"{what}的“{key}”只能是 true 或 false，现在是“{text}”。");
                return otherwise;
        }
    }

    public int? Number(string key)
    {
        var text = Text(key);
        if (text is null)
            return null;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return number;
        Problem(MarkOf(key), $"{what}的“{key}”应当是整数，现在是“{text}”。");
        return null;
    }

    /// <summary>One text or a list of texts.</summary>
    public IReadOnlyList<YamlText> Texts(string key) => Node(key) is { } node ? Texts(key, node) : [];

    /// <summary>One text or a list of texts behind a name that the writer chose.</summary>
    public IReadOnlyList<YamlText> Texts(YamlEntry entry) => Texts(entry.Key, entry.Value);

    private IReadOnlyList<YamlText> Texts(string key, YamlNode value)
    {
        switch (value)
        {
            case YamlText text:
                return [text];
            case YamlList list:
                foreach (var item in list.Items.Where(item => item is not YamlText))
                    Problem(item.Mark, $"{what}的“{key}”里每一项都应当是一段文字。");
                return [.. list.Items.OfType<YamlText>()];
            case var node:
                Problem(node.Mark, $"{what}的“{key}”应当是一项或一个列表 [a, b]。");
                return [];
        }
    }

    public IReadOnlyList<YamlEntry> Entries(string key)
    {
        switch (Node(key))
        {
            case null:
                return [];
            case YamlMap map:
                return map.Entries;
            case var node:
                Problem(node.Mark, $"{what}的“{key}”应当是“键: 值”的形式。");
                return [];
        }
    }

    /// <summary>Every key of the mapping, for mappings whose keys are names (fields, actions, codes).</summary>
    public IReadOnlyList<YamlEntry> All()
    {
        foreach (var key in entries.Keys)
            asked.Add(key);
        return [.. entries.Values];
    }

    /// <summary>A reader of a mapping within this one; it reports to the same list.</summary>
    internal YamlReader Inner(YamlNode node, Shape shape, string name) => new(node, node.Mark, shape, name, problems);

    public void Problem(Mark mark, string message) => problems.Add(new(mark.File, mark.Line, message));

    /// <summary>Reports every key that nothing asked for, with the nearest known one.</summary>
    public void Done()
    {
        foreach (var entry in entries.Values.Where(entry => !asked.Contains(entry.Key)))
        {
            var known = shape.Keys.Select(key => key.Name).ToList();
            if (known.Contains(entry.Key))
            {
                Problem(entry.Mark, $"{what}这里不用“{entry.Key}”。删去它。");
                continue;
            }
            var near = NearestName.To(entry.Key, known);
            Problem(
                entry.Mark,
                $"{what}不认识键“{entry.Key}”。"
                    + (near is null ? $"可用的键：{string.Join("、", known)}。" : $"是不是“{near}”？")
            );
        }
    }

    private void Ask(string key)
    {
        if (shape.Key(key) is null)
            throw new InvalidOperationException($"A reader asks for “{key}”, which the shape of {shape.Name} does not have.");
        asked.Add(key);
    }
}
