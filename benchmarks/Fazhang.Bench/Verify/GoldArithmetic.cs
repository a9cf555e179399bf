namespace Fazhang.Bench.Verify;

/// <summary>Recomputes annotated relations, so that a slip is only counted when it really breaks one.</summary>
internal static class GoldArithmetic
{
    /// <summary>True when the relation is one that can be recomputed from its members alone.</summary>
    public static bool CanCheck(GoldRelation relation, IReadOnlyDictionary<string, GoldFigure> figures) =>
        relation.Holds
        && relation.Class == "holds"
        && relation.Members.All(figures.ContainsKey)
        && (IsSum(relation) || IsPercentSum(relation, figures) || IsRatio(relation, figures) || IsGrowth(relation));

    /// <summary>True when the members still agree, with a generous allowance for rounding.</summary>
    public static bool Agrees(GoldRelation relation, IReadOnlyDictionary<string, GoldFigure> figures, Func<string, decimal> value)
    {
        var members = relation.Members;
        if (IsPercentSum(relation, figures))
        {
            return Math.Abs(members.Sum(value) - 100) <= members.Sum(m => Step(figures[m]));
        }
        if (IsSum(relation))
        {
            return Math.Abs(members.Skip(1).Sum(value) - value(members[0]))
                <= members.Sum(m => figures[m].Approx ? figures[m].Value * 0.1m : StepOfAmount(figures[m]));
        }
        if (IsRatio(relation, figures))
        {
            var whole = value(members[^1]);
            var part = members.Skip(1).SkipLast(1).Sum(value);
            return whole != 0 && Math.Abs((100 * part / whole) - value(members[0])) <= Step(figures[members[0]]);
        }
        var (now, other) = (value(members[1]), value(members[2]));
        decimal[] earlier = [other, now - other, now + other];
        return earlier.Any(e =>
            e > 0 && Math.Abs(Math.Abs((100 * now / e) - 100) - value(members[0])) <= Step(figures[members[0]])
        );
    }

    private static bool IsSum(GoldRelation relation) => relation.Type == "sum";

    private static bool IsPercentSum(GoldRelation relation, IReadOnlyDictionary<string, GoldFigure> figures) =>
        IsSum(relation) && relation.Members.All(m => figures[m].Kind == "percent");

    private static bool IsRatio(GoldRelation relation, IReadOnlyDictionary<string, GoldFigure> figures) =>
        relation.Type == "ratio" && relation.Members.Count >= 3 && figures[relation.Members[0]].Kind == "percent";

    private static bool IsGrowth(GoldRelation relation) => relation.Type == "yoy_pair" && relation.Members.Count == 3;

    private static decimal Step(GoldFigure figure)
    {
        var point = figure.Text.IndexOf('.', StringComparison.Ordinal);
        var step = 1m;
        for (var i = point + 1; point >= 0 && i < figure.Text.Length && char.IsAsciiDigit(figure.Text[i]); i++)
        {
            step /= 10;
        }
        return step;
    }

    private static decimal StepOfAmount(GoldFigure figure) =>
        figure.Text.Contains('亿') ? Step(figure) * 100_000_000
        : figure.Text.Contains('万') ? Step(figure) * 10_000
        : 0;
}
