using Shouldly;

namespace Fazhang.Tests.Web;

/// <summary>Personal fields on every surface: a canary value must not come out to those without the right.</summary>
public sealed class MaskingTests
{
    private const string Canary = "欧阳金丝雀";
    private const string Phone = "13800138427";

    private static async Task<string> EnterCanaryAsync(SiteUnderTest site, Browser clerk)
    {
        var address = WebCases.List + "/new";
        var typed = site.Application(Canary)
            .Append(("f.applicant_phone", Phone))
            .Append(("f.applicant_address", Canary + "路1号"));
        var answer = await clerk.SubmitAsync(await clerk.GetAsync(address), address, [.. typed]);
        return answer.Location!.Split('?')[0];
    }

    [Theory]
    [InlineData("auditor")]
    [InlineData("director")]
    public async Task PersonalValue_WithoutTheRight_AppearsNowhere(string login)
    {
        await using var site = await SiteUnderTest.StartAsync();
        var record = await EnterCanaryAsync(site, await site.SignedInAsync("clerk"));
        var browser = await site.SignedInAsync(login);
        var lists = new[]
        {
            "/",
            WebCases.List,
            record,
            "/figures/reconsideration.case.received",
            WebCases.List + "?indicator=reconsideration.case.received&year=2024&unit=1",
        };

        foreach (var address in lists)
        {
            var page = await browser.GetAsync(address);
            page.Status.ShouldBe(200, address);
            page.Text.ShouldNotContain(Canary, Case.Sensitive, address);
            page.Text.ShouldNotContain(Phone, Case.Sensitive, address);
        }
        (await browser.GetAsync(record)).Words.ShouldContain("欧某某");
        (await browser.GetAsync(record + "/correct")).Status.ShouldBe(403);
    }

    [Theory]
    [InlineData("auditor", false)]
    [InlineData("clerk", true)]
    public async Task Search_ForAPersonalValue_FindsOnlyWithTheRight(string login, bool finds)
    {
        await using var site = await SiteUnderTest.StartAsync();
        await EnterCanaryAsync(site, await site.SignedInAsync("clerk"));
        var browser = await site.SignedInAsync(login);
        var word = Uri.EscapeDataString("金丝雀");

        foreach (var address in new[] { "/search?q=" + word, WebCases.List + "?q=" + word })
        {
            var page = await browser.GetAsync(address);
            page.Status.ShouldBe(200);
            page.All(".records tbody tr").Any().ShouldBe(finds, address);
            page.Text.ShouldNotContain(Canary, Case.Sensitive, "a list is masked for everybody");
        }
    }

    [Fact]
    public async Task PersonalValue_IsRevealedOnlyOnRequest_AndTheLookIsJournaled()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var clerk = await site.SignedInAsync("clerk");
        var record = await EnterCanaryAsync(site, clerk);

        var page = await clerk.GetAsync(record);
        var revealed = await clerk.SubmitAsync(page, record + "/personal");
        var after = await clerk.GetAsync(record);

        page.Text.ShouldNotContain(Canary);
        revealed.Status.ShouldBe(200);
        revealed.Words.ShouldContain(Canary);
        revealed.Words.ShouldContain(Phone);
        after.Text.ShouldNotContain(Canary);
        after.One(".history").TextContent.ShouldContain("查看个人信息");
    }

    [Fact]
    public async Task Reveal_WithoutTheRight_IsRefusedAndNotOffered()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var record = await EnterCanaryAsync(site, await site.SignedInAsync("clerk"));
        var auditor = await site.SignedInAsync("auditor");
        var page = await auditor.GetAsync(record);

        // A token of another form of the page: what counts is the right, not the button.
        var token = page.One("input[name=token]").GetAttribute("value")!;
        var answer = await auditor.PostAsync(record + "/personal", ("token", token));

        page.All("form[action$='/personal']").ShouldBeEmpty();
        answer.Status.ShouldBe(403);
        answer.Text.ShouldNotContain(Canary);
    }

    [Fact]
    public async Task CorrectionForm_ShowsPersonalFields_AndThatIsALook()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var clerk = await site.SignedInAsync("clerk");
        var record = await EnterCanaryAsync(site, clerk);

        var form = await clerk.GetAsync(record + "/correct");

        form.One("#f-applicant").GetAttribute("value").ShouldBe(Canary);
        (await clerk.GetAsync(record)).One(".history").TextContent.ShouldContain("查看个人信息");
    }
}
