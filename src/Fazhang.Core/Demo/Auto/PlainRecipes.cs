using Fazhang.Core.Definitions;
using Fazhang.Core.Demo.Recipes;
using Fazhang.Core.Expressions;
using Fazhang.Core.Fields;
using Fazhang.Core.Records;

namespace Fazhang.Core.Demo.Auto;

/// <summary>The value of an expression over the row: a default, or what an action sets.</summary>
internal sealed record ExpressionRecipe(FieldDefinition Field, Expression Value, IReadOnlyList<int> Uses) : Recipe
{
    public override IEnumerable<int> Needs => Uses;

    public override Func<DemoRow, object?> Begin(CohortRun run) =>
        row => StoredValue.Of(Field, Value.Evaluate(row.Values, run.Context));
}

/// <summary>Made only where the definition requires the field.</summary>
internal sealed record RequiredRecipe(Recipe Inner, Expression When, IReadOnlyList<int> Uses) : Recipe
{
    public override IEnumerable<int> Needs => Inner.Needs.Concat(Uses);

    public override bool Refers(string register) => Inner.Refers(register);

    public override Func<DemoRow, object?> Begin(CohortRun run)
    {
        var inner = Inner.Begin(run);
        return row => When.Evaluate(row.Values, run.Context) is true ? inner(row) : null;
    }
}

/// <summary>What the field's type invents, about the first of the dates that the record has.</summary>
internal sealed record InventedRecipe(FieldType Type, IReadOnlyList<int> Dates, DateOnly Otherwise) : Recipe
{
    public override IEnumerable<int> Needs => Dates;

    /// <summary>Whether a type has a form of its own to invent.</summary>
    public static bool Can(FieldType type) => type.Invent(new(new SplitMix64(1), "11", new DateOnly(2024, 1, 2))) is not null;

    public override Func<DemoRow, object?> Begin(CohortRun run) =>
        row => Type.Invent(new(row.Random, row.Unit.Province, Day(row)));

    private DateOnly Day(DemoRow row)
    {
        foreach (var slot in Dates)
            if (row.Values[slot] is DateOnly day)
                return day;
        return Otherwise;
    }
}

/// <summary>A few rows of a small table, each column made like a field of its own.</summary>
internal sealed record RowsRecipe(RowsField Field, IReadOnlyList<(int Slot, Recipe Recipe)> Columns, int Least, int Most) : Recipe
{
    public override Func<DemoRow, object?> Begin(CohortRun run)
    {
        var columns = Columns.Select(column => (column.Slot, Make: column.Recipe.Begin(run))).ToArray();
        return row =>
            Field.Write(
                Enumerable
                    .Range(0, row.Random.Between(Least, Most))
                    .Select(i =>
                    {
                        var line = new DemoRow
                        {
                            Index = row.Index * Most + i,
                            Unit = row.Unit,
                            Values = new object?[Field.Columns.Count],
                            Random = row.Random,
                        };
                        foreach (var (slot, make) in columns)
                            line.Values[slot] = make(line);
                        return line.Values;
                    })
                    .ToList()
            );
    }
}

/// <summary>
/// A record of another register, of the row's own unit where there is one, by its number in the books. With conditions
/// only records that have those values; in order, so that they are used evenly.
/// </summary>
internal sealed record TargetRecipe(string Register, IReadOnlyList<(string Field, object Value)> Where) : Recipe
{
    public override bool Refers(string register) => Register == register;

    public override Func<DemoRow, object?> Begin(CohortRun run)
    {
        var all = run.Targets(Register, Where);
        var own = all.GroupBy(target => target.Unit)
            .ToDictionary(group => group.Key, group => group.Select(target => (object)target.Id).ToArray());
        var any = all.Select(target => (object)target.Id).ToArray();
        var taken = new Dictionary<object[], int>();
        return row =>
        {
            var from = own.GetValueOrDefault((long)row.Values[FieldDefinition.UnitSlot]!, any);
            if (from.Length == 0)
                return null;
            var next = taken.GetValueOrDefault(from);
            taken[from] = next + 1;
            return from[next % from.Length];
        };
    }
}
