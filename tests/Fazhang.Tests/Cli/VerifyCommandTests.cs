using System.Text;
using System.Text.Json;
using Fazhang.Tests.Sources;
using Shouldly;

namespace Fazhang.Tests.Cli;

/// <summary>`fazhang verify` as its users run it: exit codes, words, and every form of output.</summary>
public sealed class VerifyCommandTests : IDisposable
{
    private const string Good = "对规范性文件共计95件进行清理。目前共保留60件，废止25件，修改10件。\n";
    private const string Wrong = "对规范性文件共计95件进行清理。目前共保留60件，废止25件，修改3件。\n";

    private readonly Program program = new();

    public void Dispose() => program.Dispose();

    [Fact]
    public void Verify_ReportThatAgrees_Returns0()
    {
        var ran = program.Run("verify", program.Write("好.txt", Good));

        ran.ExitCode.ShouldBe(0, ran.Errors);
        ran.Output.ShouldContain("相符");
        ran.Output.ShouldContain("0 处差错");
        ran.Errors.ShouldBeEmpty();
    }

    [Fact]
    public void Verify_ReportThatDoesNotAddUp_Returns1AndShowsTheArithmetic()
    {
        var ran = program.Run("verify", program.Write("错.txt", Wrong));

        ran.ExitCode.ShouldBe(1);
        ran.Output.ShouldContain("60 + 25 + 3 = 88");
        ran.Output.ShouldContain("第 1 行");
    }

    [Fact]
    public void Verify_Quiet_LeavesOutWhatAgrees()
    {
        var ran = program.Run("verify", "--quiet", program.Write("好.txt", Good));

        ran.ExitCode.ShouldBe(0);
        ran.Output.ShouldNotContain("相符");
        ran.Output.ShouldContain("0 处差错");
    }

    [Fact]
    public void Verify_WhatCannotBeRead_Returns2AndStillChecksTheOthers()
    {
        program.Write("空.txt", "");
        program.Write("程序.txt", [0x7F, (byte)'E', (byte)'L', (byte)'F', 0, 1, 2]);
        program.Write("错.txt", Wrong);

        var ran = program.Run("verify", "空.txt", "程序.txt", "没有.txt", "错.txt");

        ran.ExitCode.ShouldBe(2);
        ran.Errors.ShouldContain("空.txt 是空文件");
        ran.Errors.ShouldContain("程序.txt 不是文本文件");
        ran.Errors.ShouldContain("没有文件 没有.txt");
        ran.Output.ShouldContain("60 + 25 + 3 = 88");
        ran.Output.ShouldContain("3 份读不出");
    }

    [Fact]
    public void Verify_FileOf100MB_IsRefusedBeforeItIsRead()
    {
        using (var file = File.Create(program.At("大.txt")))
            file.SetLength(100_000_000); // sparse: takes no room

        var ran = program.Run("verify", "大.txt");

        ran.ExitCode.ShouldBe(2);
        ran.Errors.ShouldContain("100 MB");
    }

    [Fact]
    public void Verify_Directory_ReadsEveryKindBelowItInOrder()
    {
        program.Write("报告/b/一.html", HtmlSourceTests.Page);
        program.Write("报告/a.docx", SampleDocx.Whole());
        program.Write("报告/c.txt", Encoding.UTF8.GetBytes(Wrong));
        program.Write("报告/~$a.docx", "锁");
        program.Write("报告/.藏.txt", Wrong);
        program.Write("报告/图.jpg", "图");

        var ran = program.Run("verify", "--json", "报告");

        ran.ExitCode.ShouldBe(1, ran.Errors);
        var files = JsonDocument.Parse(ran.Output).RootElement.EnumerateArray().ToList();
        files
            .Select(file => file.GetProperty("file").GetString())
            .ShouldBe([Path.Combine("报告", "a.docx"), Path.Combine("报告", "b", "一.html"), Path.Combine("报告", "c.txt")]);
        files.ShouldAllBe(file => file.GetProperty("figures").GetArrayLength() > 0);
    }

    [Fact]
    public void Verify_DirectoryWithoutReports_Returns2()
    {
        Directory.CreateDirectory(program.At("空目录"));

        var ran = program.Run("verify", "空目录");

        ran.ExitCode.ShouldBe(2);
        ran.Errors.ShouldContain("没有可核验的文件");
    }

    [Fact]
    public void Verify_Json_CountsCharactersOfTheTextAsRead()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        program.Write("国标.txt", Encoding.GetEncoding("GB18030").GetBytes("𠮷\r\n" + Wrong));

        var ran = program.Run("verify", "--json", "国标.txt");

        ran.ExitCode.ShouldBe(1);
        var file = JsonDocument.Parse(ran.Output).RootElement[0];
        file.EnumerateObject().Select(property => property.Name).ShouldBe(["file", "figures", "relations", "findings"]);
        var text = "𠮷\r\n" + Wrong;
        foreach (var figure in file.GetProperty("figures").EnumerateArray())
        {
            var numeral = figure.GetProperty("text").GetString()!;
            text.Substring(figure.GetProperty("start").GetInt32(), numeral.Length).ShouldBe(numeral);
        }
    }

    [Fact]
    public void Verify_ManyFiles_KeepsTheirOrder()
    {
        for (var i = 0; i < 60; i++)
            program.Write($"多/{i:D2}.txt", string.Concat(Enumerable.Repeat(Good, 1 + (i * 7 % 13 * 40))));

        var ran = program.Run("verify", "--json", "多");

        JsonDocument
            .Parse(ran.Output)
            .RootElement.EnumerateArray()
            .Select(file => file.GetProperty("file").GetString())
            .ShouldBe(Enumerable.Range(0, 60).Select(i => Path.Combine("多", $"{i:D2}.txt")));
    }

    [Fact]
    public void Verify_HtmlOfOneReport_WritesOnePage()
    {
        var ran = program.Run("verify", program.Write("错.txt", Wrong), "--html", "页.html");

        ran.ExitCode.ShouldBe(1);
        File.ReadAllText(program.At("页.html")).ShouldContain("class=\"bad\"");
        ran.Output.ShouldContain("已写入 页.html");
    }

    [Fact]
    public void Verify_HtmlOfSeveralReports_WritesAPageEachIntoADirectory()
    {
        program.Write("甲/报告.txt", Good);
        program.Write("乙/报告.txt", Wrong);

        var ran = program.Run("verify", "甲", "乙", "--html", "页");

        ran.ExitCode.ShouldBe(1, ran.Errors);
        Directory
            .GetFiles(program.At("页"))
            .Select(Path.GetFileName)
            .Order(StringComparer.Ordinal)
            .ShouldBe(["报告-2.html", "报告.html"]);
        File.ReadAllText(program.At("页", "报告.html")).ShouldNotContain("<li class=\"bad\">");
        File.ReadAllText(program.At("页", "报告-2.html")).ShouldContain("<li class=\"bad\">");
    }

    [Fact]
    public void Verify_HtmlOfSeveralReportsIntoAFile_IsRefused()
    {
        program.Write("页.html", "旧");

        var ran = program.Run("verify", program.Write("好.txt", Good), program.Write("错.txt", Wrong), "--html", "页.html");

        ran.ExitCode.ShouldBe(2);
        ran.Errors.ShouldContain("目录名");
        File.ReadAllText(program.At("页.html")).ShouldBe("旧");
    }

    [Fact]
    public void Verify_Csv_OpensInASpreadsheetWithoutRunningFormulas()
    {
        program.Write("=HYPERLINK(1).txt", Wrong);
        program.Write("@空.txt", "");

        var ran = program.Run("verify", "=HYPERLINK(1).txt", "@空.txt", "--csv", "表.csv");

        ran.ExitCode.ShouldBe(2);
        var bytes = File.ReadAllBytes(program.At("表.csv"));
        bytes.Take(3).ShouldBe(Encoding.UTF8.Preamble.ToArray());
        var lines = Encoding.UTF8.GetString(bytes.AsSpan(3)).Split("\r\n");
        lines[0].ShouldBe("文件,位置,起点,长度,结论,代码,原文,算式和说明");
        lines[1].ShouldStartWith("'=HYPERLINK(1).txt,第 1 行,");
        lines[1].ShouldContain("差错");
        lines[2].ShouldStartWith("'@空.txt,,,,读不出,");
        lines[^1].ShouldBeEmpty();
    }

    [Fact]
    public void Verify_Previous_ComparesWithLastYear()
    {
        program.Write("今年.txt", "全市新收行政复议案件120件，同比增长20%。\n");
        program.Write("去年.txt", "全市新收行政复议案件110件。\n");
        program.Write("对得上.txt", "全市新收行政复议案件100件。\n");

        program.Run("verify", "今年.txt", "--previous", "去年.txt").Output.ShouldContain("110");
        program.Run("verify", "今年.txt", "--previous", "对得上.txt").Output.ShouldContain("100");
    }

    [Fact]
    public void Verify_PreviousThatIsMissing_Returns2()
    {
        var ran = program.Run("verify", program.Write("好.txt", Good), "--previous", "没有.txt");

        ran.ExitCode.ShouldBe(2);
        ran.Errors.ShouldContain("--previous");
    }

    [Fact]
    public void Verify_ControlCharactersOfAReport_DoNotReachTheTerminal()
    {
        program.Write(
            "坏.txt",
            string.Concat(Enumerable.Repeat("说明文字。", 60)) + "\n" + Wrong.Replace("25件", "\u001b[2J25件")
        );

        program.Run("verify", "坏.txt").Output.ShouldNotContain('\u001b');
    }

    [Theory]
    [InlineData("verify", "--没有")]
    [InlineData("verify")]
    [InlineData("没有这个命令")]
    [InlineData("report", "annual", "--format", "pdf")]
    [InlineData("verify", "a.txt", "--csv")]
    public void Run_CommandThatIsMisspelt_Returns2WithWhereToLook(params string[] arguments)
    {
        var ran = program.Run(arguments);

        ran.ExitCode.ShouldBe(2);
        ran.Errors.ShouldContain("--help");
    }
}
