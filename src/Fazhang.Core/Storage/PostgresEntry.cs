using System.Collections.Concurrent;
using System.Globalization;
using Fazhang.Core.Definitions;
using Fazhang.Core.Figures;
using Fazhang.Core.Journal;
using Npgsql;
using NpgsqlTypes;

namespace Fazhang.Core.Storage;

/// <summary>
/// What a save adds, as one statement: record, journal entry and postings, with the record's id and the transaction's number in
/// the answer. As statements of their own they would be three ways to the server and back, which is most of what a short save
/// costs. Parameters are numbered, so that the driver need not look for names in the text each time.
/// </summary>
internal static class PostgresEntry
{
    private static readonly ConcurrentDictionary<RegisterDefinition, string> Inserts = [];

    private static readonly string Append = Statement(null);

    /// <summary>Carries it out and returns the record's id.</summary>
    public static long Insert(NpgsqlConnection connection, NpgsqlTransaction transaction, RecordEntry entry)
    {
        using var command = new NpgsqlCommand(
            entry.Record is { } made ? Inserts.GetOrAdd(made.Plan.Register, Statement) : Append,
            connection,
            transaction
        );
        var parameters = command.Parameters;
        for (var i = 0; i < Cells.Columns.Length; i++)
            parameters.Add(
                new NpgsqlParameter<long[]> { TypedValue = [.. entry.Postings.Select(row => row[i])], NpgsqlDbType = LongArray }
            );
        for (var i = 0; i < JournalWriter.Columns.Length; i++)
            if (entry.Record is null || i != JournalWriter.RecordId)
                parameters.Add(Parameter(JournalWriter.Columns[i].Type, entry.Journal[i]));
        if (entry.Record is { } record)
        {
            parameters.Add(Parameter(StorageType.Text, record.Stamp));
            parameters.Add(Parameter(StorageType.Date, record.Due));
            parameters.Add(Parameter(StorageType.Text, record.DueKey));
            foreach (var field in record.Plan.Register.Fields)
                parameters.Add(Parameter(field.Type.Storage, record.Values[field.Slot]));
        }
        using var reader = command.ExecuteReader();
        if (!reader.Read())
            throw new InvalidOperationException("The server added nothing to the journal and gave no reason.");
        PostgresTransactionId.Learn(connection, reader.GetString(1));
        return reader.GetInt64(0);
    }

    private const NpgsqlDbType LongArray = NpgsqlDbType.Array | NpgsqlDbType.Bigint;

    /// <summary>The statement for a new record of a register; for null the one for a save of a record that was there.</summary>
    private static string Statement(RegisterDefinition? register)
    {
        var last = 0;
        string Next() => "$" + (++last).ToString(CultureInfo.InvariantCulture);
        string List(IEnumerable<string> words) => string.Join(", ", words);

        var posted =
            $"posted AS (INSERT INTO cell_delta ({List(Cells.Columns)}) SELECT * FROM unnest({List(Cells.Columns.Select(_ => Next()))}))";
        var journal = List(
            JournalWriter.Columns.Select((_, i) => register is not null && i == JournalWriter.RecordId ? "record.id" : Next())
        );
        var entry =
            $"INSERT INTO journal ({List(JournalWriter.Columns.Select(column => column.Name))}) SELECT {journal}"
            + (register is null ? "" : " FROM record")
            + " RETURNING record_id, pg_current_xact_id()::text";
        if (register is null)
            return $"WITH {posted} {entry}";
        var at = Next();
        return $"WITH record AS (INSERT INTO {SqlDialect.Quote(register.Table)} (version, created_at, updated_at, due_on, due_key, "
            + $"{List(register.Fields.Select(field => SqlDialect.Quote(field.Column)))}) VALUES (1, {at}, {at}, {Next()}, {Next()}, "
            + $"{List(register.Fields.Select(_ => Next()))}) RETURNING id), {posted} {entry}";
    }

    private static NpgsqlParameter Parameter(StorageType type, object? value) =>
        new()
        {
            // Said even for empty values, so that one prepared statement serves them all.
            NpgsqlDbType = type switch
            {
                StorageType.Integer => NpgsqlDbType.Bigint,
                StorageType.Real => NpgsqlDbType.Double,
                StorageType.Boolean => NpgsqlDbType.Boolean,
                StorageType.Date => NpgsqlDbType.Date,
                _ => NpgsqlDbType.Text,
            },
            Value = value ?? DBNull.Value,
        };
}
