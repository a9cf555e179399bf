namespace Fazhang.Core.Expressions;

/// <summary>
/// A comparison of two values of one kind: both sides Number, or both of the same other type (Reference with Integer).
/// Unknown when a side is unknown.
/// </summary>
internal sealed class CompareNode(CompareOperator compare, Node left, Node right) : Node(ExpressionType.Boolean, left, right)
{
    public override object? Evaluate(object?[] row, EvaluationContext context)
    {
        if (left.Evaluate(row, context) is not { } a || right.Evaluate(row, context) is not { } b)
            return null;
        if (!compare.IsOrder())
            return Truth.Of(a.Equals(b) == (compare == CompareOperator.Equal));
        var order = a is string text ? CodePoints.Compare(text, (string)b) : ((IComparable)a).CompareTo(b);
        return Truth.Of(
            compare switch
            {
                CompareOperator.Less => order < 0,
                CompareOperator.LessOrEqual => order <= 0,
                CompareOperator.Greater => order > 0,
                _ => order >= 0,
            }
        );
    }

    public override string ToSql(SqlTarget target) => $"({Side(left, target)} {compare.Sql()} {Side(right, target)})";

    // Equality does not depend on the collation; leaving it alone lets every index serve.
    private string Side(Node side, SqlTarget target)
    {
        var sql = side.ToSql(target);
        return compare.IsOrder() && side.Type is ExpressionType.Text or ExpressionType.Moment ? target.Dialect.Ordinal(sql) : sql;
    }
}

/// <summary>Whether the value is one of those listed; unknown when the value is.</summary>
internal sealed class InNode(Node operand, IReadOnlyList<Node> literals) : Node(ExpressionType.Boolean, operand)
{
    private readonly HashSet<object> _values = [.. literals.Select(literal => literal.Evaluate([], null!)!)];

    public override object? Evaluate(object?[] row, EvaluationContext context) =>
        operand.Evaluate(row, context) is { } value ? Truth.Of(_values.Contains(value)) : null;

    public override string ToSql(SqlTarget target) =>
        $"({operand.ToSql(target)} IN ({string.Join(", ", literals.Select(literal => literal.ToSql(target)))}))";
}

/// <summary>Whether a value is missing: null, and for text also the empty text. Never unknown.</summary>
internal sealed class EmptyNode(Node operand) : Node(ExpressionType.Boolean, operand)
{
    public override object? Evaluate(object?[] row, EvaluationContext context) =>
        Truth.Of(operand.Evaluate(row, context) is null or "");

    public override string ToSql(SqlTarget target)
    {
        var sql = operand.ToSql(target);
        return operand.Type is ExpressionType.Text or ExpressionType.Choice
            ? $"({sql} IS NULL OR {sql} = '')"
            : $"({sql} IS NULL)";
    }
}

/// <summary>and, or: three-valued as in SQL, false and unknown = false, true or unknown = true.</summary>
internal sealed class LogicNode(bool isAnd, Node left, Node right) : Node(ExpressionType.Boolean, left, right)
{
    private readonly object _decisive = Truth.Of(!isAnd);

    public override object? Evaluate(object?[] row, EvaluationContext context)
    {
        var a = left.Evaluate(row, context);
        if (_decisive.Equals(a))
            return a;
        var b = right.Evaluate(row, context);
        return _decisive.Equals(b) || a is not null ? b : null;
    }

    public override string ToSql(SqlTarget target) => $"({left.ToSql(target)} {(isAnd ? "AND" : "OR")} {right.ToSql(target)})";
}

/// <summary>not: unknown stays unknown.</summary>
internal sealed class NotNode(Node operand) : Node(ExpressionType.Boolean, operand)
{
    public override object? Evaluate(object?[] row, EvaluationContext context) =>
        operand.Evaluate(row, context) is bool value ? Truth.Of(!value) : null;

    public override string ToSql(SqlTarget target) => $"(NOT {operand.ToSql(target)})";
}
