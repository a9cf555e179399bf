using Fazhang.Core.Definitions;
using Fazhang.Core.Fields;
using Fazhang.Tests.Books;
using Shouldly;

namespace Fazhang.Tests.Lines;

/// <summary>The real work of 普法宣传 and 社区矫正, done through the definitions from entry to the end.</summary>
public sealed class PublicityTests
{
    // The law on legal publicity holds from 2025-11-01.
    private static readonly DateOnly Today = new(2026, 3, 20);

    private static readonly string[] Walks =
    [
        PublicityWalks.Publicity,
        PublicityWalks.Literate,
        PublicityWalks.Culture,
        PublicityWalks.Team,
        PublicityWalks.Media,
        CorrectionWalks.Persons,
        CorrectionWalks.Lost,
        CorrectionWalks.Work,
    ];

    public static TheoryData<string> Scripts => [.. Walks];

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Line_WalkedThroughItsFlow_ComesToItsEndAndCounts(string script)
    {
        using var test = new TestBooks(today: Today);
        var walk = new LineWalk(test);

        walk.Run(script);

        walk.Finished.ShouldBe(Registers(script), ignoreOrder: true);
    }

    [Fact]
    public void Registers_OfTheseMenuGroups_AreAllWalkedAndRefuseAWrongEntry()
    {
        Mine.Select(register => register.Key).ShouldBe(Walks.SelectMany(Registers).Distinct(), ignoreOrder: true);
        Walks
            .SelectMany(script => script.Split("\n= ", StringSplitOptions.RemoveEmptyEntries))
            .Where(part => part.Contains("\nno ", StringComparison.Ordinal))
            .Select(part => part.Split('\n')[0].Replace("= ", "", StringComparison.Ordinal).Trim())
            .Distinct()
            .ShouldBe(Walks.SelectMany(Registers).Distinct(), ignoreOrder: true);
    }

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

    /// <summary>
    /// What 社区矫正法 第五十四条 and the law on personal information ask of the definitions: identity, crime and home of a
    /// person are sensitive wherever they are kept, and who only audits does not read the registers of persons.
    /// </summary>
    [Fact]
    public void Registers_OfPersonsUnderCorrection_KeepTheirDataClosed()
    {
        var persons = Mine.Where(register =>
                register.Key == "correction.subject"
                || register.Fields.Any(field => field.Type is RecordField { Of: "correction.subject" })
                || register.Key is "correction.assessment" or "correction.rollcall"
            )
            .ToList();

        persons.Count.ShouldBe(7);
        foreach (var register in persons)
        {
            register.Access.Read.ShouldNotContain("auditor", register.Key);
            foreach (var field in register.Fields.Where(field => field.Type is ResidentIdField))
                field.Personal.ShouldBe(Personal.Hidden, register.Key + "." + field.Key);
            foreach (var key in new[] { "address", "charge", "crime", "facts", "health", "phone", "judgment", "absent" })
                if (register.Fields.FirstOrDefault(field => field.Key == key) is { } field)
                    field.Personal.ShouldBe(Personal.Hidden, register.Key + "." + key);
        }
    }

    private static IEnumerable<RegisterDefinition> Mine =>
        Repository.Catalogue.Registers.Values.Where(register => register.Line is "publicity" or "correction");

    private static IEnumerable<string> Registers(string script) =>
        script
            .Split('\n', StringSplitOptions.TrimEntries)
            .Where(line => line.StartsWith("= ", StringComparison.Ordinal))
            .Select(line => line[2..])
            .Distinct();
}
