using Fazhang.Verify.Sources.Docx;
using Fazhang.Verify.Sources.Html;

namespace Fazhang.Verify.Sources;

/// <summary>Reads the text of a report from a file's bytes: plain text and Markdown, web pages, docx. Pure: bytes in, text out.</summary>
public static class ReportSource
{
    /// <summary>Larger than any report and small enough to hold in memory, in bytes.</summary>
    public const int LargestBytes = 20_000_000;

    /// <summary>Where the version of a PDF may stand (PDF 1.7, appendix H, note 13).</summary>
    private const int PdfHeadBytes = 1024;

    /// <summary>The names of files that can be read end in one of these.</summary>
    public static IReadOnlyList<string> Extensions { get; } = [".txt", ".md", ".html", ".htm", ".docx", ".pdf"];

    /// <summary>True when the bytes are a PDF. Its text must be extracted by another program first; see <see cref="PdfPages"/>.</summary>
    public static bool IsPdf(ReadOnlySpan<byte> bytes) =>
        bytes[..Math.Min(bytes.Length, PdfHeadBytes)].IndexOf("%PDF-"u8) >= 0 && !LooksLikeText(bytes);

    /// <summary>
    /// The text of a report. The content decides what it is; the name only where the content leaves it open.
    /// </summary>
    /// <param name="bytes">The whole file, at most <see cref="LargestBytes"/>.</param>
    /// <param name="name">The file's name, for messages and for its extension.</param>
    /// <exception cref="UnreadableSourceException">Empty, too large, of another format, damaged, or a PDF.</exception>
    public static ReportText Read(byte[] bytes, string name)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        ArgumentNullException.ThrowIfNull(name);
        if (bytes.Length == 0)
        {
            throw new UnreadableSourceException($"{name} 是空文件。");
        }
        if (bytes.Length > LargestBytes)
        {
            throw TooLarge(name, bytes.Length);
        }
        if (bytes.AsSpan().StartsWith("PK\x03\x04"u8) || bytes.AsSpan().StartsWith("PK\x05\x06"u8))
        {
            return DocxSource.Read(bytes, name);
        }
        if (IsPdf(bytes))
        {
            throw new UnreadableSourceException(
                $"{name} 是 PDF,这里不能直接读。请用 Word 或 WPS 另存为 docx,或复制文字存为 txt。"
            );
        }
        RefuseKnownFormats(bytes, name);
        var text = TextDecoder.Decode(bytes, name);
        return IsHtml(text, name) ? HtmlSource.Read(text, name) : Plain(text, name);
    }

    /// <summary>The refusal of a file over <see cref="LargestBytes"/>, for callers that know the length before they read.</summary>
    public static UnreadableSourceException TooLarge(string name, long bytes) =>
        new($"{name} 有 {bytes / 1_000_000.0:0.#} MB,超过 {LargestBytes / 1_000_000} MB。请只核验报告正文,或去掉图片后再试。");

    private static ReportText Plain(string text, string name) =>
        string.IsNullOrWhiteSpace(text)
            ? throw new UnreadableSourceException($"{name} 里没有文字。")
            : new ReportText
            {
                Text = text,
                Format = SourceFormat.Text,
                Offsets =
                [
                    new SourceSpan
                    {
                        Start = 0,
                        Length = text.Length,
                        Character = 0,
                    },
                ],
            };

    private static void RefuseKnownFormats(ReadOnlySpan<byte> bytes, string name)
    {
        if (bytes.StartsWith(new byte[] { 0xD0, 0xCF, 0x11, 0xE0 }))
        {
            throw new UnreadableSourceException($"{name} 是旧版 doc/wps 文件或加了密码的文件。请去掉密码,另存为 docx 后再核验。");
        }
        if (bytes.StartsWith("{\\rtf"u8))
        {
            throw new UnreadableSourceException($"{name} 是 RTF 文件。请另存为 docx 后再核验。");
        }
        if (
            bytes.StartsWith(new byte[] { 0x89, (byte)'P', (byte)'N', (byte)'G' })
            || bytes.StartsWith(new byte[] { 0xFF, 0xD8, 0xFF })
        )
        {
            throw new UnreadableSourceException($"{name} 是图片。请先做文字识别,存为 txt 后再核验。");
        }
    }

    private static bool IsHtml(string text, string name)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, 1024)).TrimStart();
        return head.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || head.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".html", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".htm", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A text that only mentions the mark of a PDF: what stands before the mark in a real one is no prose.</summary>
    private static bool LooksLikeText(ReadOnlySpan<byte> bytes) =>
        bytes[..Math.Min(bytes.Length, PdfHeadBytes)].IndexOf("%PDF-"u8) > 0 && bytes.IndexOf("endobj"u8) < 0;
}
