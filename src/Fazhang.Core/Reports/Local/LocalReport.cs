using Fazhang.Core.Definitions;

namespace Fazhang.Core.Reports;

/// <summary>What a place puts in place of a paragraph of the common template, or behind it.</summary>
/// <param name="Paragraph">Name of the paragraph.</param>
/// <param name="Instead">Blocks that stand instead of it; null to keep it.</param>
/// <param name="After">Blocks behind it.</param>
/// <param name="Mark">Where it is written.</param>
public sealed record LocalPart(
    string Paragraph,
    IReadOnlyList<TemplateBlock>? Instead,
    IReadOnlyList<TemplateBlock> After,
    Mark Mark
);

/// <summary>
/// A place's own part of the annual report of a year (本地报告): names for units, named numbers that no account stands behind, and
/// its own words. The common wording stays in the template.
/// </summary>
public sealed record LocalReport
{
    /// <summary>The year it is for.</summary>
    public required int Year { get; init; }

    /// <summary>Codes of units by the names that sentences use.</summary>
    public required IReadOnlyDictionary<string, (string Code, Mark Mark)> Units { get; init; }

    /// <summary>The named numbers, by name.</summary>
    public required IReadOnlyDictionary<string, ReportFact> Facts { get; init; }

    /// <summary>Its own words.</summary>
    public required IReadOnlyList<LocalPart> Parts { get; init; }

    /// <summary>附注 under the date; null for none.</summary>
    public TemplateBlock? Note { get; init; }

    /// <summary>The template with the place's words in it.</summary>
    public ReportTemplate Into(ReportTemplate template)
    {
        ArgumentNullException.ThrowIfNull(template);
        var blocks = template.Blocks.SelectMany(Own).ToList();
        return new ReportTemplate { Blocks = Note is null ? blocks : [.. blocks, Note] };

        IEnumerable<TemplateBlock> Own(TemplateBlock block) =>
            block.Name is { } name && Parts.FirstOrDefault(part => part.Paragraph == name) is { } part
                ? [.. part.Instead ?? [block], .. part.After]
                : [block];
    }
}
