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
        var filled = template.Blocks.Select(block => (Template: block, Block: Compose(block, composer))).ToList();
        var blocks = new List<Block>();
        for (var i = 0; i < filled.Count; i++)
        {
            if (filled[i].Block is not { } block)
                continue;
            // What a level-1 heading announces is required: if it is empty, the audit says so.
            if (block is Heading { Level: > 1 } && !HasBody(filled, i))
                continue;
            if (block is Heading heading)
                blocks.Add(heading with { Inlines = [new TextInline(numbers.Next(heading.Level)), .. heading.Inlines] });
            else if (block is Paragraph paragraph)
                blocks.AddRange(Lines(paragraph.Inlines));
            else
                blocks.Add(block);
        }
        return new ReportDocument { Variables = variables, Blocks = blocks };
    }

    /// <summary>A value of several lines (facts, the rows of a table) is several paragraphs.</summary>
    private static IEnumerable<Paragraph> Lines(IReadOnlyList<Inline> inlines)
    {
        var line = new List<Inline>();
        foreach (var inline in inlines)
        {
            if (inline is not TextInline { Words: var words })
            {
                line.Add(inline);
                continue;
            }
            var parts = words.Split('\n', StringSplitOptions.TrimEntries);
            for (var i = 0; i < parts.Length; i++)
            {
                if (i > 0 && line.Count > 0)
                {
                    yield return new Paragraph([.. line]);
                    line.Clear();
                }
                // What was not broken keeps its blanks: they may be wanted (签字：　　　).
                if (parts.Length == 1 || parts[i].Length > 0)
                    line.Add(parts.Length == 1 ? inline : new TextInline(parts[i]));
            }
        }
        if (line.Count > 0)
            yield return new Paragraph([.. line]);
    }

    /// <summary>Whether anything stands under a heading before the next of its level or above.</summary>
    private static bool HasBody(List<(TemplateBlock Template, Block? Block)> filled, int heading)
    {
        var level = filled[heading].Template.Level;
        return filled
            .Skip(heading + 1)
            .TakeWhile(one => one.Template.Kind != TemplateBlockKind.Heading || one.Template.Level > level)
            .Any(one => one.Block is Paragraph or Table);
    }

    private static Block? Compose(TemplateBlock block, SentenceComposer composer)
    {
        if (block.Kind == TemplateBlockKind.Table)
            return ComposeTable(block, composer);
        var inlines = composer.Compose(block.Inlines, isSentence: block.Kind is TemplateBlockKind.Paragraph);
        if (inlines.Count == 0)
            return null;
        return block.Kind switch
        {
            TemplateBlockKind.Title => new TitleBlock(inlines),
            TemplateBlockKind.Heading => new Heading(block.Level, inlines),
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
