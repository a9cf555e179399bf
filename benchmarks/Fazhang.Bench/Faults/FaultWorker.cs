using System.Data.Common;
using Fazhang.Core.Journal;
using Fazhang.Core.Records;
using Fazhang.Core.Storage;

namespace Fazhang.Bench.Faults;

/// <summary>
/// The process that is killed: several clerks work at once, one thread seals, one imports. Every save that was
/// answered goes to standard output as a line, after the answer; the one who kills us reads which they were.
/// </summary>
internal static class FaultWorker
{
    /// <summary>Arguments: where (an SQLite file or a PostgreSQL connection string), clerks, seed.</summary>
    public static int Run(string[] args)
    {
        var clerks = int.Parse(args[1]);
        var seed = int.Parse(args[2]);
        var books = Books.Open(BenchBooks.Catalogue, Dialect(args[0]), TimeProvider.System);
        FaultWork.CreateUnits(books);
        var output = Console.OpenStandardOutput();
        var writing = new Lock();
        Say("ready");
        var threads = Enumerable
            .Range(0, clerks)
            .Select(number => new Thread(() => Work(books, number, seed, Say)))
            .Append(new Thread(() => Seal(books)))
            .Append(new Thread(() => Import(books, seed, Say)))
            .ToList();
        foreach (var thread in threads)
            thread.Start();
        foreach (var thread in threads)
            thread.Join();
        return 0;

        void Say(string line)
        {
            var bytes = System.Text.Encoding.UTF8.GetBytes(line + "\n");
            lock (writing)
            {
                output.Write(bytes);
                output.Flush();
            }
        }
    }

    public static SqlDialect Dialect(string where) =>
        where.Contains('=', StringComparison.Ordinal)
            ? new PostgresDialect(PostgresDialect.Source(where))
            : new SqliteDialect(where);

    private static void Work(Books books, int number, int seed, Action<string> say)
    {
        var work = new FaultWork(books, seed * 100 + number);
        var actor = FaultWork.Worker(books, number + 1);
        while (true)
            try
            {
                if (work.Step(actor) is { } record)
                    say($"saved {record.Id} {record.Version} {record.Number ?? "-"}");
            }
            // Only failures that a user is told in words may happen here; anything else ends the process, and shows.
            catch (DbException exception) when (books.Dialect.Explain(exception) is { } words)
            {
                say("refused " + words);
                Thread.Sleep(20);
            }
    }

    private static void Seal(Books books)
    {
        while (true)
        {
            Thread.Sleep(40);
            try
            {
                new JournalSeals(books).SealAll(SealHash.Sha256);
            }
            catch (DbException exception) when (books.Dialect.Explain(exception) is not null)
            {
                Thread.Sleep(20);
            }
        }
    }

    private static void Import(Books books, int seed, Action<string> say)
    {
        var register = books.Catalogue.Registers[FaultWork.Register];
        var work = new FaultWork(books, seed);
        var actor = FaultWork.Worker(books, 99);
        for (var round = 0; ; round++)
            try
            {
                if (work.Step(actor) is not { Version: 1 } template)
                    continue;
                say($"saved {template.Id} {template.Version} {template.Number ?? "-"}");
                var rows = Enumerable.Range(0, 300).Select(_ => (object?[])template.Values.Clone());
                var count = new Importer(books).Import(actor, register, $"fault-{seed}-{round}", rows);
                say($"imported fault-{seed}-{round} {count}");
                Thread.Sleep(30);
            }
            catch (DbException exception) when (books.Dialect.Explain(exception) is not null)
            {
                Thread.Sleep(20);
            }
    }
}
