using Fazhang.Verify;

namespace Fazhang.Bench.Verify;

/// <summary>Seeds slips into annotated relations that hold and counts those that the checker remarks on; the result counts errors and questions.</summary>
internal static class SlipMeasure
{
    public static Score Run(List<(AnnotatedText Text, CheckResult Result)> results, List<string> lines)
    {
        var errors = new Dictionary<string, List<bool>>();
        var findings = new Dictionary<string, List<bool>>();
        foreach (var (text, before) in results)
        {
            var figures = text.Figures.ToDictionary(f => f.Id);
            var known = before.Findings.Select(f => (f.Code, f.Start)).ToHashSet();
            foreach (var relation in text.Relations.Where(r => GoldArithmetic.CanCheck(r, figures)))
            {
                foreach (var member in relation.Members.Select(id => figures[id]))
                {
                    foreach (var slip in SlipGenerator.Of(member).Where(s => Breaks(relation, figures, member, s)))
                    {
                        var level = Find(text, known, member, slip);
                        foreach (var key in new[] { "all", slip.Kind, relation.Type })
                        {
                            Add(errors, key, level == FindingLevel.Error);
                            Add(findings, key, level is not null);
                        }
                        if (level is null)
                        {
                            lines.Add($"  - unseen slip {slip.Kind} {relation.Type} {member.Id} {member.Text}→{slip.Text}");
                        }
                    }
                }
            }
        }
        lines.Add("SEEDED SLIPS remarked on (as an error; as an error or a question)");
        foreach (var key in findings.Keys)
        {
            lines.Add(
                $"  {key, -11} error {new Score(errors[key].Count(x => x), errors[key].Count)}; any {new Score(findings[key].Count(x => x), findings[key].Count)}"
            );
        }
        return new Score(findings["all"].Count(x => x), findings["all"].Count);
    }

    private static bool Breaks(GoldRelation relation, Dictionary<string, GoldFigure> figures, GoldFigure member, Slip slip) =>
        !GoldArithmetic.Agrees(relation, figures, id => id == member.Id ? slip.Value : figures[id].Value);

    /// <summary>The level of the first new remark that concerns the figure with the slip; null when there is none.</summary>
    private static FindingLevel? Find(AnnotatedText text, HashSet<(string, int)> known, GoldFigure member, Slip slip)
    {
        var changed = text.Text[..member.Start] + slip.Text + text.Text[(member.Start + member.Text.Length)..];
        var shift = slip.Text.Length - member.Text.Length;
        var result = ReportChecker.Check(changed);
        FindingLevel? best = null;
        foreach (var finding in result.Findings)
        {
            var origin = finding.Start > member.Start ? finding.Start - shift : finding.Start;
            var concerns = finding.Relation is { } index
                ? result.Relations[index].Members.Any(m => result.Figures[m].Start == member.Start)
                : finding.Start == member.Start && finding.Length > 0;
            if (concerns && (best is null || finding.Level < best) && !known.Contains((finding.Code, origin)))
            {
                best = finding.Level;
            }
        }
        return best;
    }

    private static void Add(Dictionary<string, List<bool>> scores, string key, bool hit)
    {
        if (!scores.TryGetValue(key, out var list))
        {
            scores[key] = list = [];
        }
        list.Add(hit);
    }
}
