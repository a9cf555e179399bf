using System.Text.Json;

namespace Fazhang.Tests;

/// <summary>The annotated texts beside the repository (../shared); not part of the project, used when they are there.</summary>
internal static class AnnotatedTexts
{
    private static readonly Lazy<string?> Folder = new(Find);

    public static bool AreHere
    {
        get
        {
            if (Folder.Value is null)
            {
                Console.Error.WriteLine("!!! ../shared is not there: the checker was NOT tested on the annotated texts !!!");
            }
            return Folder.Value is not null;
        }
    }

    public static IEnumerable<(string Name, string Text, bool Complete)> All()
    {
        var partial = Lines("corpus/index.jsonl")
            .Where(l => !l.GetProperty("annotated").GetBoolean())
            .Select(l => l.GetProperty("n").GetString())
            .ToHashSet();
        foreach (var set in new[] { "seeds", "corpus/files" })
        {
            foreach (
                var file in Directory.EnumerateFiles(Path.Combine(Folder.Value!, set), "*.txt").Order(StringComparer.Ordinal)
            )
            {
                var name = Path.GetFileNameWithoutExtension(file);
                yield return (name, File.ReadAllText(file), !partial.Contains(name));
            }
        }
    }

    public static string Seed(string name) => File.ReadAllText(Path.Combine(Folder.Value!, "seeds", name + ".txt"));

    /// <summary>Start and value of the annotated figures, by text.</summary>
    public static ILookup<string, (int Start, decimal Value)> Figures() =>
        Lines("seeds/figures.jsonl")
            .Concat(Lines("corpus/figures.jsonl"))
            .ToLookup(
                l => (l.TryGetProperty("doc", out var doc) ? doc : l.GetProperty("n")).GetString()!,
                l => (l.GetProperty("start").GetInt32(), l.GetProperty("value").GetDecimal())
            );

    /// <summary>Names of the texts that hold a relation which a reader called wrong.</summary>
    public static IReadOnlySet<string> WithErrors() =>
        Lines("corpus/relations.jsonl")
            .Where(l => l.GetProperty("class").GetString() == "error")
            .Select(l => l.GetProperty("n").GetString()!)
            .Append("daxinganling-2023")
            .ToHashSet();

    private static IEnumerable<JsonElement> Lines(string file) =>
        File.ReadLines(Path.Combine(Folder.Value!, file))
            .Where(line => line.Length > 1)
            .Select(line => JsonDocument.Parse(line).RootElement);

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Fazhang.slnx")))
            {
                var shared = Path.Combine(folder.FullName, "..", "shared");
                return Directory.Exists(Path.Combine(shared, "seeds")) ? shared : null;
            }
        }
        return null;
    }
}
