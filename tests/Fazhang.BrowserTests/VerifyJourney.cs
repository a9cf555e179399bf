namespace Fazhang.BrowserTests;

/// <summary>Somebody without an account has a report checked.</summary>
public sealed class VerifyJourney(House house)
{
    [Fact]
    public async Task TextThatDoesNotAddUp_ComesBackMarked_AndCorrectedIsClean()
    {
        await using var reader = await house.VisitAsync();
        var page = reader.Page;
        await page.GotoAsync("/login");
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "核验一份报告" }).ClickAsync();
        await reader.ShouldBeAccessibleAsync();

        await page.GetByLabel("报告文字").FillAsync("全年共清理规范性文件97件，保留60件、修改20件、废止7件。");
        await page.GetByRole(AriaRole.Button, new() { Name = "核验", Exact = true }).ClickAsync();

        await page.GetByText("1 处差错").WaitForAsync();
        (await page.Locator("mark.bad").AllInnerTextsAsync()).Take(4).ShouldBe(["97", "60", "20", "7"]);
        (await page.Locator(".finding").InnerTextAsync()).ShouldContain("60 + 20 + 7 = 87");
        await reader.ShouldBeAccessibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "看原文" }).ClickAsync();
        page.Url.ShouldEndWith("#f0");

        await page.GetByLabel("报告文字").FillAsync("全年共清理规范性文件87件，保留60件、修改20件、废止7件。");
        await page.GetByRole(AriaRole.Button, new() { Name = "核验", Exact = true }).ClickAsync();

        await page.GetByText("0 处差错").WaitForAsync();
        (await page.Locator(".marked mark.ok").CountAsync()).ShouldBe(4);
        await reader.ShouldBeAccessibleAsync();
    }
}
