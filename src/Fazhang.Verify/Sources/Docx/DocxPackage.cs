using System.IO.Compression;
using System.Xml;

namespace Fazhang.Verify.Sources.Docx;

/// <summary>
/// The parts of a document's package (ECMA-376, part 2). Only the parts that hold text are unpacked, as streams under
/// limits, so that a small file cannot unfold into a large one; macros, pictures and links are never touched.
/// </summary>
internal sealed class DocxPackage : IDisposable
{
    private const int MostEntries = 5_000;

    /// <summary>In bytes, of all parts together as the package declares them, and of one part as it really is.</summary>
    private const long LargestPackage = 300_000_000;
    private const long LargestPart = 100_000_000;

    /// <summary>Text in XML packs to a tenth, long tables to a hundredth; more is made to exhaust memory. Small parts are harmless.</summary>
    private const int HighestRatio = 250;
    private const long HarmlessBytes = 1_000_000;

    private const string OfficeDocument = "/officeDocument";

    private readonly ZipArchive archive;
    private readonly string name;

    public DocxPackage(byte[] bytes, string name)
    {
        this.name = name;
        archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        if (archive.Entries.Count > MostEntries || archive.Entries.Sum(entry => Math.Max(0, entry.Length)) > LargestPackage)
        {
            throw Bomb();
        }
        MainPart =
            Target("_rels/.rels", "", OfficeDocument)
            ?? throw new UnreadableSourceException($"{name} 是压缩包,不是 docx 文件。请解压后核验里面的报告。");
    }

    /// <summary>The name of the part with the body, usually word/document.xml.</summary>
    public string MainPart { get; }

    /// <summary>The part that the body names by a relation, for example "/footnotes"; null when there is none.</summary>
    public string? Related(string relation)
    {
        var slash = MainPart.LastIndexOf('/') + 1;
        return Target($"{MainPart[..slash]}_rels/{MainPart[slash..]}.rels", MainPart[..slash], relation);
    }

    /// <summary>Reads a part; null when the package does not hold it.</summary>
    public XmlReader? Open(string part)
    {
        var entry = archive.GetEntry(part);
        if (entry is null)
        {
            return null;
        }
        if (entry.Length > LargestPart || (entry.Length > HarmlessBytes && entry.Length / HighestRatio > entry.CompressedLength))
        {
            throw Bomb();
        }
        // The declared length may lie: what is really unpacked is bounded too.
        return XmlReader.Create(
            entry.Open(),
            new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                MaxCharactersInDocument = LargestPart,
                MaxCharactersFromEntities = 0x10000,
                CloseInput = true,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
            }
        );
    }

    public void Dispose() => archive.Dispose();

    private string? Target(string relations, string folder, string kind)
    {
        using var reader = Open(relations);
        while (reader is not null && reader.Read())
        {
            if (
                reader.NodeType == XmlNodeType.Element
                && reader.LocalName == "Relationship"
                && reader.GetAttribute("TargetMode") != "External"
                && (reader.GetAttribute("Type") ?? "").EndsWith(kind, StringComparison.Ordinal)
                && reader.GetAttribute("Target") is { } target
            )
            {
                var part = target.StartsWith('/') ? target[1..] : folder + target;
                return archive.GetEntry(part) is null ? null : part;
            }
        }
        return null;
    }

    private UnreadableSourceException Bomb() =>
        new($"{name} 解开后大得不正常,已停止读取。请把报告正文另存为新的 docx 或 txt 后再核验。");
}
