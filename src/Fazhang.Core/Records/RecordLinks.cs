using Fazhang.Core.Access;
using Fazhang.Core.Definitions;
using Fazhang.Core.Fields;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Records;

/// <summary>Records that refer to one record by one of their fields. More tells that there are others.</summary>
public sealed record IncomingLinks(RegisterDefinition Register, FieldDefinition Field, IReadOnlyList<Record> Records, bool More)
{
    /// <summary>True when they come out of it by an opening (由此产生); false when they only name it.</summary>
    public bool Produced { get; init; }
}

/// <summary>The record that one came out of (来源), and by which action (null: by being entered).</summary>
public sealed record Origin(Record Record, ActionDefinition? Action);

/// <summary>The way back along references: which records, of those the actor may read, refer to a record.</summary>
public static class RecordLinks
{
    private const int Shown = 10;

    public static IReadOnlyList<IncomingLinks> To(Books books, Actor actor, Record record)
    {
        ArgumentNullException.ThrowIfNull(books);
        ArgumentNullException.ThrowIfNull(record);
        var found = new List<IncomingLinks>();
        foreach (var register in books.Catalogue.Registers.Values)
        foreach (var field in register.Fields)
        {
            if (field.Type is not RecordField reference || reference.Of != record.Register.Key)
                continue;
            var query = new RecordQuery
            {
                Choices = new Dictionary<string, string> { [field.Key] = reference.Input(record.Id) },
                Take = Shown,
            };
            var page = new RecordList(books).Page(actor, register, query);
            if (page.Records.Count > 0)
                found.Add(
                    new(register, field, page.Records, page.Next is not null)
                    {
                        Produced = record.Register.AllOpenings.Any(pair =>
                            pair.Opening.Target == register.Key && pair.Opening.Back.Key == field.Key
                        ),
                    }
                );
        }
        return found;
    }

    /// <summary>Where the record comes from, as far as the actor may read that.</summary>
    public static IReadOnlyList<Origin> Origins(Books books, Actor actor, Record record)
    {
        ArgumentNullException.ThrowIfNull(books);
        ArgumentNullException.ThrowIfNull(record);
        var found = new List<Origin>();
        var openings = books.Catalogue.OpeningsInto(record.Register);
        foreach (var way in openings.GroupBy(own => (own.Source, Back: own.Opening.Back.Key)))
            if (
                record.Values[record.Register.Field(way.Key.Back)!.Slot] is long id
                && new RecordStore(books).Find(actor, way.Key.Source, id) is { } origin
            )
                found.Add(new(origin, ActionOf([.. way.Select(own => (own.Action, own.Opening))], origin, record)));
        return found;
    }

    /// <summary>By which of several ways: what the source keeps itself decides, else the form that was offered.</summary>
    private static ActionDefinition? ActionOf(
        IReadOnlyList<(ActionDefinition? Action, OpeningDefinition Opening)> ways,
        Record origin,
        Record record
    ) =>
        ways.Count == 1
            ? ways[0].Action
            : ways.OrderByDescending(way =>
                    way.Opening.Into is { } into && origin.Values[into.Slot] is long id && id == record.Id
                )
                .ThenByDescending(way => way.Opening.Offer)
                .First()
                .Action;
}
