using Fazhang.Core.Definitions;

namespace Fazhang.Core.Demo.Recipes;

/// <summary>Reads a sentence with gaps (see <see cref="TextRecipe"/>) into its pieces.</summary>
internal sealed class SentenceReader(IReadOnlyDictionary<string, string[]> words, ICollection<DefinitionProblem> problems)
{
    public IReadOnlyList<TextPart> Read(YamlText text)
    {
        var parts = new List<TextPart>();
        var at = 0;
        while (at < text.Value.Length)
        {
            var open = text.Value.IndexOf('{', at);
            var close = open < 0 ? -1 : text.Value.IndexOf('}', open);
            if (open != at)
                parts.Add(new(open < 0 ? text.Value[at..] : text.Value[at..open], null, 0));
            if (open < 0)
                break;
            if (close < 0)
            {
                problems.Add(new(text.Mark.File, text.Mark.Line, "句子里的花括号没有配对。"));
                break;
            }
            parts.Add(Gap(text.Value[(open + 1)..close], text.Mark));
            at = close + 1;
        }
        return parts;
    }

    private TextPart Gap(string name, Mark mark)
    {
        if (name.Length > 0 && name.All(c => c == '#'))
            return new(null, null, name.Length);
        if (name == "index")
            return TextPart.Index;
        if (name == "unit")
            return new(null, null, 0);
        if (words.TryGetValue(name, out var list))
            return new(null, list, 0);
        problems.Add(new(mark.File, mark.Line, $"没有词表“{name}”。可用：{string.Join("、", words.Keys)}、unit、index、#。"));
        return new("", null, 0);
    }
}
