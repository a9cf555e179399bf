namespace Fazhang.Verify.Relations;

/// <summary>甲20件、乙34件,合计54件: totals that stand behind their list.</summary>
internal sealed class TotalsBehind(Context context, Ledger ledger, SumLedger sums, PartLists lists)
{
    private const int MostParts = 16;

    /// <summary>Fewer amounts come near a stock by chance.</summary>
    private const int LongList = 3;

    /// <summary>A tenth of one part, and what rounding leaves open, are less than this of the total.</summary>
    private const decimal NearShare = 0.15m;

    /// <summary>Amounts scattered over a sentence belong to its total when they are few.</summary>
    private const int MostScattered = 4;

    /// <summary>Notes every total of the run that stands behind the amounts it adds up.</summary>
    public void FindIn(List<int> run)
    {
        for (var at = 2; at < run.Count; at++)
        {
            var label = context.Label(run[at]);
            if (IsYearBehind(run, at))
            {
                JudgeYear(run, at);
                continue;
            }
            // 三类相加占全部500件的50%: the amount is the whole of a share, not the total of the list.
            if (!Labels.HasTotal(label) || label.Contains('占'))
            {
                continue;
            }
            if (Agreeing(run, at) is { } parts)
            {
                sums.Record(run[at], parts);
            }
            else if (!sums.IsUsed(run[at - 1]))
            {
                Judge(run, at, label);
            }
        }
    }

    /// <summary>上半年20件,下半年30件,全年50件.</summary>
    private bool IsYearBehind(List<int> run, int at) =>
        PeriodLists.IsYear(context.Label(run[at])) && (IsYearOf(run, at, 2) || at >= 4 && IsYearOf(run, at, 4));

    private bool IsYearOf(List<int> run, int at, int count) =>
        PeriodLists.AreWholeYear(run.GetRange(at - count, count).ConvertAll(context.Label));

    private void JudgeYear(List<int> run, int at)
    {
        var parts = run.GetRange(IsYearOf(run, at, 2) ? at - 2 : at - 4, IsYearOf(run, at, 2) ? 2 : 4);
        if (sums.Sum(parts).Meets(Interval.Of(context[run[at]])))
        {
            sums.Record(run[at], parts);
            return;
        }
        // Something else than what was counted in the parts may be meant by the year's amount.
        sums.Report(run[at], parts, FindingLevel.Question, FindingCodes.SumMismatch);
    }

    /// <summary>The amounts right before the total that make it; the longest such list, or null.</summary>
    private List<int>? Agreeing(List<int> run, int at)
    {
        var sum = new Interval(0, 0);
        var found = 0;
        for (var count = 1; count <= Math.Min(MostParts, at); count++)
        {
            sum += Interval.Of(context[run[at - count]]);
            if (count > 1 && sum.Meets(Interval.Of(context[run[at]])))
            {
                found = count;
            }
        }
        return found > 0 ? run.GetRange(at - found, found) : null;
    }

    private void Judge(List<int> run, int at, string label)
    {
        var whole = run[at];
        if (Added(run, at) is { } added && Labels.EndsWithTotal(label))
        {
            var isOpen = added.Exists(part => context.After(part).StartsWith('等'));
            sums.Report(whole, added, isOpen ? FindingLevel.Question : FindingLevel.Error, FindingCodes.SumMismatch);
            return;
        }
        var list = lists.EndingAt(run, at - 1);
        if (Labels.IsStockTotal(label))
        {
            // 新建3个、改建2个,总数达50个: all there are, not the sum of the list; unless a long list nearly makes it.
            if (list.Count >= LongList && IsSlipped(list, whole))
            {
                sums.Report(whole, list, FindingLevel.Question, FindingCodes.SumMismatch);
            }
            return;
        }
        var isCounted = Labels.TermsOfTotal(label) == list.Count;
        if (list.Count > 1 && (isCounted || Labels.IsBareTotal(label)))
        {
            if (!IsOfRate(list, whole))
            {
                // 罚款50件、没收40件,两类合计80件: one case may have both.
                var mayOverlap = isCounted && sums.Sum(list).Low > context[whole].High;
                var isCertain =
                    !mayOverlap
                    && sums.IsSameOrder(sums.Sum(list), whole)
                    && (!RatesBetween(list[^1], whole).Any() || lists.AreSharesComplete(list));
                sums.Report(whole, list, isCertain ? FindingLevel.Error : FindingLevel.Question, FindingCodes.SumMismatch);
            }
            return;
        }
        if (
            label[0] is '共' or '总' or '合'
            && list.Count > 1
            && (label is "共" || lists.IsClosed(list) || Partitions.ArePartition(list.ConvertAll(context.Name)))
            && context[whole].Unit == context[list[^1]].Unit
            && IsSlipped(list, whole)
        )
        {
            // 甲20件、乙30件、其他5件,共办结55件: what has been listed is counted; but some of it may still be open.
            sums.Report(whole, list, FindingLevel.Question, FindingCodes.SumMismatch);
            return;
        }
        var scattered = run.GetRange(0, at);
        if (
            Labels.EndsWithTotal(label)
            && scattered.Count <= MostScattered
            && context[whole].Unit.Length > 0
            && scattered.TrueForAll(part => context[part].Unit == context[whole].Unit)
            && (sums.IsSameOrder(sums.Sum(scattered), whole) || sums.Repair(whole, scattered) is not null)
            && !IsOfRate(scattered, whole)
        )
        {
            sums.Report(whole, scattered, FindingLevel.Question, FindingCodes.SumMismatch);
        }
    }

    /// <summary>The list nearly makes the total, or one slip keeps it from doing so.</summary>
    private bool IsSlipped(List<int> list, int whole)
    {
        var (sum, total) = (sums.Sum(list), Interval.Of(context[whole]));
        return Math.Abs(sum.Low - total.High) <= total.High * NearShare || sums.Repair(whole, list) is not null;
    }

    /// <summary>收入15亿元,加上补助3亿元、债券2亿元,收入合计20亿元: what is said to be added, with the amount it is added to.</summary>
    private List<int>? Added(List<int> run, int at)
    {
        for (var k = at - 1; k > 0 && at - k < MostParts; k--)
        {
            var gap = context.Gap(run[k]);
            if (gap.Contains(';'))
            {
                return null;
            }
            if (gap.Contains("加上", StringComparison.Ordinal) || gap.TrimStart().StartsWith(",加", StringComparison.Ordinal))
            {
                return run.GetRange(k - 1, at - k + 1);
            }
        }
        return null;
    }

    /// <summary>
    /// 甲办结20件、乙办结34件,合计办结率90%,合计60件: the total is the whole of the rate that stands before it, not of the list.
    /// </summary>
    private bool IsOfRate(List<int> parts, int whole)
    {
        foreach (var rate in RatesBetween(parts[^1], whole))
        {
            var isRate = context[rate].Kind == FigureKind.Percent;
            if (
                isRate
                && Interval.Percent(sums.Sum(parts), Interval.Of(context[whole])) is { } percent
                && percent.Meets(Interval.Of(context[rate]))
            )
            {
                var exact = Arithmetic.ShowPercent((percent.Low + percent.High) / 2);
                ledger.Holds(
                    RelationType.Ratio,
                    [rate, .. parts, whole],
                    exact,
                    $"({sums.Terms(parts)}) ÷ {Arithmetic.Show(context[whole].Value)} = {exact}，与{context.Show(rate)}相符"
                );
                return true;
            }
        }
        return false;
    }

    /// <summary>Percentages and changes between list and total, asides in brackets left out.</summary>
    private IEnumerable<int> RatesBetween(int last, int whole) =>
        Enumerable
            .Range(last + 1, whole - last - 1)
            .Where(i =>
                context[i].Kind is FigureKind.Percent or FigureKind.ChangePercent or FigureKind.ChangePoints
                && !context.IsInBrackets(i)
            );
}
