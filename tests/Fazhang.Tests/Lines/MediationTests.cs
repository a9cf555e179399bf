using Fazhang.Core.Definitions;
using Fazhang.Core.Figures;
using Fazhang.Tests.Books;
using Shouldly;

namespace Fazhang.Tests.Lines;

/// <summary>The real work of 矛盾调解, people's assessors and judicial offices, done through the definitions from entry to the end.</summary>
public sealed class MediationTests
{
    private static readonly DateOnly Before = new(2024, 12, 20);
    private static readonly DateOnly Since = new(2026, 9, 18);

    private static readonly (string Script, DateOnly Today)[] Walks =
    [
        (MediationWalks.People, Before),
        (MediationWalks.Linkage, Before),
        (MediationWalks.Organisations, Before),
        (MediationWalks.Administrative, Before),
        (MediationWalks.ForeignLegal, Since),
        (GrassrootsWalks.Assessors, Before),
        (GrassrootsWalks.Offices, Before),
    ];

    public static TheoryData<string, DateOnly> Scripts
    {
        get
        {
            var data = new TheoryData<string, DateOnly>();
            foreach (var (script, today) in Walks)
                data.Add(script, today);
            return data;
        }
    }

    private static IEnumerable<RegisterDefinition> Mine =>
        Repository.Catalogue.Registers.Values.Where(register =>
            register.Line == "mediation" || register.Key.Split('.')[0] is "assessor" or "grassroots"
        );

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Line_WalkedThroughItsFlow_ComesToItsEndAndCounts(string script, DateOnly today)
    {
        using var test = new TestBooks(today: today);
        var walk = new LineWalk(test);

        walk.Run(script);

        walk.Finished.ShouldBe(Registers(script), ignoreOrder: true);
    }

    [Fact]
    public void Registers_OfTheseLines_AreAllWalkedAndRefuseAWrongEntry()
    {
        var scripts = Walks.Select(walk => walk.Script).ToList();

        Mine.Select(register => register.Key).ShouldBe(scripts.SelectMany(Registers).Distinct(), ignoreOrder: true);
        scripts
            .SelectMany(script => script.Split("\n= ", StringSplitOptions.RemoveEmptyEntries))
            .Where(part => part.Contains("\nno ", StringComparison.Ordinal) || part.Contains("\nnot ", StringComparison.Ordinal))
            .Select(part => part.Split('\n')[0].Replace("= ", "", StringComparison.Ordinal).Trim())
            .Distinct()
            .ShouldBe(scripts.SelectMany(Registers).Distinct(), ignoreOrder: true);
    }

    /// <summary>A unit that enters its cases and one that reports totals make one number, neither counted twice.</summary>
    [Fact]
    public void AdministrativeMediation_OfRecordsAndReturns_IsOneNumber()
    {
        using var test = new TestBooks(today: Before);
        new LineWalk(test).Run(MediationWalks.Administrative);
        test.Figure("admin_mediation.accepted").ShouldBe(12);

        new KeepingStore(test.Books)
            .Say(test.Actor("head"), test.City, test.Register("admin_mediation.case"), 2024_12, "起用逐案登记")
            .ShouldBeOfType<ClosingResult.Done>();

        test.Figure("admin_mediation.accepted").ShouldBe(14);
        test.Figure("admin_mediation.accepted_civil").ShouldBe(12);
        test.Figure("admin_mediation.succeeded").ShouldBe(8);
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

    private static IEnumerable<string> Registers(string script) =>
        script
            .Split('\n', StringSplitOptions.TrimEntries)
            .Where(line => line.StartsWith("= ", StringComparison.Ordinal))
            .Select(line => line[2..])
            .Distinct();
}
