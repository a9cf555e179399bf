using System.Diagnostics.CodeAnalysis;

namespace Fazhang.Core.Reports;

/// <summary>
/// A report template, read once and checked: Markdown whose sentences refer to figures. <c>{key}</c> and <c>{key|format}</c>
/// (<see cref="FigureFormat"/>) print a figure, <c>{year}</c> a variable (<see cref="ReportVariables"/>), <c>[[ … ]]</c> is left
/// out when a figure in it is zero or missing. Behind a key may stand unit=, period= and by= (<see cref="FigureReference"/>);
/// <c>{#name}</c> in front of a paragraph names it for the words of a place (<see cref="LocalReport"/>). Blocks: <see cref="TemplateBlockKind"/>; a backslash prints the next character.
/// </summary>
public sealed record ReportTemplate
{
    /// <summary>Its blocks in reading order; the first is the title.</summary>
    public required IReadOnlyList<TemplateBlock> Blocks { get; init; }

    /// <summary>Keys of all figures it refers to, each once, in order of first use.</summary>
    public IReadOnlyList<string> FigureKeys => References.Select(reference => reference.Key).Distinct().ToList();

    /// <summary>All figures it refers to, each once, in order of first use.</summary>
    public IReadOnlyList<FigureReference> References =>
        Blocks
            .SelectMany(block => block.Rows)
            .SelectMany(row => row)
            .SelectMany(cell => Flatten(cell))
            .OfType<TemplateFigure>()
            .Select(figure => figure.Reference)
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

    /// <summary>Names of the variables that stand in a sentence for good: neither in an optional part nor in a table.</summary>
    public IReadOnlyList<string> NeededNames =>
        Blocks
            .Where(block => block.Kind != TemplateBlockKind.Table)
            .SelectMany(block => block.Rows)
            .SelectMany(row => row)
            .SelectMany(cell => cell)
            .OfType<TemplateVariable>()
            .Select(variable => variable.Name)
            .Distinct()
            .ToList();

    /// <summary>Reads a template. Every mistake is found at once.</summary>
    /// <param name="text">The Markdown text.</param>
    /// <param name="describe">Tells what an indicator is; its value is not looked at, so a source without data does.</param>
    /// <param name="keys">All known keys, to say in a message which would be right.</param>
    public static TemplateParse Parse(string text, FigureSource describe, IReadOnlyCollection<string> keys) =>
        Parse(text, new ReportTerms { Describe = describe, Keys = keys });

    /// <summary>Reads a template that may speak of more than figures of the year. Every mistake is found at once.</summary>
    public static TemplateParse Parse(string text, ReportTerms terms) =>
        Parse(text, errors => new TemplateScanner(terms, errors), isWhole: true);

    /// <summary>Reads paragraphs, headings and tables that go into a template: they have no title, and no signature.</summary>
    public static TemplateParse ParsePart(string text, ReportTerms terms) =>
        Parse(text, errors => new TemplateScanner(terms, errors), isWhole: false);

    /// <summary>
    /// Reads the template of a print form: it has variables only, and an optional part is left out when one of its own is empty.
    /// </summary>
    /// <param name="text">The Markdown text.</param>
    /// <param name="names">The names it may use, with what each stands for.</param>
    public static TemplateParse ParseForm(string text, IReadOnlyDictionary<string, string> names) =>
        Parse(
            text,
            errors => new TemplateScanner(new ReportTerms { Describe = _ => null, Keys = [] }, errors, names),
            isWhole: true
        );

    private static TemplateParse Parse(string text, Func<List<TemplateError>, TemplateScanner> scanner, bool isWhole)
    {
        var errors = new List<TemplateError>();
        var blocks = new TemplateBlockReader(scanner(errors), errors).Read(text, isWhole);
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
