using Fazhang.Core.Expressions;

namespace Fazhang.Core.Demo.Recipes;

/// <summary>A day between two days, by month weights; days off have their own weight.</summary>
/// <param name="Months">Weight by month 1–12; a month not named has the weight 1.</param>
/// <param name="DayOff">Weight of a weekend or holiday beside a working day's 1.</param>
internal sealed record SpreadRecipe(DateOnly From, DateOnly To, IReadOnlyDictionary<int, double> Months, double DayOff) : Recipe
{
    public override Func<DemoRow, object?> Begin(CohortRun run)
    {
        var days = Enumerable.Range(From.DayNumber, To.DayNumber - From.DayNumber + 1).Select(DateOnly.FromDayNumber);
        var table = new WeightedTable<object>(
            days.Select(day =>
                (DemoRow.Day(day), Months.GetValueOrDefault(day.Month, 1) * (run.Calendar.IsWorkday(day) ? 1 : DayOff))
            )
        );
        return row => table.Draw(row.Random);
    }
}

/// <summary>
/// Some days or working days after (negative: before) another date; empty when that is empty. Not later than
/// <paramref name="Until"/>. Calendar days end on a working day when <paramref name="Roll"/> is set.
/// </summary>
internal sealed record AfterRecipe(int Base, int Low, int High, bool Working, bool Roll, DateOnly? Until) : Recipe
{
    public override IEnumerable<int> Needs => [Base];

    public override Func<DemoRow, object?> Begin(CohortRun run) =>
        row =>
        {
            if (row.Values[Base] is not DateOnly start)
                return null;
            var until = Until ?? DateOnly.MaxValue;
            if (Working)
                return DemoRow.Day(Workdays(run, start, row.Random.Between(Low, High), until));
            var high = Math.Min(High, until.DayNumber - start.DayNumber);
            var date = start.AddDays(high <= Low ? high : row.Random.Between(Low, high));
            return DemoRow.Day(Roll ? OnWorkday(run, start, date, until) : date);
        };

    private static DateOnly Workdays(CohortRun run, DateOnly start, int count, DateOnly until)
    {
        var date = run.Calendar.AddWorkdays(start, count);
        while (date > until && date > start)
            date = date.AddDays(-1);
        return date;
    }

    // Later when there is room, else earlier; never beyond the date it starts from.
    private static DateOnly OnWorkday(CohortRun run, DateOnly start, DateOnly date, DateOnly until)
    {
        var step = date < start ? -1 : 1;
        var moved = date;
        while (!run.Calendar.IsWorkday(moved))
            moved = moved.AddDays(step);
        if (moved <= until)
            return moved;
        for (moved = date; !run.Calendar.IsWorkday(moved) && moved > start; )
            moved = moved.AddDays(-1);
        return moved;
    }
}

/// <summary>Some minutes after another moment of the same day; empty when that is empty.</summary>
internal sealed record MinutesAfterRecipe(int Base, int Low, int High) : Recipe
{
    public override IEnumerable<int> Needs => [Base];

    public override Func<DemoRow, object?> Begin(CohortRun run) =>
        row =>
        {
            if (row.Values[Base] is not string written)
                return null;
            var start = MomentText.Parse(written);
            var moment = start.AddMinutes(row.Random.Between(Low, High));
            var last = start.Date.AddDays(1).AddMinutes(-1);
            return MomentText.Write(DateOnly.FromDateTime(start), TimeOnly.FromDateTime(moment > last ? last : moment));
        };
}
