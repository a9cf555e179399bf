namespace Fazhang.Core.Definitions.Shapes;

/// <summary>A key of a mapping in a definition file.</summary>
/// <param name="Name">The key as it is written.</param>
/// <param name="Value">What may stand behind it.</param>
/// <param name="Meaning">What it says, in Chinese, for the reference and for editors.</param>
/// <param name="Required">Whether it must be there.</param>
/// <param name="Example">A value as one would write it; empty when the meaning shows it.</param>
public sealed record ShapeKey(string Name, ShapeValue Value, string Meaning, bool Required = false, string Example = "");

/// <summary>
/// A kind of mapping in the definition files: its keys and what they mean. Readers read by it (a reader that asks for a
/// key its shape does not have is a bug and fails), so the reference and the JSON Schema made from it cannot say anything
/// else than what is read.
/// </summary>
/// <param name="Name">English name, the key in the JSON Schema: field, action.</param>
/// <param name="Title">Chinese name, with which problems begin: 字段, 操作.</param>
/// <param name="Keys">The keys in the order of the reference.</param>
public sealed record Shape(string Name, string Title, IReadOnlyList<ShapeKey> Keys)
{
    /// <summary>What to know about it besides its keys, for the reference.</summary>
    public string Remarks { get; init; } = "";

    public ShapeKey? Key(string name) => Keys.FirstOrDefault(key => key.Name == name);

    /// <summary>The shapes that its values lead to, itself first, each once.</summary>
    public IReadOnlyList<Shape> Reached()
    {
        var reached = new List<Shape>();
        var waiting = new Stack<Shape>([this]);
        while (waiting.TryPop(out var next))
        {
            if (reached.Any(shape => shape.Name == next.Name))
                continue;
            reached.Add(next);
            foreach (var inner in next.Keys.SelectMany(key => key.Value.Inner).Reverse())
                waiting.Push(inner);
        }
        return reached;
    }
}
