using System.Globalization;
using Fazhang.Core.Definitions;
using Fazhang.Core.Definitions.Shapes;
using Fazhang.Core.Demo.Recipes;

namespace Fazhang.Core.Demo;

/// <summary>Reads a cohort file: the cohorts of one register, with the recipes they share.</summary>
internal sealed class CohortReader(
    IReadOnlyList<DemoUnit> units,
    IReadOnlyDictionary<string, string[]> words,
    Catalogue catalogue,
    ICollection<DefinitionProblem> problems
)
{
    public CohortFile? Read(YamlNode node)
    {
        var reader = new YamlReader(node, node.Mark, DemoShapes.Cohorts, null, problems);
        var key = reader.Required("register");
        if (!catalogue.Registers.TryGetValue(key, out var register))
        {
            reader.Problem(reader.MarkOf("register"), $"没有台账“{key}”。可用：{string.Join("、", catalogue.Registers.Keys)}。");
            return null;
        }
        var common = reader.Entries("fields");
        var cohorts = reader.Entries("cohorts").Select(entry => ReadCohort(entry, register, common)).OfType<Cohort>().ToList();
        reader.Done();
        return new CohortFile(register, cohorts);
    }

    private Cohort? ReadCohort(YamlEntry entry, RegisterDefinition register, IReadOnlyList<YamlEntry> common)
    {
        var before = problems.Count;
        var reader = new YamlReader(entry.Value, entry.Mark, DemoShapes.Cohort, entry.Key, problems);
        var chosen = UnitSelector.Choose(units, RecipeReader.Weights(reader.Entries("units"), problems));
        if (chosen.Count == 0)
            reader.Problem(reader.MarkOf("units"), "units 没有选中任何单位。写单位代码、代码结尾（-12）或类别（office）和权重。");
        var months = register.IsReturn ? Months(reader) : [];
        var count = register.IsReturn ? chosen.Count * months.Count : reader.Number("count") ?? 0;
        if (count <= 0 && !register.IsReturn)
            reader.Problem(reader.MarkOf("count"), "count 应当是大于零的整数。");
        var own = reader.Entries("fields");
        var without = reader.Texts("without").Select(text => text.Value).ToHashSet(StringComparer.Ordinal);
        reader.Done();

        var recipes = new Dictionary<int, Recipe>();
        var recipeReader = new RecipeReader(register, words, count, problems);
        foreach (
            var field in common
                .Where(field => own.All(other => other.Key != field.Key) && !without.Contains(field.Key))
                .Concat(own)
        )
            if (Field(register, field) is { } definition && recipeReader.Read(field.Value, definition) is { } recipe)
                recipes[definition.Slot] = recipe;
        if (!recipes.ContainsKey(FieldDefinition.StateSlot))
            problems.Add(new(entry.Mark.File, entry.Mark.Line, $"记录组“{entry.Key}”没有写 state（环节）。"));
        foreach (var recipe in recipes.Values.OfType<NearUnitRecipe>())
            CheckNear(recipe, chosen, entry);
        if (problems.Count > before)
            return null;
        return new Cohort
        {
            Name = entry.Key,
            Count = count,
            Units = chosen,
            Months = months,
            Steps = Ordered(recipes, register, entry),
        };
    }

    private FieldDefinition? Field(RegisterDefinition register, YamlEntry entry)
    {
        var field = register.Field(entry.Key);
        if (field is not null && (!field.BuiltIn || field.Slot == FieldDefinition.StateSlot))
            return field;
        problems.Add(new(entry.Mark.File, entry.Mark.Line, $"台账“{register.Key}”没有可填的字段“{entry.Key}”。"));
        return null;
    }

    private static List<DateOnly> Months(YamlReader reader)
    {
        var text = reader.Required("months");
        var parts = text.Split("..");
        if (parts.Length == 2 && Month(parts[0]) is { } first && Month(parts[1]) is { } last && first <= last)
            return [.. Enumerable.Range(0, (last.Year - first.Year) * 12 + last.Month - first.Month + 1).Select(first.AddMonths)];
        reader.Problem(reader.MarkOf("months"), $"months 写成 2024-01..2024-12，现在是“{text}”。");
        return [];

        static DateOnly? Month(string text) =>
            DateOnly.TryParseExact(text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
                ? month
                : null;
    }

    private void CheckNear(NearUnitRecipe recipe, IReadOnlyList<(DemoUnit Unit, double Weight)> chosen, YamlEntry entry)
    {
        foreach (var (unit, _) in chosen)
            if (UnitSelector.Near(units, unit, recipe.Weights).Count == 0)
                problems.Add(
                    new(entry.Mark.File, entry.Mark.Line, $"记录组“{entry.Key}”：{unit.Name}的下级和同级里没有 unit 所列的单位。")
                );
    }

    // Each recipe after those it needs; what cannot be ordered depends on itself.
    private List<(int, Recipe)> Ordered(Dictionary<int, Recipe> recipes, RegisterDefinition register, YamlEntry entry)
    {
        var ordered = new List<(int Slot, Recipe)>();
        var waiting = recipes.OrderBy(pair => pair.Key).ToList();
        while (waiting.Count > 0)
        {
            var left = waiting.Select(pair => pair.Key).ToHashSet();
            var ready = waiting.Where(pair => !pair.Value.Needs.Any(left.Contains)).ToList();
            if (ready.Count == 0)
            {
                var names = string.Join("、", waiting.Select(pair => register.Fields[pair.Key].Key));
                problems.Add(
                    new(entry.Mark.File, entry.Mark.Line, $"记录组“{entry.Key}”的字段互相依赖：{names}。去掉其中一处引用。")
                );
                return ordered;
            }
            ordered.AddRange(ready.Select(pair => (pair.Key, pair.Value)));
            waiting = [.. waiting.Except(ready)];
        }
        return ordered;
    }
}
