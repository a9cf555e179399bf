using Fazhang.Core.Definitions;
using Fazhang.Tests.Books;
using Shouldly;

namespace Fazhang.Tests.Lines;

/// <summary>The real work of 政务运行 (approvals to city governance), done through the definitions from entry to the end.</summary>
public sealed class GovernanceTests
{
    private static readonly string[] Walks =
    [
        GovServiceWalks.Items,
        GovServiceWalks.Approvals,
        GovServiceWalks.Disclosure,
        GovServiceWalks.Requests,
        GovServiceWalks.Yearly,
        GovernanceWalks.CleanUp,
        GovernanceWalks.Proposals,
        GovernanceWalks.Audit,
        GovernanceWalks.Duty,
        GovernanceWalks.City,
    ];

    private static readonly string[] Families =
    [
        "approval",
        "gov_service",
        "disclosure",
        "clean",
        "proposal",
        "audit",
        "duty",
        "city",
    ];

    public static TheoryData<string> Scripts => [.. Walks];

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Line_WalkedThroughItsFlow_ComesToItsEndAndCounts(string script)
    {
        using var test = new TestBooks();
        var walk = new LineWalk(test);

        walk.Run(script);

        walk.Finished.ShouldBe(Registers(script), ignoreOrder: true);
    }

    [Fact]
    public void Registers_OfTheseLines_AreAllWalkedAndRefuseAWrongEntry()
    {
        Mine.Select(register => register.Key).ShouldBe(Walks.SelectMany(Registers), ignoreOrder: true);
        Walks
            .SelectMany(script => script.Split("\n= ", StringSplitOptions.RemoveEmptyEntries))
            .Where(part => part.Contains("\nno ", StringComparison.Ordinal) || part.Contains("\nnot ", StringComparison.Ordinal))
            .Select(part => part.Split('\n')[0].Replace("= ", "", StringComparison.Ordinal).Trim())
            .Distinct()
            .ShouldBe(Walks.SelectMany(Registers), ignoreOrder: true);
    }

    /// <summary>
    /// Table three of the yearly report on disclosure: what came in and what was carried over is what was handled and
    /// what is carried on, in all and for each kind of applicant.
    /// </summary>
    [Fact]
    public void Requests_OfTwoYears_BalanceTheTableOfTheYearlyReport()
    {
        using var test = new TestBooks();
        new LineWalk(test).Run(GovServiceWalks.Requests);
        new LineWalk(test).Run(
            """
            = disclosure.request
            new received_on=2024-12-16; channel=face; applicant_kind=research; applicant=某研究院; content=年度普法统计
            """
        );

        decimal Of(string indicator, int year) => test.Figure("disclosure.request." + indicator, year: year) ?? 0;
        foreach (var year in new[] { 2023, 2024 })
            (Of("received", year) + Of("open", year - 1)).ShouldBe(Of("handled", year) + Of("open", year), $"{year}");
        Of("received", 2024).ShouldBe(2);
        Of("open", 2023).ShouldBe(1);
        Of("open", 2024).ShouldBe(1);
        string[] kinds = ["persons", "companies", "research", "welfare", "legal", "other"];
        kinds.Sum(kind => Of("handled_" + kind, 2024)).ShouldBe(Of("handled", 2024));
    }

    [Fact]
    public void Requests_AnsweredOnTheSpotOrLeftUncorrected_GoThroughTheirGates()
    {
        using var test = new TestBooks();

        new LineWalk(test).Run(GovServiceWalks.RequestGates);
    }

    /// <summary>The pages of the guide name every register, clock and figure of their lines.</summary>
    [Fact]
    public void Pages_OfTheGuide_NameEveryRegisterClockAndFigure()
    {
        var folder = Path.Combine(Repository.Root, "docs", "guide", "lines");
        var guide = string.Concat(Directory.EnumerateFiles(folder, "*.md").Select(File.ReadAllText));

        foreach (var register in Mine)
        {
            guide.ShouldContain($"| {register.Title} |");
            foreach (var deadline in register.Deadlines)
                guide.ShouldContain($"| {register.Title}·{deadline.Title} |");
            var figures = string.Join('、', register.Indicators.Select(indicator => indicator.Title));
            guide.ShouldContain($"- {register.Title}：{figures}。");
        }
    }

    private static IEnumerable<RegisterDefinition> Mine =>
        Repository.Catalogue.Registers.Values.Where(register => Families.Contains(register.Key.Split('.')[0]));

    private static IEnumerable<string> Registers(string script) =>
        script
            .Split('\n', StringSplitOptions.TrimEntries)
            .Where(line => line.StartsWith("= ", StringComparison.Ordinal))
            .Select(line => line[2..])
            .Distinct();
}
