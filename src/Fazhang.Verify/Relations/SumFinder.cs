namespace Fazhang.Verify.Relations;

/// <summary>
/// 合计: finds wholes with their parts by their place in the text, adds the parts up and compares. A list is called
/// wrong only when the text itself says that it is complete.
/// </summary>
internal sealed class SumFinder
{
    private const int MostParts = 16;
    private const int SentencesBack = 5;
    private const int WholesTried = 14;

    /// <summary>Smaller sums agree by chance when whole and parts do not stand side by side.</summary>
    private const decimal SmallestDistantWhole = 20;

    private readonly Context context;
    private readonly SumLedger sums;
    private readonly PartLists lists;
    private readonly SumJudge judge;
    private readonly TotalsBehind totals;
    private readonly StockFlows flows;

    public SumFinder(Context context, Ledger ledger)
    {
        this.context = context;
        sums = new SumLedger(context, ledger);
        lists = new PartLists(context);
        judge = new SumJudge(context, sums, lists);
        totals = new TotalsBehind(context, ledger, sums, lists);
        flows = new StockFlows(context, ledger, sums);
    }

    public void Find()
    {
        foreach (var run in Runs.Of(context))
        {
            flows.FindIn(run);
            // What the sentence itself announces comes before agreement with amounts further away.
            FindAgreeing(run, inSentence: true);
            totals.FindIn(run);
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
                sums.Record(found.Whole, run.GetRange(start, found.Count));
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
            if (context[whole].Low < (near ? 2 : SmallestDistantWhole) || sums.IsUsed(run[start]))
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
            if (count > 1 && lists.Joint(part) == ';' && lists.Joint(run[start + 1]) != ';')
            {
                break; // 国内60件、涉外30件;国内件中…: behind the semicolon stands a list of its own
            }
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
        sum.High - sum.Low <= target.High * (count > 3 ? 0.25m : 0.1m) && target.High - target.Low <= target.High * 0.25m;

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
            if (context.IsCurrent(i) && (context.Compatible(i, first) || context.LacksUnitOf(first, i)))
            {
                tried++;
                yield return i;
            }
        }
    }

    private void FindFailing(List<int> run, Func<PartList, bool> chosen)
    {
        foreach (var list in lists.In(run).Where(chosen))
        {
            if (!list.Parts.Any(sums.IsUsed) && WholesBefore(list.Parts, 0).ToList() is { Count: > 0 } wholes)
            {
                judge.Judge(list, wholes);
            }
        }
    }
}
