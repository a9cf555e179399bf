namespace Fazhang.Verify.Relations;

/// <summary>
/// 甲500件、乙200件,前者是后者的2.5倍; 约为上年200件的2.5倍: one amount as a multiple of another. Only amounts that the words point
/// at are compared, and another base may be meant, so a mismatch is asked.
/// </summary>
internal sealed class MultipleFinder(Context context, Ledger ledger)
{
    public void Find()
    {
        for (var i = 2; i < context.Figures.Count; i++)
        {
            if (context[i] is { Unit: "倍", Kind: FigureKind.RatePer } && Operands(i) is var (more, less))
            {
                Check(i, more, less);
            }
        }
    }

    private (int More, int Less)? Operands(int multiple)
    {
        var gap = context.Gap(multiple);
        var (one, other) = (multiple - 2, multiple - 1);
        if (
            !context.IsAmount(one)
            || !context.IsAmount(other)
            || !context.Compatible(one, other)
            || context[one].Unit != context[other].Unit
            || !context.SameSentence(one, multiple)
            || context[one].Low <= 0
            || context[other].Low <= 0
        )
        {
            return null;
        }
        return gap.Contains("前者是后者的", StringComparison.Ordinal) || gap.Trim() is "的" or "的近" or "的约" ? (one, other)
            : gap.Contains("后者是前者的", StringComparison.Ordinal) || gap.EndsWith("是前者的", StringComparison.Ordinal)
                ? (other, one)
            : null;
    }

    private void Check(int multiple, int more, int less)
    {
        var computed = new Interval(context[more].Low / context[less].High, context[more].High / context[less].Low);
        var value = Arithmetic.Show(decimal.Round(context[more].Value / context[less].Value, 2));
        var arithmetic = $"{context.Show(more)} ÷ {context.Show(less)} = {value}";
        int[] members = [multiple, more, less];
        if (computed.Meets(Interval.Of(context[multiple])))
        {
            ledger.Holds(RelationType.Ratio, members, value, arithmetic + "，与文中相符");
            return;
        }
        ledger.Fails(
            RelationType.Ratio,
            members,
            FindingLevel.Question,
            FindingCodes.MultipleMismatch,
            value,
            arithmetic,
            $"{arithmetic}，文中写{context.Show(multiple)}。若与别的数相比请写明，否则请核对三个数。"
        );
    }
}
