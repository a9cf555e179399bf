using System.Data.Common;
using Dapper;
using Fazhang.Core.Access;
using Fazhang.Core.Definitions;
using Fazhang.Core.Expressions;
using Fazhang.Core.Figures;
using Fazhang.Core.Journal;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Records;

/// <summary>The import stopped: rows in it are wrong. Nothing of the batch was saved; every error names its row.</summary>
public sealed class ImportException(string register, IReadOnlyList<FieldError> errors)
    : Exception(
        $"导入“{register}”时有 {errors.Count} 处错误，这一批没有保存："
            + string.Join("；", errors.Take(5).Select(e => $"第 {e.Row} 行 {e.Message}"))
    )
{
    public IReadOnlyList<FieldError> Errors { get; } = errors;
}

/// <summary>
/// Brings in many finished records with everything on: validation, numbers, journal and postings. Works in batches of
/// one transaction each and remembers how far it got in the same transaction, so that an import that was killed goes
/// on where it stopped, without doubles.
/// </summary>
public sealed class Importer(Books books)
{
    public const int BatchSize = 10_000;

    /// <summary>Imports the rows under a name that is unique to this import. Returns how many were new.</summary>
    /// <param name="progress">Told after each batch how many rows of this register are in.</param>
    public long Import(
        Actor actor,
        RegisterDefinition register,
        string name,
        IEnumerable<object?[]> rows,
        Action<long>? progress = null,
        CancellationToken cancellation = default
    )
    {
        var key = $"import:{name}:{register.Key}";
        var done = long.Parse(books.Setting(key) ?? "0", System.Globalization.CultureInfo.InvariantCulture);
        var started = done;
        foreach (var batch in rows.Skip((int)done).Chunk(BatchSize))
        {
            cancellation.ThrowIfCancellationRequested();
            var total = done + batch.Length;
            books.Write(
                (connection, transaction) =>
                {
                    Batch(connection, transaction, actor, register, batch, done);
                    Books.SetSetting(
                        connection,
                        transaction,
                        key,
                        total.ToString(System.Globalization.CultureInfo.InvariantCulture)
                    );
                    return 0;
                }
            );
            done = total;
            progress?.Invoke(done);
        }
        return done - started;
    }

    private void Batch(
        DbConnection connection,
        DbTransaction transaction,
        Actor actor,
        RegisterDefinition register,
        object?[][] rows,
        long before
    )
    {
        var plan = books.Plan(register);
        var context = new EvaluationContext { Today = books.Clock.Today, Calendar = books.Catalogue.Calendar };
        var errors = new List<FieldError>();
        for (var i = 0; i < rows.Length; i++)
        {
            var own = new List<FieldError>();
            plan.Validator.Check(rows[i], books.Units, context, own, (int)(before + i + 1));
            errors.AddRange(own);
        }
        if (errors.Count > 0)
            throw new ImportException(register.Title, errors);

        var deltas = new Dictionary<CellKey, long>();
        var counters = new Dictionary<string, long>(StringComparer.Ordinal);
        var stamp = books.Clock.Stamp;
        using var insert = plan.PrepareInsert(connection, transaction);
        using var journal = new JournalWriter(connection, transaction, books.Dialect);
        foreach (var values in rows)
        {
            values[FieldDefinition.NumberSlot] ??= Number(connection, transaction, register, values, counters);
            var clocks = register.State((string)values[FieldDefinition.StateSlot]!).Final
                ? []
                : RecordClocks.Compute(
                    register,
                    values,
                    FlowStep.Imported(register, values, context.Today),
                    context.Today,
                    context.Calendar
                );
            var (due, dueKey) = RecordClocks.Soonest(clocks);
            var id = insert.Insert(values, stamp, due, dueKey);
            journal.Append(register, id, 1, JournalAction.Import, null, values, actor, null, context.Today, stamp);
            plan.Postings.Post(values, 1, deltas);
        }
        foreach (var (series, last) in counters)
            connection.Execute(
                "INSERT INTO counter (series, last) VALUES (@series, @last) ON CONFLICT (series) DO UPDATE SET last = excluded.last",
                new { series, last },
                transaction
            );
        Cells.Add(connection, transaction, deltas);
    }

    private string? Number(
        DbConnection connection,
        DbTransaction transaction,
        RegisterDefinition register,
        object?[] values,
        Dictionary<string, long> counters
    )
    {
        var abbreviation = Numbers.Abbreviation(values, books.Units);
        if (register.Number?.Series(values, abbreviation) is not { } series)
            return null;
        var key = Numbers.Key(register, series);
        if (!counters.TryGetValue(key, out var last))
            // Locks the counter until the end of the transaction, as Numbers.Next does.
            last = connection.ExecuteScalar<long>(
                "INSERT INTO counter (series, last) VALUES (@key, 0) ON CONFLICT (series) DO UPDATE SET last = counter.last RETURNING last",
                new { key },
                transaction
            );
        counters[key] = last + 1;
        return register.Number.Write(values, abbreviation, last + 1);
    }
}
