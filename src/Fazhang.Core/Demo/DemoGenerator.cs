using Fazhang.Core.Deadlines;
using Fazhang.Core.Definitions;
using Fazhang.Core.Expressions;
using Fazhang.Core.Records;
using Fazhang.Core.Units;

namespace Fazhang.Core.Demo;

/// <summary>Makes the records of cohorts: the same ones every time, on every machine.</summary>
internal sealed class DemoGenerator(
    DemoPlace place,
    IReadOnlyDictionary<string, long> unitIds,
    WorkCalendar calendar,
    DemoTargets targets,
    DemoTexts texts
)
{
    // A row whose chances fell against a rule is made again; this often means that the cohort asks for the impossible.
    private const int Attempts = 200;

    private readonly Dictionary<string, HashSet<string>> taken = new(StringComparer.Ordinal);
    private readonly EvaluationContext context = new() { Today = place.Today, Calendar = calendar };
    private readonly UnitTree tree = UnitTree.Of(
        [.. place.Units.Select(unit => new UnitInput(unit.Code, unit.Name, unit.Abbr, unit.Kind, unit.ParentCode))],
        unitIds
    );
    private readonly Dictionary<string, object> boxedIds = unitIds.ToDictionary(
        pair => pair.Key,
        pair => (object)pair.Value,
        StringComparer.Ordinal
    );

    /// <summary>The records of a register in the order of their number's date.</summary>
    /// <exception cref="InvalidOperationException">A completed cohort asks for what the register's rules forbid.</exception>
    public IEnumerable<object?[]> Rows(CohortFile file)
    {
        var rows = new List<object?[]>(file.Cohorts.Sum(cohort => cohort.Count));
        var errors = new List<string>();
        if (!taken.TryGetValue(file.Register.Key, out var unique))
            taken[file.Register.Key] = unique = new(StringComparer.Ordinal);
        foreach (var cohort in file.Cohorts)
            Add(rows, file.Register, cohort, unique, errors);
        if (errors.Count > 0)
            throw new InvalidOperationException(string.Join("\n", errors));
        var (date, first) = (file.DateSlot, file.Register.IsReturn ? file.DateSlot : file.FirstDateSlot);
        // OrderBy is stable: records of one day stay in the order they were made.
        return rows.OrderBy(row => row[date] as DateOnly? ?? (DateOnly)row[first]!);
    }

    private void Add(
        List<object?[]> rows,
        RegisterDefinition register,
        Cohort cohort,
        HashSet<string> unique,
        List<string> errors
    )
    {
        var random = SplitMix64.From($"{place.Key}/{register.Key}/{cohort.Name}");
        var run = new CohortRun
        {
            Random = random,
            RowUnits = RowUnits(cohort, random),
            Units = place.Units,
            UnitIds = unitIds,
            Calendar = calendar,
            Context = context,
            Targets = targets,
            Texts = texts,
        };
        var steps = cohort.Steps.Select(step => (step.Slot, Make: step.Recipe.Begin(run))).ToArray();
        var validator = cohort.Path is null ? null : new RecordValidator(register);
        for (var i = 0; i < cohort.Count; i++)
        {
            string? wrong = null;
            object?[] values;
            var attempt = 0;
            do
            {
                values = Row(register, cohort, run, steps, i);
                wrong = validator is null
                    ? null
                    : Wrong(register, cohort, validator, values) ?? Repeated(register, values, unique);
            } while (wrong is not null && ++attempt < Attempts);
            if (wrong is not null)
            {
                errors.Add($"{register.Key} 的记录组“{cohort.Name}”造不出合规的记录：{wrong}给有关字段写明做法。");
                return;
            }
            rows.Add(values);
            unique.UnionWith(UniqueKeys(register, values));
        }
    }

    private object?[] Row(
        RegisterDefinition register,
        Cohort cohort,
        CohortRun run,
        (int Slot, Func<DemoRow, object?> Make)[] steps,
        int index
    )
    {
        var values = new object?[register.Fields.Count];
        values[FieldDefinition.UnitSlot] = boxedIds[run.RowUnits[index].Code];
        DateOnly? month = cohort.Months.Count > 0 ? cohort.Months[index % cohort.Months.Count] : null;
        if (month is not null)
            values[FieldDefinition.PeriodSlot] = DemoRow.Day(month.Value);
        var row = new DemoRow
        {
            Index = index,
            Unit = run.RowUnits[index],
            Values = values,
            Random = run.Random,
            Month = month,
        };
        foreach (var (slot, make) in steps)
            values[slot] = make(row);
        return values;
    }

    /// <summary>What the register's rules or the conditions of the actions on the way say against the row; null when nothing.</summary>
    private string? Wrong(RegisterDefinition register, Cohort cohort, RecordValidator validator, object?[] values)
    {
        var errors = new List<FieldError>();
        StoredValue.Compute(register, values, context, errors);
        validator.Check(values, null, tree, context, errors);
        if (errors.Count > 0)
            return string.Join("", errors.Take(3).Select(error => error.Message));
        return cohort.Path!.Actions.FirstOrDefault(action => action.When?.Evaluate(values, context) is false)?.Otherwise;
    }

    private static string? Repeated(RegisterDefinition register, object?[] values, HashSet<string> taken) =>
        UniqueKeys(register, values).FirstOrDefault(taken.Contains) is { } key ? $"不能重复的值用完了（{key}）。" : null;

    /// <summary>What no other record of the register may repeat.</summary>
    private static IEnumerable<string> UniqueKeys(RegisterDefinition register, object?[] values) =>
        register
            .Fields.Where(field => field.UniqueWithin is not null && values[field.Slot] is not null)
            .Select(field =>
                $"{field.Title} {values[field.Slot]} {string.Join(' ', field.UniqueWithin!.Select(key => values[register.Field(key)!.Slot]))}"
            );

    private static DemoUnit[] RowUnits(Cohort cohort, SplitMix64 random)
    {
        if (cohort.Months.Count > 0)
            return [.. cohort.Units.SelectMany(pair => Enumerable.Repeat(pair.Unit, cohort.Months.Count))];
        if (cohort.InTurn)
            return [.. Enumerable.Range(0, cohort.Count).Select(i => cohort.Units[i % cohort.Units.Count].Unit)];
        var table = new WeightedTable<DemoUnit>(cohort.Units);
        var units = new DemoUnit[cohort.Count];
        for (var i = 0; i < units.Length; i++)
            units[i] = table.Draw(random);
        return units;
    }
}
