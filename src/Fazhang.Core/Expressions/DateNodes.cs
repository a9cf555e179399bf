using Fazhang.Core.Deadlines;

namespace Fazhang.Core.Expressions;

/// <summary>The business day.</summary>
internal sealed class TodayNode() : Node(ExpressionType.Date)
{
    public override object? Evaluate(object?[] row, EvaluationContext context) => context.Today;

    public override string ToSql(SqlTarget target) => target.Dialect.Literal(target.Today);
}

/// <summary>days(from, to): to − from.</summary>
internal sealed class DaysNode(Node from, Node to) : Node(ExpressionType.Integer, from, to)
{
    public override object? Evaluate(object?[] row, EvaluationContext context) =>
        from.Evaluate(row, context) is DateOnly a && to.Evaluate(row, context) is DateOnly b
            ? (long)WorkCalendar.DaysBetween(a, b)
            : null;

    public override string ToSql(SqlTarget target) => $"({target.Dialect.DaysBetween(from.ToSql(target), to.ToSql(target))})";
}

/// <summary>
/// workdays(from, to): working days in (from, to], mirrored when to is earlier. Unknown for days the calendar does not cover.
/// </summary>
internal sealed class WorkdaysNode(Node from, Node to) : Node(ExpressionType.Integer, from, to)
{
    public override object? Evaluate(object?[] row, EvaluationContext context) =>
        Index(from, row, context) is { } a && Index(to, row, context) is { } b ? (long)(b - a) : null;

    public override string ToSql(SqlTarget target) =>
        $"({CalendarTable.IndexOf(to.ToSql(target))} - {CalendarTable.IndexOf(from.ToSql(target))})";

    private static int? Index(Node date, object?[] row, EvaluationContext context) =>
        date.Evaluate(row, context) is DateOnly day ? context.Calendar.WorkdayIndex(day) : null;
}

/// <summary>year(d), month(d).</summary>
internal sealed class DatePartNode(bool isYear, Node date) : Node(ExpressionType.Integer, date)
{
    public override object? Evaluate(object?[] row, EvaluationContext context) =>
        date.Evaluate(row, context) is DateOnly day ? (long)(isYear ? day.Year : day.Month) : null;

    public override string ToSql(SqlTarget target)
    {
        var sql = date.ToSql(target);
        return $"({(isYear ? target.Dialect.Year(sql) : target.Dialect.Month(sql))})";
    }
}

/// <summary>
/// date + 5 years, date − 3 days; workdays are only added. Months and years lead to the day of the same number, or the last of a shorter month.
/// Unknown outside the years 1 to 9999, and for workdays outside the calendar.
/// </summary>
internal sealed class DateShiftNode(Node date, int amount, DayKind kind) : Node(ExpressionType.Date, date)
{
    public override object? Evaluate(object?[] row, EvaluationContext context)
    {
        if (date.Evaluate(row, context) is not DateOnly day)
            return null;
        return kind switch
        {
            DayKind.Working => Workday(day, context.Calendar),
            DayKind.Month => Inside((day.Year * 12) + day.Month - 1 + amount, 12, (9999 * 12) + 11)
                ? day.AddMonths(amount)
                : null,
            _ => Inside(day.DayNumber + (long)amount, 0, DateOnly.MaxValue.DayNumber) ? day.AddDays(amount) : null,
        };
    }

    public override string ToSql(SqlTarget target)
    {
        var sql = date.ToSql(target);
        if (kind == DayKind.Working)
            return CalendarTable.DayOf($"{CalendarTable.IndexOf(sql)} + {amount}");
        var shifted = kind == DayKind.Month ? target.Dialect.AddMonths(sql, amount) : target.Dialect.AddDays(sql, amount);
        return $"(SELECT CASE WHEN fz_day BETWEEN {target.Dialect.Literal(DateOnly.MinValue)} AND {target.Dialect.Literal(DateOnly.MaxValue)} "
            + $"THEN fz_day END FROM (SELECT {shifted} AS fz_day) fz_shifted)";
    }

    private DateOnly? Workday(DateOnly day, WorkCalendar calendar) =>
        calendar.WorkdayIndex(day) is { } index ? calendar.DayOfWorkday(index + amount) : null;

    private static bool Inside(long value, long first, long last) => value >= first && value <= last;
}
