namespace Fazhang.Verify.Relations;

/// <summary>百分比合计: the shares of a list that ends with 其他 should add up to 100. Offices adjust the last share by hand, so a small gap is no finding.</summary>
internal sealed class PercentSumFinder(Context context, Ledger ledger)
{
    /// <summary>Nobody divides a whole into more parts; a bound keeps the work linear.</summary>
    private const int LongestList = 40;

    private const decimal SmallestSum = 40;

    private const decimal LargestSum = 180;

    /// <summary>从地域看 or 在立案的提案中 announces all shares; a list that makes less is a choice.</summary>
    private const decimal SmallestView = 85;

    /// <summary>A smaller rest is left out more often than mistaken.</summary>
    private const decimal SmallestGap = 2;

    public void Find()
    {
        for (var i = 0; i < context.Figures.Count; )
        {
            var list = ListFrom(i);
            if (list.Count >= 3)
            {
                Check(list);
            }
            else if (list.Count == 2)
            {
                CheckPair(list);
            }
            i = list.Count > 0 ? list[^1] + 1 : i + 1;
        }
    }

    /// <summary>男性占60%,女性占40%: two kinds of which everything is one or the other.</summary>
    private void CheckPair(List<int> pair)
    {
        var labels = pair.ConvertAll(i => context.Label(i).Replace("占比", "", StringComparison.Ordinal).TrimEnd('占', '为'));
        var sum = pair.Sum(i => context[i].Value);
        if (!pair.TrueForAll(i => context.Label(i).Contains('占')) || !Partitions.ArePair(labels[0], labels[1]))
        {
            return;
        }
        var terms = string.Join(" + ", pair.Select(i => Arithmetic.Show(context[i].Value)));
        if (Math.Abs(sum - 100) <= pair.Sum(i => context[i].Step))
        {
            ledger.Holds(RelationType.PercentSum, pair, "100%", $"{terms} = {Arithmetic.Show(sum)}，合100%");
            return;
        }
        ledger.Fails(
            RelationType.PercentSum,
            pair,
            FindingLevel.Question,
            FindingCodes.PercentsNot100,
            "100%",
            $"{terms} = {Arithmetic.Show(sum)}",
            $"{terms} = {Arithmetic.Show(sum)}，两项非此即彼而合计不是100%，相差{Arithmetic.Show(Math.Abs(100 - sum))}。请核对各占比。"
        );
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
                    || context.Label(i).AsSpan().IndexOfAny('率', '度') >= 0
                    || (list.Count > 0 && Enumerable.Range(list[^1] + 1, i - list[^1]).Any(k => Labels.HasAmong(context.Gap(k))))
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

    /// <summary>
    /// Shares of one whole, each said with 占, that make more than 100, or that one slip of the pen would bring to 100. A list
    /// of shares that makes less is otherwise a choice.
    /// </summary>
    private bool IsStrange(List<int> list, decimal sum, decimal tolerance)
    {
        if (
            sum is < SmallestSum or > LargestSum
            || !list.TrueForAll(i => context.Label(i).Length == 0 || context.Label(i).Contains('占'))
        )
        {
            return false;
        }
        return sum > 100 + tolerance
            || list.TrueForAll(IsOrdinal)
            || sum >= SmallestView && Viewpoints.Viewpoint(context.Gap(list[0])) is not null
            || Math.Abs(100 - sum) >= SmallestGap
                && list.Exists(i =>
                    Slips.Explain(
                        context[i],
                        new Interval(100 - sum + context[i].Value - tolerance, 100 - sum + context[i].Value + tolerance)
                    )
                        is not null
                );
    }

    /// <summary>第一产业…占, 第二产业…占, 第三产业…占: numbered kinds are all there are.</summary>
    private bool IsOrdinal(int share) => context.Label(share).StartsWith('第') && context.Label(share).EndsWith('占');

    /// <summary>一类占88.5%,二类占11.5%;达标的占75.2%: two that make 100 close the list.</summary>
    private bool IsClosedEarly(List<int> list) =>
        list.Count <= LongestList
        && Enumerable
            .Range(2, list.Count - 2)
            .Any(count =>
                Math.Abs(list.Take(count).Sum(i => context[i].Value) - 100) <= list.Take(count).Sum(i => context[i].Step)
            );

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
        else if (hasRest ? sum is > 40 and < 200 : !IsClosedEarly(list) && IsStrange(list, sum, tolerance))
        {
            ledger.Fails(
                RelationType.PercentSum,
                list,
                FindingLevel.Question,
                FindingCodes.PercentsNot100,
                "100%",
                $"{terms} = {Arithmetic.Show(sum)}",
                $"{terms} = {Arithmetic.Show(sum)}，{(hasRest ? "列有“其他”而" : "")}合计不是100%，相差{Arithmetic.Show(Math.Abs(100 - sum))}。请核对各占比。"
            );
        }
    }
}
