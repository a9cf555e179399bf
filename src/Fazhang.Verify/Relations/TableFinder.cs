using Fazhang.Verify.Reading;

namespace Fazhang.Verify.Relations;

/// <summary>
/// 表格的合计: rows and columns called 合计 or 总计. A total is wrong for certain only when other totals of the same row or
/// column agree and so prove what is added; otherwise the reader is asked.
/// </summary>
internal sealed class TableFinder(Context context, Ledger ledger)
{
    private static readonly string[] TotalWords = ["合计", "总计", "总数", "共计"];

    private readonly record struct Check(int Total, List<int> Parts, Interval Sum)
    {
        public bool Agrees(Context context) => Sum.Meets(Interval.Of(context[Total]));
    }

    public void Find()
    {
        if (context.Layout.Tables.Count == 0)
        {
            return;
        }
        var byStart = Enumerable.Range(0, context.Figures.Count).ToDictionary(i => context[i].Start);
        foreach (var table in context.Layout.Tables.Where(table => !table.IsNameless))
        {
            Judge([.. BottomTotals(table, byStart)]);
            List<Check> side = [.. SideTotals(table, byStart)];
            // A column that no row adds up to is no sum of its neighbours, whatever its name.
            Judge(side.Count > 1 && !side.Exists(check => check.Agrees(context)) ? [] : side);
            List<Check> last = [.. LastTotals(table, byStart)];
            // Rows of zeros agree with anything.
            var proofs = last.Count(check => check.Agrees(context) && context[check.Total].Value > 0);
            Judge(last.FindAll(check => check.Agrees(context) || proofs > 1));
        }
    }

    private static bool IsTotal(string name) =>
        Array.Exists(
            TotalWords,
            word => name.StartsWith(word, StringComparison.Ordinal) || name.EndsWith(word, StringComparison.Ordinal)
        );

    /// <summary>Rows inside another row: subtotals and what 其中 names.</summary>
    private static readonly string[] InnerRows = ["其中", "小计", "#", "含", "内："];

    /// <summary>Columns whose totals are not sums: rates, averages, changes.</summary>
    private static readonly string[] NoSums =
    [
        "率",
        "均",
        "增长",
        "增幅",
        "同比",
        "环比",
        "增速",
        "得分",
        "指数",
        "单价",
        "密度",
        "±",
        "比上年",
        "比例",
        "倍",
    ];

    private static int? FigureIn(Cell cell, Dictionary<int, int> byStart) =>
        byStart.TryGetValue(cell.Start, out var figure)
        || (cell.Text.Length > 0 && cell.Text[0] is '-' or '−' or '+' && byStart.TryGetValue(cell.Start + 1, out figure))
            ? figure
            : null;

    /// <summary>其中 and subtotal rows would count twice.</summary>
    private static bool IsInner(IReadOnlyList<Cell> row) =>
        Array.Exists(InnerRows, word => row[0].Text.StartsWith(word, StringComparison.Ordinal));

    private static bool IsNoSum(string name) => Array.Exists(NoSums, word => name.Contains(word, StringComparison.Ordinal));

    private bool IsPercent(int figure) => context[figure].Kind is FigureKind.Percent or FigureKind.ChangePercent;

    /// <summary>A row called 合计 below the rows that it adds up.</summary>
    private IEnumerable<Check> BottomTotals(Table table, Dictionary<int, int> byStart)
    {
        var first = 1;
        for (var r = 2; r < table.Rows.Count; r++)
        {
            if (!IsTotal(table.Rows[r][0].Text))
            {
                continue;
            }
            var hasInner = table.Rows.Skip(first).Take(r - first).Any(IsInner);
            foreach (var cell in table.Rows[r].Skip(1))
            {
                if (IsNoSum(cell.Header))
                {
                    continue;
                }
                var column = table
                    .Rows.Skip(first)
                    .Take(r - first)
                    .Where(row => !IsInner(row))
                    .Select(row => cell.Column < row.Count ? FigureIn(row[cell.Column], byStart) : null);
                if (Repeated(table, r, cell) is { Count: > 1 } columns)
                {
                    column = table
                        .Rows.Skip(first)
                        .Take(r - first)
                        .SelectMany(row => columns.Select(c => c < row.Count ? FigureIn(row[c], byStart) : null));
                }
                if (
                    FigureIn(cell, byStart) is { } total
                    && ToCheck(total, [.. column.OfType<int>()]) is { } check
                    && (check.Agrees(context) || !hasInner && (!IsPercent(total) || context[total].Value == 100))
                )
                {
                    yield return check; // how deep 其中 goes a table does not say
                }
            }
            first = r + 1;
        }
    }

    /// <summary>省份|数量|省份|数量: the columns with the same name, when the row of the total has one number only.</summary>
    private static List<int> Repeated(Table table, int row, Cell total)
    {
        var isOnly = table.Rows[row].Count(cell => cell.Text.Any(char.IsAsciiDigit)) == 1;
        return isOnly && total.Header.Length > 0
            ? [.. table.Rows[0].Where(cell => cell.Text == total.Header).Select(cell => cell.Column)]
            : [];
    }

    /// <summary>
    /// A header of several lines ends with 总计: the last number of each row adds up those before it. Which columns belong
    /// together such headers do not show, so rows count only when two of them agree.
    /// </summary>
    private IEnumerable<Check> LastTotals(Table table, Dictionary<int, int> byStart)
    {
        var head = table.Rows.TakeWhile(row => row.Count(cell => FigureIn(cell, byStart) is not null) < 2).ToList();
        if (
            head.Count < 2
            || head[0].Any(cell => IsTotal(cell.Text))
            || !head.Exists(row => row.LastOrDefault(cell => cell.Text.Length > 0) is { } last && IsTotal(last.Text))
        )
        {
            yield break;
        }
        foreach (var row in table.Rows.Skip(head.Count))
        {
            var numbers = row.Select(cell => FigureIn(cell, byStart)).OfType<int>().ToList();
            if (numbers.Count > 2 && ToCheck(numbers[^1], numbers[..^1]) is { } check)
            {
                yield return check;
            }
        }
    }

    /// <summary>A column called 合计 to the right of the columns that it adds up, or the first one to their left.</summary>
    private IEnumerable<Check> SideTotals(Table table, Dictionary<int, int> byStart)
    {
        var total = table.Header.FirstOrDefault(cell => cell.Column > 0 && IsTotal(cell.Text));
        if (total is null)
        {
            yield break;
        }
        foreach (
            var row in table
                .Rows.Skip(1)
                .Where(row => !IsNoSum(row[0].Text) && row.Count > total.Column && Width(row) <= Width(table.Header))
        )
        {
            var others = row.Where(cell =>
                (cell.Column > 0 || cell.IsInDataRow) && (total.Column == 1 ? cell.Column > 1 : cell.Column < total.Column)
            );
            if (
                FigureIn(row[total.Column], byStart) is { } figure
                && ToCheck(
                    figure,
                    [.. others.Where(cell => !IsNoSum(cell.Header)).Select(cell => FigureIn(cell, byStart)).OfType<int>()]
                )
                    is { } check
                && (!IsPercent(figure) || check.Agrees(context))
            )
            {
                yield return check;
            }
        }
    }

    /// <summary>Cells up to the last filled one; a row wider than its header has a name that the header leaves out, and its columns are shifted.</summary>
    private static int Width(IReadOnlyList<Cell> row)
    {
        var width = row.Count;
        while (width > 0 && row[width - 1].Text.Length == 0)
        {
            width--;
        }
        return width;
    }

    /// <summary>合计(宗) above columns whose names have no unit.</summary>
    private static bool IsOneUnit(string part, string total) => part == total || part.Length == 0 && total != "%";

    private Check? ToCheck(int total, List<int> parts)
    {
        var added = parts.FindAll(part =>
            context[part].Kind == context[total].Kind && IsOneUnit(context[part].Unit, context[total].Unit)
        );
        return added.Count < 2
            ? null
            : new Check(total, added, added.Aggregate(new Interval(0, 0), (sum, part) => sum + Interval.Of(context[part])));
    }

    private void Judge(List<Check> checks)
    {
        // Rows of zeros agree with anything.
        var agreeing = checks.Count(check => check.Agrees(context) && check.Parts.Count(part => context[part].Value != 0) > 1);
        foreach (var check in checks)
        {
            int[] members = [check.Total, .. check.Parts];
            var sum = Arithmetic.Show(check.Parts.Sum(part => context[part].Value));
            var terms = string.Join(" + ", check.Parts.Select(part => Arithmetic.Show(context[part].Value)));
            if (check.Agrees(context))
            {
                ledger.Holds(RelationType.Sum, members, sum, $"{terms} = {sum}，与合计{context.Show(check.Total)}相符");
                continue;
            }
            ledger.Fails(
                RelationType.Sum,
                members,
                agreeing > 0 ? FindingLevel.Error : FindingLevel.Question,
                FindingCodes.TableTotal,
                sum,
                $"{terms} = {sum}，表中合计{context.Show(check.Total)}",
                $"{terms} = {sum}，表中合计写{context.Show(check.Total)}。{(agreeing > 0 ? $"同表其他{agreeing}个合计相符。" : "")}请核对合计和各项。"
            );
        }
    }
}
