namespace Fazhang.Verify.Relations;

/// <summary>A closed interval of true values.</summary>
internal readonly record struct Interval(decimal Low, decimal High)
{
    public static Interval Of(Figure figure) => new(figure.Low, figure.High);

    public static Interval operator +(Interval a, Interval b) => new(a.Low + b.Low, a.High + b.High);

    public static Interval operator -(Interval a, Interval b) => new(a.Low - b.High, a.High - b.Low);

    public bool Meets(Interval other) => Low <= other.High && other.Low <= High;

    public bool Holds(decimal value) => value >= Low && value <= High;

    /// <summary>100 × a ÷ b for positive b; null when b may be zero.</summary>
    public static Interval? Percent(Interval a, Interval b) =>
        b.Low <= 0 ? null : new(100 * a.Low / b.High, 100 * a.High / b.Low);
}

/// <summary>The arithmetic of reports, exact in decimals.</summary>
internal static class Arithmetic
{
    /// <summary>Whole numbers N for which part ÷ N, in percent, prints as the percentage under some rounding rule.</summary>
    public static (long Low, long High)? Wholes(Figure part, Figure percent) =>
        percent.Low <= 0 ? null : WholesBetween(part, percent.Low, percent.High, openAbove: true);

    /// <summary>The same under rounding half up only, which most readers expect.</summary>
    public static (long Low, long High)? WholesRounded(Figure part, Figure percent)
    {
        var half = percent.Step / 2;
        return percent.Value - half <= 0
            ? null
            : WholesBetween(part, percent.Value - half, percent.Value + half, openAbove: true);
    }

    private static (long Low, long High)? WholesBetween(Figure part, decimal lowPercent, decimal highPercent, bool openAbove)
    {
        var low = 100 * part.Low / highPercent;
        var high = 100 * part.High / lowPercent;
        if (high > long.MaxValue / 4)
        {
            return null;
        }
        var first = (long)decimal.Ceiling(low);
        first += openAbove && first == low ? 1 : 0;
        var last = (long)decimal.Floor(high);
        return first <= last ? (first, last) : null;
    }

    /// <summary>A number without trailing zeros and, from 万 on, without loss: for messages.</summary>
    public static string Show(decimal value) => (value / 1.0000000000000000000000000000m).ToString("0.############");

    public static string ShowPercent(decimal value) =>
        decimal.Round(value, 2, MidpointRounding.AwayFromZero).ToString("0.##") + "%";
}
