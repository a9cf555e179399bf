using System.Text.RegularExpressions;
using Fazhang.Core.Definitions;
using Fazhang.Tests.Books;
using Shouldly;

namespace Fazhang.Tests.Web;

/// <summary>What a change costs: a register is one file, an indicator one entry, a field type one file and one line.</summary>
public sealed class CostOfAChangeTests : IDisposable
{
    private readonly DirectoryInfo definitions = Directory.CreateTempSubdirectory("fazhang-cost-");

    public CostOfAChangeTests()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.Definitions, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(definitions.FullName, Path.GetRelativePath(Repository.Definitions, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public void Dispose() => definitions.Delete(recursive: true);

    [Fact]
    public async Task ARegister_IsOneFile_AndWorksEverywhere()
    {
        // The line of business is one that exists; nothing else in the folder changes.
        var text = SmallDefinitions.Letter.Replace("line: affairs", "line: services", StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(definitions.FullName, "registers", "services", "letter.yaml"), text);

        await using var site = await SiteUnderTest.StartAsync(Load());
        var clerk = await site.SignedInAsync("clerk");
        (await clerk.GetAsync("/")).Text.ShouldContain("来信登记", customMessage: "the menu");
        const string list = "/r/affairs.letter";
        var form = await clerk.GetAsync(list + "/new");
        var entered = await clerk.SubmitAsync(
            form,
            list + "/new",
            ("f.unit", $"{site.Test.City.Id}"),
            ("f.received_on", "2024-12-19"),
            ("f.sender", "王小明"),
            ("f.kind", "request")
        );
        entered.Status.ShouldBe(302, entered.Words);
        var record = entered.Location!.Split('?')[0];
        var answered = await clerk.ActAsync(record, "answer", ("f.answered_on", "2024-12-20"));
        answered.Words.ShouldContain("已保存：答复");
        answered.Words.ShouldContain("示信〔2024〕1号");
        (await clerk.GetAsync(list)).Words.ShouldContain("示信〔2024〕1号");
        (await clerk.GetAsync(list + "?q=信〔2024〕")).Words.ShouldContain("王某某", customMessage: "searched, and masked");
        site.Test.Figure("affairs.letter.received").ShouldBe(1);
        (await clerk.GetAsync("/figures?year=2024")).Words.ShouldContain("收到来信");
        DefinitionReference.Write(site.Test.Books.Catalogue).ShouldContain("## 来信登记");
    }

    [Fact]
    public async Task AnIndicator_IsOneEntry()
    {
        var path = Path.Combine(definitions.FullName, "registers", "services", "hotline.yaml");
        var text = File.ReadAllText(path);
        var entry = Regex.Match(text, "(?m)^  referred: .*count.*$").Value;
        entry.ShouldNotBeEmpty();
        File.WriteAllText(path, text.Replace(entry, entry + "\n" + entry.Replace("referred:", "referred_again:")));

        await using var site = await SiteUnderTest.StartAsync(Load());

        site.Test.Books.Catalogue.Indicators.Keys.ShouldContain("hotline.consultation.referred_again");
        var director = await site.SignedInAsync("director");
        var page = await director.GetAsync("/figures?year=2024&line=services");
        var links = page.All("a").Select(link => link.GetAttribute("href")!.Split('?')[0]).ToList();
        links.ShouldContain("/figures/hotline.consultation.referred_again", customMessage: "in the catalogue of its line");
        (await director.GetAsync("/figures/hotline.consultation.referred_again?year=2024")).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("PhoneField")]
    [InlineData("DateTimeField")]
    [InlineData("CreditCodeField")]
    [InlineData("ResidentIdField")]
    [InlineData("UserField")]
    public void AFieldType_IsOneFileAndOneLine(string type)
    {
        var files = Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "src"), "*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}"))
            .Where(file => Regex.IsMatch(File.ReadAllText(file), $@"\b{type}\b"))
            .Select(Path.GetFileName)
            .Order();

        files.ShouldBe(new[] { type + ".cs", "FieldTypes.cs" }.Order());
    }

    private Catalogue Load()
    {
        var problems = new List<DefinitionProblem>();
        return DefinitionLoader.Load(definitions.FullName, problems) ?? throw new DefinitionException(problems);
    }
}
