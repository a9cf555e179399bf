using Fazhang.Core.Reports;
using Fazhang.Verify.Sources;
using Shouldly;

namespace Fazhang.Tests.Sources;

/// <summary>Documents of a word processor: paragraphs, tables and notes as a reader sees them; hostile packages refused.</summary>
public sealed class DocxSourceTests
{
    [Fact]
    public void Read_Document_GivesParagraphsTablesAndNotes() =>
        Read(SampleDocx.Whole())
            .Text.ShouldBe(
                "某市法治政府建设 报告\n受理1516件 其中\n调解182件。\n新数98件。\n"
                    + "类别\t件数\t\t备注\n调解 和解\t\t182\t内1 内2\n文本框3件\n结尾。\n含上年结转12件。\n"
            );

    [Fact]
    public void Locate_Characters_LeadToPartAndParagraph()
    {
        var report = Read(SampleDocx.Whole());

        var figure = report.Locate(report.Text.IndexOf("1516", StringComparison.Ordinal));
        figure.ShouldBe(
            new SourcePlace
            {
                Character = 2,
                Part = "word/document.xml",
                Paragraph = 2,
            }
        );
        var note = report.Text.IndexOf("12件", StringComparison.Ordinal);
        report.Locate(note).Part.ShouldBe("word/footnotes.xml");
        report.Locate(note).Character.ShouldBe(5);
        report.Describe(note).ShouldStartWith("脚注第");
        report.Describe(0).ShouldBe("正文第 1 段");
    }

    [Fact]
    public void Read_ReportWrittenByTheExport_HoldsItsText()
    {
        using var stream = new MemoryStream();
        var document = new Reports.SampleFigures().Compose();
        DocxReport.Write(document, stream);

        var text = Read(stream.ToArray()).Text;

        foreach (var line in Fazhang.Core.Reports.ReportText.Of(document).Text.Split('\n', '\t'))
            text.ShouldContain(line.Trim());
    }

    [Fact]
    public void Read_ExternalEntity_IsRefusedAndNotFetched()
    {
        var secret = Path.GetTempFileName();
        File.WriteAllText(secret, "秘密");
        var xml =
            $"<!DOCTYPE w:document [<!ENTITY x SYSTEM \"file://{secret}\">]>"
            + SampleDocx.Document("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>");
        try
        {
            Refused(SampleDocx.Package(("_rels/.rels", SampleDocx.Relations), ("word/document.xml", xml)))
                .ShouldContain("已损坏");
        }
        finally
        {
            File.Delete(secret);
        }
    }

    [Fact]
    public void Read_EntitiesThatMultiply_AreRefused()
    {
        var xml =
            "<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;\">]>"
            + SampleDocx.Document("<w:p><w:r><w:t>&c;</w:t></w:r></w:p>");

        Refused(SampleDocx.Package(("_rels/.rels", SampleDocx.Relations), ("word/document.xml", xml)));
    }

    [Fact]
    public void Read_SmallFileThatUnfoldsIntoALargeOne_IsRefused()
    {
        var bomb = SampleDocx.Package(
            ("_rels/.rels", SampleDocx.Relations),
            ("word/document.xml", SampleDocx.Document($"<w:p><w:r><w:t>{new string('9', 40_000_000)}</w:t></w:r></w:p>"))
        );

        bomb.Length.ShouldBeLessThan(200_000);
        Refused(bomb).ShouldContain("大得不正常");
    }

    [Fact]
    public void Read_PackageThatDeclaresLessThanItHolds_IsRefused()
    {
        var package = SampleDocx.Package(
            ("_rels/.rels", SampleDocx.Relations),
            ("word/document.xml", SampleDocx.Document($"<w:p><w:r><w:t>{new string('9', 3_000_000)}</w:t></w:r></w:p>"))
        );
        // The uncompressed length stands in the central directory, 24 bytes behind each entry's mark.
        var entry = package.AsSpan().LastIndexOf("PK\x01\x02"u8);
        BitConverter.GetBytes(1_000).CopyTo(package, entry + 24);

        Refused(package);
    }

    [Fact]
    public void Read_PackageWithTooManyEntries_IsRefused() =>
        Refused(SampleDocx.Package([.. Enumerable.Range(0, 5_001).Select(i => ($"a{i}", ""))])).ShouldContain("大得不正常");

    [Fact]
    public void Read_PackageThatIsNoDocument_SaysWhatToDo()
    {
        Refused(SampleDocx.Package(("a.txt", "文字"))).ShouldContain("压缩包");
        Refused(SampleDocx.Package(("_rels/.rels", SampleDocx.Relations), ("word/document.xml", "<workbook/>")))
            .ShouldContain("不是文字文档");
    }

    [Fact]
    public void Read_DeepNesting_IsRefused()
    {
        var deep =
            string.Concat(Enumerable.Repeat("<w:p><w:r>", 3_000)) + string.Concat(Enumerable.Repeat("</w:r></w:p>", 3_000));

        Refused(SampleDocx.Package(("_rels/.rels", SampleDocx.Relations), ("word/document.xml", SampleDocx.Document(deep))));
    }

    private static Fazhang.Verify.Sources.ReportText Read(byte[] bytes) => ReportSource.Read(bytes, "报告.docx");

    private static string Refused(byte[] bytes) => Should.Throw<UnreadableSourceException>(() => Read(bytes)).Message;
}
