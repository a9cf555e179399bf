using Fazhang.Core.Records;
using Fazhang.Tests.Books;
using Shouldly;

namespace Fazhang.Tests.Web;

/// <summary>由此登记 and 由此产生 on the pages of both records.</summary>
public sealed class OpeningPageTests : IAsyncLifetime
{
    private SiteUnderTest site = null!;

    public async ValueTask InitializeAsync() => site = await SiteUnderTest.StartAsync(OpeningCatalogue.Catalogue);

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task AnOfferedRecord_IsEnteredFromAFilledForm_AndBothPagesShowIt()
    {
        var head = await site.SignedInAsync("head");
        var call = Call("wage");
        var address = $"/r/services.call/{call.Id}";
        (await head.GetAsync($"{address}/open/apply/services.task")).Status.ShouldBe(409);
        await head.SaveAsync(await head.GetAsync($"{address}/act/apply"), $"{address}/act/apply");

        var page = await head.GetAsync(address);
        page.One($"a[href='{address}/open/apply/services.task']").TextContent.ShouldBe("由此登记：登记申请");
        var form = await head.GetAsync($"{address}/open/apply/services.task");
        form.One("[name='f.person']").GetAttribute("value").ShouldBe("王小明");
        form.One("[name='f.call']").GetAttribute("value").ShouldBe("示电〔2024〕1号");
        form.Words.ShouldContain("内容从示电〔2024〕1号带出");
        var task = await head.SaveAsync(form, "/r/services.task/new");

        task.Words.ShouldContain("来源： 来电 示电〔2024〕1号（引导申请）");
        page = await head.GetAsync(address);
        var section = page.All("section").Single(own => own.QuerySelector("h2")?.TextContent == "由此产生");
        section.QuerySelector("a[href^='/r/services.task/']")!.TextContent.ShouldBe("示任〔2024〕1号");
        page.All($"a[href='{address}/open/apply/services.task']").ShouldBeEmpty();
        page.Words.ShouldContain("查看个人信息", Case.Sensitive, "the form showed the caller's name: the look is in the journal");
    }

    [Fact]
    public async Task WhoMayNotEnterIt_IsOfferedNothing_AndRefusedAtTheAddress()
    {
        var clerk = await site.SignedInAsync("clerk");
        var call = Call("wage");
        var address = $"/r/services.call/{call.Id}";
        await clerk.SaveAsync(await clerk.GetAsync($"{address}/act/apply"), $"{address}/act/apply");

        (await clerk.GetAsync(address)).Words.ShouldNotContain("由此登记");
        var refused = await clerk.GetAsync($"{address}/open/apply/services.task");
        refused.Status.ShouldBe(409);
        refused.Text.ShouldNotContain("王小明");
        (await clerk.GetAsync($"{address}/open/none/services.task")).Status.ShouldBe(404);
        var east = await site.SignedInAsync("east");
        (await east.GetAsync($"{address}/open/apply/services.task")).Status.ShouldBe(404);
    }

    private Record Call(string topic) =>
        site
            .Test.Records.Create(
                site.Test.Actor("clerk"),
                site.Test.Register("services.call"),
                TestBooks.Input(
                    ("unit", site.Test.City.Id.ToString()),
                    ("topic", topic),
                    ("matter", "欠薪"),
                    ("caller", "王小明")
                )
            )
            .ShouldBeOfType<SaveResult.Saved>()
            .Record;
}
