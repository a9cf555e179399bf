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
/// <param name="Key">Key of the indicator.</param>
/// <param name="Title">Name of the indicator.</param>
/// <param name="Format">How it is said.</param>
/// <param name="Unit">Unit of what is said.</param>
/// <param name="Printed">What is printed; null when the books have no such value (the report is then not ready).</param>
public sealed record FigureRef(string Key, string Title, FigureFormat Format, string Unit, FigureText? Printed) : Inline
{
    /// <summary>What stands where a figure is missing. It cannot be read as a number.</summary>
    public const string MissingText = "〔缺数〕";

    /// <inheritdoc/>
    public override string Text => Printed?.Text ?? MissingText;
}
