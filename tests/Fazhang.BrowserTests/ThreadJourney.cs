using System.IO.Compression;

namespace Fazhang.BrowserTests;

/// <summary>The thread through the whole house: a case is entered, accepted and mediated; the figure, the report and its exports follow.</summary>
public sealed class ThreadJourney(House house)
{
    [Fact]
    public async Task CaseMediated_FigureReportAndExportsFollow()
    {
        await using var clerk = await house.VisitAsync();
        var page = clerk.Page;
        await clerk.SignInAsync("fuyi");
        await clerk.ShouldBeAccessibleAsync();
        var before = await clerk.FigureAsync("reconsideration.case.mediated");
        var closedBefore = await clerk.FigureAsync("reconsideration.case.closed");

        await EnterAsync(clerk);
        await AcceptAsync(clerk);
        var number = await page.Locator("h1").InnerTextAsync();
        number.ShouldMatch("^大复〔2024〕[0-9]+号$");
        await MediateAsync(clerk);

        (await clerk.FigureAsync("reconsideration.case.mediated")).ShouldBe(before + 1);

        await page.GetByRole(AriaRole.Link, new() { Name = "年度报告", Exact = true }).ClickAsync();
        await clerk.ShouldBeAccessibleAsync();
        var report = await page.Locator("article.report").InnerTextAsync();
        var rate = Math.Round((before + 1) * 100m / (closedBefore + 1), 1, MidpointRounding.AwayFromZero);
        report.ShouldContain($"{before + 1}件");
        report.ShouldContain($"{rate:0.0}%");
        // The printed figures leave two questions open; an error would be one of ours.
        (await page.Locator(".beside").InnerTextAsync()).ShouldContain("0 处差错");
        (await page.Locator(".head .tag").First.InnerTextAsync()).ShouldContain("核验通过");

        await page.Locator("article.report a.n[data-figure='reconsideration.case.mediated']").First.ClickAsync();
        await clerk.ShouldBeAccessibleAsync();
        var figure = await page.Locator("main").InnerTextAsync();
        figure.ShouldContain("以行政复议调解书结案");
        figure.ShouldContain("2023 年");
        await page.Locator(".chart svg[role=img]").WaitForAsync();
        (await page.Locator(".records").InnerTextAsync()).ShouldContain(
            number,
            Case.Sensitive,
            "the new case stands behind the number"
        );

        await page.GetByRole(AriaRole.Link, new() { Name = "年度报告", Exact = true }).ClickAsync();
        await DownloadsAsync(page, (before + 1).ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private static async Task EnterAsync(Visitor clerk)
    {
        var page = clerk.Page;
        await page.GetByRole(AriaRole.Navigation)
            .GetByRole(AriaRole.Link, new() { Name = "行政复议案件", Exact = true })
            .ClickAsync();
        await clerk.ShouldBeAccessibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "新增" }).ClickAsync();
        await clerk.ShouldBeAccessibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await page.Locator("#errors").WaitForAsync();
        (await page.Locator("#errors li").CountAsync()).ShouldBeGreaterThan(4, "all errors at once");
        // The browser notes the status 422 of an invalid form in its console; that is not a complaint about the page.
        clerk.Complaints.RemoveAll(complaint => complaint.Contains("422", StringComparison.Ordinal));
        await clerk.ShouldBeAccessibleAsync();

        await page.GetByLabel("申请方式").SelectOptionAsync(new SelectOptionValue { Label = "当面提交" });
        await page.GetByLabel("申请人类别").SelectOptionAsync(new SelectOptionValue { Label = "公民" });
        await page.Locator("#f-applicant").FillAsync("海畔浏览器");
        await page.Locator("#f-respondent").SelectOptionAsync(new SelectOptionValue { Index = 5 });
        await page.GetByLabel("被申请人层级").SelectOptionAsync(new SelectOptionValue { Label = "政府工作部门" });
        await page.GetByLabel("行政行为类别").SelectOptionAsync(new SelectOptionValue { Label = "行政处罚" });
        await page.GetByLabel("行政管理领域").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.GetByLabel("复议请求").FillAsync("请求撤销罚款决定。");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await page.GetByText("已保存：登记").WaitForAsync();
        await clerk.ShouldBeAccessibleAsync();
    }

    private static async Task AcceptAsync(Visitor clerk)
    {
        var page = clerk.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "受理", Exact = true }).ClickAsync();
        await page.GetByLabel("承办人").FillAsync("丛立");
        await clerk.ShouldBeAccessibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "受理" }).ClickAsync();
        await page.GetByText("已保存：受理").WaitForAsync();
    }

    private static async Task MediateAsync(Visitor clerk)
    {
        var page = clerk.Page;
        await page.GetByText("其他操作").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "制作调解书" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "制作调解书" }).ClickAsync();
        await page.GetByText("已保存：制作调解书").WaitForAsync();
        await clerk.ShouldBeAccessibleAsync();
        (await page.Locator(".flow [aria-current=step]").InnerTextAsync()).ShouldContain("已审结");
    }

    private static async Task DownloadsAsync(IPage page, string number)
    {
        var html = await DownloadAsync(page, "HTML");
        (await File.ReadAllTextAsync(html)).ShouldContain($">{number}<");
        var docx = await DownloadAsync(page, "DOCX");
        await using var archive = await ZipFile.OpenReadAsync(docx);
        using var reader = new StreamReader(await archive.GetEntry("word/document.xml")!.OpenAsync());
        (await reader.ReadToEndAsync()).ShouldContain(number);
    }

    private static async Task<string> DownloadAsync(IPage page, string button)
    {
        var download = await page.RunAndWaitForDownloadAsync(() =>
            page.GetByRole(AriaRole.Link, new() { Name = button, Exact = true }).ClickAsync()
        );
        download.SuggestedFilename.ShouldContain("法治政府建设年度报告");
        return await download.PathAsync();
    }
}
