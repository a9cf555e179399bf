using Fazhang.Core.Definitions;
using Fazhang.Core.Definitions.Shapes;
using Fazhang.Core.Demo.Recipes;

namespace Fazhang.Core.Demo.Auto;

/// <summary>The word lists of a place, and sentences for text fields by what their titles say.</summary>
internal sealed class DemoWords
{
    private readonly IReadOnlyDictionary<string, string[]> words;
    private readonly List<(string[] Has, IReadOnlyList<YamlText> Texts)> guesses = [];
    private readonly Dictionary<string, IReadOnlyList<(string Selector, double Weight)>> units = new(StringComparer.Ordinal);
    private readonly ICollection<DefinitionProblem> problems;

    public DemoWords(IReadOnlyDictionary<string, string[]> words, YamlNode? guessFile, ICollection<DefinitionProblem> problems)
    {
        this.words = words;
        this.problems = problems;
        if (guessFile is null)
            return;
        var reader = new YamlReader(guessFile, guessFile.Mark, DemoShapes.Guesses, null, problems);
        if (reader.Node("guesses") is YamlList list)
            foreach (var node in list.Items)
            {
                var one = new YamlReader(node, node.Mark, DemoShapes.Guess, null, problems);
                guesses.Add(([.. one.Texts("title").Select(text => text.Value)], one.Texts("text")));
                one.Done();
            }
        foreach (var line in reader.Entries("units"))
            if (line.Value is YamlMap weights)
                units[line.Key] = RecipeReader.Weights(weights.Entries, problems);
            else
                reader.Problem(line.Mark, "units 写成 {业务条线: {类别: 权重}}。");
        reader.Done();
    }

    /// <summary>The units that usually keep the registers of a line; an asterisk stands for all other lines.</summary>
    public IReadOnlyList<(string Selector, double Weight)> UnitsOf(string line) =>
        units.TryGetValue(line, out var own) ? own : units.GetValueOrDefault("*", []);

    public IReadOnlyDictionary<string, string[]> Words => words;

    /// <summary>A sentence for a text field: by how personal it is, else by the first guess whose words its title has.</summary>
    public TextRecipe Sentence(FieldDefinition field, RegisterDefinition register, bool unique)
    {
        var own = new Dictionary<string, string[]>(words, StringComparer.Ordinal)
        {
            ["title"] = [field.Title],
            ["register"] = [register.Title],
        };
        var reader = new SentenceReader(own, problems);
        var kind = field.Personal switch
        {
            Personal.Name => "（人名）",
            Personal.Phone => "（电话）",
            _ => field.Title,
        };
        var texts = guesses.FirstOrDefault(guess => guess.Has.Any(word => kind.Contains(word, StringComparison.Ordinal))).Texts;
        var sentences = (texts ?? [new YamlText(new Mark("words", 1), "{title}（演示）", false)])
            .Select(text => unique ? text with { Value = text.Value + "-{index}" } : text)
            .Select(reader.Read)
            .ToList();
        return new TextRecipe(sentences);
    }
}
