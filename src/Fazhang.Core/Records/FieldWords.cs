using Dapper;
using Fazhang.Core.Access;
using Fazhang.Core.Definitions;
using Fazhang.Core.Fields;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Records;

/// <summary>
/// Values as texts for one reader: names for the numbers of units, people and records, titles for codes, personal values
/// masked, and nothing of fields that the reader may not see. Pages, exports and the command line all write values with
/// it. Remembers what it looked up; make one for each page.
/// </summary>
public sealed class FieldWords(Books books, Actor actor)
{
    private readonly Dictionary<(string Register, long Id), Record?> records = [];
    private Dictionary<long, string>? people;

    /// <summary>The field of a record; empty when it is empty or not for this reader.</summary>
    /// <param name="revealed">True only after the gate has allowed it and the look has been journaled.</param>
    public string Of(Record record, FieldDefinition field, bool revealed = false)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(field);
        return CanSee(record, field) ? Of(field, record.Values[field.Slot], revealed) : "";
    }

    /// <summary>A value of a field, perhaps of another time; the caller has asked <see cref="CanSee"/>.</summary>
    public string Of(FieldDefinition field, object? value, bool revealed = false)
    {
        ArgumentNullException.ThrowIfNull(field);
        return value is null ? ""
            : revealed || field.Personal == Personal.None ? field.Type.Show(value, this)
            : field.Personal == Personal.Hidden ? Masking.Mask(Personal.Hidden, "")
            : field.Type.Mask(value, field.Personal, this);
    }

    /// <summary>Looks up in one go what the references of a list's records will show.</summary>
    public void Prepare(RegisterDefinition register, IReadOnlyCollection<Record> listed)
    {
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(listed);
        foreach (var field in register.Fields.Where(field => field.Listed))
            if (field.Type is RecordField reference)
            {
                var ids = listed
                    .Select(record => record.Values[field.Slot])
                    .OfType<long>()
                    .Where(id => !records.ContainsKey((reference.Of, id)))
                    .ToHashSet();
                var found = new RecordStore(books).FindAll(actor, books.Catalogue.Registers[reference.Of], ids);
                foreach (var id in ids)
                    records[(reference.Of, id)] = found.GetValueOrDefault(id);
            }
    }

    public bool CanSee(Record record, FieldDefinition field)
    {
        ArgumentNullException.ThrowIfNull(record);
        return books.Gate.CanSee(actor, record.Register, field, record.UnitId, record.State.Key);
    }

    public string Unit(long id) => books.Units.NameOf(id);

    /// <summary>The name of the account's owner, also of a disabled one.</summary>
    public string User(long id) => People.GetValueOrDefault(id) ?? $"账户 {id}";

    /// <summary>All people with an account that is not disabled, by name, for choosing one.</summary>
    public IReadOnlyList<(long Id, string Name, string Login)> Users() =>
        books.Read(connection =>
            connection
                .Query<(long, string, string)>("SELECT id, name, login FROM account WHERE disabled = 0 ORDER BY name, id")
                .AsList()
        );

    /// <summary>The record, if the reader may read it.</summary>
    public Record? Record(string register, long id)
    {
        if (!records.TryGetValue((register, id), out var record))
            records[(register, id)] = record = new RecordStore(books).Find(actor, books.Catalogue.Registers[register], id);
        return record;
    }

    /// <summary>The number of a record that the reader may read; null when it has none.</summary>
    public string? NumberOf(string register, long id) => Record(register, id)?.Number;

    /// <summary>What a reference shows: the record's name and the fields that the definition wants, masked as that register masks them.</summary>
    public string Reference(RecordField field, long id)
    {
        ArgumentNullException.ThrowIfNull(field);
        if (Record(field.Of, id) is not { } record)
            return "（您不能查看的记录）";
        var shown = field
            .Shown.Where(key => key != "number")
            .Select(key => Of(record, record.Register.Field(key)!))
            .Where(text => text.Length > 0);
        return string.Join("，", shown.Prepend(record.Name));
    }

    private Dictionary<long, string> People =>
        people ??= books.Read(connection =>
            connection.Query<(long Id, string Name)>("SELECT id, name FROM account").ToDictionary(row => row.Id, row => row.Name)
        );
}
