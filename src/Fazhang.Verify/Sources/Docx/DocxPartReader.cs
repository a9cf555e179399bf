using System.Text;
using System.Xml;

namespace Fazhang.Verify.Sources.Docx;

/// <summary>
/// The text of one part: a line for each paragraph, a line for each row of a table with its cells divided by tabs. What
/// a reader of the printed page does not see is left out: deleted and moved-away text, hidden text, field codes.
/// </summary>
internal sealed class DocxPartReader(XmlReader reader, SourceWriter writer, string part)
{
    private const int DeepestNesting = 2_000;
    private const int WidestCell = 100;

    /// <summary>A paragraph being read; one may stand within another (a text box).</summary>
    private sealed class Paragraph
    {
        public required int Number { get; init; }
        public StringBuilder Text { get; } = new();
    }

    private sealed class Cell
    {
        public bool HasText { get; set; }
        public int Columns { get; set; } = 1;
    }

    private readonly Stack<Paragraph> paragraphs = new();
    private readonly Stack<Cell> cells = new();
    private readonly Stack<bool> rowsBegun = new();
    private int paragraphCount;
    private bool isHidden;

    public void Run()
    {
        while (!reader.EOF)
        {
            if (reader.Depth > DeepestNesting)
            {
                throw new XmlException("nested too deeply");
            }
            if (reader.NodeType == XmlNodeType.Element && IsSkipped())
            {
                SkipElement();
                continue;
            }
            if (reader.NodeType == XmlNodeType.Element && DocxSource.IsWord(reader))
            {
                if (reader.LocalName == "t" && paragraphs.Count > 0)
                {
                    ReadText();
                    continue;
                }
                Begin(reader.LocalName);
                if (reader.IsEmptyElement)
                {
                    End(reader.LocalName);
                }
            }
            else if (reader.NodeType == XmlNodeType.EndElement && DocxSource.IsWord(reader))
            {
                End(reader.LocalName);
            }
            reader.Read();
        }
    }

    /// <summary>
    /// Deleted and moved-away text, the older of two renderings of the same content, and the notes that only draw a
    /// separating line.
    /// </summary>
    private bool IsSkipped() =>
        reader.LocalName switch
        {
            "del" or "moveFrom" or "instrText" or "delText" or "rPrChange" or "pPrChange" => DocxSource.IsWord(reader),
            "Fallback" => true,
            "footnote" or "endnote" => Attribute("type") is "separator" or "continuationSeparator" or "continuationNotice",
            _ => false,
        };

    /// <summary>Leaves the element out without the reader's own recursion.</summary>
    private void SkipElement()
    {
        var depth = reader.Depth;
        if (!reader.IsEmptyElement)
        {
            while (reader.Read() && !(reader.NodeType == XmlNodeType.EndElement && reader.Depth == depth)) { }
        }
        reader.Read();
    }

    private void ReadText()
    {
        // The reader stands behind the element afterwards, on the next node.
        var depth = reader.Depth;
        if (reader.IsEmptyElement)
        {
            reader.Read();
            return;
        }
        while (reader.Read() && reader.Depth > depth)
        {
            if (
                !isHidden
                && reader.NodeType
                    is XmlNodeType.Text
                        or XmlNodeType.SignificantWhitespace
                        or XmlNodeType.Whitespace
                        or XmlNodeType.CDATA
            )
            {
                paragraphs.Peek().Text.Append(reader.Value);
            }
        }
        reader.Read();
    }

    private void Begin(string element)
    {
        switch (element)
        {
            case "p":
                paragraphs.Push(new Paragraph { Number = ++paragraphCount });
                break;
            case "r":
                isHidden = false;
                break;
            case "vanish" when paragraphs.Count > 0:
                isHidden = Attribute("val") is not ("0" or "false" or "off");
                break;
            case "tab" when paragraphs.Count > 0:
                Sign(' ');
                break;
            case "br" or "cr":
                Sign('\n');
                break;
            case "noBreakHyphen":
                Sign('-');
                break;
            case "tr":
                BeginRow();
                break;
            case "tc":
                BeginCell();
                break;
            case "gridSpan" when cells.Count > 0 && int.TryParse(Attribute("val"), out var columns):
                cells.Peek().Columns = Math.Clamp(columns, 1, WidestCell);
                break;
            default:
                break;
        }
    }

    private void End(string element)
    {
        switch (element)
        {
            case "p" when paragraphs.TryPop(out var paragraph):
                Write(paragraph);
                isHidden = false;
                break;
            case "tc" when cells.TryPop(out var cell) && cells.Count == 0:
                for (var i = 1; i < cell.Columns; i++)
                {
                    writer.Insert('\t');
                }
                break;
            case "tr" when rowsBegun.TryPop(out _) && cells.Count == 0:
                writer.TrimEnd('\t');
                EndLine();
                break;
            default:
                break;
        }
    }

    private void Sign(char c)
    {
        if (!isHidden && paragraphs.TryPeek(out var paragraph))
        {
            paragraph.Text.Append(c);
        }
    }

    private void BeginRow()
    {
        if (cells.Count == 0)
        {
            EndLine();
        }
        rowsBegun.Push(false);
    }

    /// <summary>Cells of a table within a cell are only pieces of the outer cell.</summary>
    private void BeginCell()
    {
        if (cells.Count == 0 && rowsBegun.TryPop(out var hasCells))
        {
            if (hasCells)
            {
                writer.Insert('\t');
            }
            rowsBegun.Push(true);
        }
        cells.Push(new Cell());
    }

    private void Write(Paragraph paragraph)
    {
        var place = new SourceSpan
        {
            Start = 0,
            Length = 0,
            Character = 0,
            Part = part,
            Paragraph = paragraph.Number,
        };
        var isCell = cells.Count > 0;
        var outer = isCell ? cells.Last() : null;
        if (outer is { HasText: true } && paragraph.Text.Length > 0)
        {
            writer.Insert(' ');
        }
        var at = 0;
        foreach (var chunk in paragraph.Text.GetChunks())
        {
            foreach (var c in chunk.Span)
            {
                // A row of a table stays one line, a cell one cell.
                writer.Add(isCell && c is '\n' or '\r' or '\t' ? ' ' : c, at++, place);
            }
        }
        if (outer is null)
        {
            writer.Insert('\n');
        }
        else
        {
            outer.HasText |= paragraph.Text.Length > 0;
        }
    }

    private void EndLine()
    {
        if (writer.Last != '\n')
        {
            writer.Insert('\n');
        }
    }

    private string? Attribute(string local)
    {
        for (var i = 0; i < reader.AttributeCount; i++)
        {
            reader.MoveToAttribute(i);
            if (reader.LocalName == local)
            {
                var value = reader.Value;
                reader.MoveToElement();
                return value;
            }
        }
        reader.MoveToElement();
        return null;
    }
}
