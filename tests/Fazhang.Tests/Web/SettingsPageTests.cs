using Shouldly;

namespace Fazhang.Tests.Web;

/// <summary>地方设置, as those who work with it read it.</summary>
public sealed class SettingsPageTests
{
    [Fact]
    public async Task ThePage_TellsValueSourceAndUse_ToEverybodySignedIn()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var page = await (await site.SignedInAsync("clerk")).GetAsync("/settings");

        page.Status.ShouldBe(200);
        var row = page.All("tr").Single(row => row.TextContent.Contains("normative_file"));
        row.TextContent.ShouldContain("15日");
        row.TextContent.ShouldContain("多数地方为印发之日起十五日");
        row.TextContent.ShouldContain("行政规范性文件·报送备案");
        row.TextContent.ShouldContain("启用时起");
        page.One(".shelf a[href='/settings']").GetAttribute("aria-current").ShouldBe("page");
        (await site.Browser().GetAsync("/settings")).Status.ShouldBe(302);
    }
}
