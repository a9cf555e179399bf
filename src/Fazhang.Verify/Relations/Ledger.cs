namespace Fazhang.Verify.Relations;

/// <summary>Collects the relations and findings of one text.</summary>
internal sealed class Ledger(Context context)
{
    private readonly List<Relation> relations = [];
    private readonly List<Finding> findings = [];
    private readonly HashSet<string> seen = [];
    private readonly HashSet<(RelationType, int)> noted = [];

    public IReadOnlyList<Relation> Relations => relations;

    /// <summary>Errors first, each level in the order of the text.</summary>
    public IReadOnlyList<Finding> Findings =>
        [.. findings.OrderBy(f => f.Level).ThenBy(f => f.Start).ThenBy(f => f.Code, StringComparer.Ordinal)];

    public void Holds(RelationType type, IReadOnlyList<int> members, string expected, string explanation) =>
        Add(type, members, Verdict.Holds, expected, explanation);

    /// <summary>True when a relation of the type was noted for the figure.</summary>
    public bool IsNoted(RelationType type, int figure) => noted.Contains((type, figure));

    /// <summary>Records a relation that fails, with its finding at the first member.</summary>
    public void Fails(
        RelationType type,
        IReadOnlyList<int> members,
        FindingLevel level,
        string code,
        string expected,
        string explanation,
        string message
    )
    {
        var verdict = level == FindingLevel.Error ? Verdict.Error : Verdict.Question;
        if (Add(type, members, verdict, expected, explanation) is { } index)
        {
            Remark(level, code, members[0], message, index);
        }
    }

    /// <summary>A finding at one figure.</summary>
    public void Remark(FindingLevel level, string code, int figure, string message, int? relation = null) =>
        findings.Add(
            new Finding
            {
                Level = level,
                Code = code,
                Start = context[figure].Start,
                Length = context[figure].Length,
                Message = message,
                Relation = relation,
            }
        );

    /// <summary>A finding on a stretch of text or, with length 0, on the whole text.</summary>
    public void RemarkAt(FindingLevel level, string code, int start, int length, string message) =>
        findings.Add(
            new Finding
            {
                Level = level,
                Code = code,
                Start = start,
                Length = length,
                Message = message,
            }
        );

    private int? Add(RelationType type, IReadOnlyList<int> members, Verdict verdict, string expected, string explanation)
    {
        if (!seen.Add($"{type}:{string.Join(',', members)}"))
        {
            return null;
        }
        noted.Add((type, members[0]));
        relations.Add(
            new Relation
            {
                Type = type,
                Members = members,
                Verdict = verdict,
                Expected = expected,
                Actual = context.Show(members[0]),
                Explanation = explanation,
            }
        );
        return relations.Count - 1;
    }
}
