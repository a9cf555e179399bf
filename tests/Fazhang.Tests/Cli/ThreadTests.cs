using System.Text.Json;
using Fazhang.Tests.Demo;
using Shouldly;

namespace Fazhang.Tests.Cli;

/// <summary>Books with the demonstration, loaded once by the real command.</summary>
public sealed class DemoBooks : IDisposable
{
    public DemoBooks()
    {
        var ran = Program.Run("demo", "load", "dalian-2024", "--data", "账");
        ran.ExitCode.ShouldBe(0, ran.Errors);
    }

    internal Program Program { get; } = new();

    public void Dispose() => Program.Dispose();
}

/// <summary>The whole thread by command: load, figures, trial balance, report in every format, and the report verified.</summary>
public sealed class ThreadTests(DemoBooks books) : IClassFixture<DemoBooks>
{
    [Fact]
    public void Rebuild_AfterLoading_FindsADifferenceOfZero()
    {
        var ran = books.Program.Run("rebuild", "--compare", "--json", "--data", "账");

        ran.ExitCode.ShouldBe(0, ran.Output);
        var outcome = JsonDocument.Parse(ran.Output).RootElement;
        outcome.GetProperty("balanced").GetBoolean().ShouldBeTrue();
        outcome.GetProperty("records").GetInt64().ShouldBe(Dalian.Place.TotalRecords);
    }

    [Fact]
    public void Load_Again_AddsNothing()
    {
        var ran = books.Program.Run("demo", "load", "dalian-2024", "--data", "账");

        ran.ExitCode.ShouldBe(0);
        ran.Output.ShouldContain("没有新增记录");
    }

    [Fact]
    public void Figures_Json_AreThePublishedOnes() => PublishedFigures.ShouldBeIn(books.Program, "账");

    [Fact]
    public void Figures_OfAUnitThatIsNotThere_SaysHowToNameOne()
    {
        var ran = books.Program.Run("figures", "--unit", "没有这个单位", "--data", "账");

        ran.ExitCode.ShouldBe(2);
        ran.Errors.ShouldContain("没有单位");
    }

    [Theory]
    [InlineData("md")]
    [InlineData("html")]
    [InlineData("docx")]
    public void Report_InEachFormat_PassesTheChecker(string format)
    {
        var report = books.Program.Run(
            "report",
            "annual",
            "dalian",
            "--year",
            "2024",
            "--format",
            format,
            "--out",
            $"报告.{format}",
            "--data",
            "账"
        );
        report.ExitCode.ShouldBe(0, report.Errors);
        report.Errors.ShouldContain("可以送审");

        var ran = books.Program.Run("verify", "--json", $"报告.{format}");

        ran.ExitCode.ShouldBe(0, ran.Output);
        var figures = JsonDocument.Parse(ran.Output).RootElement[0].GetProperty("figures");
        figures.EnumerateArray().Select(figure => figure.GetProperty("value").GetDecimal()).ShouldContain(1516m);
    }

    [Fact]
    public void Report_Json_HoldsTheFigures()
    {
        var ran = books.Program.Run("report", "annual", "--format", "json", "--data", "账");

        ran.ExitCode.ShouldBe(0, ran.Errors);
        JsonDocument.Parse(ran.Output).RootElement.ValueKind.ShouldBe(JsonValueKind.Object);
        ran.Output.ShouldContain("reconsideration.case.received");
    }

    [Fact]
    public void Report_WithAFigureChangedByHand_IsQuestioned()
    {
        var report = books.Program.Run("report", "annual", "--format", "md", "--data", "账");
        books.Program.Write("原样.md", report.Output);
        report.Output.ShouldContain("受理法律援助案件2191件");
        books.Program.Write("改过.md", report.Output.Replace("援助案件2191件", "援助案件1219件"));

        // What the city itself published for a quarter only is asked about, and nothing else.
        FindingsOf("原样.md").ShouldAllBe(message => message.Contains("第三季度"));
        FindingsOf("改过.md").ShouldContain(message => message.Contains("2191") && message.Contains("1219"));
    }

    private List<string> FindingsOf(string file) =>
        [
            .. JsonDocument
                .Parse(books.Program.Run("verify", "--json", file).Output)
                .RootElement[0]
                .GetProperty("findings")
                .EnumerateArray()
                .Select(finding => finding.GetProperty("message").GetString()!),
        ];
}

/// <summary>The totals of the demonstration that are public.</summary>
internal static class PublishedFigures
{
    public static void ShouldBeIn(Program program, string data)
    {
        foreach (var year in Dalian.Place.Published.GroupBy(figure => figure.Year))
        {
            var ran = program.Run("figures", "--json", "--year", $"{year.Key}", "--data", data);
            ran.ExitCode.ShouldBe(0, ran.Errors);
            var values = JsonDocument
                .Parse(ran.Output)
                .RootElement.EnumerateArray()
                .ToDictionary(row => row.GetProperty("key").GetString()!, row => row.GetProperty("value"));
            foreach (var figure in year)
                Math.Round(values[figure.Indicator].GetDecimal(), figure.Decimals, MidpointRounding.AwayFromZero)
                    .ShouldBe(figure.Value, $"{figure.Indicator} {year.Key}");
        }
    }
}
