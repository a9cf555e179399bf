using Fazhang.Core.Access;
using Fazhang.Core.Definitions;
using Fazhang.Core.Fields;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Records;

/// <summary>Records that refer to one record by one of their fields. More tells that there are others.</summary>
public sealed record IncomingLinks(RegisterDefinition Register, FieldDefinition Field, IReadOnlyList<Record> Records, bool More);

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
                found.Add(new(register, field, page.Records, page.Next is not null));
        }
        return found;
    }
}
