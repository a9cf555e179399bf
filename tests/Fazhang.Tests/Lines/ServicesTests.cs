using Fazhang.Core.Definitions;
using Fazhang.Tests.Books;
using Shouldly;

namespace Fazhang.Tests.Lines;

/// <summary>The real work of 公共法律服务, done through the definitions from entry to the end.</summary>
public sealed class ServicesTests
{
    public static TheoryData<string> Walks =>
        [
            ServiceWalks.Aid,
            ServiceWalks.Hotline,
            ServiceWalks.Platform,
            ServiceWalks.Enterprise,
            ProfessionWalks.Lawyers,
            ProfessionWalks.Notary,
            ProfessionWalks.Forensic,
            ProfessionWalks.Exam,
        ];

    [Theory]
    [MemberData(nameof(Walks))]
    public void Line_WalkedThroughItsFlow_ComesToItsEndAndCounts(string script)
    {
        using var test = new TestBooks();
        var walk = new LineWalk(test);

        walk.Run(script);

        walk.Finished.ShouldBe(Parts(script).Select(part => part.Register).Distinct(), ignoreOrder: true);
    }

    [Fact]
    public void Registers_OfThisMenuGroup_AreAllWalkedAndRefuseAWrongEntry()
    {
        var parts = Walks.SelectMany(walk => Parts(walk.Data)).ToList();
        var refusing = parts.Where(part => part.Steps.Any(step => step is "no" or "not")).Select(part => part.Register);

        parts.Select(part => part.Register).Distinct().ShouldBe(Mine.Select(register => register.Key), ignoreOrder: true);
        refusing.Distinct().ShouldBe(Mine.Select(register => register.Key), ignoreOrder: true);
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
            if (register.Indicators.Any())
                guide.ShouldContain($"- {register.Title}：{string.Join('、', register.Indicators.Select(i => i.Title))}。");
        }
    }

    private static IEnumerable<RegisterDefinition> Mine =>
        Repository.Catalogue.Registers.Values.Where(register => register.Line == "services");

    private static IEnumerable<(string Register, string[] Steps)> Parts(string script) =>
        script
            .Split("\n= ", StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Select(lines =>
                (lines[0].Replace("= ", "", StringComparison.Ordinal), lines.Skip(1).Select(line => line.Split(' ')[0]).ToArray())
            );
}
