namespace Fazhang.Verify.Relations;

/// <summary>完成预算60999万元的40.4%, 占全市1000件的20%: the whole stands right before its percentage, so that nothing has to be guessed.</summary>
internal sealed class StatedWholes(Context context, Ledger ledger)
{
    /// <summary>Amounts before the whole that may be the part.</summary>
    private const int MostParts = 3;

    private const int LongestReach = 8;

    private static readonly string[] Links = ["的", "的约", "的近"];

    private static readonly string[] Leads = ["占", "完成", "达到", "达", "是", "为", "相当于"];

    public void Find()
    {
        for (var i = 2; i < context.Figures.Count; i++)
        {
            var whole = i - 1;
            var isShare =
                context[i].Kind == FigureKind.Percent
                && Array.Exists(Links, link => link == context.Gap(i).Trim())
                && context.IsAmount(whole)
                && context.SameSentence(whole, i);
            if (isShare && PartsOf(whole) is { Count: > 0 } parts)
            {
                Check(i, whole, parts);
            }
        }
    }

    /// <summary>Amounts of the same kind before the whole, nearest first.</summary>
    private List<int> PartsOf(int whole)
    {
        var parts = new List<int>();
        for (
            var i = whole - 1;
            i >= Math.Max(0, whole - LongestReach) && parts.Count < MostParts && context.SameSentence(i, whole);
            i--
        )
        {
            if (context.IsCurrent(i) && context.Compatible(i, whole))
            {
                parts.Add(i);
            }
        }
        return parts;
    }

    private void Check(int percent, int whole, List<int> parts)
    {
        if (context[whole].Value == 0)
        {
            return;
        }
        // One of the amounts, or the nearest ones together: 甲120件、乙80件共占全部500件的40%.
        var readings = parts.ConvertAll(part => new List<int> { part });
        readings.AddRange(Enumerable.Range(2, Math.Max(0, parts.Count - 1)).Select(count => parts.GetRange(0, count)));
        var fitting = readings.Find(reading =>
            Interval.Percent(Sum(reading), Interval.Of(context[whole])) is { } percentage
            && percentage.Meets(Interval.Of(context[percent]))
        );
        var part = parts[0];
        var exact = Arithmetic.ShowPercent(100 * (fitting ?? [part]).Sum(i => context[i].Value) / context[whole].Value);
        var terms = string.Join(" + ", (fitting ?? [part]).Select(i => Arithmetic.Show(context[i].Value)));
        var arithmetic = $"{(fitting?.Count > 1 ? $"({terms})" : terms)} ÷ {Arithmetic.Show(context[whole].Value)} = {exact}";
        if (fitting is not null)
        {
            ledger.Holds(RelationType.Ratio, [percent, .. fitting, whole], exact, $"{arithmetic}，与{context.Show(percent)}相符");
            return;
        }
        var label = context.Label(whole);
        var isOwn = parts.Count == 1 && part == whole - 1 && Array.Exists(Leads, label.StartsWith);
        ledger.Fails(
            RelationType.Ratio,
            [percent, part, whole],
            isOwn ? FindingLevel.Error : FindingLevel.Question,
            FindingCodes.RatioNamedWhole,
            exact,
            $"{arithmetic}，文中写{context.Show(percent)}",
            $"{arithmetic}，文中写{context.Show(percent)}；这里写明以{context.Show(whole)}为整体。请核对两数和百分比。"
        );
    }

    private Interval Sum(List<int> parts) => parts.Aggregate(new Interval(0, 0), (sum, part) => sum + Interval.Of(context[part]));
}
