namespace Fazhang.Verify.Relations;

/// <summary>Why a list is taken for the parts of a whole.</summary>
internal enum ListEvidence
{
    /// <summary>The items are joined by 、.</summary>
    Enumerated,

    /// <summary>The items right behind an amount, up to the end of the sentence, only name kinds of what it counts: 办证90件,国内60件,涉外30件。</summary>
    Following,

    /// <summary>Two outcomes that leave nothing out: 办结, 在办.</summary>
    Opposites,

    /// <summary>A colon or a bracket right behind the whole announces the list: 共12人:甲4人,乙8人。 12人(甲4人、乙8人)</summary>
    Announced,

    /// <summary>The sentence says by what the whole named before is divided: 从类型看, 在受理的案件中.</summary>
    Viewed,

    /// <summary>其中 stands before the list.</summary>
    Marked,

    /// <summary>The text says that nothing is left out: it ends with 其他, or its items are all outcomes there are.</summary>
    Complete,
}

/// <summary>A list of amounts that reads like the parts of a whole.</summary>
internal sealed record PartList(List<int> Parts, ListEvidence Evidence);

/// <summary>Cuts a run of amounts into lists.</summary>
internal sealed class PartLists(Context context)
{
    /// <summary>Longer words between two amounts start a new statement.</summary>
    private const int LongestItem = 16;

    /// <summary>Behind a semicolon an item may be long: 关于促进经济健康发展和生态文明建设的有1451件.</summary>
    private const int LongestStatement = 26;

    private const int MostParts = 16;

    /// <summary>In figures: 甲40件,增加3件,增长8.1%,占20%,提高2个百分点;乙….</summary>
    private const int FarthestItem = 6;

    /// <summary>All lists of the run, those with the strongest evidence first.</summary>
    public IEnumerable<PartList> In(List<int> run)
    {
        for (var start = 0; start < run.Count; )
        {
            var end = start + 1;
            while (end < run.Count && end - start < MostParts && Continues(run[end - 1], run[end]))
            {
                end++;
            }
            var segment = run.GetRange(start, end - start);
            foreach (var list in InSegment(segment))
            {
                yield return list;
            }
            start = end;
        }
    }

    private IEnumerable<PartList> InSegment(List<int> segment)
    {
        var isMarked = Labels.HasAmong(context.Gap(segment[0]));
        var parts = isMarked ? segment : WithoutWhole(segment);
        if (IsComplete(parts))
        {
            yield return new PartList(parts, ListEvidence.Complete);
        }
        else if (LongestPartition(segment) is { } partition)
        {
            yield return new PartList(partition, ListEvidence.Complete);
        }
        if (segment.Count > 1 && (context.Gap(segment[0]).TrimStart().StartsWith(':') || IsInBrackets(segment)))
        {
            yield return new PartList(segment, ListEvidence.Announced);
        }
        if (segment.Count > 1 && Viewpoints.Inside(context.Label(segment[0])) is not null)
        {
            yield return new PartList(segment, ListEvidence.Viewed);
        }
        else if (isMarked)
        {
            yield return new PartList(segment, ListEvidence.Marked);
        }
        else if (segment.Count > 1 && Viewpoints.Viewpoint(context.Gap(segment[0])) is not null)
        {
            yield return new PartList(segment, ListEvidence.Viewed);
        }
        else if (IsOwnSentence(segment))
        {
            yield return new PartList(segment, ListEvidence.Following);
        }
        else if (Following(segment) is { } following)
        {
            yield return new PartList(following, ListEvidence.Following);
        }
        for (var i = 0; i + 1 < segment.Count; i++)
        {
            var pair = segment.GetRange(i, 2);
            if (Partitions.ArePartition([.. pair.Select(context.Name)]))
            {
                yield return new PartList(pair, ListEvidence.Opposites);
            }
        }
        for (var i = 0; i < segment.Count; )
        {
            var end = i + 1;
            while (end < segment.Count && Joint(segment[end]) == '、' && !IsCut(segment[end - 1], segment[end]))
            {
                end++;
            }
            if (end - i > 1)
            {
                yield return new PartList(segment.GetRange(i, end - i), ListEvidence.Enumerated);
            }
            i = end;
        }
    }

    /// <summary>产值1145亿元;收入年均增长15.2%、2016年达105亿元: a semicolon stands before a percentage in between.</summary>
    private bool IsCut(int before, int next) =>
        Enumerable.Range(before + 1, next - before).Any(i => context.Gap(i).Contains(';'));

    /// <summary>The first amount of an unmarked list may be the whole itself: 受理71件,甲30件、乙41件.</summary>
    private List<int> WithoutWhole(List<int> segment)
    {
        var rest = segment.Skip(1).Sum(part => context[part].Value);
        var isWhole = segment.Count > 2 && Joint(segment[1]) != Joint(segment[2]) && context[segment[0]].Value >= rest * 0.7m;
        return isWhole ? segment[1..] : segment;
    }

    /// <summary>申请12件(甲4件、乙8件): the bracket holds the list and nothing else.</summary>
    private bool IsInBrackets(List<int> segment) =>
        context.Gap(segment[0]).TrimStart().StartsWith('(')
        && context.Text[context.UnitEnd(segment[^1])] == ')'
        && context.Text.Span(context[segment[0]].Start, context.UnitEnd(segment[^1])).IndexOf(')') < 0;

    /// <summary>The list ends with 其他.</summary>
    public bool IsClosed(List<int> parts) => parts.Count > 2 && Labels.IsRest(context.Label(parts[^1]));

    private bool IsComplete(List<int> parts) =>
        AreSharesComplete(parts)
        || (
            parts.Count > 2
            && (Partitions.ArePartition([.. parts.Select(context.Label)]) || Labels.IsRest(context.Label(parts[^1])))
        );

    /// <summary>处分90人。厅局2人,县处8人,乡科80人。: a sentence that only names kinds speaks of the amount right before it.</summary>
    private bool IsOwnSentence(List<int> segment) =>
        segment.Count > 2
        && segment[0] > 0
        && !context.SameSentence(segment[0] - 1, segment[0])
        && context.Layout.SentenceStart(context[segment[0]].Start) + context.Label(segment[0]).Length
            >= context[segment[0]].Start - 1
        && segment.TrueForAll(part =>
            context[part].Unit == context[segment[0]].Unit
            && context.Label(part).Length > 1
            && !Labels.IsReport(context.Label(part))
        );

    /// <summary>
    /// The amounts behind the first one of the segment, when that says what was done and they only say to what: a list of kinds.
    /// Null when one of them reports something of its own (受理90件,办结60件) or the clause goes on.
    /// </summary>
    private List<int>? Following(List<int> segment)
    {
        var stop = segment.FindIndex(1, part => context.Gap(part).Contains(';'));
        var parts = segment.GetRange(1, (stop < 0 ? segment.Count : stop) - 1);
        var first = segment[0];
        return
            parts.Count >= 2
            && context[first].IsExact
            && Labels.IsReport(context.Label(first))
            && parts.TrueForAll(part =>
                context.Compatible(part, first)
                && context[part].Value <= context[first].Value
                && !Labels.IsReport(context.Label(part))
                && context.Label(part).Length > 1
            )
            ? parts
            : null;
    }

    /// <summary>Outcomes of one complete set in a row, among other amounts: 清理95件,保留60件,失效30件,修改5件.</summary>
    private List<int>? LongestPartition(List<int> segment)
    {
        var labels = segment.ConvertAll(context.Label);
        for (var length = segment.Count - 1; length > 2; length--)
        {
            for (var start = segment.Count - length; start >= 0; start--)
            {
                if (Partitions.ArePartition(labels.GetRange(start, length)))
                {
                    return segment.GetRange(start, length);
                }
            }
        }
        return null;
    }

    /// <summary>Every item has its share, and the shares make 100: 甲6件,占60%;乙4件,占40%. Or all shares follow the list.</summary>
    public bool AreSharesComplete(List<int> parts)
    {
        if (parts.Count < 2)
        {
            return false;
        }
        var beside = parts.ConvertAll(part => part + 1);
        var behind = parts.ConvertAll(part => part - parts[0] + parts[^1] + 1);
        return IsHundred(beside) || (parts[^1] - parts[0] == parts.Count - 1 && IsHundred(behind));
    }

    /// <summary>The amount that most shares of the items take as their whole; null when none of them does.</summary>
    public int? WholeByShares(List<int> parts, List<int> wholes)
    {
        var best = wholes
            .Select(whole => (Whole: whole, Count: parts.Count(part => Fits(part, whole))))
            .MaxBy(entry => entry.Count);
        return best.Count > 0 ? best.Whole : null;
    }

    private bool Fits(int part, int whole) =>
        part + 1 < context.Figures.Count
        && context[part + 1].Kind == FigureKind.Percent
        && Interval.Percent(Interval.Of(context[part]), Interval.Of(context[whole])) is { } percent
        && percent.Meets(Interval.Of(context[part + 1]));

    private bool IsHundred(List<int> shares) =>
        shares.TrueForAll(i =>
            i < context.Figures.Count && context[i].Kind == FigureKind.Percent && !context.Label(i).Contains('率')
        )
        && Math.Abs(shares.Sum(i => context[i].Value) - 100) <= shares.Sum(i => context[i].Step);

    /// <summary>The mark that joins an item to the one before; a closing bracket and words behind the number before are skipped.</summary>
    public char Joint(int part)
    {
        var gap = context.Gap(part).AsSpan().TrimStart(") ");
        if (gap.StartsWith("(") && gap.IndexOf(')') is > 0 and var close)
        {
            gap = gap[(close + 1)..]; // 2个(甲省和乙省),另一类17个
        }
        var at = gap.IndexOfAny(",、;:。");
        var isLeading = context.Label(part).Length == 0; // 12项当场办理、3项暂缓: the words follow their number
        return at < 0 || at > (isLeading ? LongestItem : 0) ? ' ' : gap[at];
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

    /// <summary>The next amount belongs to the same list: only list marks and a short name stand between, percentages aside.</summary>
    private bool Continues(int before, int next)
    {
        var gap = context.Gap(next);
        if (
            Labels.HasAmong(gap)
            || gap.Contains("包括", StringComparison.Ordinal)
            || context.Label(next).Length > (gap.TrimStart().StartsWith(';') ? LongestStatement : LongestItem)
            || gap.Contains("上年", StringComparison.Ordinal)
            || next - before > FarthestItem
        )
        {
            return false;
        }
        // ;立案的提案中,委员提案50件, or ;刑事里侦查阶段50件: a list of its own.
        if (
            gap.TrimStart().StartsWith(';')
            && (Viewpoints.Viewpoint(gap) is not null || Viewpoints.Inside(context.Label(next)) is not null)
        )
        {
            return false;
        }
        // (其中甲74件),有320件: the bracket closes the list.
        if (context.Gap(before).Contains('(') && gap.TrimStart().StartsWith(')'))
        {
            return false;
        }
        for (var i = before + 1; i < next; i++)
        {
            // 批捕90件120人,不捕30件40人: the second amount counts the same thing once more.
            if (context.IsCurrent(i) && context.Gap(i).Length > 0)
            {
                return false;
            }
        }
        return Joint(next) is ',' or '、' or ';'
            && !gap.Contains('。')
            && !gap.TrimEnd().EndsWith('为')
            && !gap.Contains(",为", StringComparison.Ordinal);
    }
}
