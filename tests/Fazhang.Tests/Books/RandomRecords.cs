using Fazhang.Core.Definitions;
using Fazhang.Core.Expressions;
using Fazhang.Core.Fields;
using Fazhang.Core.Figures;
using Fazhang.Core.Records;
using Fazhang.Core.Storage;

namespace Fazhang.Tests.Books;

/// <summary>
/// Records of any register with values of pure chance, put into the table and posted as a save does, without the rules
/// of the register: what is counted must follow from what is stored, whether it is sensible or not.
/// </summary>
internal sealed class RandomRecords(TestBooks test, Random random, IReadOnlyList<long>? among = null)
{
    private readonly EvaluationContext context = new() { Today = test.Today, Calendar = test.Books.Catalogue.Calendar };

    private readonly IReadOnlyList<long> units = among ?? [test.City.Id, test.East.Id, test.Town.Id, test.West.Id];

    private int running;

    /// <summary>Adds records and changes a third of them again, all in one transaction.</summary>
    public void Fill(RegisterDefinition register, int count) =>
        test.Books.Write(
            (connection, transaction) =>
            {
                var plan = test.Books.Plan(register);
                for (var i = 0; i < count; i++)
                {
                    var values = Values(register, i);
                    var id = plan.PrepareInsert(connection, transaction).Insert(values, "2024-01-01", null, null);
                    Cells.Add(connection, transaction, test.Dialect, plan.Postings.Deltas(null, values));
                    if (random.Next(3) > 0)
                        continue;
                    var changed = Values(register, i);
                    foreach (var slot in Enumerable.Range(0, values.Length).Where(_ => random.Next(2) == 0))
                        changed[slot] = values[slot];
                    StoredValue.Compute(register, changed, context, []);
                    plan.PrepareUpdate(connection, transaction).Update(id, 1, changed, "2024-01-01", null, null);
                    Cells.Add(connection, transaction, test.Dialect, plan.Postings.Deltas(values, changed));
                }
                return 0;
            }
        );

    private object?[] Values(RegisterDefinition register, int index)
    {
        var values = new object?[register.Fields.Count];
        foreach (var field in register.Fields.Where(field => field.Computed is null))
            values[field.Slot] = Value(field, random);
        values[FieldDefinition.UnitSlot] = units[index % units.Count];
        values[FieldDefinition.StateSlot] = register.States[random.Next(register.States.Count)].Key;
        values[FieldDefinition.NumberSlot] = null;
        if (register.IsReturn)
            // One for a unit and a period: the tables themselves refuse a second.
            values[FieldDefinition.PeriodSlot] = new DateOnly(2022, 1, 1).AddMonths(index / units.Count * register.PeriodMonths);
        StoredValue.Compute(register, values, context, []);
        return values;
    }

    /// <summary>A value that the field can hold, or none.</summary>
    public object? Value(FieldDefinition field) => Value(field, random);

    private object? Value(FieldDefinition field, Random chance)
    {
        if (field.UniqueWithin is not null)
            return field.Type.Storage switch
            {
                StorageType.Integer => (long)++running,
                StorageType.Date => new DateOnly(2023, 1, 1).AddDays(++running % 700),
                _ => $"{++running}",
            };
        if (chance.Next(6) == 0)
            return null;
        return field.Type switch
        {
            ChoicesField { Choices: { } list } => string.Join(
                ',',
                list.Items.Where(_ => chance.Next(3) == 0).Select(item => item.Code)
            )
                is { Length: > 0 } chosen
                ? chosen
                : null,
            { Choices: { } list } => list.Items[chance.Next(list.Items.Count)].Code,
            RowsField rows => Rows(rows, chance),
            AttachmentField => null,
            UnitField => units[chance.Next(units.Count)],
            UserField or RecordField => (long)chance.Next(1, 4),
            DateTimeField => DateTimeField.Stored(Day(chance).ToDateTime(new TimeOnly(chance.Next(24), chance.Next(60)))),
            MonthField => Day(chance) is var day ? new DateOnly(day.Year, day.Month, 1) : default,
            { Storage: StorageType.Date } => Day(chance),
            { Storage: StorageType.Boolean } => chance.Next(2) == 0,
            { Storage: StorageType.Integer } => Amount(field, chance),
            _ => new[] { "甲", "乙" }[chance.Next(2)],
        };
    }

    // Ends of months and of years come up often: there a posting and a condition would part ways.
    private static DateOnly Day(Random chance)
    {
        var month = new DateOnly(2021, 1, 1).AddMonths(12 + chance.Next(36) - (chance.Next(8) == 0 ? 12 : 0));
        return chance.Next(4) switch
        {
            0 => month,
            1 => month.AddMonths(1).AddDays(-1),
            _ => month.AddDays(chance.Next(28)),
        };
    }

    private static long Amount(FieldDefinition field, Random chance)
    {
        var unit = (long)Math.Pow(10, field.Type.Scale);
        var least = field.Min ?? -2 * unit;
        return Math.Clamp(least + chance.Next(12) * unit + chance.Next((int)unit), least, field.Max ?? long.MaxValue);
    }

    private string? Rows(RowsField rows, Random chance) =>
        rows.Write(
            Enumerable
                .Range(0, chance.Next(3))
                .Select(_ =>
                {
                    var row = new object?[rows.Columns.Count];
                    foreach (var column in rows.Columns)
                        row[column.Slot] = Value(column, chance);
                    return row;
                })
        );
}
