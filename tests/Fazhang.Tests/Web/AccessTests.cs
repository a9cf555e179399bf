using Fazhang.Web.Access;
using Shouldly;

namespace Fazhang.Tests.Web;

/// <summary>Who comes in, and who is turned away with which words.</summary>
public sealed class AccessTests(LookedAtSite look) : IClassFixture<LookedAtSite>
{
    public static TheoryData<string> StaffPages =>
        [
            "/",
            "/r/reconsideration.case",
            "/r/reconsideration.case?q=x",
            "/r/reconsideration.case/new",
            "/r/reconsideration.case/1",
            "/r/reconsideration.case/1/act/accept",
            "/r/reconsideration.case/1/correct",
            "/r/reconsideration.case/1/handover",
            "/r/reconsideration.case/1/doc/1",
            "/todo",
            "/deadlines",
            "/delegations",
            "/figures",
            "/figures/reconsideration.case.received",
            "/report/2024",
            "/report/2024/export.docx",
            "/balance",
            "/search?q=王小",
            "/system/definitions",
            "/system/definitions/reconsideration.case",
        ];

    [Theory]
    [MemberData(nameof(StaffPages))]
    public async Task StaffPage_NotSignedIn_LeadsToSignInAndBack(string address)
    {
        var answer = await look.GetAsync("", address);

        answer.Status.ShouldBe(302);
        answer.Location.ShouldBe(
            "/login?next=" + Uri.EscapeDataString(Uri.UnescapeDataString(address).Replace("王小", "%E7%8E%8B%E5%B0%8F"))
        );
        answer.Text.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("admin", "/r/reconsideration.case", "系统管理员申请")]
    [InlineData("admin", "/r/reconsideration.case/1", "系统管理员申请")]
    [InlineData("admin", "/figures", "系统管理员申请")]
    [InlineData("admin", "/figures/reconsideration.case.received", "系统管理员申请")]
    [InlineData("admin", "/report/2024", "系统管理员申请")]
    [InlineData("admin", "/report/2024/export.html", "系统管理员申请")]
    [InlineData("auditor", "/r/reconsideration.case/new", "请联系")]
    [InlineData("clerk", "/balance", "请联系")]
    [InlineData("clerk", "/system/definitions", "请联系")]
    [InlineData("head", "/system/definitions/reconsideration.case", "请联系")]
    [InlineData("east", "/figures?unit=1", "请联系")]
    public async Task StaffPage_WithoutTheRight_SaysWhomToAsk(string login, string address, string words)
    {
        var answer = await look.GetAsync(login, address);

        answer.Status.ShouldBe(403);
        answer.Words.ShouldContain("没有权限");
        answer.Words.ShouldContain(words);
    }

    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/r/no.register")]
    [InlineData("/r/reconsideration.case/999999")]
    [InlineData("/r/reconsideration.case/abc")]
    [InlineData("/r/reconsideration.case?indicator=no.such&year=2024")]
    [InlineData("/r/reconsideration.case?unit=999")]
    [InlineData("/figures/no.such.figure")]
    [InlineData("/figures?year=abc")]
    [InlineData("/figures?unit=999")]
    [InlineData("/report/1066")]
    [InlineData("/report/2024/export.exe")]
    [InlineData("/system/nothing")]
    [InlineData("/assets/none.css")]
    public async Task Address_Unknown_IsAPageThatSaysSo(string address)
    {
        var answer = await look.GetAsync("head", address);

        answer.Status.ShouldBe(404);
        answer.One("main h1").TextContent.ShouldStartWith("没有");
    }

    [Fact]
    public async Task RecordOfAnotherUnit_IsMissing_NotRefused()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var record = await site.EnterAsync(await site.SignedInAsync("clerk"));
        var east = await site.SignedInAsync("east");

        (await east.GetAsync(record)).Status.ShouldBe(404, "its existence is not told either");
        (await east.GetAsync(record + "/correct")).Status.ShouldBe(404);
        (await east.GetAsync(WebCases.List)).Words.ShouldNotContain("王某某");
    }

    [Theory]
    [InlineData("clerk", "wrong-password")]
    [InlineData("nobody", "wrong-password")]
    public async Task SignIn_Wrong_SaysTheSameForLoginAndPassword(string login, string password)
    {
        await using var site = await SiteUnderTest.StartAsync();
        var browser = site.Browser();

        var answer = await browser.SubmitAsync(
            await browser.GetAsync("/login"),
            "/login",
            ("login", login),
            ("password", password)
        );

        answer.Status.ShouldBe(422);
        answer.One("[role=alert]").TextContent.ShouldBe("账户或密码不对。请核对后重试；注意大小写。");
        answer.One("input[name=login]").GetAttribute("value").ShouldBe(login);
        answer.Text.ShouldNotContain(password);
    }

    [Fact]
    public async Task SignIn_AfterFiveFailures_WaitsAQuarterOfAnHour()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var browser = site.Browser();
        var page = await browser.GetAsync("/login");
        for (var i = 0; i < LoginThrottle.PerLogin; i++)
            (await browser.SubmitAsync(page, "/login", ("login", "clerk"), ("password", "guess" + i))).Status.ShouldBe(422);

        var blocked = await browser.SubmitAsync(page, "/login", ("login", "clerk"), ("password", SiteUnderTest.Password));
        site.Test.Clock.Instant += LoginThrottle.Window + TimeSpan.FromSeconds(1);
        var later = await browser.SubmitAsync(page, "/login", ("login", "clerk"), ("password", SiteUnderTest.Password));

        blocked.Status.ShouldBe(429);
        blocked.Words.ShouldContain("15 分钟后再试");
        later.Status.ShouldBe(302);
    }

    [Theory]
    [InlineData("/figures?year=2024", "/figures?year=2024")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("/a\\..\\\\evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("/\t/evil.example", "/")]
    public async Task SignIn_NextAddress_StaysOnThisSite(string next, string expected)
    {
        await using var site = await SiteUnderTest.StartAsync();
        var browser = site.Browser();
        var page = await browser.GetAsync("/login?next=" + Uri.EscapeDataString(next));

        var answer = await browser.SubmitAsync(
            page,
            "/login",
            ("login", "clerk"),
            ("password", SiteUnderTest.Password),
            ("next", next)
        );

        answer.Status.ShouldBe(302);
        answer.Location.ShouldBe(expected);
    }

    [Fact]
    public async Task SignOut_EndsTheSession()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var browser = await site.SignedInAsync("clerk");

        var answer = await browser.SubmitAsync(await browser.GetAsync("/"), "/logout");

        answer.Location.ShouldBe("/login");
        (await browser.GetAsync("/")).Status.ShouldBe(302);
    }

    [Fact]
    public async Task Account_Disabled_IsOutWithTheNextClick()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var browser = await site.SignedInAsync("clerk");
        site.Test.Books.Write(
            (connection, transaction) =>
                Dapper.SqlMapper.Execute(
                    connection,
                    "UPDATE account SET disabled = 1 WHERE login = 'clerk'",
                    transaction: transaction
                )
        );

        (await browser.GetAsync("/")).Location.ShouldStartWith("/login");
    }

    [Fact]
    public async Task SessionCookie_IsHttpOnlyAndLax()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var browser = site.Browser();

        var answer = await browser.SubmitAsync(
            await browser.GetAsync("/login"),
            "/login",
            ("login", "clerk"),
            ("password", SiteUnderTest.Password)
        );

        var cookie = answer.Header("Set-Cookie")!;
        cookie.ShouldContain("httponly", Case.Insensitive);
        cookie.ShouldContain("samesite=lax", Case.Insensitive);
    }

    [Theory]
    [InlineData("/login")]
    [InlineData("/logout")]
    [InlineData("/r/reconsideration.case/new")]
    [InlineData("/r/reconsideration.case/1/act/accept")]
    [InlineData("/r/reconsideration.case/1/correct")]
    [InlineData("/r/reconsideration.case/1/personal")]
    [InlineData("/balance")]
    [InlineData("/verify")]
    public async Task Post_WithoutTheFormsToken_IsRefusedAndChangesNothing(string address)
    {
        await using var site = await SiteUnderTest.StartAsync();
        var browser = await site.SignedInAsync("head");
        await site.EnterAsync(browser);

        var answer = await browser.PostAsync(address, ("f.applicant", "x"), ("text", "x"));

        answer.Status.ShouldBe(400);
        answer.Words.ShouldContain("表单已失效");
        site.Test.Records.Find(site.Test.Actor("head"), site.Test.Register("reconsideration.case"), 1)!.Version.ShouldBe(1);
        site.Test.Records.Find(site.Test.Actor("head"), site.Test.Register("reconsideration.case"), 2).ShouldBeNull();
    }

    [Fact]
    public async Task Form_WhenTheSessionHasRunOut_IsStillThereAfterSigningIn()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var browser = await site.SignedInAsync("clerk");
        var form = await browser.GetAsync(WebCases.List + "/new");
        site.Test.Clock.Instant += TimeSpan.FromHours(9);

        var expired = await browser.SubmitAsync(form, WebCases.List + "/new", site.Application("不能丢的人"));
        var signedIn = await browser.SubmitAsync(expired, "/login", ("login", "clerk"), ("password", SiteUnderTest.Password));
        var saved = await browser.SaveAsync(signedIn, WebCases.List + "/new");

        expired.Status.ShouldBe(401);
        expired.Words.ShouldContain("您填写的内容还在");
        signedIn.Words.ShouldContain("继续保存");
        saved.Words.ShouldContain("已保存：登记");
        site.Test.Records.Find(site.Test.Actor("clerk"), site.Test.Register("reconsideration.case"), 1)!["applicant"]
            .ShouldBe("不能丢的人");
    }

    [Fact]
    public async Task Form_FromAnotherSiteWithoutASession_IsNotKept()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var request = new HttpRequestMessage(HttpMethod.Post, WebCases.List + "/new")
        {
            Content = new FormUrlEncodedContent([new("f.applicant", "planted")]),
        };
        request.Headers.Add("Origin", "https://evil.example");

        var answer = await site.Browser().SendAsync(request);

        answer.Status.ShouldBe(302);
        answer.Location.ShouldStartWith("/login");
    }
}
