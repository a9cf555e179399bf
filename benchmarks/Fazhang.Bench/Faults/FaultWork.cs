using Fazhang.Core.Access;
using Fazhang.Core.Definitions;
using Fazhang.Core.Records;
using Fazhang.Core.Storage;
using Fazhang.Core.Units;

namespace Fazhang.Bench.Faults;

/// <summary>
/// One clerk's random work on reconsideration cases: entering, accepting, closing, correcting, over four units and two
/// years. Refusals are part of it; what was saved is acknowledged.
/// </summary>
internal sealed class FaultWork(Books books, int seed)
{
    public const string Register = "reconsideration.case";

    private readonly Random random = new(seed);
    private readonly RecordStore store = new(books);
    private readonly RegisterDefinition register = books.Catalogue.Registers[Register];
    private readonly List<Record> open = [];

    /// <summary>The units the work is spread over; made once for new books.</summary>
    public static void CreateUnits(Books books)
    {
        if (books.Units.Root is not null)
            return;
        books.Write(
            (connection, transaction) =>
            {
                UnitTree.Create(
                    connection,
                    transaction,
                    [
                        new("2102", "试验市", "试", "city", null),
                        new("210202", "东区", "东", "district", "2102"),
                        new("210203", "西区", "西", "district", "2102"),
                        new("210204", "南区", "南", "district", "2102"),
                    ]
                );
                return 0;
            }
        );
        books.Refresh();
    }

    /// <summary>Somebody who may do everything in the register, for the city.</summary>
    public static Actor Worker(Books books, int number) =>
        new()
        {
            AccountId = number,
            Login = "worker" + number,
            Name = "试验" + number,
            Grants = [new Grant("head", books.Units.Root!.Id, null)],
        };

    /// <summary>One step; the record when it was saved.</summary>
    public Record? Step(Actor actor)
    {
        if (open.Count == 0 || random.Next(3) == 0)
            return Keep(null, store.Create(actor, register, Application()));
        var record = open[random.Next(open.Count)];
        var later = ((DateOnly)record["applied_on"]!).AddDays(random.Next(0, 60));
        var day = Iso(later > books.Clock.Today ? books.Clock.Today : later);
        return Keep(record, Step(actor, record, day));
    }

    private SaveResult Step(Actor actor, Record record, string day)
    {
        if (random.Next(6) == 0)
            return store.Correct(
                actor,
                register,
                record.Id,
                record.Version,
                new Dictionary<string, string?> { ["applicants"] = random.Next(1, 9).ToString() },
                "随机更正"
            );
        return record.State.Key switch
        {
            "applied" => Act("accept", ("accepted_on", day), ("procedure", "summary"), ("handler", "陈")),
            "accepted" when random.Next(2) == 0 => Act("mediate", ("closed_on", day)),
            "accepted" when random.Next(2) == 0 => Act("decide", ("closed_on", day), ("outcome", "claim_rejected")),
            "accepted" => Act("decide", ("closed_on", day), ("outcome", "revoked"), ("grounds", "facts")),
            _ => Act("serve", ("served_on", day)),
        };

        SaveResult Act(string action, params (string Key, string Value)[] input) =>
            store.Act(
                actor,
                register,
                record.Id,
                record.Version,
                action,
                input.ToDictionary(pair => pair.Key, pair => (string?)pair.Value),
                null
            );
    }

    private Record? Keep(Record? before, SaveResult result)
    {
        if (before is not null)
            open.Remove(before);
        switch (result)
        {
            case SaveResult.Saved saved:
                if (saved.Record.State.Actions.Count > 0)
                    open.Add(saved.Record);
                return saved.Record;
            case SaveResult.Conflict conflict:
                open.Add(conflict.Current);
                return null;
            default:
                return null;
        }
    }

    private Dictionary<string, string?> Application()
    {
        var units = books.Units.All;
        return new()
        {
            ["unit"] = units[random.Next(units.Count)].Id.ToString(),
            ["applied_on"] = Iso(books.Clock.Today.AddDays(-random.Next(0, 600))),
            ["channel"] = "window",
            ["applicant_kind"] = "citizen",
            ["applicant"] = "王某",
            ["applicants"] = "1",
            ["respondent"] = books.Units.Root!.Id.ToString(),
            ["respondent_level"] = "department",
            ["act"] = "penalty",
            ["field"] = register.Field("field")!.Choices!.Items[0].Code,
            ["claim"] = "请求撤销行政处罚决定。",
        };
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
