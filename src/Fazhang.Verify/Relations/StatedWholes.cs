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
        var stated = Interval.Of(context[percent]);
        var fitting = parts
            .Cast<int?>()
            .FirstOrDefault(part =>
                Interval.Percent(Interval.Of(context[part!.Value]), Interval.Of(context[whole])) is { } percentage
                && percentage.Meets(stated)
            );
        var part = fitting ?? parts[0];
        if (context[whole].Value == 0)
        {
            return;
        }
        var exact = Arithmetic.ShowPercent(100 * context[part].Value / context[whole].Value);
        var arithmetic = $"{Arithmetic.Show(context[part].Value)} ÷ {Arithmetic.Show(context[whole].Value)} = {exact}";
        if (fitting is not null)
        {
            ledger.Holds(RelationType.Ratio, [percent, part, whole], exact, $"{arithmetic}，与{context.Show(percent)}相符");
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
}
