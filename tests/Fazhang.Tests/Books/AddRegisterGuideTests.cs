using System.Text.RegularExpressions;
using Fazhang.Core.Definitions;
using Fazhang.Core.Records;
using Fazhang.Core.Reports;
using Shouldly;

namespace Fazhang.Tests.Books;

/// <summary>docs/guide/add-a-register.md, followed to the letter: its file, its setting and its sentence work together.</summary>
public sealed partial class AddRegisterGuideTests : IDisposable
{
    private const string Register = "notary.commitment";

    private static readonly string Guide = File.ReadAllText(Path.Combine(Repository.Root, "docs", "guide", "add-a-register.md"));

    private readonly DirectoryInfo definitions = Directory.CreateTempSubdirectory("fazhang-add-");

    public void Dispose() => definitions.Delete(recursive: true);

    [Fact]
    public void WhatTheGuideSays_GivesARegisterWhoseFigureIsOne_AndStandsInTheReport()
    {
        Repository.Catalogue.Registers.ContainsKey(Register).ShouldBeFalse("the guide adds what is not there yet");
        Follow();
        var problems = new List<DefinitionProblem>();
        var catalogue = DefinitionLoader.Load(definitions.FullName, problems, strict: true);
        problems.ShouldBeEmpty();
        AnnualReport.Check(catalogue!, problems).ShouldBeTrue(string.Join('\n', problems));
        using var test = new TestBooks(catalogue);

        var record = test
            .Records.Create(
                test.Actor("clerk"),
                test.Register(Register),
                TestBooks.Input(
                    ("unit", $"{test.City.Id}"),
                    ("signed_on", "2024-12-02"),
                    ("matter", "declaration"),
                    ("applicant", "周某"),
                    ("materials", """[{"name":"无犯罪记录证明","issuer":"派出所"}]""")
                )
            )
            .ShouldBeOfType<SaveResult.Saved>()
            .Record;

        record.Number.ShouldBe("示减证〔2024〕1号");
        test.Figure("notary.commitment.signed").ShouldBe(1);
        test.Figure("notary.commitment.waived").ShouldBe(1);
        test.Figure("notary.commitment.open").ShouldBe(1);
        record = test.Do(record, "verify", ("verified_on", "2024-12-09"), ("verdict", "genuine"));
        record.State.Final.ShouldBeTrue();
        test.Figure("notary.commitment.open").ShouldBe(0);
        test.Figure("notary.commitment.untrue_rate").ShouldBe(0);
        var draft = new AnnualReport(test.Books).Draft(2024, test.City.Id);
        MarkdownReport.Write(draft.Document).ShouldContain("采用承诺办理公证1件，免交证明材料1份");
    }

    /// <summary>Puts the blocks of the guide where it says.</summary>
    private void Follow()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.Definitions, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(definitions.FullName, Path.GetRelativePath(Repository.Definitions, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
        var blocks = Block().Matches(Guide).Select(match => match.Groups[1].Value).ToList();
        var register = blocks.Single(block => block.Contains("\nregister: ", StringComparison.Ordinal));
        File.WriteAllText(Path.Combine(definitions.FullName, "registers", "notary", "commitment.yaml"), register);
        File.AppendAllText(
            Path.Combine(definitions.FullName, "settings.yaml"),
            blocks.Single(block => block.StartsWith("  notary_commitment_verify:", StringComparison.Ordinal))
        );
        var template = Path.Combine(definitions.FullName, "reports", "annual.md");
        var text = File.ReadAllText(template);
        var paragraph = text.IndexOf("{#notary}", StringComparison.Ordinal);
        paragraph.ShouldBeGreaterThan(0, "the paragraph about notaries");
        var end = text.IndexOf("\n\n", paragraph, StringComparison.Ordinal);
        var sentence = blocks.Single(block => block.StartsWith("{#commitment}", StringComparison.Ordinal));
        File.WriteAllText(template, text[..end] + "\n\n" + sentence.Trim() + text[end..]);
    }

    [GeneratedRegex("```(?:yaml|markdown)\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
