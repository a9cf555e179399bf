using System.Data.Common;
using Fazhang.Core.Access;
using Fazhang.Core.Definitions;
using Fazhang.Core.Journal;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Records;

/// <summary>An opening that somebody may make use of now.</summary>
/// <param name="Action">The action it belongs to; null for entering.</param>
public sealed record OfferedOpening(ActionDefinition? Action, OpeningDefinition Opening, RegisterDefinition Target);

/// <summary>Records that come out of others (由此产生).</summary>
public sealed partial class RecordStore
{
    /// <summary>The openings offered on a record: its action is done, its condition holds, and the actor may enter such a record.</summary>
    public IReadOnlyList<OfferedOpening> Offered(Actor actor, Record record, IReadOnlyList<JournalEntry> history)
    {
        if (!record.Register.AllOpenings.Any(pair => pair.Opening.Offer))
            return [];
        var done = FlowStep
            .Of(record.Register, history, record.Values)
            .Select(step => step.Action)
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. from pair in record.Register.AllOpenings
            where pair.Opening.Offer && (pair.Action is null || done.Contains(pair.Action.Key))
            let target = books.Catalogue.Registers[pair.Opening.Target]
            where
                books.Gate.CanCreate(actor, target)
                && Holds(pair.Opening, record.Values)
                && (pair.Opening.Again || !books.Read(connection => IsOpened(connection, null, pair.Opening, target, record.Id)))
            select new OfferedOpening(pair.Action, pair.Opening, target),
        ];
    }

    /// <summary>
    /// The values of the form for a record that is offered. Personal fields of the source are in it only when the actor may see
    /// them; that is a look, and <paramref name="looked"/> says that it has to be journaled.
    /// </summary>
    public object?[] Opened(Actor actor, Record record, OfferedOpening offered, out bool looked)
    {
        var (_, opening, target) = offered;
        var values = Blank(actor, target);
        var wanted = opening.Unit is { } field ? record.Values[field.Slot] as long? : record.UnitId;
        if (wanted is { } unit && books.Gate.CanCreate(actor, target, unit))
            values[FieldDefinition.UnitSlot] = unit;
        var personal = books.Gate.CanSeePersonal(actor, record.Register, record.UnitId);
        looked =
            personal
            && opening.Fills.Any(fill =>
                fill.Sources.Any(source => source.Personal != Personal.None && record.Values[source.Slot] is not null)
            );
        new OpeningValues(books, Context()).Fill(
            opening,
            target,
            record.Register,
            record.Id,
            record.Values,
            values,
            source =>
                (personal || source.Personal == Personal.None)
                && books.Gate.CanSee(actor, record.Register, source, record.UnitId, record.State.Key)
        );
        return values;
    }

    private bool Holds(OpeningDefinition opening, object?[] values) =>
        opening.When is null || opening.When.Evaluate(values, Context()) is true;

    /// <summary>What the change opens by itself, ready to be saved.</summary>
    private List<(OpeningDefinition Opening, Change New)> Opening(Change change, long sourceId)
    {
        var (connection, transaction, actor, register, current, values, action, _, _) = change;
        var openings = current is null && action == JournalAction.Create ? register.Opens : register.Action(action)?.Opens;
        var opened = new List<(OpeningDefinition, Change)>();
        foreach (var opening in openings ?? [])
        {
            var target = books.Catalogue.Registers[opening.Target];
            if (
                opening.Offer
                || !Holds(opening, values)
                || (opening.Into is { } into && values[into.Slot] is not null)
                || (!opening.Again && IsOpened(connection, transaction, opening, target, sourceId))
            )
                continue;
            var made = new object?[target.Fields.Count];
            made[FieldDefinition.StateSlot] = target.Initial.Key;
            made[FieldDefinition.UnitSlot] = values[opening.Unit?.Slot ?? FieldDefinition.UnitSlot];
            new OpeningValues(books, Context()).Fill(opening, target, register, sourceId, values, made);
            var name = values[FieldDefinition.NumberSlot] as string ?? $"{register.Title}#{sourceId}";
            var why = $"由{name}“{JournalAction.TitleOf(register, action) ?? action}”产生";
            opened.Add((opening, new(connection, transaction, actor.ForSystem(), target, null, made, JournalAction.Create, why)));
        }
        return opened;
    }

    /// <summary>
    /// Saves what the change opens. What is wrong with it is wrong with the change: the errors say which of its fields to mend.
    /// </summary>
    private List<Record> SaveOpenings(Change change, long sourceId, List<FieldError> errors)
    {
        var records = new List<Record>();
        foreach (var (opening, made) in Opening(change, sourceId))
            switch (Save(made, []))
            {
                case SaveResult.Saved saved:
                    records.Add(saved.Record);
                    if (opening.Into is { } into)
                        change.Values[into.Slot] = saved.Record.Id;
                    break;
                case SaveResult.Invalid invalid:
                    errors.AddRange(invalid.Errors.Select(error => AtSource(change, opening, made.Register, error)));
                    break;
                case var other:
                    throw new InvalidOperationException($"A new record cannot end as {other}.");
            }
        return records;
    }

    /// <summary>What would be wrong with what the change opens, without saving any of it.</summary>
    private void CheckOpenings(Change change, List<FieldError> errors)
    {
        foreach (var (opening, made) in Opening(change, change.Current!.Id))
        {
            var wrong = new List<FieldError>();
            Check(made, wrong);
            errors.AddRange(wrong.Select(error => AtSource(change, opening, made.Register, error)));
        }
    }

    private static FieldError AtSource(Change change, OpeningDefinition opening, RegisterDefinition target, FieldError error)
    {
        var sources = opening.Fills.FirstOrDefault(fill => fill.Field.Key == error.Field)?.Sources ?? [];
        var hint = sources.Count == 0 ? "" : $"（取自本记录的“{string.Join("”“", sources.Select(source => source.Title))}”）";
        var asked = change.Register.Action(change.Action)?.Asks ?? change.Register.EntryFields;
        return new(
            sources.FirstOrDefault(source => asked.Any(field => field.Key == source.Key))?.Key,
            "opens",
            $"要同时产生“{target.Title}”，但是：{error.Message}{hint}"
        );
    }

    private bool IsOpened(
        DbConnection connection,
        DbTransaction? transaction,
        OpeningDefinition opening,
        RegisterDefinition target,
        long sourceId
    )
    {
        using var command = connection.Command(
            transaction,
            $"SELECT 1 FROM {SqlDialect.Quote(target.Table)} WHERE {SqlDialect.Quote(opening.Back.Column)} = @id LIMIT 1",
            books.Dialect,
            [new KeyValuePair<string, object?>("id", sourceId)]
        );
        return command.ExecuteScalar() is not null;
    }
}
