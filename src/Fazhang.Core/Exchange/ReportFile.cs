using System.Text;

namespace Fazhang.Core.Exchange;

/// <summary>A file cannot be read as a report; the message says why and what to do.</summary>
public sealed class UnreadableFileException(string message) : Exception(message);

/// <summary>Reads the text of a report from a file's bytes: UTF-8, UTF-16 with a mark, or GB18030.</summary>
public static class ReportFile
{
    /// <summary>Larger than any report (the five real ones are under 25 KB) and small enough to hold in memory.</summary>
    public const long LargestBytes = 20_000_000;

    /// <exception cref="UnreadableFileException">Missing, empty, binary, too large, or in no known encoding.</exception>
    public static string Read(string path)
    {
        try
        {
            if (Directory.Exists(path))
                throw new UnreadableFileException($"{path} 是一个目录。请写文件名，例如 {Path.Combine(path, "*.txt")}。");
            var file = new FileInfo(path);
            if (!file.Exists)
                throw new UnreadableFileException($"没有文件 {path}。请检查文件名。");
            if (file.Length > LargestBytes)
                throw new UnreadableFileException(
                    $"{path} 有 {file.Length / 1_000_000} MB，超过 {LargestBytes / 1_000_000} MB。请只核验报告正文。"
                );
            return Text(File.ReadAllBytes(path), path);
        }
        catch (UnauthorizedAccessException)
        {
            throw new UnreadableFileException($"没有读取 {path} 的权限。");
        }
        catch (IOException exception)
        {
            throw new UnreadableFileException($"读不出 {path}：{exception.Message}");
        }
    }

    /// <summary>The text of a file's bytes. The byte-order mark is not part of it.</summary>
    /// <exception cref="UnreadableFileException">As <see cref="Read"/>.</exception>
    public static string Text(byte[] bytes, string name)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        if (bytes.Length == 0)
            throw new UnreadableFileException($"{name} 是空文件。");
        var text = Decode(bytes, name);
        if (string.IsNullOrWhiteSpace(text))
            throw new UnreadableFileException($"{name} 里没有文字。");
        return text;
    }

    private static string Decode(byte[] bytes, string name)
    {
        if (bytes.AsSpan().StartsWith(new byte[] { 0xFF, 0xFE }))
            return Strict(new UnicodeEncoding(false, true, true), bytes.AsSpan(2), name);
        if (bytes.AsSpan().StartsWith(new byte[] { 0xFE, 0xFF }))
            return Strict(new UnicodeEncoding(true, true, true), bytes.AsSpan(2), name);
        // A text has no NUL and hardly any control characters; what has is a program's own format.
        var control = bytes.Count(b => b < 32 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 12 or 27));
        if (bytes.Contains((byte)0) || control > bytes.Length / 100)
            throw new UnreadableFileException($"{name} 不是文本文件。请另存为 txt 后再核验。");
        var body = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes.AsSpan(3) : bytes.AsSpan();
        try
        {
            return new UTF8Encoding(false, true).GetString(body);
        }
        catch (DecoderFallbackException)
        {
            Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
            return Strict(
                Encoding.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback),
                body,
                name
            );
        }
    }

    private static string Strict(Encoding encoding, ReadOnlySpan<byte> bytes, string name)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw new UnreadableFileException($"{name} 的文字编码认不出来。请另存为 UTF-8 后再核验。");
        }
    }
}
