namespace Fazhang.Core.Deadlines;

/// <summary>What kind of day a date is.</summary>
public enum CalendarDayKind
{
    /// <summary>Monday to Friday, not a holiday.</summary>
    Workday,

    /// <summary>Saturday or Sunday worked in exchange for a holiday (调休上班日); counts as a working day.</summary>
    MakeUpWorkday,

    /// <summary>Saturday or Sunday.</summary>
    Weekend,

    /// <summary>Day off by announcement of the State Council.</summary>
    Holiday,
}

/// <summary>
/// The working days of the State (国务院 holiday announcements, definitions/calendar/*.yaml). Immutable and safe to share.
/// In the years of the files holidays and make-up workdays are known; every other day is judged by its weekday alone, and
/// <see cref="Knows"/> says so, so that a deadline never pretends to know a calendar that has not been announced.
/// </summary>
public sealed class WorkCalendar
{
    // Deadlines and the calendar table look this far beyond the last announced year (weekends only).
    private const int YearsAhead = 10;

    private readonly int _origin;
    private readonly int[] _index;
    private readonly Dictionary<DateOnly, (CalendarDayKind Kind, string? Name)> _special = [];

    /// <summary>Years without a gap, in any order. Use <see cref="Load"/> for files.</summary>
    public WorkCalendar(IReadOnlyCollection<CalendarYear> years)
    {
        ArgumentOutOfRangeException.ThrowIfZero(years.Count);
        FirstYear = years.Min(year => year.Year);
        LastYear = years.Max(year => year.Year);
        foreach (var holiday in years.SelectMany(year => year.Holidays))
        {
            foreach (var day in holiday.Off)
                _special.Add(day, (CalendarDayKind.Holiday, holiday.Name));
            foreach (var day in holiday.Work)
                _special.Add(day, (CalendarDayKind.MakeUpWorkday, holiday.Name));
        }
        First = new DateOnly(FirstYear, 1, 1);
        Last = new DateOnly(LastYear + YearsAhead, 12, 31);
        _origin = First.DayNumber;
        _index = new int[Last.DayNumber - _origin + 1];
        var count = 0;
        for (var i = 0; i < _index.Length; i++)
            _index[i] = count += IsWorkday(DateOnly.FromDayNumber(_origin + i)) ? 1 : 0;
    }

    /// <summary>The calendar that has exactly these working days; its festivals have no names.</summary>
    /// <param name="days">Days in order, without a gap: whole years, the last <see cref="YearsAhead"/> of them not announced.</param>
    internal static WorkCalendar Of(IReadOnlyList<(DateOnly Day, bool Works)> days)
    {
        var special = days.Where(day => day.Works == IsWeekend(day.Day)).ToLookup(day => day.Works, day => day.Day);
        var (first, last) = (days[0].Day.Year, days[^1].Day.Year - YearsAhead);
        return new WorkCalendar([
            .. Enumerable
                .Range(first, last - first + 1)
                .Select(year => new CalendarYear
                {
                    Year = year,
                    // A year's announcement may settle days of its neighbours: whatever there is goes to the first.
                    Holidays =
                        year > first
                            ? []
                            :
                            [
                                new Holiday
                                {
                                    Name = "",
                                    Off = [.. special[false]],
                                    Work = [.. special[true]],
                                },
                            ],
                }),
        ]);
    }

    /// <summary>First and last year with an announced calendar.</summary>
    public int FirstYear { get; }

    /// <inheritdoc cref="FirstYear"/>
    public int LastYear { get; }

    /// <summary>First and last day that <see cref="WorkdayIndex"/> and the calendar table cover.</summary>
    public DateOnly First { get; }

    /// <inheritdoc cref="First"/>
    public DateOnly Last { get; }

    /// <summary>Reads every *.yaml in the directory. Throws <see cref="CalendarException"/> with all problems found.</summary>
    public static WorkCalendar Load(string directory)
    {
        var problems = new List<CalendarProblem>();
        return TryLoad(directory, problems) ?? throw new CalendarException(problems);
    }

    /// <summary>As <see cref="Load"/>, but adds the problems to the list and returns null when there are any.</summary>
    public static WorkCalendar? TryLoad(string directory, ICollection<CalendarProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        var before = problems.Count;
        var files = Directory.Exists(directory)
            ? Directory.GetFiles(directory, "*.yaml").Order(StringComparer.Ordinal).ToList()
            : [];
        if (files.Count == 0)
            problems.Add(new CalendarProblem(directory, 0, "没有节假日文件，应有 2013.yaml 等按年份命名的文件"));
        var years = new List<CalendarYear>();
        var seen = new Dictionary<DateOnly, int>();
        foreach (var file in files)
        {
            var name = Path.GetFileName(file);
            if (new CalendarFile(name, problems).Read(File.ReadAllText(file)) is not { } year)
                continue;
            foreach (var day in year.Holidays.SelectMany(holiday => holiday.Off.Concat(holiday.Work)))
                if (!seen.TryAdd(day, year.Year))
                    problems.Add(new CalendarProblem(name, 0, $"{day:yyyy-MM-dd} 在 {seen[day]}.yaml 中已有安排，只能保留一处"));
            if (years.Count > 0 && years[^1].Year + 1 != year.Year && problems.Count == before)
                problems.Add(new CalendarProblem(name, 0, $"年份不连续：缺少 {years[^1].Year + 1}.yaml"));
            years.Add(year);
        }
        return problems.Count > before ? null : new WorkCalendar(years);
    }

    /// <summary>Whether the State Council calendar of that day's year is loaded; otherwise only weekends are known.</summary>
    public bool Knows(DateOnly day) => day.Year >= FirstYear && day.Year <= LastYear;

    /// <summary>Kind of the day and, for holidays and make-up workdays, the festival it belongs to.</summary>
    public (CalendarDayKind Kind, string? Name) Describe(DateOnly day) =>
        _special.TryGetValue(day, out var special) ? special
        : IsWeekend(day) ? (CalendarDayKind.Weekend, null)
        : (CalendarDayKind.Workday, null);

    public bool IsWorkday(DateOnly day) => Describe(day).Kind is CalendarDayKind.Workday or CalendarDayKind.MakeUpWorkday;

    /// <summary>
    /// Weekend or holiday: a day on which a period cannot expire (民事诉讼法第八十五条、行政复议法第八十八条).
    /// </summary>
    public bool IsOffDay(DateOnly day) => !IsWorkday(day);

    /// <summary>
    /// How many working days lie in <see cref="First"/>..day, both included; null outside <see cref="First"/>..<see cref="Last"/>.
    /// The difference of two indexes is the number of working days between.
    /// </summary>
    public int? WorkdayIndex(DateOnly day)
    {
        var offset = day.DayNumber - _origin;
        return offset >= 0 && offset < _index.Length ? _index[offset] : null;
    }

    /// <summary>The working day that has the index; null when it lies outside the calendar.</summary>
    public DateOnly? DayOfWorkday(int index)
    {
        var (low, high) = (0, _index.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_index[middle] < index)
                low = middle + 1;
            else
                high = middle;
        }
        return low < _index.Length && _index[low] == index ? DateOnly.FromDayNumber(_origin + low) : null;
    }

    /// <summary>
    /// Working days in (from, to]; with the days reversed the same number, negative. Zero for the same day.
    /// </summary>
    public int WorkdaysBetween(DateOnly from, DateOnly to)
    {
        if (WorkdayIndex(from) is { } a && WorkdayIndex(to) is { } b)
            return b - a;
        if (to < from)
            return -WorkdaysBetween(to, from);
        var count = 0;
        for (var day = from.DayNumber + 1; day <= to.DayNumber; day++)
            count += IsWorkday(DateOnly.FromDayNumber(day)) ? 1 : 0;
        return count;
    }

    /// <summary>Days from <paramref name="from"/> to <paramref name="to"/> (to − from).</summary>
    public static int DaysBetween(DateOnly from, DateOnly to) => to.DayNumber - from.DayNumber;

    /// <summary>
    /// The <paramref name="count"/>-th working day after <paramref name="day"/> (before it when negative); the day itself for 0.
    /// </summary>
    public DateOnly AddWorkdays(DateOnly day, int count)
    {
        var step = Math.Sign(count);
        for (var left = Math.Abs(count); left > 0; )
        {
            day = day.AddDays(step);
            left -= IsWorkday(day) ? 1 : 0;
        }
        return day;
    }

    /// <summary>Saturday or Sunday, whatever was announced.</summary>
    public static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
