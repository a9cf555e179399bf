using System.Data.Common;
using Fazhang.Core.Definitions;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Records;

/// <summary>
/// Inserts the rows of one batch of an import. Ids are reserved beforehand; version and time are the same for the batch
/// and stand in the statement; and each set of filled columns has a statement of its own, so that empty ones, half of a
/// usual row, need not be bound. Binding values is most of the cost of an import.
/// </summary>
internal sealed class ImportCommand(
    DbConnection connection,
    DbTransaction transaction,
    SqlDialect dialect,
    RegisterDefinition register,
    string stamp
) : IDisposable
{
    /// <summary>Rows of one register are filled in a few ways only; beyond this many a statement is made and thrown away.</summary>
    private const int MostStatements = 200;

    private readonly Dictionary<UInt128, RowStatement> statements = [];
    private readonly object?[] bound = new object?[register.Fields.Count + 3];

    public void Insert(long id, object?[] values, DateOnly? due, string? deadline)
    {
        var filled = Filled(values, due);
        if (!statements.TryGetValue(filled, out var command))
        {
            if (statements.Count >= MostStatements)
                Clear();
            statements[filled] = command = Prepare(values, due);
        }
        var count = 0;
        bound[count++] = id;
        if (due is not null)
        {
            bound[count++] = due;
            bound[count++] = deadline;
        }
        foreach (var value in values)
            if (value is not null)
                bound[count++] = value;
        command.Execute(bound.AsSpan(0, count));
    }

    public void Dispose() => Clear();

    private static UInt128 Filled(object?[] values, DateOnly? due)
    {
        // Fields beyond the 127th, which nobody has, would share a bit and so a statement: refused rather than mixed up.
        if (values.Length > 127)
            throw new InvalidOperationException($"A register with {values.Length} fields cannot be imported; the limit is 127.");
        var bits = due is null ? UInt128.Zero : UInt128.One;
        for (var slot = 0; slot < values.Length; slot++)
            if (values[slot] is not null)
                bits |= UInt128.One << (slot + 1);
        return bits;
    }

    private RowStatement Prepare(object?[] values, DateOnly? due)
    {
        var columns = new List<string> { "id" };
        if (due is not null)
            columns.AddRange(["due_on", "due_key"]);
        columns.AddRange(
            register.Fields.Where(field => values[field.Slot] is not null).Select(field => SqlDialect.Quote(field.Column))
        );
        return dialect.Rows(
            connection,
            transaction,
            $"INSERT INTO {SqlDialect.Quote(register.Table)} (version, created_at, updated_at, {string.Join(", ", columns)}) VALUES "
                + $"(1, {SqlDialect.Literal(stamp)}, {SqlDialect.Literal(stamp)}, {string.Join(", ", columns.Select((_, i) => "@p" + i))})",
            columns.Count
        );
    }

    private void Clear()
    {
        foreach (var command in statements.Values)
            command.Dispose();
        statements.Clear();
    }
}
