namespace Fazhang.Core.Demo.Recipes;

/// <summary>
/// One of <paramref name="Size"/> values in turn, always the same ones: fields of the same key and size agree in all cohorts
/// and registers, so that a lawyer's name goes with the number of the licence and an enterprise is served more than once.
/// </summary>
internal sealed record PoolRecipe(Recipe Inner, string Key, int Size) : Recipe
{
    public override IEnumerable<int> Needs => Inner.Needs;

    public override bool Refers(string register) => Inner.Refers(register);

    public override Func<DemoRow, object?> Begin(CohortRun run)
    {
        var inner = Inner.Begin(run);
        return row =>
        {
            var place = row.Index % Size;
            return inner(
                new DemoRow
                {
                    Index = place,
                    Unit = row.Unit,
                    Values = row.Values,
                    Random = SplitMix64.From($"{Key}/{Size}/{place}"),
                    Month = row.Month,
                }
            );
        };
    }
}

/// <summary>The text that a record named by another field has in one of its fields; null when no record is named.</summary>
/// <param name="Slot">The field that names the record.</param>
internal sealed record FieldOfRecordRecipe(int Slot, string Register, string Column) : Recipe
{
    public override IEnumerable<int> Needs => [Slot];

    public override Func<DemoRow, object?> Begin(CohortRun run)
    {
        var texts = run.Texts(Register, Column);
        return row => row.Values[Slot] is long id ? texts.GetValueOrDefault(id) : null;
    }
}
