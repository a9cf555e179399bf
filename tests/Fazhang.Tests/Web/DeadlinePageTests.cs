using Shouldly;

namespace Fazhang.Tests.Web;

/// <summary>时限看板 and what the workbench shows of it.</summary>
public sealed class DeadlinePageTests
{
    [Fact]
    public async Task Board_LeadsToTheRecordAndToItsRegister()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var clerk = await site.SignedInAsync("clerk");
        (await clerk.GetAsync("/deadlines")).Words.ShouldContain("没有逾期的");
        var record = await site.EnterAsync(clerk);

        var board = await clerk.GetAsync("/deadlines");

        board.Words.ShouldContain("没有逾期");
        board.All("main a").Select(link => link.GetAttribute("href")).ShouldContain(record);
        const string list = WebCases.List + "?due=1&sort=due&dir=asc";
        board.All("main a").Select(link => link.GetAttribute("href")).ShouldContain(list);
        (await clerk.GetAsync(list)).All("main a").Select(link => link.GetAttribute("href")).ShouldContain(record);
        (await clerk.GetAsync("/")).All("main a").Select(link => link.GetAttribute("href")).ShouldContain(record);
    }

    [Fact]
    public async Task Board_OfOneLine_ShowsThatLineOnly()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var clerk = await site.SignedInAsync("clerk");
        var record = await site.EnterAsync(clerk);

        (await clerk.GetAsync("/deadlines?line=reconsideration"))
            .All("main a")
            .ShouldContain(link => link.GetAttribute("href") == record);
        (await clerk.GetAsync("/deadlines?line=mediation"))
            .All("main a")
            .ShouldNotContain(link => link.GetAttribute("href") == record);
        (await clerk.GetAsync("/deadlines?line=nowhere")).Status.ShouldBe(404);
    }

    [Theory]
    [InlineData("auditor")]
    [InlineData("director")]
    public async Task Names_AreMasked(string login)
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.EnterAsync(await site.SignedInAsync("clerk"), "欧阳金丝雀");

        var board = await (await site.SignedInAsync(login)).GetAsync("/deadlines");

        board.Words.ShouldContain("欧某某");
        board.Text.ShouldNotContain("金丝雀");
    }
}
