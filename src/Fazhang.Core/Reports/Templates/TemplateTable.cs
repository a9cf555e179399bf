namespace Fazhang.Core.Reports;

/// <summary>Reads a table of a template: <c>| a | b |</c>, second line <c>|---|---|</c>. A bar inside braces belongs to the reference.</summary>
internal static class TemplateTable
{
    /// <summary>True when every line of a paragraph starts with a bar.</summary>
    public static bool IsTable(IReadOnlyList<PlacedText> lines) => lines.All(line => line.Text.StartsWith('|'));

    /// <summary>Reads the rows; notes rows of another width.</summary>
    public static TemplateBlock Read(IReadOnlyList<PlacedText> lines, TemplateScanner scanner, List<TemplateError> errors)
    {
        var rows = new List<IReadOnlyList<IReadOnlyList<TemplateInline>>>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (i == 1 && IsRule(lines[i].Text))
                continue;
            var cells = Cells(lines[i]).Select(scanner.Scan).ToList();
            if (i == 1)
                Report(lines[i], "表格第二行要用横线与表头隔开,例如“|---|---|”");
            else if (rows.Count > 0 && cells.Count != rows[0].Count)
                Report(lines[i], $"这一行有{cells.Count}格,表头有{rows[0].Count}格,请补齐或删去");
            rows.Add(cells);
        }
        if (rows.Count < 2)
            Report(lines[0], "表格除表头外至少要有一行");
        return new TemplateBlock(TemplateBlockKind.Table, 0, rows);

        void Report(PlacedText line, string message) =>
            errors.Add(new TemplateError(line.At(0).Line, line.At(0).Column, message));
    }

    private static bool IsRule(string text) => text.Contains('-') && text.All(character => character is '|' or '-' or ':' or ' ');

    private static IEnumerable<PlacedText> Cells(PlacedText line)
    {
        var text = line.Text;
        var end = text.EndsWith('|') && text.Length > 1 ? text.Length - 1 : text.Length;
        var (start, inBraces) = (1, false);
        for (var i = 1; i <= end; i++)
        {
            if (i < end && text[i] is '{' or '}')
                inBraces = text[i] == '{';
            if (i == end || (text[i] == '|' && !inBraces))
            {
                yield return Trimmed(line, start, i);
                start = i + 1;
            }
        }
    }

    private static PlacedText Trimmed(PlacedText line, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(line.Text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(line.Text[end - 1]))
            end--;
        return line.Slice(start, end);
    }
}
