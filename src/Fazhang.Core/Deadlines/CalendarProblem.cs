namespace Fazhang.Core.Deadlines;

/// <summary>Something wrong in a calendar file: which file, which line (from 1; 0 = the whole file), what is wrong and what would be right.</summary>
public sealed record CalendarProblem(string File, int Line, string Message)
{
    public override string ToString() => Line > 0 ? $"{File}:{Line} {Message}" : $"{File} {Message}";
}

/// <summary>The calendar files cannot be used; <see cref="Problems"/> lists everything found, not only the first.</summary>
public sealed class CalendarException(IReadOnlyList<CalendarProblem> problems)
    : Exception("节假日文件有误：\n" + string.Join('\n', problems))
{
    public IReadOnlyList<CalendarProblem> Problems { get; } = problems;
}
