namespace Fazhang.Verify.Sources.Html;

/// <summary>Sets a page's text as lines: blanks collapse as in a browser, blocks end lines, cells of a table are divided by tabs.</summary>
internal sealed class HtmlWriter
{
    public const int WidestTable = 100;

    private readonly SourceWriter writer = new(SourceFormat.Html);

    // Columns of the table that cells of earlier rows still cover, by column: rows left.
    private int[]? covered;
    private int column;
    private int columnsOfCell;
    private bool wantsBreak;
    private int blankAt = -1;
    private bool blankIsLineBreak;
    private bool wantsBlank;

    /// <summary>Inside pre: blanks and line breaks stand as they are.</summary>
    public bool KeepsBlanks { get; set; }

    public void Text(string data, Func<int, int> place)
    {
        for (var i = 0; i < data.Length; i++)
        {
            var c = data[i];
            if (KeepsBlanks && c is '\n' && covered is null)
            {
                Break();
            }
            else if (c is ' ' or '\t' or '\n' or '\r' or '\f')
            {
                blankAt = blankAt < 0 ? place(i) : blankAt;
                blankIsLineBreak |= c is '\n';
            }
            else
            {
                Flush(c);
                writer.Add(c, place(i));
            }
        }
    }

    /// <summary>What follows stands on a new line; within a cell, after a blank.</summary>
    public void Break()
    {
        if (covered is null)
        {
            wantsBreak = true;
        }
        else
        {
            wantsBlank = true;
        }
    }

    public void BeginTable()
    {
        Break();
        covered = new int[WidestTable];
        column = 0;
    }

    public void BeginRow()
    {
        wantsBreak = true;
        if (covered is null)
        {
            return;
        }
        for (var i = 0; i < WidestTable; i++)
        {
            covered[i] = Math.Max(0, covered[i] - 1);
        }
        column = 0;
        FlushBreak();
    }

    public void BeginCell(int columns, int rows)
    {
        if (covered is null)
        {
            wantsBreak = true; // the table only arranges the page
            return;
        }
        ForgetBlank();
        while (column < WidestTable && covered[column] > 0)
        {
            NextColumn();
        }
        for (var i = column; i < Math.Min(WidestTable, column + columns); i++)
        {
            covered[i] = Math.Max(covered[i], rows);
        }
        if (column > 0)
        {
            writer.Insert('\t');
        }
        columnsOfCell = columns;
    }

    public void EndCell()
    {
        if (covered is null)
        {
            wantsBreak = true;
            return;
        }
        ForgetBlank();
        column++;
        for (var i = 1; i < columnsOfCell && column < WidestTable; i++)
        {
            NextColumn();
        }
    }

    public void EndTable()
    {
        covered = null;
        ForgetBlank();
        wantsBreak = true;
    }

    public ReportText Finish(string name)
    {
        wantsBreak = true;
        FlushBreak();
        return writer.Finish(name);
    }

    /// <summary>A column of the row that another cell covers stays empty.</summary>
    private void NextColumn()
    {
        if (column > 0)
        {
            writer.Insert('\t');
        }
        column++;
    }

    private void FlushBreak()
    {
        if (wantsBreak)
        {
            writer.TrimEnd('\t');
            if (writer.Last != '\n')
            {
                writer.Insert('\n');
            }
        }
        wantsBreak = false;
        ForgetBlank();
    }

    private void ForgetBlank()
    {
        blankAt = -1;
        blankIsLineBreak = false;
        wantsBlank = false;
    }

    /// <summary>Writes the line break or the blank due before <paramref name="next"/>.</summary>
    private void Flush(char next)
    {
        if (wantsBreak)
        {
            FlushBreak();
            return;
        }
        // The source of a page breaks its lines anywhere; between Chinese characters such a break is no blank.
        var isWrapped = blankIsLineBreak && (writer.Last > '\u2E7F' || next > '\u2E7F');
        if (writer.Last is not ('\n' or '\t'))
        {
            if (wantsBlank)
            {
                writer.Insert(' ');
            }
            else if (blankAt >= 0 && !isWrapped)
            {
                writer.Add(' ', blankAt);
            }
        }
        ForgetBlank();
    }
}
