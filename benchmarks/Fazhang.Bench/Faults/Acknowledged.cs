using System.Globalization;
using Dapper;
using Fazhang.Core.Figures;
using Fazhang.Core.Journal;
using Fazhang.Core.Storage;

namespace Fazhang.Bench.Faults;

/// <summary>What a worker was told is saved, and whether the books still know it.</summary>
internal sealed class Acknowledged
{
    private readonly Dictionary<long, (long Version, string? Number)> saved = [];
    private readonly Dictionary<string, long> imports = [];

    public int Count { get; private set; }

    /// <summary>Refusals in words that the worker met.</summary>
    public Dictionary<string, int> Refusals { get; } = [];

    public bool Ready { get; private set; }

    /// <summary>Takes one whole line of a worker.</summary>
    public void Take(string line)
    {
        var words = line.Split(' ');
        switch (words)
        {
            case ["ready"]:
                Ready = true;
                break;
            case ["saved", var id, var version, var number]:
                Count++;
                var said = long.Parse(version, CultureInfo.InvariantCulture);
                var key = long.Parse(id, CultureInfo.InvariantCulture);
                // Two clerks' lines about one record may come in either order.
                if (!saved.TryGetValue(key, out var before) || before.Version < said)
                    saved[key] = (said, number == "-" ? null : number);
                break;
            case ["imported", var name, var count]:
                Count++;
                imports[name] = long.Parse(count, CultureInfo.InvariantCulture);
                break;
            case ["refused", ..]:
                Refusals[line] = Refusals.GetValueOrDefault(line) + 1;
                break;
            default:
                throw new InvalidOperationException($"工作进程说了听不懂的话：{line}");
        }
    }

    /// <summary>Everything acknowledged that the books do not know any more.</summary>
    public IEnumerable<string> Lost(Books books)
    {
        var table = SqlDialect.Quote(books.Catalogue.Registers[FaultWork.Register].Table);
        var now = books.Read(connection =>
            connection
                .Query<(long Id, long Version, string? Number)>($"SELECT id, version, number FROM {table}")
                .ToDictionary(row => row.Id)
        );
        foreach (var (id, (version, number)) in saved)
            if (!now.TryGetValue(id, out var row))
                yield return $"第 {id} 号记录已答复保存，现在没有了";
            else if (row.Version < version || (number is not null && row.Number != number))
                yield return $"第 {id} 号记录已答复保存为第 {version} 版 {number}，现在是第 {row.Version} 版 {row.Number}";
        foreach (var (name, count) in imports)
            if (
                books.Setting($"import:{name}:{FaultWork.Register}") is not { } done
                || long.Parse(done, CultureInfo.InvariantCulture) < count
            )
                yield return $"导入 {name} 已答复 {count} 行，现在没有了";
    }

    /// <summary>Everything that is wrong with the books, acknowledged or not.</summary>
    public static IEnumerable<string> Wrong(Books books)
    {
        if (books.Dialect is SqliteDialect)
        {
            var integrity = books.Read(connection => connection.ExecuteScalar<string>("PRAGMA integrity_check"));
            if (integrity != "ok")
                yield return "文件损坏：" + integrity;
        }
        foreach (var message in BooksAudit.Run(books).Messages)
            yield return message;
        foreach (var difference in new TrialBalance(books).Compare().Differences)
            yield return $"数字 {difference.Indicator} {difference.Month}：账上 {difference.Posted}，重算 {difference.Recomputed}";
    }
}
