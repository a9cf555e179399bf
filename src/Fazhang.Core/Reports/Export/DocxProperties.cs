using System.IO.Compression;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;

namespace Fazhang.Core.Reports;

/// <summary>What the file says about itself, and the packing that makes its bytes depend on the report alone.</summary>
internal static class DocxProperties
{
    /// <summary>Oldest time a zip entry can have; the clock of the machine does not belong in the file.</summary>
    private static readonly DateTimeOffset EntryTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes title, author and date; the date is that of the report.</summary>
    public static void Write(CoreFilePropertiesPart part, ReportDocument document)
    {
        XNamespace core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        XNamespace dc = "http://purl.org/dc/elements/1.1/";
        XNamespace terms = "http://purl.org/dc/terms/";
        XNamespace schema = "http://www.w3.org/2001/XMLSchema-instance";
        var date = $"{document.Variables.Date:yyyy-MM-dd}T00:00:00Z";
        var root = new XElement(
            core + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "cp", core),
            new XAttribute(XNamespace.Xmlns + "dc", dc),
            new XAttribute(XNamespace.Xmlns + "dcterms", terms),
            new XAttribute(XNamespace.Xmlns + "xsi", schema),
            new XElement(dc + "title", document.Title),
            new XElement(dc + "creator", document.Variables.Office),
            new XElement(dc + "language", "zh-CN"),
            Time("created"),
            Time("modified")
        );
        using var stream = part.GetStream(FileMode.Create);
        new XDocument(new XDeclaration("1.0", "utf-8", null), root).Save(stream, SaveOptions.DisableFormatting);

        XElement Time(string name) => new(terms + name, new XAttribute(schema + "type", "dcterms:W3CDTF"), date);
    }

    /// <summary>Copies a package with its entries in order of name (the content types first, as readers expect) and without times.</summary>
    public static void Repack(MemoryStream package, Stream output)
    {
        package.Position = 0;
        using var source = new ZipArchive(package, ZipArchiveMode.Read);
        using var target = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var entry in source.Entries.OrderBy(entry => entry.FullName, StringComparer.Ordinal))
        {
            var copy = target.CreateEntry(entry.FullName, CompressionLevel.Optimal);
            copy.LastWriteTime = EntryTime;
            using var from = entry.Open();
            using var to = copy.Open();
            from.CopyTo(to);
        }
    }
}
