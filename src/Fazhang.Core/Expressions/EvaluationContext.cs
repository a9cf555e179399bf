using Fazhang.Core.Deadlines;

namespace Fazhang.Core.Expressions;

/// <summary>What an expression may know beside the record.</summary>
public sealed record EvaluationContext
{
    /// <summary>The business day (Asia/Shanghai).</summary>
    public required DateOnly Today { get; init; }

    /// <summary>The minute of the day that now stands for.</summary>
    public TimeOnly Time { get; init; }

    public required WorkCalendar Calendar { get; init; }
}
