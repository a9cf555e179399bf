using Shouldly;

namespace Fazhang.Tests.Web;

/// <summary>Registers, records and forms through the pages.</summary>
public sealed class RecordTests
{
    private const string New = WebCases.List + "/new";

    [Fact]
    public async Task Thread_FromEntryToFigure_InTheSameMoment()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var clerk = await site.SignedInAsync("clerk");
        var record = await site.EnterAsync(clerk);

        var accepted = await clerk.ActAsync(record, "accept", ("f.handler", "陈承办"));
        var closed = await clerk.ActAsync(record, "mediate");

        accepted.One("h1").TextContent.ShouldBe("示复〔2024〕1号");
        accepted.One(".flow [aria-current=step]").TextContent.ShouldContain("审理中");
        closed.One("main [role=status]").TextContent.ShouldContain("已保存：制作调解书");
        closed
            .All("a")
            .Select(link => link.GetAttribute("href"))
            .ShouldContain("/figures/reconsideration.case.mediated?year=2024&unit=1");
        var figure = await clerk.GetAsync("/figures/reconsideration.case.mediated?year=2024&unit=1");
        figure.One(".hero b a").TextContent.ShouldBe("1");
        figure.One(".records").TextContent.ShouldContain("示复〔2024〕1号");
        var rate = await clerk.GetAsync("/figures/reconsideration.case.mediation_rate?year=2024&unit=1");
        rate.One(".hero b").TextContent.ShouldContain("100.0");
        rate.Words.ShouldContain("÷");
    }

    [Fact]
    public async Task NewForm_OffersWhatIsKnownAndMarksWhatIsRequired()
    {
        await using var site = await SiteUnderTest.StartAsync();

        var form = await (await site.SignedInAsync("clerk")).GetAsync(New);

        form.Status.ShouldBe(200);
        form.One("#f-applied_on").GetAttribute("value").ShouldBe("2024-12-20");
        form.One("#f-unit option[selected]").TextContent.Trim().ShouldBe("示范市");
        form.One("#f-applicant").GetAttribute("aria-required").ShouldBe("true");
        form.All("#f-accepted_on, #f-outcome").ShouldBeEmpty("the flow asks them later");
    }

    [Fact]
    public async Task NewForm_Wrong_ListsEveryErrorAndKeepsWhatWasTyped()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var clerk = await site.SignedInAsync("clerk");

        var answer = await clerk.SubmitAsync(
            await clerk.GetAsync(New),
            New,
            ("f.applied_on", "2024-02-30"),
            ("f.applicants", "三"),
            ("f.claim", "保留 <b>这些</b> 字")
        );

        answer.Status.ShouldBe(422);
        var errors = answer.All("#errors li a").ToList();
        errors.Select(link => link.GetAttribute("href")).ShouldContain("#f-applied_on");
        errors.Select(link => link.GetAttribute("href")).ShouldContain("#f-applicants");
        foreach (var link in errors)
            answer.One(link.GetAttribute("href")!).GetAttribute("aria-invalid").ShouldBe("true");
        answer.One("#f-applied_on").GetAttribute("value").ShouldBe("2024-02-30");
        answer.One("#f-applied_on").GetAttribute("type").ShouldNotBe("date", "a date picker would drop what is no date");
        answer.One("#f-claim").TextContent.ShouldBe("保留 <b>这些</b> 字");
        answer.All("#f-claim b").ShouldBeEmpty();
        site.Test.Figure("reconsideration.case.received").ShouldBe(0);
    }

    [Fact]
    public async Task Values_WithMarkup_AreShownAsText()
    {
        await using var site = await SiteUnderTest.StartAsync();
        const string attack = "<script>alert(1)</script>\"'>";
        var clerk = await site.SignedInAsync("clerk");
        var form = await clerk.GetAsync(New);
        var typed = site.Application()
            .Where(field => field.Item1 != "f.claim")
            .Append(("f.claim", attack))
            .Append(("f.act_number", attack));
        var record = (await clerk.SubmitAsync(form, New, [.. typed])).Location!.Split('?')[0];

        foreach (var address in new[] { record, WebCases.List, record + "/correct", "/search?q=" + Uri.EscapeDataString(attack) })
        {
            var page = await clerk.GetAsync(address);
            page.Status.ShouldBe(200);
            page.All("script:not([src])").ShouldBeEmpty(address);
            page.Text.ShouldNotContain("<script>alert");
        }
        (await clerk.GetAsync(record)).Words.ShouldContain(attack);
    }

    [Fact]
    public async Task Form_PressedTwice_SavesOnce()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var clerk = await site.SignedInAsync("clerk");
        var form = await clerk.GetAsync(New);

        var first = await clerk.SubmitAsync(form, New, site.Application());
        var second = await clerk.SubmitAsync(form, New, site.Application());

        second.Status.ShouldBe(302);
        second.Location.ShouldBe(first.Location);
        site.Test.Figure("reconsideration.case.received").ShouldBe(1);
    }

    [Fact]
    public async Task Action_NotOfferedInThisState_SaysSo()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var clerk = await site.SignedInAsync("clerk");
        var record = await site.EnterAsync(clerk);

        var answer = await clerk.GetAsync(record + "/act/mediate");

        answer.Status.ShouldBe(409);
        answer.Words.ShouldContain("现在是“待审查”");
        (await clerk.GetAsync(record + "/act/no_such")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Action_OfAnotherRole_IsRefusedAndSaysWhoMay()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var clerk = await site.SignedInAsync("clerk");
        var record = await site.EnterAsync(clerk);
        await clerk.ActAsync(record, "accept", ("f.handler", "陈承办"));

        var page = await clerk.GetAsync(record);
        var answer = await clerk.GetAsync(record + "/act/convert");

        page.All($"a[href='{record}/act/convert']").ShouldBeEmpty();
        answer.Status.ShouldBe(403);
        answer.Words.ShouldContain("由负责人办理");
    }

    [Fact]
    public async Task Action_WithAnEmptyRequiredField_IsInvalid()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var clerk = await site.SignedInAsync("clerk");
        var record = await site.EnterAsync(clerk);
        var address = record + "/act/accept";

        var answer = await clerk.SubmitAsync(await clerk.GetAsync(address), address, ("f.handler", " "));

        answer.Status.ShouldBe(422);
        answer.One("#e-handler").TextContent.ShouldContain("请填写“承办人”");
    }

    [Fact]
    public async Task Correction_NeedsAReasonAndShowsInTheHistory()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var clerk = await site.SignedInAsync("clerk");
        var record = await site.EnterAsync(clerk);
        var address = record + "/correct";

        var without = await clerk.SubmitAsync(await clerk.GetAsync(address), address, ("f.claim", "改过的请求"));
        var with = await clerk.SaveAsync(without, address, ("reason", "录入有误"));

        without.Status.ShouldBe(422);
        without.One("#errors a").GetAttribute("href").ShouldBe("#f-reason");
        with.One(".history").TextContent.ShouldContain("录入有误");
        with.One(".history ins").TextContent.ShouldBe("改过的请求");
        with.One(".history del").TextContent.ShouldBe("请求撤销行政处罚决定。");
    }

    [Fact]
    public async Task Form_OnAStaleVersion_ShowsBothAndCanGoOn()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var clerk = await site.SignedInAsync("clerk");
        var head = await site.SignedInAsync("head");
        var record = await site.EnterAsync(clerk);
        var address = record + "/correct";
        var stale = await clerk.GetAsync(address);
        await head.SaveAsync(await head.GetAsync(address), address, ("f.claim", "科长改的"), ("reason", "科长先改"));

        var conflict = await clerk.SubmitAsync(stale, address, ("f.claim", "经办改的"), ("reason", "经办后改"));
        var again = await clerk.SubmitAsync(conflict, address, ("edit-again", "1"));
        var saved = await clerk.SaveAsync(again, address);

        conflict.Status.ShouldBe(409);
        var row = conflict.All("tr.differs").ShouldHaveSingleItem();
        row.TextContent.ShouldContain("复议请求");
        row.TextContent.ShouldContain("经办改的");
        row.TextContent.ShouldContain("科长改的");
        conflict.One(".history").TextContent.ShouldContain("科长先改");
        again.Status.ShouldBe(200);
        again.One("#f-claim").TextContent.ShouldBe("经办改的");
        saved.Words.ShouldContain("第 3 版");
        site.Test.Records.Find(site.Test.Actor("clerk"), site.Test.Register("reconsideration.case"), 1)!["claim"]
            .ShouldBe("经办改的");
    }

    [Fact]
    public async Task Form_OnAStaleVersionWithOtherFieldsChanged_KeepsBothChanges()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var clerk = await site.SignedInAsync("clerk");
        var head = await site.SignedInAsync("head");
        var address = await site.EnterAsync(clerk) + "/correct";
        var stale = await clerk.GetAsync(address);
        await head.SaveAsync(await head.GetAsync(address), address, ("f.applicants", "2"), ("reason", "补录人数"));

        var conflict = await clerk.SubmitAsync(stale, address, ("f.claim", "经办改的"), ("reason", "改请求"));
        await clerk.SaveAsync(conflict, address);

        conflict.All("tr.differs").ShouldBeEmpty();
        conflict.All("tr.settled").Count().ShouldBe(2);
        conflict.Words.ShouldContain("合并两边");
        var now = site.Test.Records.Find(site.Test.Actor("clerk"), site.Test.Register("reconsideration.case"), 1)!;
        (now["applicants"], now["claim"]).ShouldBe((2L, "经办改的"));
    }

    [Fact]
    public async Task List_FiltersSortsAndPagesByLinks()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var clerk = await site.SignedInAsync("clerk");
        for (var i = 0; i < 23; i++)
            Books.Cases.Enter(site.Test, applicant: "申请人" + i);

        var first = await clerk.GetAsync(WebCases.List + "?state=applied");
        var second = await clerk.GetAsync(first.One("a[rel=next]").GetAttribute("href")!);
        var none = await clerk.GetAsync(WebCases.List + "?state=closed");
        var bad = await clerk.GetAsync(WebCases.List + "?d.applied_on.from=yesterday");

        first.All(".records tbody tr").Count().ShouldBe(20);
        second.All(".records tbody tr").Count().ShouldBe(3);
        second
            .One("select[name=state] option[selected]")
            .GetAttribute("value")
            .ShouldBe("applied", "the filter stays on the next page");
        none.Words.ShouldContain("没有符合条件的记录");
        bad.One("[role=alert]").TextContent.ShouldContain("收到申请日期");
        bad.All(".records tbody tr").Count().ShouldBe(20);
    }

    [Fact]
    public async Task List_Empty_SaysWhatToDo()
    {
        await using var site = await SiteUnderTest.StartAsync();

        (await (await site.SignedInAsync("clerk")).GetAsync(WebCases.List)).Words.ShouldContain("登记第一条");
        (await (await site.SignedInAsync("auditor")).GetAsync(WebCases.List)).Words.ShouldContain("还没有记录");
    }

    [Fact]
    public async Task Return_TwiceForAMonth_IsRefusedWithTheReason()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var clerk = await site.SignedInAsync("clerk");
        const string address = "/r/enforcement.leniency_return/new";
        (string, string)[] typed = [("f.cases", "3"), ("f.waived", "3"), ("f.amount", "1200.50"), ("f.filler", "姜某")];

        var first = await clerk.SubmitAsync(await clerk.GetAsync(address), address, typed);
        var second = await clerk.SubmitAsync(await clerk.GetAsync(address), address, typed);

        first.Status.ShouldBe(302);
        second.Status.ShouldBe(422);
        second.One("#errors").TextContent.ShouldContain("已经存在");
        (await clerk.GetAsync("/")).Words.ShouldContain("报表催报");
    }
}
