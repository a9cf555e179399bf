using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Fazhang.Core.Reports;
using Shouldly;
using Xunit;

namespace Fazhang.Tests.Reports;

public sealed class DocxReportTests
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private readonly SampleFigures figures = new();

    private static byte[] Write(ReportDocument document)
    {
        using var stream = new MemoryStream();
        DocxReport.Write(document, stream);
        return stream.ToArray();
    }

    private static T Read<T>(byte[] docx, Func<WordprocessingDocument, T> read)
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        return read(package);
    }

    private static XElement MainPart(byte[] docx) =>
        Read(docx, package => XElement.Load(package.MainDocumentPart!.GetStream(FileMode.Open, FileAccess.Read)));

    [Fact]
    public void Write_AnnualReport_IsAsBefore() =>
        GoldenFile.ShouldMatch(
            "annual.document.xml",
            MainPart(Write(figures.Compose())).ToString().ReplaceLineEndings("\n") + "\n"
        );

    [Fact]
    public void Write_SameReportTwice_GivesTheSameBytes()
    {
        var first = Write(figures.Compose());
        Thread.Sleep(TimeSpan.FromSeconds(2.1)); // a zip entry's clock ticks every two seconds

        Write(figures.Compose()).ShouldBe(first);
    }

    [Fact]
    public void Write_ReportWithEverything_IsValidWord()
    {
        const string table = "| 项目 | 数量 |\n|---|---|\n| 新收 | {reconsideration.case.received} |\n\n";
        var docx = Write(figures.Compose(SampleFigures.Template.Replace("## 其他", table + "## 其他")));

        var errors = Read(
            docx,
            package =>
                new OpenXmlValidator().Validate(package).Select(error => $"{error.Path?.XPath}: {error.Description}").ToList()
        );

        errors.ShouldBeEmpty();
    }

    [Fact]
    public void Write_Page_HasTheMeasuresOfTheStandard()
    {
        var section = MainPart(Write(figures.Compose())).Descendants(W + "sectPr").Single();
        double Millimetres(string element, string name) =>
            (int)section.Element(W + element)!.Attribute(W + name)! / 1440.0 * 25.4;

        Millimetres("pgSz", "w").ShouldBe(210, 0.05);
        Millimetres("pgSz", "h").ShouldBe(297, 0.05);
        Millimetres("pgMar", "top").ShouldBe(37, 0.05);
        Millimetres("pgMar", "left").ShouldBe(28, 0.05);
        (210 - Millimetres("pgMar", "left") - Millimetres("pgMar", "right")).ShouldBe(156, 0.05);
        (297 - Millimetres("pgMar", "top") - Millimetres("pgMar", "bottom")).ShouldBe(225, 0.05);
        Math.Floor(225 / Millimetres("docGrid", "linePitch")).ShouldBe(22);
    }

    [Fact]
    public void Write_Text_Has28CharactersALine()
    {
        var body = Read(Write(figures.Compose()), package => package.MainDocumentPart!.StyleDefinitionsPart!.Styles!)
            .Elements<DocumentFormat.OpenXml.Wordprocessing.Style>()
            .Single(style => style.StyleId == "Body");
        var character = 16 + body.StyleRunProperties!.Spacing!.Val! / 20.0;

        Math.Floor(156 / 25.4 * 72 / character).ShouldBe(28);
    }

    [Fact]
    public void Write_Paragraphs_CarryTheTextOfTheReport()
    {
        var report = figures.Compose();

        var text = MainPart(Write(report))
            .Descendants(W + "p")
            .Select(paragraph => string.Concat(paragraph.Descendants(W + "t").Select(piece => piece.Value)))
            .Where(line => line.Length > 0)
            .Select(line => line + "\n");

        string.Concat(text).ShouldBe(ReportText.Of(report).Text);
    }

    [Theory]
    [InlineData("示范市司法局", "2025年1月6日", 16.75, 18.75)]
    [InlineData("示范市人民政府办公室", "2025年1月6日", 16, 18)]
    [InlineData("市司法局", "2025年11月26日", 15.75, 17.75)]
    public void Write_SignatureWithoutASeal_KeepsTheDistancesOfTheStandard(
        string office,
        string date,
        double signature,
        double signing
    )
    {
        var report = figures.Compose($"# 报告\n\n正文。\n\n---\n{office}\n{date}");

        var indents = MainPart(Write(report))
            .Descendants(W + "p")
            .Where(paragraph => paragraph.Value == office || paragraph.Value == date)
            .Select(paragraph => (int)paragraph.Descendants(W + "ind").Single().Attribute(W + "leftChars")! / 100.0);

        indents.ShouldBe([signature, signing]);
    }

    [Theory]
    [InlineData("示范市2024年法治政府建设年度报告", "示范市2024年法治政府建设年度报告")]
    [InlineData(
        "中共示范市委 示范市人民政府关于2024年度法治政府建设情况的报告",
        "中共示范市委 示范市人民政府|关于2024年度法治政府建设情况的报告"
    )]
    [InlineData(
        "示范自治州生态环境和自然资源局2024年法治政府建设年度报告",
        "示范自治州生态环境和自然资源局|2024年法治政府建设年度报告"
    )]
    public void Write_Title_IsCutBetweenWords(string title, string lines)
    {
        var paragraph = MainPart(Write(figures.Compose($"# {title}\n\n正文。"))).Descendants(W + "p").First();

        string.Join('|', paragraph.Descendants(W + "t").Select(piece => piece.Value)).ShouldBe(lines);
        paragraph.Descendants(W + "br").Count().ShouldBe(lines.Count(character => character == '|'));
    }

    [Fact]
    public void Write_PageNumbers_AreAtTheRightOnOddAndAtTheLeftOnEvenPages()
    {
        var footers = Read(
            Write(figures.Compose()),
            package =>
                package
                    .MainDocumentPart!.Document.Descendants<DocumentFormat.OpenXml.Wordprocessing.FooterReference>()
                    .Select(reference =>
                        (
                            reference.Type!.InnerText,
                            ((FooterPart)package.MainDocumentPart.GetPartById(reference.Id!)).Footer.OuterXml
                        )
                    )
                    .ToDictionary(pair => pair.Item1!, pair => pair.Item2)
        );

        footers["default"].ShouldContain("<w:jc w:val=\"right\"");
        footers["even"].ShouldContain("<w:jc w:val=\"left\"");
        footers.Values.ShouldAllBe(footer => footer.Contains(" PAGE ") && footer.Contains('—'));
    }
}
