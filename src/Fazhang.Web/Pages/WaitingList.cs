using Fazhang.Core.Records;
using Fazhang.Web.Access;

namespace Fazhang.Web.Pages;

/// <summary>A record that waits, with its soonest running clock.</summary>
/// <param name="Mine">Whether the visitor has something to do in it.</param>
public sealed record Waiting(Record Record, RecordClock Clock, bool Mine);

/// <summary>The records of many registers whose clocks end first.</summary>
internal static class WaitingList
{
    /// <param name="rows">What is due, by register; only these registers are read, and none that begins after the list is full.</param>
    public static List<Waiting> Soonest(Visit visit, IReadOnlyList<DeadlineRow> rows, int shown)
    {
        var list = new RecordList(visit.Books);
        var horizon = visit.Books.Clock.Today.AddDays(DeadlineBoard.Days);
        var query = new RecordQuery
        {
            Sort = "due",
            Descending = false,
            Take = shown,
        };
        List<Record> soonest = [];
        foreach (var row in rows.OrderBy(row => row.First))
        {
            if (soonest.Count == shown && row.First >= soonest[^1].DueOn)
                break;
            var records = list.Page(visit.Actor, row.Register, query).Records.Where(record => record.DueOn <= horizon);
            soonest = [.. soonest.Concat(records).OrderBy(record => record.DueOn).Take(shown)];
        }
        var store = new RecordStore(visit.Books);
        return
        [
            .. soonest
                .Select(record => (record, clock: SoonestClock(store, record)))
                .Where(pair => pair.clock is not null)
                .Select(pair => new Waiting(pair.record, pair.clock!, store.Actions(visit.Actor, pair.record).Count > 0)),
        ];
    }

    private static RecordClock? SoonestClock(RecordStore store, Record record) =>
        store.Clocks(record, store.History(record)).FirstOrDefault(clock => clock.Deadline.Key == record.DueKey);
}
