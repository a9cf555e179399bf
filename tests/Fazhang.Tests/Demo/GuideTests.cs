using System.Text.RegularExpressions;
using Fazhang.Core.Definitions;
using Shouldly;

namespace Fazhang.Tests.Demo;

/// <summary>The guide says what the program does: its example loads, and it names every key the readers know.</summary>
public sealed partial class GuideTests
{
    private static readonly string Guide = File.ReadAllText(Path.Combine(Repository.Root, "docs", "guide", "06-台账定义.md"));

    [Fact]
    public void Example_InTheGuide_IsACorrectDefinition()
    {
        var folder = Directory.CreateTempSubdirectory("fazhang-guide-").FullName;
        try
        {
            foreach (var name in new[] { "lines.yaml", "roles.yaml" })
                File.Copy(Path.Combine(Repository.Definitions, name), Path.Combine(folder, name));
            CopyFolder(Path.Combine(Repository.Definitions, "calendar"), Path.Combine(folder, "calendar"));
            Directory.CreateDirectory(Path.Combine(folder, "registers"));
            File.WriteAllText(Path.Combine(folder, "registers", "letter.yaml"), YamlBlock().Match(Guide).Groups[1].Value);

            var problems = new List<DefinitionProblem>();
            var catalogue = DefinitionLoader.Load(folder, problems);

            problems.ShouldBeEmpty();
            catalogue!.Registers["affairs.letter"].Indicators.Count.ShouldBe(6);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Readme_SaysHowManyLinesRegistersAndCitiesThereAre()
    {
        var catalogue = Repository.Catalogue;
        var lines = Directory.GetFiles(Path.Combine(Repository.Root, "docs", "guide", "lines"), "*.md").Length;
        catalogue.Indicators.Count.ShouldBeGreaterThan(1000);
        Core.Demo.DemoLoader.PlacesOf(catalogue).Count.ShouldBe(5);
        var english = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        english.ShouldContain($"{lines} business lines, {catalogue.Registers.Count} registers, over a thousand indicators");
        english.ShouldContain("Five demonstration cities");
        File.ReadAllText(Path.Combine(Repository.Root, "README.zh-CN.md"))
            .ShouldContain($"{lines} 个业务条线、{catalogue.Registers.Count} 个台账、一千多个指标");
    }

    [Fact]
    public void Keys_ThatTheDefinitionReadersKnow_AreAllInTheGuide()
    {
        var folder = Path.Combine(Repository.Root, "src", "Fazhang.Core", "Definitions");
        var keys = Directory
            .EnumerateFiles(folder, "*.cs")
            .SelectMany(file => KeyInCode().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups[1].Value)
            .Distinct()
            .ToList();

        keys.Count.ShouldBeGreaterThan(40);
        keys.Where(key => !Regex.IsMatch(Guide, $@"\b{key}\b")).ShouldBeEmpty();
    }

    [Fact]
    public void FieldTypes_AndTheirKeys_AreAllInTheGuide()
    {
        foreach (var type in Core.Fields.FieldTypes.All.Values)
        foreach (var name in type.Keys.Select(key => key.Name).Prepend(type.Name))
            Guide.ShouldContain($"`{name}`", Case.Sensitive, type.Name);
        foreach (var key in Core.Definitions.Shapes.FieldShapes.Common)
            Guide.ShouldContain($"`{key.Name}`");
    }

    [Fact]
    public void FieldsInTheGuide_AreRight()
    {
        var fields = FieldsBlock().Match(Guide).Groups[1].Value;
        fields.ShouldContain("computed");
        var folder = Directory.CreateTempSubdirectory("fazhang-guide-").FullName;
        try
        {
            foreach (var file in Directory.EnumerateFiles(Repository.Definitions, "*", SearchOption.AllDirectories))
            {
                var target = Path.Combine(folder, Path.GetRelativePath(Repository.Definitions, file));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }
            File.WriteAllText(
                Path.Combine(folder, "registers", "sample.yaml"),
                "register: mediation.sample\ntitle: 例\nline: mediation\n"
                    + "access: {read: [clerk], create: [clerk], change: [clerk], personal: [clerk]}\n"
                    + "flow:\n  open: {title: 开, actions: []}\n"
                    + fields
            );
            var problems = new List<DefinitionProblem>();

            DefinitionLoader.Load(folder, problems);

            problems.ShouldBeEmpty();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Recipes_ThatTheCohortReaderKnows_AreAllInTheGuide()
    {
        var folder = Path.Combine(Repository.Root, "src", "Fazhang.Core", "Demo");
        var keys = Directory
            .EnumerateFiles(folder, "*Reader.cs", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) is "RecipeReader.cs" or "DateRecipeReader.cs" or "CohortReader.cs")
            .SelectMany(file => KeyInCode().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups[1].Value)
            .Distinct()
            .ToList();

        keys.Count.ShouldBeGreaterThan(20);
        keys.Where(key => !Regex.IsMatch(Guide, $@"\b{key}\b")).ShouldBeEmpty();
    }

    private static void CopyFolder(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }

    [GeneratedRegex("```yaml\n(register:.*?)```", RegexOptions.Singleline)]
    private static partial Regex YamlBlock();

    [GeneratedRegex("```yaml\n(fields:.*?)```", RegexOptions.Singleline)]
    private static partial Regex FieldsBlock();

    // reader.Text("key"), one.Required("key"), DateField(one, "key", …), Slot(reader, "key"), Bounds(reader, "key") …
    [GeneratedRegex(
        @"(?:\.(?:Required|Text|Texts|Flag|Number|Node|Entries)|\w+\((?:reader|one|stock|rule|access|role),) ?\(?""([a-z_]+)"""
    )]
    private static partial Regex KeyInCode();
}
