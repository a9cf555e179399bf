using Fazhang.Tests.Books;
using Shouldly;

namespace Fazhang.Tests.Web;

/// <summary>The report page with a place's own words: its numbers lead to the unit and months they speak of.</summary>
public sealed class LocalReportPageTests : IDisposable
{
    private readonly string definitions = Directory.CreateTempSubdirectory("fazhang-report-").FullName;

    public LocalReportPageTests()
    {
        Write("reports/annual.md", "# {place}报告\n\n{#cases}新收{reconsideration.case.received}。\n\n---\n{office}\n{date}\n");
        Write(
            "reports/2102/2024.yaml",
            """
            year: 2024
            units: {甲区: "210202"}
            facts: {average: {title: 全省平均, value: "15", unit: "%", source: 省厅通报}}
            paragraphs:
              cases: {after: "甲区三月{reconsideration.case.received unit=甲区 period=03}，全省平均{fact.average}。"}
            """
        );
    }

    public void Dispose() => Directory.Delete(definitions, recursive: true);

    [Fact]
    public async Task Report_NumberOfAUnitAndMonth_LeadsToItsFigure()
    {
        await using var site = await SiteUnderTest.StartAsync(Repository.Catalogue with { Directory = definitions });
        site.Test.Enter(unit: site.Test.East, on: new DateOnly(2024, 3, 5));
        site.Test.Enter(unit: site.Test.West, on: new DateOnly(2024, 3, 6));
        var clerk = await site.SignedInAsync("clerk");

        var report = await clerk.GetAsync("/report/2024");
        var figure = await clerk.GetAsync(report.All("article.report a.n").Last().GetAttribute("href")!);

        report.Words.ShouldContain("甲区三月1件，全省平均15%");
        report.Words.ShouldContain("全省平均。出处：省厅通报");
        figure.Status.ShouldBe(200);
        figure.Words.ShouldContain("甲区");
        figure.One(".hero b").TextContent.ShouldContain("1");
    }

    [Fact]
    public async Task Report_UnitThatTheBooksDoNotHave_IsSaidWithItsLine()
    {
        Write("reports/2102/2024.yaml", "year: 2024\nunits: {丙区: \"210299\"}\n");
        await using var site = await SiteUnderTest.StartAsync(Repository.Catalogue with { Directory = definitions });

        var report = await (await site.SignedInAsync("clerk")).GetAsync("/report/2024");

        report.Status.ShouldBe(409);
        report.Words.ShouldContain("reports/2102/2024.yaml:2");
        report.Words.ShouldContain("没有代码为 210299 的单位");
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(definitions, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
