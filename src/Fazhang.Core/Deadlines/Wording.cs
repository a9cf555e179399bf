namespace Fazhang.Core.Deadlines;

/// <summary>The office's way of writing days.</summary>
internal static class Wording
{
    /// <summary>60日, 5个工作日.</summary>
    public static string Days(int amount, DayKind kind) =>
        kind switch
        {
            DayKind.Working => $"{amount}个工作日",
            DayKind.Minute => Minutes(amount),
            DayKind.Month => amount % 12 == 0 ? $"{amount / 12}年" : $"{amount}个月",
            _ => $"{amount}日",
        };

    /// <summary>As <see cref="Days"/> with a space, for labels: 还剩 2 日.</summary>
    public static string SpacedDays(int amount, DayKind kind) => kind == DayKind.Working ? $"{amount} 个工作日" : $"{amount} 日";

    /// <summary>35分钟, 2小时, 1小时20分钟, 2日3小时.</summary>
    public static string Minutes(int amount)
    {
        var (days, hours, minutes) = (amount / 1440, amount / 60 % 24, amount % 60);
        // A period as laws write it: 二十四小时, not one day; what is left or late is easier to grasp in days.
        if (minutes == 0 && amount > 0 && days < 4)
            return $"{amount / 60}小时";
        var text = (days > 0 ? $"{days}日" : "") + (hours > 0 ? $"{hours}小时" : "") + (minutes > 0 ? $"{minutes}分钟" : "");
        return text.Length > 0 ? text : "0分钟";
    }

    public static string Iso(DateOnly day) => $"{day:yyyy-MM-dd}";

    /// <summary>4月4日至4月6日、4月8日: neighbouring days together; with the year where it is not <paramref name="year"/>.</summary>
    public static string Ranges(IReadOnlyList<DateOnly> days, int year)
    {
        var ranges = new List<(DateOnly First, DateOnly Last)>();
        foreach (var day in days)
            if (ranges.Count > 0 && ranges[^1].Last.AddDays(1) == day)
                ranges[^1] = (ranges[^1].First, day);
            else
                ranges.Add((day, day));
        return string.Join(
            '、',
            ranges.Select(range =>
                range.First == range.Last
                    ? Day(range.First, year)
                    : $"{Day(range.First, year)}至{Day(range.Last, range.First.Year)}"
            )
        );
    }

    /// <summary>（reason）, or nothing when it is empty.</summary>
    public static string InBrackets(string? reason) => string.IsNullOrWhiteSpace(reason) ? "" : $"（{reason}）";

    private static string Day(DateOnly day, int year) =>
        day.Year == year ? $"{day.Month}月{day.Day}日" : $"{day.Year}年{day.Month}月{day.Day}日";
}
