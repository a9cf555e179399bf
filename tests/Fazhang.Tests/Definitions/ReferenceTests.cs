using Fazhang.Core.Definitions;
using Fazhang.Core.Definitions.Shapes;
using Fazhang.Core.Expressions;
using Shouldly;

namespace Fazhang.Tests.Definitions;

/// <summary>The generated reference is what the program reads, and tells all of it.</summary>
public sealed class ReferenceTests
{
    private static string Folder => Path.Combine(Repository.Root, "docs", "reference");

    public static TheoryData<string> Files => [.. ReferenceFiles.Of(Repository.Catalogue).Keys];

    [Theory]
    [MemberData(nameof(Files))]
    public void AGeneratedFile_IsWhatTheProgramWrites(string name) =>
        File.ReadAllText(Path.Combine(Folder, name))
            .ShouldBe(ReferenceFiles.Of(Repository.Catalogue)[name], "run ./fazhang docs and commit the result");

    [Fact]
    public void EveryKeyOfEveryShape_IsInTheReference()
    {
        var page = DefinitionLanguage.Write();
        var shapes = DefinitionFiles
            .All.SelectMany(kind => kind.Shape.Reached())
            .Distinct(ReferenceEqualityComparer.Instance)
            .Cast<Shape>()
            .ToList();
        var named = shapes.SelectMany(shape => shape.Keys.SelectMany(key => key.Value.Inner)).Concat(shapes);
        named.GroupBy(shape => shape.Name).ShouldAllBe(group => group.Distinct(ReferenceEqualityComparer.Instance).Count() == 1);
        foreach (var shape in shapes)
        foreach (var key in shape.Keys)
        {
            page.ShouldContain($"| `{key.Name}` |", customMessage: shape.Name);
            page.ShouldContain(
                key.Meaning.Replace("|", "\\|", StringComparison.Ordinal),
                customMessage: $"{shape.Name}.{key.Name}"
            );
        }
    }

    [Fact]
    public void AReaderThatAsksForAKeyItsShapeDoesNotHave_Fails()
    {
        var problems = new List<DefinitionProblem>();
        var reader = new YamlReader(null, new Mark("x.yaml", 1), RegisterShapes.Rule, null, problems);

        Should.Throw<InvalidOperationException>(() => reader.Text("colour")).Message.ShouldContain("rule");
        reader.Text("say").ShouldBeNull();
    }

    [Fact]
    public void AKeyThatBelongsToAnotherKind_IsReportedAsNotUsedHere()
    {
        var problems = new List<DefinitionProblem>();
        var node = YamlTree.Read("x.yaml", "{check: a, field: b}", problems);
        var reader = new YamlReader(node, default, RegisterShapes.Rule, null, problems);

        reader.Text("check");
        reader.Done();

        problems.ShouldHaveSingleItem().Message.ShouldBe("规则这里不用“field”。删去它。");
    }

    [Fact]
    public void EveryExampleOfTheExpressionLanguage_IsUnderstood()
    {
        string[] codes = ["mediated", "settled"];
        var scope = new ExpressionScope([
            Field("applied_on", ExpressionType.Date, 0),
            Field("accepted_on", ExpressionType.Date, 1),
            Field("closed_on", ExpressionType.Date, 2),
            Field("outcome", ExpressionType.Choice, 3, codes),
            Field("people", ExpressionType.Integer, 4),
            Field("claim", ExpressionType.Text, 5),
            Field("deemed", ExpressionType.Boolean, 6),
        ]);
        foreach (var (example, _) in ExpressionReference.Forms)
        {
            var problems = new List<ExpressionProblem>();
            Expression.Parse(example, scope, problems).ShouldNotBeNull(example);
            problems.ShouldBeEmpty(example);
        }
    }

    private static ExpressionField Field(string name, ExpressionType type, int slot, params string[] codes) =>
        new()
        {
            Name = name,
            Title = name,
            Type = type,
            Slot = slot,
            Column = name,
            Choices = codes,
            Subtree = code => [code],
        };
}
