using System.Data.Common;
using Dapper;
using Fazhang.Core.Access;
using Fazhang.Core.Definitions;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Records;

/// <summary>What a field type may ask while a record is being saved: inside the transaction, with the actor's rights.</summary>
internal sealed record FieldBooks(Storage.Books Books, Actor Actor)
{
    /// <summary>The transaction of the save; before it has begun, only types that do not refer to the books can be read.</summary>
    public DbTransaction? Transaction { get; init; }

    public DbConnection Connection => Transaction?.Connection ?? throw new InvalidOperationException("The save has not begun.");

    /// <summary>The value that the record had.</summary>
    public object? Before { get; init; }

    /// <summary>The files that came for this field.</summary>
    public IReadOnlyList<Upload> Uploads { get; init; } = [];

    /// <summary>The id of the record with that number, if the actor may read it.</summary>
    public long? FindByNumber(string register, string number)
    {
        var definition = Books.Catalogue.Registers[register];
        return Connection.QuerySingleOrDefault<long?>(
            $"SELECT id FROM {SqlDialect.Quote(definition.Table)} WHERE number = @number AND {ReadReach(definition)}",
            new { number },
            Transaction
        );
    }

    /// <summary>Whether the record exists and the actor may read it.</summary>
    public bool CanRead(string register, long id)
    {
        var definition = Books.Catalogue.Registers[register];
        return Connection.ExecuteScalar(
            $"SELECT 1 FROM {SqlDialect.Quote(definition.Table)} WHERE id = @id AND {ReadReach(definition)}",
            new { id },
            Transaction
        )
            is not null;
    }

    private string ReadReach(RegisterDefinition register) => Books.Gate.ReadReach(Actor, register).Sql("unit");
}
