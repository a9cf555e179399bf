namespace Fazhang.Core.Demo;

/// <summary>
/// Names units in demonstration files: a full code (210202-12), a code ending (-12: that department wherever it is),
/// or a kind (office).
/// </summary>
internal static class UnitSelector
{
    public static bool Matches(string selector, DemoUnit unit) =>
        selector.StartsWith('-') ? unit.Code.EndsWith(selector, StringComparison.Ordinal)
        : char.IsAsciiDigit(selector[0]) ? unit.Code == selector
        : unit.Kind == selector;

    /// <summary>
    /// The units named, each with the weight of the first selector that names it. Where one selector names several
    /// units their weights vary, always in the same way, so that no two units of a place look alike.
    /// </summary>
    public static IReadOnlyList<(DemoUnit Unit, double Weight)> Choose(
        IReadOnlyList<DemoUnit> units,
        IReadOnlyList<(string Selector, double Weight)> selectors
    )
    {
        var chosen = new List<(DemoUnit, double)>();
        foreach (var unit in units)
        foreach (var (selector, weight) in selectors)
            if (Matches(selector, unit))
            {
                chosen.Add((unit, weight * (char.IsAsciiDigit(selector[0]) ? 1 : Size(unit))));
                break;
            }
        return chosen;
    }

    /// <summary>The units named that lie right below a unit or, when none does, beside it, or else the nearest one above it.</summary>
    public static IReadOnlyList<(DemoUnit Unit, double Weight)> Near(
        IReadOnlyList<DemoUnit> units,
        DemoUnit unit,
        IReadOnlyList<(string Selector, double Weight)> selectors
    )
    {
        var below = Choose([.. units.Where(other => other.ParentCode == unit.Code)], selectors);
        if (below.Count > 0)
            return below;
        var beside = Choose([.. units.Where(other => other.ParentCode == unit.ParentCode)], selectors);
        return beside.Count > 0 ? beside : Above(units, unit, selectors);
    }

    private static IReadOnlyList<(DemoUnit Unit, double Weight)> Above(
        IReadOnlyList<DemoUnit> units,
        DemoUnit unit,
        IReadOnlyList<(string Selector, double Weight)> selectors
    )
    {
        if (units.FirstOrDefault(other => other.Code == unit.ParentCode) is not { } parent)
            return [];
        var chosen = Choose([parent], selectors);
        return chosen.Count > 0 ? chosen : Above(units, parent, selectors);
    }

    private static double Size(DemoUnit unit) => unit.Size * (0.6 + 0.8 * SplitMix64.From(unit.Code).Fraction());
}
