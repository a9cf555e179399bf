using Fazhang.Tests.Web;
using Shouldly;

namespace Fazhang.Tests.Lines;

/// <summary>The pages of docs/guide/lines lead to the sample sheet of each register, and each sample is there.</summary>
public sealed class SampleGuideTests
{
    [Fact]
    public void EveryRegister_IsOnAPage_WithItsSample()
    {
        var rows = Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "docs", "guide", "lines"), "*.md")
            .SelectMany(File.ReadAllLines)
            .Where(line => line.Contains("/sample.xlsx)", StringComparison.Ordinal))
            .ToList();
        foreach (var register in Repository.Catalogue.Registers.Values)
            rows.ShouldContain(
                row =>
                    row.StartsWith($"| {register.Title} |", StringComparison.Ordinal)
                    && row.EndsWith($"| [样表](/r/{register.Key}/sample.xlsx) |", StringComparison.Ordinal),
                register.Key
            );
        rows.Count.ShouldBe(Repository.Catalogue.Registers.Count, "no row leads to a register that there is not");
    }

    [Fact]
    public async Task EverySample_CanBeFetched_ByWhoMayEnter()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var people = new Dictionary<string, Browser>();
        foreach (var register in Repository.Catalogue.Registers.Values)
        {
            var role = register.Access.Create.Contains("head") ? "head" : register.Access.Create.First();
            if (!people.TryGetValue(role, out var person))
                people[role] = person = await site.SignedInAsync(role);
            (await person.GetAsync($"/r/{register.Key}/sample.xlsx")).Status.ShouldBe(200, register.Key);
        }
    }
}
