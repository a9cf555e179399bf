namespace Fazhang.Core.Reports;

/// <summary>Fills one line of a template.</summary>
/// <param name="variables">The text of a variable.</param>
/// <param name="figures">The figures.</param>
/// <param name="isForm">True for a print form, whose variables may be empty and then take their optional part with them.</param>
internal sealed class SentenceComposer(Func<string, string> variables, FigureSource figures, bool isForm = false)
{
    /// <summary>Marks before which nothing ends a sentence of its own.</summary>
    private const string Punctuation = "。，、；：）";

    /// <summary>The pieces of the line; empty when all of it has disappeared.</summary>
    public IReadOnlyList<Inline> Compose(IReadOnlyList<TemplateInline> parts, bool isSentence)
    {
        var seams = new Seams(isSentence);
        Fill(parts, seams);
        return seams.Finish();
    }

    private void Fill(IReadOnlyList<TemplateInline> parts, Seams seams)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i] is TemplateOption option)
            {
                if (Stays(option))
                    Fill(option.Parts, seams);
                else
                    seams.Cut();
            }
            else
            {
                seams.Add(
                    parts[i] is TemplateVariable variable ? Value(variable, parts.ElementAtOrDefault(i + 1)) : Piece(parts[i])
                );
            }
        }
    }

    // What a clerk wrote as a sentence stands inside one here: 事实已查清。 before the template's own full stop.
    private TextInline Value(TemplateVariable variable, TemplateInline? next)
    {
        var text = variables(variable.Name);
        return new TextInline(
            isForm && next is TemplateText { Words: [var mark, ..] } && Punctuation.Contains(mark)
                ? text.TrimEnd('。', '；')
                : text
        );
    }

    private Inline Piece(TemplateInline part) =>
        part switch
        {
            TemplateText text => new TextInline(text.Words),
            TemplateFigure figure => Reference(figure),
            TemplateFact fact => new FactRef(fact.Fact, fact.Fact.Value + (fact.WithUnit ? fact.Fact.Unit : "")),
            _ => throw new InvalidOperationException($"Unexpected template part {part.GetType().Name}."),
        };

    private FigureRef Reference(TemplateFigure reference)
    {
        var figure = Find(reference.Reference);
        return new FigureRef(reference.Reference, figure, reference.Format, FigureText.Of(figure, reference.Format));
    }

    /// <summary>
    /// An optional part stays when none of its own figures is zero or missing; one that only holds further optional parts
    /// stays when one of them does. A named fact is always there.
    /// </summary>
    private bool Stays(TemplateOption option)
    {
        if (isForm && option.Parts.OfType<TemplateVariable>().ToList() is { Count: > 0 } filled)
            return filled.All(variable => variables(variable.Name).Length > 0);
        var own = option.Parts.OfType<TemplateFigure>().ToList();
        return own.Count > 0 ? own.All(HasSomethingToSay) : option.Parts.OfType<TemplateOption>().Any(Stays);
    }

    private bool HasSomethingToSay(TemplateFigure reference)
    {
        var text = FigureText.Of(Find(reference.Reference), reference.Format);
        // 与上年持平 is a change of zero, and worth saying.
        return text is not null && (text.Value != 0 || reference.Format.Style is FigureStyle.Growth or FigureStyle.Change);
    }

    private ReportFigure Find(FigureReference reference) =>
        figures(reference)
        ?? throw new InvalidOperationException($"The template was checked against other indicators: {reference} is unknown.");
}
