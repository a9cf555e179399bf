using System.Text.RegularExpressions;
using Fazhang.Verify;
using Shouldly;
using Xunit;

namespace Fazhang.Tests;

/// <summary>docs/reference/findings.md: every code is documented, and every example gives what it says.</summary>
public sealed partial class FindingReferenceTests
{
    public static TheoryData<string> Codes => [.. FindingCodes.All];

    [Fact]
    public void Reference_Codes_AreExactlyThoseOfTheChecker() =>
        Sections().Keys.Order(StringComparer.Ordinal).ShouldBe(FindingCodes.All.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Codes))]
    public void Reference_Example_GivesItsCodeAndLevel(string code)
    {
        var section = Sections()[code];
        var examples = Example().Matches(section);
        var main = examples[0];
        var previous = examples.Count > 1 ? examples[1].Groups["text"].Value : null;
        var options = new CheckOptions { AnnualReport = main.Groups["tag"].Value.Contains("年度报告"), PreviousText = previous };
        var findings = ReportChecker.Check(main.Groups["text"].Value.TrimEnd('\n'), options).Findings;
        var finding = findings.FirstOrDefault(f => f.Code == code);
        finding.ShouldNotBeNull(
            $"{main.Groups["text"].Value}: {string.Join("; ", findings.Select(f => f.Code + " " + f.Message))}"
        );
        finding.Level.ShouldBe(section.Contains("**差错**") ? FindingLevel.Error : FindingLevel.Question);
        finding.Message.ShouldContain("请");
    }

    private static Dictionary<string, string> Sections()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Fazhang.slnx")))
        {
            folder = folder.Parent.ShouldNotBeNull("the repository root was not found");
        }
        var text = File.ReadAllText(Path.Combine(folder.FullName, "docs", "reference", "findings.md"));
        return Section().Matches(text).ToDictionary(m => m.Groups["code"].Value, m => m.Value);
    }

    [GeneratedRegex(@"^## `(?<code>[a-z0-9-]+)`\n(?:(?!^## ).*\n?)*", RegexOptions.Multiline)]
    private static partial Regex Section();

    [GeneratedRegex(@"```text(?<tag>[^\n]*)\n(?<text>[^`]*)```")]
    private static partial Regex Example();
}
