using System.IO.Compression;
using System.Text;
using Fazhang.Verify.Sources;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;

namespace Fazhang.Tests.Sources;

/// <summary>
/// Whatever the bytes are: a text whose every offset leads to a place, or a refusal in words; never another exception.
/// The inputs are bounded, so that no clock decides.
/// </summary>
public sealed class AnyBytesTests
{
    private static readonly byte[] Docx = SampleDocx.Whole();
    private static readonly byte[] Html = Encoding.UTF8.GetBytes(HtmlSourceTests.Page);

    [Fact]
    public void Read_AnyBytes_GivesTextOrWords()
    {
        var bytes = ArbMap.Default.GeneratorFor<byte>().ArrayOf();
        Gen<byte[]> heads = Gen.Elements<byte[]>(
            [.. "PK\x03\x04"u8],
            [.. "%PDF-"u8],
            [.. "<html>"u8],
            [0xFF, 0xFE],
            [0xEF, 0xBB, 0xBF],
            []
        );
        var inputs = heads.SelectMany(head => bytes.Select(rest => (byte[])[.. head, .. rest]));

        Prop.ForAll(inputs.ToArbitrary(), IsSound).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000).WithEndSize(400));
    }

    [Fact]
    public void Read_AnyMarkup_GivesTextOrWords()
    {
        string[] pieces =
        [
            "<table>",
            "</table>",
            "<tr>",
            "<td colspan=3 rowspan=99>",
            "<td>",
            "</td>",
            "<p>",
            "</p>",
            "<b>",
            "</i>",
            "<a href=x>",
            "</a>",
            "<div class=nav>",
            "</div>",
            "<!--",
            "-->",
            "<script>",
            "</script>",
            "<title>",
            "<h1>",
            "<svg>",
            "<math>",
            "<template>",
            "<select>",
            "<frameset>",
            "<plaintext>",
            "<pre>\n",
            "<br>",
            "<li>",
            "&amp;",
            "&#0;",
            "&#x110000;",
            "&nbsp",
            "&lt",
            "<",
            ">",
            "\"",
            "=",
            "共1516件。",
            "182",
            "\r\n",
            "\t",
            "\u00A0",
            "<![CDATA[",
            "]]>",
            "<?x",
            "</html>",
            "</body>",
            "<head>",
            "<caption>",
            "\uD83D\uDE00",
        ];
        var markup = Gen.Elements(pieces).ListOf().Select(list => Encoding.UTF8.GetBytes(string.Concat(list)));

        Prop.ForAll(markup.ToArbitrary(), bytes => IsSound(bytes, "a.html"))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(3_000).WithEndSize(120));
    }

    [Fact]
    public void Read_MutatedPage_GivesTextOrWords() => Mutate(Html, 1_500, bytes => IsSound(bytes, "a.html"));

    [Fact]
    public void Read_MutatedPackage_GivesTextOrWords() => Mutate(Docx, 4_000, IsSound);

    [Fact]
    public void Read_PackageWithMutatedXml_GivesTextOrWords()
    {
        Mutate(
            Encoding.UTF8.GetBytes(SampleDocx.Document(SampleDocx.Body)),
            1_500,
            xml => IsSound(With("word/document.xml", xml))
        );
        Mutate(Encoding.UTF8.GetBytes(SampleDocx.Relations), 500, xml => IsSound(With("_rels/.rels", xml)));
    }

    /// <summary>Flips, doubles, cuts and moves bytes; the same ones each time, so that a failure can be repeated.</summary>
    private static void Mutate(byte[] original, int times, Func<byte[], bool> isSound)
    {
        var random = new Random(20241121);
        for (var i = 0; i < times; i++)
        {
            var bytes = original.ToList();
            for (var changes = random.Next(1, 6); changes > 0 && bytes.Count > 8; changes--)
            {
                var at = random.Next(bytes.Count);
                var length = Math.Min(random.Next(1, 40), bytes.Count - at);
                switch (random.Next(4))
                {
                    case 0:
                        bytes[at] = (byte)random.Next(256);
                        break;
                    case 1:
                        bytes.RemoveRange(at, length);
                        break;
                    case 2:
                        bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length));
                        break;
                    default:
                        bytes.RemoveRange(at, bytes.Count - at);
                        break;
                }
            }
            isSound([.. bytes]).ShouldBeTrue($"mutation {i}");
        }
    }

    private static byte[] With(string part, byte[] xml)
    {
        using var stream = new MemoryStream();
        stream.Write(Docx);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            archive.GetEntry(part)!.Delete();
            using var entry = archive.CreateEntry(part).Open();
            entry.Write(xml);
        }
        return stream.ToArray();
    }

    private static bool IsSound(byte[] bytes) => IsSound(bytes, "a");

    private static bool IsSound(byte[] bytes, string name)
    {
        ReportText report;
        try
        {
            report = ReportSource.Read(bytes, name);
        }
        catch (UnreadableSourceException exception)
        {
            return exception.Message.Contains(name, StringComparison.Ordinal) && exception.Message.EndsWith('。');
        }
        for (var i = 0; i <= report.Text.Length; i++)
        {
            report.Describe(i).ShouldNotBeEmpty();
        }
        return report.Text.Length > 0
            && report.Offsets[0].Start == 0
            && report.Offsets.Zip(report.Offsets.Skip(1)).All(pair => pair.First.Start + pair.First.Length <= pair.Second.Start);
    }
}
