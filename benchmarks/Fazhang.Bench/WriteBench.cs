using System.Diagnostics;
using Fazhang.Core.Access;
using Fazhang.Core.Definitions;
using Fazhang.Core.Figures;
using Fazhang.Core.Records;

namespace Fazhang.Bench;

/// <summary>
/// Clerks at the same time, each entering records through the form: input read, rights and rules checked, number drawn,
/// clocks computed, record, journal entry and postings written, and the answer waited for until it is durable. Then the
/// bulk path beside a bare insert of the same rows with the same indexes.
/// </summary>
internal static class WriteBench
{
    private const int Clients = 32;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    public static int Run(string[] args)
    {
        var quick = args.Contains("--quick");
        var seconds = quick ? 4 : 20;
        var report = new Report();
        var only = args.FirstOrDefault(arg => arg is "sqlite" or "postgres");
        if (only is null or "sqlite")
            Entering(report, null, seconds, aim: 5000);
        if (only is null or "postgres")
        {
            using var server = PostgresServer.New();
            Entering(report, server, seconds, aim: 3000);
        }
        if (only is null)
            Bulk(report, rounds: quick ? 1 : 3);
        return report.End();
    }

    private static void Entering(Report report, PostgresServer? server, int seconds, double aim)
    {
        using var bench = new BenchBooks(server);
        var forms = Forms(bench);
        var store = new RecordStore(bench.Books);
        var clerk = new Actor
        {
            AccountId = 1,
            Login = "clerk",
            Name = "经办",
            Grants = [new Grant("clerk", bench.Books.Units.Root!.Id, null)],
        };
        var next = -1;
        void Enter()
        {
            var (register, input) = forms[Interlocked.Increment(ref next) % forms.Count];
            if (store.Create(clerk, register, input) is not SaveResult.Saved)
                throw new InvalidOperationException($"演示的一条{register.Title}没有保存。");
        }
        // Enough for the code to be compiled and the server to have planned every statement.
        Together(WarmUp, Enter);
        var before = next;
        var processor = Environment.CpuUsage.TotalTime;
        var servers = server?.ProcessorTime;
        var waits = Together(TimeSpan.FromSeconds(seconds), Enter);
        var saved = next - before;
        processor = Environment.CpuUsage.TotalTime - processor;
        servers = server?.ProcessorTime - servers;
        var name = server is null ? "SQLite" : "PostgreSQL";
        Report.Fact(
            $"{name}，{Clients} 个经办人同时登记",
            $"{saved:#,0} 条，{seconds} 秒；每条等待 {waits[waits.Count / 2]:0.0} 毫秒（p50）、{waits[waits.Count * 99 / 100]:0.0} 毫秒（p99）；"
                + $"每条用处理器 {processor.TotalMilliseconds * 1000 / saved:0} 微秒"
                + (servers is { } used ? $"，数据库服务器另用 {used.TotalMilliseconds * 1000 / saved:0} 微秒" : "")
        );
        report.AtLeast($"{name}，条/秒", saved / (double)seconds, aim, "#,0");
        var balance = new TrialBalance(bench.Books).Compare();
        Report.Fact($"{name}，事后试算平衡", $"{balance.Records:#,0} 条记录，{balance.Differences.Count} 处不符");
        report.AtMost($"{name}，试算不符", balance.Differences.Count, 0, "0");
    }

    /// <summary>What clerks would type to enter the demonstration's cases, mixed as there.</summary>
    private static List<(RegisterDefinition Register, Dictionary<string, string?> Input)> Forms(BenchBooks bench)
    {
        var place = bench.LoadUnits();
        var books = bench.Books;
        var forms = new List<(RegisterDefinition, Dictionary<string, string?>)>();
        foreach (var (register, rows) in place.Generate(code => books.Units.Find(code)!.Id))
        {
            // Units hand in one return a month; those do not come by the thousand.
            if (register.IsReturn)
                continue;
            var fields = register.EntryFields.Append(register.Fields[FieldDefinition.UnitSlot]).ToList();
            forms.AddRange(
                rows.Take(20_000)
                    .Select(row =>
                        (
                            register,
                            fields
                                .Where(field => row[field.Slot] is not null)
                                .ToDictionary(field => field.Key, field => (string?)field.Type.Input(row[field.Slot]!))
                        )
                    )
            );
        }
        var random = new Random(1);
        return [.. forms.OrderBy(_ => random.Next())];
    }

    /// <summary>Runs the clients for a time and returns how long each of their calls took, in milliseconds, in order.</summary>
    private static List<double> Together(TimeSpan time, Action work)
    {
        var all = new List<double>();
        var failures = new List<Exception>();
        var watch = Stopwatch.StartNew();
        var threads = Enumerable
            .Range(0, Clients)
            .Select(_ => new Thread(() =>
            {
                var own = new List<double>();
                try
                {
                    while (watch.Elapsed < time)
                    {
                        var start = Stopwatch.GetTimestamp();
                        work();
                        own.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                    }
                }
                catch (Exception exception)
                {
                    lock (failures)
                        failures.Add(exception);
                }
                lock (all)
                    all.AddRange(own);
            }))
            .ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        if (failures.Count > 0)
            throw new AggregateException(failures);
        all.Sort();
        return all;
    }

    private static void Bulk(Report report, int rounds)
    {
        var rows = LoadBench.Rows();
        var total = rows.Sum(pair => pair.Rows.Count);
        var full = new List<double>();
        var bare = new List<double>();
        for (var round = 0; round < rounds; round++)
        {
            full.Add(LoadBench.Full(rows));
            bare.Add(LoadBench.Bare(rows, withIndexes: true));
        }
        Report.Fact("SQLite，批量装载，条/秒", LoadBench.Rate(total, full));
        Report.Fact("SQLite，同样的行裸插入（相同索引），条/秒", LoadBench.Rate(total, bare));
        report.AtLeast("SQLite，批量装载 ÷ 裸插入（相同索引）", LoadBench.Median(bare) / LoadBench.Median(full), 0.4);
    }
}
