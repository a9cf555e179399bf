using System.Globalization;
using Fazhang.Core.Definitions;
using Fazhang.Core.Definitions.Shapes;

namespace Fazhang.Core.Demo;

/// <summary>What place.yaml, units.yaml and accounts.yaml say.</summary>
internal sealed record DemoPlaceHead
{
    public required string Key { get; init; }

    public required string Name { get; init; }

    public required string Office { get; init; }

    public required int Year { get; init; }

    public required DateOnly Today { get; init; }

    public required string Note { get; init; }

    /// <summary>The registers whose year before is complete too.</summary>
    public required IReadOnlyList<string> LastYear { get; init; }

    public required IReadOnlyList<PublishedFigure> Published { get; init; }

    public required IReadOnlyList<DemoUnit> Units { get; init; }

    public required IReadOnlyList<DemoAccount> Accounts { get; init; }
}

/// <summary>Reads the head of a demonstration place: place.yaml, units.yaml, accounts.yaml.</summary>
internal sealed class DemoPlaceReader(DemoFiles files, Catalogue catalogue, ICollection<DefinitionProblem> problems)
{
    public DemoPlaceHead Read()
    {
        var reader = Reader(files.Read("place.yaml"), "place.yaml", DemoShapes.Place);
        var year = reader.Number("year") ?? 0;
        if (year is < 2013 or > 2199)
            reader.Problem(reader.MarkOf("year"), "place.yaml 的 year（报告年度）应当在 2013 至 2199 之间。");
        var key = reader.Required("key");
        if (key != files.FolderName)
            reader.Problem(reader.MarkOf("key"), $"key“{key}”应当与目录名“{files.FolderName}”相同。");
        var units = Units(files.Read("units.yaml"), "units.yaml", problems);
        var head = new DemoPlaceHead
        {
            Key = key,
            Name = reader.Required("name"),
            Office = reader.Required("office"),
            Year = year,
            Today = Today(reader),
            Note = reader.Required("note"),
            LastYear = LastYear(reader),
            Published = Published(reader),
            Units = units,
            Accounts = Accounts(units),
        };
        reader.Done();
        return head;
    }

    private YamlReader Reader(YamlNode? node, string file, Shape shape) => new(node, new Mark(file, 1), shape, null, problems);

    private static DateOnly Today(YamlReader reader)
    {
        var text = reader.Required("today");
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var today))
            return today;
        reader.Problem(reader.MarkOf("today"), $"today 应当是日期，例如 2024-12-31，现在是“{text}”。");
        return DateOnly.MinValue;
    }

    private List<string> LastYear(YamlReader reader)
    {
        var named = reader.Texts("last_year");
        foreach (var one in named.Where(one => !catalogue.Registers.ContainsKey(one.Value)))
            reader.Problem(one.Mark, $"没有台账“{one.Value}”。写台账的键，例如 reconsideration.case。");
        return [.. named.Select(one => one.Value)];
    }

    private List<PublishedFigure> Published(YamlReader reader)
    {
        var figures = new List<PublishedFigure>();
        foreach (var node in Items(reader, "published"))
        {
            var one = new YamlReader(node, node.Mark, DemoShapes.Published, null, problems);
            var indicator = one.Required("indicator");
            var year = one.Number("year");
            var text = one.Required("value");
            one.Done();
            if (!catalogue.Indicators.ContainsKey(indicator))
                one.Problem(one.MarkOf("indicator"), $"没有指标“{indicator}”。写完整的键，例如 reconsideration.case.received。");
            if (year is null)
                one.Problem(one.Mark, "公布数字缺少 year（年份）。");
            else if (decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var value))
                figures.Add(new(indicator, year.Value, value, value.Scale));
            else
                one.Problem(one.MarkOf("value"), $"“{text}”不是数字。");
        }
        return figures;
    }

    /// <summary>The units of a file, parents before children.</summary>
    internal static List<DemoUnit> Units(YamlNode? file, string name, ICollection<DefinitionProblem> problems)
    {
        var reader = new YamlReader(file, new Mark(name, 1), DemoShapes.Units, null, problems);
        var units = new List<DemoUnit>();
        var sizes = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var node in Items(reader, "units"))
        {
            var one = new YamlReader(node, node.Mark, DemoShapes.Unit, null, problems);
            var unit = new DemoUnit
            {
                Code = one.Required("code"),
                Name = one.Required("name"),
                Abbr = one.Required("abbr"),
                Kind = one.Required("kind"),
                ParentCode = one.Text("parent"),
                Size = Size(one, sizes),
            };
            one.Done();
            if (unit.ParentCode is null ? units.Count > 0 : !sizes.ContainsKey(unit.ParentCode))
                one.Problem(one.Mark, $"单位“{unit.Name}”的上级应当写在它前面；只有第一个单位没有上级。");
            if (!sizes.TryAdd(unit.Code, unit.Size))
                one.Problem(one.Mark, $"单位代码“{unit.Code}”重复。改成不同的代码。");
            units.Add(unit);
        }
        reader.Done();
        foreach (var group in units.GroupBy(unit => unit.Abbr).Where(group => group.Count() > 1))
            problems.Add(new(name, 1, $"简称“{group.Key}”有 {group.Count()} 个单位使用，编号会混在一起。改成不同的简称。"));
        return units;
    }

    private static double Size(YamlReader unit, Dictionary<string, double> sizes)
    {
        if (unit.Text("size") is not { } text)
            return unit.Text("parent") is { } parent ? sizes.GetValueOrDefault(parent, 1) : 1;
        if (double.TryParse(text, CultureInfo.InvariantCulture, out var size) && size > 0)
            return size;
        unit.Problem(unit.MarkOf("size"), $"size 应当是大于零的数，现在是“{text}”。");
        return 1;
    }

    private List<DemoAccount> Accounts(IReadOnlyList<DemoUnit> units)
    {
        var reader = Reader(files.Read("accounts.yaml"), "accounts.yaml", DemoShapes.Accounts);
        var accounts = new List<DemoAccount>();
        foreach (var node in Items(reader, "accounts"))
        {
            var one = new YamlReader(node, node.Mark, DemoShapes.Account, null, problems);
            var account = new DemoAccount
            {
                Login = one.Required("login"),
                Name = one.Required("name"),
                Role = one.Required("role"),
                UnitCode = one.Required("unit"),
                Line = one.Text("line"),
            };
            one.Done();
            if (catalogue.Roles.All(role => role.Key != account.Role))
                one.Problem(
                    one.MarkOf("role"),
                    $"没有角色“{account.Role}”。可用：{string.Join("、", catalogue.Roles.Select(r => r.Key))}。"
                );
            if (units.All(unit => unit.Code != account.UnitCode))
                one.Problem(one.MarkOf("unit"), $"没有单位“{account.UnitCode}”。写 units.yaml 里的代码。");
            if (account.Line is not null && catalogue.Lines.All(line => line.Key != account.Line))
                one.Problem(one.MarkOf("line"), $"没有业务条线“{account.Line}”。");
            accounts.Add(account);
        }
        reader.Done();
        return accounts;
    }

    private static IReadOnlyList<YamlNode> Items(YamlReader reader, string key)
    {
        if (reader.Node(key) is YamlList list)
            return list.Items;
        reader.Problem(reader.MarkOf(key), $"“{key}”应当是一个列表，每项以“- ”开头。");
        return [];
    }
}
