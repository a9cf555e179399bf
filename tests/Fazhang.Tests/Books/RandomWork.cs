using Fazhang.Core.Records;
using Shouldly;

namespace Fazhang.Tests.Books;

/// <summary>
/// Does random lawful and unlawful work on reconsideration cases: entering, acting, correcting, over two years and
/// several units. Refusals are part of it; only what was saved counts.
/// </summary>
internal static class RandomWork
{
    public static void Do(TestBooks test, Random random, int steps)
    {
        var open = new List<Record>();
        var units = new[] { test.City, test.East, test.Town, test.West };
        var saved = 0;
        for (var step = 0; step < steps; step++)
        {
            if (open.Count == 0 || random.Next(3) == 0)
            {
                open.Add(test.Enter(unit: units[random.Next(units.Length)], on: Day(test, random)));
                saved++;
                continue;
            }
            var at = random.Next(open.Count);
            if (Step(test, random, open[at]) is SaveResult.Saved result)
            {
                open[at] = result.Record;
                saved++;
            }
        }
        saved.ShouldBeGreaterThan(steps / 3, "the work must mostly be real work");
    }

    private static SaveResult Step(TestBooks test, Random random, Record record)
    {
        var later = ((DateOnly)record["applied_on"]!).AddDays(random.Next(1, 90));
        var day = (later > test.Today ? test.Today : later).ToString("yyyy-MM-dd");
        var actor = test.Actor("head");
        if (random.Next(5) == 0)
            return test.Records.Correct(
                actor,
                record.Register,
                record.Id,
                record.Version,
                TestBooks.Input(("applied_on", Day(test, random).ToString("yyyy-MM-dd"))),
                "随机更正"
            );
        return record.State.Key switch
        {
            "applied" => test.TryDo(record, "accept", actor, ("accepted_on", day), ("procedure", "ordinary"), ("handler", "陈")),
            "accepted" when random.Next(3) == 0 => test.TryDo(record, "mediate", actor, ("closed_on", day)),
            "accepted" when random.Next(2) == 0 => test.TryDo(
                record,
                "decide",
                actor,
                ("closed_on", day),
                ("outcome", random.Next(2) == 0 ? "revoked" : "upheld")
            ),
            "accepted" => test.TryDo(
                record,
                "hold_hearing",
                actor,
                ("hearing_notified_on", day),
                ("hearing_on", day),
                ("leader_attended", "true")
            ),
            _ => test.TryDo(record, "serve", actor, ("served_on", day)),
        };
    }

    private static DateOnly Day(TestBooks test, Random random) => test.Today.AddDays(-random.Next(0, 600));
}
