using System.Text.RegularExpressions;
using Fazhang.Tests.Web;
using Shouldly;

namespace Fazhang.Tests.Lines;

/// <summary>docs/guide/08 says where each named platform's work is done; what it names exists and is called so.</summary>
public sealed partial class PlatformGuideTests
{
    private const int Platforms = 55;

    private static readonly string[] Cities = ["大连", "大兴安岭", "鞍山立山", "信阳", "厦门"];

    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Repository.Root, "docs/guide/08-平台与机制.md"));

    private static List<string[]> Rows =>
        [
            .. Lines
                .Where(line =>
                    line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| 平台或机制", StringComparison.Ordinal)
                )
                .Select(line => line.Trim('|', ' ').Split(" | ")),
        ];

    [Fact]
    public void EveryPlatform_HasOneLine_WithItsCityAndAPage()
    {
        Rows.Count.ShouldBe(Platforms);
        Rows.Select(row => row[0]).ShouldBeUnique();
        foreach (var row in Rows)
        {
            row.Length.ShouldBe(3, row[0]);
            Cities.ShouldContain(row[1]);
            Links(row[2]).ShouldNotBeEmpty(row[0]);
        }
        Rows.Select(row => row[1]).Distinct().ShouldBe(Cities, ignoreOrder: true);
    }

    [Fact]
    public void EveryRegisterAndFigure_Exists()
    {
        var catalogue = Repository.Catalogue;
        foreach (var (title, address) in Lines.SelectMany(Links))
            if (address.StartsWith("/r/", StringComparison.Ordinal))
                catalogue.Registers.Keys.ShouldContain(address["/r/".Length..], title);
            else if (address.StartsWith("/figures/", StringComparison.Ordinal))
                catalogue.Indicators.Keys.ShouldContain(address["/figures/".Length..], title);
    }

    [Fact]
    public async Task EveryPage_Opens()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var head = await site.SignedInAsync("head");
        foreach (var address in Lines.SelectMany(Links).Select(link => link.Address).Distinct())
            (await head.GetAsync(address)).Status.ShouldBe(200, address);
    }

    private static IEnumerable<(string Title, string Address)> Links(string line) =>
        Link().Matches(line).Select(match => (match.Groups[1].Value, match.Groups[2].Value));

    [GeneratedRegex(@"\[([^\]]+)\]\((/[^)]+)\)", RegexOptions.CultureInvariant)]
    private static partial Regex Link();
}
