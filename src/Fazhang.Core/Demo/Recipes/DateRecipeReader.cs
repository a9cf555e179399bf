using System.Globalization;
using Fazhang.Core.Definitions;

namespace Fazhang.Core.Demo.Recipes;

/// <summary>Reads the recipes that make dates: spread over a period, or some days (for a moment: minutes) after another.</summary>
internal sealed class DateRecipeReader(ICollection<DefinitionProblem> problems)
{
    public Recipe? Read(string kind, YamlReader reader, int slot) => kind == "spread" ? Spread(reader) : After(reader, slot);

    private SpreadRecipe? Spread(YamlReader reader)
    {
        var parts = reader.Required("spread").Split("..");
        var months = new Dictionary<int, double>();
        foreach (var entry in reader.Entries("months"))
            if (int.TryParse(entry.Key, out var month) && month is >= 1 and <= 12 && Weight(entry.Value) is { } weight)
                months[month] = weight;
            else
                reader.Problem(entry.Mark, $"months 写成 {{月份: 权重}}，月份 1 至 12，现在是“{entry.Key}”。");
        var dayOff = reader.Node("day_off") is { } node ? Weight(node) ?? 0 : 0;
        if (parts.Length == 2 && Date(parts[0]) is { } from && Date(parts[1]) is { } to && from <= to)
            return new SpreadRecipe(from, to, months, dayOff);
        reader.Problem(reader.MarkOf("spread"), "spread 写成 2024-01-01..2024-12-31，先小后大。");
        return null;
    }

    private static Recipe? After(YamlReader reader, int slot)
    {
        var working = reader.Has("workdays");
        var minutes = reader.Has("minutes");
        var key =
            minutes ? "minutes"
            : working ? "workdays"
            : "days";
        var text = reader.Required(key);
        var until = reader.Text("until") is { } day ? Date(day) : null;
        var roll = reader.Flag("roll", otherwise: true);
        var parts = text.Split("..");
        if (
            parts.Length == 2
            && int.TryParse(parts[0], CultureInfo.InvariantCulture, out var low)
            && int.TryParse(parts[1], CultureInfo.InvariantCulture, out var high)
            && low <= high
        )
            return minutes ? new MinutesAfterRecipe(slot, low, high) : new AfterRecipe(slot, low, high, working, roll, until);
        reader.Problem(reader.MarkOf(key), $"{(minutes ? "分钟数" : "天数")}写成 5..20，现在是“{text}”。");
        return null;
    }

    private double? Weight(YamlNode node)
    {
        if (node is YamlText text && double.TryParse(text.Value, CultureInfo.InvariantCulture, out var weight) && weight >= 0)
            return weight;
        problems.Add(new(node.Mark.File, node.Mark.Line, "权重应当是不小于零的数。"));
        return null;
    }

    private static DateOnly? Date(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
