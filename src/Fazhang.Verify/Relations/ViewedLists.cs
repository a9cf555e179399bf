namespace Fazhang.Verify.Relations;

/// <summary>受理1188件。从内容看,甲类839件,乙类112件,丙类237件: lists whose sentence says by what the whole before is divided.</summary>
internal sealed class ViewedLists(Context context, SumLedger sums)
{
    /// <summary>Sentences from the whole to a list that names its viewpoint; the end of a paragraph counts as one.</summary>
    private const int ViewedReach = 5;

    /// <summary>A list that covers less than this of an amount is hardly meant to be all of it.</summary>
    private const decimal SmallestCover = 0.7m;

    /// <summary>In figures.</summary>
    private const int FarthestTotal = 40;

    /// <summary>受理1188件。从内容看,甲类839件,乙类112件,丙类230件: the list is of the amount that the sentence before states.</summary>
    public void Ask(PartList list, List<int> wholes)
    {
        var near = wholes.FindAll(whole =>
            context.Sentence(list.Parts[0]) - context.Sentence(whole) <= ViewedReach
            && context[whole].Unit == context[list.Parts[0]].Unit
        );
        var inside = Viewpoints.Inside(context.Label(list.Parts[0]));
        var view = inside ?? Viewpoints.Viewpoint(context.Gap(list.Parts[0]))!;
        var named = near.FindAll(whole => IsNamedIn(view, whole));
        if (inside is not null && named.Count == 0)
        {
            return;
        }
        near = named.Count > 0 ? named : near;
        var totals = near.FindAll(whole => Labels.HasTotal(context.Label(whole)));
        near = named.Count == 0 && totals.Count > 0 ? totals : near;
        if (near.Count == 0 || list.Parts.Exists(sums.IsUsed))
        {
            return;
        }
        var sum = sums.Sum(list.Parts);
        if (StatedBefore(list.Parts[0], sum) is { } stated)
        {
            sums.Record(stated, list.Parts);
            return;
        }
        var whole = SumJudge.Closest(context, list.Parts, near, sum);
        var isOver = sum.Low > context[whole].High;
        var isClose = sum.High >= context[whole].Low * SmallestCover && sum.Low * SmallestCover <= context[whole].High;
        if (
            !sum.Meets(Interval.Of(context[whole]))
            && (isClose || sums.Repair(whole, list.Parts) is not null)
            && (isOver || !SumJudge.IsOpen(context, list) && !SharesSayOpen(list))
        )
        {
            sums.Report(
                whole,
                list.Parts,
                FindingLevel.Question,
                isOver ? FindingCodes.PartsOverlap : FindingCodes.ListIncomplete
            );
        }
    }

    /// <summary>The same amount pages before: several sections of a report divide one total.</summary>
    private int? StatedBefore(int first, Interval sum)
    {
        for (var i = first - 1; i >= Math.Max(0, first - FarthestTotal); i--)
        {
            if (
                context.IsCurrent(i)
                && context[i].Unit == context[first].Unit
                && context[i].Value >= SumJudge.SmallestMarkedRepair
                && sum.Meets(Interval.Of(context[i]))
            )
            {
                return i;
            }
        }
        return null;
    }

    private bool IsNamedIn(string view, int whole)
    {
        var called = context.Label(whole) + context.After(whole);
        return Enumerable.Range(0, view.Length - 1).Any(i => called.Contains(view.Substring(i, 2), StringComparison.Ordinal));
    }

    /// <summary>甲331起,占53%;乙117起,占19%: the shares make less than 100, so that something is left out.</summary>
    private bool SharesSayOpen(PartList list) =>
        list.Parts.TrueForAll(part =>
            part + 1 < context.Figures.Count
            && context[part + 1].Kind == FigureKind.Percent
            && context.Label(part + 1).StartsWith('占')
        )
        && list.Parts.Sum(part => context[part + 1].Value + context[part + 1].Step) < 100;
}
