namespace Fazhang.Core.Expressions;

/// <summary>
/// + − * / on IEEE doubles. Integers are made doubles first, so nothing can overflow and 1 / 2 is 0.5 in both products;
/// a division by zero is unknown (null).
/// </summary>
internal sealed class ArithmeticNode(char operation, Node left, Node right) : Node(ExpressionType.Number, left, right)
{
    public override Magnitude Magnitude { get; } =
        operation switch
        {
            '+' or '-' => Magnitude.Sum(left.Magnitude, right.Magnitude),
            '*' => Magnitude.Product(left.Magnitude, right.Magnitude),
            '/' => Magnitude.Quotient(left.Magnitude, right.Magnitude),
            _ => throw new ArgumentOutOfRangeException(nameof(operation)),
        };

    public override bool IsWhole => operation != '/' && left.IsWhole && right.IsWhole;

    public override object? Evaluate(object?[] row, EvaluationContext context)
    {
        if (left.Evaluate(row, context) is not double a || right.Evaluate(row, context) is not double b)
            return null;
        return operation switch
        {
            '+' => a + b,
            '-' => a - b,
            '*' => a * b,
            _ => b == 0 ? null : a / b,
        };
    }

    public override string ToSql(SqlTarget target)
    {
        var divisor = operation == '/' ? $"NULLIF({right.ToSql(target)}, {target.Dialect.Real("0")})" : right.ToSql(target);
        return $"({left.ToSql(target)} {operation} {divisor})";
    }
}

/// <summary>The number with the other sign.</summary>
internal sealed class NegateNode(Node operand) : Node(ExpressionType.Number, operand)
{
    public override Magnitude Magnitude => operand.Magnitude;

    public override bool IsWhole => operand.IsWhole;

    public override object? Evaluate(object?[] row, EvaluationContext context) =>
        operand.Evaluate(row, context) is double value ? -value : null;

    public override string ToSql(SqlTarget target) => $"(- {operand.ToSql(target)})";
}
