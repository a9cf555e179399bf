using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
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

    /// <summary>
    /// Batches after which the memory of those before is given back. Their rows live long enough to be taken for lasting, and the
    /// runtime would let hundreds of megabytes of them gather before it looks.
    /// </summary>
    private const int BatchesToForget = 8;

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
        if (register.Retired)
            throw new InvalidOperationException($"台账“{register.Title}”已停用，不能再导入。");
        var key = $"import:{name}:{register.Key}";
        var done = long.Parse(books.Setting(key) ?? "0", CultureInfo.InvariantCulture);
        var (started, written) = (done, 0);
        // One thread makes and checks the next batch while this one writes: writing is the longer half.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var ready = new BlockingCollection<ImportBatch>(boundedCapacity: 2);
        var making = Task.Run(
            () => Make(register, rows.Skip((int)done).Chunk(BatchSize), done, ready, stop.Token),
            CancellationToken.None
        );
        try
        {
            foreach (var batch in ready.GetConsumingEnumerable(cancellation))
            {
                done += batch.Rows.Count;
                var reached = done.ToString(CultureInfo.InvariantCulture);
                books.Write(
                    (connection, transaction) =>
                    {
                        Save(connection, transaction, actor, register, batch, done - batch.Rows.Count);
                        Books.SetSetting(connection, transaction, key, reached);
                        return 0;
                    }
                );
                progress?.Invoke(done);
                if (++written % BatchesToForget == 0)
                    GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true);
            }
        }
        catch
        {
            stop.Cancel();
            // The failure to report is the writer's; the maker only has to be out of the collection before it goes.
            making.ContinueWith(_ => { }, TaskScheduler.Default).Wait(CancellationToken.None);
            throw;
        }
        making.GetAwaiter().GetResult();
        return done - started;
    }

    /// <summary>Checks rows and makes all of them that needs no database. Ends the collection also when it fails.</summary>
    private void Make(
        RegisterDefinition register,
        IEnumerable<object?[][]> batches,
        long before,
        BlockingCollection<ImportBatch> ready,
        CancellationToken stop
    )
    {
        try
        {
            using var json = new JournalJson();
            foreach (var rows in batches)
            {
                ready.Add(Make(register, rows, before, json), stop);
                before += rows.Length;
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The writer has stopped and says why.
        }
        finally
        {
            ready.CompleteAdding();
        }
    }

    private ImportBatch Make(RegisterDefinition register, object?[][] rows, long before, JournalJson json)
    {
        var plan = books.Plan(register);
        var context = new EvaluationContext { Today = books.Clock.Today, Calendar = books.Catalogue.Calendar };
        var errors = new List<FieldError>();
        var own = new List<FieldError>();
        for (var i = 0; i < rows.Length; i++)
        {
            var number = (int)(before + i + 1);
            StoredValue.Compute(register, rows[i], context, own, number);
            plan.Validator.Check(rows[i], null, books.Units, context, own, number);
            errors.AddRange(own);
            own.Clear();
        }
        if (errors.Count > 0)
            throw new ImportException(register.Title, errors);
        var batch = new ImportBatch();
        foreach (var values in rows)
        {
            var clocks = register.State((string)values[FieldDefinition.StateSlot]!).Final
                ? []
                : RecordClocks.Compute(
                    register,
                    values,
                    FlowStep.Imported(register, values, context.Today),
                    books.Clock.Now.DateTime,
                    context.Calendar,
                    books.Settings
                );
            var (due, dueKey) = RecordClocks.Soonest(clocks);
            batch.Rows.Add(new(values, due, dueKey, json.Write(register, values, null)));
            plan.Postings.Post(values, 1, batch.Deltas);
        }
        return batch;
    }

    private void Save(
        DbConnection connection,
        DbTransaction transaction,
        Actor actor,
        RegisterDefinition register,
        ImportBatch batch,
        long before
    )
    {
        var lookups = new FieldBooks(books, actor) { Transaction = transaction };
        // A row is looked up after those before it are in, so that rows of one batch that repeat each other are found too.
        var looksUp = register.Fields.Any(field => field.UniqueWithin is not null || field.Type.Refers);
        var errors = new List<FieldError>();
        var counters = new Dictionary<string, long>(StringComparer.Ordinal);
        var stamp = books.Clock.Stamp;
        var today = books.Clock.Today;
        var ids = books.Dialect.ReserveIds(connection, transaction, register.Table, batch.Rows.Count);
        using var insert = new ImportCommand(connection, transaction, books.Dialect, register, stamp);
        using var journal = new ImportJournal(connection, transaction, books.Dialect, register, actor, today, stamp);
        for (var i = 0; i < batch.Rows.Count; i++)
        {
            var (values, due, dueKey, json) = batch.Rows[i];
            var given = values[FieldDefinition.NumberSlot];
            if (given is null && Number(connection, transaction, register, values, counters) is { } number)
            {
                values[FieldDefinition.NumberSlot] = number;
                json = JournalJson.WithNumber(json, number);
            }
            if (looksUp)
                RecordLookups.Check(lookups, register, 0, null, values, errors, (int)(before + i + 1));
            if (errors.Count > 0)
                throw new ImportException(register.Title, errors);
            insert.Insert(ids[i], values, due, dueKey);
            journal.Append(ids[i], (string)values[FieldDefinition.StateSlot]!, json);
            // The work may be run again, and then other numbers may be due.
            values[FieldDefinition.NumberSlot] = given;
        }
        foreach (var (series, last) in counters)
            connection.Execute(
                "INSERT INTO counter (series, last) VALUES (@series, @last) ON CONFLICT (series) DO UPDATE SET last = excluded.last",
                new { series, last },
                transaction
            );
        Cells.Add(connection, transaction, books.Dialect, batch.Deltas);
    }

    /// <summary>Rows that are checked and ready to be written.</summary>
    private sealed class ImportBatch
    {
        public List<ImportRow> Rows { get; } = new(BatchSize);

        public Dictionary<CellKey, long> Deltas { get; } = [];
    }

    private readonly record struct ImportRow(object?[] Values, DateOnly? Due, string? DueKey, string Json);

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
