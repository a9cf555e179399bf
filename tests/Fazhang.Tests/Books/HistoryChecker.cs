using System.Collections.Concurrent;
using System.Diagnostics;

namespace Fazhang.Tests.Books;

/// <summary>What an operation on a record was answered.</summary>
internal enum Answer
{
    Saved,
    Conflict,
    Read,
}

/// <summary>One operation: when it was asked and answered, the version its caller had seen, and the version it was answered with.</summary>
internal sealed record Operation(long Asked, long Answered, long Record, Answer Answer, long Seen, long Version);

/// <summary>
/// Keeps the history of concurrent operations and says what no order of them, one after the other, could explain
/// (linearizability of each record: Herlihy and Wing 1990; versions make the order known, so checking is simple).
/// </summary>
internal sealed class HistoryChecker
{
    private readonly ConcurrentQueue<Operation> history = [];

    public IReadOnlyList<Operation> Operations => [.. history];

    public void Add(long asked, long record, Answer answer, long seen, long version) =>
        history.Enqueue(new(asked, Stopwatch.GetTimestamp(), record, answer, seen, version));

    public IEnumerable<string> Impossible() => history.GroupBy(one => one.Record).SelectMany(Impossible);

    private static IEnumerable<string> Impossible(IGrouping<long, Operation> record)
    {
        var saves = record.Where(one => one.Answer == Answer.Saved).OrderBy(one => one.Version).ToList();
        for (var i = 0; i < saves.Count; i++)
        {
            if (saves[i].Version != i + 1)
                yield return $"record {record.Key}: save {i + 1} was answered with version {saves[i].Version}";
            if (saves[i].Seen != saves[i].Version - 1)
                yield return $"record {record.Key}: version {saves[i].Version} was saved over a version not seen ({saves[i].Seen})";
            if (i > 0 && saves[i].Answered < saves[i - 1].Asked)
                yield return $"record {record.Key}: version {saves[i].Version} was answered before version {saves[i - 1].Version} was asked for";
        }
        foreach (var one in record.Where(one => one.Answer != Answer.Saved))
        {
            // Everything answered before it was asked must be known to it; nothing asked after its answer may be.
            var atLeast = saves.Where(save => save.Answered < one.Asked).Select(save => save.Version).DefaultIfEmpty(0).Max();
            var atMost = saves.Where(save => save.Asked < one.Answered).Select(save => save.Version).DefaultIfEmpty(0).Max();
            if (one.Version < atLeast || one.Version > atMost)
                yield return $"record {record.Key}: {one.Answer} answered version {one.Version}, possible were {atLeast} to {atMost}";
            if (one.Answer == Answer.Conflict && one.Version <= one.Seen)
                yield return $"record {record.Key}: refused as stale although version {one.Seen} was the newest";
        }
    }
}
