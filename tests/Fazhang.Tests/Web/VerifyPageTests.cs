using Shouldly;

namespace Fazhang.Tests.Web;

/// <summary>The verify page, open to everybody.</summary>
public sealed class VerifyPageTests
{
    [Fact]
    public async Task Text_ThatDoesNotAddUp_ComesBackMarkedWithItsArithmetic()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var browser = site.Browser();

        var answer = await browser.SubmitAsync(
            await browser.GetAsync("/verify"),
            "/verify",
            ("text", "全年共清理规范性文件97件，其中保留60件、修改20件、废止7件。")
        );

        answer.Status.ShouldBe(200);
        answer.All(".marked mark.bad").Count().ShouldBe(4);
        answer.One(".finding").TextContent.ShouldContain("60 + 20 + 7 = 87");
        answer.Words.ShouldContain("1 处差错");
        var place = answer.One(".finding a.place").GetAttribute("href")!;
        answer.All(place).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Text_WithMarkup_IsShownAsText()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var browser = site.Browser();

        var answer = await browser.SubmitAsync(
            await browser.GetAsync("/verify"),
            "/verify",
            ("text", "</textarea><script>alert(1)</script>受理12件，办结10件")
        );

        answer.All("script:not([src])").ShouldBeEmpty();
        answer.One(".marked").TextContent.ShouldContain("<script>alert(1)</script>");
    }

    [Fact]
    public async Task Text_Empty_SaysWhatToDo()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var browser = site.Browser();

        var answer = await browser.SubmitAsync(await browser.GetAsync("/verify"), "/verify", ("text", "  \n "));

        answer.Status.ShouldBe(422);
        answer.One("[role=alert]").TextContent.ShouldContain("还没有文字");
    }

    [Fact]
    public async Task Text_TooLarge_IsRefusedWithTheLimit()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var browser = site.Browser();
        var page = await browser.GetAsync("/verify");
        var token = page.One("input[name=token]").GetAttribute("value")!;
        // Multipart, as browsers do for large texts: urlencoded Chinese would be three times as long.
        var request = new HttpRequestMessage(HttpMethod.Post, "/verify")
        {
            Content = new MultipartFormDataContent
            {
                { new StringContent(token), "token" },
                { new StringContent(new string('字', 700_000)), "text" },
            },
        };

        var answer = await browser.SendAsync(request);

        answer.Status.ShouldBe(413);
        answer.Words.ShouldContain("2 MB");
    }
}
