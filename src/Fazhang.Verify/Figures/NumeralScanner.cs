using Fazhang.Verify.Reading;

namespace Fazhang.Verify.Figures;

/// <summary>Finds every number in the text, Arabic, Chinese or mixed, in one pass and without judging it.</summary>
internal static class NumeralScanner
{
    /// <summary>28 digits fit into a decimal; longer strings of digits are identifiers, never statistics.</summary>
    private const int LongestNumber = 15;

    public static IEnumerable<Numeral> Scan(FoldedText text)
    {
        var position = 0;
        while (position < text.Length)
        {
            var c = text[position];
            if (!Chars.IsDigit(c) && !Chars.IsChineseNumeral(c))
            {
                position++;
                continue;
            }
            var numeral = Chars.IsDigit(c) ? ReadArabic(text, position, out var next) : ReadChinese(text, position, out next);
            if (numeral is not null)
            {
                yield return numeral;
            }
            position = Math.Max(next, position + 1);
        }
    }

    private static Numeral? ReadArabic(FoldedText text, int start, out int next)
    {
        if (!ReadDigits(text, start, out var end, out var value, out var step))
        {
            next = end;
            return null;
        }
        var multiplied = Multiply(text, end, value, step);
        var numeral = new Numeral
        {
            Start = start,
            End = multiplied.End,
            Value = multiplied.Value,
            Step = multiplied.Step,
            InnerMore = multiplied.InnerMore,
            HasMultiplier = multiplied.End > end,
        };
        next = numeral.End;
        return text[next] is '-' or '~' or '至' or '到' ? WithRange(text, numeral, ref next) : numeral;
    }

    /// <summary>2-3名, 15至20件: one figure with two ends. 2024-08-05 and 从5件至9件 stay apart.</summary>
    private static Numeral WithRange(FoldedText text, Numeral low, ref int next)
    {
        var start = low.End + 1;
        var mayFollow = Chars.IsDigit(text[start]) && text[low.Start - 1] is not ('-' or '.');
        if (!mayFollow || !ReadDigits(text, start, out var end, out var value, out var step) || text[end] is '-' or '.')
        {
            return low;
        }
        var high = Multiply(text, end, value, step);
        var scale = low.HasMultiplier || high.End == end ? 1 : high.Step / step; // 3-5万 means 3万 to 5万
        if (high.Value <= low.Value * scale)
        {
            return low;
        }
        next = high.End;
        return low with
        {
            End = high.End,
            Value = low.Value * scale,
            Step = high.Step,
            RangeEnd = high.Value,
            HasMultiplier = low.HasMultiplier || high.End > end,
        };
    }

    private static bool ReadDigits(FoldedText text, int start, out int end, out decimal value, out decimal step)
    {
        var digits = 0;
        var integer = 0L;
        value = 0;
        step = 1;
        end = start;
        while (Chars.IsDigit(text[end]) || SeparatorLength(text, end) > 0)
        {
            if (!Chars.IsDigit(text[end]))
            {
                end += SeparatorLength(text, end);
                continue;
            }
            integer = digits < LongestNumber ? (integer * 10) + (text[end] - '0') : integer;
            digits++;
            end++;
        }
        value = integer;
        if (text[end] == '.' && Chars.IsDigit(text[end + 1]))
        {
            var fraction = end + 1;
            while (Chars.IsDigit(text[fraction]))
            {
                if (digits < LongestNumber)
                {
                    step /= 10;
                    value += step * (text[fraction] - '0');
                }
                digits++;
                fraction++;
            }
            end = fraction;
        }
        return digits <= LongestNumber;
    }

    /// <summary>
    /// A thousands separator (782,794; also the misplaced 1,3641 of real reports), which must be a half-wide comma in
    /// the source since the full-wide one is punctuation; or a line break in the middle of a number.
    /// </summary>
    private static int SeparatorLength(FoldedText text, int at)
    {
        if (!Chars.IsDigit(text[at - 1]))
        {
            return 0;
        }
        if (text[at] == ',' && text.Source[at] == ',')
        {
            var group = 0;
            while (group < 5 && Chars.IsDigit(text[at + 1 + group]))
            {
                group++;
            }
            var before = 1;
            while (before < 4 && Chars.IsDigit(text[at - 1 - before]))
            {
                before++;
            }
            return group is 3 or 4 && before <= 3 && !LooksLikeYear(text, at, group) ? 1 : 0;
        }
        if (text[at] == ' ')
        {
            return IsSpacedThousand(text, at) ? 1 : 0;
        }
        var width = text[at] == '\r' && text[at + 1] == '\n' ? 2 : 1;
        return Chars.IsLineBreak(text[at]) && Chars.IsDigit(text[at + width]) && IsWrappedLine(text, at) ? width : 0;
    }

    /// <summary>321 146件, as yearbooks print it: groups of three, and a measure word behind the last or brackets around; columns of a table have none.</summary>
    private static bool IsSpacedThousand(FoldedText text, int space)
    {
        var before = 0;
        while (before < 4 && Chars.IsDigit(text[space - 1 - before]))
        {
            before++;
        }
        var at = space;
        while (
            before <= 3
            && at - space <= 12
            && text[at] == ' '
            && Chars.IsDigit(text[at + 1])
            && Chars.IsDigit(text[at + 2])
            && Chars.IsDigit(text[at + 3])
        )
        {
            at += 4;
        }
        var isEnclosed = text[at] == ')' && text[space - 1 - before] == '(';
        return at > space && !Chars.IsDigit(text[at]) && (isEnclosed || Measures.At(text, at) is { Kind: not MeasureKind.Label });
    }

    private static bool LooksLikeYear(FoldedText text, int comma, int group) => group == 4 && text[comma + 5] == '年';

    /// <summary>A line is wrapped when it is long; a column of numbers has short lines.</summary>
    private static bool IsWrappedLine(FoldedText text, int lineBreak)
    {
        for (var i = 1; i <= 20; i++)
        {
            if (text[lineBreak - i] is '\0' || Chars.IsLineBreak(text[lineBreak - i]))
            {
                return false;
            }
        }
        return true;
    }

    private readonly record struct Multiplied(int End, decimal Value, decimal Step, bool InnerMore);

    /// <summary>Reads the multipliers behind a number: 万亿, 1300余万, 1万6千, 1亿3千多万.</summary>
    private static Multiplied Multiply(FoldedText text, int end, decimal value, decimal step)
    {
        var total = 0m;
        var more = false;
        var rounds = 0;
        while (rounds++ < 4)
        {
            var at = end + (IsSpacedMultiplier(text, end) ? 1 : 0);
            var sawMore = text[at] is '余' or '多' or '几' && IsMultiplier(text, at + 1);
            at += sawMore ? 1 : 0;
            if (!IsMultiplier(text, at))
            {
                break;
            }
            more |= sawMore;
            while (IsMultiplier(text, at) && value < 1_000_000_000_000m)
            {
                var multiplier = ChineseNumber.Multiplier(text[at]);
                value *= multiplier;
                step *= multiplier;
                at++;
            }
            end = at;
            if (text[at] is '余' or '多' && IsMultiplier(text, at + 1))
            {
                continue; // 3万多亿
            }
            if (!Chars.IsDigit(text[at]) || !ReadDigits(text, at, out var digitsEnd, out var part, out var partStep))
            {
                break;
            }
            // 1万6千: a smaller number with its own multiplier continues the first one.
            if (!IsMultiplier(text, digitsEnd + (text[digitsEnd] is '余' or '多' ? 1 : 0)) || part * 10 >= value)
            {
                break;
            }
            total += value;
            value = part;
            step = partStep;
            end = digitsEnd;
        }
        return new Multiplied(end, total + value, step, more);
    }

    /// <summary>1368.40 亿元: a blank before 万 or 亿, when a measure word follows.</summary>
    private static bool IsSpacedMultiplier(FoldedText text, int at) =>
        text[at] == ' '
        && text[at + 1] is '万' or '亿'
        && text[at - 1] != ' '
        && Measures.At(text, text[at + 2] is '余' or '多' || Chars.IsLineBreak(text[at + 2]) ? at + 3 : at + 2)
            is { Kind: not MeasureKind.Label };

    private static bool IsMultiplier(FoldedText text, int at) =>
        text[at] switch
        {
            '万' => text[at + 1] != '分',
            '亿' => true,
            '千' => text[at + 1] is not ('瓦' or '米' or '克' or '卡' or '伏' or '分' or '焦' or '赫' or '帕'),
            '百' => text[at + 1] != '分',
            _ => false,
        };

    private static Numeral? ReadChinese(FoldedText text, int start, out int next)
    {
        var end = start;
        while (
            Chars.IsChineseNumeral(text[end])
            && !(text[end] is '万' or '千' or '百' or '十' && text[end + 1] == '分' && text[end + 2] == '之')
        )
        {
            end++;
        }
        next = end;
        if (end == start || ChineseNumber.Read(text.Span(start, end)) is not { } value)
        {
            return null;
        }
        var inner = false;
        if (text[end] is '余' or '多' && IsMultiplier(text, end + 1))
        {
            var multiplied = Multiply(text, end, value, value);
            (next, value, inner) = (multiplied.End, multiplied.Value, true);
            end = next;
        }
        return new Numeral
        {
            Start = start,
            End = end,
            Value = value,
            Step = LastWeight(text[end - 1]),
            Script = Script.Chinese,
            InnerMore = inner,
            HasMultiplier = Chars.ChineseMultipliers.Contains(text[end - 1]),
        };
    }

    private static decimal LastWeight(char last) => ChineseNumber.Multiplier(last);
}
