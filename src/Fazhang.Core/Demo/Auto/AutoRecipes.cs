using Fazhang.Core.Definitions;
using Fazhang.Core.Demo.Recipes;
using Fazhang.Core.Expressions;
using Fazhang.Core.Fields;

namespace Fazhang.Core.Demo.Auto;

/// <summary>
/// Recipes for the fields that a cohort says nothing about: what the definition requires on the way to the cohort's state
/// is filled in, what it leaves open stays empty.
/// </summary>
internal sealed class AutoRecipes(RegisterDefinition register, FlowPath path, Span span, DemoWords words, string province)
{
    // Work is lighter around the Spring Festival and in the autumn holiday, and heavier before the year's end.
    private static readonly Dictionary<int, double> Season = new()
    {
        [1] = 0.9,
        [2] = 0.6,
        [3] = 1.1,
        [4] = 1.0,
        [5] = 0.95,
        [6] = 1.1,
        [7] = 0.95,
        [8] = 0.95,
        [9] = 1.1,
        [10] = 0.85,
        [11] = 1.15,
        [12] = 1.1,
    };

    /// <summary>Adds to the recipes of a cohort those that are missing.</summary>
    public void Complete(Dictionary<int, Recipe> recipes, IReadOnlySet<string> without)
    {
        var given = recipes.Keys.ToHashSet();
        foreach (var field in register.Fields.Where(field => !field.BuiltIn && !without.Contains(field.Key)))
            if (!recipes.ContainsKey(field.Slot) && path.SetOf(field) is { Value: { } value })
                recipes[field.Slot] = new ExpressionRecipe(field, value, Slots(value));
        var anchors = recipes
            .Where(pair => pair.Value is SpreadRecipe or ConstantRecipe && register.Fields[pair.Key].Type is DateField)
            .Select(pair => pair.Key)
            .ToHashSet();
        var chain = Chain(recipes, anchors, without);
        var known = chain.ToDictionary(slot => slot, slot => KnownAt(slot, chain, recipes));
        foreach (var field in register.Fields.Where(field => !recipes.ContainsKey(field.Slot) && !without.Contains(field.Key)))
            if (IsWanted(field) && (chain.Contains(field.Slot) ? Date(field, chain, known, anchors) : Plain(field)) is { } recipe)
                recipes[field.Slot] =
                    field.RequiredWhen is { } when && !field.Required && !path.Wants(field)
                        ? new RequiredRecipe(recipe, when, Slots(when))
                        : recipe;
        foreach (var clock in register.Deadlines.Where(clock => clock.Again && clock.RunsIn(register.State(path.State))))
            if (!given.Contains(clock.Until.Slot) && recipes.TryGetValue(clock.Until.Slot, out var first))
                recipes[clock.Until.Slot] = new RoundRecipe(first, clock);
    }

    private bool IsWanted(FieldDefinition field) =>
        path.IsEntry(field)
            ? field.Required || field.RequiredWhen is not null || (field.Default is not null && field.Type is not DateField)
            : path.Wants(field) || (path.Fills(field) && field.RequiredWhen is not null);

    /// <summary>The slots of the record's dates in the order of its life, with those that are given.</summary>
    private List<int> Chain(Dictionary<int, Recipe> recipes, HashSet<int> anchors, IReadOnlySet<string> without)
    {
        var entry = register.Fields.Where(field => path.IsEntry(field));
        var asked = path.Actions.SelectMany(action => action.Asks.OrderBy(field => field == action.On ? 0 : 1));
        return
        [
            .. entry
                .Concat(asked)
                .Where(field => field.Type is DateField && !without.Contains(field.Key))
                .Where(field => recipes.ContainsKey(field.Slot) || IsWanted(field))
                .Select(field => field.Slot)
                .Distinct(),
        ];
    }

    /// <summary>
    /// From which place of the chain on a date is known: its own, or that of the last date its recipe needs, directly or by
    /// way of other recipes.
    /// </summary>
    private static int KnownAt(int slot, List<int> chain, Dictionary<int, Recipe> recipes)
    {
        var at = chain.IndexOf(slot);
        var seen = new HashSet<int> { slot };
        var waiting = new Queue<int>([slot]);
        while (waiting.TryDequeue(out var next))
            foreach (var need in recipes.TryGetValue(next, out var recipe) ? recipe.Needs : [])
                if (seen.Add(need))
                {
                    at = Math.Max(at, chain.IndexOf(need));
                    waiting.Enqueue(need);
                }
        return at;
    }

    private ChainDateRecipe Date(FieldDefinition field, List<int> chain, Dictionary<int, int> known, HashSet<int> anchors)
    {
        var at = chain.IndexOf(field.Slot);
        return new(
            field.Slot,
            [.. chain[..at].Where(slot => known[slot] < at)],
            [.. chain[(at + 1)..].Where(anchors.Contains)],
            chain.Count - at - 1,
            [
                .. register.Deadlines.Where(deadline =>
                    deadline.Until == field && chain[..at].Any(slot => slot == deadline.From.Slot && known[slot] < at)
                ),
            ],
            span,
            Season
        );
    }

    private Recipe? Plain(FieldDefinition field)
    {
        if (field.Default is { } standard && !field.Type.IsDated)
            return new ExpressionRecipe(field, standard, Slots(standard));
        return field.Type switch
        {
            ChoicesField { Choices: { } list } => new ShareRecipe([.. Codes(list).Select(code => (code, 1.0))]),
            _ when field.Choices is { } list => new ShareRecipe([.. Codes(list).Select(Skewed)]),
            YesNoField => new ShareRecipe([(true, 15), (false, 85)]),
            MoneyField => new MoneyRecipe(Math.Max(1, (field.Min ?? 100_000) / 100), (field.Max ?? 5_000_000) / 100),
            IntegerField or DecimalField => Whole(field),
            MonthField => new ConstantRecipe(new DateOnly(span.To.Year, span.To.Month, 1)),
            UnitField => new NearUnitRecipe([("department", 1), ("bureau", 0.1)]) { OrOwn = true },
            RecordField reference => new TargetRecipe(reference.Of, []),
            DivisionField => new ConstantRecipe(province + "0000"),
            DateField => new SpreadRecipe(span.From, span.To, Season, 0.04),
            RowsField rows => Rows(rows),
            _ when InventedRecipe.Can(field.Type) => new InventedRecipe(field.Type, EntryDates(), span.To),
            _ when field.Type.IsText => words.Sentence(field, register, unique: field.UniqueWithin is not null),
            _ => null,
        };
    }

    private static RangeRecipe Whole(FieldDefinition field)
    {
        var scale = (long)Math.Pow(10, field.Type.Scale);
        var low = Math.Max(field.Min ?? 0, scale);
        if (low > field.Max)
            low = field.Min ?? 0;
        return new((int)low, (int)Math.Min(field.Max ?? long.MaxValue, low + 9 * scale));
    }

    /// <summary>The dates of the entry form that always have a value.</summary>
    private IReadOnlyList<int> EntryDates() =>
        [
            .. register
                .Fields.Where(field => path.IsEntry(field) && field is { Required: true, Type: DateField })
                .Select(f => f.Slot),
        ];

    private RowsRecipe Rows(RowsField rows) =>
        new(
            rows,
            [
                .. rows
                    .Columns.Where(column => column.Required || column.Choices is not null)
                    .Select(column => (column.Slot, Recipe: Plain(column)))
                    .Where(pair => pair.Recipe is not null)
                    .Select(pair => (pair.Slot, pair.Recipe!)),
            ],
            Math.Max(1, rows.Least),
            Math.Max(2, rows.Least)
        );

    private static IEnumerable<object?> Codes(ChoiceList list) =>
        list.Items.Where(item => !item.Retired).Select(item => (object?)item.Code);

    // No two codes are equally frequent in real life; the same code always has the same weight.
    private (object?, double) Skewed(object? code) => (code, 0.2 + SplitMix64.From($"{register.Key}/{code}").Fraction());

    private IReadOnlyList<int> Slots(Expression expression) =>
        [.. expression.Fields.Select(register.Field).OfType<FieldDefinition>().Select(field => field.Slot)];
}
