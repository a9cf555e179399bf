namespace Fazhang.Verify.Relations;

/// <summary>百分点与由此及彼: changes of rates, and from one level to another (由A升至B).</summary>
internal sealed class LevelFinder(Context context, Ledger ledger)
{
    private const int LongestReach = 30;

    private static readonly string[] FromWords = ["由", "从"];

    /// <summary>Rates that may be below zero or above a hundred: profit, growth, prices. Any earlier level is possible.</summary>
    private static readonly string[] Unbounded =
    [
        "利润率",
        "收益率",
        "回报率",
        "增长率",
        "增速",
        "增幅",
        "涨幅",
        "降幅",
        "指数",
        "变动率",
        "完成率",
        "负债率",
        "占用率",
    ];

    /// <summary>贡献率6.6%,拉动增长0.2个百分点: the points are those of the growth, not of the rate.</summary>
    private static readonly string[] PointsOfGrowth = ["拉动", "带动", "贡献", "拉高", "拉低", "影响"];

    private static readonly string[] UpTo =
    [
        "升至",
        "升到",
        "提高到",
        "提高至",
        "提升到",
        "提升至",
        "增加到",
        "增加至",
        "增长到",
        "增长至",
        "增至",
        "扩大到",
        "扩增至",
        "上升到",
        "上升至",
        "抬到",
        "上涨到",
        "涨到",
        "涨至",
        "上升为",
        "提高为",
        "提升为",
        "增加为",
        "增长为",
    ];

    private static readonly string[] DownTo =
    [
        "降至",
        "降到",
        "下降到",
        "下降至",
        "减少到",
        "减少至",
        "减至",
        "降低到",
        "降低至",
        "压缩到",
        "压缩至",
        "缩短到",
        "缩短至",
        "回落到",
        "回落至",
        "压减到",
        "压减至",
        "下降为",
        "减少为",
        "降低为",
        "降为",
        "减为",
        "精简到",
        "精简至",
        "精简为",
    ];

    public void Find()
    {
        for (var i = 1; i < context.Figures.Count; i++)
        {
            if (context[i].Kind == FigureKind.ChangePoints && context.SameSentence(i - 1, i) && !IsBesideLastYear(i))
            {
                CheckPoints(i);
            }
            if (context.SameSentence(i - 1, i) && IsFrom(i - 1) && context[i].Unit == context[i - 1].Unit)
            {
                CheckFromTo(i - 1, i);
            }
        }
    }

    /// <summary>开庭率24.5%,上年20.1%,上升4.4个百分点: both levels stand beside the change. False when they do not.</summary>
    private bool IsBesideLastYear(int points)
    {
        var (rate, earlier) = (points - 2, points - 1);
        if (
            rate < 0
            || context[rate].Kind != FigureKind.Percent
            || context[earlier].Kind != FigureKind.Percent
            || Comparisons.RoleOf(context.Label(earlier)) != Role.Base
            || !context.SameSentence(rate, points)
            || context[points].Start - context[rate].End > LongestReach
            || Comparisons.NamesSubject(context.Label(points))
        )
        {
            return false;
        }
        var up = Comparisons.DirectionOf(context.Label(points)) == Direction.Up;
        var (high, low) = up ? (rate, earlier) : (earlier, rate);
        var distance = Interval.Of(context[high]) - Interval.Of(context[low]);
        var value = Arithmetic.Show(context[high].Value - context[low].Value);
        var arithmetic = $"{context.Show(rate)}与{context.Show(earlier)}相差{value}个百分点";
        int[] members = [points, rate, earlier];
        if (distance.Meets(Interval.Of(context[points])))
        {
            ledger.Holds(RelationType.PercentagePoints, members, value, arithmetic + "，与文中相符");
            return true;
        }
        ledger.Fails(
            RelationType.PercentagePoints,
            members,
            Comparisons.HasOtherBasis(context.Label(points), context.Label(earlier)) ? FindingLevel.Question : FindingLevel.Error,
            FindingCodes.ChangeMismatch,
            value,
            arithmetic,
            $"{arithmetic}，文中写{(up ? "提高" : "降低")}{context.Show(points)}。请核对三个数。"
        );
        return true;
    }

    /// <summary>A rate and its change must leave last year's rate between 0 and 100.</summary>
    private void CheckPoints(int points)
    {
        var rate = points - 1;
        if (
            context[rate].Kind != FigureKind.Percent
            || context[points].Start - context[rate].End > LongestReach
            || context.Gap(points).Contains(';')
            || Comparisons.NamesSubject(context.Label(points))
            || PointsOfGrowth.Any(word => context.Label(points).Contains(word, StringComparison.Ordinal))
            || Unbounded.Any(word => context.Label(rate).Contains(word, StringComparison.Ordinal))
        )
        {
            return;
        }
        var up = Comparisons.DirectionOf(context.Label(points)) == Direction.Up;
        var earlier = up
            ? Interval.Of(context[rate]) - Interval.Of(context[points])
            : Interval.Of(context[rate]) + Interval.Of(context[points]);
        var value = up ? context[rate].Value - context[points].Value : context[rate].Value + context[points].Value;
        var arithmetic = $"{context.Show(rate)}{(up ? "提高" : "降低")}{context.Show(points)}，上期应为{Arithmetic.Show(value)}%";
        if (earlier.High >= 0 && earlier.Low <= 100)
        {
            ledger.Holds(RelationType.PercentagePoints, [points, rate], $"{Arithmetic.Show(value)}%", arithmetic);
        }
        else
        {
            ledger.Fails(
                RelationType.PercentagePoints,
                [points, rate],
                FindingLevel.Error,
                FindingCodes.PointsImpossible,
                "上期在0至100%之间",
                arithmetic,
                $"{arithmetic}，不可能。请核对百分比和百分点，或把“个百分点”改为“%”。"
            );
        }
    }

    private bool IsFrom(int figure)
    {
        var label = context.Label(figure);
        return FromWords.Any(word => label.Contains(word, StringComparison.Ordinal))
            && label.Length - label.LastIndexOfAny(['由', '从']) <= 12;
    }

    private void CheckFromTo(int from, int to)
    {
        var gap = context.Gap(to);
        var up = UpTo.Any(word => gap.Contains(word, StringComparison.Ordinal));
        var down = DownTo.Any(word => gap.Contains(word, StringComparison.Ordinal));
        if (up == down || gap.Length > 16 || context[to].Kind == FigureKind.Duration)
        {
            return;
        }
        var arithmetic = $"由{context.Show(from)}到{context.Show(to)}";
        var fits = up ? context[to].High >= context[from].Low : context[to].Low <= context[from].High;
        if (!fits)
        {
            ledger.Fails(
                RelationType.Difference,
                [to, from],
                FindingLevel.Error,
                FindingCodes.DirectionMismatch,
                up ? $"≥ {context.Show(from)}" : $"≤ {context.Show(from)}",
                arithmetic,
                $"{arithmetic}，与“{(up ? "升" : "降")}”的方向相反。请核对两数或改正用词。"
            );
            return;
        }
        ledger.Holds(RelationType.Difference, [to, from], up ? "上升" : "下降", arithmetic + "，方向相符");
        if (to + 1 < context.Figures.Count && context.SameSentence(to, to + 1))
        {
            CheckStep(from, to, to + 1, up);
        }
    }

    /// <summary>由A提高到B,提高C个百分点 (or C%, or C件): C is the difference or the growth.</summary>
    private void CheckStep(int from, int to, int step, bool up)
    {
        var isPoints = context[step].Kind == FigureKind.ChangePoints && context[to].Kind == FigureKind.Percent;
        var label = context.Label(step);
        var isYearly = label.Contains("同比", StringComparison.Ordinal) && !context.Label(from).Contains('年');
        if (isYearly || Comparisons.HasOtherBasis(label, "") || Comparisons.NamesSubject(label))
        {
            return;
        }
        var isGrowth = context[step].Kind == FigureKind.ChangePercent && context.IsAmount(to) && context[from].Low > 0;
        if (!(isPoints || isGrowth) || context[step].Start - context[to].End > LongestReach || context.Gap(step).Contains(';'))
        {
            return;
        }
        var (high, low) = up ? (to, from) : (from, to);
        var distance = Interval.Of(context[high]) - Interval.Of(context[low]);
        var growth = Interval.Percent(distance, Interval.Of(context[from]));
        var computed = isPoints ? distance : growth!.Value;
        var middle = decimal.Round((computed.Low + computed.High) / 2, 2);
        var arithmetic = $"由{context.Show(from)}到{context.Show(to)}，相差{Arithmetic.Show(middle)}{context[step].Unit}";
        if (computed.Meets(Interval.Of(context[step])))
        {
            ledger.Holds(
                isPoints ? RelationType.PercentagePoints : RelationType.YearOnYear,
                [step, to, from],
                Arithmetic.Show(middle),
                arithmetic + "，与文中相符"
            );
        }
        else
        {
            ledger.Fails(
                isPoints ? RelationType.PercentagePoints : RelationType.YearOnYear,
                [step, to, from],
                context[to].Kind == FigureKind.Money ? FindingLevel.Question : FindingLevel.Error,
                FindingCodes.ChangeMismatch,
                Arithmetic.Show(middle),
                arithmetic,
                $"{arithmetic}，文中写{context.Show(step)}。请核对三个数。"
            );
        }
    }
}
