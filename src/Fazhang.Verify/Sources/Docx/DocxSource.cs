using System.Xml;

namespace Fazhang.Verify.Sources.Docx;

/// <summary>
/// Reads paragraphs, tables, footnotes and endnotes of a docx. The XML is streamed instead of loaded as an object model:
/// every limit holds while reading, and a document that a strict model rejects over a broken link is still read.
/// </summary>
internal static class DocxSource
{
    private const string MainNamespace = "/wordprocessingml/";

    public static ReportText Read(byte[] bytes, string name)
    {
        try
        {
            using var package = new DocxPackage(bytes, name);
            var writer = new SourceWriter(SourceFormat.Docx);
            ReadPart(package, package.MainPart, writer, name);
            foreach (var relation in new[] { "/footnotes", "/endnotes" })
            {
                if (package.Related(relation) is { } part)
                {
                    ReadPart(package, part, writer, name);
                }
            }
            return writer.Finish(name);
        }
        catch (Exception exception)
            when (exception
                    is InvalidDataException
                        or XmlException
                        or IOException
                        or NotSupportedException
                        or ArgumentException
                        or OverflowException
            )
        {
            throw new UnreadableSourceException(
                $"{name} 已损坏或加了密码,读不出来。请用 Word 或 WPS 打开,另存为新的 docx 后再核验。",
                exception
            );
        }
    }

    private static void ReadPart(DocxPackage package, string part, SourceWriter writer, string name)
    {
        using var reader = package.Open(part);
        if (reader is null)
        {
            return; // a note part that is named but not there: Word opens such documents too
        }
        if (reader.MoveToContent() != XmlNodeType.Element || !IsWord(reader))
        {
            throw new UnreadableSourceException($"{name} 不是文字文档(可能是表格或演示文稿)。请把报告正文另存为 docx 后再核验。");
        }
        new DocxPartReader(reader, writer, part).Run();
    }

    /// <summary>Word's namespace, in its transitional or its strict form.</summary>
    internal static bool IsWord(XmlReader reader) => reader.NamespaceURI.Contains(MainNamespace, StringComparison.Ordinal);
}
