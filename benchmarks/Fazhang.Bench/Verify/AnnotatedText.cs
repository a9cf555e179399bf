using System.Text.Json;

namespace Fazhang.Bench.Verify;

/// <summary>A figure as a reader annotated it.</summary>
internal sealed record GoldFigure(
    string Id,
    int Start,
    string Text,
    decimal Value,
    string Unit,
    string Kind,
    bool Approx,
    bool Borderline
);

/// <summary>A relation as a reader annotated it.</summary>
internal sealed record GoldRelation(string Type, IReadOnlyList<string> Members, bool Holds, string Class);

/// <summary>One annotated text: the five real reports (seeds) or one of the short texts (corpus).</summary>
internal sealed class AnnotatedText
{
    public required string Name { get; init; }

    public required string Text { get; init; }

    /// <summary>True when every figure of the text is annotated, so that precision can be measured.</summary>
    public required bool Complete { get; init; }

    public required IReadOnlyList<GoldFigure> Figures { get; init; }

    public required IReadOnlyList<GoldRelation> Relations { get; init; }

    public required bool IsSeed { get; init; }

    /// <summary>Reads both sets from a folder that holds seeds/ and corpus/; an empty list when it does not exist.</summary>
    public static IReadOnlyList<AnnotatedText> ReadAll(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return [];
        }
        return [.. ReadSet(Path.Combine(folder, "seeds"), "", "doc"), .. ReadSet(Path.Combine(folder, "corpus"), "files", "n")];
    }

    private static IEnumerable<AnnotatedText> ReadSet(string folder, string texts, string key)
    {
        var figures = Lines(folder, "figures.jsonl").ToLookup(line => line.GetProperty(key).GetString()!);
        var relations = Lines(folder, "relations.jsonl").ToLookup(line => line.GetProperty(key).GetString()!);
        var index = Path.Combine(folder, "index.jsonl");
        var partial = File.Exists(index)
            ? Lines(folder, "index.jsonl")
                .Where(l => !l.GetProperty("annotated").GetBoolean())
                .Select(l => l.GetProperty("n").GetString())
                .ToHashSet()
            : [];
        foreach (var file in Directory.EnumerateFiles(Path.Combine(folder, texts), "*.txt").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            yield return new AnnotatedText
            {
                Name = name,
                Text = File.ReadAllText(file),
                Complete = !partial.Contains(name),
                IsSeed = key == "doc",
                Figures = [.. figures[name].Select(ReadFigure)],
                Relations = [.. relations[name].Select(ReadRelation)],
            };
        }
    }

    private static IEnumerable<JsonElement> Lines(string folder, string file) =>
        File.ReadLines(Path.Combine(folder, file))
            .Where(line => line.Length > 1)
            .Select(line => JsonDocument.Parse(line).RootElement);

    private static GoldFigure ReadFigure(JsonElement f) =>
        new(
            f.GetProperty("id").GetString()!,
            f.GetProperty("start").GetInt32(),
            f.GetProperty("text").GetString()!,
            f.GetProperty("value").GetDecimal(),
            f.GetProperty("unit").GetString()!,
            f.GetProperty("kind").GetString()!,
            f.GetProperty("approx").GetBoolean(),
            f.TryGetProperty("borderline", out var borderline) && borderline.ValueKind == JsonValueKind.True
        );

    private static GoldRelation ReadRelation(JsonElement r) =>
        new(
            r.GetProperty("type").GetString()!,
            [.. r.GetProperty("members").EnumerateArray().Select(m => m.GetString()!)],
            r.GetProperty("holds").GetBoolean(),
            r.TryGetProperty("class", out var c) ? c.GetString()!
                : r.GetProperty("holds").GetBoolean() ? "holds"
                : "scope"
        );
}
