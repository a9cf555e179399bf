using System.Globalization;
using Fazhang.Core.Definitions;
using Fazhang.Core.Definitions.Shapes;
using Fazhang.Core.Demo.Auto;
using Fazhang.Core.Demo.Recipes;
using Fazhang.Core.Expressions;

namespace Fazhang.Core.Demo;

/// <summary>Reads cohort files: the cohorts of registers, with the recipes they share.</summary>
internal sealed class CohortReader(
    DemoPlaceHead place,
    DemoWords words,
    IReadOnlyDictionary<string, YamlNode> shared,
    Catalogue catalogue,
    ICollection<DefinitionProblem> problems
)
{
    private readonly IReadOnlyList<DemoUnit> units = place.Units;

    /// <summary>The register of a file that says all about its fields.</summary>
    public CohortFile? ReadOne(YamlNode node)
    {
        var reader = new YamlReader(node, node.Mark, DemoShapes.Cohorts, null, problems);
        return Read(reader, reader.Required("register"), reader.MarkOf("register"), complete: false);
    }

    /// <summary>The registers of a file whose records are completed by their flow.</summary>
    public IReadOnlyList<CohortFile> ReadSeveral(YamlNode node)
    {
        var reader = new YamlReader(node, node.Mark, DemoShapes.CohortRegisters, null, problems);
        var files = reader
            .Entries("registers")
            .Select(entry =>
                Read(
                    new YamlReader(entry.Value, entry.Mark, DemoShapes.CohortRegister, entry.Key, problems),
                    entry.Key,
                    entry.Mark,
                    complete: true
                )
            )
            .OfType<CohortFile>()
            .ToList();
        reader.Done();
        return files;
    }

    private CohortFile? Read(YamlReader reader, string key, Mark mark, bool complete)
    {
        if (!catalogue.Registers.TryGetValue(key, out var register))
        {
            reader.Problem(mark, $"没有台账“{key}”。{NearestName.Hint(key, [.. catalogue.Registers.Keys])}");
            return null;
        }
        var usual = complete ? Usual(register) : new Shared([], []);
        var common = new Shared(
            RecipeReader.Weights(reader.Entries("units"), problems) is { Count: > 0 } weights ? weights : usual.Units,
            reader.Entries("fields")
        );
        var cohorts = reader
            .Entries("cohorts")
            .Select(entry => ReadCohort(entry, register, common, complete ? usual : null))
            .OfType<Cohort>()
            .ToList();
        reader.Done();
        return new CohortFile(register, cohorts);
    }

    /// <summary>What a file says for all its cohorts.</summary>
    private sealed record Shared(IReadOnlyList<(string Selector, double Weight)> Units, IReadOnlyList<YamlEntry> Fields)
    {
        /// <summary>The actions that usually lead to a state.</summary>
        public IReadOnlyDictionary<string, string[]> Via { get; init; } = new Dictionary<string, string[]>();
    }

    /// <summary>What the demonstrations of all places share about the register.</summary>
    private Shared Usual(RegisterDefinition register)
    {
        if (!shared.TryGetValue(register.Key, out var node))
            return new(words.UnitsOf(register.Line), []);
        var reader = new YamlReader(node, node.Mark, DemoShapes.Common, register.Key, problems);
        var own = RecipeReader.Weights(reader.Entries("units"), problems);
        var usual = new Shared(own.Count > 0 ? own : words.UnitsOf(register.Line), reader.Entries("fields"))
        {
            Via = reader
                .Entries("via")
                .ToDictionary(
                    entry => entry.Key,
                    entry => reader.Texts(entry).Select(text => text.Value).ToArray(),
                    StringComparer.Ordinal
                ),
        };
        reader.Done();
        return usual;
    }

    /// <param name="usual">The recipes of all places, when the cohort is to be completed; else null.</param>
    private Cohort? ReadCohort(YamlEntry entry, RegisterDefinition register, Shared common, Shared? usual)
    {
        var before = problems.Count;
        var reader = new YamlReader(entry.Value, entry.Mark, DemoShapes.Cohort, entry.Key, problems);
        var weights = RecipeReader.Weights(reader.Entries("units"), problems);
        var chosen = UnitSelector.Choose(units, weights.Count > 0 ? weights : common.Units);
        if (chosen.Count == 0)
            reader.Problem(reader.MarkOf("units"), "units 没有选中任何单位。写单位代码、代码结尾（-12）或类别（office）和权重。");
        var months = register.IsReturn ? Months(reader) : [];
        var count = register.IsReturn ? chosen.Count * months.Count : reader.Number("count") ?? 0;
        if (count <= 0 && !register.IsReturn)
            reader.Problem(reader.MarkOf("count"), "count 应当是大于零的整数。");
        var own = reader.Entries("fields");
        var without = reader.Texts("without").Select(text => text.Value).ToHashSet(StringComparer.Ordinal);
        var path = usual is null ? null : Path(reader, register, usual);
        var span = Span(reader);
        var inTurn = reader.Flag("in_turn");
        reader.Done();
        if (usual is not null && path is null)
            return null;

        var recipes = new Dictionary<int, Recipe>();
        var recipeReader = new RecipeReader(catalogue, register, words.Words, count, problems);
        var shareable = common.Fields.Concat(
            (usual?.Fields ?? []).Where(field => common.Fields.All(other => other.Key != field.Key))
        );
        foreach (
            var field in shareable
                .Where(field => own.All(other => other.Key != field.Key) && !without.Contains(field.Key))
                .Where(field => path is null || register.Field(field.Key) is not { } known || path.Fills(known))
                .Concat(own)
        )
            if (Field(register, field) is { } definition && recipeReader.Read(field.Value, definition) is { } recipe)
                recipes[definition.Slot] = recipe;
        if (path is not null)
        {
            recipes[FieldDefinition.StateSlot] = new ConstantRecipe(path.State);
            new AutoRecipes(register, path, span, words, units[0].Code[..2]).Complete(recipes, without);
        }
        if (!recipes.ContainsKey(FieldDefinition.StateSlot))
            problems.Add(new(entry.Mark.File, entry.Mark.Line, $"记录组“{entry.Key}”没有写 state（环节）。"));
        foreach (var recipe in recipes.Values.OfType<NearUnitRecipe>().Where(recipe => !recipe.OrOwn))
            CheckNear(recipe, chosen, entry);
        if (problems.Count > before)
            return null;
        return new Cohort
        {
            Name = entry.Key,
            Count = count,
            Units = chosen,
            InTurn = inTurn,
            Months = months,
            Steps = Ordered(recipes, register, entry),
            Path = path,
        };
    }

    /// <summary>The way to the state that a completed cohort names.</summary>
    private static FlowPath? Path(YamlReader reader, RegisterDefinition register, Shared usual)
    {
        var state = reader.Required("state");
        IReadOnlyList<string> via = reader.Has("via")
            ? [.. reader.Texts("via").Select(text => text.Value)]
            : usual.Via.GetValueOrDefault(state, []);
        if (register.States.All(own => own.Key != state))
            reader.Problem(
                reader.MarkOf("state"),
                $"台账“{register.Key}”没有环节“{state}”。可用：{string.Join("、", register.States.Select(own => own.Key))}。"
            );
        else if (FlowPath.To(register, state, via) is { } path)
            return path;
        else
            reader.Problem(reader.MarkOf("via"), $"经过这些操作到不了环节“{state}”。核对 via 的操作和次序。");
        return null;
    }

    /// <summary>The days in which a completed cohort lives; without the key the year of the report up to its day.</summary>
    private Span Span(YamlReader reader)
    {
        if (reader.Text("period") is not { } text)
            return new(new(place.Year, 1, 2), place.Today);
        var parts = text.Split("..");
        if (parts.Length == 2 && Day(parts[0]) is { } from && Day(parts[1]) is { } to && from <= to)
            return new(from, to);
        reader.Problem(reader.MarkOf("period"), $"period 写成 2022-01-01..2023-12-31，先小后大，现在是“{text}”。");
        return default;

        static DateOnly? Day(string text) =>
            DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? day
                : null;
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
                    new(
                        entry.Mark.File,
                        entry.Mark.Line,
                        $"记录组“{entry.Key}”：{unit.Name}的下级、同级和上级里没有 unit 所列的单位。"
                    )
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
