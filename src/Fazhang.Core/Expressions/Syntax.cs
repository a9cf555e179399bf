namespace Fazhang.Core.Expressions;

/// <summary>What was written, before names and types are known.</summary>
internal abstract record Syntax(int Position);

internal sealed record NameSyntax(int Position, string Name) : Syntax(Position);

internal sealed record IntegerSyntax(int Position, long Value) : Syntax(Position);

internal sealed record DecimalSyntax(int Position, long Mantissa, int Scale) : Syntax(Position);

/// <summary>A period to be added to a date: 5 years.</summary>
internal sealed record PeriodSyntax(int Position, Deadlines.Budget Value) : Syntax(Position);

internal sealed record TextSyntax(int Position, string Value) : Syntax(Position);

internal sealed record DateSyntax(int Position, DateOnly Value) : Syntax(Position);

internal sealed record BooleanSyntax(int Position, bool Value) : Syntax(Position);

internal sealed record CallSyntax(int Position, string Function, IReadOnlyList<Syntax> Arguments) : Syntax(Position);

internal sealed record NotSyntax(int Position, Syntax Operand) : Syntax(Position);

internal sealed record NegateSyntax(int Position, Syntax Operand) : Syntax(Position);

internal sealed record LogicSyntax(int Position, bool IsAnd, Syntax Left, Syntax Right) : Syntax(Position);

internal sealed record CompareSyntax(int Position, CompareOperator Operator, Syntax Left, Syntax Right) : Syntax(Position);

internal sealed record ArithmeticSyntax(int Position, char Operator, Syntax Left, Syntax Right) : Syntax(Position);

internal sealed record InSyntax(int Position, Syntax Operand, IReadOnlyList<Syntax> Items) : Syntax(Position);

internal sealed record WithinSyntax(int Position, Syntax Operand, IReadOnlyList<Syntax> Items) : Syntax(Position);

internal sealed record EmptySyntax(int Position, Syntax Operand) : Syntax(Position);
