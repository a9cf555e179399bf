namespace Fazhang.Core.Reports;

/// <summary>A part of a report that stands on lines of its own.</summary>
/// <param name="Inlines">Its text and figures in reading order (of a table: cell after cell).</param>
public abstract record Block(IReadOnlyList<Inline> Inlines)
{
    /// <summary>Its text without layout.</summary>
    public string Text => string.Concat(Inlines.Select(inline => inline.Text));
}

/// <summary>The title of the report.</summary>
public sealed record TitleBlock(IReadOnlyList<Inline> Inlines) : Block(Inlines);

/// <summary>A heading with its number written out.</summary>
/// <param name="Level">1 to 4: 一、 （一） 1. （1） (GB/T 9704-2012, 7.3.3).</param>
/// <param name="Inlines">The number, then the words.</param>
public sealed record Heading(int Level, IReadOnlyList<Inline> Inlines) : Block(Inlines);

/// <summary>A paragraph of prose.</summary>
public sealed record Paragraph(IReadOnlyList<Inline> Inlines) : Block(Inlines);

/// <summary>A table; the first row is its head. All rows have the same number of cells.</summary>
public sealed record Table(IReadOnlyList<IReadOnlyList<IReadOnlyList<Inline>>> Rows)
    : Block(Rows.SelectMany(row => row).SelectMany(cell => cell).ToList());

/// <summary>发文机关署名: who signs.</summary>
public sealed record Signature(IReadOnlyList<Inline> Inlines) : Block(Inlines);

/// <summary>成文日期, under the signature.</summary>
public sealed record SigningDate(IReadOnlyList<Inline> Inlines) : Block(Inlines);

/// <summary>附注: a note in brackets under the date.</summary>
public sealed record Note(IReadOnlyList<Inline> Inlines) : Block(Inlines);
