namespace Fazhang.Core.Reports;

/// <summary>
/// The page of an official document, GB/T 9704-2012: A4, text block 156 × 225 mm, 22 lines of 28 characters of 3号 仿宋.
/// Lengths in twips (1/20 point; 1 mm = 56.693), font sizes in half points as Word counts them.
/// </summary>
internal static class OfficialLayout
{
    /// <summary>A4, 210 mm.</summary>
    public const int PageWidth = 11906;

    /// <summary>A4, 297 mm.</summary>
    public const int PageHeight = 16838;

    /// <summary>天头 37 mm (5.2.1).</summary>
    public const int Top = 2098;

    /// <summary>订口 28 mm (5.2.1), the inner margin when printed on both sides.</summary>
    public const int Inside = 1587;

    /// <summary>What 156 mm of text leave of the width.</summary>
    public const int Outside = PageWidth - Inside - TextWidth;

    /// <summary>What 225 mm of text leave of the height.</summary>
    public const int Bottom = PageHeight - Top - TextHeight;

    /// <summary>版心 156 mm.</summary>
    public const int TextWidth = 8844;

    /// <summary>版心 225 mm.</summary>
    public const int TextHeight = 12756;

    /// <summary>Characters a line (5.2.3).</summary>
    public const int CharactersPerLine = 28;

    /// <summary>Lines a page (5.2.3).</summary>
    public const int LinesPerPage = 22;

    /// <summary>Distance from line to line, rounded down so that 22 fit (28.95 points).</summary>
    public const int LinePitch = TextHeight / LinesPerPage;

    /// <summary>3号, the size of the text: 16 points.</summary>
    public const int BodySize = 32;

    /// <summary>2号, the size of the title: 22 points.</summary>
    public const int TitleSize = 44;

    /// <summary>4号, the size of page numbers: 14 points.</summary>
    public const int PageNumberSize = 28;

    /// <summary>Width of one character of the text, rounded down so that 28 fit.</summary>
    public const int Character = TextWidth / CharactersPerLine;

    /// <summary>
    /// What is taken from each 16-point character so that 28 fill the line (−0.25 point). Said as letter spacing, because
    /// word processors do not agree on how a negative pitch of a character grid is meant.
    /// </summary>
    public const int CharacterSpacing = Character - BodySize * 10;

    /// <summary>
    /// 一字线 7 mm under the text block (7.5). The line is 14 points high and the dash stands in its middle, so the line
    /// starts 4.5 mm under the block; this is the distance of its foot from the page's edge.
    /// </summary>
    public const int FooterFromEdge = Bottom - 397 + 140 - 280;

    /// <summary>
    /// Where the signature and the date start, in characters from the left (7.3.5.2, without a seal): the date two to the right
    /// of the signature, and two characters or more between either and the right edge. Counted from the left, the offset
    /// between the two is right with any font.
    /// </summary>
    public static (decimal Signature, decimal Date) SignatureIndents(string office, string date)
    {
        var widest = Math.Max(Width(office), Width(date) + 2);
        var start = Math.Max(0, CharactersPerLine - 2 - widest);
        return (start, start + 2);
    }

    /// <summary>
    /// Width in characters; Latin letters and digits are half as wide, and a quarter is added where they meet Chinese ones, as
    /// word processors do.
    /// </summary>
    public static decimal Width(string text) =>
        text.Sum(character => char.IsAscii(character) ? 0.5m : 1m)
        + text.Zip(text.Skip(1)).Count(pair => char.IsAscii(pair.First) != char.IsAscii(pair.Second)) * 0.25m;
}
