namespace Fazhang.Verify.Reading;

/// <summary>One cell: its place without the blanks around, its text, and where it stands in the table.</summary>
internal sealed record Cell(int Start, int End, string Text, int Row, int Column)
{
    /// <summary>The text of the cell in the first row of the column.</summary>
    public string Header { get; init; } = "";

    /// <summary>Every cell of the row is a number: even the first is no name.</summary>
    public bool IsInDataRow { get; init; }

    /// <summary>What the row has in the column called 单位, as a statistical table gives it; empty without such a column.</summary>
    public string RowUnit { get; init; } = "";

    /// <summary>The text of the first cell of the row.</summary>
    public string RowName { get; init; } = "";
}

/// <summary>A table as text has it: lines with cells between | or tabs.</summary>
internal sealed class Table(IReadOnlyList<IReadOnlyList<Cell>> rows)
{
    public IReadOnlyList<IReadOnlyList<Cell>> Rows => rows;

    /// <summary>The columns have no names: nobody knows what could be added.</summary>
    public bool IsNameless { get; init; }

    /// <summary>The row with the names of the columns: the first, or the second below a title.</summary>
    public IReadOnlyList<Cell> Header =>
        rows.Count > 1 && rows[0].Count(cell => cell.Text.Length > 0) == 1 && rows[0].Count > 1 ? rows[1] : rows[0];

    public int Start => rows[0][0].Start;

    public int End => rows[^1][^1].End + 1;

    public Cell? CellAt(int position)
    {
        foreach (var row in rows)
        {
            if (position > row[^1].End)
            {
                continue;
            }
            return row.FirstOrDefault(cell => position >= cell.Start && position < cell.End);
        }
        return null;
    }
}

/// <summary>Finds tables: two or more lines in a row with at least two cells each.</summary>
internal static class TableReader
{
    /// <summary>Longer tables are cut, so that finding a cell stays cheap.</summary>
    private const int MostRows = 60;

    /// <summary>Wider lines are no tables for people.</summary>
    private const int MostColumns = 60;

    public static IReadOnlyList<Table> Read(FoldedText text)
    {
        var tables = new List<Table>();
        if (text.Text.AsSpan().IndexOfAny('|', '\t') < 0)
        {
            return tables;
        }
        var rows = new List<IReadOnlyList<Cell>>();
        for (var start = 0; start <= text.Length; )
        {
            var end = start;
            while (end < text.Length && !Chars.IsLineBreak(text[end]))
            {
                end++;
            }
            var cells = ReadRow(text, start, end, rows);
            var isRow = cells.Count is > 1 and <= MostColumns;
            if (isRow)
            {
                rows.Add(cells);
            }
            if ((!isRow && end > start) || rows.Count == MostRows || end >= text.Length)
            {
                Close(rows, tables);
            }
            start = end + 1;
        }
        return tables;
    }

    private static void Close(List<IReadOnlyList<Cell>> rows, List<Table> tables)
    {
        if (rows.Count > 1)
        {
            tables.Add(new Table([.. rows]));
        }
        rows.Clear();
    }

    private static List<Cell> ReadRow(FoldedText text, int start, int end, List<IReadOnlyList<Cell>> above)
    {
        var cells = new List<Cell>();
        var line = text.Span(start, end);
        if (line.IndexOfAny('|', '\t') < 0 || line.TrimStart("|-: ").IsEmpty)
        {
            return cells; // no table, or the rule below a Markdown header
        }
        var unit = "";
        // A leading | opens the first cell; it does not close an empty one.
        var at = start + (line.TrimStart().StartsWith("|") ? line.IndexOf('|') + 1 : 0);
        for (var i = at; i <= end; i++)
        {
            if (i < end && text[i] is not ('|' or '\t'))
            {
                continue;
            }
            var content = text.Span(at, i);
            var blanks = content.Length - content.TrimStart().Length;
            var column = cells.Count;
            var header = HeaderOf(above) is { } names && column < names.Count ? names[column].Text : "";
            if (i < end || !content.Trim().IsEmpty)
            {
                cells.Add(
                    new Cell(at + blanks, at + blanks + content.Trim().Length, content.Trim().ToString(), above.Count, column)
                    {
                        Header = header,
                        RowName = cells.Count > 0 ? cells[0].Text : "",
                        RowUnit = unit,
                    }
                );
                unit = unit.Length == 0 && column > 0 && IsUnitColumn(header) ? cells[^1].Text : unit;
            }
            at = i + 1;
        }
        return cells.Count > 2 && cells.TrueForAll(cell => IsNumber(cell.Text))
            ? cells.ConvertAll(cell => cell with { IsInDataRow = true })
            : cells;
    }

    private static bool IsUnitColumn(string header) => header is "单位" or "计量单位" or "计算单位";

    /// <summary>The first row; or the second, below a title that stands alone in its row.</summary>
    private static IReadOnlyList<Cell>? HeaderOf(List<IReadOnlyList<Cell>> above) =>
        above.Count == 0 ? null
        : above.Count > 1 && above[0].Count(cell => cell.Text.Length > 0) == 1 && above[0].Count > 1 ? above[1]
        : above[0];

    private static bool IsNumber(string text) =>
        text.Length > 0 && text.All(c => Chars.IsDigit(c) || c is '.' or ',' or '%' or '-');
}
