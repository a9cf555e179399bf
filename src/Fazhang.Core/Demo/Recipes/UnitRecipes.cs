using Fazhang.Core.Definitions;

namespace Fazhang.Core.Demo.Recipes;

/// <summary>A unit near the row's own, by weights of selectors (see <see cref="UnitSelector.Near"/>). Gives the unit's number.</summary>
internal sealed record NearUnitRecipe(IReadOnlyList<(string Selector, double Weight)> Weights) : Recipe
{
    /// <summary>Where there is no such unit near, the row's own.</summary>
    public bool OrOwn { get; init; }

    public override Func<DemoRow, object?> Begin(CohortRun run)
    {
        var tables = run
            .RowUnits.Distinct()
            .ToDictionary(
                unit => unit.Code,
                unit => new WeightedTable<object>(
                    Near(run.Units, unit).Select(pair => ((object)run.UnitIds[pair.Unit.Code], pair.Weight))
                ),
                StringComparer.Ordinal
            );
        return row => tables[row.Unit.Code].Draw(row.Random);
    }

    private IReadOnlyList<(DemoUnit Unit, double Weight)> Near(IReadOnlyList<DemoUnit> units, DemoUnit unit)
    {
        var near = UnitSelector.Near(units, unit, Weights);
        return near.Count == 0 && OrOwn ? [(unit, 1)] : near;
    }
}

/// <summary>Units of the whole place that the selectors name, each in turn in random order: as many rows, as many different units. Where there is none, the row's own.</summary>
internal sealed record EachUnitRecipe(IReadOnlyList<(string Selector, double Weight)> Selectors) : Recipe
{
    public override Func<DemoRow, object?> Begin(CohortRun run)
    {
        var units = UnitSelector.Choose(run.Units, Selectors).Select(pair => (object)run.UnitIds[pair.Unit.Code]).ToArray();
        run.Random.Shuffle(units);
        return row => units.Length == 0 ? row.Values[FieldDefinition.UnitSlot] : units[row.Index % units.Length];
    }
}

/// <summary>A value that depends on which unit another field holds (the first selector that names it).</summary>
internal sealed record MatchUnitRecipe(int Slot, IReadOnlyList<(string Selector, object? Value)> Cases) : Recipe
{
    public override IEnumerable<int> Needs => [Slot];

    public override Func<DemoRow, object?> Begin(CohortRun run)
    {
        var values = new Dictionary<long, object?>();
        foreach (var unit in run.Units)
        foreach (var (selector, value) in Cases)
            if (UnitSelector.Matches(selector, unit))
            {
                values[run.UnitIds[unit.Code]] = value;
                break;
            }
        return row => row.Values[Slot] is long id ? values.GetValueOrDefault(id) : null;
    }
}
