namespace Fazhang.Verify.Relations;

/// <summary>An amount of the earlier period, with the amount of the text that it is read from.</summary>
internal sealed record EarlierAmount(int Witness, Interval Earlier);

/// <summary>
/// 增加25件 may change any amount of its sentence: the nearest one, the whole before 其中, two amounts together
/// (新收200件、旧存50件), or the one named for comparison (比2010年的1340人增加72人).
/// </summary>
internal sealed class EarlierAmounts(Context context)
{
    private const int MostAmounts = 8;

    private const int LongestReach = 24;

    /// <summary>All readings of what the earlier amount was, nearest first.</summary>
    public List<EarlierAmount> Of(int delta, bool rise)
    {
        var amounts = Before(delta);
        var found = new List<EarlierAmount>();
        foreach (var i in amounts)
        {
            var amount = Interval.Of(context[i]);
            if (context.IsBase(i) || amounts.Exists(j => j < i && IsApart(j, i, delta, rise)))
            {
                found.Add(new EarlierAmount(i, amount));
            }
            else
            {
                found.Add(new EarlierAmount(i, Less(amount, delta, rise)));
            }
        }
        // Amounts in brackets restate or specify; together are only those that stand side by side.
        for (var k = 0; k + 1 < amounts.Count; k++)
        {
            if (context.IsCurrent(amounts[k]) && context.IsCurrent(amounts[k + 1]) && amounts[k] - amounts[k + 1] == 1)
            {
                var both = Interval.Of(context[amounts[k]]) + Interval.Of(context[amounts[k + 1]]);
                found.Add(new EarlierAmount(amounts[k], Less(both, delta, rise)));
            }
        }
        return found;
    }

    /// <summary>The amounts before the difference in its sentence that it may change, nearest first.</summary>
    public List<int> Before(int delta)
    {
        var amounts = new List<int>();
        for (
            var i = delta - 1;
            i >= Math.Max(0, delta - LongestReach) && context.SameSentence(i, delta) && amounts.Count < MostAmounts;
            i--
        )
        {
            if (context.Compatible(i, delta) && !context.IsDelta(i) && !context.IsInBrackets(i))
            {
                amounts.Add(i);
            }
        }
        return amounts;
    }

    /// <summary>The two amounts differ by just the difference: the later one is the base.</summary>
    private bool IsApart(int now, int earlier, int delta, bool rise)
    {
        var (more, less) = rise ? (now, earlier) : (earlier, now);
        return (Interval.Of(context[more]) - Interval.Of(context[less])).Meets(Interval.Of(context[delta]));
    }

    private Interval Less(Interval amount, int delta, bool rise) =>
        rise ? amount - Interval.Of(context[delta]) : amount + Interval.Of(context[delta]);
}
