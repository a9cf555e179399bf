using System.Data.Common;
using Dapper;
using Fazhang.Core.Definitions;
using Fazhang.Core.Figures;
using Fazhang.Core.Journal;
using Fazhang.Core.Records;
using Fazhang.Core.Storage;
using Shouldly;

namespace Fazhang.Tests.Books;

/// <summary>Changed definitions over books in use: nothing is lost, nothing is converted, nothing happens unseen.</summary>
public sealed class SchemaChangeTests : IDisposable
{
    private static readonly (string, string)[] FieldRenamed =
    [
        ("  received_on: {title", "  arrived_on: {was: received_on, title"),
        ("received_on", "arrived_on"),
        ("was: arrived_on", "was: received_on"),
    ];

    private static readonly (string, string)[] RegisterRenamed =
    [
        ("register: affairs.letter", "register: affairs.mail\nwas: affairs.letter"),
    ];

    private readonly TestBooks test = new(SmallDefinitions.Load());

    public void Dispose() => test.Dispose();

    private string Register => test.Books.Catalogue.Registers.Keys.Single();

    [Fact]
    public void ARenamedField_KeepsDataHistoryFiguresIndexesAndSeals()
    {
        var answered = Do(Enter("王小明"), "answer", ("answered_on", "2024-12-20"));
        Enter("李大海");
        new JournalSeals(test.Books).SealAll(SealHash.Sha256);
        var clock = test.Records.Clocks(answered, test.Records.History(answered)).Single().Clock;

        test.Apply(SmallDefinitions.Load(SmallDefinitions.Changed(FieldRenamed)));

        var record = Find(answered.Id);
        record["arrived_on"].ShouldBe(test.Today);
        record.Number.ShouldBe("示信〔2024〕1号");
        var entry = test.Records.History(record)[0];
        entry.After["arrived_on"].ShouldBe(test.Today, "the entry was written with the old name");
        test.Records.Clocks(record, test.Records.History(record)).Single().Clock.Due.ShouldBe(clock.Due);
        Behind("received").ShouldBe(2);
        test.Figure($"{Register}.received").ShouldBe(2);
        new TrialBalance(test.Books).Compare().Balanced.ShouldBeTrue();
        BooksAudit.Run(test.Books).Messages.ShouldBeEmpty();
        Indexes("r_affairs_letter").ShouldContain("i_affairs_letter__arrived_on");
        Indexes("r_affairs_letter").ShouldNotContain("i_affairs_letter__received_on");
        Enter("赵三", "arrived_on").Number.ShouldBe("示信〔2024〕3号");
    }

    [Fact]
    public void ARenameOfAFieldThatIndicatorsUse_DoesNotRecompute()
    {
        Enter("王小明");

        var plan = Plan(SmallDefinitions.Changed(FieldRenamed));

        plan.Changes.ShouldNotContain(change => change.Kind == SchemaChangeKind.Recompute);
        plan.Changes.ShouldContain(change => change.Words.Contains("名称 received_on 改为 arrived_on，1 条记录"));
    }

    [Fact]
    public void SeveralRenames_MayBeAppliedAtOnce()
    {
        var id = Enter("王小明").Id;

        test.Apply(
            SmallDefinitions.Load(SmallDefinitions.Changed(("  sender: {title", "  writer: {was: [author, sender], title")))
        );

        Find(id)["writer"].ShouldBe("王小明");
        test.Records.History(Find(id))[0].After["writer"].ShouldBe("王小明");
    }

    [Fact]
    public void ARenamedRegister_KeepsRecordsNumbersHistoryAndFigures()
    {
        var id = Do(Enter("王小明"), "pause").Id;
        new JournalSeals(test.Books).SealAll(SealHash.Sha256);

        test.Apply(SmallDefinitions.Load(SmallDefinitions.Changed(RegisterRenamed)));

        Register.ShouldBe("affairs.mail");
        var record = Find(id);
        test.Records.History(record).Select(entry => entry.Action).ShouldBe(["create", "pause"]);
        test.Figure("affairs.mail.received").ShouldBe(1);
        Behind("received").ShouldBe(1);
        test.Records.FindByNumber(record.Register, "示信〔2024〕1号").ShouldBe(id);
        Enter("李大海").Number.ShouldBe("示信〔2024〕2号", "the series goes on");
        new TrialBalance(test.Books).Compare().Balanced.ShouldBeTrue();
        BooksAudit.Run(test.Books).Messages.ShouldBeEmpty();
        RecordProof.Make(test.Books, record.Register, id).Entries.Count.ShouldBe(2);
        Indexes("r_affairs_mail").ShouldContain("i_affairs_mail__received_on");
    }

    [Fact]
    public void RenamedStatesAndActions_LeaveHistoryAndClocksAsTheyWere()
    {
        var paused = Do(Enter("王小明"), "pause");
        test.Clock.Instant = test.Clock.Instant.AddDays(10);
        var due = test.Records.Clocks(paused, test.Records.History(paused)).Single().Clock;

        test.Apply(
            SmallDefinitions.Load(
                SmallDefinitions.Changed(
                    ("  paused: {title: 待补充, actions: [go_on]}", "  waiting: {was: paused, title: 待补充, actions: [resume]}"),
                    ("to: paused", "to: waiting"),
                    ("stops: [paused]", "stops: [waiting]"),
                    ("  go_on: {title", "  resume: {was: go_on, title"),
                    ("actions: [answer, pause]", "actions: [answer, hold]"),
                    ("  pause: {title", "  hold: {was: pause, title")
                )
            )
        );

        var record = Find(paused.Id);
        record.State.Key.ShouldBe("waiting");
        var entry = test.Records.History(record)[^1];
        (entry.Action, entry.StateFrom, entry.StateTo).ShouldBe(("hold", "received", "waiting"));
        var now = test.Records.Clocks(record, test.Records.History(record)).Single().Clock;
        (now.State, now.Explanation).ShouldBe((due.State, due.Explanation));
        Do(record, "resume").State.Key.ShouldBe("received");
        BooksAudit.Run(test.Books).Messages.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("choice")]
    [InlineData("choices")]
    public void ARenamedCode_KeepsRecordsHistoryAndCategories(string type)
    {
        // With several choices there is no indicator on the code, with one there is, by category too.
        var text = SmallDefinitions
            .Letter.Replace("type: choice,", $"type: {type},", StringComparison.Ordinal)
            .Replace("where: kind = request and", "where:", StringComparison.Ordinal);
        if (type == "choice")
            text = SmallDefinitions.Changed(("{title: 收到来信, count", "{title: 收到来信, by: kind, count"));
        using var own = new TestBooks(SmallDefinitions.Load(text));
        var id = Enter(own, "request");
        Enter(own, "advice");
        new JournalSeals(own.Books).SealAll(SealHash.Sha256);
        var renamed = text.Replace("request: 求决", "appeal: {title: 求决, was: request}", StringComparison.Ordinal)
            .Replace("kind = request", "kind = appeal", StringComparison.Ordinal);
        Core.Storage.Books.PlanChanges(SmallDefinitions.Load(renamed), own.Dialect)
            .Changes.ShouldAllBe(change => change.Kind == SchemaChangeKind.Rename);

        own.Apply(SmallDefinitions.Load(renamed));

        var record = own.Records.Find(own.Actor("clerk"), own.Register("affairs.letter"), id)!;
        record["kind"].ShouldBe("appeal");
        own.Records.History(record)[0].After["kind"].ShouldBe("appeal");
        BooksAudit.Run(own.Books).Messages.ShouldBeEmpty();
        new TrialBalance(own.Books).Compare().Balanced.ShouldBeTrue();
        if (type == "choice")
        {
            var received = own.Books.Catalogue.Indicators["affairs.letter.received"];
            own.Figures.Read(received, 2024, own.City.Id).Value(received, Period.Year(2024), "appeal").Value.ShouldBe(1);
            own.Figure("affairs.letter.requests").ShouldBe(1);
        }
        Should
            .Throw<SchemaException>(() => own.Apply(SmallDefinitions.Load(renamed.Replace("advice: 建议", "hint: 提示"))))
            .Message.ShouldContain("was: advice");
        own.Apply(SmallDefinitions.Load(renamed.Replace("advice: 建议", "advice: {title: 建议, retired: true}")));

        static long Enter(TestBooks books, string kind) =>
            books
                .Records.Create(
                    books.Actor("clerk"),
                    books.Register("affairs.letter"),
                    TestBooks.Input(
                        ("unit", $"{books.City.Id}"),
                        ("received_on", $"{books.Today:yyyy-MM-dd}"),
                        ("sender", "王"),
                        ("kind", kind)
                    )
                )
                .ShouldBeOfType<SaveResult.Saved>()
                .Record.Id;
    }

    [Fact]
    public void AFieldThatIsToBeUnique_IsRefusedWhileRecordsRepeatIt_AndFreeAgainAfterwards()
    {
        Enter("王小明");
        Enter("王小明");
        var unique = SmallDefinitions.Changed(("type: text, required: true", "type: text, unique: true, required: true"));
        Should
            .Throw<SchemaException>(() => test.Reopen(SmallDefinitions.Load(unique)))
            .Message.ShouldContain("已有记录里有重复的值");

        test.Records.Correct(test.Actor("clerk"), test.Register(Register), 2, 1, TestBooks.Input(("sender", "李大海")), "更正")
            .ShouldBeOfType<SaveResult.Saved>();
        test.Reopen(SmallDefinitions.Load(unique));
        Create("王小明").ShouldBeOfType<SaveResult.Invalid>();

        test.Reopen(SmallDefinitions.Load());
        Enter("王小明").Id.ShouldBe(3);
    }

    [Fact]
    public void ARetiredField_IsInNoForm_AndStaysReadable()
    {
        var id = Enter("王小明").Id;
        var retired = SmallDefinitions.Load(
            SmallDefinitions.Changed(
                ("  kind: {title: 类别, type: choice,", "  kind: {retired: true, title: 类别, type: choice,")
            )
        );
        Should.Throw<SchemaConsentException>(() => test.Reopen(retired)).Message.ShouldContain("1 条记录的内容仍可查看");

        test.Apply(retired);

        var register = test.Register(Register);
        register.EntryFields.ShouldNotContain(field => field.Key == "kind");
        RecordStore.CorrectableFields(Find(id)).ShouldNotContain(field => field.Key == "kind");
        Find(id)["kind"].ShouldBe("request");
        Enter("李大海", kind: null)["kind"].ShouldBeNull("it was required once and is no longer asked");
        Behind("requests").ShouldBe(1);
    }

    [Fact]
    public void ARetiredRegister_TakesNoNewRecords_AndFinishesItsOwn()
    {
        var record = Enter("王小明");

        test.Apply(SmallDefinitions.Load(SmallDefinitions.Changed(("title: 来信登记\n", "title: 来信登记\nretired: true\n"))));

        Create("李大海").ShouldBeOfType<SaveResult.Refused>().Message.ShouldContain("停用");
        test.Books.Gate.CanCreate(test.Actor("clerk"), test.Register(Register)).ShouldBeFalse();
        Should.Throw<InvalidOperationException>(() =>
            new Importer(test.Books).Import(test.Actor("clerk"), test.Register(Register), "t", [record.Values])
        );
        Do(Find(record.Id), "answer", ("answered_on", "2024-12-20")).State.Key.ShouldBe("answered");
    }

    [Fact]
    public void ARetiredIndicator_KeepsItsSeries_AndIsRightAgainWhenUsedAgain()
    {
        Enter("王小明");
        test.Apply(SmallDefinitions.Load(SmallDefinitions.Changed(("{title: 求决类来信", "{retired: true, title: 求决类来信"))));
        Enter("李大海");

        test.Figure($"{Register}.requests").ShouldBe(1, "what was posted until then");
        test.Figure($"{Register}.received").ShouldBe(2);
        new TrialBalance(test.Books).Compare().Balanced.ShouldBeTrue();

        test.Apply(SmallDefinitions.Load());
        test.Figure($"{Register}.requests").ShouldBe(2);
    }

    [Fact]
    public void ARetiredAction_IsOfferedNowhere_AndItsHistoryIsRead()
    {
        var record = Do(Do(Enter("王小明"), "pause"), "go_on");

        test.Apply(
            SmallDefinitions.Load(
                SmallDefinitions.Changed(
                    ("actions: [answer, pause]", "actions: [answer]"),
                    ("actions: [go_on]", "actions: [], retired: true"),
                    (
                        "  pause: {title: 请来信人补充, by: clerk, to: paused}",
                        "  pause: {title: 请来信人补充, by: clerk, retired: true}"
                    ),
                    ("  go_on: {title", "  go_on: {retired: true, title")
                )
            )
        );

        test.Records.Actions(test.Actor("clerk"), Find(record.Id)).Select(action => action.Key).ShouldBe(["answer"]);
        test.Records.History(Find(record.Id)).Select(entry => entry.Action).ShouldBe(["create", "pause", "go_on"]);
        Find(record.Id).Register.State("paused").Title.ShouldBe("待补充");
    }

    [Fact]
    public void ARegisterCalledLikeARegisterWithOneOfItsFields_IsNotConfusedWithItsIndex()
    {
        const string plan = "register: affairs.letter_received_on\ntitle: 另一台账\n";
        var other = plan + SmallDefinitions.Letter[SmallDefinitions.Letter.IndexOf("line:", StringComparison.Ordinal)..];

        using var both = new TestBooks(SmallDefinitions.Load(SmallDefinitions.Letter, other));

        both.Books.Catalogue.Registers.Count.ShouldBe(2);
        both.Books.Write(
                (connection, transaction) => new DatabaseFacts(connection, transaction, both.Dialect).Indexes("r_affairs_letter")
            )
            .ShouldContain("i_affairs_letter__received_on");
    }

    public static TheoryData<string, string, string> Refused =>
        new()
        {
            { "  people: {title: 人数, type: integer, default: 1, min: 1}\n", "", "retired: true" },
            {
                "  people: {title: 人数, type: integer, default: 1, min: 1}\n",
                "  persons: {title: 人数, type: integer}\n",
                "was: people"
            },
            { "type: integer, default: 1, min: 1", "type: text", "不会被自动转换" },
            { "register: affairs.letter", "register: affairs.mail", "was: affairs.letter" },
            { "  requests: {title", "  requested: {title", "was: affairs.letter.requests" },
            { "pause", "hold", "was: pause" },
            { "paused", "waiting", "was: paused" },
            {
                "  paused: {title: 待补充, actions: [go_on]}",
                "  paused: {title: 待补充, actions: [], retired: true}",
                "走不出去"
            },
        };

    [Theory]
    [MemberData(nameof(Refused))]
    public void WhatWouldLoseSomething_IsRefusedWithWhatToWriteInstead(string old, string now, string words)
    {
        Do(Enter("王小明"), "pause");
        var text = SmallDefinitions.Changed((old, now));
        // What else must change for the file to be right by itself.
        if (!text.Contains("  people: {title: 人数, type: integer"))
            text = text.Replace(
                    "  people: {title: 来信人数, sum: people, on: received_on, unit: 人, meaning: 统计期内来信的人数。}\n",
                    ""
                )
                .Replace(" and people > 0", "");
        if (old == "pause")
            text = text.Replace("holdd", "paused");
        if (now.Contains("retired"))
            text = text.Replace("actions: [answer, pause]", "actions: [answer]")
                .Replace(
                    "  pause: {title: 请来信人补充, by: clerk, to: paused}",
                    "  pause: {title: 请来信人补充, by: clerk, retired: true}"
                )
                .Replace("  go_on: {title", "  go_on: {retired: true, title");
        var catalogue = SmallDefinitions.Load(text);
        var before = Describe();

        Books().ShouldBe(2, "opening and applying are both refused");
        Describe().ShouldBe(before);

        int Books()
        {
            var refusals = 0;
            foreach (var open in new Action<Catalogue>[] { test.Reopen, test.Apply })
            {
                Should.Throw<SchemaException>(() => open(catalogue)).Message.ShouldContain(words);
                refusals++;
            }
            return refusals;
        }
    }

    [Fact]
    public void AFormerNameThatIsForgotten_IsRefused()
    {
        Enter("王小明");
        test.Apply(SmallDefinitions.Load(SmallDefinitions.Changed(FieldRenamed)));

        Should
            .Throw<SchemaException>(() =>
                test.Apply(SmallDefinitions.Load(SmallDefinitions.Letter.Replace("received_on", "arrived_on")))
            )
            .Message.ShouldContain("was: [received_on]");
    }

    [Fact]
    public void AFieldWithoutData_MayGo()
    {
        test.Reopen(
            SmallDefinitions.Load(
                SmallDefinitions.Changed(("  kind: {title", "  note: {title: 备注, type: text}\n  kind: {title"))
            )
        );
        Enter("王小明");

        test.Reopen(SmallDefinitions.Load());

        test.Books.Changes.ShouldBeEmpty();
        Find(1)["sender"].ShouldBe("王小明");
    }

    [Fact]
    public void Additions_AreMadeAtOpening_AndToldInTheJournal()
    {
        Enter("王小明");

        test.Reopen(
            SmallDefinitions.Load(
                SmallDefinitions.Changed(("  kind: {title", "  note: {title: 备注, type: text}\n  kind: {title"))
            )
        );

        test.Books.Changes.ShouldHaveSingleItem().ShouldContain("增加字段“备注”");
        var entry = DefinitionHistory.Latest(test.Books).ShouldHaveSingleItem();
        (entry.Actor, entry.Changes.Count).ShouldBe(("启动", 1));
    }

    [Fact]
    public void APlan_ChangesNothing_AndWhatItSaysIsDoneOnce()
    {
        Do(Enter("王小明"), "pause");
        var text = SmallDefinitions.Changed([.. FieldRenamed, .. RegisterRenamed]);
        var before = Describe();

        var plan = Plan(text);
        plan.Changes.Count(change => change.Kind == SchemaChangeKind.Rename).ShouldBeGreaterThan(4);
        Describe().ShouldBe(before);
        Should.Throw<SchemaConsentException>(() => test.Reopen(SmallDefinitions.Load(text)));
        Describe().ShouldBe(before);

        test.Apply(SmallDefinitions.Load(text));
        var after = Describe();
        Plan(text).Changes.ShouldBeEmpty();
        test.Apply(SmallDefinitions.Load(text));
        Describe().ShouldBe(after);
        DefinitionHistory.Latest(test.Books).ShouldHaveSingleItem().Actor.ShouldBe("测试admin");
    }

    [Fact]
    public void AFailureInTheMiddle_LeavesEverythingAsItWas()
    {
        var id = Do(Enter("王小明"), "pause").Id;
        var text = SmallDefinitions.Changed([
            .. FieldRenamed,
            .. RegisterRenamed,
            ("where: kind = request and people > 0", "where: kind = request and people > 1"),
        ]);
        // The recomputation comes last, after tables, columns and names were changed, and ends in this table.
        Execute("ALTER TABLE trial_balance RENAME COLUMN detail TO hidden");
        var before = Describe();

        Should.Throw<DbException>(() => test.Apply(SmallDefinitions.Load(text)));

        Describe().ShouldBe(before);
        test.Reopen(SmallDefinitions.Load());
        Find(id)["received_on"].ShouldBe(test.Today);
        Execute("ALTER TABLE trial_balance RENAME COLUMN hidden TO detail");
        test.Apply(SmallDefinitions.Load(text));
        Find(id)["arrived_on"].ShouldBe(test.Today);
        test.Figure("affairs.mail.requests").ShouldBe(0);
    }

    [Theory]
    [InlineData("  people: {title: 人数", "  people: {was: kind, title: 人数", "旧名“kind”现在另有其项")]
    [InlineData("  answer: {title: 答复, by", "  answer: {was: pause, title: 答复, by", "旧名“pause”现在另有其项")]
    [InlineData("  requests: {title", "  requests: {was: received, title", "旧名“affairs.letter.received”现在另有其项")]
    [InlineData("  answered_on: {title", "  answered_on: {retired: true, title", "字段“answered_on”已停用，操作不能再问它")]
    [InlineData("  received: {title: 待答复", "  received: {retired: true, title: 待答复", "是起点，不能停用")]
    [InlineData("  pause: {title", "  pause: {retired: true, title", "操作“pause”已停用")]
    public void AFormerNameInUse_OrSomethingRetiredInUse_IsReported(string old, string now, string message)
    {
        var problems = new List<DefinitionProblem>();

        SmallDefinitions.TryLoad(SmallDefinitions.Changed((old, now)), problems).ShouldBeNull();

        problems.ShouldContain(problem => problem.Message.Contains(message), string.Join('\n', problems));
    }

    private SchemaPlan Plan(string text) => Core.Storage.Books.PlanChanges(SmallDefinitions.Load(text), test.Dialect);

    private SaveResult Create(string sender, string date = "received_on", string? kind = "request") =>
        test.Records.Create(
            test.Actor("clerk"),
            test.Register(Register),
            TestBooks.Input(("unit", $"{test.City.Id}"), (date, $"{test.Today:yyyy-MM-dd}"), ("sender", sender), ("kind", kind))
        );

    private Record Enter(string sender, string date = "received_on", string? kind = "request") =>
        Create(sender, date, kind).ShouldBeOfType<SaveResult.Saved>().Record;

    private Record Do(Record record, string action, params (string, string?)[] input) =>
        test
            .Records.Act(test.Actor("clerk"), record.Register, record.Id, record.Version, action, TestBooks.Input(input), null)
            .ShouldBeOfType<SaveResult.Saved>()
            .Record;

    private Record Find(long id) => test.Records.Find(test.Actor("clerk"), test.Register(Register), id)!;

    /// <summary>How many records the list behind a figure of this year shows.</summary>
    private int Behind(string indicator) =>
        test
            .Lists.Page(
                test.Actor("clerk"),
                test.Register(Register),
                new RecordQuery
                {
                    Behind = new FigureCell(
                        test.Books.Catalogue.Indicators[$"{Register}.{indicator}"],
                        test.City.Id,
                        Period.Year(2024)
                    ),
                }
            )
            .Records.Count;

    private IReadOnlyList<string> Indexes(string table) =>
        test.Books.Write((connection, transaction) => new DatabaseFacts(connection, transaction, test.Dialect).Indexes(table));

    private void Execute(string sql) =>
        test.Books.Write((connection, transaction) => connection.Execute(sql, transaction: transaction));

    /// <summary>Everything a change of definitions touches, as text.</summary>
    private string Describe() =>
        test.Books.Write(
            (connection, transaction) =>
            {
                var lines = new List<string>();
                foreach (var table in new[] { "r_affairs_letter", "r_affairs_mail" })
                {
                    lines.Add(table);
                    lines.AddRange(new DatabaseFacts(connection, transaction, test.Dialect).Columns(table).Keys.Order());
                    lines.AddRange(new DatabaseFacts(connection, transaction, test.Dialect).Indexes(table).Order());
                }
                foreach (
                    var query in new[]
                    {
                        "SELECT key || posted_by FROM indicator",
                        "SELECT key || value FROM setting",
                        "SELECT series FROM counter",
                        "SELECT action || after FROM journal",
                    }
                )
                    lines.AddRange(connection.Query<string>(query, transaction: transaction).Order());
                return string.Join('\n', lines);
            }
        );
}
