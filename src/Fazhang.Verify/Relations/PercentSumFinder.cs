namespace Fazhang.Verify.Relations;

/// <summary>百分比合计: the shares of a list that ends with 其他 should add up to 100. Offices adjust the last share by hand, so a small gap is no finding.</summary>
internal sealed class PercentSumFinder(Context context, Ledger ledger)
{
    public void Find()
    {
        for (var i = 0; i < context.Figures.Count; )
        {
            var list = ListFrom(i);
            if (list.Count >= 3)
            {
                Check(list);
            }
            i = list.Count > 0 ? list[^1] + 1 : i + 1;
        }
    }

    /// <summary>Percentages of one sentence in a row, each at most one amount and one change apart.</summary>
    private List<int> ListFrom(int first)
    {
        var list = new List<int>();
        if (context[first].Kind != FigureKind.Percent || context[first].Approx)
        {
            return list;
        }
        for (
            var i = first;
            i < context.Figures.Count && context.SameSentence(first, i) && (list.Count == 0 || i - list[^1] <= 3);
            i++
        )
        {
            if (context[i].Kind == FigureKind.Percent)
            {
                if (
                    context[i].Approx
                    || context.Label(i).Contains('率')
                    || (list.Count > 0 && (i - list[^1] > 3 || context.Gap(i).Length > 20))
                )
                {
                    break;
                }
                list.Add(i);
            }
        }
        return list;
    }

    private void Check(List<int> list)
    {
        var sum = list.Sum(i => context[i].Value);
        var hasRest = list.Exists(i => Labels.IsRest(context.Label(i)) || Labels.IsRest(context.Label(Math.Max(0, i - 1))));
        var tolerance = list.Sum(i => context[i].Step);
        var terms = string.Join(" + ", list.Select(i => Arithmetic.Show(context[i].Value)));
        if (Math.Abs(sum - 100) <= tolerance)
        {
            ledger.Holds(RelationType.PercentSum, list, "100%", $"{terms} = {Arithmetic.Show(sum)}，合100%");
        }
        else if (hasRest && sum is > 40 and < 200)
        {
            ledger.Fails(
                RelationType.PercentSum,
                list,
                FindingLevel.Question,
                FindingCodes.PercentsNot100,
                "100%",
                $"{terms} = {Arithmetic.Show(sum)}",
                $"{terms} = {Arithmetic.Show(sum)}，列有“其他”而合计不是100%，相差{Arithmetic.Show(Math.Abs(100 - sum))}。请核对各占比。"
            );
        }
    }
}
