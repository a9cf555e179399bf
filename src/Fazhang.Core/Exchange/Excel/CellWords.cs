using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Fazhang.Core.Exchange.Excel;

/// <summary>
/// What a cell of a workbook says, as people see it in the sheet (ECMA-376 part 1, 18.3.1.4 and 18.8.30). Formulas are never
/// calculated: what counts is the value that the program which saved the file left with them.
/// </summary>
internal sealed partial class CellWords
{
    private readonly List<string> shared;
    private readonly HashSet<uint> dates;

    // Days are counted from 1904 in files of old Macintosh programs: 1462 days less.
    private readonly int shift;

    public CellWords(WorkbookPart book)
    {
        shared =
        [
            .. (book.SharedStringTablePart?.SharedStringTable.Elements<SharedStringItem>() ?? []).Select(item =>
                Words(item.Text, item.Elements<Run>())
            ),
        ];
        dates = DateStyles(book.WorkbookStylesPart?.Stylesheet);
        shift = book.Workbook?.WorkbookProperties?.Date1904?.Value == true ? 1462 : 0;
    }

    /// <summary>The text, the number without exponent, 是 or 否, or the day as 2024-03-02 (with 09:30 when there is a time).</summary>
    /// <exception cref="WorkbookException">A formula without a value.</exception>
    /// <exception cref="FormatException">The file contradicts itself.</exception>
    public string Of(Cell cell)
    {
        var type = cell.DataType?.Value;
        if (type == CellValues.InlineString)
            return Words(cell.InlineString?.Text, cell.InlineString?.Elements<Run>() ?? []);
        var raw = cell.CellValue?.Text ?? "";
        if (raw.Length == 0 && cell.CellFormula is not null && type != CellValues.String)
            throw new WorkbookException(
                $"单元格 {cell.CellReference?.Value} 是没有算出结果的公式。在 Excel 里打开并保存一次，或者改成填写的值。"
            );
        if (type == CellValues.SharedString)
            return int.TryParse(raw, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < shared.Count
                ? shared[at]
                : throw new FormatException();
        if (type == CellValues.Boolean)
            return raw == "1" ? "是" : "否";
        if (
            (type is null || type == CellValues.Number)
            && cell.StyleIndex?.Value is { } style
            && dates.Contains(style)
            && double.TryParse(raw, CultureInfo.InvariantCulture, out var days)
            && days + shift is > 0 and < 2_958_466
        )
            return Day(days + shift);
        // A number may be stored as 1.2000000000000002E1: written as people would.
        return
            (type is null || type == CellValues.Number)
            && decimal.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number.ToString("0.##########", CultureInfo.InvariantCulture)
            : raw;
    }

    private static string Day(double days)
    {
        // Fractions of a day are rounded to seconds: 09:30 is stored as 0.39583333333.
        var moment = DateTime.UnixEpoch.AddSeconds(Math.Round((days - 25_569) * 86_400));
        return moment.ToString(
            moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm",
            CultureInfo.InvariantCulture
        );
    }

    // Runs are text in several fonts. What stands beside them is how the characters are pronounced (拼音), not text.
    private static string Words(Text? text, IEnumerable<Run> runs) =>
        (text?.Text ?? "") + string.Concat(runs.Select(run => run.Text?.Text));

    /// <summary>The cell styles that show a number as a day: built-in formats 14–22, 27–36, 50–58, and own ones with a year or a day.</summary>
    private static HashSet<uint> DateStyles(Stylesheet? styles)
    {
        var own = (styles?.NumberingFormats?.Elements<NumberingFormat>() ?? [])
            .Where(format => format.FormatCode?.Value is { } code && DayOrYear().IsMatch(NoPart().Replace(code, "")))
            .Select(format => format.NumberFormatId?.Value)
            .ToHashSet();
        return
        [
            .. (styles?.CellFormats?.Elements<CellFormat>() ?? [])
                .Select((format, at) => (Id: format.NumberFormatId?.Value, At: (uint)at))
                .Where(pair => pair.Id is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 50 and <= 58) || own.Contains(pair.Id))
                .Select(pair => pair.At),
        ];
    }

    // Colours ([Red]), literal text and escaped characters are no part of the format.
    [GeneratedRegex(@"\[[^\]]*\]|""[^""]*""|\\.", RegexOptions.CultureInvariant)]
    private static partial Regex NoPart();

    [GeneratedRegex("[ydYD]", RegexOptions.CultureInvariant)]
    private static partial Regex DayOrYear();
}
