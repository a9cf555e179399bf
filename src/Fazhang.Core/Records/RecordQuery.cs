using Fazhang.Core.Definitions;

namespace Fazhang.Core.Records;

/// <summary>What a list shows: filters, order, and where the page begins. Everything is optional.</summary>
public sealed record RecordQuery
{
    /// <summary>Only records in these states.</summary>
    public IReadOnlyList<string> States { get; init; } = [];

    /// <summary>Only records of this unit and the units below it.</summary>
    public long? UnitId { get; init; }

    /// <summary>Text looked for in the number and in the fields marked searchable.</summary>
    public string? Text { get; init; }

    /// <summary>
    /// Codes by choice field (with the codes below them); for yes/no, unit, user and record fields what their input holds.
    /// A field that cannot be filtered so, and a value that cannot be read, finds nothing.
    /// </summary>
    public IReadOnlyDictionary<string, string> Choices { get; init; } = new Dictionary<string, string>();

    /// <summary>First and last day by date field; either may be open.</summary>
    public IReadOnlyDictionary<string, (DateOnly? From, DateOnly? To)> Dates { get; init; } =
        new Dictionary<string, (DateOnly?, DateOnly?)>();

    /// <summary>Smallest and largest stored value by numeric field; either may be open.</summary>
    public IReadOnlyDictionary<string, (long? From, long? To)> Numbers { get; init; } = new Dictionary<string, (long?, long?)>();

    /// <summary>Only records with a running deadline.</summary>
    public bool WithDeadline { get; init; }

    /// <summary>The records behind a figure (see Figures.DrillDown).</summary>
    public Figures.FigureCell? Behind { get; init; }

    /// <summary>Sort key: id (order of entry), due (soonest deadline), or an indexed date field.</summary>
    public string Sort { get; init; } = "id";

    public bool Descending { get; init; } = true;

    /// <summary>Where the page begins: the cursor of the page before.</summary>
    public string? After { get; init; }

    public int Take { get; init; } = 20;
}

/// <summary>A page of a list. <see cref="Next"/> is the cursor of the next page, null on the last.</summary>
public sealed record RecordPage(IReadOnlyList<Record> Records, string? Next);
