using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Fazhang.Verify.Sources;

namespace Fazhang.Core.Exchange;

/// <summary>Extracts the text of a PDF with poppler's pdftotext, a program of its own: a crash there is not a crash here.</summary>
internal static class PdfToText
{
    private const string Program = "pdftotext";

    /// <summary>A report of 200 pages takes under a second; what takes longer than this is not a report.</summary>
    private static readonly TimeSpan LongestRun = TimeSpan.FromSeconds(60);

    /// <summary>In characters; far more than any report holds.</summary>
    private const int LongestText = 20_000_000;

    /// <summary>The pages' text, each page ended by a form feed.</summary>
    /// <exception cref="UnreadableSourceException">pdftotext is not installed, or cannot read the file.</exception>
    public static string Run(byte[] bytes, string name)
    {
        var start = new ProcessStartInfo(Program)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = new UTF8Encoding(false),
            UseShellExecute = false,
        };
        foreach (var argument in new[] { "-layout", "-enc", "UTF-8", "-", "-" })
            start.ArgumentList.Add(argument);
        try
        {
            using var process = Process.Start(start) ?? throw Missing(name, null);
            return Exchange(process, bytes, name);
        }
        catch (Win32Exception exception)
        {
            throw Missing(name, exception);
        }
    }

    private static string Exchange(Process process, byte[] bytes, string name)
    {
        // Its three streams move at the same time: each of them may fill up and wait.
        var output = Task.Run(() => ReadAtMost(process.StandardOutput, LongestText));
        var errors = Task.Run(() => ReadAtMost(process.StandardError, 10_000));
        var input = Task.Run(() => Feed(process, bytes));
        if (!Task.WhenAll(output, errors, input).Wait(LongestRun) || !process.WaitForExit(LongestRun))
        {
            process.Kill(entireProcessTree: true);
            throw new UnreadableSourceException($"{name} 一分钟还没读完，已停止。请另存为 docx 或 txt 后再核验。");
        }
        if (process.ExitCode != 0)
            throw new UnreadableSourceException(
                errors.Result.Contains("assword", StringComparison.Ordinal)
                    ? $"{name} 加了密码。请去掉密码后再核验。"
                    : $"{name} 这个 PDF 已损坏，读不出来。请重新导出，或另存为 docx 后再核验。"
            );
        return output.Result;
    }

    private static void Feed(Process process, byte[] bytes)
    {
        try
        {
            process.StandardInput.BaseStream.Write(bytes);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It closed its input before the end: it has given up on the file, and its exit code says so.
        }
    }

    private static string ReadAtMost(StreamReader reader, int most)
    {
        var text = new StringBuilder();
        var buffer = new char[8192];
        while (reader.Read(buffer) is > 0 and var count)
            if (text.Length < most)
                text.Append(buffer, 0, count);
        return text.ToString();
    }

    private static UnreadableSourceException Missing(string name, Exception? cause)
    {
        var message =
            $"{name} 是 PDF，读它需要 pdftotext。请安装 poppler-utils（Debian：apt-get install poppler-utils），或另存为 docx 后再核验。";
        return cause is null ? new(message) : new(message, cause);
    }
}
