using System.Globalization;
using System.Text.RegularExpressions;

namespace Fazhang.Core.Figures;

/// <summary>Months as numbers: year × 100 + month.</summary>
public static class Months
{
    /// <summary>The month before.</summary>
    public static int Before(int month) => Add(month, -1);

    /// <summary>The month that many months later (or earlier).</summary>
    public static int Add(int month, int months)
    {
        var count = month / 100 * 12 + month % 100 - 1 + months;
        return count / 12 * 100 + count % 12 + 1;
    }
}

/// <summary>Whole months from one to another, both included. Months are year × 100 + month.</summary>
public readonly partial record struct Period(int From, int To)
{
    /// <summary>How a period is typed, in words.</summary>
    public const string Help = "期间：2024、2024-H1（上半年）、2024-Q3、2024-03，或 2023-08..2024-07";

    /// <summary>Reads 2024, 2024-H1, 2024-Q3, 2024-03, 2024-01..2024-05; null when it is none of these.</summary>
    public static Period? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var ends = text.Split("..");
        if (ends.Length == 2)
            return One(ends[0]) is { } first && One(ends[1]) is { } last && first.From <= last.To
                ? new(first.From, last.To)
                : null;
        return ends.Length == 1 ? One(text) : null;
    }

    private static Period? One(string text)
    {
        if (Pattern().Match(text) is not { Success: true } match)
            return null;
        int Number(string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
        var year = Number("year");
        return match.Groups["half"].Success ? HalfYear(year, Number("half"))
            : match.Groups["quarter"].Success ? Quarter(year, Number("quarter"))
            : match.Groups["month"].Success ? Month(year, Number("month"))
            : Year(year);
    }

    [GeneratedRegex("^(?<year>(19|20|21)[0-9]{2})(-(H(?<half>[12])|Q(?<quarter>[1-4])|(?<month>0[1-9]|1[0-2])))?$")]
    private static partial Regex Pattern();

    public static Period Year(int year) => new(year * 100 + 1, year * 100 + 12);

    /// <param name="half">1 上半年, 2 下半年.</param>
    public static Period HalfYear(int year, int half) => new(year * 100 + half * 6 - 5, year * 100 + half * 6);

    public static Period Quarter(int year, int quarter) => new(year * 100 + quarter * 3 - 2, year * 100 + quarter * 3);

    public static Period Month(int year, int month) => new(year * 100 + month, year * 100 + month);

    /// <summary>January to the given month.</summary>
    public static Period Cumulative(int year, int month) => new(year * 100 + 1, year * 100 + month);

    /// <summary>The twelve months that end with the given one (近十二个月).</summary>
    public static Period TwelveMonths(int year, int month) => new(Months.Add(year * 100 + month, -11), year * 100 + month);

    /// <summary>The same months a year earlier.</summary>
    public Period LastYear => YearsBefore(1);

    /// <summary>The same months some years earlier.</summary>
    public Period YearsBefore(int years) => new(From - 100 * years, To - 100 * years);

    public DateOnly FirstDay => new(From / 100, From % 100, 1);

    public DateOnly LastDay => new DateOnly(To / 100, To % 100, 1).AddMonths(1).AddDays(-1);

    /// <summary>True for a month, quarter, half-year or year of the calendar: what can be closed.</summary>
    public bool IsCalendar
    {
        get
        {
            var (from, to) = (From % 100, To % 100);
            return From / 100 == To / 100
                && (to - from + 1) is var length
                && length is 1 or 3 or 6 or 12
                && (from - 1) % length == 0;
        }
    }

    // The printed form that records get would print LastYear, and its LastYear, and so on.
    public override string ToString() => Title;

    public string Title =>
        From % 100 == 1 && To % 100 == 12 && From / 100 == To / 100 ? $"{From / 100}年"
        : From == To ? $"{From / 100}年{From % 100}月"
        : From / 100 == To / 100 ? $"{From / 100}年{From % 100}至{To % 100}月"
        : $"{From / 100}年{From % 100}月至{To / 100}年{To % 100}月";
}
