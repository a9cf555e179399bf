namespace Fazhang.Verify.Relations;

/// <summary>
/// 合计: finds wholes with their parts by their place in the text, adds the parts up and compares. A list is called
/// wrong only when the text itself says that it is complete.
/// </summary>
internal sealed class SumFinder(Context context, Ledger ledger)
{
    private const int MostParts = 16;
    private const int SentencesBack = 5;
    private const int WholesTried = 14;
    private const int MostTogether = 6;

    /// <summary>Smaller sums agree by chance when whole and parts do not stand side by side.</summary>
    private const decimal SmallestDistantWhole = 20;

    /// <summary>With small numbers a lost digit explains any difference.</summary>
    private const decimal SmallestRepair = 1000;

    private readonly HashSet<int> usedAsPart = [];
    private readonly PartLists lists = new(context);

    public void Find()
    {
        foreach (var run in Runs.Of(context))
        {
            // What the sentence itself announces comes before agreement with amounts further away.
            FindAgreeing(run, inSentence: true);
            FindTotalBehind(run);
            FindFailing(
                run,
                list => list.Evidence is ListEvidence.Complete or ListEvidence.Opposites && IsBehindWhole(run, list)
            );
            FindAgreeing(run, inSentence: false);
            FindFailing(run, _ => true);
        }
    }

    private bool IsBehindWhole(List<int> run, PartList list)
    {
        var at = run.BinarySearch(list.Parts[0]); // runs are in the order of the text
        return at > 0 && context[run[at - 1]].High >= list.Parts.Max(part => context[part].Low);
    }

    private void FindAgreeing(List<int> run, bool inSentence)
    {
        for (var start = 0; start < run.Count; start++)
        {
            if (Agreeing(run, start, inSentence) is { } found)
            {
                Record(found.Whole, run.GetRange(start, found.Count));
                start += found.Count - 1;
            }
        }
    }

    private (int Whole, int Count)? Agreeing(List<int> run, int start, bool inSentence)
    {
        foreach (var whole in WholesBefore(run, start))
        {
            if (inSentence && !context.SameSentence(whole, run[start]))
            {
                return null;
            }
            var near = start > 0 && whole == run[start - 1];
            if (context[whole].Low < (near ? 2 : SmallestDistantWhole) || usedAsPart.Contains(run[start]))
            {
                continue;
            }
            if (
                Matches(whole, run, start) is { } count
                && (near || count > 2 || context[whole].IsExact || Labels.HasPartMark(context.Gap(run[start])))
            )
            {
                return (whole, count);
            }
        }
        return null;
    }

    /// <summary>How many parts from the start on add up to the whole; null when none do.</summary>
    private int? Matches(int whole, List<int> run, int start)
    {
        var target = Interval.Of(context[whole]);
        var sum = new Interval(0, 0);
        int? agreed = null;
        for (var count = 1; count <= MostParts && start + count <= run.Count; count++)
        {
            var part = run[start + count - 1];
            // Behind an agreement only the rest of the same list is read on: 修改0件, or a part lost in rounding.
            if (part == whole || (agreed is not null && lists.Joint(part) != lists.Joint(run[start + 1])))
            {
                break;
            }
            sum += Interval.Of(context[part]);
            if (context[part].Low > target.High || sum.Low > target.High)
            {
                break;
            }
            if (count > 1 && sum.Meets(target) && IsTight(sum, target, count) && Proves(whole, run.GetRange(start, count), sum))
            {
                agreed = count;
            }
        }
        return agreed;
    }

    /// <summary>
    /// An agreement proves nothing when the whole is itself an item of the list (and small), or when an unannounced part
    /// is smaller than what rounding leaves open.
    /// </summary>
    private bool Proves(int whole, List<int> parts, Interval sum)
    {
        var isItem =
            context.SameSentence(whole, parts[0])
            && Enumerable.Range(whole + 1, parts[0] - whole).All(i => lists.Joint(i) == '、')
            && !Labels.HasPartMark(context.Gap(parts[0]));
        var isAnnounced = Labels.HasPartMark(context.Gap(parts[0])) || context.Gap(parts[0]).Contains(':');
        var width = sum.High - sum.Low;
        return (!isItem || context[whole] is { IsExact: true, Value: >= 1000 })
            && (isAnnounced || parts.TrueForAll(part => context[part].Value == 0 || context[part].Value >= width));
    }

    /// <summary>Intervals so wide that they meet almost anything prove nothing.</summary>
    private static bool IsTight(Interval sum, Interval target, int count) =>
        sum.High - sum.Low <= target.High * (count > 3 ? 0.25m : 0.1m);

    /// <summary>Possible wholes, nearest first: before the list in its sentence, then in the sentences before.</summary>
    private IEnumerable<int> WholesBefore(List<int> run, int start)
    {
        var tried = 0;
        var first = run[start];
        for (
            var i = first - 1;
            i >= 0 && tried < WholesTried && context.Sentence(first) - context.Sentence(i) <= SentencesBack;
            i--
        )
        {
            if (context.IsCurrent(i) && context.Compatible(i, first))
            {
                tried++;
                yield return i;
            }
        }
    }

    private void FindTotalBehind(List<int> run)
    {
        for (var at = 2; at < run.Count; at++)
        {
            var label = context.Label(run[at]);
            if (!Labels.HasTotal(label))
            {
                continue;
            }
            var whole = run[at];
            var sum = new Interval(0, 0);
            var found = 0;
            for (var count = 1; count <= Math.Min(MostParts, at); count++)
            {
                sum += Interval.Of(context[run[at - count]]);
                if (count > 1 && sum.Meets(Interval.Of(context[whole])))
                {
                    found = count;
                }
            }
            if (found > 0)
            {
                Record(whole, run.GetRange(at - found, found));
            }
            else if (Labels.IsBareTotal(label) && !usedAsPart.Contains(run[at - 1]))
            {
                var list = lists.EndingAt(run, at - 1);
                if (list.Count > 1)
                {
                    var level = IsSameOrder(Sum(list), whole) ? FindingLevel.Error : FindingLevel.Question;
                    Report(whole, list, level, FindingCodes.SumMismatch);
                }
            }
        }
    }

    private void FindFailing(List<int> run, Func<PartList, bool> chosen)
    {
        foreach (var list in lists.In(run).Where(chosen))
        {
            if (!list.Parts.Any(usedAsPart.Contains) && WholesBefore(list.Parts, 0).ToList() is { Count: > 0 } wholes)
            {
                Judge(list, wholes);
            }
        }
    }

    private void Judge(PartList list, List<int> wholes)
    {
        if (list.Evidence == ListEvidence.Marked)
        {
            list = list with { Parts = WithoutOtherStatements(list.Parts, wholes[0]) };
        }
        if (list.Evidence == ListEvidence.Marked && FindTooLarge(list.Parts, wholes) is { } part)
        {
            ReportTooLarge(part, wholes[0]);
            return;
        }
        if (list.Evidence == ListEvidence.Marked)
        {
            RecordSubsets(list.Parts, wholes[0]);
        }
        if (list.Parts.Count < 2)
        {
            return;
        }
        if (list.Evidence == ListEvidence.Marked && PairOf(list.Parts, wholes[0]) is { } pair)
        {
            Record(wholes[0], pair);
            return;
        }
        var byShares = lists.WholeByShares(list.Parts, wholes);
        var sum = Sum(list.Parts);
        var whole = list.Evidence is ListEvidence.Marked ? wholes[0] : byShares ?? Closest(list.Parts, wholes, sum);
        if (sum.Meets(Interval.Of(context[whole])))
        {
            return;
        }
        if (list.Evidence == ListEvidence.Complete && IsTied(list.Parts, whole, byShares is not null, sum))
        {
            if (Contradicts(list.Parts, whole, sum))
            {
                Report(whole, list.Parts, FindingLevel.Error, FindingCodes.SumMismatch);
            }
            else
            {
                var isOver = sum.Low > context[whole].High;
                Report(
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
                !Labels.IsInflow(context.Label(whole), labels)
                && (
                    sum.Low > context[whole].High
                        ? Labels.AreExclusive(labels)
                        : Labels.IsRest(labels[^1]) || Labels.AreExhaustive(labels)
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
        if (Labels.IsChoice(context.Gap(list.Parts[0])) || IsWithStock(list.Parts, whole, sum))
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
            _ => distance <= 1,
        };
        var isStrange =
            IsNear(sum, target) || IsRepaired(list, whole) || (list.Evidence == ListEvidence.Marked && distance == 0 && isOver);
        if (mayBelong && isStrange)
        {
            Report(whole, list.Parts, FindingLevel.Question, isOver ? FindingCodes.PartsOverlap : FindingCodes.ListIncomplete);
        }
        return mayBelong && isStrange;
    }

    /// <summary>A slip explains the difference; with small numbers and a list that need not be complete only exchanged digits do.</summary>
    private bool IsRepaired(PartList list, int whole) =>
        Repair(whole, list.Parts) is { } slip
        && (
            context[whole].Value >= SmallestRepair
            || list.Evidence is not (ListEvidence.Marked or ListEvidence.Enumerated)
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
        var isSameOrder = IsSameOrder(sum, whole);
        return distance <= 3
            && (isSameOrder || fitsShares)
            && (isAnnounced || isBehind || fitsShares || Labels.HasTotal(context.Label(whole)));
    }

    private bool IsSameOrder(Interval sum, int whole) => sum.High >= context[whole].Low / 2 && sum.Low <= context[whole].High * 2;

    /// <summary>A list without any mark belongs to the amount right before it in its sentence, or to one announced with a colon.</summary>
    private bool IsBeside(List<int> parts, int whole, int nearest) =>
        context[whole].Unit == context[parts[0]].Unit
        && (context.Gap(parts[0]).Contains(':') || (whole == nearest && context.Sentence(whole) == context.Sentence(parts[0])));

    private static bool IsNear(Interval sum, Interval target) =>
        target.Low > 0 && Math.Abs(sum.High - target.Low) <= target.Low * 0.15m;

    /// <summary>Of the amounts that are not smaller than a part the one closest to the sum; without any, the nearest in the text.</summary>
    private int Closest(List<int> parts, List<int> wholes, Interval sum)
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
            sum += context.IsCurrent(i) && context.Compatible(i, part) && !usedAsPart.Contains(i) ? context[i].High : 0;
        }
        return sum;
    }

    /// <summary>
    /// 检查项目50个,其中发现问题120个: the part is another thing with the same measure word. The part is of the whole's kind
    /// when their names end alike, or when it has no noun of its own.
    /// </summary>
    private bool IsOfOneKind(int part, int whole)
    {
        var name = NounOf(part);
        var wholeName = NounOf(whole);
        return name.Length < 2
            || wholeName.Length < 2
            || wholeName.EndsWith(name[^2..], StringComparison.Ordinal)
            || name.EndsWith(wholeName[^2..], StringComparison.Ordinal);
    }

    private string NounOf(int index)
    {
        var label = context.Label(index).TrimEnd('共', '达', '为', '有', '约', '近', '超');
        var at = label.IndexOf("其中", StringComparison.Ordinal);
        label = at >= 0 ? label[(at + 2)..] : label;
        return label.Length > 0 ? label : context.After(index);
    }

    /// <summary>Each part fits into the whole, whatever the list leaves out.</summary>
    private void RecordSubsets(List<int> parts, int whole)
    {
        foreach (var part in parts.Where(part => context.SameSentence(part, whole) && context[part].High <= context[whole].Low))
        {
            ledger.Holds(
                RelationType.Subset,
                [part, whole],
                $"≤ {context.Show(whole)}",
                $"{context.Show(part)} ≤ {context.Show(whole)}，部分不大于整体"
            );
        }
    }

    private void ReportTooLarge(int part, int whole)
    {
        // 甲类10名以上,其中至少3名……；乙类20名以上,其中至少5名……: behind a semicolon 其中 belongs to the new clause's own whole.
        if (context.Text.Span(context.UnitEnd(whole), context[part].Start).IndexOfAny('；', ';') >= 0)
        {
            return;
        }
        ledger.Fails(
            RelationType.Subset,
            [part, whole],
            IsOfOneKind(part, whole) ? FindingLevel.Error : FindingLevel.Question,
            FindingCodes.PartExceedsWhole,
            $"≤ {context.Show(whole)}",
            $"{context.Show(part)} > {context.Show(whole)}",
            $"“其中”的部分{context.Show(part)}大于整体{context.Show(whole)}。请核对两数，或改写两者的关系。"
        );
    }

    private Interval Sum(List<int> parts) =>
        parts.Aggregate(new Interval(0, 0), (total, part) => total + Interval.Of(context[part]));

    private void Record(int whole, List<int> parts)
    {
        usedAsPart.UnionWith(parts);
        ledger.Holds(
            RelationType.Sum,
            [whole, .. parts],
            Total(parts),
            $"{Terms(parts)} = {Total(parts)}，与{context.Show(whole)}相符"
        );
    }

    private void Report(int whole, List<int> parts, FindingLevel level, string code)
    {
        usedAsPart.UnionWith(parts);
        var difference = context[whole].Value - parts.Sum(part => context[part].Value);
        var direction = difference > 0 ? "少" : "多";
        var arithmetic =
            $"{Terms(parts)} = {Total(parts)}，文中写{context.Show(whole)}，各项之和{direction}{Arithmetic.Show(Math.Abs(difference))}";
        var advice = code switch
        {
            FindingCodes.ListIncomplete => "若还有未列出的项目，请写明“等”或补上“其他”；若已列全，请核对各数。",
            FindingCodes.PartsOverlap => "若各项有交叉，请写明；若不交叉，请核对各数。",
            _ => "请核对总数和各分项，使两者一致。",
        };
        var hint = Nearby(whole, parts, Math.Abs(difference));
        hint = hint.Length > 0 ? hint : SlipHint(whole, parts);
        ledger.Fails(RelationType.Sum, [whole, .. parts], level, code, Total(parts), arithmetic, $"{arithmetic}。{hint}{advice}");
    }

    private string Terms(List<int> parts) => string.Join(" + ", parts.Select(part => Arithmetic.Show(context[part].Value)));

    private string Total(List<int> parts) => Arithmetic.Show(parts.Sum(part => context[part].Value));

    /// <summary>The missing amount often stands close by, counted elsewhere.</summary>
    private string Nearby(int whole, List<int> parts, decimal difference)
    {
        for (var i = Math.Min(whole + 1, parts[0]); i < Math.Min(context.Figures.Count, parts[^1] + 3); i++)
        {
            if (context.IsAmount(i) && i != whole && !parts.Contains(i) && context[i].Value == difference && difference > 0)
            {
                var place = context.Sentence(parts[0]) == context.Sentence(i) ? "同一句" : "前一句";
                return $"相差的{Arithmetic.Show(difference)}恰好等于{place}“{context.Label(i)}{context.Show(i)}”，可能漏加或口径不同。";
            }
        }
        return "";
    }

    private string SlipHint(int whole, List<int> parts) => Repair(whole, parts) is { } slip ? slip + "。" : "";

    /// <summary>The slip of the pen in whole or part that would make the sum right; null when none does.</summary>
    private string? Repair(int whole, List<int> parts)
    {
        if (!context[whole].IsExact && parts.TrueForAll(part => !context[part].IsExact))
        {
            return null;
        }
        var sum = Sum(parts);
        foreach (var member in parts.Prepend(whole))
        {
            var others = member == whole ? sum : Interval.Of(context[whole]) - sum + Interval.Of(context[member]);
            var isNarrow = others.Low >= 0 && others.High - others.Low <= others.High * 0.003m;
            if (isNarrow && Slips.Explain(context[member].Value, others) is { } slip)
            {
                return slip;
            }
        }
        return null;
    }
}
