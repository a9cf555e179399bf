using Fazhang.Verify.Reading;

namespace Fazhang.Verify.Figures;

/// <summary>Reads numbers written in Chinese characters: 三百六十五, 两万, 十, 千.</summary>
internal static class ChineseNumber
{
    /// <summary>Nothing a government counts is larger; 亿亿亿 is no number but noise.</summary>
    private const decimal LargestValue = 1_000_000_000_000_000_000m;

    /// <summary>
    /// The value of a run of Chinese numerals, or null when the run is no number (一二三, 〇二四: digits strung
    /// together write years and enumerations).
    /// </summary>
    public static decimal? Read(ReadOnlySpan<char> run)
    {
        if (run.Length is 0 or > 16)
        {
            return null;
        }
        decimal total = 0; // closed by 万 or 亿
        decimal section = 0; // below 万
        decimal? digit = null;
        foreach (var c in run)
        {
            var multiplier = Multiplier(c);
            if (Digit(c) is { } value)
            {
                if (digit is not null and not 0)
                {
                    return null;
                }
                digit = value;
            }
            else if (multiplier < 10_000)
            {
                section += (digit ?? 1) * multiplier;
                digit = null;
            }
            else
            {
                section += digit ?? 0;
                digit = null;
                if (section == 0 && total == 0)
                {
                    section = 1; // a bare 万 or 亿
                }
                total = section == 0 ? total * multiplier : total + (section * multiplier);
                section = 0;
            }
            if (total > LargestValue)
            {
                return null;
            }
        }
        return total + section + (digit ?? 0);
    }

    public static decimal Multiplier(char c) =>
        c switch
        {
            '十' => 10,
            '百' => 100,
            '千' => 1_000,
            '万' => 10_000,
            '亿' => 100_000_000,
            _ => 1,
        };

    private static decimal? Digit(char c) =>
        c switch
        {
            '〇' or '零' => 0,
            '两' => 2,
            _ when "一二三四五六七八九".IndexOf(c, StringComparison.Ordinal) is >= 0 and var i => i + 1,
            _ => null,
        };
}
