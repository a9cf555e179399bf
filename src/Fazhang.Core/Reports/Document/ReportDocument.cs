namespace Fazhang.Core.Reports;

/// <summary>A composed report: blocks in reading order, the first of them the title.</summary>
public sealed record ReportDocument
{
    /// <summary>The year, place, signing office and date it was composed for.</summary>
    public required ReportVariables Variables { get; init; }

    /// <summary>Title, headings, paragraphs, tables, signature, notes. A block is named by its index here.</summary>
    public required IReadOnlyList<Block> Blocks { get; init; }

    /// <summary>The title in one line.</summary>
    public string Title => Blocks.OfType<TitleBlock>().FirstOrDefault()?.Text ?? "";

    /// <summary>Every named fact printed in the report, in reading order.</summary>
    public IEnumerable<FactRef> Facts => Blocks.SelectMany(block => block.Inlines).OfType<FactRef>();

    /// <summary>Every figure printed in the report, in reading order.</summary>
    public IEnumerable<FigureRef> Figures => Blocks.SelectMany(block => block.Inlines).OfType<FigureRef>();
}
