using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Fazhang.Core.Definitions;

/// <summary>A place in a definition file: what a problem message points at. Lines count from 1.</summary>
public readonly record struct Mark(string File, int Line);

/// <summary>One thing that is wrong with a definition: where, what, and what would be right. Nothing starts while there is one.</summary>
public sealed record DefinitionProblem(string File, int Line, string Message)
{
    public override string ToString() => $"{File}:{Line}: {Message}";
}

/// <summary>A YAML node that remembers its line, so that every later check can point at it.</summary>
public abstract record YamlNode(Mark Mark);

public sealed record YamlText(Mark Mark, string Value, bool Quoted) : YamlNode(Mark);

public sealed record YamlList(Mark Mark, IReadOnlyList<YamlNode> Items) : YamlNode(Mark);

public sealed record YamlMap(Mark Mark, IReadOnlyList<YamlEntry> Entries) : YamlNode(Mark);

public sealed record YamlEntry(string Key, Mark Mark, YamlNode Value);

/// <summary>
/// Reads YAML into nodes with line numbers. Unlike a deserializer it keeps going: a duplicate key is one problem
/// among others, reported with its line, and the first value stays.
/// </summary>
public static class YamlTree
{
    private const int DeepestNesting = 40;

    /// <summary>The root of the file, or null when it is not YAML at all (then one problem says so).</summary>
    public static YamlNode? Read(string file, string text, ICollection<DefinitionProblem> problems)
    {
        var parser = new Parser(new StringReader(text));
        try
        {
            parser.Consume<StreamStart>();
            if (parser.Accept<StreamEnd>(out _))
            {
                problems.Add(new(file, 1, "文件是空的。写入定义，或删除该文件。"));
                return null;
            }
            parser.Consume<DocumentStart>();
            var root = Node(parser, file, problems, 0);
            parser.Consume<DocumentEnd>();
            if (!parser.Accept<StreamEnd>(out _))
                problems.Add(new(file, 1, "一个文件只能有一份 YAML 文档。拆成两个文件。"));
            return root;
        }
        catch (YamlException exception)
        {
            problems.Add(
                new(file, (int)exception.Start.Line, "不是正确的 YAML：" + exception.Message + "。检查该行的缩进、冒号和引号。")
            );
            return null;
        }
        catch (InvalidOperationException)
        {
            // The parser gives up this way on an unclosed bracket; all it knows is how far it came.
            var line = (int)(parser.Current?.End.Line ?? 1);
            problems.Add(new(file, line, "不是正确的 YAML：这里或下一行的括号、引号没有配对。请检查。"));
            return null;
        }
    }

    private static YamlNode Node(Parser parser, string file, ICollection<DefinitionProblem> problems, int depth)
    {
        if (depth > DeepestNesting)
            throw new YamlException(parser.Current!.Start, parser.Current.End, $"嵌套超过 {DeepestNesting} 层");
        if (parser.TryConsume<Scalar>(out var scalar))
            return new YamlText(
                At(file, scalar),
                scalar.Value,
                scalar.Style is ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted
            );
        if (parser.TryConsume<SequenceStart>(out var sequence))
        {
            var items = new List<YamlNode>();
            while (!parser.TryConsume<SequenceEnd>(out _))
                items.Add(Node(parser, file, problems, depth + 1));
            return new YamlList(At(file, sequence), items);
        }
        if (parser.TryConsume<MappingStart>(out var mapping))
            return Map(parser, file, At(file, mapping), problems, depth);
        throw new YamlException(parser.Current!.Start, parser.Current.End, "定义文件不用锚点与别名");
    }

    private static YamlMap Map(Parser parser, string file, Mark mark, ICollection<DefinitionProblem> problems, int depth)
    {
        var entries = new List<YamlEntry>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = parser.Consume<Scalar>();
            var at = At(file, key);
            var value = Node(parser, file, problems, depth + 1);
            if (seen.TryAdd(key.Value, at.Line))
                entries.Add(new(key.Value, at, value));
            else
                problems.Add(new(file, at.Line, $"键“{key.Value}”重复：第 {seen[key.Value]} 行已经写过。删去其中一个。"));
        }
        return new YamlMap(mark, entries);
    }

    private static Mark At(string file, ParsingEvent @event) => new(file, (int)@event.Start.Line);
}
