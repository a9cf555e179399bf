using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using Fazhang.Core.Definitions;
using Fazhang.Core.Reports;
using Shouldly;

namespace Fazhang.Tests.Books;

/// <summary>The figures of a report lead to the records behind them, and change with them.</summary>
public sealed class ReportFiguresTests : IDisposable
{
    private readonly TestBooks test = new(today: new DateOnly(2024, 12, 20));
    private readonly Core.Storage.Books books;

    public ReportFiguresTests()
    {
        Write("reports/annual.md", "# {place}报告\n\n{#cases}新收{reconsideration.case.received}。\n\n---\n{office}\n{date}\n");
        books = Core.Storage.Books.Open(test.Books.Catalogue with { Directory = test.Directory }, test.Dialect, test.Clock);
    }

    public void Dispose()
    {
        books.Dispose();
        test.Dispose();
    }

    [Fact]
    public void Draft_NamedUnitQuarterAndCategory_SaysThatPartOnly()
    {
        Local(
            "after: \"甲区[[{reconsideration.case.received unit=甲区}]]，乙区[[{reconsideration.case.received unit=乙区}]]，"
                + "三季度[[{reconsideration.case.received period=Q3}]]，和解[[{reconsideration.case.closed by=mediated}]]，"
                + "上半年甲区[[{reconsideration.case.received unit=甲区 period=H1}]]。\""
        );
        test.Enter(unit: test.East, on: new DateOnly(2024, 3, 1));
        test.Enter(unit: test.Town, on: new DateOnly(2024, 8, 1));
        test.Mediate(test.Accept(test.Enter(unit: test.City)));

        var draft = Draft();

        draft.Document.Blocks[2].Text.ShouldBe("甲区2件，乙区，三季度1件，和解1件，上半年甲区1件。");
        draft.Audit.Differences.ShouldBeEmpty();
        draft.Document.Figures.Select(figure => draft.Backing[figure].Sum(one => one.Count)).ShouldBe([3, 2, 1, 1, 1]);
    }

    [Fact]
    public void Draft_UnitThatIsNotBelow_IsRefusedWithTheLine()
    {
        Write("reports/210202/2024.yaml", "year: 2024\nunits: {乙区: \"210203\"}\n");

        Should
            .Throw<DefinitionException>(() => new AnnualReport(books).Draft(2024, test.East.Id))
            .Problems.ShouldHaveSingleItem()
            .ToString()
            .ShouldBe("reports/210202/2024.yaml:2: units 里的“乙区”：代码 210203 的单位不在“甲区”之内。请核对单位代码。");
    }

    [Fact]
    public void Draft_OwnUnitWithoutAName_HasNothingToSay()
    {
        Write(
            "reports/annual.md",
            "# 报告\n\n新收{reconsideration.case.received}[[，其中本级{reconsideration.case.received unit=本级}]]。\n"
        );
        test.Enter();

        Draft().Document.Blocks[1].Text.ShouldBe("新收1件。");
    }

    [Fact]
    public void Record_Entered_ChangesReportJsonAndDocxTogether()
    {
        test.Enter(on: new DateOnly(2024, 5, 2));
        foreach (var expected in new[] { 1, 2 })
        {
            var draft = Draft();
            var text = $"新收{expected}件。";
            draft.Document.Blocks[1].Text.ShouldBe(text);
            MarkdownReport.Write(draft.Document).ShouldContain(text);
            Docx(draft.Document).ShouldContain(text);
            using var json = JsonDocument.Parse(JsonReport.Write(draft, books.Catalogue));
            var sentence = json
                .RootElement.GetProperty("sentences")
                .EnumerateArray()
                .Single(one => one.GetProperty("text").GetString() == text);
            var figure = sentence.GetProperty("figures").EnumerateArray().Single();
            figure.GetProperty("value").GetInt32().ShouldBe(expected);
            var behind = figure.GetProperty("behind").EnumerateArray().Single();
            behind.GetProperty("count").GetInt32().ShouldBe(expected);
            behind.GetProperty("source").GetString().ShouldBe("records");
            behind
                .GetProperty("address")
                .GetString()
                .ShouldBe($"/r/reconsideration.case?indicator=reconsideration.case.received&year=2024&unit={test.City.Id}");
            test.Enter(on: new DateOnly(2024, 6, 2));
        }
    }

    [Fact]
    public void Backing_OfARate_IsBothItsParts()
    {
        Write("reports/annual.md", "# 报告\n\n[[调解率{reconsideration.case.mediation_rate}]]。\n");
        test.Mediate(test.Accept(test.Enter()));

        var draft = Draft();

        draft
            .Backing.Values.ShouldHaveSingleItem()
            .Select(one => (one.Part, one.Indicator.Key, one.Count))
            .ShouldBe([("分子", "reconsideration.case.mediated", 1), ("分母", "reconsideration.case.closed", 1)]);
    }

    private AnnualDraft Draft() => new AnnualReport(books).Draft(2024, test.City.Id, withBacking: true);

    private void Local(string part) =>
        Write(
            "reports/2102/2024.yaml",
            $"year: 2024\nunits: {{甲区: \"210202\", 乙区: \"210203\"}}\nparagraphs:\n  cases:\n    {part}\n"
        );

    private void Write(string name, string text)
    {
        var path = Path.Combine(test.Directory, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private static string Docx(ReportDocument document)
    {
        using var stream = new MemoryStream();
        DocxReport.Write(document, stream);
        using var package = WordprocessingDocument.Open(stream, isEditable: false);
        return package.MainDocumentPart!.Document!.InnerText;
    }
}
