using System.Collections.Concurrent;
using System.Diagnostics;
using Fazhang.Core.Figures;
using Fazhang.Core.Journal;
using Fazhang.Core.Records;
using Shouldly;

namespace Fazhang.Tests.Books;

/// <summary>Many hands on few records: the history of what each was answered must make sense, and so must the books after it.</summary>
public sealed class HistoryTests : IDisposable
{
    private const int Hands = 8;
    private const int Steps = 60;

    private readonly TestBooks test = new();
    private readonly HistoryChecker history = new();
    private readonly ConcurrentDictionary<long, long> known = [];

    public void Dispose() => test.Dispose();

    [Fact]
    public void ConcurrentWork_OnTheSameRecords_HasAPossibleHistory()
    {
        Work();

        history.Impossible().ShouldBeEmpty();
        history.Operations.Count(one => one.Answer == Answer.Conflict).ShouldBeGreaterThan(0, "hands must have met");
        BooksAudit.Run(test.Books).Messages.ShouldBeEmpty();
        new TrialBalance(test.Books).Compare().Differences.ShouldBeEmpty();
    }

    [Fact]
    public void TheChecker_FindsWhatCannotBe()
    {
        var checker = new HistoryChecker();
        var now = Stopwatch.GetTimestamp();
        checker.Add(now, 1, Answer.Saved, 0, 1);
        checker.Add(now, 1, Answer.Saved, 1, 2);
        checker.Impossible().ShouldBeEmpty();

        checker.Add(now, 1, Answer.Saved, 1, 2);
        checker.Impossible().ShouldContain(problem => problem.Contains("save 3 was answered with version 2"));

        var stale = new HistoryChecker();
        stale.Add(now, 1, Answer.Saved, 0, 1);
        stale.Add(Stopwatch.GetTimestamp(), 1, Answer.Read, 0, 0);
        stale.Impossible().ShouldHaveSingleItem().ShouldContain("Read answered version 0, possible were 1 to 1");
    }

    private void Work()
    {
        for (var i = 0; i < 4; i++)
            Keep(Stopwatch.GetTimestamp(), 0, test.Enter());
        Together.Run(
            Hands,
            hand =>
            {
                var random = new Random(hand);
                for (var step = 0; step < Steps; step++)
                    Step(random);
            }
        );
    }

    private void Step(Random random)
    {
        var asked = Stopwatch.GetTimestamp();
        if (random.Next(12) == 0)
        {
            Keep(asked, 0, test.Enter());
            return;
        }
        var id = known.Keys.Order().ElementAt(random.Next(known.Count));
        var record = test.Records.Find(test.Actor("head"), test.Register(Cases.Register), id)!;
        history.Add(asked, id, Answer.Read, 0, record.Version);
        asked = Stopwatch.GetTimestamp();
        switch (Change(random, record))
        {
            case SaveResult.Saved saved:
                Keep(asked, record.Version, saved.Record);
                break;
            case SaveResult.Conflict conflict:
                history.Add(asked, id, Answer.Conflict, record.Version, conflict.Current.Version);
                break;
        }
    }

    private SaveResult Change(Random random, Record record)
    {
        var day = test.Today.ToString("yyyy-MM-dd");
        if (record.State.Key == "applied" && random.Next(2) == 0)
            return test.TryDo(
                record,
                "accept",
                test.Actor("head"),
                ("accepted_on", day),
                ("procedure", "ordinary"),
                ("handler", "陈")
            );
        if (record.State.Key == "accepted" && random.Next(4) == 0)
            return test.TryDo(record, "mediate", test.Actor("head"), ("closed_on", day));
        return test.Records.Correct(
            test.Actor("head"),
            record.Register,
            record.Id,
            record.Version,
            TestBooks.Input(("applicants", random.Next(1, 10).ToString()), ("claim", "更正 " + random.Next())),
            "试验"
        );
    }

    private void Keep(long asked, long seen, Record record)
    {
        history.Add(asked, record.Id, Answer.Saved, seen, record.Version);
        known[record.Id] = record.Version;
    }
}
