using System.Text.Json;
using Fazhang.Core.Definitions;
using Fazhang.Core.Fields;
using Fazhang.Core.Storage;
using Fazhang.Core.Units;

namespace Fazhang.Core.Exchange.Excel;

/// <summary>How people write values in the cells of a sheet: names instead of numbers, a line of the cell for each row of a table.</summary>
internal static class SheetWords
{
    private const char Between = '|';
    private const int FirstOfMonth = 10;

    /// <summary>What the form would send for what stands in a cell.</summary>
    public static string Read(Books books, FieldDefinition field, string text) =>
        field.Type switch
        {
            UnitField => UnitOf(books, text) is { } unit ? field.Type.Input(unit.Id) : text,
            // Excel makes a month of 2024-03 the first day of it.
            MonthField when text.Length == FirstOfMonth && text.EndsWith("-01", StringComparison.Ordinal) => text[..^3],
            RowsField rows when !text.StartsWith('[') => Rows(books, rows, text),
            // The other types read the words of a form and those of people alike.
            _ => text,
        };

    /// <summary>What to write into the column, in words.</summary>
    public static string What(FieldDefinition field) =>
        field.Type is RowsField rows
            ? $"每条一行（单元格内换行），各栏用 {Between} 隔开：" + string.Join($" {Between} ", rows.Columns.Select(Column))
            : Codes(field) ?? field.Type.Meaning;

    /// <summary>What stands in a cell for a value.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The stored value.</param>
    /// <param name="names">The name of a unit, a person or a record by its number.</param>
    public static string Write(FieldDefinition field, object value, Func<FieldDefinition, long, string> names) =>
        (field.Type, value) switch
        {
            (UnitField or UserField or RecordField, long id) => names(field, id),
            (RowsField rows, _) => string.Join(
                '\n',
                rows.Rows(value)
                    .Select(row =>
                        string.Join(
                            $" {Between} ",
                            rows.Columns.Select(column => row[column.Slot] is { } cell ? Write(column, cell, names) : "")
                        )
                    )
            ),
            _ => field.Choices is null ? field.Type.Input(value) : field.Type.Show(value),
        };

    private static string Rows(Books books, RowsField rows, string text)
    {
        var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(line =>
                line.Replace('｜', Between)
                    .Split(Between, StringSplitOptions.TrimEntries)
                    .Select((cell, i) => (Column: rows.Columns.ElementAtOrDefault(i), Place: i + 1, Cell: cell))
                    .Where(part => part.Cell.Length > 0)
                    .ToDictionary(
                        // One too many is reported as a column that there is not.
                        part => part.Column?.Key ?? $"第{part.Place}栏",
                        part => part.Column is null ? part.Cell : Read(books, part.Column, part.Cell)
                    )
            );
        return JsonSerializer.Serialize(lines);
    }

    private static string Column(FieldDefinition column) =>
        column.Title + (Codes(column) is { } codes ? $"（{codes}）" : "") + (column.Required ? "（必填）" : "");

    private static string? Codes(FieldDefinition field) =>
        field.Choices is { } choices
            ? string.Join("、", choices.Items.Where(item => !item.Retired).Select(item => item.Title))
            : null;

    // Two units may have the same name; then only the code says which is meant.
    private static Unit? UnitOf(Books books, string text) =>
        books.Units.All.FirstOrDefault(unit => unit.Code == text)
        ?? (books.Units.All.Where(unit => unit.Name == text).Take(2).ToList() is [var only] ? only : null);
}
