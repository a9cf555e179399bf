using System.Globalization;

namespace Fazhang.Bench.Verify;

/// <summary>A numeral with one slip of the pen in it.</summary>
internal sealed record Slip(string Kind, string Text, decimal Value);

/// <summary>Makes the slips that clerks make: neighbouring digits exchanged, a digit lost, ten percent off, 万 lost or added.</summary>
internal static class SlipGenerator
{
    public static IEnumerable<Slip> Of(GoldFigure figure)
    {
        var digits = new string([.. figure.Text.TakeWhile(c => char.IsAsciiDigit(c) || c is '.' or ',')]);
        var rest = figure.Text[digits.Length..];
        var plain = digits.Replace(",", "", StringComparison.Ordinal);
        if (!decimal.TryParse(plain, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) || number == 0)
        {
            yield break;
        }
        var scale = figure.Value / number;
        if (Transposed(plain) is { } swapped)
        {
            yield return Make("transposed", swapped, rest, scale);
        }
        if (plain.Count(char.IsAsciiDigit) > 2)
        {
            yield return Make("dropped", plain.Remove(1, plain[1] == '.' ? 2 : 1).TrimEnd('.'), rest, scale);
        }
        var decimals = plain.Contains('.', StringComparison.Ordinal)
            ? plain.Length - plain.IndexOf('.', StringComparison.Ordinal) - 1
            : 0;
        foreach (var (kind, factor) in new[] { ("plus 10%", 1.1m), ("minus 10%", 0.9m) })
        {
            var changed = decimal.Round(number * factor, decimals).ToString("F" + decimals, CultureInfo.InvariantCulture);
            if (changed != plain)
            {
                yield return Make(kind, changed, rest, scale);
            }
        }
        if (rest == "万")
        {
            yield return new Slip("lost 万", plain, number);
        }
        else if (rest.Length == 0 && figure.Kind is "count" or "people" && number == decimal.Truncate(number))
        {
            yield return new Slip("added 万", plain + "万", number * 10_000);
        }
    }

    private static Slip Make(string kind, string digits, string rest, decimal scale) =>
        new(kind, digits + rest, decimal.Parse(digits, NumberStyles.Number, CultureInfo.InvariantCulture) * scale);

    private static string? Transposed(string digits)
    {
        for (var i = digits.Length - 2; i >= 0; i--)
        {
            var (a, b) = (digits[i], digits[i + 1]);
            if (a != b && a != '.' && b != '.' && !(i == 0 && b == '0'))
            {
                return digits[..i] + b + a + digits[(i + 2)..];
            }
        }
        return null;
    }
}
