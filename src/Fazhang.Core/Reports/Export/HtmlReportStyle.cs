namespace Fazhang.Core.Reports;

/// <summary>Style of an exported page: paper on the screen, A4 with mirrored margins in print (numbers: <see cref="OfficialLayout"/>).</summary>
internal static class HtmlReportStyle
{
    /// <summary>The style sheet.</summary>
    public const string Css = """
        :root { color-scheme: light; --fs: "仿宋_GB2312", FangSong, STFangsong, "Songti SC", "Noto Serif CJK SC", serif; }
        * { box-sizing: border-box; }
        body { margin: 0; background: #f5f4ef; color: #000; font: 16pt/28.95pt var(--fs); }
        .report { width: 210mm; max-width: 100%; margin: 24px auto; padding: 37mm 26mm 35mm 28mm; background: #fff; box-shadow: 0 1px 6px #0002; letter-spacing: -0.2pt; }
        h1 { margin: 0 0 28.95pt; text-align: center; text-wrap: balance; font: 22pt/35pt "方正小标宋简体", "小标宋", STZhongsong, "Songti SC", "Noto Serif CJK SC", serif; }
        h2, h3, h4, h5 { margin: 0; text-indent: 2em; break-after: avoid; font: inherit; }
        h2 { font-family: "黑体", SimHei, STHeiti, "Noto Sans CJK SC", sans-serif; }
        h3 { font-family: "楷体_GB2312", KaiTi, STKaiti, var(--fs); }
        p { margin: 0; text-indent: 2em; text-align: justify; overflow-wrap: anywhere; orphans: 2; widows: 2; }
        .n { color: inherit; text-decoration: none; border-bottom: 1px solid #8fb3e6; }
        a.n:hover, a.n:focus-visible { background: #eaf0f8; }
        .missing { color: #b2261c; }
        .signed, .dated { text-align: right; text-indent: 0; break-inside: avoid; }
        p:has(+ .signed) { break-after: avoid; }
        .signed { margin-top: 28.95pt; padding-right: 4em; break-after: avoid; }
        .dated { padding-right: 2em; }
        table { width: 100%; margin: 8pt 0; border-collapse: collapse; font-size: 14pt; line-height: 1.5; break-inside: avoid; }
        th, td { padding: 3pt 6pt; border: 0.5pt solid #000; text-align: left; }
        th { font-weight: normal; font-family: "黑体", SimHei, STHeiti, "Noto Sans CJK SC", sans-serif; }
        td.num { text-align: right; font-variant-numeric: tabular-nums; }
        @media (max-width: 820px) { .report { margin: 0; padding: 24px 18px; font-size: 17px; line-height: 2; box-shadow: none; } h1 { font-size: 22px; } }
        @page { size: A4; margin: 37mm 26mm 35mm 28mm; }
        @page :right { @bottom-right { content: "— " counter(page) " —"; font: 14pt SimSun, "Noto Serif CJK SC", serif; padding-right: 14pt; vertical-align: top; padding-top: 4.5mm; } }
        @page :left { margin: 37mm 28mm 35mm 26mm; @bottom-left { content: "— " counter(page) " —"; font: 14pt SimSun, "Noto Serif CJK SC", serif; padding-left: 14pt; vertical-align: top; padding-top: 4.5mm; } }
        @media print { body { background: #fff; } .report { width: auto; margin: 0; padding: 0; box-shadow: none; } .n { border: 0; } }

        """;
}
