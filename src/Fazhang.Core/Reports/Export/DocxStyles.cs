using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Fazhang.Core.Reports;

/// <summary>The styles of an official document and the settings that make its grid hold.</summary>
internal static class DocxStyles
{
    /// <summary>Text: 3号仿宋, first line two characters in.</summary>
    public const string Body = "Body";

    /// <summary>2号小标宋, centred.</summary>
    public const string Title = "Title";

    /// <summary>Signature and date.</summary>
    public const string Signature = "Signature";

    /// <summary>Cells of a table.</summary>
    public const string Cell = "Cell";

    /// <summary>Page number.</summary>
    public const string Footer = "Footer";

    private const string Normal = "Normal";

    /// <summary>Style of a heading, level 1 to 4.</summary>
    public static string Heading(int level) => $"Heading{level}";

    /// <summary>All styles.</summary>
    public static Styles Styles() =>
        new(
            new DocDefaults(
                new RunPropertiesDefault(
                    new RunPropertiesBaseStyle(
                        DocxFonts.Run(DocxFonts.FangSong),
                        new Kern { Val = 0 },
                        new FontSize { Val = $"{OfficialLayout.BodySize}" },
                        new FontSizeComplexScript { Val = $"{OfficialLayout.BodySize}" },
                        new Languages { Val = "en-US", EastAsia = "zh-CN" }
                    )
                ),
                new ParagraphPropertiesDefault()
            ),
            Style(
                Normal,
                "Normal",
                null,
                [
                    new WidowControl { Val = false },
                    // Nothing hangs over the edge of the text block.
                    new OverflowPunctuation { Val = false },
                    // No blank between Chinese and digits: it would break the 28 characters.
                    new AutoSpaceDE { Val = false },
                    new AutoSpaceDN { Val = false },
                    Lines(OfficialLayout.LinePitch),
                ]
            ),
            Style(Body, "Body Text", null, [FirstLine(), new Justification { Val = JustificationValues.Both }], Tight()),
            Style(
                Title,
                "Title",
                null,
                [
                    new KeepNext(),
                    new SnapToGrid { Val = false },
                    Lines(700),
                    new Justification { Val = JustificationValues.Center },
                ],
                DocxFonts.Run(DocxFonts.XiaoBiaoSong),
                new FontSize { Val = $"{OfficialLayout.TitleSize}" }
            ),
            HeadingStyle(1, DocxFonts.Hei),
            HeadingStyle(2, DocxFonts.Kai),
            HeadingStyle(3, DocxFonts.FangSong),
            HeadingStyle(4, DocxFonts.FangSong),
            Style(Signature, "Signature", null, [new KeepLines()], Tight()),
            Style(
                Cell,
                "Table Cell",
                null,
                [new SnapToGrid { Val = false }, Lines(420)],
                new FontSize { Val = $"{OfficialLayout.PageNumberSize}" }
            ),
            Style(
                Footer,
                "footer",
                null,
                [new SnapToGrid { Val = false }, Lines(280)],
                DocxFonts.Run(DocxFonts.Song),
                new FontSize { Val = $"{OfficialLayout.PageNumberSize}" }
            )
        );

    /// <summary>Settings: printed on both sides, odd and even pages apart, no squeezed punctuation (it would break the 28 characters).</summary>
    public static Settings Settings() =>
        new(
            new MirrorMargins(),
            new EvenAndOddHeaders(),
            new CharacterSpacingControl { Val = CharacterSpacingValues.DoNotCompress },
            new Compatibility(
                new CompatibilitySetting
                {
                    Name = CompatSettingNameValues.CompatibilityMode,
                    Uri = "http://schemas.microsoft.com/office/word",
                    Val = "15",
                }
            )
        );

    private static Style HeadingStyle(int level, string font) =>
        Style(
            Heading(level),
            $"heading {level}",
            Body,
            [
                new KeepNext(),
                FirstLine(),
                new Justification { Val = JustificationValues.Both },
                new OutlineLevel { Val = level - 1 },
            ],
            DocxFonts.Run(font),
            Tight()
        );

    private static Style Style(string id, string name, string? next, OpenXmlElement[] paragraph, params OpenXmlElement[] run)
    {
        var style = new Style(new StyleName { Val = name })
        {
            Type = StyleValues.Paragraph,
            StyleId = id,
            Default = id == Normal ? true : null,
        };
        if (id != Normal)
            style.Append(new BasedOn { Val = Normal });
        if (next is not null)
            style.Append(new NextParagraphStyle { Val = next });
        style.Append(new PrimaryStyle(), new StyleParagraphProperties(paragraph));
        if (run.Length > 0)
            style.Append(new StyleRunProperties(run));
        return style;
    }

    private static Spacing Tight() => new() { Val = OfficialLayout.CharacterSpacing };

    private static SpacingBetweenLines Lines(int pitch) =>
        new()
        {
            Before = "0",
            After = "0",
            Line = $"{pitch}",
            LineRule = LineSpacingRuleValues.Exact,
        };

    private static Indentation FirstLine() => new() { FirstLine = $"{2 * OfficialLayout.Character}", FirstLineChars = 200 };
}
