using System.Globalization;
using Fazhang.Core.Definitions;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Records;

/// <summary>
/// Checks a record against the rest of the books, inside the transaction of the save: what it refers to exists, and what
/// must not repeat does not. A unique index (see <see cref="SchemaIndexes"/>) holds where two saves race past this.
/// </summary>
internal static class RecordLookups
{
    /// <param name="before">The record's values as they are stored; null for a new one. Only what changed is looked up.</param>
    /// <param name="id">The record's id; 0 for a new one.</param>
    public static void Check(
        FieldBooks books,
        RegisterDefinition register,
        long id,
        object?[]? before,
        object?[] values,
        List<FieldError> errors,
        int? row = null
    )
    {
        foreach (var field in register.Fields)
        {
            if (values[field.Slot] is not { } value)
                continue;
            if (
                field.Type.Refers
                && !value.Equals(before?[field.Slot])
                && field.Type.Verify(value, books with { Before = before?[field.Slot] }) is { } problem
            )
                errors.Add(new(field.Key, field.Type.Name, $"“{field.Title}”{problem}", row));
            else if (field.UniqueWithin is { } within && Other(books, register, field, within, id, values) is { } other)
                errors.Add(new(field.Key, "unique", $"“{field.Title}”{Repeats(books, register, field, within, other)}", row));
        }
    }

    /// <summary>Another record with the same value in the same surroundings. An empty surrounding is like no other.</summary>
    private static long? Other(
        FieldBooks books,
        RegisterDefinition register,
        FieldDefinition field,
        IReadOnlyList<string> within,
        long id,
        object?[] values
    )
    {
        var fields = within.Select(key => register.Field(key)!).Prepend(field).ToList();
        var sql =
            $"SELECT id FROM {SqlDialect.Quote(register.Table)} WHERE id <> @id AND "
            + string.Join(" AND ", fields.Select((own, i) => $"{SqlDialect.Quote(own.Column)} = @v{i}"))
            + " LIMIT 1";
        var parameters = new Dictionary<string, object?> { ["id"] = id };
        for (var i = 0; i < fields.Count; i++)
            parameters["v" + i.ToString(CultureInfo.InvariantCulture)] = values[fields[i].Slot];
        using var command = books.Connection.Command(books.Transaction, sql, books.Books.Dialect, parameters);
        return command.ExecuteScalar() is { } found ? Convert.ToInt64(found, CultureInfo.InvariantCulture) : null;
    }

    private static string Repeats(
        FieldBooks books,
        RegisterDefinition register,
        FieldDefinition field,
        IReadOnlyList<string> within,
        long other
    )
    {
        var place =
            within.Count == 0 ? "" : $"在{string.Join("、", within.Select(key => register.Field(key)!.Title))}相同的记录里";
        var record = new RecordStore(books.Books).Load(books.Connection, books.Transaction, register, other);
        // Whoever may not read the other record learns that there is one, not which.
        var name =
            record is not null && books.Books.Gate.CanRead(books.Actor.Reader, register, record.UnitId)
                ? $"“{record.Name}”"
                : "一条您不能查看的记录";
        return $"{place}不能重复，{name}已经是这个值。请核对是否重复登记，或改正其中一条。";
    }
}
