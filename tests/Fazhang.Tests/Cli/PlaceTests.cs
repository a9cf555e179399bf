using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Fazhang.Core.Demo;
using Shouldly;

namespace Fazhang.Tests.Cli;

/// <summary>A demonstration place by command: its figures beside the published ones, and its report that follows its records.</summary>
public sealed class PlaceTests : IDisposable
{
    private const string Place = "lishan-2024";

    private readonly Program program = new();

    public void Dispose() => program.Dispose();

    [Fact]
    public void Compare_Json_GivesEachPublishedFigureWithWhatStandsBehindIt()
    {
        var ran = program.Run("demo", "compare", Place, "--json");

        ran.ExitCode.ShouldBe(0, ran.Errors);
        var figures = JsonDocument.Parse(ran.Output).RootElement.EnumerateArray().ToList();
        figures.Count.ShouldBe(57);
        foreach (var figure in figures)
        {
            figure.GetProperty("id").GetString()!.ShouldStartWith("ls");
            figure.GetProperty("agrees").GetBoolean().ShouldBeTrue();
            figure.GetProperty("source").GetString().ShouldBeOneOf("records", "return", "narrative");
            figure.GetProperty("indicator").GetString().ShouldNotBeNullOrEmpty();
            figure.GetProperty("printed").ValueKind.ShouldBe(JsonValueKind.Number);
            // Nothing stands behind a printed zero.
            (figure.GetProperty("count").GetInt64() > 0).ShouldBe(figure.GetProperty("live").GetDecimal() != 0);
        }
    }

    [Fact]
    public void Report_WithoutBooks_IsComposedFromTheDemonstration_AndAnotherPlacesBooksAreRefused()
    {
        var report = program.Run("report", "annual", Place, "--year", "2024", "--format", "md");

        report.ExitCode.ShouldBe(0, report.Errors);
        report.Output.ShouldStartWith("# 立山区2024年法治政府建设年度报告");
        Directory.Exists(program.At("data")).ShouldBeFalse("nothing is left behind");

        program.Run("demo", "load", Place, "--db", "账").ExitCode.ShouldBe(0);
        var refused = program.Run("report", "annual", "xiamen-2024", "--db", "账");
        refused.ExitCode.ShouldBe(2);
        refused.Errors.ShouldContain("不是“xiamen-2024”");
    }

    [Fact]
    public void Report_FollowsItsRecords_InEveryFormat()
    {
        program.Run("demo", "load", Place, "--db", "账").ExitCode.ShouldBe(0);
        var before = Received();
        foreach (var format in new[] { "md", "html", "docx" })
            Text(format).ShouldContain($"新收行政复议案件{before}件");

        program.Environment["FAZHANG_PASSWORD"] = DemoLoader
            .AccountsOf(program.At("账"))
            .Single(account => account.Login == "fuyi")
            .Password;
        var entered = program.Run(
            "record",
            "new",
            "reconsideration.case",
            "applied_on=2024-12-27",
            "channel=当面提交",
            "applicant_kind=公民",
            "申请人=孟小舟",
            "applicants=1",
            "respondent=立山区市场监督管理局",
            "respondent_level=政府工作部门",
            "act=行政处罚",
            "field=市场监管",
            "claim=请求撤销处罚决定。",
            "--as",
            "fuyi",
            "--db",
            "账"
        );

        entered.ExitCode.ShouldBe(0, entered.Errors);
        Received().ShouldBe(before + 1);
        foreach (var format in new[] { "md", "html", "docx" })
            Text(format).ShouldContain($"新收行政复议案件{before + 1}件");
    }

    private int Received() =>
        JsonDocument
            .Parse(program.Run("report", "annual", Place, "--year", "2024", "--format", "json", "--db", "账").Output)
            .RootElement.GetProperty("figures")
            .EnumerateArray()
            .First(figure => figure.GetProperty("key").GetString() == "reconsideration.case.received")
            .GetProperty("value")
            .GetInt32();

    /// <summary>The text of the report without its marks.</summary>
    private string Text(string format)
    {
        program.Run("report", "annual", Place, "--format", format, "--out", $"报告.{format}", "--db", "账").ExitCode.ShouldBe(0);
        if (format != "docx")
            return Regex.Replace(File.ReadAllText(program.At($"报告.{format}")), "<[^>]*>", "");
        using var docx = ZipFile.OpenRead(program.At("报告.docx"));
        using var part = docx.GetEntry("word/document.xml")!.Open();
        return string.Concat(
            XDocument.Load(part).Descendants().Where(element => element.Name.LocalName == "t").Select(element => element.Value)
        );
    }
}
