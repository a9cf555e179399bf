namespace Fazhang.Verify;

/// <summary>How sure the checker is.</summary>
public enum FindingLevel
{
    /// <summary>差错: cannot be right under any reading.</summary>
    Error,

    /// <summary>疑问: something that a reader should ask.</summary>
    Question,
}

/// <summary>One remark to the reader, with its place in the text.</summary>
public sealed record Finding
{
    /// <summary>How sure the checker is.</summary>
    public required FindingLevel Level { get; init; }

    /// <summary>The stable code, documented in docs/reference/findings.md.</summary>
    public required string Code { get; init; }

    /// <summary>Offset in the source, in UTF-16 code units from 0.</summary>
    public required int Start { get; init; }

    /// <summary>Length of the place in the source; 0 for a remark on the whole text.</summary>
    public required int Length { get; init; }

    /// <summary>The remark in Chinese: the arithmetic, and what would make it right.</summary>
    public required string Message { get; init; }

    /// <summary>Index into <see cref="CheckResult.Relations"/>, or null.</summary>
    public int? Relation { get; init; }
}
