namespace Fazhang.BrowserTests;

/// <summary>A decision goes from the clerk over the head to the director; on a desk and on a phone nothing bars the way.</summary>
public sealed class FlowJourney(House house)
{
    [Fact]
    public async Task ADecision_IsPutUp_AgreedTo_AndSigned()
    {
        await using var clerk = await house.VisitAsync(login: "fuyi");
        await EnterAsync(clerk);
        await clerk.Page.GetByRole(AriaRole.Link, new() { Name = "受理", Exact = true }).ClickAsync();
        await clerk.Page.Locator("#f-handler").FillAsync("丛立");
        await clerk.Page.GetByRole(AriaRole.Button, new() { Name = "受理", Exact = true }).ClickAsync();
        var record = clerk.Page.Url.Split('?')[0];

        await clerk.Page.GetByRole(AriaRole.Link, new() { Name = "行政复议受理通知书" }).ClickAsync();
        await clerk.Page.GetByRole(AriaRole.Button, new() { Name = "显示个人信息" }).ClickAsync();
        (await clerk.Page.Locator("article").InnerTextAsync()).ShouldContain("海畔流程：");
        await LookAsync(clerk, "document");

        await clerk.Page.GotoAsync(record + "/act/decide");
        await clerk.Page.Locator("#f-outcome").SelectOptionAsync(new SelectOptionValue { Label = "维持" });
        await clerk.Page.GetByRole(AriaRole.Button, new() { Name = "作出复议决定" }).ClickAsync();
        await clerk.Page.GetByRole(AriaRole.Heading, new() { Name = "待审批：作出复议决定" }).WaitForAsync();
        await LookAsync(clerk, "record-pending");

        await using var head = await house.VisitAsync(login: "fuzeren");
        await head.Page.GotoAsync("/todo");
        await LookAsync(head, "todo");
        await head.Page.GetByRole(AriaRole.Link, new() { Name = "审批 大复" }).First.ClickAsync();
        await LookAsync(head, "record-to-decide");
        await head.Page.GetByLabel("意见（可以不填）").FillAsync("事实清楚，同意。");
        await head.Page.GetByRole(AriaRole.Button, new() { Name = "同意", Exact = true }).ClickAsync();
        await head.Page.GotoAsync(record + "/handover");
        (await head.Page.Locator("main").InnerTextAsync()).ShouldContain("移交");
        await LookAsync(head, "handover");
        await head.Page.GotoAsync("/delegations");
        await LookAsync(head, "delegations");

        await using var director = await house.VisitAsync(390, 844, "juzhang");
        await director.Page.GotoAsync(record);
        await director.ShouldBeAccessibleAsync();
        await director.Page.ScreenshotAsync(
            new() { Path = Path.Combine(House.Pictures, "record-to-sign-phone.png"), FullPage = true }
        );
        await director.Page.GetByRole(AriaRole.Button, new() { Name = "同意", Exact = true }).ClickAsync();
        (await director.Page.Locator("main .head").First.InnerTextAsync()).ShouldContain("已审结");
        (await director.Page.Locator("ol.history").InnerTextAsync()).ShouldContain("提请审批“作出复议决定”");
    }

    private static async Task LookAsync(Visitor visitor, string name)
    {
        foreach (var (width, suffix) in new[] { (390, "-phone"), (1280, "") })
        {
            await visitor.Page.SetViewportSizeAsync(width, 860);
            await visitor.Page.ScreenshotAsync(
                new() { Path = Path.Combine(House.Pictures, name + suffix + ".png"), FullPage = true }
            );
            (await visitor.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(
                width,
                name
            );
        }
        await visitor.ShouldBeAccessibleAsync();
    }

    private static async Task EnterAsync(Visitor clerk)
    {
        var page = clerk.Page;
        await page.GotoAsync("/r/reconsideration.case/new");
        await page.GetByLabel("申请方式").SelectOptionAsync(new SelectOptionValue { Label = "当面提交" });
        await page.GetByLabel("申请人类别").SelectOptionAsync(new SelectOptionValue { Label = "公民" });
        await page.Locator("#f-applicant").FillAsync("海畔流程");
        await page.Locator("#f-respondent").SelectOptionAsync(new SelectOptionValue { Index = 5 });
        await page.GetByLabel("被申请人层级").SelectOptionAsync(new SelectOptionValue { Label = "政府工作部门" });
        await page.GetByLabel("行政行为类别").SelectOptionAsync(new SelectOptionValue { Label = "行政处罚" });
        await page.GetByLabel("行政管理领域").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.GetByLabel("复议请求").FillAsync("请求撤销罚款决定。");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await page.Locator("ol.history").WaitForAsync();
    }
}
