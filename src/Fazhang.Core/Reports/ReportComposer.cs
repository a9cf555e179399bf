namespace Fazhang.Core.Reports;

/// <summary>Draws up a report: a template filled with the figures of the books.</summary>
public static class ReportComposer
{
    /// <summary>Composes the document. A figure without a value outside an optional part becomes <see cref="FigureRef.MissingText"/>.</summary>
    public static ReportDocument Compose(ReportTemplate template, ReportVariables variables, FigureSource figures) =>
        Compose(template, variables, new SentenceComposer(variables.Text, figures));

    /// <summary>Fills a print form.</summary>
    /// <param name="template">The form's template.</param>
    /// <param name="variables">Who signs, and when.</param>
    /// <param name="values">The text of each name the template may use; empty when there is nothing to say.</param>
    public static ReportDocument ComposeForm(ReportTemplate template, ReportVariables variables, Func<string, string> values) =>
        Compose(template, variables, new SentenceComposer(values, _ => null, isForm: true));

    private static ReportDocument Compose(ReportTemplate template, ReportVariables variables, SentenceComposer composer)
    {
        var numbers = new HeadingNumber();
        var blocks = template.Blocks.Select(block => Compose(block, composer, numbers)).OfType<Block>().ToList();
        return new ReportDocument { Variables = variables, Blocks = blocks };
    }

    private static Block? Compose(TemplateBlock block, SentenceComposer composer, HeadingNumber numbers)
    {
        if (block.Kind == TemplateBlockKind.Table)
            return ComposeTable(block, composer);
        var inlines = composer.Compose(block.Inlines, isSentence: block.Kind is TemplateBlockKind.Paragraph);
        if (inlines.Count == 0)
            return null;
        return block.Kind switch
        {
            TemplateBlockKind.Title => new TitleBlock(inlines),
            TemplateBlockKind.Heading => new Heading(block.Level, [new TextInline(numbers.Next(block.Level)), .. inlines]),
            TemplateBlockKind.Signature => new Signature(inlines),
            TemplateBlockKind.Date => new SigningDate(inlines),
            // GB/T 9704-2012, 7.3.6: 附注加圆括号.
            TemplateBlockKind.Note => new Note([new TextInline("（"), .. inlines, new TextInline("）")]),
            _ => new Paragraph(inlines),
        };
    }

    /// <summary>Rows whose cells behind the first have all disappeared are left out; a table without rows is, too.</summary>
    private static Table? ComposeTable(TemplateBlock block, SentenceComposer composer)
    {
        var rows = block
            .Rows.Select(row => row.Select(cell => composer.Compose(cell, isSentence: false)).ToList())
            .Where((row, index) => index == 0 || row.Skip(1).Any(cell => cell.Count > 0))
            .ToList();
        return rows.Count > 1 ? new Table(rows) : null;
    }
}
