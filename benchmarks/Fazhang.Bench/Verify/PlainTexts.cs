using Fazhang.Verify;

namespace Fazhang.Bench.Verify;

/// <summary>
/// Texts that nobody has annotated: what the checker itself finds to hold stands in for the annotations, so that slips can be
/// seeded into any folder of reports. It shows how firm the checker stands on what it sees, not what it overlooks.
/// </summary>
internal static class PlainTexts
{
    /// <summary>Prints findings and the seeded slips found for every .txt file under the folder; exit code 0, or 2 without files.</summary>
    public static int Run(string folder, bool showMisses)
    {
        var files = Directory.EnumerateFiles(folder, "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        if (files.Count == 0)
        {
            Console.Error.WriteLine($"no .txt files in {folder}");
            return 2;
        }
        var texts = files.ConvertAll(Read);
        foreach (var (text, result) in texts)
        {
            foreach (var finding in result.Findings)
            {
                Console.WriteLine($"{text.Name} {finding.Level} {finding.Code}: {finding.Message}");
            }
        }
        var lines = new List<string>();
        SlipMeasure.Run(texts, lines);
        foreach (var line in lines.Where(line => showMisses || !VerifyBench.IsCase(line)))
        {
            Console.WriteLine(line);
        }
        Console.WriteLine(
            $"{texts.Count} texts, {texts.Sum(t => t.Result.Figures.Count)} figures, {texts.Sum(t => t.Result.Relations.Count)} relations"
        );
        return 0;
    }

    private static (AnnotatedText Text, CheckResult Result) Read(string file)
    {
        var text = File.ReadAllText(file);
        var result = ReportChecker.Check(text);
        var name = Path.GetFileNameWithoutExtension(file);
        var figures = result.Figures.Select((figure, i) => ToGold(figure, Id(name, i))).ToList();
        var byId = figures.ToDictionary(figure => figure.Id);
        var relations = result
            .Relations.Where(relation => relation.Verdict == Verdict.Holds && TypeOf(relation) is not null)
            .Select(relation => new GoldRelation(
                TypeOf(relation)!,
                [.. relation.Members.Select(member => Id(name, member))],
                Holds: true,
                "holds"
            ))
            .Where(relation =>
                GoldArithmetic.CanCheck(relation, byId) && GoldArithmetic.Agrees(relation, byId, id => byId[id].Value)
            )
            .ToList();
        var annotated = new AnnotatedText
        {
            Name = name,
            Text = text,
            Complete = false,
            Figures = figures,
            Relations = relations,
            IsSeed = false,
        };
        return (annotated, result);
    }

    private static string Id(string name, int figure) => $"{name}:{figure}";

    private static GoldFigure ToGold(Figure figure, string id) =>
        new(
            id,
            figure.Start,
            figure.Text,
            figure.Value,
            figure.Unit,
            VerifyJson.Name(figure.Kind),
            figure.Approx,
            Borderline: false
        );

    private static string? TypeOf(Relation relation) =>
        relation.Type switch
        {
            RelationType.Sum or RelationType.PercentSum => "sum",
            RelationType.Ratio => "ratio",
            RelationType.YearOnYear => "yoy_pair",
            _ => null,
        };
}
