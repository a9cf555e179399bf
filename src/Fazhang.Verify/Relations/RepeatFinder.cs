namespace Fazhang.Verify.Relations;

/// <summary>同一指标: the same words twice in one text should state the same number; when they do not, the reader is asked which scope each has.</summary>
internal sealed class RepeatFinder(Context context, Ledger ledger)
{
    private const int ShortestLabel = 8;

    private const int ShortestRate = 6;

    private const int LongestParagraph = 400;

    /// <summary>Words that point at something said before: the same words count different things.</summary>
    private static readonly string[] Pointers = ["此类", "该", "上述", "同类", "其", "此项", "这", "本类", "各类"];

    public void Find()
    {
        var first = new Dictionary<(string, string), int>();
        for (var i = 0; i < context.Figures.Count; i++)
        {
            var label = LabelOf(i);
            var isRate = context[i].Kind == FigureKind.Percent && label.EndsWith('率');
            if (
                Array.Exists(Pointers, label.Contains)
                || label.Length < (isRate ? ShortestRate : ShortestLabel)
                || !(isRate || context.IsCurrent(i))
                || context[i].Approx
            )
            {
                continue;
            }
            if (isRate && i > 0 && context.SameSentence(i - 1, i) && context.IsAmount(i - 1))
            {
                label = context.Label(i - 1) + "," + label; // the rate of what was counted before it
            }
            if (!first.TryAdd((label, context[i].Unit), i))
            {
                Compare(first[(label, context[i].Unit)], i, label);
            }
        }
        CheckRestricted();
    }

    private string LabelOf(int index)
    {
        var label = context.Label(index);
        foreach (
            var word in (ReadOnlySpan<string>)
                ["其中", "共", "累计", "全年", "已", "达到", "达", "为", "全区", "全市", "全县", "全省"]
        )
        {
            label = label.Replace(word, "", StringComparison.Ordinal);
        }
        return (label.EndsWith('率') ? label.Replace("案件", "", StringComparison.Ordinal) : label).Trim();
    }

    private void Compare(int one, int other, string label)
    {
        // Amounts of different periods differ by nature; a rate that differs needs its scope beside it.
        var isRate = context[one].Kind == FigureKind.Percent;
        if (
            (!isRate && context[one].Scope != context[other].Scope)
            || context[one].Status != context[other].Status
            || YearOf(one) != YearOf(other)
            || context.IsInBrackets(one)
        )
        {
            return;
        }
        var same = Interval.Of(context[one]).Meets(Interval.Of(context[other]));
        var arithmetic = $"“{label}”两处：{context.Show(one)}、{context.Show(other)}";
        if (same)
        {
            ledger.Holds(RelationType.SameMetric, [other, one], context.Show(one), arithmetic + "，一致");
        }
        else
        {
            ledger.Fails(
                RelationType.SameMetric,
                [other, one],
                FindingLevel.Question,
                FindingCodes.SameMetricDiffers,
                context.Show(one),
                arithmetic,
                $"{arithmetic}，不一致。若期间或范围不同请分别写明，否则请核对。"
            );
        }
    }

    /// <summary>The period that the paragraph names before the figure.</summary>
    private string YearOf(int index)
    {
        var end = context[index].Start;
        var start = end;
        while (start > Math.Max(0, end - LongestParagraph) && !Reading.Chars.IsLineBreak(context.Text[start - 1]))
        {
            start--;
        }
        return Figures.Periods.LastIn(context.Text.Span(start, end).ToString());
    }

    /// <summary>投诉举报12件 and then 市场监管的投诉举报13件: a restricted set is not larger than the whole one.</summary>
    private void CheckRestricted()
    {
        for (var i = 1; i < context.Figures.Count; i++)
        {
            var label = context.Label(i);
            var at = label.LastIndexOf('的');
            if (!context.IsCurrent(i) || at < 2 || label.Length - at - 1 < 3)
            {
                continue;
            }
            var name = label[(at + 1)..];
            for (var j = i - 1; j >= Math.Max(0, i - 12) && context.Sentence(i) - context.Sentence(j) <= 2; j--)
            {
                if (
                    context.IsCurrent(j)
                    && context[j].Unit == context[i].Unit
                    && context.Label(j) == name
                    && context[i].Low > context[j].High
                )
                {
                    ledger.Fails(
                        RelationType.Subset,
                        [i, j],
                        FindingLevel.Question,
                        FindingCodes.RestrictedExceeds,
                        $"≤ {context.Show(j)}",
                        $"{context.Show(i)} > {context.Show(j)}",
                        $"“{label}”{context.Show(i)}多于“{name}”{context.Show(j)}，部分大于整体。若两处分类口径不同请写明，否则请核对。"
                    );
                }
            }
        }
    }
}
