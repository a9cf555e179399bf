using System.IO.Compression;
using System.Text;

namespace Fazhang.Tests.Sources;

/// <summary>Writes small docx packages part by part, so that tests can also write wrong ones.</summary>
internal static class SampleDocx
{
    public const string Namespaces =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
        + "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";

    private const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public const string Relations =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + "<Relationship Id=\"r1\" Type=\""
        + Relation
        + "/officeDocument\" Target=\"word/document.xml\"/></Relationships>";

    public const string NoteRelations =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + "<Relationship Id=\"r1\" Type=\""
        + Relation
        + "/footnotes\" Target=\"footnotes.xml\"/></Relationships>";

    public const string Body = """
        <w:p><w:r><w:t>某市法治政府建设</w:t></w:r><w:r><w:t xml:space="preserve"> 报告</w:t></w:r></w:p>
        <w:p><w:r><w:t>受理15</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>16</w:t></w:r><w:r><w:t>件</w:t><w:tab/><w:t>其中</w:t><w:br/><w:t>调解182件。</w:t><w:footnoteReference w:id="2"/></w:r></w:p>
        <w:p><w:del><w:r><w:delText>旧数99件</w:delText></w:r></w:del><w:ins><w:r><w:t>新数98件。</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏97件</w:t></w:r></w:p>
        <w:tbl><w:tr><w:tc><w:p><w:r><w:t>类别</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>件数</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>备注</w:t></w:r></w:p></w:tc></w:tr>
        <w:tr><w:tc><w:p><w:r><w:t>调解</w:t></w:r></w:p><w:p><w:r><w:t>和解</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc><w:tc><w:p><w:r><w:t>182</w:t></w:r></w:p></w:tc><w:tc><w:tbl><w:tr><w:tc><w:p><w:r><w:t>内1</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>内2</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/></w:tc></w:tr></w:tbl>
        <w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>文本框3件</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:p><w:r><w:t>文本框3件</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>结尾。</w:t></w:r></w:p>
        """;

    public const string Footnotes =
        "<w:footnotes "
        + Namespaces
        + "><w:footnote w:type=\"separator\" w:id=\"0\"><w:p><w:r><w:t>线</w:t></w:r></w:p></w:footnote>"
        + "<w:footnote w:id=\"2\"><w:p><w:r><w:t>含上年结转12件。</w:t></w:r></w:p></w:footnote></w:footnotes>";

    public static byte[] Whole() =>
        Package(
            ("_rels/.rels", Relations),
            ("word/document.xml", Document(Body)),
            ("word/_rels/document.xml.rels", NoteRelations),
            ("word/footnotes.xml", Footnotes)
        );

    public static string Document(string body) => $"<w:document {Namespaces}><w:body>{body}</w:body></w:document>";

    public static byte[] Package(params (string Part, string Xml)[] parts)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (part, xml) in parts)
            {
                using var entry = archive.CreateEntry(part).Open();
                entry.Write(Encoding.UTF8.GetBytes(xml));
            }
        return stream.ToArray();
    }
}
