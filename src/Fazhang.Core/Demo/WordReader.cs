using Fazhang.Core.Definitions;
using Fazhang.Core.Definitions.Shapes;

namespace Fazhang.Core.Demo;

/// <summary>Reads words.yaml: the lists that sentences are filled from.</summary>
internal static class WordReader
{
    public static IReadOnlyDictionary<string, string[]> Read(YamlNode? node, ICollection<DefinitionProblem> problems)
    {
        var reader = new YamlReader(node, new Mark("words.yaml", 1), DemoShapes.Words, null, problems);
        var words = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var entry in reader.Entries("words"))
        {
            var list = reader.Texts(entry);
            // A list may be written as one text with spaces: shorter for long lists of short words.
            words[entry.Key] = [.. list.SelectMany(text => text.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
            if (words[entry.Key].Length == 0)
                reader.Problem(entry.Mark, $"词表“{entry.Key}”是空的。至少写一个词。");
        }
        reader.Done();
        return words;
    }
}
