using Fazhang.Core.Access;
using Fazhang.Core.Definitions;
using Fazhang.Core.Demo;
using Fazhang.Core.Fields;
using Fazhang.Core.Figures;
using Fazhang.Core.Journal;
using Fazhang.Core.Records;
using Fazhang.Core.Units;
using Fazhang.Tests.Demo;
using Shouldly;

namespace Fazhang.Tests.Books;

/// <summary>
/// Random work through the flows of all registers of the definitions: actions with sensible and senseless values, approvals
/// given, sent back and recalled, corrections, handovers, days that pass. Most of it is refused; nothing may break, and
/// afterwards records, journal, numbers, figures and clocks must all say the same.
/// </summary>
public sealed class EveryFlowTests : IDisposable
{
    private const int Steps = 26;
    private const string Bureau = "210200-01";

    private readonly Random random = new(20241123);
    private readonly DemoPlace place;
    private readonly TestBooks test;

    public EveryFlowTests()
    {
        var catalogue = Repository.Catalogue;
        var text =
            "registers:\n"
            + string.Concat(
                catalogue.Registers.Values.Select(register =>
                    $"  {register.Key}:\n    units: {{\"{Bureau}\": 1}}\n    cohorts:\n      a: {{{(register.IsReturn ? "months: 2023-01..2023-12" : "count: 3")}, state: {register.Initial.Key}}}\n"
                )
            );
        var problems = new List<DefinitionProblem>();
        place = DemoPlace.Load(Dalian.Folder, catalogue, problems, [YamlTree.Read("test.yaml", text, problems)!]);
        problems.ShouldBeEmpty();
        test = new TestBooks(today: place.Today, withUnits: false);
        test.Books.Write(
            (connection, transaction) =>
            {
                UnitTree.Create(
                    connection,
                    transaction,
                    [.. place.Units.Select(unit => new UnitInput(unit.Code, unit.Name, unit.Abbr, unit.Kind, unit.ParentCode))]
                );
                return 0;
            }
        );
        test.Books.Refresh();
    }

    public void Dispose() => test.Dispose();

    [Fact]
    public void RandomWork_InEveryFlow_LeavesBooksThatAgree()
    {
        var loader = new DemoLoader(test.Books, test.Directory);
        var records = new List<Record>();
        // Where no record is as a recipe would like it, any will do: what is refused is part of the test.
        IReadOnlyList<(long, long)> Targets(string register, IReadOnlyList<(string, object)> having) =>
            loader.Targets(register, having) is { Count: > 0 } found ? found : loader.Targets(register, []);
        foreach (var (register, rows) in place.Generate(code => test.Books.Units.Find(code)!.Id, Targets, loader.Texts))
        {
            var made = rows.Take(3).ToList();
            new Importer(test.Books).Import(Actor.System("测试"), register, "flows", made);
            records.AddRange(test.Lists.Page(Somebody(1), register, new RecordQuery { Take = made.Count }).Records);
        }
        records.Select(record => record.Register.Key).Distinct().Count().ShouldBe(test.Books.Catalogue.Registers.Count);

        var moved = new HashSet<string>();
        for (var step = 0; step < Steps; step++)
        {
            for (var i = 0; i < records.Count; i++)
                if (Step(records[i]) is SaveResult.Saved saved)
                {
                    records[i] = saved.Record;
                    moved.Add(saved.Record.Register.Key);
                }
            if (step % 4 == 3)
                test.Clock.Instant = test.Clock.Instant.AddDays(random.Next(1, 12));
            new NoticeRun(test.Books).Run();
        }

        moved.Count.ShouldBeGreaterThan(test.Books.Catalogue.Registers.Count * 9 / 10, "the work must be real work");
        new NoticeRun(test.Books).Run().ShouldBe(0);
        new TrialBalance(test.Books).Compare().Differences.ShouldBeEmpty();
        new JournalSeals(test.Books).SealAll(SealHash.Sm3);
        BooksAudit.Run(test.Books).Messages.ShouldBeEmpty();
        foreach (var record in records)
            ClocksAgree(record);
    }

    /// <summary>What is kept for sorting and reminding is what the page computes from the journal.</summary>
    private void ClocksAgree(Record one)
    {
        var record = test.Records.Find(Somebody(1), one.Register, one.Id)!;
        var history = test.Records.History(record);
        // An open suspension or a working day that has passed moves nothing that runs.
        var (due, key) = RecordClocks.Soonest(test.Records.Clocks(record, history));
        (record.DueOn, record.DueKey).ShouldBe(
            (due, key),
            $"{record.Register.Key} {record.Id}: {string.Join(" ", history.Select(entry => entry.Action))}"
        );
    }

    private SaveResult Step(Record seen)
    {
        var record = test.Records.Find(Somebody(1), seen.Register, seen.Id)!;
        var actor = Somebody(random.Next(1, 4));
        if (test.Records.Pending(record) is not null)
            return random.Next(5) switch
            {
                0 => test.Records.SendBack(actor, record.Register, record.Id, record.Version, "随机退回"),
                1 => test.Records.Recall(actor, record.Register, record.Id, record.Version, "随机撤回"),
                _ => test.Records.Agree(actor, record.Register, record.Id, record.Version, "同意"),
            };
        if (random.Next(12) == 0)
            return Correct(actor, record);
        if (random.Next(15) == 0)
        {
            var units = test.Books.Units.All;
            return test.Records.HandOver(
                actor,
                record.Register,
                record.Id,
                record.Version,
                null,
                units[random.Next(units.Count)].Id,
                "随机移交"
            );
        }
        var actions = record.State.Actions;
        if (actions.Count == 0)
            return new SaveResult.Missing();
        var action = record.Register.Action(actions[random.Next(actions.Count)])!;
        var asked = test.Records.Asked(record, action);
        var input = new Dictionary<string, string?>();
        foreach (var field in action.Asks)
            input[field.Key] =
                asked[field.Slot] is { } value && random.Next(6) > 0 ? field.Type.Input(value)
                : Invented(record, field) is { } invented ? field.Type.Input(invented)
                : null;
        return test.Records.Act(actor, record.Register, record.Id, record.Version, action.Key, input, "随机办理");
    }

    private SaveResult Correct(Actor actor, Record record)
    {
        var fields = RecordStore
            .CorrectableFields(record)
            .Where(field => field.Type is not RowsField and not AttachmentField)
            .ToList();
        if (fields.Count == 0)
            return new SaveResult.Missing();
        var field = fields[random.Next(fields.Count)];
        return test.Records.Correct(
            actor,
            record.Register,
            record.Id,
            record.Version,
            TestBooks.Input((field.Key, Invented(record, field) is { } value ? field.Type.Input(value) : null)),
            "随机更正"
        );
    }

    private object? Invented(Record record, FieldDefinition field)
    {
        // Most rules are about the order of days: today, or soon after what the record has, is often right.
        if (field.Type is DateField && random.Next(5) > 0)
        {
            var last = record.Values.OfType<DateOnly>().DefaultIfEmpty(test.Today).Max();
            return random.Next(2) == 0 ? test.Today : last.AddDays(random.Next(0, 10));
        }
        return field.Type switch
        {
            RowsField or AttachmentField or RecordField or UserField => record.Values[field.Slot],
            _ when InventedByType(field) is { } own => own,
            _ => new RandomRecords(test, random, [.. test.Books.Units.All.Select(unit => unit.Id)]).Value(field),
        };
    }

    private object? InventedByType(FieldDefinition field) =>
        field.Type.Invent(new Invention(new SplitMix64((ulong)random.NextInt64()), "21", test.Today));

    private Actor Somebody(long account) =>
        new()
        {
            AccountId = account,
            Login = "u" + account,
            Name = "测试" + account,
            Grants = [.. test.Books.Catalogue.Roles.Select(role => new Grant(role.Key, test.Books.Units.Root!.Id, null))],
        };
}
