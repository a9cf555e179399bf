using AngleSharp.Html.Parser;
using Fazhang.Core.Reports;
using Markdig;
using Shouldly;
using Xunit;

namespace Fazhang.Tests.Reports;

public sealed class ReportExportTests
{
    private readonly SampleFigures figures = new();

    private static string Href(FigureRef figure) => $"/figures/{figure.Key}?year=2024&x=\"";

    [Fact]
    public void Html_OfTheAnnualReport_IsAsBefore() => GoldenFile.ShouldMatch("annual.html", HtmlReport.Page(figures.Compose()));

    [Fact]
    public void Markdown_OfTheAnnualReport_IsAsBefore() =>
        GoldenFile.ShouldMatch("annual.md", MarkdownReport.Write(figures.Compose()));

    [Fact]
    public void Json_OfTheAnnualReport_IsAsBefore() => GoldenFile.ShouldMatch("annual.json", JsonReport.Write(figures.Compose()));

    [Fact]
    public void Html_Figures_AreLinksToTheirKeyAndEncoded()
    {
        var document = new HtmlParser().ParseDocument(HtmlReport.Fragment(figures.Compose(), Href));

        var link = document.QuerySelector("a.n[data-figure='reconsideration.case.received']")!;
        link.TextContent.ShouldBe("1516");
        link.GetAttribute("href").ShouldBe("/figures/reconsideration.case.received?year=2024&x=\"");
        link.NextSibling!.TextContent.ShouldStartWith("件");
        document.QuerySelectorAll("h2").Length.ShouldBe(5);
        document.QuerySelector("#b0")!.LocalName.ShouldBe("h1");
    }

    [Fact]
    public void Html_TextOfThePage_IsThePlainTextOfTheReport()
    {
        var report = figures.Compose();
        var page = new HtmlParser().ParseDocument(HtmlReport.Page(report));

        string.Concat(page.QuerySelectorAll("article > *").Select(block => block.TextContent + "\n"))
            .ShouldBe(ReportText.Of(report).Text);
    }

    [Fact]
    public void Html_HostileNames_AreEncoded()
    {
        var variables = SampleFigures.Variables with { Place = "<script>alert(1)</script>" };
        var report = ReportComposer.Compose(figures.Read("# {place}\n\n在{place}。"), variables, figures.Source);

        HtmlReport.Page(report).ShouldNotContain("<script");
        new HtmlParser().ParseDocument(HtmlReport.Page(report)).Title.ShouldBe("<script>alert(1)</script>");
    }

    [Fact]
    public void Html_Marks_CutThroughWordsAndFigures()
    {
        var report = figures.Compose("# 报告\n\n新收{reconsideration.case.received}，余略。");
        var text = ReportText.Of(report).Text;
        var mark = new ReportMark(text.IndexOf("收15", StringComparison.Ordinal), 6, "bad", "合计不符");

        var page = new HtmlParser().ParseDocument(HtmlReport.Fragment(report, Href, [mark]));

        string.Concat(page.QuerySelectorAll("mark.bad").Select(part => part.TextContent)).ShouldBe("收1516件");
        page.QuerySelector("a.n mark")!.TextContent.ShouldBe("1516");
        page.QuerySelector("#b1")!.TextContent.ShouldBe("新收1516件，余略。");
    }

    [Fact]
    public void Markdown_ReadBack_SaysWhatThePlainTextSays()
    {
        var report = figures.Compose(
            "# 甲《乙》&“丙”\n\n3\\. \\*a\\* [b](c) #5 \\_x\\_ \\\\ ~d~ \\<e\\> 新收{reconsideration.case.received}。\n\n\\+ 号与\\- 号。"
        );

        var html = Markdown.ToHtml(MarkdownReport.Write(report));

        var page = new HtmlParser().ParseDocument(html);
        string.Concat(page.Body!.Children.Select(block => block.TextContent + "\n")).ShouldBe(ReportText.Of(report).Text);
        page.QuerySelectorAll("em, a, li, code").ShouldBeEmpty();
    }

    [Fact]
    public void Markdown_WithAddresses_LinksTheNumberOnly() =>
        MarkdownReport
            .Write(figures.Compose("# 报告\n\n新收{reconsideration.case.received}。"), figure => $"/f/{figure.Key}")
            .ShouldEndWith("新收[1516](</f/reconsideration.case.received>)件。\n");

    [Fact]
    public void Json_Places_PointAtTheFigureInTheText()
    {
        using var json = System.Text.Json.JsonDocument.Parse(JsonReport.Write(figures.Compose()));
        var text = json.RootElement.GetProperty("text").GetString()!;

        var all = json.RootElement.GetProperty("figures").EnumerateArray().ToList();
        all.Count.ShouldBeGreaterThan(30);
        foreach (var figure in all)
        {
            var (start, length) = (figure.GetProperty("start").GetInt32(), figure.GetProperty("length").GetInt32());
            text.Substring(start, length).ShouldBe(figure.GetProperty("text").GetString());
        }
    }
}
