using Fazhang.Core.Figures;
using Fazhang.Tests.Books;
using Shouldly;

namespace Fazhang.Tests.Web;

/// <summary>Closing, correcting and opening again through the pages, and what the figure's page says about it.</summary>
public sealed class ClosingPageTests
{
    private const string Received = "/figures/reconsideration.case.received?year=2024";

    [Fact]
    public async Task CloseCorrectReopen_ShowsBothValuesAndTheReason()
    {
        await using var site = await SiteUnderTest.StartAsync();
        site.Test.Enter(on: new DateOnly(2024, 3, 5));
        var head = await site.SignedInAsync("head");

        var closings = await head.GetAsync("/closings?year=2024");
        closings.All("option").Select(option => option.TextContent).ShouldContain("2024年一季度");
        closings.All("option").Select(option => option.TextContent).ShouldNotContain("2024年全年", "the year is not over");
        var closing = await head.SaveAsync(closings, "/closings", ("period", "202401-202403"), ("reason", "季报"));
        closing.Words.ShouldContain("已关账");
        site.Test.Enter(on: new DateOnly(2024, 3, 6));

        var quarter = await head.GetAsync(Received + "&month=1-3");
        quarter.One(".hero b").TextContent.ShouldContain("1", customMessage: "the published value stands in front");
        quarter.Words.ShouldContain("现在的记录：2");
        var differing = await head.GetAsync("/closings/1");
        differing.Words.ShouldContain("新收行政复议案件");
        (await head.SubmitAsync(differing, "/closings/1/correct", ("reason", " "))).Status.ShouldBe(422);
        var corrected = await head.SaveAsync(differing, "/closings/1/correct", ("indicator", "*"), ("reason", "漏登一件"));
        corrected.Words.ShouldContain("漏登一件");
        var after = await head.GetAsync(Received + "&month=1-3");
        after.One(".hero b").TextContent.ShouldContain("2");
        after.Words.ShouldContain("已更正");
        after.Words.ShouldContain("更正前 1");

        corrected.All("form[action='/closings/1/reopen']").ShouldBeEmpty("a head corrects, a director opens again");
        var director = await site.SignedInAsync("director");
        var reopened = await director.SaveAsync(await director.GetAsync("/closings/1"), "/closings/1/reopen", ("reason", "重报"));
        reopened.Words.ShouldContain("已重开");
        (await head.GetAsync(Received + "&month=1-3")).Words.ShouldNotContain("已更正");
    }

    [Theory]
    [InlineData("clerk")]
    [InlineData("auditor")]
    public async Task WithoutTheRight_NothingIsOfferedAndNothingDone(string login)
    {
        await using var site = await SiteUnderTest.StartAsync();
        site.Test.Enter(on: new DateOnly(2024, 3, 5));
        new Closings(site.Test.Books).Close(site.Test.Actor("head"), site.Test.City, Period.Month(2024, 3), null);
        var visitor = await site.SignedInAsync(login);

        var list = await visitor.GetAsync("/closings?year=2024");
        var one = await visitor.GetAsync("/closings/1");
        list.All("main form[method=post]").ShouldBeEmpty();
        one.All("main form[method=post]").ShouldBeEmpty();
        var token = list.One("input[name=token]").GetAttribute("value")!;
        foreach (
            var (address, fields) in new[]
            {
                ("/closings", new[] { ("unit", "1"), ("period", "202401-202401") }),
                ("/closings/1/correct", [("indicator", "*"), ("reason", "理由")]),
                ("/closings/1/reopen", [("reason", "理由")]),
            }
        )
            (await visitor.PostAsync(address, [("token", token), .. fields])).Status.ShouldBe(403, address);
        (await visitor.PostAsync("/closings/1/reopen", ("reason", "理由"))).Status.ShouldBe(400, "no token");
    }

    [Fact]
    public async Task AnotherUnitsClosing_IsNotShown()
    {
        await using var site = await SiteUnderTest.StartAsync();
        new Closings(site.Test.Books).Close(site.Test.Actor("head"), site.Test.West, Period.Month(2024, 3), null);
        new Closings(site.Test.Books).Close(site.Test.Actor("head"), site.Test.City, Period.Month(2024, 4), null);
        var east = await site.SignedInAsync("east");

        (await east.GetAsync("/closings/1")).Status.ShouldBe(404);
        (await east.GetAsync("/closings/2")).Status.ShouldBe(404, "its differences would show other units' figures");
        var list = await east.GetAsync("/closings?year=2024");
        list.Words.ShouldNotContain("2024年3月");
        list.Words.ShouldContain("2024年4月", customMessage: "what is closed above concerns the units below");
        (await east.GetAsync("/closings?unit=1")).Status.ShouldBe(403);
    }

    [Fact]
    public async Task Category_LeadsToItsCases_AndUnfilledToTheRest()
    {
        await using var site = await SiteUnderTest.StartAsync();
        site.Test.Mediate(site.Test.Accept(site.Test.Enter(on: new DateOnly(2024, 5, 6), applicant: "调解人")));
        site.Test.Enter(on: new DateOnly(2024, 5, 7), applicant: "在办人");
        var clerk = await site.SignedInAsync("clerk");

        var figure = await clerk.GetAsync("/figures/reconsideration.case.closed?year=2024");
        var row = figure.All("table.codes tbody tr").First();
        var cases = await clerk.GetAsync(row.QuerySelector("a")!.GetAttribute("href")!);

        row.TextContent.ShouldContain("100.0%");
        cases.All(".records tbody tr").Count().ShouldBe(1);
        cases.Words.ShouldContain("调某某");
        (
            await clerk.GetAsync(
                "/r/reconsideration.case?indicator=reconsideration.case.received&year=2024&unit=1&code=~&month=202312-202411"
            )
        ).Status.ShouldBe(200);
        (
            await clerk.GetAsync("/r/reconsideration.case?indicator=reconsideration.case.received&year=2024&version=7")
        ).Status.ShouldBe(404);
        (await clerk.GetAsync("/figures/reconsideration.case.received?year=2024&month=13")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task EveryIndicator_HasAPage_ForEveryKindOfPeriod()
    {
        await using var site = await SiteUnderTest.StartAsync(KindsOfFigures.Load());
        KindsOfFigures.Fill(site.Test, new Random(3), 30);
        site.Test.Add(site.Test.East, new DateOnly(2024, 9, 2));
        site.Test.Report(site.Test.East, 2024, 9, 5);
        site.Test.Keep(KindsOfFigures.Case, site.Test.City, 202406);
        var head = await site.SignedInAsync("head");

        foreach (var indicator in site.Test.Books.Catalogue.Indicators.Values)
        foreach (var period in new[] { "", "&month=1-6", "&month=3", "&month=202308-202407" })
        {
            var page = await head.GetAsync($"/figures/{indicator.Key}?year=2024{period}");
            page.Status.ShouldBe(200, indicator.Key + period);
        }
        var whole = await head.GetAsync("/figures/reconsideration.whole?year=2024");
        whole.All("h2").Count(heading => heading.TextContent.Contains("背后的")).ShouldBe(2, "one list for each source");
        whole.Words.ShouldContain("两种来源都有数");
        var rules = await head.GetAsync($"/figures/{KindsOfFigures.Case}.closed?year=2024");
        rules.Words.ShouldContain("依新的统计制度");
        rules.Words.ShouldContain("金额十元以上的案件。");
        foreach (var link in rules.All("table.rules a"))
            (await head.GetAsync(link.GetAttribute("href")!)).Status.ShouldBe(200);
        (await head.GetAsync($"/figures/{KindsOfFigures.Case}.against?year=2024")).Words.ShouldContain("按记录重算");
        var kept = await head.SaveAsync(
            await head.GetAsync("/closings?year=2024"),
            "/closings/keeping",
            ("since", "2024-01"),
            ("reason", "全市起用")
        );
        kept.Words.ShouldContain("自 2024-01 起用逐案记录");
    }
}
