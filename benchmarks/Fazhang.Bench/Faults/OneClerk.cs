using System.Data.Common;
using Fazhang.Core.Access;
using Fazhang.Core.Records;
using Fazhang.Core.Storage;
using Microsoft.Data.Sqlite;

namespace Fazhang.Bench.Faults;

/// <summary>One clerk on some books in this process; what fails is heard in the words a user would read.</summary>
internal sealed class OneClerk : IDisposable
{
    private readonly Books books;
    private readonly FaultWork work;
    private readonly Actor actor;
    private readonly Acknowledged acknowledged = new();

    public OneClerk(string where)
    {
        books = Books.Open(BenchBooks.Catalogue, FaultWorker.Dialect(where), TimeProvider.System);
        FaultWork.CreateUnits(books);
        work = new FaultWork(books, 1);
        actor = FaultWork.Worker(books, 1);
    }

    /// <summary>One step of work; null when it went well, else why not.</summary>
    public string? Step()
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

    /// <summary>Works on as if nothing had happened, verifies everything, and says what was wrong.</summary>
    public List<string> GoOn()
    {
        var problems = new List<string>();
        var before = acknowledged.Count;
        for (var step = 0; step < 50; step++)
            if (Step() is { } still)
                problems.Add("故障排除后仍然不能保存：" + still);
        if (acknowledged.Count == before)
            problems.Add("故障排除后没有保存任何东西");
        problems.AddRange(acknowledged.Lost(books));
        problems.AddRange(Acknowledged.Wrong(books));
        return problems;
    }

    public void Dispose()
    {
        books.Dispose();
        SqliteConnection.ClearAllPools();
    }
}
