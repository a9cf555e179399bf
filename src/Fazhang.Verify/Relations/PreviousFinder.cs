using Fazhang.Verify.Figures;
using Fazhang.Verify.Reading;

namespace Fazhang.Verify.Relations;

/// <summary>同比 against the report of the year before: last year's figure as stated then, and the growth claimed now.</summary>
internal sealed class PreviousFinder(Context context, Ledger ledger)
{
    private const int ShortestSubject = 4;

    public void Find()
    {
        if (context.Options.PreviousText is not { Length: > 0 } text)
        {
            return;
        }
        var earlier = new Context(
            new Layout(new FoldedText(text)),
            FigureReader.Read(new Layout(new FoldedText(text))),
            new CheckOptions()
        );
        var bySubject = UniqueBySubject(earlier);
        for (var i = 1; i < context.Figures.Count; i++)
        {
            var current = i - 1;
            if (
                context.IsBase(i)
                && context.IsCurrent(current)
                && context.SameSentence(current, i)
                && Find(bySubject, current) is { } stated
            )
            {
                CompareBase(i, current, stated);
            }
            else if (
                context[i].Kind == FigureKind.ChangePercent
                && context[i].Unit == "%"
                && context.IsCurrent(current)
                && context.SameSentence(current, i)
                && Find(bySubject, current) is { } before
            )
            {
                CompareGrowth(i, current, before);
            }
        }
    }

    /// <summary>Figures whose subject occurs once; with two of the same name nobody knows which is meant.</summary>
    private static Dictionary<(string, string), Figure> UniqueBySubject(Context earlier) =>
        earlier
            .Figures.Where((figure, i) => figure.Subject.Length >= ShortestSubject && earlier.IsCurrent(i))
            .GroupBy(figure => (Key(figure.Subject), figure.Unit))
            .Where(group => group.Count() == 1)
            .ToDictionary(group => group.Key, group => group.Single());

    private Figure? Find(Dictionary<(string, string), Figure> bySubject, int index) =>
        context[index].Subject.Length >= ShortestSubject
            ? bySubject.GetValueOrDefault((Key(context[index].Subject), context[index].Unit))
            : null;

    /// <summary>The subject without year and area, which differ from report to report.</summary>
    internal static string Key(string subject)
    {
        var key = subject;
        foreach (var word in (ReadOnlySpan<string>)["全市", "全区", "全县", "全省", "全年", "共", "累计", "年", "已"])
        {
            key = key.Replace(word, "", StringComparison.Ordinal);
        }
        return string.Concat(key.Where(c => !Chars.IsDigit(c)));
    }

    private void CompareBase(int stated, int current, Figure before)
    {
        var arithmetic = $"上年报告写{before.Text}{before.Unit}，本报告写上年{context.Show(stated)}";
        if (Interval.Of(before).Meets(Interval.Of(context[stated])))
        {
            ledger.Holds(RelationType.SameMetric, [stated, current], $"{before.Text}{before.Unit}", arithmetic + "，一致");
        }
        else
        {
            ledger.Fails(
                RelationType.SameMetric,
                [stated, current],
                FindingLevel.Question,
                FindingCodes.LastYearDiffers,
                $"{before.Text}{before.Unit}",
                arithmetic,
                $"{arithmetic}（“{context[current].Subject}”）。若上年数已更正请说明，否则请核对。"
            );
        }
    }

    private void CompareGrowth(int change, int current, Figure before)
    {
        if (before.Low <= 0)
        {
            return;
        }
        var up = Comparisons.DirectionOf(context.Label(change)) == Direction.Up;
        var now = Interval.Of(context[current]);
        var ratio = new Interval(100 * ((now.Low / before.High) - 1), 100 * ((now.High / before.Low) - 1));
        var growth = up ? ratio : new Interval(-ratio.High, -ratio.Low);
        var middle = Arithmetic.ShowPercent((growth.Low + growth.High) / 2);
        var arithmetic = $"上年报告{before.Text}{before.Unit}，本年{context.Show(current)}，{(up ? "增" : "降")}幅应为{middle}";
        if (growth.Meets(Interval.Of(context[change])))
        {
            ledger.Holds(RelationType.YearOnYear, [change, current], middle, arithmetic + "，与文中相符");
        }
        else
        {
            ledger.Fails(
                RelationType.YearOnYear,
                [change, current],
                FindingLevel.Question,
                FindingCodes.LastYearGrowth,
                middle,
                arithmetic,
                $"{arithmetic}，文中写{context.Show(change)}。若口径有变化或上年数已更正请说明，否则请核对。"
            );
        }
    }
}
