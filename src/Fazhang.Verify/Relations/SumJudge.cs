namespace Fazhang.Verify.Relations;

/// <summary>
/// Decides about a list that does not add up to its whole: an error when the text itself says that the list is complete
/// and exclusive, a question when the list probably belongs to the whole, nothing otherwise.
/// </summary>
internal sealed class SumJudge(Context context, SumLedger sums, PartLists lists)
{
    private readonly ViewedLists viewed = new(context, sums);

    private const int MostTogether = 6;

    /// <summary>With small numbers a lost digit explains any difference.</summary>
    private const decimal SmallestRepair = 1000;

    /// <summary>其中 in the same sentence ties the list to its whole, so that a slip explains smaller numbers too.</summary>
    public const decimal SmallestMarkedRepair = 100;

    /// <summary>Sentences from a list to the amount that a slip makes its sum.</summary>
    private const int RepairReach = 1;

    /// <summary>Smaller sums agree by chance when whole and parts do not stand side by side.</summary>
    private const decimal SmallestDistantWhole = 20;

    /// <summary>Notes what is certain or strange about the list; <paramref name="wholes"/> are the amounts before it, nearest first.</summary>
    public void Judge(PartList list, List<int> wholes)
    {
        if (Labels.IsBesides(context.Gap(list.Parts[0])))
        {
            return;
        }
        if (list.Evidence == ListEvidence.Marked)
        {
            list = list with { Parts = WithoutOtherStatements(list.Parts, wholes[0]) };
        }
        if (list.Evidence == ListEvidence.Marked && FindTooLarge(list.Parts, wholes) is { } part)
        {
            sums.ReportTooLarge(part, wholes[0]);
            return;
        }
        if (list.Evidence == ListEvidence.Marked)
        {
            sums.RecordSubsets(list.Parts, wholes[0]);
        }
        if (list.Parts.Count < 2)
        {
            return;
        }
        if (list.Evidence == ListEvidence.Marked && PairOf(list.Parts, wholes[0]) is { } pair)
        {
            sums.Record(wholes[0], pair);
            return;
        }
        if (list.Evidence == ListEvidence.Viewed)
        {
            viewed.Ask(list, wholes);
            return;
        }
        var byShares = lists.WholeByShares(list.Parts, wholes);
        var sum = sums.Sum(list.Parts);
        var whole =
            list.Evidence is ListEvidence.Marked
                ? wholes[0]
                : byShares ?? Repaired(list, wholes, sum) ?? Closest(context, list.Parts, wholes, sum);
        if (sum.Meets(Interval.Of(context[whole])))
        {
            return;
        }
        if (Labels.HasAmong(context.Gap(list.Parts[0])) && IsImpossible(list.Parts, whole, sum))
        {
            sums.Report(whole, list.Parts, FindingLevel.Error, FindingCodes.SumMismatch);
        }
        else if (list.Evidence == ListEvidence.Complete && IsTied(list.Parts, whole, byShares is not null, sum))
        {
            if (Contradicts(list.Parts, whole, sum))
            {
                sums.Report(whole, list.Parts, FindingLevel.Error, FindingCodes.SumMismatch);
            }
            else
            {
                var isOver = sum.Low > context[whole].High;
                sums.Report(
                    whole,
                    list.Parts,
                    FindingLevel.Question,
                    isOver ? FindingCodes.PartsOverlap : FindingCodes.ListIncomplete
                );
            }
        }
        else if (!Ask(list, whole, wholes[0], sum) && whole != wholes[0])
        {
            Ask(list, wholes[0], wholes[0], sum);
        }
    }

    /// <summary>甲3件、乙2件等: the text itself says that the list goes on.</summary>
    public static bool IsOpen(Context context, PartList list) => context.After(list.Parts[^1]).TrimStart().StartsWith('等');

    /// <summary>受理100件,其中刑事60件、民事50件: kinds that exclude each other are more than the amount right before them.</summary>
    private bool IsImpossible(List<int> parts, int whole, Interval sum) =>
        sum.Low > context[whole].High
        && context.SameSentence(whole, parts[0])
        && context[whole].Unit == context[parts[0]].Unit
        && Together(parts[0], whole) <= context[whole].High
        && Partitions.AreExclusiveKinds(parts.ConvertAll(context.Label));

    /// <summary>其中转办2274件,办结1715件;直办6673件: two of the parts make the whole, the others are parts of parts.</summary>
    private List<int>? PairOf(List<int> parts, int whole)
    {
        for (var i = 0; i < parts.Count && parts.Count > 2; i++)
        {
            var other = parts.FindIndex(i + 1, part => context[part].Value + context[parts[i]].Value == context[whole].Value);
            if (other > 0 && context[whole].Value >= SmallestDistantWhole)
            {
                return [parts[i], parts[other]];
            }
        }
        return null;
    }

    /// <summary>
    /// A list closed by 其他 leaves nothing out, so it cannot be smaller than its whole; but its items may overlap
    /// (罚款、警告、没收 of one case). Outcomes that exclude each other cannot exceed it; but some may go without a mention
    /// (not assessed, no answer). Shares that make 100 prove both.
    /// </summary>
    private bool Contradicts(List<int> parts, int whole, Interval sum)
    {
        var labels = parts.ConvertAll(context.Label);
        return lists.AreSharesComplete(parts)
            || (
                !Partitions.IsInflow(context.Label(whole), labels)
                && (
                    sum.Low > context[whole].High
                        ? Partitions.AreExclusive(labels)
                        : Labels.IsRest(labels[^1]) || Partitions.AreExhaustive(labels)
                )
            );
    }

    /// <summary>年初结存20件,新收100件,办结95件,年末未结25件: what was left from before belongs to the whole.</summary>
    private bool IsWithStock(List<int> parts, int whole, Interval sum) =>
        Enumerable
            .Range(Math.Max(0, whole - 2), Math.Min(context.Figures.Count, whole + 3) - Math.Max(0, whole - 2))
            .Any(i =>
                i != whole
                && !parts.Contains(i)
                && context.Compatible(i, whole)
                && Labels.IsStock(context.Label(i))
                && (Interval.Of(context[whole]) + Interval.Of(context[i])).Meets(sum)
            );

    private bool Ask(PartList list, int whole, int nearest, Interval sum)
    {
        if (
            (IsOpen(context, list) && sum.Low < context[whole].Low)
            || Labels.IsChoice(context.Gap(list.Parts[0]))
            || IsWithStock(list.Parts, whole, sum)
        )
        {
            return false;
        }
        var target = Interval.Of(context[whole]);
        var distance = context.Sentence(list.Parts[0]) - context.Sentence(whole);
        var isOver = sum.Low > target.High;
        var mayBelong = list.Evidence switch
        {
            ListEvidence.Enumerated => distance <= 1 && IsBeside(list.Parts, whole, nearest),
            ListEvidence.Opposites => distance <= 3,
            ListEvidence.Following => whole == nearest
                && (distance == 0 || distance == 1 && Labels.IsReport(context.Label(whole))),
            _ => distance <= 1,
        };
        var isStrange =
            IsNear(sum, target) || IsRepaired(list, whole) || (list.Evidence == ListEvidence.Marked && distance == 0 && isOver);
        if (mayBelong && isStrange)
        {
            sums.Report(
                whole,
                list.Parts,
                FindingLevel.Question,
                isOver ? FindingCodes.PartsOverlap : FindingCodes.ListIncomplete
            );
        }
        return mayBelong && isStrange;
    }

    /// <summary>A slip explains the difference; with small numbers and a list that need not be complete only exchanged digits do.</summary>
    private bool IsRepaired(PartList list, int whole) =>
        sums.Repair(whole, list.Parts) is { } slip
        && (
            context[whole].Value >= SmallestRepair
            || (
                list.Evidence == ListEvidence.Marked
                && list.Parts.Count > 2
                && context[whole].Value >= SmallestMarkedRepair
                && context.SameSentence(whole, list.Parts[0])
            )
            || (list.Evidence == ListEvidence.Following && context[whole].Value >= SmallestMarkedRepair)
            || list.Evidence is not (ListEvidence.Marked or ListEvidence.Enumerated or ListEvidence.Following)
            || slip.Contains("颠倒", StringComparison.Ordinal)
        );

    /// <summary>
    /// A complete list belongs to this whole for certain: announced by 其中 or a heading, right behind the whole, or with
    /// a word for the total before; and of the same order as the whole.
    /// </summary>
    private bool IsTied(List<int> parts, int whole, bool fitsShares, Interval sum)
    {
        var distance = context.Sentence(parts[0]) - context.Sentence(whole);
        var gap = context.Gap(parts[0]);
        var isAnnounced = Labels.HasPartMark(gap) || gap.Contains(':');
        var isBehind =
            distance == 0
            && !Enumerable.Range(whole + 1, parts[0] - whole - 1).Any(i => context.IsCurrent(i) && context.Compatible(i, whole));
        var isSameOrder = sums.IsSameOrder(sum, whole);
        return distance <= 3
            && (isSameOrder || fitsShares)
            && (isAnnounced || isBehind || fitsShares || Labels.HasTotal(context.Label(whole)));
    }

    /// <summary>A list without any mark belongs to the amount right before it in its sentence, or to one announced with a colon.</summary>
    private bool IsBeside(List<int> parts, int whole, int nearest) =>
        context.Compatible(whole, parts[0])
        && (context.Gap(parts[0]).Contains(':') || (whole == nearest && context.Sentence(whole) == context.Sentence(parts[0])));

    /// <summary>
    /// 转交2388件,直办107件 of 2495件: a list that leaves nothing out is meant to be the amount that one slip turns into its sum,
    /// when the sum itself is far from all amounts near by.
    /// </summary>
    private int? Repaired(PartList list, List<int> wholes, Interval sum)
    {
        var near = wholes.FindAll(whole => context.Sentence(list.Parts[0]) - context.Sentence(whole) <= RepairReach);
        return
            list.Evidence is ListEvidence.Complete or ListEvidence.Opposites
            && !near.Exists(whole => IsNear(sum, Interval.Of(context[whole])))
            ? near.Where(whole =>
                    (context[whole].Unit == context[list.Parts[0]].Unit || context.LacksUnitOf(list.Parts[0], whole))
                    && sums.Repair(whole, list.Parts) is not null
                )
                .Cast<int?>()
                .FirstOrDefault()
            : null;
    }

    private static bool IsNear(Interval sum, Interval target) =>
        target.Low > 0 && Math.Abs(sum.High - target.Low) <= target.Low * 0.15m;

    /// <summary>Of the amounts that are not smaller than a part the one closest to the sum; without any, the nearest in the text.</summary>
    public static int Closest(Context context, List<int> parts, List<int> wholes, Interval sum)
    {
        var largest = parts.Max(part => context[part].Low);
        return wholes
            .Where(whole => context[whole].High >= largest)
            .DefaultIfEmpty(wholes[0])
            .MinBy(whole => Math.Abs(context[whole].Value - sum.Low));
    }

    /// <summary>
    /// The first part that is larger than the amount before it and than every other amount near by that could be the whole:
    /// 有律师1200名,新增30名,其中专职1100名 is no slip.
    /// </summary>
    private int? FindTooLarge(List<int> parts, List<int> wholes)
    {
        var largest = wholes
            .Where(whole => context.Sentence(parts[0]) - context.Sentence(whole) <= 2)
            .Select(whole => context[whole].High)
            .Append(Together(parts[0], wholes[0]))
            .Max();
        return context.SameSentence(parts[0], wholes[0])
            ? parts
                .Cast<int?>()
                .FirstOrDefault(part => context[part!.Value].Low > largest && context[part.Value].Unit == context[wholes[0]].Unit)
            : null;
    }

    /// <summary>油料14万吨,其中菜籽11万吨;蔬菜49万吨: what is larger than the whole and stands behind a semicolon is no part.</summary>
    private List<int> WithoutOtherStatements(List<int> parts, int whole)
    {
        var end = parts.FindIndex(part =>
            part != parts[0] && lists.Joint(part) == ';' && context[part].Low > context[whole].High
        );
        return end > 0 ? parts[..end] : parts;
    }

    /// <summary>来信100件,来访200件,其中初访250件: 其中 may speak of all amounts before it in the sentence.</summary>
    private decimal Together(int part, int whole)
    {
        var sum = 0m;
        for (var i = whole; i >= Math.Max(0, whole - MostTogether) && context.SameSentence(i, part); i--)
        {
            sum += context.IsCurrent(i) && context.Compatible(i, part) && !sums.IsUsed(i) ? context[i].High : 0;
        }
        return sum;
    }
}
