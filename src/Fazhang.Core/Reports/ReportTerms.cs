namespace Fazhang.Core.Reports;

/// <summary>What a template may speak of; it is checked against this before anybody prints it.</summary>
public sealed record ReportTerms
{
    /// <summary>The name for the reporting government or bureau itself, without what is below it. Every template may use it.</summary>
    public const string Own = "本级";

    /// <summary>Tells what an indicator is; its value is not looked at, so a source without data does.</summary>
    public required FigureSource Describe { get; init; }

    /// <summary>All known keys, to say in a message which would be right.</summary>
    public required IReadOnlyCollection<string> Keys { get; init; }

    /// <summary>Names that may stand behind unit=.</summary>
    public IReadOnlyCollection<string> Units { get; init; } = [Own];

    /// <summary>The codes that may stand behind by= for an indicator; empty for one without categories.</summary>
    public Func<string, IReadOnlyCollection<string>> Codes { get; init; } = _ => [];

    /// <summary>The named numbers.</summary>
    public IReadOnlyDictionary<string, ReportFact> Facts { get; init; } = new Dictionary<string, ReportFact>();
}
