using System.IO.Compression;
using Fazhang.Core.Records;

namespace Fazhang.Core.Fields;

/// <summary>The kinds of file that may be attached, and how each is known by its content.</summary>
public static class FileKinds
{
    private const int LongestName = 120;

    private static readonly Dictionary<string, (string Media, Func<ReadOnlyMemory<byte>, bool> Fits)> Kinds = new(
        StringComparer.Ordinal
    )
    {
        [".pdf"] = ("application/pdf", bytes => bytes.Span.StartsWith("%PDF-"u8)),
        [".docx"] = (
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            bytes => HasEntry(bytes, "word/document.xml")
        ),
        [".xlsx"] = (
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            bytes => HasEntry(bytes, "xl/workbook.xml")
        ),
        [".ofd"] = ("application/ofd", bytes => HasEntry(bytes, "OFD.xml")),
        [".jpg"] = ("image/jpeg", IsJpeg),
        [".jpeg"] = ("image/jpeg", IsJpeg),
        [".png"] = (
            "image/png",
            bytes => bytes.Span.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10])
        ),
        [".txt"] = ("text/plain; charset=utf-8", IsText),
    };

    /// <summary>The file name endings in use, without the dot.</summary>
    public static IEnumerable<string> Extensions => Kinds.Keys.Select(key => key[1..]);

    /// <summary>The media type to send a stored file with.</summary>
    public static string MediaType(string name) =>
        Kinds.TryGetValue(Path.GetExtension(name).ToLowerInvariant(), out var kind) ? kind.Media : "application/octet-stream";

    /// <summary>Why an upload cannot be attached, and what to do; null when it can.</summary>
    public static string? Problem(Upload upload)
    {
        ArgumentNullException.ThrowIfNull(upload);
        var name = CleanName(upload.FileName);
        if (upload.Content.Length == 0)
            return $"的文件“{name}”没有内容：文件是空的，或者登录过期时没有带过来。请重新选择。";
        if (upload.Content.Length > Attachments.LargestFile)
            return $"的文件“{name}”超过 {Attachments.LargestFile / 1024 / 1024} MB。请压缩或拆分后再上传。";
        if (!Kinds.TryGetValue(Path.GetExtension(name).ToLowerInvariant(), out var kind))
            return $"的文件“{name}”不是可以上传的类型。请转成 {string.Join("、", Extensions)} 之一。";
        return kind.Fits(upload.Content) ? null : $"的文件“{name}”的内容与扩展名不符。请用原来的程序另存后再上传。";
    }

    /// <summary>The name without folders and without characters that file systems or headers misread; at most 120 characters, ending kept.</summary>
    public static string CleanName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        // Direction marks could make exe.pdf look like pdf.exe; controls have no place in a name.
        var letters = last.Where(c =>
                !char.IsControl(c) && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.Format
            )
            .Select(c => "<>:\"|?*;%".Contains(c) ? '_' : c);
        var clean = string.Concat(letters).TrimEnd(' ', '.');
        var extension = Path.GetExtension(clean);
        var stem = clean[..(clean.Length - extension.Length)].Trim(' ', '.');
        if (stem.Length == 0)
            stem = "附件";
        var room = Math.Max(1, LongestName - extension.Length);
        if (stem.Length > room)
            stem = stem[..(char.IsHighSurrogate(stem[room - 1]) ? room - 1 : room)];
        return stem + extension.ToLowerInvariant();
    }

    private static bool IsJpeg(ReadOnlyMemory<byte> bytes) => bytes.Span.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]);

    // UTF-8 or GBK: whatever it is, a text has no control characters but tab and line ends.
    private static bool IsText(ReadOnlyMemory<byte> bytes)
    {
        foreach (var value in bytes.Span)
            if (value < 32 && value is not ((byte)'\t' or (byte)'\n' or (byte)'\r'))
                return false;
        return true;
    }

    /// <summary>Office and OFD files are zip archives that are told apart by a part; only the directory is read.</summary>
    private static bool HasEntry(ReadOnlyMemory<byte> bytes, string part)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes.ToArray(), writable: false), ZipArchiveMode.Read);
            return archive.GetEntry(part) is not null
                && archive.Entries.All(entry => !entry.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase));
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
