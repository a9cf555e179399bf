using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Fazhang.Core.Definitions;
using Fazhang.Core.Definitions.Shapes;
using NJsonSchema;
using Shouldly;

namespace Fazhang.Tests.Definitions;

/// <summary>The JSON Schemas for editors: every definition file there is passes its own, and wrong ones do not.</summary>
public sealed partial class SchemaTests
{
    public static TheoryData<string> DefinitionFilesOfTheProject =>
        [
            .. Directory
                .EnumerateFiles(Repository.Definitions, "*.yaml", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(Repository.Definitions, file).Replace('\\', '/'))
                .Order(),
        ];

    [Theory]
    [MemberData(nameof(DefinitionFilesOfTheProject))]
    public async Task ADefinitionFile_PassesTheSchemaOfItsKind(string file)
    {
        var kind = DefinitionFiles.All.Where(own => own.Fits(file)).ShouldHaveSingleItem();

        var errors = (await SchemaOf(kind)).Validate(Json(File.ReadAllText(Path.Combine(Repository.Definitions, file))));

        errors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("title: 来信登记", "titel: 来信登记")]
    [InlineData("line: affairs", "line: [affairs]")]
    [InlineData("type: integer", "type: integers")]
    [InlineData("required: true", "required: [yes]")]
    [InlineData("  people:", "  People:")]
    [InlineData("personal: name", "personal: naam")]
    [InlineData("stops: [paused]", "stop: [paused]")]
    [InlineData("say: 收信日期不能晚于今天。", "says: 收信日期不能晚于今天。")]
    [InlineData("count: true", "count: perhaps")]
    [InlineData("meaning: 统计期内来信的人数。", "decimals: one")]
    [InlineData("flow:", "flows:")]
    public async Task AWrongRegister_DoesNotPass(string right, string wrong)
    {
        var schema = await SchemaOf(DefinitionFiles.All[0]);
        schema.Validate(Json(Books.SmallDefinitions.Letter)).ShouldBeEmpty();

        schema.Validate(Json(Books.SmallDefinitions.Changed((right, wrong)))).ShouldNotBeEmpty();
    }

    /// <summary>The library knows an earlier draft, in which $defs was called definitions; nothing else differs in what is used.</summary>
    private static Task<JsonSchema> SchemaOf(DefinitionFileKind kind)
    {
        var text = DefinitionSchema.Write(kind);
        text.ShouldContain("https://json-schema.org/draft/2020-12/schema");
        return JsonSchema.FromJsonAsync(
            text.Replace("$defs", "definitions", StringComparison.Ordinal)
                .Replace(
                    "https://json-schema.org/draft/2020-12/schema",
                    "http://json-schema.org/draft-04/schema#",
                    StringComparison.Ordinal
                )
        );
    }

    /// <summary>The file as an editor sees it: unquoted words by the core schema of YAML 1.2.</summary>
    private static string Json(string yaml)
    {
        var problems = new List<DefinitionProblem>();
        var node = YamlTree.Read("x.yaml", yaml, problems);
        problems.ShouldBeEmpty();
        return Json(node!)!.ToJsonString();
    }

    private static JsonNode? Json(YamlNode node) =>
        node switch
        {
            YamlMap map => new JsonObject(map.Entries.Select(entry => KeyValuePair.Create(entry.Key, Json(entry.Value)))),
            YamlList list => new JsonArray([.. list.Items.Select(Json)]),
            YamlText { Quoted: false, Value: "true" or "false" } text => JsonValue.Create(text.Value == "true"),
            YamlText { Quoted: false } text when Integer().IsMatch(text.Value) => JsonNode.Parse(text.Value),
            YamlText { Quoted: false } text when Decimal().IsMatch(text.Value) => JsonNode.Parse(text.Value),
            YamlText text => JsonValue.Create(text.Value),
            _ => throw new InvalidOperationException(node.GetType().Name),
        };

    [GeneratedRegex("^-?(0|[1-9][0-9]*)$")]
    private static partial Regex Integer();

    [GeneratedRegex("^-?[0-9]+\\.[0-9]+$")]
    private static partial Regex Decimal();
}
