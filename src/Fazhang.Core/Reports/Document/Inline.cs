namespace Fazhang.Core.Reports;

/// <summary>A piece of a line.</summary>
public abstract record Inline
{
    /// <summary>As it is read.</summary>
    public abstract string Text { get; }
}

/// <summary>Words typed in the template.</summary>
public sealed record TextInline(string Words) : Inline
{
    /// <inheritdoc/>
    public override string Text => Words;
}

/// <summary>A figure taken from the books; it keeps its key, so that it leads back to its cases.</summary>
/// <param name="Reference">Which figure the sentence means.</param>
/// <param name="Figure">What the books said when the report was composed.</param>
/// <param name="Format">How it is said.</param>
/// <param name="Printed">What is printed; null when the books have no such value (the report is then not ready).</param>
public sealed record FigureRef(FigureReference Reference, ReportFigure Figure, FigureFormat Format, FigureText? Printed) : Inline
{
    /// <summary>Key of the indicator.</summary>
    public string Key => Reference.Key;

    /// <summary>Name of the indicator.</summary>
    public string Title => Figure.Title;

    /// <summary>Unit of what is said.</summary>
    public string Unit => Printed?.Unit ?? Figure.Unit;

    /// <summary>What stands where a figure is missing. It cannot be read as a number.</summary>
    public const string MissingText = "〔缺数〕";

    /// <inheritdoc/>
    public override string Text => Printed?.Text ?? MissingText;
}

/// <summary>A named number that no account stands behind.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Words">The number with its unit, or alone.</param>
public sealed record FactRef(ReportFact Fact, string Words) : Inline
{
    /// <inheritdoc/>
    public override string Text => Words;
}
