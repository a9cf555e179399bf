using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using WordParagraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace Fazhang.Core.Reports;

/// <summary>Paper, margins, grid and page numbers.</summary>
internal static class DocxPage
{
    /// <summary>The section that ends the document.</summary>
    /// <param name="odd">Relationship of the footer of odd pages.</param>
    /// <param name="even">Relationship of the footer of even pages.</param>
    public static OpenXmlElement Section(string odd, string even) =>
        new SectionProperties(
            new FooterReference { Type = HeaderFooterValues.Default, Id = odd },
            new FooterReference { Type = HeaderFooterValues.Even, Id = even },
            new PageSize { Width = OfficialLayout.PageWidth, Height = OfficialLayout.PageHeight },
            new PageMargin
            {
                Top = OfficialLayout.Top,
                Right = OfficialLayout.Outside,
                Bottom = OfficialLayout.Bottom,
                Left = OfficialLayout.Inside,
                Header = 850,
                Footer = OfficialLayout.FooterFromEdge,
                Gutter = 0,
            },
            new DocGrid { Type = DocGridValues.Lines, LinePitch = OfficialLayout.LinePitch }
        );

    /// <summary>Page number of odd pages: at the right, one character in (7.5).</summary>
    public static Footer OddFooter() =>
        PageNumber(JustificationValues.Right, new Indentation { Right = Character, RightChars = 100 });

    /// <summary>Page number of even pages: at the left, one character in (7.5).</summary>
    public static Footer EvenFooter() =>
        PageNumber(JustificationValues.Left, new Indentation { Left = Character, LeftChars = 100 });

    private static string Character => $"{OfficialLayout.PageNumberSize * 10}";

    private static Footer PageNumber(JustificationValues side, Indentation indentation) =>
        new(
            new WordParagraph(
                new ParagraphProperties(
                    new ParagraphStyleId { Val = DocxStyles.Footer },
                    indentation,
                    new Justification { Val = side }
                ),
                DocxTable.Run("— "),
                new SimpleField(DocxTable.Run("1")) { Instruction = " PAGE " },
                DocxTable.Run(" —")
            )
        );
}
