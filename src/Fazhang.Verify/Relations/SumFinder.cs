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

    /// <summary>Smaller sums agree by chance when whole and parts do not stand side by side.</summary>
    private const decimal SmallestDistantWhole = 20;

    private readonly HashSet<int> usedAsPart = [];
    private readonly PartLists lists = new(context);

    public void Find()
    {
        foreach (var run in Runs.Of(context))
        {
            FindAgreeing(run);
            FindTotalBehind(run);
            FindFailing(run);
        }
    }

    private void FindAgreeing(List<int> run)
    {
        for (var start = 0; start < run.Count; start++)
        {
            if (Agreeing(run, start) is { } found)
            {
                Record(found.Whole, run.GetRange(start, found.Count));
                start += found.Count - 1;
            }
        }
    }

    private (int Whole, int Count)? Agreeing(List<int> run, int start)
    {
        foreach (var whole in WholesBefore(run, start))
        {
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
        for (var count = 1; count <= MostParts && start + count <= run.Count; count++)
        {
            var part = run[start + count - 1];
            if (part == whole || context[part].Low > target.High)
            {
                return null;
            }
            sum += Interval.Of(context[part]);
            if (sum.Low > target.High)
            {
                return null;
            }
            if (count > 1 && sum.Meets(target) && IsTight(sum, target, count))
            {
                // 修改0件 behind the parts belongs to the list as well.
                while (
                    start + count < run.Count && count < MostParts && context[run[start + count]] is { IsExact: true, Value: 0 }
                )
                {
                    count++;
                }
                return count;
            }
        }
        return null;
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
                    Report(whole, list, FindingLevel.Error, "sum-mismatch");
                }
            }
        }
    }

    private void FindFailing(List<int> run)
    {
        foreach (var list in lists.In(run))
        {
            if (list.Parts.Any(usedAsPart.Contains))
            {
                continue;
            }
            var wholes = WholesBefore(list.Parts, 0)
                .Where(w => list.IsMarked || context[w].High >= list.Parts.Max(p => context[p].Low))
                .ToList();
            if (wholes.Count > 0)
            {
                Judge(list, wholes);
            }
        }
    }

    private void Judge(PartList list, List<int> wholes)
    {
        var whole = wholes[0];
        var target = Interval.Of(context[whole]);
        var sum = list.Parts.Aggregate(new Interval(0, 0), (total, part) => total + Interval.Of(context[part]));
        var distance = context.Sentence(list.Parts[0]) - context.Sentence(whole);
        var tooLarge = list
            .Parts.Where(part => context[part].Low > target.High && context[part].Unit == context[whole].Unit)
            .ToList();
        if (sum.Meets(target))
        {
            return;
        }
        if (list.IsMarked && distance == 0 && tooLarge.Count > 0)
        {
            var part = tooLarge[0];
            ledger.Fails(
                RelationType.Subset,
                [part, whole],
                FindingLevel.Error,
                "part-exceeds-whole",
                $"≤ {context.Show(whole)}",
                $"{context.Show(part)} > {context.Show(whole)}",
                $"“其中”的部分{context.Show(part)}大于整体{context.Show(whole)}。请核对两数,或改写两者的关系。{Hint(part, new Interval(0, target.High))}"
            );
        }
        else if (list.Parts.Count < 2)
        {
            return;
        }
        else if (list.IsComplete && distance <= 3)
        {
            Report(whole, list.Parts, FindingLevel.Error, "sum-mismatch");
        }
        else if (list.IsMarked && distance == 0 && sum.Low > target.High)
        {
            Report(whole, list.Parts, FindingLevel.Question, "parts-overlap");
        }
        else if (distance == 0 && (list.IsMarked || list.IsEnumerated) && Math.Abs(sum.High - target.Low) <= target.Low * 0.15m)
        {
            Report(whole, list.Parts, FindingLevel.Question, sum.Low > target.High ? "parts-overlap" : "list-incomplete");
        }
    }

    private void Record(int whole, List<int> parts)
    {
        usedAsPart.UnionWith(parts);
        ledger.Holds(
            RelationType.Sum,
            [whole, .. parts],
            Total(parts),
            $"{Terms(parts)} = {Total(parts)},与{context.Show(whole)}相符"
        );
    }

    private void Report(int whole, List<int> parts, FindingLevel level, string code)
    {
        usedAsPart.UnionWith(parts);
        var difference = context[whole].Value - parts.Sum(part => context[part].Value);
        var direction = difference > 0 ? "少" : "多";
        var arithmetic =
            $"{Terms(parts)} = {Total(parts)},文中写{context.Show(whole)},各项之和{direction}{Arithmetic.Show(Math.Abs(difference))}";
        var advice = code switch
        {
            "list-incomplete" => "若还有未列出的项目,请写明“等”或补上“其他”;若已列全,请核对各数。",
            "parts-overlap" => "若各项有交叉,请写明;若不交叉,请核对各数。",
            _ => "请核对总数和各分项,使两者一致。",
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
                return $"相差的{Arithmetic.Show(difference)}恰好等于{place}“{context.Label(i)}{context.Show(i)}”,可能漏加或口径不同。";
            }
        }
        return "";
    }

    private string SlipHint(int whole, List<int> parts)
    {
        if (!context[whole].IsExact || parts.Any(part => !context[part].IsExact))
        {
            return "";
        }
        var sum = parts.Sum(part => context[part].Value);
        foreach (var member in parts.Prepend(whole))
        {
            var right = member == whole ? sum : context[whole].Value - sum + context[member].Value;
            if (right >= 0 && Slips.Explain(context[member].Value, new Interval(right, right)) is { } slip)
            {
                return slip + "。";
            }
        }
        return "";
    }

    private string Hint(int figure, Interval right) =>
        context[figure].IsExact && right.Low == right.High && Slips.Explain(context[figure].Value, right) is { } slip
            ? slip + "。"
            : "";
}
