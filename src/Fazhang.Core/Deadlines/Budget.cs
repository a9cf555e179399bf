using System.Globalization;

namespace Fazhang.Core.Deadlines;

/// <summary>How the days of a period are counted.</summary>
public enum DayKind
{
    /// <summary>Every day counts; only the last day may not be a day off (日、自然日).</summary>
    Calendar,

    /// <summary>Only working days count (工作日).</summary>
    Working,
}

/// <summary>The length of a period: 60 days, 5 workdays.</summary>
/// <param name="Amount">1 to <see cref="MaxAmount"/>.</param>
/// <param name="Kind">How the days are counted; which law means which is in its closing article (行政复议法第八十八条第二款).</param>
public sealed record Budget(int Amount, DayKind Kind)
{
    /// <summary>Twenty years and a little: the longest period in the laws used (不动产 二十年, 行政复议法第二十一条).</summary>
    public const int MaxAmount = 7400;

    /// <summary>Reads "60 days" or "5 workdays"; otherwise says in <paramref name="problem"/> what would be right.</summary>
    public static Budget? Parse(string text, out string? problem)
    {
        problem = null;
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        DayKind? kind =
            parts.Length != 2 ? null
            : parts[1] is "days" or "day" ? DayKind.Calendar
            : parts[1] is "workdays" or "workday" ? DayKind.Working
            : null;
        if (kind is null || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var amount))
            problem = $"“{text}”不是期限，应写成 60 days（自然日）或 5 workdays（工作日）";
        else if (amount is 0 or > MaxAmount)
            problem = $"期限“{text}”应在 1 至 {MaxAmount} 日之间";
        else
            return new Budget(amount, kind.Value);
        return null;
    }

    /// <summary>60日, 5个工作日.</summary>
    public override string ToString() => Wording.Days(Amount, Kind);
}
