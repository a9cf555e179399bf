namespace Fazhang.Core.Reports;

/// <summary>Fills one line of a template.</summary>
/// <param name="variables">The text of a variable.</param>
/// <param name="figures">The figures.</param>
/// <param name="isForm">True for a print form, whose variables may be empty and then take their optional part with them.</param>
internal sealed class SentenceComposer(Func<string, string> variables, FigureSource figures, bool isForm = false)
{
    /// <summary>The pieces of the line; empty when all of it has disappeared.</summary>
    public IReadOnlyList<Inline> Compose(IReadOnlyList<TemplateInline> parts, bool isSentence)
    {
        var seams = new Seams(isSentence);
        Fill(parts, seams);
        return seams.Finish();
    }

    private void Fill(IReadOnlyList<TemplateInline> parts, Seams seams)
    {
        foreach (var part in parts)
        {
            if (part is TemplateOption option)
            {
                if (Stays(option))
                    Fill(option.Parts, seams);
                else
                    seams.Cut();
            }
            else
            {
                seams.Add(Piece(part));
            }
        }
    }

    private Inline Piece(TemplateInline part) =>
        part switch
        {
            TemplateText text => new TextInline(text.Words),
            TemplateVariable variable => new TextInline(variables(variable.Name)),
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
