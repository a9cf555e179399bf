namespace Fazhang.Verify;

/// <summary>What the caller knows about the text.</summary>
public sealed record CheckOptions
{
    /// <summary>Whether the text is an annual report on rule-of-law government; null lets the checker decide by its title and sections.</summary>
    public bool? AnnualReport { get; init; }

    /// <summary>The same unit's report of the year before, to compare 同比 with; null when there is none.</summary>
    public string? PreviousText { get; init; }
}
