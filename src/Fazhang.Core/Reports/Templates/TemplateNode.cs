namespace Fazhang.Core.Reports;

/// <summary>A piece of a template's line.</summary>
public abstract record TemplateInline;

/// <summary>Words.</summary>
public sealed record TemplateText(string Words) : TemplateInline;

/// <summary><c>{year}</c>: a name of <see cref="ReportVariables.Names"/>.</summary>
public sealed record TemplateVariable(string Name) : TemplateInline;

/// <summary><c>{key|format}</c>: a figure.</summary>
public sealed record TemplateFigure(FigureReference Reference, FigureFormat Format) : TemplateInline;

/// <summary><c>{fact.name}</c>: a named number.</summary>
public sealed record TemplateFact(ReportFact Fact, bool WithUnit) : TemplateInline;

/// <summary><c>[[ … ]]</c>: disappears when a figure in it is zero or missing.</summary>
public sealed record TemplateOption(IReadOnlyList<TemplateInline> Parts) : TemplateInline;

/// <summary>What a block of the template becomes.</summary>
public enum TemplateBlockKind
{
    /// <summary><c># …</c></summary>
    Title,

    /// <summary><c>## …</c> to <c>##### …</c>, levels 1 to 4.</summary>
    Heading,

    /// <summary>Plain lines.</summary>
    Paragraph,

    /// <summary>Lines between bars, <c>| a | b |</c>; one block a table.</summary>
    Table,

    /// <summary>First line under <c>---</c>.</summary>
    Signature,

    /// <summary>Second line under <c>---</c>.</summary>
    Date,

    /// <summary><c>&gt; …</c></summary>
    Note,
}

/// <summary>A block of a template.</summary>
/// <param name="Kind">What it becomes.</param>
/// <param name="Level">Of a heading 1 to 4, otherwise 0.</param>
/// <param name="Rows">Of a table its rows and cells; of everything else one row with one cell.</param>
public sealed record TemplateBlock(
    TemplateBlockKind Kind,
    int Level,
    IReadOnlyList<IReadOnlyList<IReadOnlyList<TemplateInline>>> Rows
)
{
    /// <summary><c>{#name}</c> in front of a paragraph: the place's own words go behind it or stand instead of it. Null for others.</summary>
    public string? Name { get; init; }

    /// <summary>The line of a block that is not a table.</summary>
    public IReadOnlyList<TemplateInline> Inlines => Rows[0][0];
}

/// <summary>A mistake in a template.</summary>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column in characters, from 1.</param>
/// <param name="Message">Chinese: what is wrong and what would be right.</param>
public sealed record TemplateError(int Line, int Column, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"第{Line}行第{Column}列:{Message}";
}
