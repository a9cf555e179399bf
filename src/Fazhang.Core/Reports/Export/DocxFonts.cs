using DocumentFormat.OpenXml.Wordprocessing;

namespace Fazhang.Core.Reports;

/// <summary>The fonts of an official document. Where one is not installed, Word and WPS look for the alternatives named here.</summary>
internal static class DocxFonts
{
    /// <summary>小标宋, for the title.</summary>
    public const string XiaoBiaoSong = "方正小标宋简体";

    /// <summary>仿宋, for the text.</summary>
    public const string FangSong = "仿宋_GB2312";

    /// <summary>黑体, for headings 一、.</summary>
    public const string Hei = "黑体";

    /// <summary>楷体, for headings （一）.</summary>
    public const string Kai = "楷体_GB2312";

    /// <summary>宋体, for page numbers.</summary>
    public const string Song = "宋体";

    /// <summary>The font table.</summary>
    public static Fonts Table() =>
        new(
            Font(XiaoBiaoSong, "小标宋,方正小标宋_GBK,FZXiaoBiaoSong-B05S,华文中宋,SimSun", FontFamilyValues.Roman),
            Font(FangSong, "仿宋,FangSong,方正仿宋_GBK,STFangsong", FontFamilyValues.Modern),
            Font(Hei, "SimHei,方正黑体_GBK,STHeiti", FontFamilyValues.Swiss),
            Font(Kai, "楷体,KaiTi,方正楷体_GBK,STKaiti", FontFamilyValues.Script),
            Font(Song, "SimSun,方正书宋_GBK,STSong", FontFamilyValues.Roman)
        );

    /// <summary>A font for Chinese, Latin letters and digits alike.</summary>
    public static RunFonts Run(string font) =>
        new()
        {
            Ascii = font,
            HighAnsi = font,
            EastAsia = font,
            ComplexScript = font,
        };

    private static Font Font(string name, string alternatives, FontFamilyValues family) =>
        new(new AltName { Val = alternatives }, new FontCharSet { Val = "86" }, new FontFamily { Val = family }) { Name = name };
}
