using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using WordParagraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;
using WordTable = DocumentFormat.OpenXml.Wordprocessing.Table;

namespace Fazhang.Core.Reports;

/// <summary>A table over the whole width: thin rules, head in 黑体 and repeated on every page, numbers to the right.</summary>
internal static class DocxTable
{
    /// <summary>Writes a table.</summary>
    public static OpenXmlElement Of(Table table)
    {
        var widths = Widths(table.Rows[0].Count);
        return new WordTable([
            new TableProperties(
                new TableWidth { Width = $"{widths.Sum()}", Type = TableWidthUnitValues.Dxa },
                Borders(),
                new TableLayout { Type = TableLayoutValues.Fixed }
            ),
            new TableGrid(widths.Select(width => new GridColumn { Width = $"{width}" })),
            .. table.Rows.Select((row, index) => Row(row, widths, isHead: index == 0)),
        ]);
    }

    /// <summary>The first column holds names and is twice as wide as each of the others.</summary>
    private static int[] Widths(int columns)
    {
        var share = OfficialLayout.TextWidth / (columns + 1);
        return [share * 2, .. Enumerable.Repeat(share, columns - 1)];
    }

    /// <summary>A run of text, blanks and ends of lines kept.</summary>
    public static Run Run(string text)
    {
        var run = new Run();
        foreach (var line in text.Split('\n'))
        {
            if (run.HasChildren)
                run.Append(new Break());
            run.Append(new Text(line) { Space = SpaceProcessingModeValues.Preserve });
        }
        return run;
    }

    private static TableRow Row(IReadOnlyList<IReadOnlyList<Inline>> cells, int[] widths, bool isHead)
    {
        var properties = new TableRowProperties(new CantSplit());
        if (isHead)
            properties.Append(new TableHeader());
        return new TableRow([properties, .. cells.Select((cell, column) => Cell(cell, widths[column], isHead))]);
    }

    private static TableCell Cell(IReadOnlyList<Inline> inlines, int width, bool isHead)
    {
        var run = Run(string.Concat(inlines.Select(inline => inline.Text)));
        if (isHead)
            run.RunProperties = new RunProperties(DocxFonts.Run(DocxFonts.Hei));
        var side =
            isHead ? JustificationValues.Center
            : inlines.Any(inline => inline is FigureRef) ? JustificationValues.Right
            : JustificationValues.Left;
        return new TableCell(
            new TableCellProperties(new TableCellWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa }),
            new WordParagraph(
                new ParagraphProperties(new ParagraphStyleId { Val = DocxStyles.Cell }, new Justification { Val = side }),
                run
            )
        );
    }

    private static TableBorders Borders() =>
        new(
            Thin<TopBorder>(),
            Thin<LeftBorder>(),
            Thin<BottomBorder>(),
            Thin<RightBorder>(),
            Thin<InsideHorizontalBorder>(),
            Thin<InsideVerticalBorder>()
        );

    private static T Thin<T>()
        where T : BorderType, new() =>
        new()
        {
            Val = BorderValues.Single,
            Size = 4,
            Space = 0,
            Color = "000000",
        };
}
