namespace Fazhang.Web.Parts;

/// <summary>The scale of a chart: from zero to a round number not below the largest value, in round steps.</summary>
public sealed record ChartScale(decimal Top, decimal Step)
{
    public IEnumerable<decimal> Marks
    {
        get
        {
            for (var mark = 0m; mark <= Top; mark += Step)
                yield return mark;
        }
    }

    /// <summary>Steps are 1, 2 or 5 times a power of ten; there are two to five of them.</summary>
    public static ChartScale For(decimal largest, bool wholeNumbers)
    {
        if (largest <= 0)
            return new ChartScale(1, 1);
        var power = 1m;
        while (power * 10 <= largest / 5)
            power *= 10;
        while (power > largest / 5 && !(wholeNumbers && power <= 1))
            power /= 10;
        var step = new[] { 1m, 2m, 5m, 10m }.Select(factor => factor * power).First(candidate => candidate * 5 >= largest);
        return new ChartScale(Math.Max(step, Math.Ceiling(largest / step) * step), step);
    }
}
