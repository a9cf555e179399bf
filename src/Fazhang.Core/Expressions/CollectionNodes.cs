using System.Text.Json;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Expressions;

/// <summary>has(choices, code): whether one of the codes is among those chosen; false when nothing is chosen, never unknown.</summary>
internal sealed class HasNode(ExpressionField field, IReadOnlyList<string> codes) : Node(ExpressionType.Boolean)
{
    public override object? Evaluate(object?[] row, EvaluationContext context) =>
        Truth.Of(row[field.Slot] is string chosen && chosen.Split(',').Any(codes.Contains));

    // Between commas a code is found whole; replace means the same in every product, whatever characters the code has.
    public override string ToSql(SqlTarget target)
    {
        var listed = $"(',' || COALESCE({target.Column(field.Column)}, '') || ',')";
        var each = codes.Select(code => $"REPLACE({listed}, {SqlDialect.Literal($",{code},")}, '') <> {listed}");
        return $"({string.Join(" OR ", each)})";
    }
}

/// <summary>count(rows): how many rows or files; 0 when there are none, never unknown.</summary>
internal sealed class CountNode(ExpressionField field) : Node(ExpressionType.Integer)
{
    public override object? Evaluate(object?[] row, EvaluationContext context)
    {
        if (row[field.Slot] is not string text)
            return 0L;
        using var document = JsonDocument.Parse(text);
        return (long)document.RootElement.GetArrayLength();
    }

    public override string ToSql(SqlTarget target) => $"COALESCE({target.Dialect.ArrayLength(target.Column(field.Column))}, 0)";
}

/// <summary>
/// sum(rows.column): the column's values added up as stored integers, then scaled; empty cells count nothing and without
/// rows it is 0, never unknown.
/// </summary>
internal sealed class SumNode(ExpressionField field, ExpressionField column) : Node(ExpressionType.Number)
{
    private readonly double _unit = NumberLiteralNode.PowerOfTen(column.Scale);

    public override Magnitude Magnitude { get; } = Magnitude.Scaled(column.Scale);

    public override object? Evaluate(object?[] row, EvaluationContext context)
    {
        long sum = 0;
        if (row[field.Slot] is string text)
        {
            using var document = JsonDocument.Parse(text);
            foreach (var item in document.RootElement.EnumerateArray())
                if (item.TryGetProperty(column.Column, out var cell) && cell.ValueKind == JsonValueKind.Number)
                    sum += cell.GetInt64();
        }
        return sum / _unit;
    }

    public override string ToSql(SqlTarget target)
    {
        var sum = $"COALESCE({target.Dialect.ArraySum(target.Column(field.Column), column.Column)}, 0)";
        return $"({target.Dialect.Real(sum)} / {NumberLiteralNode.PowerOfTenSql(target, column.Scale)})";
    }
}
