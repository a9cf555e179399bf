namespace Fazhang.Verify.Relations;

/// <summary>Names the likely slip of the pen when one repairs a sum or ratio.</summary>
internal static class Slips
{
    /// <summary>
    /// The slip that turns the printed whole number into one of the values that would be right: two neighbouring digits
    /// exchanged, one digit left out or added, or a factor of 万. A single wrong digit is not named: it would explain
    /// nearly everything. Null when none explains it.
    /// </summary>
    public static string? Explain(decimal printed, Interval right) => Explain(printed, right, digits => digits);

    private static string? Explain(decimal printed, Interval right, Func<string, string> show)
    {
        if (!IsWholeNumber(printed))
        {
            return null;
        }
        var digits = printed.ToString("0");
        return Transposed(digits, right, show)
            ?? Dropped(digits, right, show)
            ?? Added(digits, right, show)
            ?? Misplaced(printed, right);
    }

    /// <summary>The same for a printed figure: its digits as they stand, with their decimals and 万 or 亿.</summary>
    public static string? Explain(Figure printed, Interval right)
    {
        if (printed.Step <= 0)
        {
            return null;
        }
        var number = Leading(printed.Text);
        var digits = printed.Value / printed.Step;
        var scaled = new Interval(right.Low / printed.Step, right.High / printed.Step);
        if (number.Length == 0 || digits > 1_000_000_000_000m)
        {
            return null;
        }
        var point = number.IndexOf('.', StringComparison.Ordinal);
        var decimals = point < 0 ? 0 : number.Length - point - 1;
        return Explain(digits, scaled, shown => WithPoint(shown, decimals) + printed.Text[number.Length..]);
    }

    private static string Leading(string text)
    {
        var end = 0;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is '.'))
        {
            end++;
        }
        return text[..end];
    }

    private static string WithPoint(string digits, int decimals) =>
        decimals == 0 ? digits : digits.PadLeft(decimals + 1, '0').Insert(Math.Max(1, digits.Length - decimals), ".");

    /// <summary>The slip in a printed percentage that would print as the computed one; null when none explains it.</summary>
    public static string? InDecimal(string printed, decimal computed, decimal step)
    {
        var digits = printed.Replace(".", "", StringComparison.Ordinal);
        if (digits.Length is < 2 or > 6 || !digits.All(char.IsAsciiDigit) || step is <= 0 or > 1)
        {
            return null;
        }
        var right = new Interval(decimal.Floor(computed / step), decimal.Ceiling(computed / step));
        return Explain(decimal.Parse(digits), right) is null
            ? null
            : $"{printed}%疑似笔误，应为{Arithmetic.ShowPercent(decimal.Round(computed / step) * step)}";
    }

    private static bool IsWholeNumber(decimal printed) =>
        printed >= 10 && printed == decimal.Truncate(printed) && printed <= 1_000_000_000_000m;

    private static string? Transposed(string digits, Interval right, Func<string, string> show)
    {
        for (var i = 0; i + 1 < digits.Length; i++)
        {
            var swapped = digits[..i] + digits[i + 1] + digits[i] + digits[(i + 2)..];
            if (digits[i] != digits[i + 1] && swapped[0] != '0' && right.Holds(decimal.Parse(swapped)))
            {
                return $"疑似把{show(swapped)}写成{show(digits)}（相邻两位颠倒）";
            }
        }
        return null;
    }

    /// <summary>The print has a digit too many.</summary>
    private static string? Added(string digits, Interval right, Func<string, string> show)
    {
        for (var i = 0; i < digits.Length && digits.Length > 1; i++)
        {
            var shorter = digits.Remove(i, 1);
            if (shorter[0] != '0' && right.Holds(decimal.Parse(shorter)))
            {
                return $"疑似把{show(shorter)}写成{show(digits)}（多写一位）";
            }
        }
        return null;
    }

    /// <summary>The print lacks a digit.</summary>
    private static string? Dropped(string digits, Interval right, Func<string, string> show)
    {
        for (var i = 0; i <= digits.Length; i++)
        {
            for (var digit = '0'; digit <= '9'; digit++)
            {
                var longer = digits.Insert(i, digit.ToString());
                if (longer[0] != '0' && right.Holds(decimal.Parse(longer)))
                {
                    return $"疑似把{show(longer)}写成{show(digits)}（漏写一位）";
                }
            }
        }
        return null;
    }

    private static string? Misplaced(decimal printed, Interval right) =>
        right.Holds(printed * 10_000) ? "疑似漏写“万”"
        : right.Holds(printed / 10_000) ? "疑似多写“万”"
        : null;
}
