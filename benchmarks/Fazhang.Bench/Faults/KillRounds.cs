using System.Diagnostics;
using Fazhang.Core.Storage;

namespace Fazhang.Bench.Faults;

/// <summary>
/// Rounds of: start workers on the books, let them work, kill −9 at a random moment, open the books again, verify
/// everything. The same books serve many rounds, so that later rounds meet what earlier ones left.
/// </summary>
internal static class KillRounds
{
    /// <summary>Rounds after which new books are taken: verifying grows with the books.</summary>
    private const int RoundsABook = 40;

    public static (int Acknowledged, List<string> Problems) Run(int rounds, int seed, Func<int, string> newBooks)
    {
        var random = new Random(seed);
        var problems = new List<string>();
        var total = 0;
        var watch = Stopwatch.StartNew();
        var where = "";
        Acknowledged acknowledged = new();
        for (var round = 0; round < rounds && problems.Count == 0; round++)
        {
            if (round % RoundsABook == 0)
            {
                total += acknowledged.Count;
                (where, acknowledged) = (newBooks(round), new Acknowledged());
            }
            using (var worker = new WorkerProcess(where, clerks: 6, seed + round, acknowledged))
            {
                if (!worker.WaitReady() || worker.Ended)
                    throw new InvalidOperationException("工作进程没有起来：" + worker.Errors.Result);
                // From the first moment on: also while the very first transactions are under way.
                Thread.Sleep(random.Next(0, 400));
                if (worker.Ended)
                    problems.Add($"第 {round + 1} 轮：工作进程自己结束了：{worker.Errors.Result}");
                worker.Kill();
            }
            problems.AddRange(Verify(where, acknowledged).Select(problem => $"第 {round + 1} 轮：{problem}"));
            if (watch.ElapsedMilliseconds > 10_000)
            {
                Console.Error.WriteLine($"  {round + 1} / {rounds} 轮，已答复 {total + acknowledged.Count:#,0} 次保存");
                watch.Restart();
            }
        }
        return (total + acknowledged.Count, problems);
    }

    /// <summary>Opens the books as the next start would and verifies everything.</summary>
    public static List<string> Verify(string where, Acknowledged acknowledged)
    {
        var dialect = FaultWorker.Dialect(where);
        List<string> problems;
        using (var books = Books.Open(BenchBooks.Catalogue, dialect, TimeProvider.System))
            problems = acknowledged.Lost(books).Concat(Acknowledged.Wrong(books)).Take(20).ToList();
        (dialect as IDisposable)?.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        return problems;
    }
}
