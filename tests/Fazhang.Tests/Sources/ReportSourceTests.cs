using System.Text;
using Fazhang.Verify.Sources;
using Shouldly;

namespace Fazhang.Tests.Sources;

/// <summary>Plain text in every encoding in use; files that are no report, each refused with words on what to do.</summary>
public sealed class ReportSourceTests
{
    private const string Sample = "受理案件１516件，\r\n其中调解182件。𠮷";

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("GB18030")]
    public void Read_Text_IsTheFilesOwnCharacters(string encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var codec = Encoding.GetEncoding(encoding);

        var report = ReportSource.Read([.. codec.Preamble, .. codec.GetBytes(Sample)], "报告.md");

        report.Text.ShouldBe(Sample);
        report.Locate(7).Character.ShouldBe(7);
        report.Locate(Sample.Length).Character.ShouldBe(Sample.Length);
        report.Describe(Sample.IndexOf("182", StringComparison.Ordinal)).ShouldBe("第 2 行");
    }

    [Fact]
    public void Read_TextWithoutMark_IsUtf8() => ReportSource.Read(Encoding.UTF8.GetBytes(Sample), "a").Text.ShouldBe(Sample);

    public static TheoryData<byte[], string> Refusals =>
        new()
        {
            { [], "空文件" },
            { " \r\n\u3000"u8.ToArray(), "没有文字" },
            { [0x7F, 0x45, 0x4C, 0x46, 0, 0, 1, 2, 3], "不是文本文件" },
            { [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "另存为 docx" },
            { "{\\rtf1 abc}"u8.ToArray(), "RTF" },
            { [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10], "图片" },
            { [0xFF, 0xD8, 0xFF, 0xE0], "图片" },
            { "%PDF-1.7\n1 0 obj endobj"u8.ToArray(), "PDF" },
            { "PK\x03\x04 not a zip"u8.ToArray(), "已损坏" },
            { "<html><body><img src=1></body></html>"u8.ToArray(), "没有文字" },
            { [0x81, 0x20, 0xFF, 0xFF, 0x80], "编码认不出来" },
        };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Read_WhatIsNoReport_SaysWhyInChinese(byte[] bytes, string words) =>
        Should.Throw<UnreadableSourceException>(() => ReportSource.Read(bytes, "报告.bin")).Message.ShouldContain(words);

    [Fact]
    public void Read_MoreThanTheLimit_IsRefusedWithItsSize() =>
        Should
            .Throw<UnreadableSourceException>(() => ReportSource.Read(new byte[ReportSource.LargestBytes + 1], "a.txt"))
            .Message.ShouldContain("20 MB");

    [Fact]
    public void Read_TextAboutPdf_IsText() =>
        ReportSource.Read("PDF 文件以 %PDF- 开头，共3件。"u8.ToArray(), "a.txt").Text.ShouldContain("共3件");
}
