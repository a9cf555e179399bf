using Fazhang.Core.Access;
using Fazhang.Core.Definitions;
using Fazhang.Core.Fields;
using Fazhang.Core.Records;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Exchange.Excel;

/// <summary>
/// A register as a sheet: one column for the unit and each field of the entry form, named by their titles. The sample is
/// made from the definition, and what is filled in goes through the same code as the form.
/// </summary>
public static class RegisterSheet
{
    /// <summary>The name of the first column, in every register.</summary>
    public const string UnitColumn = "单位";

    /// <summary>The sheet that shows how a filled-in row looks.</summary>
    public const string ExampleSheet = "示例";

    private const int FirstOfMonth = 10;

    /// <summary>The fields that have a column: those of the entry form but files.</summary>
    public static IReadOnlyList<FieldDefinition> Columns(RegisterDefinition register)
    {
        ArgumentNullException.ThrowIfNull(register);
        return
        [
            register.Fields[FieldDefinition.UnitSlot],
            .. register.EntryFields.Where(field => field.Type is not AttachmentField),
        ];
    }

    /// <summary>The name of a field's column; the unit's is always the same.</summary>
    public static string Title(FieldDefinition field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return field.Slot == FieldDefinition.UnitSlot ? UnitColumn : field.Title;
    }

    /// <summary>
    /// Writes the sample: an empty sheet to fill in, one that explains every column with the codes allowed, and one with an
    /// invented row. The first is what is read back, so that the example is never entered by mistake.
    /// </summary>
    /// <param name="stream">Where to.</param>
    /// <param name="register">Of which register.</param>
    /// <param name="example">The invented row by field (<see cref="ExampleRow"/>); empty for none.</param>
    public static void WriteSample(Stream stream, RegisterDefinition register, IReadOnlyDictionary<string, string> example)
    {
        ArgumentNullException.ThrowIfNull(example);
        var columns = Columns(register);
        IReadOnlyList<string> header = [.. columns.Select(Title)];
        IReadOnlyList<string> row = [.. columns.Select(field => example.GetValueOrDefault(field.Key, ""))];
        Workbook.Write(
            stream,
            [
                ("填写", [header]),
                (
                    "说明",
                    [
                        ["栏", "必填", "填什么", "示例（合成）", "说明"],
                        .. columns.Select(
                            (field, i) =>
                                (IReadOnlyList<string>)
                                    [Title(field), Need(field), SheetWords.What(field), row[i], field.Help ?? ""]
                        ),
                    ]
                ),
                (
                    ExampleSheet,
                    example.Count == 0
                        ? [header, ["这个台账没有示例。照“说明”填写。"]]
                        : [header, row, ["上面一行是合成的示例，不涉及真实的人和事。照样子填到“填写”表里；这张表不会导入。"]]
                ),
            ]
        );
    }

    /// <summary>
    /// Enters the rows of a filled-in sheet, all or none. Returns how many were entered and every error; rows are numbered as
    /// in the sheet.
    /// </summary>
    /// <exception cref="WorkbookException">The file cannot be read.</exception>
    public static (int Entered, IReadOnlyList<FieldError> Errors) Import(
        Books books,
        Actor actor,
        RegisterDefinition register,
        byte[] content
    )
    {
        ArgumentNullException.ThrowIfNull(books);
        var lines = Workbook.Read(content);
        if (lines.Count == 0)
            return (0, [new(null, "empty", "表里没有内容。请用样表填写。", 1)]);
        var errors = new List<FieldError>();
        var columns = Header(lines[0], Columns(register), errors);
        if (lines.Count == 1)
            errors.Add(new(null, "empty", "表里只有标题，没有要导入的行。", lines[0].Row));
        if (errors.Count > 0)
            return (0, errors);
        var rows = lines.Skip(1).Select(line => new BatchRow(line.Row, Input(books, columns, line))).ToList();
        errors.AddRange(new RecordStore(books).CreateAll(actor, register, rows));
        return errors.Count > 0 ? (0, errors) : (rows.Count, []);
    }

    /// <summary>Which field each column of the sheet is; null for columns without a title.</summary>
    private static List<FieldDefinition?> Header(
        (int Row, IReadOnlyList<string> Cells) line,
        IReadOnlyList<FieldDefinition> columns,
        List<FieldError> errors
    )
    {
        var found = new List<FieldDefinition?>();
        foreach (var title in line.Cells)
        {
            var field = title.Length == 0 ? null : columns.FirstOrDefault(own => Title(own) == title);
            if (title.Length > 0 && field is null)
                errors.Add(new(null, "column", $"没有“{title}”这一栏。可用的栏见样表的“说明”。", line.Row));
            else if (field is not null && found.Contains(field))
                errors.Add(new(field.Key, "column", $"“{title}”有两栏。去掉一栏。", line.Row));
            found.Add(field);
        }
        foreach (var field in columns.Where(own => own.Required && own.Default is null && !found.Contains(own)))
            if (field.Slot != FieldDefinition.UnitSlot)
                errors.Add(new(field.Key, "column", $"缺少“{Title(field)}”这一栏，它必须填写。", line.Row));
        return found;
    }

    /// <summary>What a form would send for the line. An empty cell leaves the field as the form would open it.</summary>
    private static Dictionary<string, string?> Input(
        Books books,
        List<FieldDefinition?> columns,
        (int Row, IReadOnlyList<string> Cells) line
    )
    {
        var input = new Dictionary<string, string?>(StringComparer.Ordinal);
        for (var i = 0; i < columns.Count && i < line.Cells.Count; i++)
            if (columns[i] is { } field && line.Cells[i] is { Length: > 0 } text)
                input[field.Key] = SheetWords.Read(books, field, text);
        return input;
    }

    private static string Need(FieldDefinition field) =>
        field.Slot == FieldDefinition.UnitSlot ? "不填为本单位"
        : field.Required ? (field.Default is null ? "必填" : "不填用初值")
        : field.RequiredWhen is not null ? "有时必填"
        : "";
}
