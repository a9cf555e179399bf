using System.Text;
using Fazhang.Core.Journal;
using Fazhang.Core.Records;
using Fazhang.Core.Reports;
using Fazhang.Core.Units;
using Shouldly;

namespace Fazhang.Tests.Books;

/// <summary>Documents that actions produce: numbered, kept as they were, masked for those who may not see names.</summary>
public sealed class DocumentTests : IDisposable
{
    private readonly TestBooks test = new(FlowCatalogue.Catalogue);

    public void Dispose() => test.Dispose();

    private Documents Documents => new(test.Books);

    private Record Closed()
    {
        var clerk = test.Actor("clerk");
        var record = test.TryDo(test.EnterMatter(), "close", clerk, ("result", "lost")).ShouldBeOfType<SaveResult.Saved>().Record;
        Documents.Of(record).ShouldBeEmpty("nothing is produced before it is approved");
        return test
            .Records.Agree(test.Actor("head") with { AccountId = 2 }, record.Register, record.Id, record.Version, null)
            .ShouldBeOfType<SaveResult.Saved>()
            .Record;
    }

    private static string Text(ReportDocument document) => ReportText.Of(document).Text;

    [Fact]
    public void Produced_ByTheAction_WithNumberDateAndWords()
    {
        var record = Closed();

        var document = Documents.Of(record).ShouldHaveSingleItem();

        document.Number.ShouldBe("示决〔2024〕1号");
        document.Version.ShouldBe(record.Version);
        var text = Text(Documents.OpenClear(test.Actor("clerk"), record, document.Id)!);
        text.ShouldContain("王小明：");
        text.ShouldContain("你于2024年12月20日提出的事项，结论为不予支持。");
        text.ShouldContain("期限至2025年1月6日届满");
        text.ShouldNotContain("涉及金额");
        text.ShouldEndWith("示范市\n2024年12月20日\n");
    }

    [Fact]
    public void WithoutTheRight_NamesAreMasked_AndClearLooksAreJournaled()
    {
        var record = Closed();
        var id = Documents.Of(record).Single().Id;
        var before = test.Records.History(record).Count;

        Text(Documents.Open(record, id)!).ShouldContain("王某某：");
        Documents.OpenClear(test.Actor("director"), record, id).ShouldBeNull();
        test.Records.History(record).Count.ShouldBe(before);
        Documents.OpenClear(test.Actor("clerk"), record, id).ShouldNotBeNull();
        test.Records.History(record)[^1].Action.ShouldBe(JournalAction.Look);
    }

    [Fact]
    public void Opened_AfterTheRecordChanged_IsAsItWasProduced()
    {
        var record = Closed();
        var id = Documents.Of(record).Single().Id;
        var before = Bytes(record, id);

        test.Records.Correct(
                test.Actor("clerk"),
                record.Register,
                record.Id,
                record.Version,
                TestBooks.Input(("party", "欧阳锋")),
                "姓名登记有误"
            )
            .ShouldBeOfType<SaveResult.Saved>();

        Bytes(record, id).ShouldBe(before);
        var rows = Assert.ThrowsAny<System.Data.Common.DbException>(() =>
            test.Books.Write(
                (connection, transaction) =>
                    Dapper.SqlMapper.Execute(connection, "UPDATE document SET content = ''", transaction: transaction)
            )
        );
        rows.Message.ShouldContain("append-only");
    }

    [Fact]
    public void ByHand_OnlyByTheRolesOfTheForm_AndJournaled()
    {
        var record = Closed();

        Documents.Offered(test.Actor("clerk"), record).ShouldBeEmpty();
        Documents.Offered(test.Actor("head"), record).ShouldHaveSingleItem().Key.ShouldBe("decision");
        Documents.Produce(test.Actor("clerk"), record.Register, record.Id, "decision").ShouldBeOfType<SaveResult.Refused>();
        Documents.Produce(test.Actor("head"), record.Register, record.Id, "no_such").ShouldBeOfType<SaveResult.Missing>();
        Documents.Produce(test.Actor("head"), record.Register, record.Id, "decision").ShouldBeOfType<SaveResult.Saved>();
        Documents.Produce(test.Actor("head"), record.Register, record.Id, "decision").ShouldBeOfType<SaveResult.Saved>();

        Documents
            .Of(record)
            .Select(document => document.Number)
            .ShouldBe(["示决〔2024〕1号", "示决〔2024〕2号", "示决〔2024〕3号"]);
        test.Records.History(record)[^1].Reason.ShouldBe("《决定书》");
        new RecordReplay(test.Books).Run().Problems.ShouldBeEmpty();
        new NumberAudit(test.Books).Run().Problems.ShouldBeEmpty();
    }

    /// <summary>A city signs through its bureau of justice; what was written as a sentence takes no second stop along.</summary>
    [Fact]
    public void TheBureauSigns_AndNoStopIsDoubled()
    {
        var units = test
            .Books.Units.All.Select(unit => new UnitInput(
                unit.Code,
                unit.Name,
                unit.Abbr,
                unit.Kind,
                unit.ParentId is { } above ? test.Books.Units.Find(above)!.Code : null
            ))
            .Append(new UnitInput("2102-01", "示范市司法局", "示司", "bureau", "2102"))
            .ToList();
        new UnitChanges(test.Books).Apply(test.Actor("admin"), units, "设立").Refused.ShouldBeEmpty();
        var matter = test
            .Records.Create(
                test.Actor("clerk"),
                test.Register(FlowCatalogue.Key),
                TestBooks.Input(("unit", test.City.Id.ToString()), ("party", "王小明。"), ("handler", ""))
            )
            .ShouldBeOfType<SaveResult.Saved>()
            .Record;
        test.TryDo(matter, "close", test.Actor("clerk"), ("result", "lost"));
        var record = test
            .Records.Agree(test.Actor("head") with { AccountId = 2 }, matter.Register, matter.Id, matter.Version + 1, null)
            .ShouldBeOfType<SaveResult.Saved>()
            .Record;

        var text = Text(Documents.OpenClear(test.Actor("clerk"), record, Documents.Of(record).Single().Id)!);

        text.ShouldContain("王小明：");
        text.ShouldEndWith("示范市司法局\n2024年12月20日\n");
    }

    /// <summary>A case that was mediated gets a mediation letter, not an order that ends it.</summary>
    [Fact]
    public void ByHand_OnlyWhatFitsTheOutcome()
    {
        using var real = new TestBooks();
        var head = real.Actor("head");
        var record = real.TryDo(real.Accept(real.Enter()), "mediate", head, ("closed_on", real.Today.ToString("yyyy-MM-dd")))
            .ShouldBeOfType<SaveResult.Saved>()
            .Record;
        var documents = new Documents(real.Books);

        var offered = documents.Offered(head, record).Select(form => form.Key).ToList();
        offered.ShouldContain("mediation");
        offered.ShouldNotContain("termination");
        documents
            .Produce(head, record.Register, record.Id, "termination")
            .ShouldBeOfType<SaveResult.Refused>()
            .Message.ShouldContain("终止的案件才出具");
    }

    /// <summary>A decision without its result is not a paper; the optional amount is not missed.</summary>
    [Fact]
    public void ByHand_BeforeTheRecordHasWhatItStates_IsNeitherOfferedNorMade()
    {
        var record = test.EnterMatter();

        Documents.Offered(test.Actor("head"), record).ShouldBeEmpty();
        Documents
            .Produce(test.Actor("head"), record.Register, record.Id, "decision")
            .ShouldBeOfType<SaveResult.Refused>()
            .Message.ShouldBe("《决定书》还缺：结论。先办理相应的操作，或者更正案卷，再出具。");
        Documents.Of(record).ShouldBeEmpty();
    }

    private byte[] Bytes(Record record, long id)
    {
        var document = Documents.OpenClear(test.Actor("clerk"), record, id)!;
        using var stream = new MemoryStream();
        DocxReport.Write(document, stream);
        return [.. stream.ToArray(), .. Encoding.UTF8.GetBytes(HtmlReport.Fragment(document))];
    }
}
