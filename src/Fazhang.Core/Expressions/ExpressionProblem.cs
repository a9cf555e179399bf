namespace Fazhang.Core.Expressions;

/// <summary>Something wrong in an expression.</summary>
/// <param name="Position">Characters (UTF-16) before the place, from 0.</param>
/// <param name="Message">In Chinese: what is wrong and what would be right.</param>
public sealed record ExpressionProblem(int Position, string Message);
