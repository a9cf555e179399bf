using System.Diagnostics;
using Fazhang.Core.Access;
using Fazhang.Core.Records;
using Fazhang.Core.Units;

namespace Fazhang.Bench;

/// <summary>
/// The lists that people open all day, in process: filtered by state, choice, unit and dates, sorted by each kind of key,
/// the first page and the thousandth, in a register of two million.
/// </summary>
internal static class ListBench
{
    private const string Register = "mediation.case";
    private const int DeepPage = 1000;

    public static int Run(string[] args)
    {
        var quick = args.Contains("--quick");
        var report = new Report();
        using var bench = new BenchBooks();
        var volume = new Volume(bench, Register);
        volume.Reach(quick ? 20_000 : 200_000);
        var small = Measure(bench, quick ? 30 : 100);
        volume.Reach(quick ? 200_000 : 2_000_000);
        var large = Measure(bench, quick ? 30 : 100);
        foreach (var (name, times) in large)
        {
            var before = small.TryGetValue(name, out var found) ? $"；十分之一的记录时 {Median(found):0.00}" : "";
            Report.Fact(name, $"{Median(times):0.00} 毫秒（p50）、{times[times.Count * 99 / 100]:0.00}（p99）{before}");
        }
        var all = large.Values.SelectMany(times => times).Order().ToList();
        report.AtMost("各种列表，毫秒（p99）", all[all.Count * 99 / 100], 25);
        report.AtMost("最慢的一种列表，毫秒（p50）", large.Values.Max(Median), 25);
        var both = large.Keys.Where(small.ContainsKey).ToList();
        report.AtMost(
            "记录增至十倍，同样的列表合计用时之比",
            both.Sum(name => Median(large[name])) / both.Sum(name => Median(small[name])),
            1.3,
            "0.00"
        );
        return report.End();
    }

    private static double Median(List<double> times) => times[times.Count / 2];

    private static Dictionary<string, List<double>> Measure(BenchBooks bench, int times)
    {
        var results = new Dictionary<string, List<double>>();
        foreach (var (name, actor, query) in Lists(bench))
        {
            results[name + "，第 1 页"] = Times(bench, actor, query, times);
            if (Deep(bench, actor, query) is { } cursor)
                results[$"{name}，第 {DeepPage:#,0} 页"] = Times(bench, actor, query with { After = cursor }, times);
        }
        return results;
    }

    private static List<double> Times(BenchBooks bench, Actor actor, RecordQuery query, int times)
    {
        var lists = new RecordList(bench.Books);
        var register = BenchBooks.Catalogue.Registers[Register];
        lists.Page(actor, register, query);
        var all = new List<double>(times);
        for (var i = 0; i < times; i++)
        {
            var start = Stopwatch.GetTimestamp();
            lists.Page(actor, register, query);
            all.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        all.Sort();
        return all;
    }

    /// <summary>The cursor that page 1,000 begins at, by turning the pages; null when there are not so many.</summary>
    private static string? Deep(BenchBooks bench, Actor actor, RecordQuery query)
    {
        var lists = new RecordList(bench.Books);
        var register = BenchBooks.Catalogue.Registers[Register];
        // The same records in larger pages: 999 pages of 20 are 111 of 180.
        var wide = query with
        {
            Take = 180,
        };
        string? cursor = null;
        for (var page = 0; page < (DeepPage - 1) * query.Take / wide.Take; page++)
        {
            cursor = lists.Page(actor, register, wide with { After = cursor }).Next;
            if (cursor is null)
                return null;
        }
        return cursor;
    }

    private static IEnumerable<(string Name, Actor Actor, RecordQuery Query)> Lists(BenchBooks bench)
    {
        var units = bench.Books.Units;
        var city = units.Root!;
        var district = units.Children(city).First(unit => units.Children(unit).Any());
        var office = units.Children(district).First();
        Actor Clerk(Unit unit) =>
            new()
            {
                AccountId = 1,
                Login = "clerk",
                Name = "经办",
                Grants = [new Grant("clerk", unit.Id, null)],
            };
        var year = bench.Books.Clock.Today.Year;
        var all = Clerk(city);
        yield return ("全部，按登记顺序", all, new RecordQuery());
        yield return ("全部，按受理日期倒序", all, new RecordQuery { Sort = "accepted_on" });
        yield return ("全部，按调结日期正序", all, new RecordQuery { Sort = "closed_on", Descending = false });
        yield return ("有期限的，最急的在前", all, new RecordQuery { Sort = "due", Descending = false });
        yield return ("在调的，按受理日期倒序", all, new RecordQuery { Sort = "accepted_on", States = ["accepted"] });
        yield return (
            "口头协议，按调结日期倒序",
            all,
            new RecordQuery
            {
                Sort = "closed_on",
                Choices = new Dictionary<string, string> { ["outcome"] = "oral" },
            }
        );
        yield return (
            "劳动纠纷，三月受理，按受理日期",
            all,
            new RecordQuery
            {
                Sort = "accepted_on",
                Choices = new Dictionary<string, string> { ["kind"] = "labour" },
                Dates = new Dictionary<string, (DateOnly?, DateOnly?)>
                {
                    ["accepted_on"] = (new DateOnly(year, 3, 1), new DateOnly(year, 3, 31)),
                },
            }
        );
        yield return ("一个区，按受理日期倒序", all, new RecordQuery { Sort = "accepted_on", UnitId = district.Id });
        yield return ("一个区的经办人，按登记顺序", Clerk(district), new RecordQuery());
        yield return ("一个所的经办人，按登记顺序", Clerk(office), new RecordQuery());
        yield return ("一个所的经办人，按受理日期倒序", Clerk(office), new RecordQuery { Sort = "accepted_on" });
        yield return (
            "一个所的经办人，口头协议，按调结日期倒序",
            Clerk(office),
            new RecordQuery
            {
                Sort = "closed_on",
                Choices = new Dictionary<string, string> { ["outcome"] = "oral" },
            }
        );
        yield return (
            "一个所的经办人，交通事故，按受理日期倒序",
            Clerk(office),
            new RecordQuery
            {
                Sort = "accepted_on",
                Choices = new Dictionary<string, string> { ["kind"] = "traffic" },
            }
        );
    }
}
