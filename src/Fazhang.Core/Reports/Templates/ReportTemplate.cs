using System.Diagnostics.CodeAnalysis;

namespace Fazhang.Core.Reports;

/// <summary>
/// A report template, read once and checked: Markdown whose sentences refer to figures. <c>{key}</c> and <c>{key|format}</c>
/// (<see cref="FigureFormat"/>) print a figure, <c>{year}</c> a variable (<see cref="ReportVariables"/>), <c>[[ … ]]</c> is left
/// out when a figure in it is zero or missing. Blocks: <see cref="TemplateBlockKind"/>; a backslash prints the next character.
/// </summary>
public sealed record ReportTemplate
{
    /// <summary>Its blocks in reading order; the first is the title.</summary>
    public required IReadOnlyList<TemplateBlock> Blocks { get; init; }

    /// <summary>Keys of all figures it refers to, each once, in order of first use.</summary>
    public IReadOnlyList<string> FigureKeys =>
        Blocks
            .SelectMany(block => block.Rows)
            .SelectMany(row => row)
            .SelectMany(cell => Flatten(cell))
            .OfType<TemplateFigure>()
            .Select(figure => figure.Key)
            .Distinct()
            .ToList();

    /// <summary>Names of all variables it uses, each once.</summary>
    public IReadOnlyList<string> VariableNames =>
        Blocks
            .SelectMany(block => block.Rows)
            .SelectMany(row => row)
            .SelectMany(cell => Flatten(cell))
            .OfType<TemplateVariable>()
            .Select(variable => variable.Name)
            .Distinct()
            .ToList();

    /// <summary>Reads a template. Every mistake is found at once.</summary>
    /// <param name="text">The Markdown text.</param>
    /// <param name="describe">Tells what an indicator is; its value is not looked at, so a source without data does.</param>
    /// <param name="keys">All known keys, to say in a message which would be right.</param>
    public static TemplateParse Parse(string text, FigureSource describe, IReadOnlyCollection<string> keys) =>
        Parse(text, errors => new TemplateScanner(describe, keys, errors));

    /// <summary>
    /// Reads the template of a print form: it has variables only, and an optional part is left out when one of its own is empty.
    /// </summary>
    /// <param name="text">The Markdown text.</param>
    /// <param name="names">The names it may use, with what each stands for.</param>
    public static TemplateParse ParseForm(string text, IReadOnlyDictionary<string, string> names) =>
        Parse(text, errors => new TemplateScanner(_ => null, [], errors, names));

    private static TemplateParse Parse(string text, Func<List<TemplateError>, TemplateScanner> scanner)
    {
        var errors = new List<TemplateError>();
        var blocks = new TemplateBlockReader(scanner(errors), errors).Read(text);
        var ordered = errors.OrderBy(error => error.Line).ThenBy(error => error.Column).ToList();
        return new TemplateParse
        {
            Template = ordered.Count == 0 ? new ReportTemplate { Blocks = blocks } : null,
            Errors = ordered,
        };
    }

    private static IEnumerable<TemplateInline> Flatten(IEnumerable<TemplateInline> parts) =>
        parts.SelectMany(part => part is TemplateOption option ? Flatten(option.Parts) : [part]);
}

/// <summary>A template, or what is wrong with it.</summary>
public sealed record TemplateParse
{
    /// <summary>The template; null when there are errors.</summary>
    public required ReportTemplate? Template { get; init; }

    /// <summary>All mistakes in order of their place.</summary>
    public required IReadOnlyList<TemplateError> Errors { get; init; }

    /// <summary>True when the template can be used.</summary>
    [MemberNotNullWhen(true, nameof(Template))]
    public bool Ok => Template is not null;
}
