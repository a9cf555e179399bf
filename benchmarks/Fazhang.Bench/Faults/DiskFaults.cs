using System.Data.Common;
using Fazhang.Core.Records;
using Fazhang.Core.Storage;
using Microsoft.Data.Sqlite;

namespace Fazhang.Bench.Faults;

/// <summary>What a disk can do to an SQLite file. Each returns what was wrong; nothing means a clear state.</summary>
internal static class DiskFaults
{
    /// <summary>The disk fills up under work: refused in words, nothing half-there; with room again work goes on.</summary>
    public static List<string> Full()
    {
        using var disk = new TmpDisk(megabytes: 60);
        using var worker = new OneClerk(Path.Combine(disk.Path, "fazhang.db"));
        var problems = new List<string>();
        string? words = null;
        for (var step = 0; step < 100_000 && words is null; step++)
            words = worker.Step();
        // A second try on the same fault ends the same way: three, because a step may be a change that needs no room.
        foreach (var said in new[] { words, worker.Step() ?? worker.Step() ?? worker.Step() })
            if (said?.Contains("磁盘已满", StringComparison.Ordinal) != true)
                problems.Add($"应当说“磁盘已满”，说的是：{said ?? "（没有拒绝）"}");
        disk.Grow(200);
        problems.AddRange(worker.GoOn());
        return problems;
    }

    /// <summary>
    /// The disk of the PostgreSQL server fills up under work. The server may refuse or stop; either is told in words, and
    /// with room again, and the server started if it stopped, everything answered is there and work goes on.
    /// </summary>
    public static List<string> ServerFull()
    {
        using var disk = new TmpDisk(megabytes: 400);
        using var server = PostgresServer.New(disk.Path);
        using var worker = new OneClerk(server.NewBooks());
        var problems = new List<string>();
        var ballast = Path.Combine(disk.Path, "ballast");
        Fill(ballast);
        string? words = null;
        for (var step = 0; step < 200_000 && words is null; step++)
            words = worker.Step();
        if (words is null)
            problems.Add("磁盘写满了，却没有拒绝");
        else
            Report.Fact("  其间用话拒绝", words);
        File.Delete(ballast);
        server.StartIfStopped();
        problems.AddRange(worker.GoOn());
        return problems;
    }

    private static void Fill(string path)
    {
        var block = new byte[64 * 1024];
        try
        {
            using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
            while (true)
                file.Write(block);
        }
        catch (IOException)
        {
            // Full, as wanted.
        }
    }

    /// <summary>The disk is read-only: the books do not open, and the words say why; writable again, they open and work goes on.</summary>
    public static List<string> ReadOnly()
    {
        using var disk = new TmpDisk(megabytes: 60);
        var where = Path.Combine(disk.Path, "fazhang.db");
        var problems = new List<string>();
        using (var worker = new OneClerk(where))
            problems.AddRange(worker.GoOn());
        disk.ReadOnly(true);
        var dialect = new SqliteDialect(where);
        try
        {
            using var worker = new OneClerk(where);
            problems.Add("只读的磁盘上，账簿照样打开了");
        }
        catch (DbException exception)
        {
            if (dialect.Explain(exception)?.Contains("可写", StringComparison.Ordinal) != true)
                problems.Add("没有说清只读：" + exception.Message);
        }
        SqliteConnection.ClearAllPools();
        disk.ReadOnly(false);
        using (var worker = new OneClerk(where))
            problems.AddRange(worker.GoOn());
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
}
