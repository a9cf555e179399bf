namespace Fazhang.Verify.Relations;

/// <summary>Recomputes one percentage for one whole.</summary>
internal sealed class ShareArithmetic(Context context)
{
    /// <summary>The whole that comes nearest to the printed percentage.</summary>
    public int Closest(Share share, IReadOnlyList<int> wholes) =>
        wholes.MinBy(whole => Math.Abs(Exact(share, context[whole].Value) - context[share.Percent].Value));

    /// <summary>The percentage is right for this whole under some rounding rule; intervals too wide prove nothing.</summary>
    public bool Fits(Share share, Interval whole) =>
        Interval.Percent(Sum(share.Parts), whole) is { } percent
        && percent.Meets(Interval.Of(context[share.Percent]))
        && percent.High - percent.Low <= 5;

    /// <summary>The percentage may be right for this whole, however little that says.</summary>
    public bool IsPossible(Share share, Interval whole) =>
        Interval.Percent(Sum(share.Parts), whole) is { } percent && percent.Meets(Interval.Of(context[share.Percent]));

    public Interval Sum(IReadOnlyList<int> parts) =>
        parts.Aggregate(new Interval(0, 0), (sum, part) => sum + Interval.Of(context[part]));

    /// <summary>The percentage as computed from the printed values.</summary>
    public decimal Exact(Share share, decimal whole) =>
        whole == 0 ? 0 : 100 * share.Parts.Sum(part => context[part].Value) / whole;

    public string Terms(Share share) =>
        share.Parts.Count == 1
            ? Arithmetic.Show(context[share.Parts[0]].Value)
            : "(" + string.Join(" + ", share.Parts.Select(part => Arithmetic.Show(context[part].Value))) + ")";

    /// <summary>The slip in part, whole or percentage that would make the percentage right; empty when none does.</summary>
    public string SlipHint(Share share, int whole)
    {
        if (share.Parts.Count > 1 || context[share.Percent].Approx)
        {
            return "";
        }
        var (part, total, percent) = (context[share.Parts[0]], context[whole], context[share.Percent]);
        var slip =
            Repair(part, new Interval(percent.Low * total.Low / 100, percent.High * total.High / 100))
            ?? (
                percent.Low > 0 ? Repair(total, new Interval(100 * part.Low / percent.High, 100 * part.High / percent.Low)) : null
            )
            ?? Slips.InDecimal(percent.Text, Exact(share, total.Value), percent.Step);
        return slip is null ? "" : slip + "。";
    }

    private static string? Repair(Figure figure, Interval right) =>
        right.High - right.Low <= Math.Max(1, right.High * 0.01m) ? Slips.Explain(figure, right) : null;

    /// <summary>One unit of the last digit off: shares are bumped by hand so that they add up to 100.</summary>
    public bool IsLastDigit(Share share, int whole) =>
        Math.Abs(Exact(share, context[whole].Value) - context[share.Percent].Value) <= context[share.Percent].Step * 1.5m;
}
