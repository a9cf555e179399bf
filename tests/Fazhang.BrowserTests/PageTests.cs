namespace Fazhang.BrowserTests;

/// <summary>
/// Every page on a desk and on a phone: no barrier, nothing in the console, nothing wider than the screen. Pictures of all
/// of them are left in artifacts/screenshots to be looked at.
/// </summary>
public sealed class PageTests(House house)
{
    private static readonly (string Name, string Login, string Address)[] Pages =
    [
        ("login", "", "/login"),
        ("verify", "", "/verify"),
        ("workbench", "fuyi", "/"),
        ("workbench-head", "fuzeren", "/"),
        ("workbench-director", "juzhang", "/"),
        ("workbench-admin", "guanli", "/"),
        ("list", "fuyi", "/r/reconsideration.case"),
        ("list-behind", "fuyi", "/r/reconsideration.case?indicator=reconsideration.case.corrected&year=2024&unit=1&month=6"),
        ("list-return", "zhifa", "/r/enforcement.leniency_return"),
        ("list-documents", "wenjian", "/r/document.normative"),
        ("record", "fuyi", "/r/reconsideration.case/2600"),
        ("record-closed", "fuyi", "/r/reconsideration.case/1500"),
        ("new", "fuyi", "/r/reconsideration.case/new"),
        ("correct", "fuyi", "/r/reconsideration.case/2600/correct"),
        ("todo-clerk", "fuyi", "/todo"),
        ("deadlines", "juzhang", "/deadlines"),
        ("deadlines-clerk", "tiaojie", "/deadlines"),
        ("settings", "fuyi", "/settings"),
        ("import", "fuyi", "/r/reconsideration.case/import"),
        ("closings", "juzhang", "/closings"),
        ("delegations-admin", "guanli", "/delegations"),
        ("figures", "juzhang", "/figures"),
        ("figures-line", "juzhang", "/figures?line=mediation"),
        ("figures-search", "juzhang", "/figures?q=调解"),
        ("figure", "juzhang", "/figures/reconsideration.case.received"),
        ("figure-ratio", "juzhang", "/figures/reconsideration.case.mediation_rate"),
        ("figure-sum", "juzhang", "/figures/enforcement.leniency_return.amount"),
        ("report", "juzhang", "/report/2024"),
        ("balance", "shenji", "/balance"),
        ("search", "fuyi", "/search?q=中山"),
        ("definitions", "guanli", "/system/definitions"),
        ("definition", "guanli", "/system/definitions/mediation.case"),
    ];

    public static TheoryData<string, string, string> All
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var (name, login, address) in Pages)
                data.Add(name, login, address);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Page_OnDeskAndPhone_HasNoBarrierAndFits(string name, string login, string address)
    {
        foreach (var (width, height, suffix) in new[] { (1280, 860, ""), (390, 844, "-phone") })
        {
            await using var visitor = await house.VisitAsync(width, height, login);

            var response = await visitor.Page.GotoAsync(address);

            response!.Status.ShouldBe(200);
            await visitor.Page.ScreenshotAsync(
                new() { Path = Path.Combine(House.Pictures, name + suffix + ".png"), FullPage = true }
            );
            await visitor.ShouldBeAccessibleAsync();
            (await visitor.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
        }
    }

    [Fact]
    public async Task Menu_OnAPhone_OpensAndLeads()
    {
        await using var visitor = await house.VisitAsync(390, 844, "fuyi");
        await visitor.Page.GotoAsync("/");

        (await visitor.Page.Locator("#shelf").IsVisibleAsync()).ShouldBeFalse();
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "菜单" }).ClickAsync();
        await visitor.ShouldBeAccessibleAsync("#shelf");
        await visitor.Page.Locator("#shelf").GetByRole(AriaRole.Link, new() { Name = "数字", Exact = true }).ClickAsync();

        await visitor.Page.GetByRole(AriaRole.Heading, new() { Name = "数字", Exact = true }).WaitForAsync();
    }
}
