namespace Fazhang.Verify.Relations;

/// <summary>
/// 占比而没有件数: a share with two decimals of a small stated whole must be a whole number of it. 93.14% of 520 or of 498 is
/// none, so the share has another whole.
/// </summary>
internal sealed class ShareFeasibility(Context context, Ledger ledger)
{
    /// <summary>Above this every share with two decimals is possible or nearly so, and impossibility means little.</summary>
    private const decimal LargestWhole = 1500;

    private const decimal SmallestWhole = 50;

    public void Find()
    {
        var related = ledger.Relations.SelectMany(relation => relation.Members).ToHashSet();
        for (var i = 0; i < context.Figures.Count; i++)
        {
            var isFineShare = context[i] is { Kind: FigureKind.Percent, Step: <= 0.01m, Approx: false, Value: > 0 and < 100 };
            // 占比 right behind an amount is that amount's share; only a clause with its own subject lacks its number.
            if (isFineShare && context.Label(i).IndexOf('占') > 2 && !related.Contains(i))
            {
                Check(i);
            }
        }
    }

    private void Check(int share)
    {
        var wholes = new List<int>();
        for (var i = share - 1; i >= 0 && share - i <= 8 && context.SameSentence(i, share); i--)
        {
            if (context.IsCurrent(i) && context[i] is { IsExact: true, Value: >= SmallestWhole and <= LargestWhole })
            {
                wholes.Add(i);
            }
        }
        if (wholes.Count == 0)
        {
            return;
        }
        foreach (var whole in wholes)
        {
            if (PartOf(whole, share) is { } part)
            {
                ledger.Holds(
                    RelationType.ImpliedDenominator,
                    [share, whole],
                    Arithmetic.Show(part),
                    $"{context.Show(share)}可以是{Arithmetic.Show(part)} ÷ {Arithmetic.Show(context[whole].Value)}"
                );
                return;
            }
        }
        var tried = string.Join(";", wholes.Take(3).Select(whole => Neighbours(whole, share)));
        ledger.Fails(
            RelationType.ImpliedDenominator,
            [share, .. wholes.Take(3)],
            FindingLevel.Question,
            FindingCodes.ShareImpossible,
            "整数件数",
            tried,
            $"“{context.Label(share)}{context.Show(share)}”没有写件数，而本句的数都不能作它的整体：{tried}。请写明分子和分母。"
        );
    }

    /// <summary>The whole number of parts that prints as the share; null when there is none.</summary>
    private decimal? PartOf(int whole, int share)
    {
        var part = decimal.Ceiling(context[share].Low * context[whole].Value / 100);
        return part <= context[share].High * context[whole].Value / 100 ? part : null;
    }

    private string Neighbours(int whole, int share)
    {
        var total = context[whole].Value;
        var below = decimal.Floor(context[share].Value * total / 100);
        return $"{below} ÷ {total:0} = {Arithmetic.ShowPercent(100 * below / total)}、{below + 1} ÷ {total:0} = {Arithmetic.ShowPercent(100 * (below + 1) / total)}";
    }
}
