namespace Fazhang.Core.Figures;

/// <summary>A period closed for a unit and all below it (关账): from then on its figures are published ones.</summary>
public sealed record Closing
{
    public required long Id { get; init; }

    public required long UnitId { get; init; }

    public required Period Period { get; init; }

    /// <summary>The instant, ISO 8601 in business time.</summary>
    public required string At { get; init; }

    public required string Actor { get; init; }

    public string? Reason { get; init; }

    /// <summary>Who opened it again, when and why; null while it is in force.</summary>
    public ClosingNote? Reopened { get; init; }
}

/// <summary>Who did something to a closing, when and why.</summary>
public sealed record ClosingNote(string At, string Actor, string? Reason);

/// <summary>A correction (更正): it replaced published figures by what the records say now. Numbered from 1 in each closing.</summary>
/// <param name="Indicator">Key of the indicator corrected; <see cref="Closings.Everything"/> for all that differed.</param>
public sealed record Correction(long Number, string Indicator, string At, string Actor, string Reason);

/// <summary>
/// A figure as it was published. Several with the same indicator, version, code, unit and period stand in order: the last one
/// is in force, the ones before it were corrected.
/// </summary>
public sealed record PublishedFigure
{
    public required long ClosingId { get; init; }

    /// <summary>Order within the closing.</summary>
    public required long Number { get; init; }

    /// <summary>Key of the indicator.</summary>
    public required string Indicator { get; init; }

    /// <summary>The 口径 it was counted by.</summary>
    public required int Version { get; init; }

    /// <summary>See <see cref="FigureCell.Code"/>.</summary>
    public string? Code { get; init; }

    public required long UnitId { get; init; }

    public required Period Period { get; init; }

    public required FigureValue Value { get; init; }

    /// <summary>Who published it, when; for a corrected one also why.</summary>
    public required ClosingNote By { get; init; }

    /// <summary>0 for what was published at the closing, else the number of the correction.</summary>
    public required long Correction { get; init; }

    /// <summary>What it replaced, oldest first; empty when it was never corrected.</summary>
    public IReadOnlyList<PublishedFigure> Before { get; init; } = [];
}

/// <summary>A published figure that the records no longer make: a correction is due, or an explanation.</summary>
public sealed record PublishedDifference(PublishedFigure Published, FigureValue Now);

/// <summary>How an act on a closing ended.</summary>
public abstract record ClosingResult
{
    /// <summary>Done; Id is the closing's (or the new row's) number, Figures how many were written.</summary>
    public sealed record Done(long Id, int Figures) : ClosingResult;

    /// <summary>The actor has no right to it; the text says whom to ask.</summary>
    public sealed record Refused(string Message) : ClosingResult;

    /// <summary>It cannot be done like this; the text says what is wrong and what to do. Nothing was written.</summary>
    public sealed record Invalid(string Message) : ClosingResult;
}
