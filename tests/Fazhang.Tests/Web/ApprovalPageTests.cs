using Fazhang.Core.Records;
using Fazhang.Tests.Books;
using Fazhang.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace Fazhang.Tests.Web;

/// <summary>Approvals, to-do, hand-over, delegation and documents as people see them.</summary>
public sealed class ApprovalPageTests
{
    private static async Task<(SiteUnderTest Site, string Record)> WithDecisionPutUpAsync()
    {
        var site = await SiteUnderTest.StartAsync();
        var clerk = await site.SignedInAsync("clerk");
        var record = await site.EnterAsync(clerk);
        await clerk.ActAsync(record, "accept", ("f.handler", "陈承办"));
        await clerk.ActAsync(record, "decide", ("f.outcome", "upheld"), ("f.result", "事实清楚，予以维持。"));
        return (site, record);
    }

    private static Task<Answer> DecideAsync(Browser browser, Answer page, string record, string kind, string words = "") =>
        browser.SubmitAsync(page, $"{record}/approval/{kind}", ("words", words));

    [Fact]
    public async Task ADecision_GoesFromTheClerkOverTheHeadToTheDirector()
    {
        var (site, record) = await WithDecisionPutUpAsync();
        await using var _ = site;
        var (clerk, head, director) = (
            await site.SignedInAsync("clerk"),
            await site.SignedInAsync("head"),
            await site.SignedInAsync("director")
        );

        var waiting = await clerk.GetAsync(record);
        waiting.One(".pending").TextContent.ShouldContain("待审批：作出复议决定");
        waiting.One(".pending table").TextContent.ShouldContain("维持");
        waiting.All($"a[href^='{record}/act/']").ShouldBeEmpty("nothing else can be done meanwhile");
        waiting.All("form[action$='/agree']").ShouldBeEmpty("who asks does not agree");
        waiting.All("form[action$='/recall']").ShouldHaveSingleItem();
        (await clerk.GetAsync("/todo")).Words.ShouldContain("我提请的");
        (await director.GetAsync("/todo")).Words.ShouldContain("没有等您审批的事项");

        (await head.GetAsync("/")).Words.ShouldContain("1 件待您审批");
        (await head.GetAsync("/todo")).All("a[aria-label^='审批 ']").ShouldHaveSingleItem().GetAttribute("href").ShouldBe(record);
        var agreed = await DecideAsync(head, await head.GetAsync(record), record, "agree", "同意");
        agreed.Status.ShouldBe(302);
        site.Test.Figure("reconsideration.case.upheld").ShouldBe(0);
        (await DecideAsync(director, await director.GetAsync(record), record, "agree")).Status.ShouldBe(302);

        var done = await clerk.GetAsync(record);
        done.One(".head .tag").TextContent.ShouldBe("已审结");
        done.One("ol.history").TextContent.ShouldContain("提请审批“作出复议决定”");
        done.One("ol.history").TextContent.ShouldContain("审核：同意");
        site.Test.Figure("reconsideration.case.upheld").ShouldBe(1);
    }

    [Fact]
    public async Task TwoWhoDecideAtOnce_TheSecondReadsWhoWasFirst()
    {
        var (site, record) = await WithDecisionPutUpAsync();
        await using var _ = site;
        site.AddAccount("head2", "head", site.Test.City);
        var (first, second) = (await site.SignedInAsync("head"), await site.SignedInAsync("head2"));
        var (firstPage, secondPage) = (await first.GetAsync(record), await second.GetAsync(record));

        (await DecideAsync(first, firstPage, record, "return", "请补充理由")).Status.ShouldBe(302);
        var answer = await DecideAsync(second, secondPage, record, "agree");

        answer.Status.ShouldBe(409);
        answer.Words.ShouldContain("测试head已先于您退回“作出复议决定”");
        var clerk = await site.SignedInAsync("clerk");
        (await clerk.GetAsync("/todo")).Words.ShouldContain("被测试head退回：请补充理由");
        (await clerk.GetAsync(record)).All($"a[href='{record}/act/decide']").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Deciding_WithoutTheRightOrAReason_IsRefusedInWords()
    {
        var (site, record) = await WithDecisionPutUpAsync();
        await using var _ = site;
        var (clerk, head, director) = (
            await site.SignedInAsync("clerk"),
            await site.SignedInAsync("head"),
            await site.SignedInAsync("director")
        );
        var token = Browser.FormOf(await director.GetAsync(record), "/logout")["token"];

        var early = await director.PostAsync($"{record}/approval/agree", ("token", token), ("version", "3"));
        early.Status.ShouldBe(403);
        early.Words.ShouldContain("现在由负责人审核");
        var own = await clerk.PostAsync(
            $"{record}/approval/agree",
            ("token", Browser.FormOf(await clerk.GetAsync(record), "/logout")["token"]),
            ("version", "3")
        );
        own.Status.ShouldBe(403);
        var empty = await DecideAsync(head, await head.GetAsync(record), record, "return", " ");
        empty.Status.ShouldBe(422);
        empty.Words.ShouldContain("请填写退回的理由");
        (await head.PostAsync($"{record}/approval/agree", ("version", "3"))).Status.ShouldBe(400, "without the form's token");
        (await head.GetAsync(record + "/correct")).Status.ShouldBe(200);
        (await (await site.SignedInAsync("east")).GetAsync(record)).Status.ShouldBe(404);
        (await head.GetAsync(record)).One(".pending").TextContent.ShouldContain("第 1 步，共 2 步");
    }

    [Fact]
    public async Task ADocument_IsMadeByAccepting_MaskedUntilItIsAskedFor_AndComesAsWord()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var clerk = await site.SignedInAsync("clerk");
        var record = await site.EnterAsync(clerk);
        var page = await clerk.ActAsync(record, "accept", ("f.handler", "陈承办"));
        var address = page.One($"a[href^='{record}/doc/']").GetAttribute("href")!;

        var masked = await clerk.GetAsync(address);
        masked.One("article").TextContent.ShouldContain("王某某：");
        masked.Text.ShouldNotContain("王小明");
        var clear = await clerk.SubmitAsync(masked, address);
        clear.Status.ShouldBe(200);
        clear.One("article").TextContent.ShouldContain("王小明：");
        clear.One("article").TextContent.ShouldContain("示复受〔2024〕1号");
        clear.One("article").TextContent.ShouldContain("本案的审理期限至2025年2月18日届满");
        (await clerk.GetAsync(record)).One("ol.history").TextContent.ShouldContain("查看个人信息");
        var word = await clerk.SubmitAsync(clear, address + "/docx");
        word.Type.ShouldBe("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

        var director = await site.SignedInAsync("director");
        (await director.GetAsync(address)).Text.ShouldNotContain("王小明");
        (await director.GetAsync(address)).All($"form[action='{address}']").ShouldBeEmpty();
        var token = Browser.FormOf(await director.GetAsync(address), "/logout")["token"];
        (await director.PostAsync(address, ("token", token))).Status.ShouldBe(403);
        (await director.PostAsync(address + "/docx", ("token", token))).Status.ShouldBe(403);
        (await (await site.SignedInAsync("east")).GetAsync(address)).Status.ShouldBe(404);
        (await clerk.GetAsync(record + "/doc/999")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task HandOver_AsksForWhomAndWhy_AndTellsTheReceiver()
    {
        await using var site = await SiteUnderTest.StartAsync();
        site.AddAccount("chen", "clerk", site.Test.City);
        var clerk = await site.SignedInAsync("clerk");
        var head = await site.SignedInAsync("head");
        var record = await site.EnterAsync(clerk);

        (await clerk.GetAsync(record)).All($"a[href='{record}/handover']").ShouldBeEmpty();
        (await clerk.GetAsync(record + "/handover")).Status.ShouldBe(403);
        var form = await head.GetAsync(record + "/handover");
        form.All("#people option").Select(option => option.GetAttribute("value")).ShouldContain("chen");
        var wrong = await head.SubmitAsync(form, record + "/handover", ("to", "nobody"));
        wrong.Status.ShouldBe(422);
        wrong.One(".notice.bad").TextContent.ShouldContain("没有人员“nobody”");
        wrong.One("#f-to").GetAttribute("value").ShouldBe("nobody");
        var page = await head.SaveAsync(form, record + "/handover", ("to", "chen"), ("reason", "原承办人调离"));

        page.One("ol.history").TextContent.ShouldContain("移交");
        page.Words.ShouldContain("测试chen");
        (await (await site.SignedInAsync("chen")).GetAsync("/todo")).Words.ShouldContain("移交给您");
    }

    [Fact]
    public async Task Delegation_OnItsPage_GivesTheRoleAtOnce_AndTakesItBack()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var (head, clerk) = (await site.SignedInAsync("head"), await site.SignedInAsync("clerk"));
        var record = await site.EnterAsync(clerk);
        await clerk.ActAsync(record, "accept", ("f.handler", "陈承办"));
        (await clerk.GetAsync(record + "/act/convert")).Status.ShouldBe(403);

        var form = await head.GetAsync("/delegations");
        var wrong = await head.SubmitAsync(form, "/delegations", ("to", "nobody"));
        wrong.Status.ShouldBe(422);
        wrong.All(".notice.bad li").Count().ShouldBe(3);
        var given = await head.SaveAsync(form, "/delegations", ("to", "clerk"), ("until", "2024-12-25"), ("reason", "外出"));
        given.Words.ShouldContain("我 → 测试clerk");
        (await clerk.GetAsync(record + "/act/convert")).Status.ShouldBe(200);
        (await clerk.GetAsync("/delegations")).Words.ShouldContain("测试head → 我");
        (await clerk.GetAsync("/delegations"))
            .All("select[name=grant] option")
            .ShouldHaveSingleItem("what one got is not given on");

        var revoke = given.One("form[action$='/revoke']").GetAttribute("action")!;
        await head.SaveAsync(given, revoke);
        (await clerk.GetAsync(record + "/act/convert")).Status.ShouldBe(403);
        (await (await site.SignedInAsync("admin")).GetAsync("/delegations")).Words.ShouldContain("您没有可以授权的角色");
    }

    [Fact]
    public async Task Notices_AreToldByHousekeeping_AndReadOneByOne()
    {
        await using var site = await SiteUnderTest.StartAsync();
        site.Test.Enter();
        site.Test.Enter();
        site.Test.Clock.Instant = site.Test.Clock.Instant.AddDays(6);
        site.Services.GetRequiredService<Housekeeping>().Run();
        site.Services.GetRequiredService<Housekeeping>().Run();
        var clerk = await site.SignedInAsync("clerk");

        var page = await clerk.GetAsync("/todo");
        page.All(".notices li").Count().ShouldBe(2);
        page.Text.ShouldNotContain("王小明");
        (await clerk.GetAsync("/")).Words.ShouldContain("2 条提醒未读");
        page = await clerk.SaveAsync(page, "/todo/read");
        page.All(".notices li").ShouldHaveSingleItem();
        (await clerk.GetAsync("/todo?all=1")).All(".notices li").Count().ShouldBe(2);
        (await (await site.SignedInAsync("head")).GetAsync("/todo")).All(".notices li").Count().ShouldBe(2);
        (await (await site.SignedInAsync("east")).GetAsync("/todo")).All(".notices li").ShouldBeEmpty();
    }
}
