using System.Text;

namespace Fazhang.Verify.Sources;

/// <summary>Finds the encoding of a text: byte-order mark, UTF-8, what a web page declares, GB18030.</summary>
internal static class TextDecoder
{
    /// <summary>A web page declares its encoding within its first 1024 bytes (HTML standard); old editors write it later.</summary>
    private const int DeclarationBytes = 4096;

    /// <summary>The text without its byte-order mark.</summary>
    /// <exception cref="UnreadableSourceException">A program's own format, or an unknown encoding.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes, string name)
    {
        if (bytes.StartsWith(new byte[] { 0xFF, 0xFE }))
        {
            return Try(new UnicodeEncoding(false, true, true), bytes[2..]) ?? throw Unknown(name);
        }
        if (bytes.StartsWith(new byte[] { 0xFE, 0xFF }))
        {
            return Try(new UnicodeEncoding(true, true, true), bytes[2..]) ?? throw Unknown(name);
        }
        RefuseBinary(bytes, name);
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
        {
            bytes = bytes[3..];
        }
        // Text in a Chinese encoding is practically never valid UTF-8, while pages saved again as UTF-8 often keep
        // their old declaration: so what the bytes say goes before what the page says.
        return Try(new UTF8Encoding(false, true), bytes)
            ?? (Declared(bytes) is { } declared ? Try(declared, bytes) : null)
            ?? Try(Strict("GB18030"), bytes)
            ?? throw Unknown(name);
    }

    private static void RefuseBinary(ReadOnlySpan<byte> bytes, string name)
    {
        // A text has no NUL and hardly any control characters; what has is a program's own format.
        var control = 0;
        foreach (var b in bytes)
        {
            control += b < 32 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 12 or 27) ? 1 : 0;
        }
        if (control > bytes.Length / 100 || bytes.Contains((byte)0))
        {
            throw new UnreadableSourceException($"{name} 不是文本文件。请另存为 docx 或 txt 后再核验。");
        }
    }

    /// <summary>The encoding a web page declares for itself in a meta element, if it is one of Chinese text.</summary>
    private static Encoding? Declared(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, DeclarationBytes)]);
        var meta = head.IndexOf("<meta", StringComparison.OrdinalIgnoreCase);
        var at = meta < 0 ? -1 : head.IndexOf("charset", meta, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return null;
        }
        var label = head.AsSpan(at + "charset".Length).TrimStart(" \t\r\n=\"'");
        return label.StartsWith("big5", StringComparison.OrdinalIgnoreCase) ? Strict("big5") : null;
    }

    private static Encoding Strict(string label)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(label, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
    }

    private static string? Try(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null; // not this encoding: the caller tries the next and says so when none fits
        }
    }

    private static UnreadableSourceException Unknown(string name) => new($"{name} 的文字编码认不出来。请另存为 UTF-8 后再核验。");
}
