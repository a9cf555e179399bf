namespace Fazhang.Verify.Relations;

/// <summary>
/// 受理97件134人,去年同期为197件375人,同比分别下降50.76%、64.27%: as many percentages as amounts, in order or named by the
/// amounts' measure words (件数下降…、人数下降…). Both periods are known, so the arithmetic is firm.
/// </summary>
internal sealed class DistributedChanges(Context context, Ledger ledger)
{
    private const int MostChanges = 6;

    private const int LongestReach = 24;

    private static readonly string[] ListMarks = ["、", "和", "及", "与", ",", "以及"];

    public void Find()
    {
        for (var i = 0; i < context.Figures.Count; i++)
        {
            if (IsChange(i) && Group(i) is { Count: > 1 } changes)
            {
                Compare(changes);
                i = changes[^1];
            }
        }
    }

    private bool IsChange(int i) => context[i].Kind == FigureKind.ChangePercent && context[i].Unit == "%";

    private List<int> Group(int first)
    {
        var changes = new List<int> { first };
        while (
            changes.Count < MostChanges
            && changes[^1] + 1 < context.Figures.Count
            && IsChange(changes[^1] + 1)
            && (ListMarks.Contains(context.Gap(changes[^1] + 1).Trim()) || NamedUnit(changes[^1] + 1) is not null)
            && context.SameSentence(first, changes[^1] + 1)
        )
        {
            changes.Add(changes[^1] + 1);
        }
        return changes;
    }

    /// <summary>件数下降, 人数上升: the measure word whose amount changes.</summary>
    private string? NamedUnit(int change)
    {
        var label = context.Label(change);
        var at = label.IndexOf('数', StringComparison.Ordinal);
        return at > 0 && at <= 5 ? label[at - 1].ToString() : null;
    }

    private void Compare(List<int> changes)
    {
        var (now, earlier) = Amounts(changes[0]);
        if (now.Count != earlier.Count || now.Count != changes.Count || earlier.Count == 0)
        {
            return;
        }
        for (var k = 0; k < changes.Count; k++)
        {
            var place = NamedUnit(changes[k]) is { } unit ? now.FindIndex(i => context[i].Unit == unit) : k;
            place = place < 0 ? k : place;
            if (!context.Compatible(now[place], earlier[place]))
            {
                return;
            }
            Compare(changes[k], now[place], earlier[place], DirectionOf(changes, k));
        }
    }

    /// <summary>分别上升5%、3%: the direction is said once.</summary>
    private Direction DirectionOf(List<int> changes, int k)
    {
        while (k > 0 && context.Label(changes[k]).Trim().Length <= 1)
        {
            k--;
        }
        return Comparisons.DirectionOf(context.Label(changes[k]));
    }

    /// <summary>The amounts of both periods right before the percentages in their sentence.</summary>
    private (List<int> Now, List<int> Earlier) Amounts(int change)
    {
        var now = new List<int>();
        var earlier = new List<int>();
        for (
            var i = change - 1;
            i >= Math.Max(0, change - LongestReach) && context.SameSentence(i, change) && now.Count < MostChanges;
            i--
        )
        {
            if (context.IsInBrackets(i))
            {
                continue;
            }
            if (context.Gap(i + 1).Contains(';') || !(context.IsCurrent(i) || context.IsBase(i)))
            {
                break;
            }
            if (context.IsBase(i) && now.Count == 0)
            {
                earlier.Insert(0, i);
            }
            else if (context.IsCurrent(i) && earlier.Count > now.Count)
            {
                now.Insert(0, i);
            }
            else
            {
                break;
            }
        }
        return (now, earlier);
    }

    private void Compare(int change, int now, int earlier, Direction direction)
    {
        var before = Interval.Of(context[earlier]);
        if (before.Low <= 0 || Comparisons.HasOtherBasis(context.Label(change), context.Label(earlier)))
        {
            return;
        }
        var up = direction == Direction.Up;
        var after = Interval.Of(context[now]);
        var growth = up
            ? new Interval(100 * ((after.Low / before.High) - 1), 100 * ((after.High / before.Low) - 1))
            : new Interval(100 * (1 - (after.High / before.Low)), 100 * (1 - (after.Low / before.High)));
        var expected = Arithmetic.ShowPercent((growth.Low + growth.High) / 2);
        var arithmetic = $"{context.Show(now)}、上期{context.Show(earlier)}，{(up ? "增" : "降")}幅应为{expected}";
        int[] members = [change, now, earlier];
        if (growth.Meets(Interval.Of(context[change])))
        {
            ledger.Holds(RelationType.YearOnYear, members, expected, arithmetic + "，与文中相符");
            return;
        }
        ledger.Fails(
            RelationType.YearOnYear,
            members,
            context[now].Kind == FigureKind.Money ? FindingLevel.Question : FindingLevel.Error,
            FindingCodes.ChangeMismatch,
            expected,
            arithmetic,
            $"{arithmetic}，文中写{context.Show(change)}。请核对本期数、上期数和百分比。"
        );
    }
}
