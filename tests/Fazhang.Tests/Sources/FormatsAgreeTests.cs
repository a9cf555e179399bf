using System.Net;
using System.Text;
using Fazhang.Core.Reports;
using Fazhang.Tests.Reports;
using Fazhang.Verify;
using Fazhang.Verify.Sources;
using Shouldly;

namespace Fazhang.Tests.Sources;

/// <summary>The same report gives the same figures, relations and findings, whatever kind of file it comes in.</summary>
public sealed class FormatsAgreeTests
{
    [Fact]
    public void Check_OneReportInThreeFormats_FindsTheSame()
    {
        var document = new SampleFigures().Compose();
        using var docx = new MemoryStream();
        DocxReport.Write(document, docx);

        var plain = Check(Encoding.UTF8.GetBytes(Core.Reports.ReportText.Of(document).Text), "a.txt");
        plain.Figures.Count.ShouldBeGreaterThan(20);
        plain.Relations.Count.ShouldBeGreaterThan(3);
        ShouldBeTheSame(Check(Encoding.UTF8.GetBytes(HtmlReport.Page(document)), "a.html"), plain);
        ShouldBeTheSame(Check(docx.ToArray(), "a.docx"), plain);
    }

    [Fact]
    public void Check_RealReportsAsPageAndDocument_FindsTheSame()
    {
        if (!AnnotatedTexts.AreHere)
        {
            return; // said loudly
        }
        var folder = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "seeds"));
        foreach (var file in Directory.GetFiles(folder, "*.txt"))
        {
            var lines = File.ReadAllLines(file).Select(line => line.Trim()).Where(line => line.Length > 0).ToList();
            var plain = Check(Encoding.UTF8.GetBytes(string.Join('\n', lines)), "a.txt");
            var paragraphs = lines.Select(line => $"<p>{WebUtility.HtmlEncode(line)}</p>");
            var page =
                $"<html><body><div class=nav><a href=/>首页</a></div><div>{string.Join("\n", paragraphs)}</div></body></html>";
            var body = string.Concat(lines.Select(line => $"<w:p><w:r><w:t>{WebUtility.HtmlEncode(line)}</w:t></w:r></w:p>"));

            ShouldBeTheSame(Check(Encoding.UTF8.GetBytes(page), "a.html"), plain);
            ShouldBeTheSame(
                Check(
                    SampleDocx.Package(("_rels/.rels", SampleDocx.Relations), ("word/document.xml", SampleDocx.Document(body))),
                    "a.docx"
                ),
                plain
            );
        }
    }

    private static void ShouldBeTheSame(CheckResult result, CheckResult expected)
    {
        result
            .Figures.Select(figure => figure.Text + figure.Unit)
            .ShouldBe(expected.Figures.Select(figure => figure.Text + figure.Unit));
        result
            .Relations.Select(relation => relation.Explanation)
            .ShouldBe(expected.Relations.Select(relation => relation.Explanation));
        result.Findings.Select(finding => finding.Message).ShouldBe(expected.Findings.Select(finding => finding.Message));
    }

    private static CheckResult Check(byte[] bytes, string name) => ReportChecker.Check(ReportSource.Read(bytes, name).Text);
}
