using Fazhang.Verify.Reading;

namespace Fazhang.Verify.Figures;

/// <summary>Shares and growth spelled in words: 三成, 九成以上, 一半, 翻一番, 翻两番.</summary>
internal static class SpelledShares
{
    private static readonly string[] ShareContext =
    [
        "占",
        "率",
        "占比",
        "近",
        "约",
        "超",
        "超过",
        "达",
        "达到",
        "过",
        "逾",
        "减少",
        "下降",
        "降低",
        "增长",
        "压缩",
        "不足",
        "到",
        "至",
        "减免",
        "缩短",
        "提高",
        "节约",
        "增",
        "减",
        "降",
        "涨",
        "升",
        "跌",
    ];

    /// <summary>Words that begin with 成 and are no tenths: 一成立, 二成员.</summary>
    private const string AfterTenths = ",。;、)的以左多半是为\0\n";

    /// <summary>The share as (end of its text, percent, whether it is a change), or null when it is none.</summary>
    public static (int End, decimal Percent, bool IsChange)? Read(FoldedText text, Numeral numeral)
    {
        if (numeral.HasMultiplier || numeral.Value is < 1 or > 10 || numeral.Step < 1)
        {
            return null;
        }
        if (Fraction(text, numeral) is { } fraction)
        {
            return fraction;
        }
        if (numeral.Value > 9)
        {
            return null;
        }
        var next = text[numeral.End];
        if (next == '番' && text[numeral.Start - 1] == '翻')
        {
            return (numeral.End + 1, Doublings(numeral.Value), true);
        }
        var isContext = text.EndsWithAny(numeral.Start, ShareContext);
        if (next == '成' && (isContext || text.StartsWithAny(numeral.End + 1, ["以上", "左右", "多"])))
        {
            var (extra, points) = text[numeral.End + 1] == '半' ? (1, 5) : PointsAt(text, numeral.End + 1);
            var end = numeral.End + 1 + extra;
            return AfterTenths.Contains(text[end])
                ? (end, (numeral.Value * 10) + points, IsChangeContext(text, numeral.Start))
                : null;
        }
        if (
            next == '半'
            && numeral is { Value: 1, Script: Script.Chinese }
            && isContext
            && !Chars.IsChineseNumeral(text[numeral.End + 1])
        )
        {
            return (numeral.End + 1, 50, IsChangeContext(text, numeral.Start));
        }
        return null;
    }

    /// <summary>The five of 七成五.</summary>
    private static (int Length, int Points) PointsAt(FoldedText text, int at) =>
        "一二三四五六七八九".IndexOf(text[at], StringComparison.Ordinal) is >= 0 and var i ? (1, i + 1) : (0, 0);

    /// <summary>三分之一, 超过三分之二, 占全省的1/4: of a whole, where 百分之 is read elsewhere.</summary>
    private static (int End, decimal Percent, bool IsChange)? Fraction(FoldedText text, Numeral numeral)
    {
        var isSpelled = numeral.Script == Script.Chinese && text.StartsWith(numeral.End, "分之");
        var isSlashed =
            numeral.Script == Script.Arabic
            && text[numeral.End] == '/'
            && (text.EndsWithAny(numeral.Start, ShareContext) || text[numeral.Start - 1] == '的');
        if (!isSpelled && !isSlashed)
        {
            return null;
        }
        var at = numeral.End + (isSpelled ? 2 : 1);
        var other = text[at];
        var value =
            Chars.IsDigit(other) ? other - '0'
            : Chars.ChineseDigits.IndexOf(other) is > 1 and var i ? DigitValue(i)
            : 0;
        if (value == 0 || Chars.IsDigit(text[at + 1]) || Chars.IsChineseNumeral(text[at + 1]) || text[at + 1] is '.' or '/')
        {
            return null;
        }
        var part = isSpelled ? value : numeral.Value;
        var whole = isSpelled ? numeral.Value : value;
        return part < whole
            ? (at + 1, decimal.Round(100 * part / whole, 2), IsChangeContext(text, WithoutHedge(text, numeral.Start)))
            : null;
    }

    /// <summary>The place in 〇零一二两三四五六七八九 as a value.</summary>
    private static int DigitValue(int index) => index < 4 ? index - 1 : index - 2;

    private static int WithoutHedge(FoldedText text, int at)
    {
        foreach (var hedge in (ReadOnlySpan<string>)["超过", "接近", "将近", "超", "近", "约", "了"])
        {
            if (text.EndsWith(at, hedge))
            {
                return at - hedge.Length;
            }
        }
        return at;
    }

    private static bool IsChangeContext(FoldedText text, int at) =>
        text.EndsWithAny(at, ["减少", "下降", "降低", "增长", "压缩", "缩短", "增", "减", "降", "涨", "升", "跌"]);

    /// <summary>翻一番 is growth by 100%, 翻两番 by 300%.</summary>
    private static decimal Doublings(decimal times)
    {
        var factor = 1m;
        for (var i = 0; i < times; i++)
        {
            factor *= 2;
        }
        return (factor - 1) * 100;
    }
}
