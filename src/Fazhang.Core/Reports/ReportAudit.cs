using Fazhang.Verify;

namespace Fazhang.Core.Reports;

/// <summary>A finding of the checker with its place in the report.</summary>
/// <param name="Finding">What was found.</param>
/// <param name="Places">The pieces of the report it touches; empty for a finding about the whole.</param>
public sealed record LocatedFinding(Finding Finding, IReadOnlyList<InlineSpan> Places)
{
    /// <summary>The block to point at; null for a finding about the whole report.</summary>
    public int? Block => Places.Count == 0 ? null : Places[0].Block;
}

/// <summary>A figure that is printed otherwise than the books say now, or that the books do not have.</summary>
/// <param name="Place">Where it is printed.</param>
/// <param name="Figure">The figure as printed.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record FigureDifference(InlineSpan Place, FigureRef Figure, string Message);

/// <summary>A number that somebody typed: no account stands behind it (叙述性数字).</summary>
/// <param name="Figure">The number as the checker read it.</param>
/// <param name="Place">Where it stands.</param>
public sealed record NarrativeNumber(Figure Figure, InlineSpan Place);

/// <summary>The audit of a report before it is shown as ready.</summary>
public sealed record ReportAudit
{
    /// <summary>The text that was checked, with the place of every piece.</summary>
    public required ReportText Text { get; init; }

    /// <summary>All that the checker said: figures, relations, findings.</summary>
    public required CheckResult Check { get; init; }

    /// <summary>Its findings, each at its block.</summary>
    public required IReadOnlyList<LocatedFinding> Findings { get; init; }

    /// <summary>Parts that the rules require and that are missing.</summary>
    public required IReadOnlyList<MissingSection> Missing { get; init; }

    /// <summary>Figures that are not what the books say.</summary>
    public required IReadOnlyList<FigureDifference> Differences { get; init; }

    /// <summary>Numbers typed by hand that are not even a named fact; allowed, but listed.</summary>
    public required IReadOnlyList<NarrativeNumber> Narrative { get; init; }

    /// <summary>Named numbers that no account stands behind, with their place.</summary>
    public required IReadOnlyList<InlineSpan> Facts { get; init; }

    /// <summary>How many figures of the report come from the books.</summary>
    public required int FromBooks { get; init; }

    /// <summary>True when there is no error, no missing part and no difference. Questions and typed numbers do not stand in the way.</summary>
    public bool IsReady =>
        Missing.Count == 0 && Differences.Count == 0 && Findings.All(located => located.Finding.Level != FindingLevel.Error);

    /// <summary>Audits a report.</summary>
    /// <param name="document">The report.</param>
    /// <param name="figures">The books as they stand now.</param>
    /// <param name="check">The checker, as everybody uses it: text in, findings out.</param>
    public static ReportAudit Run(ReportDocument document, FigureSource figures, Func<string, CheckResult> check)
    {
        var text = ReportText.Of(document);
        var result = check(text.Text);
        return new ReportAudit
        {
            Text = text,
            Check = result,
            Findings = result.Findings.Select(finding => new LocatedFinding(finding, Places(text, finding))).ToList(),
            Missing = RequiredSections.Check(document),
            Differences = text.Spans.Select(span => Difference(span, figures)).OfType<FigureDifference>().ToList(),
            Narrative = result.Figures.Select(figure => Typed(figure, text)).OfType<NarrativeNumber>().ToList(),
            Facts = [.. text.Spans.Where(span => span.Inline is FactRef)],
            FromBooks = document.Figures.Count(),
        };
    }

    private static readonly System.Buffers.SearchValues<char> Numerals = System.Buffers.SearchValues.Create(
        "0123456789０１２３４５６７８９〇零一二两三四五六七八九十百千"
    );

    private static IReadOnlyList<InlineSpan> Places(ReportText text, Finding finding) =>
        finding.Length == 0 ? [] : text.Locate(finding.Start, finding.Length);

    private static FigureDifference? Difference(InlineSpan span, FigureSource figures) =>
        span.Inline is FigureRef printed && BooksCheck.Run(printed, figures) is { } message
            ? new FigureDifference(span, printed, message)
            : null;

    /// <summary>Whether the part of the number that stands in a piece has a digit, and not only its unit.</summary>
    private static bool HasNumeral(string text, Figure figure, InlineSpan place)
    {
        var (from, to) = (Math.Max(figure.Start, place.Start), Math.Min(figure.Start + figure.Length, place.End));
        return from < to && text.AsSpan(from, to - from).IndexOfAny(Numerals) >= 0;
    }

    private static NarrativeNumber? Typed(Figure figure, ReportText text)
    {
        var typed = text.Locate(figure.Start, figure.Length)
            .FirstOrDefault(place => place.Inline is TextInline && HasNumeral(text.Text, figure, place));
        return typed is null ? null : new NarrativeNumber(figure, typed);
    }
}
