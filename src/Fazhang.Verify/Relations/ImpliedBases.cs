using Fazhang.Verify.Figures;

namespace Fazhang.Verify.Relations;

/// <summary>同比增长34% with nothing to compare: the whole numbers that last year's figure can be.</summary>
internal sealed class ImpliedBases(Context context, Ledger ledger)
{
    /// <summary>同比增长34% with nothing to compare: the whole numbers that last year's figure can be.</summary>
    public void Imply(int change, int current, bool up)
    {
        var figure = context[change];
        if (
            !context[current].IsExact
            || figure.Unit != "%"
            || context[current].Kind == FigureKind.Money
            || Measures.IsMeasured(context[current].Unit)
            || figure.Approx
            || context.Label(current).Length == 0
            || Enumerable.Range(current + 1, change - current - 1).Any(i => !context.IsInBrackets(i))
        )
        {
            return;
        }
        var low = up ? 1 + (figure.Low / 100) : 1 - (figure.High / 100);
        var high = up ? 1 + (figure.High / 100) : 1 - (figure.Low / 100);
        if (high < 0)
        {
            ledger.Fails(
                RelationType.YearOnYear,
                [change, current],
                FindingLevel.Question,
                FindingCodes.ChangeImpossible,
                "≤ 100%",
                $"{context.Show(current)}降{context.Show(change)}",
                $"{context.Show(current)}降{context.Show(change)}，件数的降幅不能超过100%。请核对百分比。"
            );
            return;
        }
        if (low <= 0)
        {
            return;
        }
        var first = decimal.Ceiling(context[current].Value / high);
        var last = decimal.Floor(context[current].Value / low);
        int[] members = [change, current];
        if (first <= last)
        {
            (first, last) = Rounded(context[current].Value, figure, up) ?? (first, last);
            var range = first == last ? Arithmetic.Show(first) : $"{Arithmetic.Show(first)}至{Arithmetic.Show(last)}";
            ledger.Holds(
                RelationType.YearOnYear,
                members,
                range,
                $"{context.Show(current)}{(up ? "增" : "降")}{context.Show(change)}，上期应为{range}{context[current].Unit}"
            );
            return;
        }
        var near = decimal.Round(context[current].Value / ((low + high) / 2));
        var real = near == 0 ? 0 : Math.Abs((context[current].Value / near) - 1) * 100;
        ledger.Fails(
            RelationType.YearOnYear,
            members,
            FindingLevel.Question,
            FindingCodes.ChangeImpossible,
            $"上期{Arithmetic.Show(near)}：{Arithmetic.ShowPercent(real)}",
            $"没有整数的上期数能使{context.Show(current)}{(up ? "增" : "降")}{context.Show(change)}",
            $"{context.Show(current)}{(up ? "增" : "降")}{context.Show(change)}，但没有任何整数的上期数能得出这个百分比（最近的是上期{Arithmetic.Show(near)}{context[current].Unit}，{Arithmetic.ShowPercent(real)}）。请核对本期数和百分比。"
        );
    }

    /// <summary>The range under rounding half up alone, which readers expect; null when it is empty.</summary>
    private static (decimal First, decimal Last)? Rounded(decimal now, Figure change, bool up)
    {
        var half = change.Step / 2;
        var low = 1 + ((up ? change.Value - half : -change.Value - half) / 100);
        var high = 1 + ((up ? change.Value + half : -change.Value + half) / 100);
        var first = decimal.Ceiling(now / high);
        var last = decimal.Floor(now / low);
        return low > 0 && first <= last ? (first, last) : null;
    }
}
