using Fazhang.Core.Deadlines;
using Fazhang.Core.Definitions;

namespace Fazhang.Core.Demo;

/// <summary>Makes the records of cohorts: the same ones every time, on every machine.</summary>
internal sealed class DemoGenerator(
    string place,
    IReadOnlyList<DemoUnit> units,
    IReadOnlyDictionary<string, long> unitIds,
    WorkCalendar calendar
)
{
    /// <summary>The records of a register in the order of their number's date.</summary>
    public IEnumerable<object?[]> Rows(CohortFile file)
    {
        var rows = new List<object?[]>(file.Cohorts.Sum(cohort => cohort.Count));
        foreach (var cohort in file.Cohorts)
            Add(rows, file.Register, cohort);
        var (date, first) = (file.DateSlot, file.Register.IsReturn ? file.DateSlot : file.FirstDateSlot);
        // OrderBy is stable: records of one day stay in the order they were made.
        return rows.OrderBy(row => row[date] as DateOnly? ?? (DateOnly)row[first]!);
    }

    private void Add(List<object?[]> rows, RegisterDefinition register, Cohort cohort)
    {
        var random = SplitMix64.From($"{place}/{register.Key}/{cohort.Name}");
        var run = new CohortRun
        {
            Random = random,
            RowUnits = RowUnits(cohort, random),
            Units = units,
            UnitIds = unitIds,
            Calendar = calendar,
        };
        var steps = cohort.Steps.Select(step => (step.Slot, Make: step.Recipe.Begin(run))).ToArray();
        var ids = unitIds.ToDictionary(pair => pair.Key, pair => (object)pair.Value);
        for (var i = 0; i < cohort.Count; i++)
        {
            var values = new object?[register.Fields.Count];
            values[FieldDefinition.UnitSlot] = ids[run.RowUnits[i].Code];
            if (cohort.Months.Count > 0)
                values[FieldDefinition.PeriodSlot] = DemoRow.Day(cohort.Months[i % cohort.Months.Count]);
            var row = new DemoRow
            {
                Index = i,
                Unit = run.RowUnits[i],
                Values = values,
                Random = random,
            };
            foreach (var (slot, make) in steps)
                values[slot] = make(row);
            rows.Add(values);
        }
    }

    private static DemoUnit[] RowUnits(Cohort cohort, SplitMix64 random)
    {
        if (cohort.Months.Count > 0)
            return [.. cohort.Units.SelectMany(pair => Enumerable.Repeat(pair.Unit, cohort.Months.Count))];
        var table = new WeightedTable<DemoUnit>(cohort.Units);
        var units = new DemoUnit[cohort.Count];
        for (var i = 0; i < units.Length; i++)
            units[i] = table.Draw(random);
        return units;
    }
}
