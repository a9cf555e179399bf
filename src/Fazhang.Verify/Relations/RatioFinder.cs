namespace Fazhang.Verify.Relations;

/// <summary>
/// 占比与率: tries every amount that the text offers as the whole. A percentage is wrong only when its neighbours of the
/// same list agree with one whole and it does not; otherwise another whole may be meant, and the reader is asked.
/// </summary>
internal sealed class RatioFinder(Context context, Ledger ledger)
{
    private const int SentencesBack = 6;
    private const int MostWholes = 24;

    /// <summary>A list of sentences or numbered items may have a remark between two of them.</summary>
    private const int SentencesBetween = 2;

    /// <summary>In figures.</summary>
    private const int FarthestWhole = 80;

    /// <summary>In figures, behind the rate.</summary>
    private const int FarthestLaterWhole = 6;

    /// <summary>A whole percent fits many wholes by chance; only the nearest are tried.</summary>
    private const int MostWholesForCoarse = 5;

    /// <summary>No table in prose is longer; a bound keeps the work linear.</summary>
    private const int LongestList = 40;

    private readonly ShareArithmetic shares = new(context);
    private readonly RatioQuestions questions = new(context, ledger);
    private readonly NamedWholes named = new(context, ledger);

    public void Find()
    {
        var trials = new List<ShareTrial>();
        foreach (var share in Shares.Of(context).Where(share => !ledger.IsNoted(RelationType.Ratio, share.Percent)))
        {
            trials.Add(WithWholeOfItemBefore(Try(share), trials.Count > 0 ? trials[^1] : null));
        }
        for (var start = 0; start < trials.Count; )
        {
            var end = start + 1;
            while (end < trials.Count && end - start < LongestList && IsOfOneList(trials[end - 1].Share, trials[end].Share))
            {
                end++;
            }
            foreach (var list in trials.GetRange(start, end - start).GroupBy(trial => trial.Share.WholeName))
            {
                Judge([.. list]);
            }
            start = end;
        }
    }

    /// <summary>Items in paragraphs of their own: the whole of the item before, however far back it was stated.</summary>
    private ShareTrial WithWholeOfItemBefore(ShareTrial trial, ShareTrial? before)
    {
        var isNextItem =
            trial.Fitting.Count == 0
            && before is { Fitting.Count: > 0 }
            && trial.Share.IsPart
            && before.Share.IsPart
            && trial.Share.WholeName == before.Share.WholeName
            && context.Sentence(trial.Share.Percent) - context.Sentence(before.Share.Percent) <= SentencesBetween;
        var fitting = isNextItem
            ? before!
                .Fitting.Where(whole =>
                    context.Compatible(whole, trial.Share.Parts[0]) && shares.Fits(trial.Share, Interval.Of(context[whole]))
                )
                .ToList()
            : [];
        return fitting.Count > 0 ? trial with { Fitting = fitting } : trial;
    }

    /// <summary>Shares of one sentence; or of sentences and items in a row that name the same whole (占提案总数的…。……占提案总数的…).</summary>
    private bool IsOfOneList(Share before, Share next) =>
        context.SameSentence(before.Percent, next.Percent)
        || (
            next.IsPart
            && before.WholeName == next.WholeName
            && next.NamesWhole
            && context.Sentence(next.Percent) - context.Sentence(before.Percent) <= SentencesBetween
        )
        || (
            next.IsPart
            && before.IsPart
            && before.WholeName == next.WholeName
            && context.Gap(next.Parts[0]).TrimStart('%').TrimStart().StartsWith(';')
        );

    private ShareTrial Try(Share share)
    {
        var wholes = Wholes(share);
        wholes = wholes.Count == 0 && BracketBehind(share) is { } behind ? [behind] : wholes;
        var fitting = wholes.FindAll(whole => shares.Fits(share, Interval.Of(context[whole])));
        if (fitting.Count == 0 && OfEarlierPart(share) is { } earlier)
        {
            return earlier;
        }
        if (fitting.Count == 0 && ShareParts.Together(context, share) is { } joint)
        {
            var all = Wholes(joint);
            var right = all.FindAll(whole => shares.Fits(joint, Interval.Of(context[whole])));
            if (right.Count > 0)
            {
                return new ShareTrial(joint, all, right);
            }
        }
        fitting = fitting.Count == 0 ? FarWholes(share) : fitting;
        return new ShareTrial(share, wholes, fitting.Count == 0 ? LaterWholes(share) : fitting);
    }

    /// <summary>受理657件,调解649件,成功638件,调解率98.8%,成功率97.1%: the first rate is that of the amount it is named after.</summary>
    private ShareTrial? OfEarlierPart(Share share)
    {
        if (share.IsPart || share.Parts.Count > 1)
        {
            return null;
        }
        ShareTrial? named = null;
        var part = share.Parts[0];
        for (var i = part - 1; i >= Math.Max(0, part - 4) && context.SameSentence(i, part); i--)
        {
            if (
                !context.IsCurrent(i)
                || !context.Compatible(i, part)
                || !Shares.IsNamedAfter(context.Label(share.Percent), context.Label(i))
            )
            {
                continue;
            }
            var other = share with { Parts = [i] };
            var wholes = Wholes(other);
            var fitting = wholes.FindAll(whole => shares.Fits(other, Interval.Of(context[whole])));
            if (fitting.Count > 0)
            {
                return new ShareTrial(other, wholes, fitting);
            }
            if (!share.MayAsk)
            {
                named ??= new ShareTrial(other with { MayAsk = true }, wholes, fitting);
            }
        }
        return named;
    }

    /// <summary>
    /// The total of a long text stands pages before (全市人口1412万人 … 女性688万人,占48.76%). Two decimals that agree are
    /// no chance; coarser percentages prove nothing over that distance.
    /// </summary>
    private List<int> FarWholes(Share share)
    {
        var part = share.Parts[0];
        if (context[share.Percent].Step > 0.01m || context[share.Percent].Value is < 1 or >= 100 || !share.IsPart)
        {
            return [];
        }
        for (var i = part - 1; i >= Math.Max(0, part - FarthestWhole); i--)
        {
            if (
                context.IsCurrent(i)
                && context[i].Unit == context[part].Unit
                && context[i].Value > context[part].Value
                && shares.Fits(share, Interval.Of(context[i]))
            )
            {
                return [i];
            }
        }
        return [];
    }

    /// <summary>调解成功92件,调解成功率38.17%;办结241件: what the rate refers to may be named behind it.</summary>
    private List<int> LaterWholes(Share share)
    {
        if (share.IsPart || context[share.Percent].Step > 0.1m)
        {
            return [];
        }
        var part = share.Parts[0];
        return
        [
            .. Enumerable
                .Range(share.Percent + 1, Math.Min(FarthestLaterWhole, context.Figures.Count - share.Percent - 1))
                .Where(i =>
                    context.SameSentence(i, part)
                    && context.IsCurrent(i)
                    && context[i].Unit == context[part].Unit
                    && context[i].Value > context[part].Value
                    && shares.Fits(share, Interval.Of(context[i]))
                )
                .Take(1),
        ];
    }

    /// <summary>纠错50件,纠错率12.5%(审结400件): the bracket says of what.</summary>
    private int? BracketBehind(Share share)
    {
        var whole = share.Percent + 1;
        return
            !share.IsPart
            && share.Parts is [var part]
            && whole < context.Figures.Count
            && context.SameSentence(share.Percent, whole)
            && context.IsInBrackets(whole)
            && context.Gap(whole).TrimStart('%').StartsWith('(')
            && context.IsCurrent(whole)
            && context[whole].Unit == context[part].Unit
            && context[whole].Value > context[part].Value
            ? whole
            : null;
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
                && (context.Compatible(i, part) || context.LacksUnitOf(part, i))
                && context[i].High >= shares.Sum(share.Parts).Low
                && context[i].High > 0
            )
            {
                wholes.Add(i);
            }
        }
        return wholes;
    }

    private void Judge(List<ShareTrial> sentence)
    {
        var common = MostFitting(sentence, 2);
        var failing = new List<ShareTrial>();
        foreach (var trial in sentence)
        {
            if (trial.Fitting.Count > 0)
            {
                Agree(trial, common is { } c && trial.Fitting.Contains(c) ? c : shares.Closest(trial.Share, trial.Fitting));
            }
            else if (trial.Wholes.Count > 0)
            {
                failing.Add(trial);
            }
            else
            {
                questions.AskTooLarge(trial.Share);
            }
        }
        failing.RemoveAll(named.Judge);
        if (failing.Count == 0)
        {
            return;
        }
        var listed = sentence.Where(t => t.Share.IsPart && t.Share.Parts.Count == 1).ToList();
        if (failing.Count > 1 && listed.Count >= failing.Count && questions.AskListTotal(listed, failing))
        {
            return;
        }
        // One whole number that makes every share of the list right is merely not stated, however near the stated ones are.
        if (common is not null && questions.Meet(listed, Arithmetic.Wholes) is null)
        {
            failing.RemoveAll(trial => IsListError(trial, sentence, common.Value));
        }
        if (failing.Count > 1 && (questions.AskCommon(failing) || common is null && questions.AskOdd(listed, failing)))
        {
            return;
        }
        var neighbour = common ?? MostFitting(sentence, sentence[0].Share.NamesWhole ? 1 : 2);
        failing.ForEach(trial => questions.Ask(trial, neighbour));
    }

    /// <summary>The amount that most percentages of the list take as their whole; null when fewer agree than that.</summary>
    private static int? MostFitting(List<ShareTrial> list, int atLeast)
    {
        var best = list.SelectMany(t => t.Fitting).CountBy(whole => whole).DefaultIfEmpty().MaxBy(entry => entry.Value);
        return best.Value >= atLeast ? best.Key : null;
    }

    private bool IsOneSentence(List<ShareTrial> list) => context.SameSentence(list[0].Share.Percent, list[^1].Share.Percent);

    private void Agree(ShareTrial trial, int whole)
    {
        var share = trial.Share;
        var exact = shares.Exact(share, context[whole].Value);
        ledger.Holds(
            RelationType.Ratio,
            [share.Percent, .. share.Parts, whole],
            Arithmetic.ShowPercent(exact),
            $"{shares.Terms(share)} ÷ {Arithmetic.Show(context[whole].Value)} = {Arithmetic.ShowPercent(exact)}，与{context.Show(share.Percent)}相符"
        );
    }

    /// <summary>Two neighbours or more of one list agree with a whole and this one, said in the same way, does not.</summary>
    private bool IsListError(ShareTrial trial, List<ShareTrial> sentence, int whole)
    {
        var share = trial.Share;
        var agreeing = sentence.Count(other => other.Share.IsPart == share.IsPart && other.Fitting.Contains(whole));
        if (
            !share.IsPart
            || agreeing < 2
            || (share.NamesTotalOnly && !IsOneSentence(sentence))
            || shares.IsLastDigit(share, whole)
            || !context.Compatible(whole, share.Parts[0])
            || share.Parts.Count > 1
            || Labels.HasAmong(context.Gap(share.Parts[0]))
            || Labels.HasAmong(context.Gap(share.Percent))
        )
        {
            return false;
        }
        var exact = shares.Exact(share, context[whole].Value);
        var arithmetic =
            $"{shares.Terms(share)} ÷ {Arithmetic.Show(context[whole].Value)} = {Arithmetic.ShowPercent(exact)}，文中写{context.Show(share.Percent)}";
        ledger.Fails(
            RelationType.Ratio,
            [share.Percent, .. share.Parts, whole],
            FindingLevel.Error,
            FindingCodes.RatioMismatch,
            Arithmetic.ShowPercent(exact),
            arithmetic,
            $"{arithmetic}；同一列表的其他{agreeing}个占比都以{context.Show(whole)}为整体。{shares.SlipHint(share, whole)}请核对件数和百分比。"
        );
        return true;
    }
}
