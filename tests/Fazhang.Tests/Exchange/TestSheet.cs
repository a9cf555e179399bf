using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Workbook = Fazhang.Core.Exchange.Excel.Workbook;

namespace Fazhang.Tests.Exchange;

/// <summary>Workbooks as other programs write them: the parts by hand, so that anything can stand in them.</summary>
internal static class TestSheet
{
    /// <summary>The cell style of <see cref="OfXml"/> that shows a day; 2 is a number that is red when negative.</summary>
    public const int DayStyle = 1;

    /// <summary>A sheet of text cells, as the engine writes it.</summary>
    public static byte[] Of(params string[][] rows)
    {
        using var stream = new MemoryStream();
        Workbook.Write(stream, [("填写", rows)]);
        return stream.ToArray();
    }

    /// <summary>The cells of the sheet with that name, line by line.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Lines(byte[] content, string sheet)
    {
        using var stream = new MemoryStream(content);
        using var document = SpreadsheetDocument.Open(stream, isEditable: false);
        var book = document.WorkbookPart!;
        var id = book.Workbook!.Descendants<Sheet>().Single(own => own.Name == sheet).Id!.Value!;
        return
        [
            .. ((WorksheetPart)book.GetPartById(id))
                .Worksheet!.Descendants<Row>()
                .Select(row => (IReadOnlyList<string>)[.. row.Elements<Cell>().Select(cell => cell.InnerText)]),
        ];
    }

    /// <summary>A cell with an Excel day.</summary>
    public static string Day(DateOnly day) =>
        $"<c s=\"{DayStyle}\"><v>{day.ToDateTime(TimeOnly.MinValue).ToOADate().ToString(CultureInfo.InvariantCulture)}</v></c>";

    public static string Text(string text) => $"<c t=\"inlineStr\"><is><t>{SecurityElement.Escape(text)}</t></is></c>";

    public static string Row(params string[] cells) => $"<row>{string.Concat(cells)}</row>";

    /// <summary>A workbook with those rows of XML.</summary>
    public static byte[] OfXml(string rows, string shared = "", string settings = "") =>
        Zip(
            (
                "[Content_Types].xml",
                $"""
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="{Type}sheet.main+xml"/><Override PartName="/xl/sheet1.xml" ContentType="{Type}worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="{Type}styles+xml"/><Override PartName="/xl/shared.xml" ContentType="{Type}sharedStrings+xml"/></Types>
                """
            ),
            ("_rels/.rels", Relations(("main", "officeDocument", "xl/workbook.xml"))),
            (
                "xl/workbook.xml",
                $"""
                <workbook xmlns="{Main}" xmlns:r="{Office}">{settings}<sheets><sheet name="表" sheetId="1" r:id="s1"/></sheets></workbook>
                """
            ),
            (
                "xl/_rels/workbook.xml.rels",
                Relations(
                    ("s1", "worksheet", "sheet1.xml"),
                    ("s2", "styles", "styles.xml"),
                    ("s3", "sharedStrings", "shared.xml")
                )
            ),
            ("xl/sheet1.xml", $"<worksheet xmlns=\"{Main}\"><sheetData>{rows}</sheetData></worksheet>"),
            ("xl/shared.xml", $"<sst xmlns=\"{Main}\">{shared}</sst>"),
            (
                "xl/styles.xml",
                $"""
                <styleSheet xmlns="{Main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="165" formatCode="0.00;[Red]-0.00&quot;days&quot;"/></numFmts><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="165"/><xf numFmtId="164"/></cellXfs></styleSheet>
                """
            )
        );

    public static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in entries)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        return stream.ToArray();
    }

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private static string Relations(params (string Id, string Kind, string Target)[] relations) =>
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(
            relations.Select(own => $"<Relationship Id=\"{own.Id}\" Type=\"{Office}/{own.Kind}\" Target=\"{own.Target}\"/>")
        )
        + "</Relationships>";
}
