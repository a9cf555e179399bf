using System.IO.Compression;
using System.Text;
using Fazhang.Core.Exchange.Excel;
using Shouldly;

namespace Fazhang.Tests.Exchange;

/// <summary>Sheets are read as people see them, from whatever program; what is no sheet is refused in words.</summary>
public sealed class WorkbookTests
{
    private static readonly string[] Dangerous = ["=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(\"http://x\",\"点\")"];

    [Fact]
    public void Text_ThatLooksLikeAFormula_IsWrittenAndReadAsText()
    {
        var content = TestSheet.Of(["栏"], Dangerous);

        Cells(content)
            .ShouldBe([
                ["栏"],
                Dangerous,
            ]);
        using var archive = new ZipArchive(new MemoryStream(content));
        foreach (var entry in archive.Entries.Where(entry => entry.FullName.Contains("sheet", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
            reader.ReadToEnd().ShouldNotContain(":f>", Case.Sensitive, entry.FullName);
        }
    }

    [Fact]
    public void Cells_OfEveryKind_AreReadAsTheSheetShowsThem()
    {
        const string shared =
            "<si><t>借贷</t></si><si><r><t>粗</t></r><r><t>细</t></r><rPh sb=\"0\" eb=\"1\"><t>cū</t></rPh></si>";
        var row = TestSheet.Row(
            "<c t=\"s\"><v>0</v></c>",
            "<c t=\"s\"><v>1</v></c>",
            TestSheet.Day(new DateOnly(2024, 3, 2)),
            "<c s=\"1\"><v>45353.395833333336</v></c>",
            "<c s=\"3\"><v>45352</v></c>",
            "<c s=\"2\"><v>1234.5</v></c>",
            "<c><v>1.2000000000000002E1</v></c>",
            "<c t=\"b\"><v>1</v></c>",
            "<c><f>1+1</f><v>2</v></c>",
            "<c t=\"str\"><f>\"甲\"&amp;\"乙\"</f><v>甲乙</v></c>",
            TestSheet.Text("  两边有空格  ")
        );

        Cells(TestSheet.OfXml(row, shared))
            .ShouldBe([
                ["借贷", "粗细", "2024-03-02", "2024-03-02 09:30", "2024-03-01", "1234.5", "12", "是", "2", "甲乙", "两边有空格"],
            ]);
    }

    [Fact]
    public void Days_CountedFrom1904_AreTheSameDays()
    {
        var row = TestSheet.Row("<c s=\"1\"><v>43891</v></c>");

        Cells(TestSheet.OfXml(row, settings: "<workbookPr date1904=\"1\"/>"))
            .ShouldBe([
                ["2024-03-02"],
            ]);
    }

    [Fact]
    public void Rows_KeepTheirNumber_AndCellsTheirColumn_WhenSomeAreLeftOut()
    {
        var content = TestSheet.OfXml(
            "<row r=\"2\"><c r=\"C2\"><v>1</v></c></row><row r=\"5\"/><row r=\"9\"><c r=\"A9\"><v>2</v></c></row>"
        );

        Workbook.Read(content).Select(line => line.Row).ShouldBe([2, 9]);
        Cells(content)
            .ShouldBe([
                ["", "", "1"],
                ["2"],
            ]);
    }

    [Fact]
    public void Formula_WithoutAValue_IsAnErrorAndNotAnEmptyCell() =>
        Refusal(TestSheet.OfXml("<row><c r=\"A1\"><f>1+1</f></c></row>")).ShouldContain("A1 是没有算出结果的公式");

    [Fact]
    public void Rows_AtTheLimit_AreRead_AndOneMoreIsRefused()
    {
        var rows = Enumerable.Repeat(new[] { "行" }, Workbook.MostRows).ToArray();

        Workbook.Read(TestSheet.Of(rows)).Count.ShouldBe(Workbook.MostRows);
        Refusal(TestSheet.Of([.. rows, ["行"]])).ShouldContain("一次最多导入 2000 行");
    }

    [Fact]
    public void Columns_FarOut_AreRefused() =>
        Refusal(TestSheet.OfXml("<row><c r=\"XFD1\"><v>1</v></c></row>")).ShouldContain("超过 300 栏");

    [Fact]
    public void SmallFile_ThatUnpacksToMuch_IsRefusedBeforeItIsUnpacked()
    {
        var bomb = TestSheet.Zip(("xl/workbook.xml", new string(' ', 17 << 20)));

        bomb.Length.ShouldBeLessThan(100_000);
        Refusal(bomb).ShouldContain("解开后太大");
    }

    [Fact]
    public void LargeFile_IsRefused() => Refusal(new byte[Workbook.LargestFile + 1]).ShouldContain("超过 8 MB");

    public static TheoryData<string, byte[]> NoWorkbooks =>
        new()
        {
            { "nothing", [] },
            { "text", "收案日期,案名"u8.ToArray() },
            { "pdf", "%PDF-1.7\n"u8.ToArray() },
            { "old xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] },
            { "zip of something else", TestSheet.Zip(("word/document.xml", "<w/>")) },
            { "cut off", TestSheet.Of(["栏"])[..^40] },
            { "shared string that is not there", TestSheet.OfXml("<row><c t=\"s\"><v>7</v></c></row>") },
            { "broken XML", TestSheet.OfXml("<row><c>") },
            { "row number that is none", TestSheet.OfXml("<row r=\"abc\"><c><v>1</v></c></row>") },
            { "document type", TestSheet.Zip(("[Content_Types].xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><Types>&b;</Types>")) },
        };

    [Theory]
    [MemberData(nameof(NoWorkbooks))]
    public void WhatIsNoWorkbook_IsRefusedInWords(string what, byte[] content) =>
        Refusal(content).ShouldContain("这不是能读的 Excel 文件", Case.Sensitive, what);

    private static string Refusal(byte[] content) => Should.Throw<WorkbookException>(() => Workbook.Read(content)).Message;

    private static string[][] Cells(byte[] content) => [.. Workbook.Read(content).Select(line => line.Cells.ToArray())];
}
