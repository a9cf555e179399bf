using Fazhang.Verify.Figures;
using Fazhang.Verify.Relations;

namespace Fazhang.Verify.Findings;

/// <summary>疑似漏写或多写“万”: a number of things far out of the range of its neighbours, or a fraction of a person.</summary>
internal sealed class Magnitudes(Context context, Ledger ledger)
{
    /// <summary>Ten thousand times 万 is written 亿.</summary>
    private const decimal LargestMantissa = 10_000;

    private const decimal FarOut = 50;

    /// <summary>Items of a list stand closer together than statements.</summary>
    private const int LongestItem = 12;

    private static readonly string[] AverageWords = ["均", "平均", "每", "之比", "比值", "左右"];

    public void Add()
    {
        for (var i = 0; i < context.Figures.Count; i++)
        {
            var figure = context[i];
            if (
                figure.Kind is FigureKind.Count or FigureKind.People or FigureKind.Times
                && figure.Text.EndsWith('万')
                && figure.Unit.Length > 0
            )
            {
                AskAdded(i);
            }
            else if (
                IsFractionOfThing(figure)
                && !IsOfAverages(i)
                && !AverageWords.Any(word => context.Label(i).Contains(word, StringComparison.Ordinal))
            )
            {
                ledger.Remark(
                    FindingLevel.Question,
                    FindingCodes.FractionOfThing,
                    i,
                    $"{context.Show(i)}不是整数，{figure.Unit}不能有小数。疑似漏写“万”，或者是平均数而没有写明。请核对。"
                );
            }
        }
    }

    /// <summary>户均2.62人,比上年3.10人减少0.48人: averages and their difference.</summary>
    private bool IsOfAverages(int index)
    {
        for (var i = index - 1; i >= Math.Max(0, index - 3) && context.SameSentence(i, index); i--)
        {
            if (IsFractionOfThing(context[i]) && context[i].Unit == context[index].Unit)
            {
                return true;
            }
        }
        return false;
    }

    private static bool IsFractionOfThing(Figure figure) =>
        figure.Value != decimal.Truncate(figure.Value)
        && figure.Kind is FigureKind.Count or FigureKind.People or FigureKind.Times or FigureKind.RatePer
        && Measures.IsCounted(figure.Unit);

    private void AskAdded(int index)
    {
        var figure = context[index];
        var mantissa = figure.Value / 10_000;
        var neighbours = Neighbours(index, sentences: 0);
        neighbours = neighbours.Count > 1 ? neighbours : Neighbours(index, sentences: 1);
        var isOutside = neighbours.Count > 0 && neighbours.TrueForAll(n => n * FarOut < figure.Value);
        var isInList =
            context.Gap(index).Length <= LongestItem
            && (index + 1 >= context.Figures.Count || context.Gap(index + 1).Length <= LongestItem);
        var isLong = mantissa >= LargestMantissa && isOutside && !IsHabit(index);
        var isFarOut = neighbours.Count > 1 && isOutside && isInList && mantissa <= neighbours.Max() * 2;
        if (mantissa != decimal.Truncate(mantissa))
        {
            return;
        }
        if (isLong || isFarOut)
        {
            ledger.Remark(
                FindingLevel.Question,
                FindingCodes.Magnitude,
                index,
                $"{context.Show(index)}{(isLong ? "的写法少见（满一亿应写“亿”）" : "比前后同类数字大得多")}。疑似多写“万”，请核对。"
            );
        }
    }

    /// <summary>A census writes all its numbers in 万.</summary>
    private bool IsHabit(int index) =>
        context
            .Figures.Where(
                (figure, i) =>
                    i != index
                    && figure.Text.EndsWith('万')
                    && figure.Value >= LargestMantissa * 10_000
                    && figure.Unit == context[index].Unit
            )
            .Take(2)
            .Count() == 2;

    /// <summary>Amounts of the same unit close by.</summary>
    private List<decimal> Neighbours(int index, int sentences)
    {
        var neighbours = new List<decimal>();
        for (var i = Math.Max(0, index - 6); i < Math.Min(context.Figures.Count, index + 7); i++)
        {
            var isNear = Math.Abs(context.Sentence(i) - context.Sentence(index)) <= sentences;
            if (i != index && context.IsCurrent(i) && context[i].Unit == context[index].Unit && isNear)
            {
                neighbours.Add(context[i].Value);
            }
        }
        return neighbours;
    }
}
