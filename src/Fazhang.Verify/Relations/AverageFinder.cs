using System.Text.RegularExpressions;

namespace Fazhang.Verify.Relations;

/// <summary>日均: a daily average times the days of the period named in the sentence. Offices may count working days, so a mismatch is asked.</summary>
internal sealed partial class AverageFinder(Context context, Ledger ledger)
{
    private static readonly string[] DailyWords = ["日均", "天均", "每天", "每日"];

    public void Find()
    {
        for (var i = 1; i < context.Figures.Count; i++)
        {
            var label = context.Label(i);
            if (
                context[i].Kind == FigureKind.RatePer
                && DailyWords.Any(word => label.Contains(word, StringComparison.Ordinal))
                && Total(i) is { } total
            )
            {
                Check(i, total);
            }
        }
    }

    private int? Total(int average)
    {
        for (var i = average - 1; i >= 0 && average - i <= 3 && context.SameSentence(i, average); i--)
        {
            if (context.IsCurrent(i) && context[i].Unit == context[average].Unit)
            {
                return i;
            }
        }
        return null;
    }

    private void Check(int average, int total)
    {
        var start = context.Layout.SentenceStart(context[total].Start);
        var words = context.Text.Span(Math.Max(start, context[total].Start - 60), context[total].Start).ToString();
        if (DaysOf(words) is not { } days)
        {
            return;
        }
        var value = context[total].Value / days.Low;
        var computed = new Interval(context[total].Low / days.High, context[total].High / days.Low);
        var arithmetic = $"{context.Show(total)} ÷ {Arithmetic.Show(days.Low)}天 = {Arithmetic.Show(decimal.Round(value, 1))}";
        if (computed.Meets(Interval.Of(context[average])))
        {
            ledger.Holds(
                RelationType.Average,
                [average, total],
                Arithmetic.Show(decimal.Round(value, 1)),
                arithmetic + "，与文中相符"
            );
        }
        else
        {
            ledger.Fails(
                RelationType.Average,
                [average, total],
                FindingLevel.Question,
                FindingCodes.AverageMismatch,
                Arithmetic.Show(decimal.Round(value, 1)),
                arithmetic,
                $"{arithmetic}，文中写日均{context.Show(average)}。若按工作日计算请写明，否则请核对。"
            );
        }
    }

    /// <summary>Calendar days of the period; the longest and the shortest when the text does not say which year or quarter.</summary>
    private static Interval? DaysOf(string words)
    {
        var month = Month().Match(words);
        var range = Months().Match(words);
        return range.Success ? DaysOfMonths(int.Parse(range.Groups[1].ValueSpan), int.Parse(range.Groups[2].ValueSpan))
            : words.Contains("前三季度", StringComparison.Ordinal) ? new(273, 274)
            : Week().IsMatch(words) ? new(7, 7)
            : words.Contains("上半年", StringComparison.Ordinal) ? new(181, 182)
            : words.Contains("下半年", StringComparison.Ordinal) ? new(184, 184)
            : Quarter().IsMatch(words) ? new(90, 92)
            : month.Success && int.Parse(month.Groups[1].ValueSpan) is >= 1 and <= 12 and var m ? DaysOfMonth(m)
            : words.Contains("全年", StringComparison.Ordinal) ? new(365, 366)
            : null;
    }

    /// <summary>1至11月.</summary>
    private static Interval? DaysOfMonths(int first, int last)
    {
        if (first < 1 || last > 12 || first >= last)
        {
            return null;
        }
        var days = new Interval(0, 0);
        for (var month = first; month <= last; month++)
        {
            days += DaysOfMonth(month);
        }
        return days;
    }

    private static Interval DaysOfMonth(int month) =>
        month switch
        {
            2 => new(28, 29),
            4 or 6 or 9 or 11 => new(30, 30),
            _ => new(31, 31),
        };

    [GeneratedRegex(@"(\d{1,2})月(?!\d)")]
    private static partial Regex Month();

    [GeneratedRegex(@"(?<!\d)(\d{1,2})月?[至到—–~-](\d{1,2})月(?!\d)")]
    private static partial Regex Months();

    [GeneratedRegex(@"(?:本|上|一|每|当|\d)周(?!年|边|围)")]
    private static partial Regex Week();

    [GeneratedRegex(@"[一二三四1-4]季度")]
    private static partial Regex Quarter();
}
