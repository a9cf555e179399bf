namespace Fazhang.Verify.Relations;

/// <summary>
/// 占比与率: tries every amount that the text offers as the whole. A percentage is wrong only when its neighbours of the
/// same list agree with one whole and it does not; otherwise another whole may be meant, and the reader is asked.
/// </summary>
internal sealed class RatioFinder(Context context, Ledger ledger)
{
    private const int SentencesBack = 6;
    private const int MostWholes = 24;

    /// <summary>A whole percent fits many wholes by chance; only the nearest are tried.</summary>
    private const int MostWholesForCoarse = 5;

    /// <summary>Further off than this, the amount is not the whole of the percentage at all.</summary>
    private const decimal LargestFactor = 2.5m;

    /// <summary>No table in prose is longer; a bound keeps the work linear.</summary>
    private const int LongestList = 40;

    private sealed record Trial(Share Share, IReadOnlyList<int> Wholes, IReadOnlyList<int> Fitting);

    public void Find()
    {
        var trials = Shares.Of(context).ConvertAll(Try);
        for (var start = 0; start < trials.Count; )
        {
            var end = start + 1;
            while (
                end < trials.Count && context.Sentence(trials[end].Share.Percent) == context.Sentence(trials[start].Share.Percent)
            )
            {
                end++;
            }
            Judge(trials.GetRange(start, end - start));
            start = end;
        }
    }

    private Trial Try(Share share)
    {
        var wholes = Wholes(share);
        return new Trial(share, wholes, [.. wholes.Where(whole => Fits(share, Interval.Of(context[whole])))]);
    }

    private List<int> Wholes(Share share)
    {
        var wholes = new List<int>();
        var most = context[share.Percent].Step >= 1 ? MostWholesForCoarse : MostWholes;
        var part = share.Parts[0];
        for (
            var i = part - 1;
            i >= 0 && wholes.Count < most && context.Sentence(part) - context.Sentence(i) <= SentencesBack;
            i--
        )
        {
            if (
                context.IsCurrent(i)
                && context.Compatible(i, part)
                && context[i].High >= Sum(share.Parts).Low
                && context[i].High > 0
            )
            {
                wholes.Add(i);
            }
        }
        return wholes;
    }

    private void Judge(List<Trial> sentence)
    {
        var common = CommonWhole(sentence);
        var failing = new List<Trial>();
        foreach (var trial in sentence)
        {
            if (trial.Fitting.Count > 0)
            {
                Agree(trial, common is { } c && trial.Fitting.Contains(c) ? c : Closest(trial.Share, trial.Fitting));
            }
            else if (trial.Wholes.Count > 0)
            {
                failing.Add(trial);
            }
            else
            {
                AskTooLarge(trial.Share);
            }
        }
        if (failing.Count == 0)
        {
            return;
        }
        var listed = sentence.Where(t => t.Share.IsPart && !t.Share.NamesWhole && t.Share.Parts.Count == 1).ToList();
        if (failing.Count > 1 && listed.Count >= failing.Count && FitListTotal(listed, failing))
        {
            return;
        }
        // One whole number that makes every share of the list right is merely not stated, however near the stated ones are.
        if (common is not null && Meet(listed, Arithmetic.Wholes) is null)
        {
            failing.RemoveAll(trial => IsListError(trial, sentence, common.Value));
        }
        if (failing.Count > 1 && AskCommon(failing))
        {
            return;
        }
        failing.ForEach(Ask);
    }

    /// <summary>The amount that most percentages of the sentence take as their whole; null when fewer than two agree.</summary>
    private static int? CommonWhole(List<Trial> sentence)
    {
        var best = sentence.SelectMany(t => t.Fitting).CountBy(whole => whole).DefaultIfEmpty().MaxBy(entry => entry.Value);
        return best.Value >= 2 ? best.Key : null;
    }

    private void Agree(Trial trial, int whole)
    {
        var share = trial.Share;
        var exact = Exact(share, context[whole].Value);
        ledger.Holds(
            RelationType.Ratio,
            [share.Percent, .. share.Parts, whole],
            Arithmetic.ShowPercent(exact),
            $"{Terms(share)} ÷ {Arithmetic.Show(context[whole].Value)} = {Arithmetic.ShowPercent(exact)},与{context.Show(share.Percent)}相符"
        );
    }

    /// <summary>Two neighbours or more of one list agree with a whole and this one, said in the same way, does not.</summary>
    private bool IsListError(Trial trial, List<Trial> sentence, int whole)
    {
        var share = trial.Share;
        var agreeing = sentence.Count(other => other.Share.IsPart == share.IsPart && other.Fitting.Contains(whole));
        if (
            !share.IsPart
            || share.NamesWhole
            || agreeing < 2
            || !context.Compatible(whole, share.Parts[0])
            || share.Parts.Count > 1
        )
        {
            return false;
        }
        var exact = Exact(share, context[whole].Value);
        var arithmetic =
            $"{Terms(share)} ÷ {Arithmetic.Show(context[whole].Value)} = {Arithmetic.ShowPercent(exact)},文中写{context.Show(share.Percent)}";
        ledger.Fails(
            RelationType.Ratio,
            [share.Percent, .. share.Parts, whole],
            FindingLevel.Error,
            FindingCodes.RatioMismatch,
            Arithmetic.ShowPercent(exact),
            arithmetic,
            $"{arithmetic};同一列表的其他{agreeing}个占比都以{context.Show(whole)}为整体。{SlipHint(share, whole)}请核对件数和百分比。"
        );
        return true;
    }

    /// <summary>The percentages refer to the sum of the listed parts, not to the total the text states.</summary>
    private bool FitListTotal(List<Trial> listed, List<Trial> failing)
    {
        var first = listed[0].Share.Parts[0];
        var last = listed[^1].Share.Percent;
        var parts = Enumerable
            .Range(first, last - first + 1)
            .Where(i => context.IsCurrent(i) && context.Compatible(i, first))
            .ToList();
        var total = Sum(parts);
        if (parts.Count < 3 || failing.Any(trial => !Fits(trial.Share, total)))
        {
            return false;
        }
        var whole = failing[0].Wholes.MinBy(candidate => Math.Abs(context[candidate].Value - total.Low));
        var share = failing[0].Share;
        var stated = Exact(share, context[whole].Value);
        var actual = Exact(share, total.Low);
        var arithmetic =
            $"{Terms(share)} ÷ {context.Show(whole)} = {Arithmetic.ShowPercent(stated)},而以各项之和{Arithmetic.Show(total.Low)}为整体得{Arithmetic.ShowPercent(actual)}";
        ledger.Fails(
            RelationType.Ratio,
            [share.Percent, .. share.Parts, whole],
            FindingLevel.Question,
            FindingCodes.RatioOtherWhole,
            Arithmetic.ShowPercent(stated),
            arithmetic,
            $"这一组占比的整体是所列各项之和{Arithmetic.Show(total.Low)},不是文中的{context.Show(whole)}:{arithmetic}。请写明整体,或核对总数。"
        );
        return true;
    }

    /// <summary>No stated amount fits, but one whole number makes all percentages of the sentence right: that whole is not stated.</summary>
    private bool AskCommon(List<Trial> failing)
    {
        var exact = failing
            .Where(t => t.Share.Parts.Count == 1 && context[t.Share.Parts[0]].IsExact && context[t.Share.Percent].Value < 100)
            .ToList();
        if (exact.Count < 2 || Meet(exact, Arithmetic.Wholes) is not { } any)
        {
            return false;
        }
        var rounded = Meet(exact, Arithmetic.WholesRounded);
        var (low, high) = rounded ?? any;
        var unit = context[exact[0].Share.Parts[0]].Unit;
        var whole = exact[0].Wholes.MinBy(candidate => Math.Abs(context[candidate].Value - low));
        var range = low == high ? $"{low}{unit}" : $"{low}至{high}{unit}";
        var failed = string.Join(
            ";",
            exact.Select(t =>
                $"{Terms(t.Share)} ÷ {Arithmetic.Show(context[whole].Value)} = {Arithmetic.ShowPercent(Exact(t.Share, context[whole].Value))},不是{context.Show(t.Share.Percent)}"
            )
        );
        var fitted = string.Join(
            "、",
            exact.Select(t => $"{Terms(t.Share)} ÷ {low} = {Arithmetic.ShowPercent(Exact(t.Share, low))}")
        );
        ledger.Fails(
            RelationType.ImpliedDenominator,
            [.. exact.SelectMany(t => t.Share.Parts.Prepend(t.Share.Percent)), whole],
            FindingLevel.Question,
            FindingCodes.ImpliedWhole,
            range,
            $"{failed};共同整体应为{range}({fitted})",
            $"这几个百分比都不能以{context.Show(whole)}为整体:{failed}。它们有共同的整体{range}{(rounded is null ? "(按截断)" : "(按四舍五入)")}:{fitted}。请写明分母是什么。"
        );
        failing.Except(exact).ToList().ForEach(Ask);
        return true;
    }

    private (long Low, long High)? Meet(List<Trial> trials, Func<Figure, Figure, (long Low, long High)?> wholes)
    {
        (long Low, long High) meet = (1, long.MaxValue);
        foreach (var trial in trials)
        {
            if (wholes(context[trial.Share.Parts[0]], context[trial.Share.Percent]) is not { } own)
            {
                return null;
            }
            meet = (Math.Max(meet.Low, own.Low), Math.Min(meet.High, own.High));
        }
        return meet.Low <= meet.High ? meet : null;
    }

    private void Ask(Trial trial)
    {
        var share = trial.Share;
        var near = trial.Wholes.Where(candidate => context.Sentence(share.Percent) - context.Sentence(candidate) <= 1).ToList();
        if (share.NamesWhole || near.Count == 0)
        {
            return;
        }
        var whole = Closest(share, near);
        var exact = Exact(share, context[whole].Value);
        var printed = context[share.Percent].Value;
        if (exact > printed * LargestFactor || exact * LargestFactor < printed)
        {
            // Nobody would take this amount for the whole, unless a slip explains the distance.
            var repaired = near.Take(4).Cast<int?>().FirstOrDefault(candidate => SlipHint(share, candidate!.Value).Length > 0);
            if (repaired is null)
            {
                return;
            }
            whole = repaired.Value;
            exact = Exact(share, context[whole].Value);
        }
        var implied =
            context[share.Percent].Value < 100
            && Arithmetic.WholesRounded(context[share.Parts[0]], context[share.Percent]) is { } wholes
                ? $"要使{context.Show(share.Percent)}成立,整体应为{wholes.Low}{(wholes.High > wholes.Low ? "至" + wholes.High : "")}{context[whole].Unit}。"
                : "";
        var arithmetic =
            $"以{context.Show(whole)}为整体,{Terms(share)} ÷ {Arithmetic.Show(context[whole].Value)} = {Arithmetic.ShowPercent(exact)},文中写{context.Show(share.Percent)}";
        ledger.Fails(
            RelationType.Ratio,
            [share.Percent, .. share.Parts, whole],
            FindingLevel.Question,
            FindingCodes.RatioOtherWhole,
            Arithmetic.ShowPercent(exact),
            arithmetic,
            $"{arithmetic}。{implied}{SlipHint(share, whole)}请写明分母,或核对数字。"
        );
    }

    private int Closest(Share share, IReadOnlyList<int> wholes) =>
        wholes.MinBy(whole => Math.Abs(Exact(share, context[whole].Value) - context[share.Percent].Value));

    /// <summary>Every amount before is smaller than the part: when losing or adding a digit or 万 makes it fit, that is said.</summary>
    private void AskTooLarge(Share share)
    {
        var part = share.Parts[0];
        var tried = 0;
        for (var i = part - 1; i >= 0 && tried < 4 && context.Sentence(part) - context.Sentence(i) <= 2; i--)
        {
            if (!context.IsCurrent(i) || !context.Compatible(i, part) || context[i].Value == 0)
            {
                continue;
            }
            tried++;
            var slip = SlipHint(share, i);
            var isBeside = i == part - 1 && context.SameSentence(i, part) && context[i].Unit == context[part].Unit;
            if (slip.Length > 0 || (isBeside && context[share.Percent].High < 100))
            {
                var arithmetic = $"{context.Show(part)}大于{context.Show(i)},不能占其{context.Show(share.Percent)}";
                ledger.Fails(
                    RelationType.Ratio,
                    [share.Percent, part, i],
                    FindingLevel.Question,
                    FindingCodes.RatioOtherWhole,
                    "≤ 100%",
                    arithmetic,
                    $"{arithmetic}。{slip}请写明分母,或核对数字。"
                );
                return;
            }
        }
    }

    private bool Fits(Share share, Interval whole) =>
        Interval.Percent(Sum(share.Parts), whole) is { } percent
        && percent.Meets(Interval.Of(context[share.Percent]))
        && percent.High - percent.Low <= 5;

    private Interval Sum(IReadOnlyList<int> parts) =>
        parts.Aggregate(new Interval(0, 0), (sum, part) => sum + Interval.Of(context[part]));

    private decimal Exact(Share share, decimal whole) =>
        whole == 0 ? 0 : 100 * share.Parts.Sum(part => context[part].Value) / whole;

    private string Terms(Share share) =>
        share.Parts.Count == 1
            ? Arithmetic.Show(context[share.Parts[0]].Value)
            : "(" + string.Join(" + ", share.Parts.Select(part => Arithmetic.Show(context[part].Value))) + ")";

    /// <summary>The slip in part, whole or percentage that would make the percentage right; empty when none does.</summary>
    private string SlipHint(Share share, int whole)
    {
        if (share.Parts.Count > 1 || context[share.Percent].Approx)
        {
            return "";
        }
        var (part, total, percent) = (context[share.Parts[0]], context[whole], context[share.Percent]);
        var slip =
            Repair(part, new Interval(percent.Low * total.Low / 100, percent.High * total.High / 100))
            ?? (
                percent.Low > 0 ? Repair(total, new Interval(100 * part.Low / percent.High, 100 * part.High / percent.Low)) : null
            )
            ?? Slips.InDecimal(percent.Text, Exact(share, total.Value), percent.Step);
        return slip is null ? "" : slip + "。";
    }

    private static string? Repair(Figure figure, Interval right) =>
        right.High - right.Low <= Math.Max(1, right.High * 0.01m) ? Slips.Certain(figure.Value, right) : null;
}
