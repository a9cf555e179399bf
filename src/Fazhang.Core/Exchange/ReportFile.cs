using Fazhang.Verify.Sources;

namespace Fazhang.Core.Exchange;

/// <summary>Reads a report from a file on disk: what the checker's library reads itself, and PDF through pdftotext.</summary>
public static class ReportFile
{
    /// <exception cref="UnreadableSourceException">Missing, a directory, no permission, too large, empty, damaged, or of a format that cannot be read.</exception>
    public static ReportText Read(string path)
    {
        try
        {
            if (Directory.Exists(path))
                throw new UnreadableSourceException($"{path} 是一个目录。请写文件名。");
            var file = new FileInfo(path);
            if (!file.Exists)
                throw new UnreadableSourceException($"没有文件 {path}。请检查文件名。");
            // Before reading: nobody needs 100 MB in memory to be told that it is too much.
            if (file.Length > ReportSource.LargestBytes)
                throw ReportSource.TooLarge(path, file.Length);
            return Read(File.ReadAllBytes(path), path);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new UnreadableSourceException($"没有读取 {path} 的权限。请检查文件的权限，或换一个用户运行。", exception);
        }
        catch (IOException exception)
        {
            throw new UnreadableSourceException($"读不出 {path}：{exception.Message}", exception);
        }
    }

    /// <summary>The text of a file's bytes, for files that were uploaded.</summary>
    /// <exception cref="UnreadableSourceException">As <see cref="Read(string)"/>.</exception>
    public static ReportText Read(byte[] bytes, string name)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        return bytes.Length <= ReportSource.LargestBytes && ReportSource.IsPdf(bytes)
            ? PdfPages.Read(PdfToText.Run(bytes, name), name)
            : ReportSource.Read(bytes, name);
    }
}
