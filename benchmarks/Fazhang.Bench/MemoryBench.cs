using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Fazhang.Core.Access;
using Fazhang.Core.Records;
using Fazhang.Core.Storage;

namespace Fazhang.Bench;

/// <summary>
/// What the programs take of the machine's memory, as the operating system counts it: the site at rest, after a first
/// start that loaded the demonstration and after a second, and a bulk load at its highest.
/// </summary>
internal static class MemoryBench
{
    private const double MiB = 1024 * 1024;

    public static int Run(string[] args)
    {
        if (args is ["load-worker", var count])
            return Load(long.Parse(count, CultureInfo.InvariantCulture));
        var quick = args.Contains("--quick");
        var report = new Report();
        var data = Path.Combine(Path.GetTempPath(), "fazhang-bench-" + Guid.NewGuid().ToString("N"));
        report.AtMost("第一次启动，演示装载完毕后静置，MB", Site(data, quick ? 10 : 30), 150, "0");
        report.AtMost("再次启动后静置，MB", Site(data, 10), 150, "0");
        Directory.Delete(data, recursive: true);
        var records = quick ? 100_000 : 1_000_000;
        report.AtMost($"批量装载 {records:#,0} 条，最高时，MB", LoadApart(records), 500, "0");
        return report.End();
    }

    /// <summary>Starts the site as ./start does, lets it settle, and reads how much it holds.</summary>
    private static double Site(string data, int settleSeconds)
    {
        var home = Environment.GetEnvironmentVariable("FAZHANG_HOME") ?? ".";
        var program = Path.Combine(home, "src/Fazhang.Web/bin/Release/net10.0/fazhang-web.dll");
        if (!File.Exists(program))
            throw new InvalidOperationException($"没有 {program}。先编译：dotnet build -c Release src/Fazhang.Web");
        var port = FreePort();
        using var site = Process.Start(
            new ProcessStartInfo(
                "dotnet",
                [
                    program,
                    "--definitions",
                    Path.Combine(home, "definitions"),
                    "--data",
                    data,
                    "--port",
                    port.ToString(CultureInfo.InvariantCulture),
                ]
            )
            {
                RedirectStandardOutput = true,
            }
        )!;
        site.OutputDataReceived += (_, _) => { };
        site.BeginOutputReadLine();
        try
        {
            WaitLoaded(data);
            using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
            for (var answers = 0; answers < 20; )
                if (Answers(client))
                    answers++;
                else if (site.HasExited)
                    throw new InvalidOperationException($"网站没有启动，退出码 {site.ExitCode}。");
                else
                    Thread.Sleep(100);
            Thread.Sleep(TimeSpan.FromSeconds(settleSeconds));
            site.Refresh();
            return site.WorkingSet64 / MiB;
        }
        finally
        {
            site.Kill();
            site.WaitForExit();
        }
    }

    private static bool Answers(HttpClient client)
    {
        try
        {
            using var answer = client.GetAsync(new Uri("/login", UriKind.Relative)).GetAwaiter().GetResult();
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            // Not listening yet.
            return false;
        }
    }

    private static void WaitLoaded(string data)
    {
        var dialect = new SqliteDialect(Path.Combine(data, Books.FileName));
        for (var i = 0; i < 600; i++, Thread.Sleep(200))
            if (File.Exists(dialect.Path) && IsLoaded(dialect))
                return;
        throw new InvalidOperationException("演示两分钟还没有装载完。");
    }

    private static bool IsLoaded(SqliteDialect dialect)
    {
        try
        {
            using var connection = dialect.Open(readOnly: true);
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT 1 FROM setting WHERE key = 'demo_finished'";
            return command.ExecuteScalar() is not null;
        }
        catch (System.Data.Common.DbException)
        {
            // Just being made.
            return false;
        }
    }

    /// <summary>Loads in a process of its own, so that only the load is measured; returns its highest working set.</summary>
    private static double LoadApart(long records)
    {
        using var process = Process.Start(
            new ProcessStartInfo(
                Environment.ProcessPath!,
                [
                    .. Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet"
                        ? new[] { typeof(MemoryBench).Assembly.Location }
                        : [],
                    "memory",
                    "load-worker",
                    records.ToString(CultureInfo.InvariantCulture),
                ]
            )
        )!;
        var highest = 0L;
        while (!process.WaitForExit(50))
        {
            process.Refresh();
            if (!process.HasExited)
                highest = Math.Max(highest, process.PeakWorkingSet64);
        }
        if (process.ExitCode != 0)
            throw new InvalidOperationException("批量装载失败，原因见上。");
        return highest / MiB;
    }

    private static int Load(long records)
    {
        using var bench = new BenchBooks();
        var place = bench.LoadUnits();
        var importer = new Importer(bench.Books);
        var actor = Actor.System("测量");
        var watch = Stopwatch.StartNew();
        long loaded = 0;
        for (var round = 0; loaded < records; round++)
            foreach (var (register, rows) in place.Generate(code => bench.Books.Units.Find(code)!.Id))
                if (round == 0 || !register.IsReturn)
                    loaded += importer.Import(actor, register, $"memory-{round}", rows.Take((int)(records - loaded)));
        Report.Fact("装载", $"{loaded:#,0} 条，{loaded / watch.Elapsed.TotalSeconds:#,0} 条/秒");
        return 0;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
