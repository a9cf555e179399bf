namespace Fazhang.Core.Definitions;

/// <summary>Definitions are wrong; the message lists every problem with file and line.</summary>
public sealed class DefinitionException(IReadOnlyList<DefinitionProblem> problems)
    : Exception($"定义有 {problems.Count} 处错误：\n" + string.Join('\n', problems))
{
    public IReadOnlyList<DefinitionProblem> Problems { get; } = problems;
}
