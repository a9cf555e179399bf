using Fazhang.Core.Storage;

namespace Fazhang.Core.Expressions;

/// <summary>
/// A checked, typed part of an expression. It knows its value in memory and its SQL; the two are written side by side in each
/// node, because they must mean the same for every row (property test).
/// </summary>
internal abstract class Node(ExpressionType type, params ReadOnlySpan<Node> children)
{
    public ExpressionType Type { get; } = type;

    /// <summary>Levels of the tree, itself included.</summary>
    public int Height { get; } = 1 + Highest(children);

    /// <summary>How large and how fine a numeric value can be.</summary>
    public virtual Magnitude Magnitude => Magnitude.Integer;

    /// <summary>True when the value is always a whole number.</summary>
    public virtual bool IsWhole => Type == ExpressionType.Integer;

    /// <summary>The value for a row, or null for unknown: long, double, string, DateOnly or bool by <see cref="Type"/>.</summary>
    public abstract object? Evaluate(object?[] row, EvaluationContext context);

    /// <summary>SQL of the same value, safe to put into any larger expression.</summary>
    public abstract string ToSql(SqlTarget target);

    private static int Highest(ReadOnlySpan<Node> children)
    {
        var height = 0;
        foreach (var child in children)
            height = Math.Max(height, child.Height);
        return height;
    }
}

/// <summary>Where the SQL will run.</summary>
internal sealed record SqlTarget(SqlDialect Dialect, DateOnly Today, string? TableAlias, TimeOnly Time = default)
{
    public string Column(string name) =>
        TableAlias is null ? SqlDialect.Quote(name) : $"{SqlDialect.Quote(TableAlias)}.{SqlDialect.Quote(name)}";
}

/// <summary>Boxed once, because conditions are evaluated for every record of a bulk load.</summary>
internal static class Truth
{
    public static readonly object True = true;
    public static readonly object False = false;

    public static object Of(bool value) => value ? True : False;
}
