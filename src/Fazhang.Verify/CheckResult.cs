namespace Fazhang.Verify;

/// <summary>What the checker found in one text.</summary>
public sealed record CheckResult
{
    /// <summary>The text as it was given; all offsets count its UTF-16 code units from 0.</summary>
    public required string Text { get; init; }

    /// <summary>Every statistical figure in the order of the text.</summary>
    public required IReadOnlyList<Figure> Figures { get; init; }

    /// <summary>Every relation between figures that was found and recomputed.</summary>
    public required IReadOnlyList<Relation> Relations { get; init; }

    /// <summary>What a reader should know: errors first by position, then questions.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }
}
