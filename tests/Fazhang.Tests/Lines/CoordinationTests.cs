using Fazhang.Core.Definitions;
using Fazhang.Tests.Books;
using Shouldly;

namespace Fazhang.Tests.Lines;

/// <summary>The real work of 统筹督察 and 立法与文件, done through the definitions from entry to the end.</summary>
public sealed class CoordinationTests
{
    private static readonly string[] Walks =
    [
        CoordinationWalks.Governance,
        CoordinationWalks.Inspection,
        CoordinationWalks.ModelCity,
        CoordinationWalks.Leaders,
        CoordinationWalks.Study,
        CoordinationWalks.AnnualReport,
        DocumentWalks.Legislation,
        DocumentWalks.LegalityReview,
        DocumentWalks.Filing,
        DocumentWalks.CleanUp,
        DocumentWalks.Decision,
        DocumentWalks.Counsel,
        DocumentWalks.Powers,
    ];

    // document.normative is walked in Demo/RegisterJourneyTests.
    private static readonly string[] WalkedElsewhere = ["document.normative"];

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
    public void Registers_OfTheseMenuGroups_AreAllWalked()
    {
        var walked = Walks.SelectMany(Registers).Concat(WalkedElsewhere);

        Mine.Select(register => register.Key).ShouldBe(walked.Distinct(), ignoreOrder: true);
    }

    /// <summary>A page of docs/guide/lines names every register, clock and figure of its line.</summary>
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
        Repository.Catalogue.Registers.Values.Where(register => register.Line is "governance" or "documents");

    private static IEnumerable<string> Registers(string script) =>
        script
            .Split('\n', StringSplitOptions.TrimEntries)
            .Where(line => line.StartsWith("= ", StringComparison.Ordinal))
            .Select(line => line[2..])
            .Distinct();
}
