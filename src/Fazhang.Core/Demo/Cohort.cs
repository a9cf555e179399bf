using Fazhang.Core.Definitions;
using Fazhang.Core.Demo.Recipes;

namespace Fazhang.Core.Demo;

/// <summary>A number of records of one register that are alike: how many, of which units, and how each field is made.</summary>
internal sealed record Cohort
{
    public required string Name { get; init; }

    /// <summary>How many records.</summary>
    public required int Count { get; init; }

    /// <summary>The units that have the records, with weights; in a return every one of them has a record a month.</summary>
    public required IReadOnlyList<(DemoUnit Unit, double Weight)> Units { get; init; }

    /// <summary>The units have the records in turn, each as many as the others (or one more), instead of by weight.</summary>
    public bool InTurn { get; init; }

    /// <summary>Returns only: the months, first days.</summary>
    public IReadOnlyList<DateOnly> Months { get; init; } = [];

    /// <summary>The recipes, each after those it needs.</summary>
    public required IReadOnlyList<(int Slot, Recipe Recipe)> Steps { get; init; }

    /// <summary>
    /// The way to the cohort's state, where fields were completed by it: then a row that breaks a rule or a condition of an
    /// action is made again.
    /// </summary>
    public Auto.FlowPath? Path { get; init; }
}

/// <summary>All cohorts of one register.</summary>
internal sealed record CohortFile(RegisterDefinition Register, IReadOnlyList<Cohort> Cohorts)
{
    /// <summary>
    /// The cohorts in parts that are brought in one after the other: a cohort that refers to records of its own register
    /// (the station to its centre) begins a new part.
    /// </summary>
    public IEnumerable<CohortFile> Parts()
    {
        var part = new List<Cohort>();
        foreach (var cohort in Cohorts)
        {
            if (part.Count > 0 && cohort.Steps.Any(step => step.Recipe.Refers(Register.Key)))
            {
                yield return this with
                {
                    Cohorts = part,
                };
                part = [];
            }
            part.Add(cohort);
        }
        yield return this with
        {
            Cohorts = part,
        };
    }

    /// <summary>Slot of the date that records are brought in by: the number's date, a return's month, or the first date that is required.</summary>
    public int DateSlot =>
        Register.Number?.Parts.FirstOrDefault(part => part.Kind == NumberPartKind.Date)?.Field?.Slot
        ?? (Register.IsReturn ? FieldDefinition.PeriodSlot : FirstDateSlot);

    /// <summary>Slot of the date that every record has.</summary>
    public int FirstDateSlot =>
        Register.Fields.FirstOrDefault(item => item is { Required: true, Type: Fields.DateField or Fields.MonthField })?.Slot
        ?? throw new InvalidOperationException($"Register {Register.Key} has no required date.");
}
