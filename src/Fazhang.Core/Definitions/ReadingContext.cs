using System.Text.RegularExpressions;
using Fazhang.Core.Expressions;

namespace Fazhang.Core.Definitions;

/// <summary>What all readers of definition files share: the lists that names are checked against, and the problems found.</summary>
internal sealed partial class ReadingContext(
    IReadOnlyList<LineDefinition> lines,
    IReadOnlyList<RoleDefinition> roles,
    IReadOnlyDictionary<string, ChoiceList> choices,
    ICollection<DefinitionProblem> problems,
    DivisionList? divisions = null
)
{
    /// <summary>The division codes; null when the definitions have none.</summary>
    public DivisionList? Divisions => divisions;

    public ICollection<DefinitionProblem> Problems => problems;

    /// <summary>The definitions folder; files that definitions name lie below it.</summary>
    public string Directory { get; init; } = "";

    /// <summary>What is demanded beyond being right; null when nothing is (see `fazhang check --strict`).</summary>
    public StrictCheck? Strict { get; init; }

    public IReadOnlyDictionary<string, ChoiceList> Choices => choices;

    /// <summary>The settings of the place.</summary>
    public IReadOnlyDictionary<string, SettingDefinition> Settings { get; init; } = new Dictionary<string, SettingDefinition>();

    /// <summary>The same as expressions take them.</summary>
    public IReadOnlyDictionary<string, ExpressionSetting> SettingValues =>
        Settings.ToDictionary(
            pair => pair.Key,
            pair => new ExpressionSetting(pair.Value.Value.Text, pair.Value.Value.Period),
            StringComparer.Ordinal
        );

    /// <summary>Words for people in which {setting.key} stands for what the place has set.</summary>
    public string? Words(string? text, Mark mark) =>
        text is null
            ? null
            : SettingPattern()
                .Replace(
                    text,
                    match =>
                    {
                        if (Settings.TryGetValue(match.Groups[1].Value, out var setting))
                            return setting.Words;
                        UnknownSetting(mark, match.Groups[1].Value);
                        return match.Value;
                    }
                );

    public IReadOnlyList<RoleDefinition> Roles => roles;

    public void Problem(Mark mark, string message) => problems.Add(new(mark.File, mark.Line, message));

    public int LineOrder(string key)
    {
        for (var i = 0; i < lines.Count; i++)
            if (lines[i].Key == key)
                return i;
        return lines.Count;
    }

    public void CheckLine(string key, Mark mark)
    {
        if (key.Length > 0 && lines.All(line => line.Key != key))
            Unknown(mark, "业务条线", key, lines.Select(line => line.Key));
    }

    /// <summary>A set of role keys; unknown ones are reported.</summary>
    public IReadOnlyList<string> RoleKeys(IReadOnlyList<YamlText> texts)
    {
        foreach (var text in texts.Where(text => roles.All(role => role.Key != text.Value)))
            Unknown(text.Mark, "角色", text.Value, roles.Select(role => role.Key));
        return [.. texts.Select(text => text.Value)];
    }

    /// <summary>The date or month field that a key names, or null after reporting why not.</summary>
    public FieldDefinition? DateField(YamlReader reader, string key, IReadOnlyList<FieldDefinition> fields)
    {
        var name = reader.Required(key);
        if (name.Length == 0)
            return null;
        var field = fields.FirstOrDefault(field => field.Key == name);
        if (field is null)
            Unknown(reader.MarkOf(key), "字段", name, fields.Select(known => known.Key));
        else if (field.Type.Storage != Storage.StorageType.Date)
        {
            Problem(reader.MarkOf(key), $"“{key}”要用日期或月份字段，“{name}”是 {field.Type.Name}。");
            return null;
        }
        return field;
    }

    /// <summary>
    /// The former names of an entry (`was`). A former name belongs to one entry for ever: it must not be in use again
    /// among its siblings, or journal entries could mean either.
    /// </summary>
    public IReadOnlyList<string> Former(YamlReader reader, string key, string what, IReadOnlyList<YamlEntry> siblings)
    {
        var former = reader.Texts("was");
        foreach (var name in former)
        {
            CheckName(name.Value, name.Mark, what);
            if (siblings.Any(other => other.Key == name.Value))
                Problem(name.Mark, $"{what}“{key}”的旧名“{name.Value}”现在另有其项。旧名不能再用：给那一项换一个新名称。");
            else if (siblings.Any(other => other.Key != key && IsFormer(other, name.Value)))
                Problem(name.Mark, $"旧名“{name.Value}”写在了不止一个{what}里。它只能属于其中一个。");
        }
        return [.. former.Select(name => name.Value)];
    }

    private static bool IsFormer(YamlEntry entry, string name) =>
        entry.Value is YamlMap map
        && map.Entries.FirstOrDefault(item => item.Key == "was")?.Value switch
        {
            YamlText text => text.Value == name,
            YamlList list => list.Items.OfType<YamlText>().Any(text => text.Value == name),
            _ => false,
        };

    public void Unknown(Mark mark, string what, string name, IEnumerable<string> known) =>
        Problem(mark, $"没有{what}“{name}”。{NearestName.Hint(name, [.. known])}");

    /// <summary>A setting that definitions use: there are hundreds, and a new one is what is usually wanted.</summary>
    public void UnknownSetting(Mark mark, string name) =>
        Problem(
            mark,
            $"没有设置“{name}”。"
                + (NearestName.To(name, Settings.Keys) is { } near ? $"是不是“{near}”？" : "")
                + $"新的设置要写进定义目录的 settings.yaml：{name}: {{title: …, value: …, line: …, source: …}}。"
        );

    /// <summary>Names become columns, addresses and expression words, so their form is narrow.</summary>
    public bool CheckName(string name, Mark mark, string what)
    {
        if (NamePattern().IsMatch(name))
            return true;
        Problem(mark, $"{what}的名称“{name}”不合规：用小写英文字母开头，只含小写字母、数字和下划线，最长 40 个字符。");
        return false;
    }

    [GeneratedRegex(@"\{setting\.([a-z0-9_]*)\}")]
    private static partial Regex SettingPattern();

    [GeneratedRegex("^[a-z][a-z0-9_]{0,39}$")]
    private static partial Regex NamePattern();
}
