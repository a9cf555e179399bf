using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Fazhang.Core.Exchange.Excel;

/// <summary>The file is no workbook that can be read; the message says what to do.</summary>
public sealed class WorkbookException(string message) : Exception(message);

/// <summary>Sheets of plain text cells, as .xlsx (ECMA-376). No formula is ever written, and none is calculated when read.</summary>
public static class Workbook
{
    /// <summary>Lines of a sheet that are read, the header included.</summary>
    public const int MostRows = 2001;

    /// <summary>Bytes of a file, and of all its parts unpacked: a sheet of so many lines needs far less.</summary>
    public const long LargestFile = 8L << 20;

    private const long LargestUnpacked = 16L << 20;

    private const int MostColumns = 300;

    /// <summary>Writes sheets with a bold first line; every cell is text, so that nothing in it can become a formula.</summary>
    public static void Write(Stream stream, IReadOnlyList<(string Name, IReadOnlyList<IReadOnlyList<string>> Rows)> sheets)
    {
        ArgumentNullException.ThrowIfNull(sheets);
        using var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook);
        var book = document.AddWorkbookPart();
        book.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook();
        var styles = book.AddNewPart<WorkbookStylesPart>();
        styles.Stylesheet = Styles();
        var list = book.Workbook.AppendChild(new Sheets());
        for (var i = 0; i < sheets.Count; i++)
        {
            var part = book.AddNewPart<WorksheetPart>();
            part.Worksheet = Sheet(sheets[i].Rows);
            list.Append(
                new Sheet
                {
                    Id = book.GetIdOfPart(part),
                    SheetId = (uint)i + 1,
                    Name = sheets[i].Name,
                }
            );
        }
    }

    /// <summary>The lines of the first sheet, each with its number in the sheet; cells as the sheet shows them, dates as 2024-03-02.</summary>
    /// <exception cref="WorkbookException">It is no .xlsx, too large, or damaged.</exception>
    public static IReadOnlyList<(int Row, IReadOnlyList<string> Cells)> Read(byte[] content)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (content.LongLength > LargestFile)
            throw new WorkbookException($"文件超过 {LargestFile >> 20} MB。分成几个文件导入。");
        try
        {
            Guard(content);
            using var stream = new MemoryStream(content, writable: false);
            using var document = SpreadsheetDocument.Open(stream, isEditable: false);
            return Lines(document);
        }
        catch (Exception problem)
            when (problem
                    is InvalidDataException
                        or OpenXmlPackageException
                        or System.Xml.XmlException
                        or FormatException
                        or IOException
                        // The first sheet is no table, or its part is missing.
                        or InvalidCastException
                        or ArgumentOutOfRangeException
            )
        {
            throw NotReadable();
        }
    }

    // Parts are measured before they are read: a small file can unpack to gigabytes.
    private static WorkbookException NotReadable() => new("这不是能读的 Excel 文件。请用样表填写，存成 .xlsx 再导入。");

    private static void Guard(byte[] content)
    {
        using var stream = new MemoryStream(content, writable: false);
        using var archive = new ZipArchive(stream, ZipArchiveMode.Read);
        if (archive.Entries.Sum(entry => entry.Length) > LargestUnpacked)
            throw new WorkbookException("文件解开后太大。只保留要导入的一张表，存成新文件再导入。");
    }

    private static List<(int, IReadOnlyList<string>)> Lines(SpreadsheetDocument document)
    {
        var book = document.WorkbookPart ?? throw NotReadable();
        var first =
            book.Workbook?.Descendants<Sheet>().FirstOrDefault()?.Id?.Value ?? throw new WorkbookException("文件里没有工作表。");
        var words = new CellWords(book);
        var lines = new List<(int, IReadOnlyList<string>)>();
        using var reader = OpenXmlReader.Create((WorksheetPart)book.GetPartById(first));
        var number = 0;
        while (reader.Read())
        {
            if (reader.ElementType != typeof(Row) || !reader.IsStartElement)
                continue;
            var row = (Row)reader.LoadCurrentElement()!;
            number = (int)(row.RowIndex?.Value ?? (uint)(number + 1));
            var cells = new List<string>();
            foreach (var cell in row.Elements<Cell>())
            {
                var column = ColumnOf(cell.CellReference?.Value) ?? cells.Count;
                if (column >= MostColumns)
                    throw new WorkbookException($"表格超过 {MostColumns} 栏。请用样表的栏。");
                while (cells.Count <= column)
                    cells.Add("");
                cells[column] = words.Of(cell).Trim();
            }
            if (cells.All(cell => cell.Length == 0))
                continue;
            lines.Add((number, cells));
            if (lines.Count > MostRows)
                throw new WorkbookException($"一次最多导入 {MostRows - 1} 行。分成几个文件导入。");
        }
        return lines;
    }

    private static int? ColumnOf(string? reference)
    {
        if (reference is null)
            return null;
        var column = 0;
        foreach (var letter in reference.TakeWhile(char.IsAsciiLetterUpper))
            column = column * 26 + letter - 'A' + 1;
        return column == 0 ? null : column - 1;
    }

    private static Worksheet Sheet(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var data = new SheetData();
        for (var i = 0; i < rows.Count; i++)
            data.Append(
                new Row(
                    rows[i]
                        .Select(text => new Cell
                        {
                            DataType = CellValues.InlineString,
                            StyleIndex = i == 0 ? 1U : 0U,
                            InlineString = new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve }),
                        })
                )
                {
                    RowIndex = (uint)i + 1,
                }
            );
        var widths = new Columns(
            Enumerable
                .Range(0, rows.Count == 0 ? 0 : rows[0].Count)
                .Select(i => new Column
                {
                    Min = (uint)i + 1,
                    Max = (uint)i + 1,
                    Width = Math.Clamp(rows.Max(row => i < row.Count ? LongestLine(row[i]) : 0) * 2 + 2, 10, 50),
                    CustomWidth = true,
                })
        );
        return widths.HasChildren ? new Worksheet(widths, data) : new Worksheet(data);
    }

    private static int LongestLine(string text) => text.Split('\n').Max(line => line.Length);

    private static Stylesheet Styles() =>
        new(
            new Fonts(new Font(), new Font(new Bold())),
            new Fills(new Fill(new PatternFill { PatternType = PatternValues.None })),
            new Borders(new Border()),
            new CellFormats(
                // 49 is text: what is typed into the sample later stays as it is typed.
                new CellFormat
                {
                    NumberFormatId = 49,
                    ApplyNumberFormat = true,
                    // Long words and the lines of a table in a cell are seen whole.
                    Alignment = new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top },
                    ApplyAlignment = true,
                },
                new CellFormat
                {
                    NumberFormatId = 49,
                    FontId = 1,
                    ApplyFont = true,
                }
            )
        );
}
