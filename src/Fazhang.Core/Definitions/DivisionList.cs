namespace Fazhang.Core.Definitions;

/// <summary>The division codes of definitions/divisions/areas.csv (code,name; 6 digits, GB/T 2260) with their full names.</summary>
public sealed class DivisionList
{
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);

    public int Count => names.Count;

    /// <summary>辽宁省大连市中山区 for 210202; null when the list does not have the code.</summary>
    public string? NameOf(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        if (!names.TryGetValue(code, out var name))
            return null;
        var province = code[..2] + "0000";
        var city = code[..4] + "00";
        var before = code == province ? "" : names.GetValueOrDefault(province, "");
        if (code != province && code != city && names.TryGetValue(city, out var middle) && !IsNoPlace(middle))
            before += middle;
        return before + name;
    }

    /// <summary>Groupings of the code that are no places of their own: 北京市东城区, not 北京市市辖区东城区.</summary>
    private static bool IsNoPlace(string name) => name is "市辖区" or "县" || name.Contains("直辖县级", StringComparison.Ordinal);

    /// <summary>Reads the file's text; lines that are not code,name become problems.</summary>
    public static DivisionList Read(string file, string text, ICollection<DefinitionProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(problems);
        var list = new DivisionList();
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            var trimmed = line.Trim();
            if (trimmed.Length == 0 || trimmed.StartsWith('#'))
                continue;
            var parts = trimmed.Split(',');
            if (parts.Length != 2 || parts[0].Length != 6 || !parts[0].All(char.IsAsciiDigit) || parts[1].Length == 0)
                problems.Add(new(file, number, $"“{trimmed}”不是“六位代码,名称”。改成例如 210202,中山区。"));
            else if (!list.names.TryAdd(parts[0], parts[1]))
                problems.Add(new(file, number, $"代码 {parts[0]} 重复。删去一行。"));
        }
        return list;
    }
}
