namespace Fazhang.Verify.Relations;

/// <summary>
/// 同比与增减: a percentage of change against the earlier figure or the difference that stands beside it. Without
/// either, the earlier figure it implies is recorded.
/// </summary>
internal sealed class ChangeFinder(Context context, Ledger ledger)
{
    private const int LongestReach = 46;

    private readonly ImpliedBases implied = new(context, ledger);

    public void Find()
    {
        for (var i = 0; i < context.Figures.Count; i++)
        {
            if (context[i].Kind == FigureKind.ChangePercent && context[i].Unit is "%" or "倍")
            {
                CheckChange(i);
            }
        }
    }

    private void CheckChange(int change)
    {
        var before = Before(change);
        if (before.Current is { } near && NamesAnotherSubject(change, near) && Named(change) is { } named)
        {
            Compare(
                change,
                named,
                Interval.Of(context[named + 1]),
                $"上年{context.Show(named + 1)}",
                named + 1,
                Comparisons.DirectionOf(context.Label(change)) == Direction.Up
            );
            return;
        }
        if (before.Current is not { } current || IsOtherPeriod(change, current))
        {
            return;
        }
        var up = Comparisons.DirectionOf(context.Label(change)) == Direction.Up;
        if (before.Base is { } earlier)
        {
            Compare(change, current, Interval.Of(context[earlier]), $"上年{context.Show(earlier)}", earlier, up);
        }
        else if (before.Delta is { } delta)
        {
            CompareWithDelta(change, current, delta, up);
        }
        else
        {
            implied.Imply(change, current, up);
        }
    }

    /// <summary>增加25件,增长11.1%: the difference over last year's amount, which need not be that of the nearest amount.</summary>
    private void CompareWithDelta(int change, int current, int delta, bool up)
    {
        if (
            Comparisons.HasOtherBasis(context.Label(change), context.Label(delta))
            || (context.IsBase(delta - 1) && Comparisons.HasOtherBasis(context.Label(change), context.Label(delta - 1)))
        )
        {
            return;
        }
        var rise = Comparisons.DirectionOf(context.Label(delta)) == Direction.Up;
        var candidates = new EarlierAmounts(context).Of(delta, rise);
        var fitting = candidates
            .OrderBy(candidate => candidate.Witness != current)
            .FirstOrDefault(candidate => GrowthOf(delta, candidate.Earlier, change).Meets(Interval.Of(context[change])));
        if (fitting is not null && rise == up)
        {
            var growth = GrowthOf(delta, fitting.Earlier, change);
            var expected = Arithmetic.ShowPercent((growth.Low + growth.High) / 2).TrimEnd('%') + context[change].Unit;
            var arithmetic =
                $"{context.Show(fitting.Witness)}、{(rise ? "增" : "减")}{context.Show(delta)}，{(up ? "增" : "降")}幅应为{expected}";
            ledger.Holds(RelationType.YearOnYear, [change, fitting.Witness, delta], expected, arithmetic + "，与文中相符");
            return;
        }
        if (rise && (Interval.Of(context[current]) - Interval.Of(context[delta])).High < 0)
        {
            AskTooLarge(change, current, delta);
            return;
        }
        var now = Interval.Of(context[current]);
        var difference = Interval.Of(context[delta]);
        Compare(
            change,
            current,
            rise ? now - difference : now + difference,
            $"{(rise ? "增" : "减")}{context.Show(delta)}",
            delta,
            up,
            isOnly: candidates.Count <= 1
        );
    }

    /// <summary>增加5017万所 of 51.88万所: an amount smaller than its increase.</summary>
    private void AskTooLarge(int change, int current, int delta)
    {
        var arithmetic = $"增加{context.Show(delta)}，多于本期的{context.Show(current)}";
        ledger.Fails(
            RelationType.YearOnYear,
            [change, current, delta],
            FindingLevel.Question,
            FindingCodes.ChangeMismatch,
            $"≤ {context.Show(current)}",
            arithmetic,
            $"{arithmetic}，上期应为负数。请核对本期数、增加数和单位（例如多写或漏写“万”）。"
        );
    }

    private Interval GrowthOf(int delta, Interval earlier, int change)
    {
        var scale = context[change].Unit == "倍" ? 1 : 100;
        var difference = Interval.Of(context[delta]);
        return earlier.Low <= 0
            ? new Interval(-1, -1)
            : new Interval(scale * difference.Low / earlier.High, scale * difference.High / earlier.Low);
    }

    /// <summary>登记72件(上年90件)、办结70件,登记数降20.0%: the amount that the words before the change name, with last year's beside it.</summary>
    private int? Named(int change)
    {
        var label = context.Label(change);
        var end = Comparisons.StartOfComparison(label);
        var subject = label[..end].Trim().TrimEnd('数', '量');
        if (subject.Length < 2 || label.Contains('率') || IsFollowedByAnother(change))
        {
            return null;
        }
        for (var i = change - 2; i >= 0 && change - i <= 8 && context.SameSentence(i, change); i--)
        {
            var isPair = context.IsCurrent(i) && context.IsBase(i + 1) && context.Compatible(i, i + 1);
            if (isPair && context.Label(i).EndsWith(subject, StringComparison.Ordinal))
            {
                return i;
            }
        }
        return null;
    }

    private readonly record struct Neighbours(int? Current, int? Base, int? Delta);

    /// <summary>The amount that changes, with last year's amount or the difference, all before the percentage in its sentence.</summary>
    private Neighbours Before(int change)
    {
        int? earlier = null;
        int? delta = null;
        for (
            var i = change - 1;
            i >= 0 && context.SameSentence(i, change) && context[change].Start - context.UnitEnd(i) <= LongestReach;
            i--
        )
        {
            if (context.Gap(change).Contains(';') || (i < change - 1 && context.Gap(i + 1).Contains(';')))
            {
                break;
            }
            if (context.IsBase(i) && earlier is null && delta is null)
            {
                earlier = i;
            }
            else if (context.IsDelta(i) && earlier is null && delta is null)
            {
                delta = i;
            }
            else if (context.IsCurrent(i) && context.IsInBrackets(i))
            {
                continue; // an aside, not what changes
            }
            else if (context.IsCurrent(i) && (earlier ?? delta) is { } other && !context.Compatible(other, i))
            {
                continue; // 事故50起、死亡9人,上年60起: the amount of the base's own kind stands before
            }
            else if (context.IsCurrent(i) || context[i].Kind == FigureKind.RatePer)
            {
                return new Neighbours(i, Matching(earlier, i), Matching(delta, i));
            }
            else if (context[i].Kind is FigureKind.ChangePercent or FigureKind.ChangePoints && earlier is null && delta is null)
            {
                // 同比增长3%、环比下降1%: the second change has the same amount before the first, but no own base.
                continue;
            }
        }
        return default;
    }

    private int? Matching(int? other, int current) => other is { } index && context.Compatible(index, current) ? index : null;

    /// <summary>A base named 上年 is none for 环比, and a list of changes (分别为) belongs to a list of amounts.</summary>
    private bool IsOtherPeriod(int change, int current)
    {
        var gap = context.Gap(change);
        return gap.Contains("分别", StringComparison.Ordinal)
            || gap.Contains("依次", StringComparison.Ordinal)
            || gap.Contains('各')
            || gap.TrimStart() is "、" or "和" or ","
            || IsFollowedByAnother(change)
            || IsChangeOfRate(context.Label(change))
            || NamesAnotherSubject(change, current);
    }

    /// <summary>增长率较上年提高3%: what changes is the rate, not the amount.</summary>
    private static bool IsChangeOfRate(string label) => label.IndexOf('率') is >= 0 and var at && label.Length - at > 2;

    /// <summary>跌幅26.2%、19.3%: two changes of two amounts.</summary>
    private bool IsFollowedByAnother(int change) =>
        change + 1 < context.Figures.Count
        && context[change + 1].Kind == FigureKind.ChangePercent
        && context.Gap(change + 1).Trim() is "、" or "和" or "及" or "与";

    /// <summary>立案数降38.5%: the clause names its own subject, so the amount before is not what changes.</summary>
    private bool NamesAnotherSubject(int change, int current)
    {
        var label = context.Label(change);
        var start = Comparisons.StartOfComparison(label);
        return Comparisons.NamesSubjectInside(label)
            || start > 2
                && context.Label(current).Length > 0
                && !context.Label(current).EndsWith(label[..start].Trim(), StringComparison.Ordinal);
    }

    private void Compare(int change, int current, Interval earlier, string evidence, int witness, bool up, bool isOnly = true)
    {
        if (earlier.Low <= 0 || Comparisons.HasOtherBasis(context.Label(change), context.Label(witness)))
        {
            return;
        }
        var now = Interval.Of(context[current]);
        var growth = up
            ? new Interval((now.Low / earlier.High) - 1, (now.High / earlier.Low) - 1)
            : new Interval(1 - (now.High / earlier.Low), 1 - (now.Low / earlier.High));
        var scale = context[change].Unit == "倍" ? 1 : 100;
        var computed = new Interval(growth.Low * scale, growth.High * scale);
        var middle = (computed.Low + computed.High) / 2;
        var expected = Arithmetic.ShowPercent(middle).TrimEnd('%') + context[change].Unit;
        var arithmetic = $"{context.Show(current)}、{evidence}，{(up ? "增" : "降")}幅应为{expected}";
        int[] members = [change, current, witness];
        if (computed.Meets(Interval.Of(context[change])))
        {
            ledger.Holds(RelationType.YearOnYear, members, expected, arithmetic + "，与文中相符");
            return;
        }
        if (!up && computed.High < 0 || up && computed.High < 0)
        {
            arithmetic = $"{context.Show(current)}、{evidence}，方向与“{(up ? "增" : "降")}”相反";
        }
        ledger.Fails(
            RelationType.YearOnYear,
            members,
            // Growth of money is often stated in constant prices.
            context[current].Kind == FigureKind.Money
            || !isOnly
                ? FindingLevel.Question
                : FindingLevel.Error,
            FindingCodes.ChangeMismatch,
            expected,
            arithmetic,
            $"{arithmetic}，文中写{context.Show(change)}。请核对本期数、{(context.IsBase(witness) ? "上年数" : "增减数")}和百分比。"
        );
    }
}
