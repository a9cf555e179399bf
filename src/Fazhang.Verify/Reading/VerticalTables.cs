using System.Buffers;

namespace Fazhang.Verify.Reading;

/// <summary>
/// Tables whose cells stand one below the other, as copying from a web page leaves them: the names of the columns, then row
/// by row a name and its numbers, each on its own line.
/// </summary>
internal static class VerticalTables
{
    private const int LongestName = 40;

    private const int FewestRows = 2;

    /// <summary>Without column names only several rows show that the numbers belong to the names before them.</summary>
    private const int FewestNamelessRows = 3;

    /// <summary>Title and unit stand above the column names.</summary>
    private const int MostTitles = 4;

    /// <summary>Names at the head of a row: one, its translation, its unit.</summary>
    private const int MostNames = 3;

    private const int MostRows = 60;

    private const int MostColumns = 20;

    /// <summary>The pager of a web page is no table.</summary>
    private static readonly string[] Pagers = ["首页", "上一页", "下一页", "尾页", "末页"];

    private static readonly SearchValues<char> Prose = SearchValues.Create("。;!?|\t");

    private static readonly SearchValues<char> NumberSigns = SearchValues.Create("0123456789.,%‰()↑↓+-万亿 ");

    private readonly record struct Line(int Start, int End, string Text, bool IsNumber);

    /// <summary>All such tables in the order of the text.</summary>
    public static IEnumerable<Table> Read(FoldedText text)
    {
        var block = new List<Line>();
        for (var start = 0; start <= text.Length; )
        {
            var length = text.Span(start, text.Length).IndexOfAny('\n', '\r');
            var end = length < 0 ? text.Length : start + length;
            var isBlank = text.Span(start, end).Trim(" \t|").IsEmpty;
            if (!isBlank && ReadLine(text, start, end) is { } line)
            {
                block.Add(line);
            }
            if ((!isBlank && (block.Count == 0 || block[^1].Start < start)) || end >= text.Length)
            {
                foreach (var table in InBlock(block))
                {
                    yield return table;
                }
                block.Clear();
            }
            start = end + 1;
        }
    }

    /// <summary>The line as a cell; null when it is too long or reads like prose.</summary>
    private static Line? ReadLine(FoldedText text, int start, int end)
    {
        while (start < end && text[start] is ' ' or '\t' or '|')
        {
            start++;
        }
        while (end > start && text[end - 1] is ' ' or '\t' or '|')
        {
            end--;
        }
        var content = text.Span(start, end);
        return content.Length is 0 or > LongestName || content.IndexOfAny(Prose) >= 0 || content[^1] is ',' or ':' or '、'
            ? null
            : new Line(start, end, content.ToString(), IsNumber(content));
    }

    private static bool IsNumber(ReadOnlySpan<char> content) =>
        content is "-" or "/" or "--" || (content.IndexOfAnyInRange('0', '9') >= 0 && content.IndexOfAnyExcept(NumberSigns) < 0);

    /// <summary>2006 names a column.</summary>
    private static bool IsYear(ReadOnlySpan<char> content) =>
        content.Length == 4 && int.TryParse(content, out var year) && year is >= 1949 and <= 2049;

    private static IEnumerable<Table> InBlock(List<Line> block)
    {
        if (block.Count < 6 || block.Exists(line => Array.Exists(Pagers, line.Text.Contains)))
        {
            yield break;
        }
        for (var at = 0; at < block.Count; )
        {
            var names = 0;
            while (at + names < block.Count && (!block[at + names].IsNumber || IsYear(block[at + names].Text)))
            {
                names++;
            }
            if (at + names == block.Count)
            {
                yield break;
            }
            var (table, end) = WithHeader(block, at, names) ?? Nameless(block, at + names - 1) ?? (null, at + names + 1);
            if (table is not null)
            {
                yield return table;
            }
            at = end;
        }
    }

    /// <summary>Column names, then rows of just as many cells, each column either numbers or names throughout.</summary>
    private static (Table?, int)? WithHeader(List<Line> block, int start, int names)
    {
        (Table?, int)? best = null;
        var most = 0;
        for (var titles = 0; titles <= Math.Min(MostTitles, names - 2); titles++)
        {
            foreach (var columns in Enumerable.Range(names - titles - MostNames, MostNames + 1).Reverse())
            {
                var first = start + titles + columns;
                var rows = columns is >= 2 and <= MostColumns ? CountRows(block, first, columns) : 0;
                if (rows >= FewestRows && rows * columns > most)
                {
                    most = rows * columns;
                    var cells = Enumerable
                        .Range(0, rows + 1)
                        .Select(row => Row(block.GetRange(start + titles + (row * columns), columns), row, block, start + titles))
                        .ToList();
                    best = (new Table(cells), first + (rows * columns));
                }
            }
        }
        return best;
    }

    private static int CountRows(List<Line> block, int first, int columns)
    {
        var rows = 0;
        while (rows < MostRows && first + ((rows + 1) * columns) <= block.Count)
        {
            for (var column = 0; column < columns; column++)
            {
                if (block[first + (rows * columns) + column].IsNumber != block[first + column].IsNumber)
                {
                    return rows;
                }
            }
            rows++;
        }
        var kinds = block.Skip(first).Take(columns).Select(line => line.IsNumber).Distinct();
        return rows > 0 && kinds.Count() == 2 ? rows : 0;
    }

    private static List<Cell> Row(List<Line> lines, int row, List<Line> block, int header) =>
        [
            .. lines.Select(
                (line, column) =>
                    new Cell(line.Start, line.End, line.Text, row, column)
                    {
                        Header = row > 0 ? block[header + column].Text : "",
                        RowName = lines[0].Text,
                    }
            ),
        ];

    /// <summary>甲⏎12⏎乙⏎15⏎丙⏎9: names with their numbers, the columns without names.</summary>
    private static (Table?, int)? Nameless(List<Line> block, int start)
    {
        var rows = new List<IReadOnlyList<Cell>>();
        var at = start;
        while (at >= 0 && at + 1 < block.Count && !block[at].IsNumber && block[at + 1].IsNumber && rows.Count < MostRows)
        {
            var cells = new List<Cell>();
            do
            {
                cells.Add(
                    new Cell(block[at].Start, block[at].End, block[at].Text, rows.Count + 1, cells.Count)
                    {
                        RowName = cells.Count > 0 ? cells[0].Text : block[at].Text,
                    }
                );
                at++;
            } while (at < block.Count && block[at].IsNumber && cells.Count < MostColumns);
            rows.Add(cells);
        }
        return rows.Count >= FewestNamelessRows && !IsNumbering(rows) ? (new Table(rows) { IsNameless = true }, at) : null;
    }

    /// <summary>1, 2, 3 …: the numbers count the names behind them.</summary>
    private static bool IsNumbering(List<IReadOnlyList<Cell>> rows) =>
        Enumerable
            .Range(1, rows.Count - 1)
            .All(i =>
                int.TryParse(rows[i][1].Text, out var number)
                && int.TryParse(rows[i - 1][1].Text, out var before)
                && number == before + 1
            );
}
