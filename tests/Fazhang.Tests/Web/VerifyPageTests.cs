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
            ("text", "全年共清理规范性文件97件，保留60件、修改20件、废止7件。")
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

    [Fact]
    public async Task Files_OfTwoYears_StandSideBySideWithTheMetricsTheyShare()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var browser = site.Browser();

        var answer = await UploadAsync(
            browser,
            null,
            ("b.txt", Utf8("某市2024年法治政府建设年度报告\n全年受理法律援助案件1250件，同比增长25%。")),
            (
                "a.html",
                Utf8(
                    "<html><body><article><h1>某市2023年法治政府建设年度报告</h1><p>全年受理法律援助案件800件。</p></article></body></html>"
                )
            )
        );

        answer.Status.ShouldBe(200);
        answer.All(".years .marked").Count().ShouldBe(2);
        answer.All("table thead th").Select(cell => cell.TextContent).ShouldBe(["指标", "2023", "2024", "单位"]);
        answer.All("table tbody td.num").Select(cell => cell.TextContent).ShouldBe(["800", "1250"]);
        answer.All("[id]").Select(element => element.Id).ShouldBeUnique("two texts on one page have ids of their own");
        answer
            .One(".years section:nth-child(2) .finding")
            .TextContent.ShouldContain("800", customMessage: "1250 over 800 is not 25 %");
    }

    [Fact]
    public async Task Files_ThatCannotBeRead_AreNamedAndTheOthersChecked()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var browser = site.Browser();

        var answer = await UploadAsync(
            browser,
            null,
            ("坏.docx", [0x50, 0x4B, 3, 4, 1, 2, 3]),
            ("好.txt", Utf8("办结12件，其中调解7件、决定5件。"))
        );
        var none = await UploadAsync(browser, null, ("图.txt", [0, 1, 2, 3, 0, 0]));

        answer.Status.ShouldBe(200);
        answer.One("[role=alert]").TextContent.ShouldContain("坏.docx");
        answer.All(".marked").ShouldHaveSingleItem();
        none.Status.ShouldBe(422);
        none.One("[role=alert]").TextContent.ShouldContain("图.txt");
    }

    [Fact]
    public async Task Download_OfOneReport_IsASelfContainedPage()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var browser = site.Browser();

        var answer = await UploadAsync(browser, "html", ("报告.txt", Utf8("保留60件、修改20件、废止7件，共计97件。<b>")));

        (answer.Status, answer.Type).ShouldBe((200, "text/html"));
        answer.Header("Content-Disposition")!.ShouldStartWith("attachment");
        answer.Text.ShouldContain("&lt;b&gt;");
        answer.All("script, link[rel=stylesheet], img[src^=http]").ShouldBeEmpty();
    }

    [Fact]
    public async Task Api_AnswersWithTheMachineForm_AndRefusesInWords()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var browser = site.Browser();
        Task<Answer> Post(byte[] body, string name) =>
            browser.SendAsync(
                new HttpRequestMessage(HttpMethod.Post, "/api/v1/verify?name=" + name) { Content = new ByteArrayContent(body) }
            );

        var good = await Post(Utf8("全年共清理文件97件，保留60件、修改20件、废止7件。"), "a.txt");
        var asCurlSends = new ByteArrayContent(Utf8("办结12件，其中调解7件、决定5件。"));
        asCurlSends.Headers.ContentType = new("application/x-www-form-urlencoded");
        var curl = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/api/v1/verify") { Content = asCurlSends });
        curl.Text.ShouldContain("\"report.txt\"");
        var empty = await Post([], "b.txt");
        var binary = await Post([0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 0], "c.png");

        good.Status.ShouldBe(200);
        using var json = System.Text.Json.JsonDocument.Parse(good.Text);
        var report = json.RootElement.EnumerateArray().ShouldHaveSingleItem();
        report.GetProperty("file").GetString().ShouldBe("a.txt");
        report.GetProperty("figures").GetArrayLength().ShouldBe(4);
        report.GetProperty("findings")[0].GetProperty("level").GetString().ShouldBe("error");
        empty.Status.ShouldBe(422);
        binary.Status.ShouldBe(422);
        binary.Text.ShouldContain("error");
    }

    private static byte[] Utf8(string text) => System.Text.Encoding.UTF8.GetBytes(text);

    private static async Task<Answer> UploadAsync(Browser browser, string? button, params (string Name, byte[] Bytes)[] files)
    {
        var page = await browser.GetAsync("/verify");
        var content = new MultipartFormDataContent
        {
            { new StringContent(page.One("input[name=token]").GetAttribute("value")!), "token" },
            { new StringContent(""), "text" },
        };
        if (button is not null)
            content.Add(new StringContent(button), "as");
        foreach (var (name, bytes) in files)
            content.Add(new ByteArrayContent(bytes), "files", name);
        return await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/verify") { Content = content });
    }
}
