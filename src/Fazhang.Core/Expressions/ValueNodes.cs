using System.Globalization;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Expressions;

/// <summary>A field as it is stored: everything but Number.</summary>
internal sealed class FieldNode(ExpressionField field) : Node(field.Type)
{
    public override object? Evaluate(object?[] row, EvaluationContext context) => row[field.Slot];

    public override string ToSql(SqlTarget target) => target.Column(field.Column);
}

/// <summary>A Number field: stored integer / 10^scale, one IEEE division, the same in memory and in SQL.</summary>
internal sealed class ScaledFieldNode(ExpressionField field) : Node(ExpressionType.Number)
{
    private readonly double _unit = NumberLiteralNode.PowerOfTen(field.Scale);

    public override Magnitude Magnitude { get; } = Magnitude.Scaled(field.Scale);

    public override object? Evaluate(object?[] row, EvaluationContext context) =>
        row[field.Slot] is { } stored ? (long)stored / _unit : null;

    public override string ToSql(SqlTarget target) =>
        $"({target.Dialect.Real(target.Column(field.Column))} / {NumberLiteralNode.PowerOfTenSql(target, field.Scale)})";
}

/// <summary>An integer (as Integer or Reference), text (as Text or Choice), date or truth value written in the expression.</summary>
internal sealed class LiteralNode(ExpressionType type, object value) : Node(type)
{
    public object Value => value;

    public override object? Evaluate(object?[] row, EvaluationContext context) => value;

    public override string ToSql(SqlTarget target) =>
        value switch
        {
            long integer => $"({integer.ToString(CultureInfo.InvariantCulture)})",
            string text => SqlDialect.Literal(text),
            DateOnly date => target.Dialect.Literal(date),
            bool flag => target.Dialect.Literal(flag),
            _ => throw new InvalidOperationException($"No SQL literal for {value.GetType()}."),
        };
}

/// <summary>
/// A number written with decimals, kept as mantissa / 10^scale: with at most 15 digits both are exact doubles, so that the
/// division gives the correctly rounded value everywhere. (How SQLite reads decimal text is not promised to the last bit.)
/// </summary>
internal sealed class NumberLiteralNode(long mantissa, int scale) : Node(ExpressionType.Number)
{
    /// <summary>Most digits of a decimal literal and most decimals of a field.</summary>
    public const int MaxDigits = 15;

    // Written out: all are exact doubles, which Math.Pow does not promise on every machine.
    private static readonly double[] s_powersOfTen =
    [
        1e0,
        1e1,
        1e2,
        1e3,
        1e4,
        1e5,
        1e6,
        1e7,
        1e8,
        1e9,
        1e10,
        1e11,
        1e12,
        1e13,
        1e14,
        1e15,
    ];

    private readonly object _value = mantissa / PowerOfTen(scale);

    public override Magnitude Magnitude { get; } = Magnitude.Scaled(scale);

    public override object? Evaluate(object?[] row, EvaluationContext context) => _value;

    public override string ToSql(SqlTarget target) =>
        $"({target.Dialect.Real(mantissa.ToString(CultureInfo.InvariantCulture))} / {PowerOfTenSql(target, scale)})";

    public static double PowerOfTen(int scale) => s_powersOfTen[scale];

    public static string PowerOfTenSql(SqlTarget target, int scale) =>
        target.Dialect.Real(((long)PowerOfTen(scale)).ToString(CultureInfo.InvariantCulture));
}

/// <summary>An integer taken as a number.</summary>
internal sealed class RealNode(Node integer) : Node(ExpressionType.Number, integer)
{
    public override bool IsWhole => true;

    public override object? Evaluate(object?[] row, EvaluationContext context) =>
        integer.Evaluate(row, context) is { } value ? (double)(long)value : null;

    public override string ToSql(SqlTarget target) => $"({target.Dialect.Real(integer.ToSql(target))})";
}
