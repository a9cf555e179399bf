namespace Fazhang.Verify.Relations;

/// <summary>A percentage with the amounts tried as its whole and those that make it right.</summary>
internal sealed record ShareTrial(Share Share, IReadOnlyList<int> Wholes, IReadOnlyList<int> Fitting);

/// <summary>What to ask about percentages that agree with no stated whole.</summary>
internal sealed class RatioQuestions(Context context, Ledger ledger)
{
    /// <summary>Further off than this, the amount is not the whole of the percentage at all.</summary>
    private const decimal LargestFactor = 2.5m;

    /// <summary>Fewer shares have a whole in common by chance.</summary>
    private const int FewestForOdd = 4;

    /// <summary>The common whole has to be known to one part in this many.</summary>
    private const int NarrowMeet = 50;

    private readonly ShareArithmetic shares = new(context);

    /// <summary>The percentages refer to the sum of the listed parts, not to the total the text states.</summary>
    public bool AskListTotal(List<ShareTrial> listed, List<ShareTrial> failing)
    {
        var first = listed[0].Share.Parts[0];
        var last = listed[^1].Share.Percent;
        var parts = Enumerable
            .Range(first, last - first + 1)
            .Where(i => context.IsCurrent(i) && context.Compatible(i, first))
            .ToList();
        var total = shares.Sum(parts);
        var fitting = failing.Where(trial => shares.Fits(trial.Share, total)).ToList();
        if (parts.Count < 3 || fitting.Count < 2 || fitting.Count * 2 < failing.Count)
        {
            return false;
        }
        var outside = failing.SelectMany(trial => trial.Wholes).Except(parts).ToList();
        if (outside.Count == 0)
        {
            // No total is stated at all: the shares refer to the list itself, and they are right.
            fitting.ForEach(trial => HoldsForList(trial.Share, parts, total));
            return true;
        }
        var whole = outside.MinBy(candidate => Math.Abs(context[candidate].Value - total.Low));
        AskListTotal(fitting[0].Share, whole, total, "这一组占比的整体是所列各项之和");
        foreach (var other in failing.Except(fitting))
        {
            AskListTotal(other.Share, whole, total, "同组其他占比的整体是所列各项之和");
        }
        return true;
    }

    private void HoldsForList(Share share, List<int> parts, Interval total)
    {
        var exact = Arithmetic.ShowPercent(shares.Exact(share, total.Low));
        ledger.Holds(
            RelationType.Ratio,
            [share.Percent, .. share.Parts, .. parts.Except(share.Parts)],
            exact,
            $"{shares.Terms(share)} ÷ 各项之和{Arithmetic.Show(total.Low)} = {exact}，与{context.Show(share.Percent)}相符"
        );
    }

    private void AskListTotal(Share share, int whole, Interval total, string what)
    {
        var stated = shares.Exact(share, context[whole].Value);
        var actual = shares.Exact(share, total.Low);
        var arithmetic =
            $"{shares.Terms(share)} ÷ {context.Show(whole)} = {Arithmetic.ShowPercent(stated)}，而以各项之和{Arithmetic.Show(total.Low)}为整体得{Arithmetic.ShowPercent(actual)}，文中写{context.Show(share.Percent)}";
        ledger.Fails(
            RelationType.Ratio,
            [share.Percent, .. share.Parts, whole],
            FindingLevel.Question,
            FindingCodes.RatioOtherWhole,
            Arithmetic.ShowPercent(stated),
            arithmetic,
            $"{what}{Arithmetic.Show(total.Low)}，不是文中的{context.Show(whole)}：{arithmetic}。请写明整体，或核对数字。"
        );
    }

    /// <summary>No stated amount fits, but one whole number makes all percentages of the sentence right: that whole is not stated.</summary>
    public bool AskCommon(List<ShareTrial> failing)
    {
        var exact = failing
            .Where(t =>
                t.Share.MayAsk
                && t.Share.Parts.Count == 1
                && context[t.Share.Parts[0]].IsExact
                && context[t.Share.Percent].Value < 100
            )
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
                $"{shares.Terms(t.Share)} ÷ {Arithmetic.Show(context[whole].Value)} = {Arithmetic.ShowPercent(shares.Exact(t.Share, context[whole].Value))}，不是{context.Show(t.Share.Percent)}"
            )
        );
        var fitted = string.Join(
            "、",
            exact.Select(t => $"{shares.Terms(t.Share)} ÷ {low} = {Arithmetic.ShowPercent(shares.Exact(t.Share, low))}")
        );
        ledger.Fails(
            RelationType.ImpliedDenominator,
            [.. exact.SelectMany(t => t.Share.Parts.Prepend(t.Share.Percent)), whole],
            FindingLevel.Question,
            FindingCodes.ImpliedWhole,
            range,
            $"{failed}；共同整体应为{range}（{fitted}）",
            $"这几个百分比都不能以{context.Show(whole)}为整体：{failed}。它们有共同的整体{range}{(rounded is null ? "（按截断）" : "（按四舍五入）")}：{fitted}。请写明分母是什么。"
        );
        failing.Except(exact).ToList().ForEach(trial => Ask(trial, null));
        return true;
    }

    /// <summary>All shares of a list but one have a whole in common that the text does not state: the odd one is asked about.</summary>
    public bool AskOdd(List<ShareTrial> listed, List<ShareTrial> failing)
    {
        if (listed.Count < FewestForOdd || !listed.TrueForAll(t => context[t.Share.Parts[0]].IsExact))
        {
            return false;
        }
        foreach (var odd in failing)
        {
            var others = listed.FindAll(trial => trial != odd);
            if (Meet(others, Arithmetic.Wholes) is not { } meet || meet.High - meet.Low > meet.Low / NarrowMeet)
            {
                continue;
            }
            var exact = Arithmetic.ShowPercent(shares.Exact(odd.Share, meet.Low));
            var range = meet.Low == meet.High ? $"{meet.Low}" : $"{meet.Low}至{meet.High}";
            var arithmetic =
                $"同组其他{others.Count}个占比的整体是{range}；{shares.Terms(odd.Share)} ÷ {meet.Low} = {exact}，文中写{context.Show(odd.Share.Percent)}";
            ledger.Fails(
                RelationType.ImpliedDenominator,
                [odd.Share.Percent, odd.Share.Parts[0]],
                FindingLevel.Question,
                FindingCodes.RatioOtherWhole,
                exact,
                arithmetic,
                $"{arithmetic}。请核对这一项的件数和百分比。"
            );
            return true;
        }
        return false;
    }

    public (long Low, long High)? Meet(List<ShareTrial> trials, Func<Figure, Figure, (long Low, long High)?> wholes)
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

    public void Ask(ShareTrial trial, int? common)
    {
        var share = trial.Share;
        // A fine rate that is named after its amount has its whole near by, if not in the same sentence.
        var reach =
            share.IsPart ? 3
            : context[share.Percent].Step <= 0.01m ? 2
            : 1;
        var near = trial
            .Wholes.Where(candidate =>
                context.Sentence(share.Percent) - context.Sentence(candidate) <= reach
                && context[candidate].Value >= context[share.Parts[0]].Value
            )
            .ToList();
        if (share.IsPart)
        {
            near.RemoveAll(HasOwnShare);
        }
        if (share.IsPart && common is { } shared && context.Compatible(shared, share.Parts[0]))
        {
            near = [shared];
        }
        else if (share.NamesWhole)
        {
            near = near.FindAll(candidate => IsNamed(share, candidate));
        }
        if (share.MayAsk && LastDigit(trial) is { } almost)
        {
            AskLastDigit(share, almost);
            return;
        }
        // 0.03万件 of 0.04万件 may be anything from 60% to 100%.
        if (
            !share.MayAsk
            || near.Count == 0
            || near.Exists(candidate => shares.IsPossible(share, Interval.Of(context[candidate])))
        )
        {
            return;
        }
        var whole = shares.Closest(share, near);
        if (shares.IsLastDigit(share, whole))
        {
            AskLastDigit(share, whole);
            return;
        }
        var exact = shares.Exact(share, context[whole].Value);
        var printed = context[share.Percent].Value;
        if (exact > printed * LargestFactor || exact * LargestFactor < printed)
        {
            // Nobody would take this amount for the whole, unless a slip explains the distance.
            var repaired = near.Take(4)
                .Cast<int?>()
                .FirstOrDefault(candidate => shares.SlipHint(share, candidate!.Value).Length > 0);
            if (repaired is null)
            {
                return;
            }
            whole = repaired.Value;
            exact = shares.Exact(share, context[whole].Value);
        }
        var implied =
            context[share.Percent].Value < 100
            && Arithmetic.WholesRounded(context[share.Parts[0]], context[share.Percent]) is { } wholes
                ? $"要使{context.Show(share.Percent)}成立，整体应为{wholes.Low}{(wholes.High > wholes.Low ? "至" + wholes.High : "")}{context[whole].Unit}。"
                : "";
        var arithmetic =
            $"以{context.Show(whole)}为整体，{shares.Terms(share)} ÷ {Arithmetic.Show(context[whole].Value)} = {Arithmetic.ShowPercent(exact)}，文中写{context.Show(share.Percent)}";
        ledger.Fails(
            RelationType.Ratio,
            [share.Percent, .. share.Parts, whole],
            FindingLevel.Question,
            FindingCodes.RatioOtherWhole,
            Arithmetic.ShowPercent(exact),
            arithmetic,
            $"{arithmetic}。{implied}{shares.SlipHint(share, whole)}请写明分母，或核对数字。"
        );
    }

    /// <summary>The amount further off for which only the last digit differs: no other would come so close by chance.</summary>
    private int? LastDigit(ShareTrial trial) =>
        trial.Share.IsPart && context[trial.Share.Percent].Step <= 0.01m
            ? trial.Wholes.Cast<int?>().FirstOrDefault(candidate => shares.IsLastDigit(trial.Share, candidate!.Value))
            : null;

    /// <summary>占诉求总量的60% names the amount called 诉求; 占总数的60% the one that is called a total.</summary>
    private bool IsNamed(Share share, int whole)
    {
        var label = context.Label(share.Percent);
        var start = label.LastIndexOf('占') + 1;
        var end = label.IndexOf('的', start);
        end = end < 0 ? label.Length : end;
        if (HasOwnShare(whole) || IsVague(whole) || context[share.Parts[0]].Approx)
        {
            return false; // an item of the same list is no whole
        }
        var name = label[start..end];
        foreach (var word in (ReadOnlySpan<string>)["总人数", "总数", "总量", "总件数", "全部", "所有"])
        {
            name = name.Replace(word, "", StringComparison.Ordinal);
        }
        var called = context.Label(whole) + context.After(whole);
        return name.Length < 2
            ? Labels.HasTotal(context.Label(whole)) && context.SameSentence(whole, share.Percent)
            : Enumerable.Range(0, name.Length - 1).Any(i => called.Contains(name.Substring(i, 2), StringComparison.Ordinal));
    }

    /// <summary>甲60件,占60%;乙40件,占40%: an item of a list is not the whole of the next one.</summary>
    private bool HasOwnShare(int amount) =>
        amount + 1 < context.Figures.Count
        && context.SameSentence(amount, amount + 1)
        && context[amount + 1].Kind == FigureKind.Percent
        && context.Label(amount + 1).StartsWith('占');

    /// <summary>近百件 may be anything; 1580多万件 is known to a percent.</summary>
    private bool IsVague(int amount) =>
        context[amount].Approx && context[amount].High - context[amount].Low > context[amount].Value * 0.02m;

    private void AskLastDigit(Share share, int whole)
    {
        var exact = shares.Exact(share, context[whole].Value);
        var arithmetic =
            $"{shares.Terms(share)} ÷ {Arithmetic.Show(context[whole].Value)} = {exact:0.###}%，文中写{context.Show(share.Percent)}";
        ledger.Fails(
            RelationType.Ratio,
            [share.Percent, .. share.Parts, whole],
            FindingLevel.Question,
            FindingCodes.RatioLastDigit,
            Arithmetic.ShowPercent(exact),
            arithmetic,
            $"{arithmetic}，差在末位。可能是为使合计为100%而调整；请核对取整，或注明已调整。"
        );
    }

    /// <summary>Every amount before is smaller than the part: when losing or adding a digit or 万 makes it fit, that is said.</summary>
    public void AskTooLarge(Share share)
    {
        var part = share.Parts[0];
        var tried = share.MayAsk ? 0 : 4;
        for (var i = part - 1; i >= 0 && tried < 4 && context.Sentence(part) - context.Sentence(i) <= 2; i--)
        {
            if (!context.IsCurrent(i) || !context.Compatible(i, part) || context[i].Value == 0 || context.IsInBrackets(i))
            {
                continue;
            }
            tried++;
            var slip = shares.SlipHint(share, i);
            var isBeside =
                (share.IsPart ? i == part - 1 : tried == 1)
                && context.SameSentence(i, part)
                && context[i].Unit == context[part].Unit;
            if (slip.Length > 0 || (isBeside && context[share.Percent].High < 100))
            {
                var arithmetic = $"{context.Show(part)}大于{context.Show(i)}，不能占其{context.Show(share.Percent)}";
                ledger.Fails(
                    RelationType.Ratio,
                    [share.Percent, part, i],
                    FindingLevel.Question,
                    FindingCodes.RatioOtherWhole,
                    "≤ 100%",
                    arithmetic,
                    $"{arithmetic}。{slip}请写明分母，或核对数字。"
                );
                return;
            }
        }
    }
}
