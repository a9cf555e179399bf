namespace Fazhang.Verify.Figures;

/// <summary>
/// The true values that a printed number may stand for. Reports round half up, truncate, or round half to even; the
/// bounds are the union, so that nothing that is right under one rule in use is called wrong.
/// </summary>
internal static class Bounds
{
    private static readonly string[] FromBelow = ["近", "将近", "接近", "不足", "以近", "达到近"];

    private static readonly string[] Upwards =
    [
        "超过",
        "超出",
        "突破",
        "至少",
        "不少于",
        "不低于",
        "多达",
        "高达",
        "超",
        "逾",
        "上",
    ];

    private static readonly string[] Downwards = ["不超过", "不高于", "不多于", "最多"];

    public static (decimal Low, decimal High) Of(Candidate c, FigureKind kind)
    {
        var value = c.Numeral.Value;
        if (c.Numeral.RangeEnd is { } end)
        {
            return (value, end);
        }
        var (low, high) = Rounded(value, c.Numeral.Step, IsRounded(c, kind));
        if (c.More || c.Numeral.InnerMore)
        {
            (low, high) = (value, value + LastWeight(value, c.Numeral.Step));
        }
        if (FromBelow.Contains(c.Hedge))
        {
            low = value * 0.85m;
        }
        else if (Downwards.Contains(c.Hedge) || c.Tail is "以下" or "以内" or "之内")
        {
            low = 0;
        }
        else if (Upwards.Contains(c.Hedge) || c.Tail is "以上" or "之多")
        {
            high = value * 1.5m;
        }
        else if (c.Hedge is "约" or "大约" || c.Tail is "左右" or "上下")
        {
            (low, high) = (value * 0.9m, value * 1.1m);
        }
        return kind == FigureKind.Percent && value <= 100 ? (low, Math.Min(high, 100)) : (low, high);
    }

    /// <summary>Half-up and half-even: half a step either way; truncation: up to a whole step above.</summary>
    public static (decimal Low, decimal High) Rounded(decimal value, decimal step, bool rounded) =>
        rounded ? (Math.Max(0, value - (step / 2)), value + step) : (value, value);

    /// <summary>A plain whole number of things, persons or events is exact; 万, 亿, decimals, rates and averages are rounded.</summary>
    private static bool IsRounded(Candidate c, FigureKind kind) =>
        c.Numeral.HasMultiplier
        || c.Numeral.Step < 1
        || kind
            is FigureKind.Percent
                or FigureKind.ChangePercent
                or FigureKind.ChangePoints
                or FigureKind.RatePer
                or FigureKind.Duration;

    /// <summary>The weight of the last digit that is not zero: 100 for 1300余, 1万 for 137万余, 1 for 227余.</summary>
    private static decimal LastWeight(decimal value, decimal step)
    {
        var weight = step;
        while (weight * 10 <= value && value % (weight * 10) == 0)
        {
            weight *= 10;
        }
        return weight;
    }
}
