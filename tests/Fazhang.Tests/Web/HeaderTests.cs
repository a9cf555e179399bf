using Fazhang.Web.Hosting;
using Shouldly;

namespace Fazhang.Tests.Web;

/// <summary>What every page has in common.</summary>
public sealed class HeaderTests(LookedAtSite look) : IClassFixture<LookedAtSite>
{
    private static readonly (string Login, string Address)[] Pages =
    [
        ("", "/login"),
        ("", "/verify"),
        ("", "/nowhere"),
        ("head", "/"),
        ("head", "/r/reconsideration.case"),
        ("head", "/r/reconsideration.case/new"),
        ("head", "/r/reconsideration.case/1"),
        ("head", "/r/reconsideration.case/1/act/accept"),
        ("head", "/r/reconsideration.case/1/correct"),
        ("head", "/r/reconsideration.case/1/handover"),
        ("head", "/todo"),
        ("head", "/delegations"),
        ("head", "/r/enforcement.leniency_return"),
        ("head", "/r/enforcement.leniency_return/new"),
        ("head", "/figures"),
        ("head", "/figures/reconsideration.case.received"),
        ("head", "/figures/reconsideration.case.mediation_rate"),
        ("head", "/report/2024"),
        ("head", "/balance"),
        ("head", "/search?q=王小明"),
        ("head", "/system/definitions"),
        ("admin", "/"),
        ("admin", "/system/definitions"),
        ("admin", "/system/definitions/reconsideration.case"),
    ];

    public static TheoryData<string, string> All
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (login, address) in Pages)
                data.Add(login, address);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Page_HasStrictHeadersAndNothingInline(string login, string address)
    {
        var page = await look.GetAsync(login, address);

        page.Header("Content-Security-Policy").ShouldBe(SecurityHeaders.ContentPolicy);
        page.Header("X-Content-Type-Options").ShouldBe("nosniff");
        page.Header("Cache-Control").ShouldBe("no-store");
        page.Header("Server").ShouldBeNull();
        page.All("style, script:not([src]), [style], iframe, object, embed, base").ShouldBeEmpty();
        page.All("*")
            .SelectMany(element => element.Attributes)
            .Where(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal))
            .ShouldBeEmpty();
        page.All("[src], link[href]")
            .Select(element => element.GetAttribute("src") ?? element.GetAttribute("href")!)
            .ShouldAllBe(source => source.StartsWith("/assets/", StringComparison.Ordinal));
        page.All("a[href]")
            .Select(link => link.GetAttribute("href")!)
            .ShouldAllBe(link => link.StartsWith('/') || link.StartsWith('#'));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Page_IsWellMadeForThoseWhoDoNotSeeIt(string login, string address)
    {
        var page = await look.GetAsync(login, address);

        page.One("html").GetAttribute("lang").ShouldBe("zh-CN");
        page.Html.Title.ShouldEndWith(" · 法账");
        page.All("h1").Count(heading => heading.Closest("article") is null).ShouldBe(1, "one screen, one job");
        page.All("main").Count().ShouldBe(1);
        page.One("body > a").GetAttribute("href").ShouldBe("#desk");
        page.All("table")
            .Where(table => table.QuerySelector("caption") is null && table.Closest("article") is null)
            .ShouldBeEmpty();
        page.All("main table th").Where(cell => !cell.HasAttribute("scope")).ShouldBeEmpty();
        var ids = page.All("[id]").Select(element => element.Id).ToList();
        ids.ShouldBeUnique();
        page.All("input:not([type=hidden]), select, textarea")
            .Where(field =>
                field.Closest("label") is null
                && !field.HasAttribute("aria-label")
                && page.Html.QuerySelector($"label[for='{field.Id}']") is null
            )
            .ShouldBeEmpty();
        page.All("[aria-describedby]")
            .SelectMany(field => field.GetAttribute("aria-describedby")!.Split(' '))
            .Where(id => !ids.Contains(id))
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task Chinese_IsWrittenAsChinese()
    {
        await using var site = await SiteUnderTest.StartAsync();

        var page = await (await site.SignedInAsync("head")).GetAsync("/");

        page.Text.ShouldContain("我的工作台");
        page.Text.ShouldNotContain("&#x");
    }

    [Fact]
    public async Task Assets_MayBeKeptForEver_AndChangeTheirAddressWithTheirContent()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var browser = site.Browser();
        var page = await browser.GetAsync("/login");

        foreach (var address in page.All("[src], link[href]").Select(e => e.GetAttribute("src") ?? e.GetAttribute("href")!))
        {
            address.ShouldMatch("^/assets/site\\.(css|js)\\?v=[0-9a-f]{12}$|^/assets/icon\\.svg\\?v=[0-9a-f]{12}$");
            var asset = await browser.GetAsync(address);
            asset.Status.ShouldBe(200);
            asset.Header("Cache-Control").ShouldBe("public, max-age=31536000, immutable");
        }
    }

    [Fact]
    public async Task Health_AnswersWithoutSigningIn()
    {
        await using var site = await SiteUnderTest.StartAsync();

        var answer = await site.Browser().GetAsync("/health");

        answer.Status.ShouldBe(200);
        answer.Type.ShouldBe("application/json");
        answer.Text.ShouldContain("\"status\":\"ok\"");
    }
}
