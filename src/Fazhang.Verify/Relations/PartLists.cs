namespace Fazhang.Verify.Relations;

/// <summary>A list of amounts that reads like the parts of a whole.</summary>
internal sealed record PartList
{
    public required List<int> Parts { get; init; }

    /// <summary>其中, 包括 … stands before the list.</summary>
    public required bool IsMarked { get; init; }

    /// <summary>The items are joined by 、.</summary>
    public required bool IsEnumerated { get; init; }

    /// <summary>The text says that nothing is left out: it ends with 其他, or its items are all outcomes there are.</summary>
    public required bool IsComplete { get; init; }
}

/// <summary>Cuts a run of amounts into lists.</summary>
internal sealed class PartLists(Context context)
{
    /// <summary>Longer words between two amounts start a new statement.</summary>
    private const int LongestItem = 16;

    public IEnumerable<PartList> In(List<int> run)
    {
        var start = 0;
        while (start < run.Count)
        {
            var end = start + 1;
            while (end < run.Count && end - start < 16 && Continues(run[end - 1], run[end]))
            {
                end++;
            }
            if (ToList(run.GetRange(start, end - start)) is { } list)
            {
                yield return list;
            }
            start = end;
        }
    }

    /// <summary>The list whose last item is the given one, within its part of the sentence.</summary>
    public List<int> EndingAt(List<int> run, int last)
    {
        var start = last;
        while (
            start > 0
            && last - start < 16
            && Continues(run[start - 1], run[start])
            && !context.Gap(run[start]).TrimStart().StartsWith(';')
        )
        {
            start--;
        }
        return run.GetRange(start, last - start + 1);
    }

    private PartList? ToList(List<int> parts)
    {
        var marked = Labels.HasAmong(context.Gap(parts[0]));
        if (!marked && parts.Count > 1 && !StartsList(parts[0]))
        {
            // The first amount of an unmarked list is usually the whole itself: 受理71件,甲30件、乙41件.
            if (
                parts.Count > 2
                && context.Gap(parts[1]).StartsWith(',')
                && context.Gap(parts[2]).StartsWith('、')
                && !IsPartition(parts)
            )
            {
                parts = parts[1..];
            }
        }
        if (!marked && parts.Count < 2)
        {
            return null;
        }
        return new PartList
        {
            Parts = parts,
            IsMarked = marked,
            IsEnumerated = parts.Count > 1 && parts.Skip(1).All(part => context.Gap(part).StartsWith('、')),
            IsComplete = parts.Count > 1 && (IsPartition(parts) || (parts.Count > 2 && Labels.IsRest(context.Label(parts[^1])))),
        };
    }

    private bool IsPartition(List<int> parts) => Labels.ArePartition([.. parts.Select(context.Label)]);

    private bool StartsList(int part) => context.Gap(part).Contains(':') || context.Gap(part).Contains('。');

    /// <summary>The next amount belongs to the same list: only list marks and a short name stand between, percentages aside.</summary>
    private bool Continues(int before, int next)
    {
        var gap = context.Gap(next);
        if (
            Labels.HasAmong(gap)
            || context.Label(next).Length > LongestItem
            || gap.Contains("上年", StringComparison.Ordinal)
            || next - before > 3
        )
        {
            return false;
        }
        for (var i = before + 1; i < next; i++)
        {
            if (context.IsAmount(i))
            {
                return false;
            }
        }
        return gap.TrimStart() is [',' or '、' or ';' or ')', ..]
            && !gap.Contains('。')
            && !gap.TrimEnd().EndsWith('为')
            && !gap.Contains(",为", StringComparison.Ordinal);
    }
}
