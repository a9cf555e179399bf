using System.Text.RegularExpressions;

namespace Fazhang.Core.Reports;

/// <summary>Numbers of headings: 一、 （一） 1. （1） (GB/T 9704-2012, 7.3.3). They are counted, so a heading left out leaves no hole.</summary>
internal sealed partial class HeadingNumber
{
    private const string Digits = "〇一二三四五六七八九";

    private readonly int[] counts = new int[4];

    /// <summary>The number of the next heading of a level (1 to 4).</summary>
    public string Next(int level)
    {
        var number = ++counts[level - 1];
        Array.Clear(counts, level, counts.Length - level);
        return level switch
        {
            1 => $"{Chinese(number)}、",
            2 => $"（{Chinese(number)}）",
            3 => $"{number}.",
            _ => $"（{number}）",
        };
    }

    /// <summary>True when somebody typed a number in front of a heading.</summary>
    public static bool IsNumbered(string text) => Numbered().IsMatch(text);

    private static string Chinese(int number)
    {
        if (number is < 1 or > 99)
            throw new ArgumentOutOfRangeException(nameof(number), number, "一级标题超过99个");
        var (tens, ones) = (number / 10, number % 10);
        var head = tens switch
        {
            0 => "",
            1 => "十",
            _ => $"{Digits[tens]}十",
        };
        return ones == 0 ? head : head + Digits[ones];
    }

    [GeneratedRegex(@"^\s*(?:[一二三四五六七八九十]+[、.．]|[（(](?:[一二三四五六七八九十]+|\d+)[）)]|\d+[.．、])")]
    private static partial Regex Numbered();
}
