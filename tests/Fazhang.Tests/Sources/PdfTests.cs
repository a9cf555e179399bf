using System.Diagnostics;
using System.Text;
using Fazhang.Core.Exchange;
using Fazhang.Verify.Sources;
using Shouldly;

namespace Fazhang.Tests.Sources;

/// <summary>PDF: pages as pdftotext gives them, and a real file through the real program.</summary>
public sealed class PdfTests
{
    [Fact]
    public void Read_ExtractedPages_LoseMarginsAndPageNumbersAndKeepColumns()
    {
        var report = PdfPages.Read(
            "        一、主要举措\n          全年受理案件 1516 件，其中\n        调解182件。\n\n                - 1 -\n\f        类别      件数\n        调解       182\n        7\n        合计 189 件 of 200 x\n             — 2 —\n\f",
            "a.pdf"
        );

        report.Text.ShouldBe(
            "一、主要举措\n  全年受理案件1516件，其中调解182件。\n类别\t件数\n调解\t182\n7\n合计189件of 200 x\n"
        );
        report.Describe(report.Text.IndexOf("1516", StringComparison.Ordinal)).ShouldBe("第 1 页");
        report.Describe(report.Text.IndexOf("189", StringComparison.Ordinal)).ShouldBe("第 2 页");
    }

    [Fact]
    public void Read_LinesBrokenByTheWidthOfThePage_AreJoinedAlsoAcrossPages()
    {
        var report = PdfPages.Read(
            "    一、举措\n        全年受理行政复议案件15\n    16件，审结944件，其中182\n    件调解。\n        下一段有3件。\n\n    - 1 -\n\f"
                + "        二、安排。全年受理案件，共\n\f    有12件。\n\f",
            "a.pdf"
        );

        report.Text.ShouldBe(
            "一、举措\n  全年受理行政复议案件1516件，审结944件，其中182件调解。\n  下一段有3件。\n二、安排。全年受理案件，共有12件。\n"
        );
        report.Describe(report.Text.IndexOf("12件", StringComparison.Ordinal)).ShouldBe("第 3 页");
    }

    [Fact]
    public void Read_Scan_SaysThatThereIsNoText() =>
        Should.Throw<UnreadableSourceException>(() => PdfPages.Read("\f\f", "a.pdf")).Message.ShouldContain("文字识别");

    [Fact]
    public void Read_RealPdf_GivesItsText()
    {
        RequirePdfToText();

        var report = ReportFile.Read(Pdf("BT /F1 12 Tf 72 700 Td (Total 1516 cases, 182 settled) Tj ET"), "a.pdf");

        report.Format.ShouldBe(SourceFormat.Pdf);
        report.Text.ShouldContain("Total 1516 cases, 182 settled");
    }

    [Fact]
    public void Read_BrokenPdf_SaysSo()
    {
        RequirePdfToText();

        Should
            .Throw<UnreadableSourceException>(() => ReportFile.Read("%PDF-1.7\nrubbish endobj"u8.ToArray(), "a.pdf"))
            .Message.ShouldContain("已损坏");
    }

    /// <summary>./test installs the program; without it these tests fail rather than pass unseen.</summary>
    private static void RequirePdfToText()
    {
        using var process = Process.Start(new ProcessStartInfo("pdftotext", "-v") { RedirectStandardError = true })!;
        process.WaitForExit();
        process.ExitCode.ShouldBe(0);
    }

    /// <summary>A page with the content stream given, in a font that every reader has.</summary>
    private static byte[] Pdf(string content)
    {
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            $"<< /Length {content.Length} >>\nstream\n{content}\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ];
        var pdf = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        for (var i = 0; i < objects.Length; i++)
        {
            offsets.Add(pdf.Length);
            pdf.Append(i + 1).Append(" 0 obj\n").Append(objects[i]).Append("\nendobj\n");
        }
        var start = pdf.Length;
        pdf.Append("xref\n0 ").Append(objects.Length + 1).Append("\n0000000000 65535 f \n");
        foreach (var offset in offsets)
            pdf.Append($"{offset:D10} 00000 n \n");
        pdf.Append($"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(pdf.ToString());
    }
}
