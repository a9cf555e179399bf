using Fazhang.Tests.Books;
using Fazhang.Web.Parts;
using Shouldly;

namespace Fazhang.Tests.Web;

/// <summary>Figures, the report and the trial balance through the pages.</summary>
public sealed class FigurePageTests
{
    private const string Received = "/figures/reconsideration.case.received";

    [Fact]
    public async Task Figure_MonthNumber_LeadsToThatMonthsCases()
    {
        await using var site = await SiteUnderTest.StartAsync();
        site.Test.Enter(on: new DateOnly(2024, 3, 5), applicant: "三月人");
        site.Test.Enter(on: new DateOnly(2024, 5, 5), applicant: "五月人");
        var clerk = await site.SignedInAsync("clerk");

        var figure = await clerk.GetAsync(Received + "?year=2024");
        var march = await clerk.GetAsync(figure.One(".months tbody tr td:nth-child(4) a").GetAttribute("href")!);

        figure.One(".hero b").TextContent.ShouldContain("2");
        figure.One("svg[role=img]").GetAttribute("aria-label")!.ShouldContain("新收行政复议案件");
        march.All(".records tbody tr").Count().ShouldBe(1);
        march.Words.ShouldContain("2024年3月");
        march.Words.ShouldContain("三某某");
    }

    [Fact]
    public async Task Workbench_ComparesWithCompleteYearsOnly()
    {
        await using var site = await SiteUnderTest.StartAsync();
        site.Test.Enter(on: new DateOnly(2023, 2, 7));
        site.Test.Enter(on: new DateOnly(2024, 2, 7));
        var clerk = await site.SignedInAsync("clerk");
        (await clerk.GetAsync("/")).Words.ShouldContain("去年同期 1");

        Core.Figures.CompleteYears.Set(site.Test.Books, site.Test.Actor("admin"), 2024);

        var workbench = (await clerk.GetAsync("/")).Words;
        workbench.ShouldNotContain("去年同期");
        workbench.ShouldContain("去年没有完整的数据");
    }

    [Fact]
    public async Task Figure_QuarterAndCumulative_LeadToTheirCases()
    {
        await using var site = await SiteUnderTest.StartAsync();
        foreach (var month in new[] { 2, 5, 6, 11 })
            site.Test.Enter(on: new DateOnly(2024, month, 8));
        var clerk = await site.SignedInAsync("clerk");

        var figure = await clerk.GetAsync(Received + "?year=2024");
        var spans = figure.All("table.months").Last().QuerySelectorAll("tbody tr:first-child td").ToList();
        var half = await clerk.GetAsync(spans[4].QuerySelector("a")!.GetAttribute("href")!);

        spans.Select(cell => cell.TextContent.Trim()).ShouldBe(["1", "2", "0", "1", "3", "1", "3", "4"]);
        half.All(".records tbody tr").Count().ShouldBe(3);
        half.Words.ShouldContain("2024年1至6月");
        (
            await clerk.GetAsync("/r/reconsideration.case?indicator=reconsideration.case.received&year=2024&month=6-2")
        ).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Figure_PerTenThousand_OfTheUnitItself_IsPerTenThousandToo()
    {
        await using var site = await SiteUnderTest.StartAsync(KindsOfFigures.Load());
        var day = new DateOnly(2024, 3, 5);
        site.Test.Add(site.Test.City, day, ("outcome", "won"), ("closed_on", "2024-03-06"));
        site.Test.Add(site.Test.City, day);
        site.Test.Add(site.Test.East, day, ("outcome", "won"), ("closed_on", "2024-03-06"));

        var page = await (await site.SignedInAsync("head")).GetAsync($"/figures/{KindsOfFigures.Case}.density?year=2024");

        var own = page.All("tr").Single(row => row.QuerySelector("th")?.TextContent.Trim() == "示范市本级");
        own.TextContent.ShouldContain("5,000");
    }

    [Fact]
    public async Task Figure_ByUnit_AddsUpToTheWhole()
    {
        await using var site = await SiteUnderTest.StartAsync();
        site.Test.Enter(unit: site.Test.City);
        site.Test.Enter(unit: site.Test.East);
        site.Test.Enter(unit: site.Test.Town);

        var figure = await (await site.SignedInAsync("clerk")).GetAsync(Received + "?year=2024");

        var rows = figure
            .All("[aria-label=按单位] tbody tr")
            .Select(row => row.Children[0].TextContent + row.Children[1].TextContent.Trim());
        rows.ShouldBe(["示范市本级1", "甲区2"]);
    }

    [Fact]
    public async Task Figure_OfAUnitsClerk_IsThatUnits()
    {
        await using var site = await SiteUnderTest.StartAsync();
        site.Test.Enter(unit: site.Test.City);
        site.Test.Enter(unit: site.Test.East);

        var figure = await (await site.SignedInAsync("east")).GetAsync(Received);

        figure.One(".hero b").TextContent.ShouldContain("1");
        figure
            .All("select[name=unit] option")
            .Select(option => option.TextContent.Trim('　'))
            .ShouldBe(["甲区", "甲区东街司法所"]);
    }

    [Fact]
    public async Task Catalogue_LastYearWithoutData_IsUnknownNotZero()
    {
        await using var site = await SiteUnderTest.StartAsync();
        site.Test.Enter(on: new DateOnly(2024, 3, 5));

        var page = await (await site.SignedInAsync("clerk")).GetAsync("/figures");

        var row = page.All(".catalogue tbody tr").First(row => row.TextContent.Contains("新收行政复议案件"));
        row.Children[1].TextContent.ShouldContain("1");
        row.Children[2].TextContent.ShouldBe("—");
    }

    [Fact]
    public async Task Report_EveryFigure_IsALinkToItsPage()
    {
        await using var site = await SiteUnderTest.StartAsync();
        site.Test.Mediate(site.Test.Accept(site.Test.Enter()));
        var clerk = await site.SignedInAsync("clerk");

        var report = await clerk.GetAsync("/report/2024");

        report.Status.ShouldBe(200);
        var links = report.All("article.report a.n").ToList();
        links.Count.ShouldBeGreaterThan(3);
        foreach (var address in links.Select(link => link.GetAttribute("href")!).Distinct())
            (await clerk.GetAsync(address)).Status.ShouldBe(200, address);
        links.Select(link => link.GetAttribute("href")).ShouldContain("/figures/reconsideration.case.mediated?year=2024&unit=1");
        report.Words.ShouldContain("必备内容");
    }

    [Theory]
    [InlineData("html", "text/html")]
    [InlineData("md", "text/markdown")]
    [InlineData("json", "application/json")]
    [InlineData("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    public async Task Report_Export_IsAFileWithItsTitle(string format, string type)
    {
        await using var site = await SiteUnderTest.StartAsync();
        site.Test.Mediate(site.Test.Accept(site.Test.Enter()));

        var answer = await (await site.SignedInAsync("clerk")).GetAsync("/report/2024/export." + format);

        answer.Status.ShouldBe(200);
        answer.Type.ShouldBe(type);
        Uri.UnescapeDataString(answer.Header("Content-Disposition")!).ShouldContain($"法治政府建设年度报告.{format}");
        answer.Text.Length.ShouldBeGreaterThan(500);
    }

    [Fact]
    public async Task Balance_Recomputed_ShowsADifferenceOfZero_AndOneThatIsNot()
    {
        await using var site = await SiteUnderTest.StartAsync();
        site.Test.Accept(site.Test.Enter());
        site.Test.Books.Fold();
        var head = await site.SignedInAsync("head");

        var before = await head.GetAsync("/balance");
        var zero = await head.SaveAsync(before, "/balance");
        site.Test.Books.Write(
            (connection, transaction) =>
                Dapper.SqlMapper.Execute(
                    connection,
                    "UPDATE cell_own SET value = value + 1 WHERE month = 202412",
                    transaction: transaction
                )
        );
        var wrong = await head.SaveAsync(zero, "/balance");

        zero.Words.ShouldContain("1 条记录");
        zero.Words.ShouldContain("差额 0");
        wrong.Words.ShouldContain("处不符");
        wrong.Words.ShouldContain("reconsideration.case.received");
    }

    [Fact]
    public async Task Balance_ByARoleWithoutTheRight_IsRefused()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var clerk = await site.SignedInAsync("clerk");
        var token = (await clerk.GetAsync("/")).One("input[name=token]").GetAttribute("value")!;

        (await clerk.PostAsync("/balance", ("token", token))).Status.ShouldBe(403);
    }

    [Theory]
    [InlineData(0, true, 1)]
    [InlineData(3, true, 3)]
    [InlineData(7, true, 8)]
    [InlineData(196, true, 200)]
    [InlineData(200, true, 200)]
    [InlineData(15_301_000, true, 20_000_000)]
    public void ChartScale_EndsAtARoundNumberNotBelowTheLargest(int largest, bool whole, int top)
    {
        var scale = ChartScale.For(largest, whole);

        scale.Top.ShouldBe(top);
        scale.Marks.Count().ShouldBeInRange(2, 6);
    }

    [Fact]
    public void ChartScale_OfAnySize_CoversTheValueWithFewMarks()
    {
        for (var value = 0.01m; value < 10_000_000; value *= 1.37m)
        {
            var scale = ChartScale.For(value, wholeNumbers: false);
            scale.Top.ShouldBeGreaterThanOrEqualTo(value);
            scale.Top.ShouldBeLessThan(value * 2.01m);
            scale.Marks.Count().ShouldBeInRange(2, 6);
        }
    }
}
