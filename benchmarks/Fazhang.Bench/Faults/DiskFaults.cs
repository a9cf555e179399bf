using System.Data.Common;
using Fazhang.Core.Records;
using Fazhang.Core.Storage;
using Microsoft.Data.Sqlite;

namespace Fazhang.Bench.Faults;

/// <summary>What a disk can do to an SQLite file. Each returns what was wrong; nothing means a clear state.</summary>
internal static class DiskFaults
{
    /// <summary>The disk fills up under work: refused in words, nothing half-there; with room again work goes on.</summary>
    public static IEnumerable<string> Full()
    {
        using var disk = new TmpDisk(megabytes: 6);
        var problems = WorkUntilRefused(Path.Combine(disk.Path, "fazhang.db"), () => { }, "磁盘已满", () => disk.Grow(60));
        SqliteConnection.ClearAllPools();
        return problems;
    }

    /// <summary>The disk becomes read-only under work.</summary>
    public static IEnumerable<string> ReadOnly()
    {
        using var disk = new TmpDisk(megabytes: 60);
        var problems = WorkUntilRefused(
            Path.Combine(disk.Path, "fazhang.db"),
            () =>
            {
                // A file opened for writing keeps the disk writable.
                SqliteConnection.ClearAllPools();
                disk.ReadOnly(true);
            },
            "可写",
            () => disk.ReadOnly(false)
        );
        SqliteConnection.ClearAllPools();
        return problems;
    }

    /// <summary>
    /// The write-ahead log is cut at a random length, as a disk that lied about its writes leaves it: the books open as
    /// they were at some earlier moment, whole.
    /// </summary>
    public static IEnumerable<string> TruncatedLog(string folder, Random random, int cuts)
    {
        var where = Path.Combine(folder, "wal.db");
        using (var worker = new WorkerProcess(where, clerks: 4, seed: 7, new Acknowledged()))
        {
            worker.WaitReady();
            Thread.Sleep(900);
            worker.Kill();
        }
        var log = File.ReadAllBytes(where + "-wal");
        for (var cut = 0; cut < cuts; cut++)
        {
            var copy = Path.Combine(folder, $"cut-{cut}.db");
            File.Copy(where, copy);
            var length = random.Next(log.Length);
            File.WriteAllBytes(copy + "-wal", log[..length]);
            foreach (var problem in KillRounds.Verify(copy, new Acknowledged()))
                yield return $"日志截到 {length} 字节：{problem}";
        }
    }

    /// <summary>The file itself is cut in the middle: it must not open as if nothing had happened.</summary>
    public static IEnumerable<string> TruncatedFile(string folder)
    {
        var where = Path.Combine(folder, "cut.db");
        using (var worker = new WorkerProcess(where, clerks: 4, seed: 9, new Acknowledged()))
        {
            worker.WaitReady();
            Thread.Sleep(600);
            worker.Kill();
        }
        // Opening and closing moves everything from the log into the file.
        KillRounds.Verify(where, new Acknowledged());
        using (var file = File.OpenWrite(where))
            file.SetLength(file.Length / 2 / 4096 * 4096);
        var dialect = new SqliteDialect(where);
        string? words = null;
        try
        {
            var problems = KillRounds.Verify(where, new Acknowledged());
            words = problems.Count > 0 ? "损坏：" + problems[0] : null;
        }
        catch (DbException exception)
        {
            words = dialect.Explain(exception);
        }
        if (words?.Contains("损坏", StringComparison.Ordinal) != true)
            yield return $"文件截去一半，却没有说损坏：{words ?? "（什么也没有说）"}";
    }

    private static List<string> WorkUntilRefused(string where, Action fault, string expected, Action mend)
    {
        var problems = new List<string>();
        var books = Books.Open(BenchBooks.Catalogue, new SqliteDialect(where), TimeProvider.System);
        FaultWork.CreateUnits(books);
        var work = new FaultWork(books, 1);
        var actor = FaultWork.Worker(books, 1);
        var acknowledged = new Acknowledged();
        string? words = null;
        for (var step = 0; step < 100_000 && words is null; step++)
        {
            if (step == 50)
                fault();
            words = Step();
        }
        if (words?.Contains(expected, StringComparison.Ordinal) != true)
            problems.Add($"应当说“{expected}”，说的是：{words ?? "（没有拒绝）"}");
        // A second try on the same fault ends the same way.
        words = Step() ?? Step() ?? Step() ?? "";
        if (!words.Contains(expected, StringComparison.Ordinal))
            problems.Add($"再试应当还说“{expected}”，说的是：{words}");
        mend();
        var before = acknowledged.Count;
        for (var step = 0; step < 50; step++)
            if (Step() is { } still)
                problems.Add("故障排除后仍然不能保存：" + still);
        if (acknowledged.Count == before)
            problems.Add("故障排除后没有保存任何东西");
        problems.AddRange(acknowledged.Lost(books));
        problems.AddRange(Acknowledged.Wrong(books));
        return problems;

        string? Step()
        {
            try
            {
                if (work.Step(actor) is Record record)
                    acknowledged.Take($"saved {record.Id} {record.Version} {record.Number ?? "-"}");
                return null;
            }
            catch (DbException exception) when (books.Dialect.Explain(exception) is { } explained)
            {
                return explained;
            }
        }
    }
}
