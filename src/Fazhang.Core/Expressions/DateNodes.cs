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
