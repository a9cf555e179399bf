using Fazhang.Core.Definitions.Shapes;

namespace Fazhang.Core.Definitions;

/// <summary>Reads the short lists: business lines, roles, choice lists.</summary>
internal static class ListReader
{
    internal static readonly Dictionary<string, Permission> Permissions = new(StringComparer.Ordinal)
    {
        ["figures"] = Permission.Figures,
        ["report"] = Permission.Report,
        ["trial_balance"] = Permission.TrialBalance,
        ["closing"] = Permission.Closing,
        ["reopening"] = Permission.Reopening,
        ["system"] = Permission.System,
    };

    public static IReadOnlyList<LineDefinition> Lines(YamlNode? node, ICollection<DefinitionProblem> problems)
    {
        if (node is null)
            return [];
        var reader = new YamlReader(node, node.Mark, ListShapes.Lines, null, problems);
        var lines = reader.Entries("lines").Select(entry => new LineDefinition(entry.Key, Title(entry, reader))).ToList();
        reader.Done();
        return lines;
    }

    public static IReadOnlyList<RoleDefinition> Roles(YamlNode? node, ICollection<DefinitionProblem> problems)
    {
        if (node is null)
            return [];
        var reader = new YamlReader(node, node.Mark, ListShapes.Roles, null, problems);
        var roles = new List<RoleDefinition>();
        foreach (var entry in reader.Entries("roles"))
        {
            var role = new YamlReader(entry.Value, entry.Mark, ListShapes.Role, entry.Key, problems);
            var may = new HashSet<Permission>();
            var title = role.Required("title");
            foreach (var text in role.Texts("may"))
                if (Permissions.TryGetValue(text.Value, out var permission))
                    may.Add(permission);
                else
                    role.Problem(text.Mark, $"没有权限“{text.Value}”。可用：{string.Join("、", Permissions.Keys)}。");
            role.Done();
            roles.Add(new(entry.Key, title, may));
        }
        reader.Done();
        return roles;
    }

    public static IReadOnlyDictionary<string, ChoiceList> Choices(
        IReadOnlyList<YamlNode> nodes,
        ICollection<DefinitionProblem> problems
    )
    {
        var lists = new Dictionary<string, ChoiceList>(StringComparer.Ordinal);
        foreach (var node in nodes)
        {
            var reader = new YamlReader(node, node.Mark, ListShapes.Choices, null, problems);
            var key = reader.Required("choices");
            var title = reader.Required("title");
            var list = new ChoiceList(key, title, Items(reader.Entries("items"), reader)) { Help = reader.Text("help") };
            if (list.Items.Count == 0)
                reader.Problem(reader.Mark, $"代码表“{key}”没有代码。在 items 下写“代码: 名称”。");
            reader.Done();
            if (!lists.TryAdd(key, list))
                reader.Problem(reader.MarkOf("choices"), $"代码表“{key}”已在另一个文件里定义。改名或删去一个。");
        }
        return lists;
    }

    /// <summary>
    /// The codes of a list, children after their parent, from a mapping code → title or code → {title, items, was, retired}.
    /// </summary>
    public static IReadOnlyList<Choice> Items(IReadOnlyList<YamlEntry> entries, YamlReader reader)
    {
        var items = new List<Choice>();
        AddItems(entries, reader, null, items);
        foreach (var twice in items.GroupBy(item => item.Code).Where(group => group.Count() > 1))
            reader.Problem(reader.Mark, $"代码“{twice.Key}”在不同的上级下重复。每个代码在整个代码表里只能出现一次。");
        foreach (var was in items.SelectMany(item => item.Was).GroupBy(was => was))
            if (was.Count() > 1 || items.Any(item => item.Code == was.Key))
                reader.Problem(reader.Mark, $"代码的旧名“{was.Key}”又用在了别处。旧名只能属于一个代码，不能再用。");
        return [.. items.DistinctBy(item => item.Code)];
    }

    private static void AddItems(IReadOnlyList<YamlEntry> entries, YamlReader reader, Choice? parent, List<Choice> items)
    {
        foreach (var entry in entries)
        {
            var depth = parent is null ? 0 : parent.Depth + 1;
            if (entry.Value is not YamlMap)
            {
                items.Add(new Choice(entry.Key, Title(entry, reader), parent?.Code, depth, parent?.Retired ?? false));
                continue;
            }
            var one = reader.Inner(entry.Value, ListShapes.Item, entry.Key);
            var retired = one.Flag("retired") || parent is { Retired: true };
            var item = new Choice(entry.Key, one.Required("title"), parent?.Code, depth, retired)
            {
                Was = [.. one.Texts("was").Select(text => text.Value)],
            };
            items.Add(item);
            AddItems(one.Entries("items"), reader, item, items);
            one.Done();
        }
    }

    private static string Title(YamlEntry entry, YamlReader reader)
    {
        if (entry.Value is YamlText { Value.Length: > 0 } text)
            return text.Value;
        reader.Problem(entry.Mark, $"“{entry.Key}”后面应当是中文名称。");
        return entry.Key;
    }
}
