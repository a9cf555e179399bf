using System.Globalization;

namespace Fazhang.Core.Deadlines;

/// <summary>How the days of a period are counted.</summary>
public enum DayKind
{
    /// <summary>Every day counts; only the last day may not be a day off (日、自然日).</summary>
    Calendar,

    /// <summary>Only working days count (工作日).</summary>
    Working,

    /// <summary>Months, to the day of the same number, or the last of a shorter month (民法典第二百零二条).</summary>
    Month,

    /// <summary>Minutes and hours, by day and by night (see <see cref="TimedClock"/>).</summary>
    Minute,
}

/// <summary>The length of a period: 60 days, 5 workdays.</summary>
/// <param name="Amount">
/// 1 to <see cref="MaxAmount"/> days, to <see cref="MaxMonths"/> months (years are twelve of them), or to <see cref="MaxMinutes"/>
/// minutes (hours are sixty of them).
/// </param>
/// <param name="Kind">How the days are counted; which law means which is in its closing article (行政复议法第八十八条第二款).</param>
public sealed record Budget(int Amount, DayKind Kind)
{
    /// <summary>Twenty years and a little: the longest period in the laws used (不动产 二十年, 行政复议法第二十一条).</summary>
    public const int MaxAmount = 7400;

    public const int MaxMonths = 600;

    /// <summary>Thirty days: what is longer is counted in days.</summary>
    public const int MaxMinutes = 30 * 24 * 60;

    /// <summary>The setting of the place that the period is taken from (see Definitions.SettingDefinition); null = none.</summary>
    public string? Setting { get; init; }

    /// <summary>About how many days it is, for drawing examples.</summary>
    public int ApproximateDays =>
        Kind switch
        {
            DayKind.Month => Amount * 30,
            DayKind.Minute => (Amount + 1439) / 1440,
            _ => Amount,
        };

    /// <summary>Counted in minutes from a moment, not in days from a day.</summary>
    public bool IsTimed => Kind == DayKind.Minute;

    /// <summary>Reads "60 days", "5 workdays", "6 months", "5 years" or "2 hours"; otherwise says in <paramref name="problem"/> what would be right.</summary>
    public static Budget? Parse(string text, out string? problem)
    {
        problem = null;
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        (DayKind Kind, int Times)? unit = parts.Length == 2 ? Unit(parts[1]) ?? TimeUnit(parts[1]) : null;
        if (unit is not { } known || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var amount))
        {
            problem =
                $"“{text}”不是期限，应写成 60 days（自然日）、5 workdays（工作日）、6 months、5 years，或 2 hours、30 minutes（昼夜连续计算）";
            return null;
        }
        var most =
            known.Kind switch
            {
                DayKind.Month => MaxMonths,
                DayKind.Minute => MaxMinutes,
                _ => MaxAmount,
            } / known.Times;
        if (amount is > 0 && amount <= most)
            return new Budget(amount * known.Times, known.Kind);
        problem = $"期限“{text}”应在 1 至 {most} 之间";
        return null;
    }

    /// <summary>What a word of the language counts: days, workdays, months, years (each also in the singular).</summary>
    internal static (DayKind Kind, int Times)? Unit(string word) =>
        word switch
        {
            "days" or "day" => (DayKind.Calendar, 1),
            "workdays" or "workday" => (DayKind.Working, 1),
            "months" or "month" => (DayKind.Month, 1),
            "years" or "year" => (DayKind.Month, 12),
            _ => null,
        };

    private static (DayKind Kind, int Times)? TimeUnit(string word) =>
        word switch
        {
            "minutes" or "minute" => (DayKind.Minute, 1),
            "hours" or "hour" => (DayKind.Minute, 60),
            _ => null,
        };

    /// <summary>60日, 5个工作日, 6个月, 5年, 2小时.</summary>
    public override string ToString() => Wording.Days(Amount, Kind);
}
