namespace Fazhang.Verify.Relations;

/// <summary>增减: a stated difference against the amounts of both periods, or against the percentage that stands beside it.</summary>
internal sealed class DifferenceFinder(Context context, Ledger ledger)
{
    private const int SentencesBack = 2;

    private const int LongestReach = 20;

    private const int FarthestAmount = 24;

    private static readonly string[] Numbers = ["人数", "起数", "件数", "数量", "数"];

    private readonly EarlierAmounts amounts = new(context);

    public void Find()
    {
        for (var i = 0; i < context.Figures.Count; i++)
        {
            if (context.IsDelta(i))
            {
                CheckAmounts(i);
                CheckPercentBefore(i);
                CheckPercentBehind(i);
            }
        }
    }

    /// <summary>本期30件,上年25件,增加5件; 比上年25件增加5件.</summary>
    private void CheckAmounts(int delta)
    {
        int? earlier = null;
        int? current = null;
        for (var i = delta - 1; i >= 0 && delta - i <= 4 && context.SameSentence(i, delta) && current is null; i--)
        {
            if (context.Gap(i + 1).Contains(';'))
            {
                return;
            }
            if (context.IsBase(i))
            {
                earlier ??= i;
            }
            else if (context.IsCurrent(i) && !context.IsInBrackets(i) && context.Compatible(i, delta))
            {
                current = i;
            }
        }
        if (
            earlier is not { } before
            || current is not { } now
            || !context.Compatible(before, now)
            || !context.Compatible(delta, now)
        )
        {
            return;
        }
        var rise = Comparisons.DirectionOf(context.Label(delta)) == Direction.Up;
        var difference = rise
            ? Interval.Of(context[now]) - Interval.Of(context[before])
            : Interval.Of(context[before]) - Interval.Of(context[now]);
        var value = rise ? context[now].Value - context[before].Value : context[before].Value - context[now].Value;
        var arithmetic = $"{context.Show(now)}与{context.Show(before)}相差{Arithmetic.Show(value)}";
        int[] members = [delta, now, before];
        if (difference.Meets(Interval.Of(context[delta])))
        {
            ledger.Holds(RelationType.Difference, members, Arithmetic.Show(value), arithmetic + "，与文中相符");
            return;
        }
        // 新收30件、旧存10件,上年共35件,增加5件: the amounts may belong together.
        var others = amounts.Before(delta).Count(i => i != now && i != before);
        ledger.Fails(
            RelationType.Difference,
            members,
            others == 0 ? FindingLevel.Error : FindingLevel.Question,
            FindingCodes.DifferenceMismatch,
            Arithmetic.Show(value),
            arithmetic,
            $"{arithmetic}，文中写{(rise ? "增加" : "减少")}{context.Show(delta)}。请核对三个数。"
        );
    }

    /// <summary>收案262件,同比下降2.6%,同比减少7件: the difference over last year's amount must give the percentage.</summary>
    private void CheckPercentBefore(int delta)
    {
        var change = delta - 1;
        var now = delta - 2;
        if (
            now < 0
            || context[change].Kind != FigureKind.ChangePercent
            || context[change].Unit != "%"
            || !context.SameSentence(now, delta)
            || !context.IsCurrent(now)
            || !context.Compatible(now, delta)
            || context.Gap(delta).Length > LongestReach
            || context.Gap(delta).Contains(';')
            || context.Gap(change).Contains(';')
            || Comparisons.NamesSubjectInside(context.Label(change))
            || Comparisons.NamesSubject(context.Label(delta))
            || Comparisons.HasOtherBasis(context.Label(change), context.Label(delta))
            || Comparisons.HasOtherBasis(context.Label(delta), context.Label(change))
        )
        {
            return;
        }
        var rise = Comparisons.DirectionOf(context.Label(delta)) == Direction.Up;
        if (rise != (Comparisons.DirectionOf(context.Label(change)) == Direction.Up))
        {
            return;
        }
        var earlier = rise
            ? Interval.Of(context[now]) - Interval.Of(context[delta])
            : Interval.Of(context[now]) + Interval.Of(context[delta]);
        if (Interval.Percent(Interval.Of(context[delta]), earlier) is not { } growth)
        {
            return;
        }
        var isOnly = amounts.Before(delta).Count == 1 && context[now].Kind != FigureKind.Money;
        Judge(delta, now, change, growth, rise, isOnly ? FindingLevel.Error : FindingLevel.Question);
    }

    /// <summary>
    /// 全年事故3272起。与上年相比,起数减少515起,下降13.6%: the amount stands in a sentence before. Which of several is meant
    /// nobody says, so only agreement is noted.
    /// </summary>
    private void CheckPercentBehind(int delta)
    {
        var change = delta + 1;
        if (
            change >= context.Figures.Count
            || context[change].Kind != FigureKind.ChangePercent
            || context[change].Unit != "%"
            || !context.SameSentence(delta, change)
            || context.Gap(change).Length > LongestReach
            || amounts.Before(delta).Count > 0
        )
        {
            return;
        }
        var rise = Comparisons.DirectionOf(context.Label(delta)) == Direction.Up;
        if (NamedBefore(delta) is { } named)
        {
            var before = rise
                ? Interval.Of(context[named]) - Interval.Of(context[delta])
                : Interval.Of(context[named]) + Interval.Of(context[delta]);
            if (Interval.Percent(Interval.Of(context[delta]), before) is { } growthOfNamed)
            {
                Judge(delta, named, change, growthOfNamed, rise, FindingLevel.Question);
            }
            return;
        }
        for (
            var i = delta - 1;
            i >= Math.Max(0, delta - FarthestAmount) && context.Sentence(delta) - context.Sentence(i) <= SentencesBack;
            i--
        )
        {
            if (!context.IsCurrent(i) || !context.Compatible(i, delta))
            {
                continue;
            }
            var earlier = rise
                ? Interval.Of(context[i]) - Interval.Of(context[delta])
                : Interval.Of(context[i]) + Interval.Of(context[delta]);
            if (
                Interval.Percent(Interval.Of(context[delta]), earlier) is { } growth
                && growth.Meets(Interval.Of(context[change]))
                && growth.High - growth.Low <= context[change].Step * 2
            )
            {
                Judge(delta, i, change, growth, rise, FindingLevel.Question);
                return;
            }
        }
    }

    /// <summary>死亡人数减少169人: the one amount of the sentences before that is called by the same name (造成389人死亡); null unless there is one.</summary>
    private int? NamedBefore(int delta)
    {
        var name = context.Label(delta).TrimEnd('加', '增', '少', '减', '净', '了');
        name = Numbers.Aggregate(
            name,
            (rest, word) => rest.EndsWith(word, StringComparison.Ordinal) ? rest[..^word.Length] : rest
        );
        if (name.Length < 2)
        {
            return null;
        }
        var noun = name[^2..];
        var named = new List<int>();
        for (
            var i = delta - 1;
            i >= Math.Max(0, delta - FarthestAmount) && context.Sentence(delta) - context.Sentence(i) <= SentencesBack;
            i--
        )
        {
            var called = context.Label(i) + " " + context.After(i);
            if (
                context.IsCurrent(i)
                && context.Compatible(i, delta)
                && context[i].Unit == context[delta].Unit
                && called.Contains(noun, StringComparison.Ordinal)
            )
            {
                named.Add(i);
            }
        }
        return named is [var only] ? only : null;
    }

    private void Judge(int delta, int now, int change, Interval growth, bool rise, FindingLevel level)
    {
        var expected = Arithmetic.ShowPercent((growth.Low + growth.High) / 2);
        var arithmetic =
            $"{context.Show(now)}、{(rise ? "增" : "减")}{context.Show(delta)}，{(rise ? "增" : "降")}幅应为{expected}";
        int[] members = [change, now, delta];
        if (growth.Meets(Interval.Of(context[change])))
        {
            ledger.Holds(RelationType.YearOnYear, members, expected, arithmetic + "，与文中相符");
        }
        else
        {
            ledger.Fails(
                RelationType.YearOnYear,
                members,
                level,
                FindingCodes.ChangeMismatch,
                expected,
                arithmetic,
                $"{arithmetic}，文中写{context.Show(change)}。请核对本期数、增减数和百分比。"
            );
        }
    }
}
