using System.Globalization;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Expressions;

/// <summary>How a moment is written: 2024-03-02T09:30, in business time.</summary>
internal static class MomentText
{
    private const string Format = "yyyy-MM-ddTHH:mm";

    public static string Write(DateOnly day, TimeOnly time) =>
        day.ToDateTime(time).ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>The time that a stored moment says.</summary>
    public static DateTime Parse(string stored) => DateTime.ParseExact(stored, Format, CultureInfo.InvariantCulture);

    /// <summary>The stored form of a written moment, with T or a space between day and time; null when it is none.</summary>
    public static string? Read(string text) =>
        DateTime.TryParseExact(text.Replace(' ', 'T'), Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            ? moment.ToString(Format, CultureInfo.InvariantCulture)
            : null;
}

/// <summary>The minute of the save.</summary>
internal sealed class NowNode() : Node(ExpressionType.Moment)
{
    public override object? Evaluate(object?[] row, EvaluationContext context) => MomentText.Write(context.Today, context.Time);

    public override string ToSql(SqlTarget target) => SqlDialect.Literal(MomentText.Write(target.Today, target.Time));
}

/// <summary>minutes(from, to): the whole minutes between two moments, negative when to is earlier.</summary>
internal sealed class MinutesNode(Node from, Node to) : Node(ExpressionType.Integer, from, to)
{
    public override object? Evaluate(object?[] row, EvaluationContext context) =>
        from.Evaluate(row, context) is string a && to.Evaluate(row, context) is string b
            ? (MomentText.Parse(b) - MomentText.Parse(a)).Ticks / TimeSpan.TicksPerMinute
            : null;

    public override string ToSql(SqlTarget target) => $"({target.Dialect.MinutesBetween(from.ToSql(target), to.ToSql(target))})";
}

/// <summary>date(m): the day of a moment.</summary>
internal sealed class DateOfNode(Node moment) : Node(ExpressionType.Date, moment)
{
    public override object? Evaluate(object?[] row, EvaluationContext context) =>
        moment.Evaluate(row, context) is string text
            ? DateOnly.ParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null;

    public override string ToSql(SqlTarget target) => target.Dialect.DateOf(moment.ToSql(target));
}
