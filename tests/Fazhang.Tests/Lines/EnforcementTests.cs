using Fazhang.Tests.Books;
using Shouldly;

namespace Fazhang.Tests.Lines;

/// <summary>The real work of 行政执法 and 复议应诉, done through the definitions from entry to the end.</summary>
public sealed class EnforcementTests
{
    public static TheoryData<string> Scripts => [.. System.IO.Directory.GetFiles("/tmp/h/walks").Order()];

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Line_WalkedThroughItsFlow_ComesToItsEndAndCounts(string path)
    {
        var script = System.IO.File.ReadAllText(path);
        using var test = new TestBooks(today: path.Contains("2026") ? new DateOnly(2026, 9, 18) : null);
        var walk = new LineWalk(test);
        walk.Run(script);
        walk.Finished.ShouldBe(
            script.Split('\n', StringSplitOptions.TrimEntries).Where(l => l.StartsWith("= ")).Select(l => l[2..]).Distinct(),
            ignoreOrder: true
        );
    }
}
