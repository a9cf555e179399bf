using Fazhang.Tests.Books;
using Shouldly;

namespace Fazhang.Tests.Lines;

/// <summary>The real work of 行政执法 and 复议应诉, done through the definitions from entry to the end.</summary>
public sealed class EnforcementTests
{
    // The regulation on supervision holds from 2026-02-01, the one on reconsideration from 2026-07-01.
    private static readonly DateOnly Before = new(2024, 12, 20);
    private static readonly DateOnly Since = new(2026, 9, 18);

    private static readonly (string Script, DateOnly Today)[] Walks =
    [
        (EnforcementWalks.Supervision, Since),
        (EnforcementWalks.SupervisionBeforeTheRegulation, Before),
        (EnforcementWalks.Penalty, Before),
        (EnforcementWalks.Persons, Before),
        (EnforcementWalks.Inspection, Before),
        (ReconsiderationWalks.Reconsideration, Since),
        (ReconsiderationWalks.RaisedToTheSuperior, Since),
        (ReconsiderationWalks.Unheard, Since),
        (ReconsiderationWalks.Litigation, Before),
        (ReconsiderationWalks.Linkage, Before),
        (ReconsiderationWalks.FileReview, Before),
    ];

    // The monthly return is walked in Demo/RegisterJourneyTests.
    private static readonly string[] WalkedElsewhere = ["enforcement.leniency_return"];

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
    public void Registers_OfTheseMenuGroups_AreAllWalkedAndRefuseAWrongEntry()
    {
        var scripts = Walks.Select(walk => walk.Script).ToList();

        Repository
            .Catalogue.Registers.Values.Where(register => register.Line is "enforcement" or "reconsideration")
            .Select(register => register.Key)
            .ShouldBe(scripts.SelectMany(Registers).Concat(WalkedElsewhere).Distinct(), ignoreOrder: true);
        scripts
            .SelectMany(script => script.Split("\n= ", StringSplitOptions.RemoveEmptyEntries))
            .Where(part => part.Contains("\nno ", StringComparison.Ordinal) || part.Contains("\nnot ", StringComparison.Ordinal))
            .Select(part => part.Split('\n')[0].Replace("= ", "", StringComparison.Ordinal).Trim())
            .Distinct()
            .ShouldBe(scripts.SelectMany(Registers).Distinct(), ignoreOrder: true);
    }

    private static IEnumerable<string> Registers(string script) =>
        script
            .Split('\n', StringSplitOptions.TrimEntries)
            .Where(line => line.StartsWith("= ", StringComparison.Ordinal))
            .Select(line => line[2..])
            .Distinct();
}
