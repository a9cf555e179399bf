using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using WordParagraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace Fazhang.Core.Reports;

/// <summary>
/// Writes a report as a Word document in the layout of GB/T 9704-2012 (<see cref="OfficialLayout"/>). The same report gives
/// the same bytes: no random names, no clock.
/// </summary>
public static class DocxReport
{
    private const string MainContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    /// <summary>Writes the document; the stream stays open.</summary>
    public static void Write(ReportDocument document, Stream output)
    {
        using var buffer = new MemoryStream();
        using (var package = WordprocessingDocument.Create(buffer, WordprocessingDocumentType.Document, autoSave: true))
        {
            var main = package.AddNewPart<MainDocumentPart>(MainContentType, "rId1");
            main.AddNewPart<StyleDefinitionsPart>("rId1").Styles = DocxStyles.Styles();
            main.AddNewPart<DocumentSettingsPart>("rId2").Settings = DocxStyles.Settings();
            main.AddNewPart<FontTablePart>("rId3").Fonts = DocxFonts.Table();
            main.AddNewPart<FooterPart>("rId4").Footer = DocxPage.OddFooter();
            main.AddNewPart<FooterPart>("rId5").Footer = DocxPage.EvenFooter();
            main.Document = new Document(new Body(Blocks(document).Append(DocxPage.Section("rId4", "rId5"))));
            DocxProperties.Write(package.AddNewPart<CoreFilePropertiesPart>("rId2"), document);
        }
        DocxProperties.Repack(buffer, output);
    }

    private static IEnumerable<OpenXmlElement> Blocks(ReportDocument document)
    {
        var office = document.Blocks.OfType<Signature>().FirstOrDefault()?.Text ?? "";
        var date = document.Blocks.OfType<SigningDate>().FirstOrDefault()?.Text ?? "";
        var indents = OfficialLayout.SignatureIndents(office, date);
        for (var i = 0; i < document.Blocks.Count; i++)
        {
            var block = document.Blocks[i];
            var beforeSignature = i + 1 < document.Blocks.Count && document.Blocks[i + 1] is Signature;
            foreach (var element in Block(block, indents, beforeSignature))
                yield return element;
        }
    }

    private static IEnumerable<OpenXmlElement> Block(
        Block block,
        (decimal Signature, decimal Date) indents,
        bool beforeSignature
    ) =>
        block switch
        {
            // 7.3.1 and 7.3.2: a blank line under the title.
            TitleBlock => [Title(block.Text), Line(DocxStyles.Body, null)],
            Heading heading => [Line(DocxStyles.Heading(heading.Level), block)],
            Table table => [DocxTable.Of(table)],
            // 7.3.5.2: a blank line above the signature, which never stands alone on a page.
            Signature =>
            [
                Line(DocxStyles.Body, null, new KeepNext()),
                Line(DocxStyles.Signature, block, new KeepNext(), LeftIndent(indents.Signature)),
            ],
            SigningDate => [Line(DocxStyles.Signature, block, LeftIndent(indents.Date))],
            _ when beforeSignature => [Line(DocxStyles.Body, block, new KeepNext())],
            _ => [Line(DocxStyles.Body, block)],
        };

    private static WordParagraph Line(string style, Block? block, params OpenXmlElement[] properties)
    {
        var paragraph = new WordParagraph(new ParagraphProperties([new ParagraphStyleId { Val = style }, .. properties]));
        if (block is not null)
            paragraph.Append(DocxTable.Run(block.Text));
        return paragraph;
    }

    private static WordParagraph Title(string title) =>
        new(
            new ParagraphProperties(new ParagraphStyleId { Val = DocxStyles.Title }),
            DocxTable.Run(string.Join('\n', TitleLines.Split(title)))
        );

    private static Indentation LeftIndent(decimal characters) =>
        new() { Left = $"{(int)(characters * OfficialLayout.Character)}", LeftChars = (int)(characters * 100) };
}
