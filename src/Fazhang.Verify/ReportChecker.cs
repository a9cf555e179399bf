using Fazhang.Verify.Figures;
using Fazhang.Verify.Findings;
using Fazhang.Verify.Reading;
using Fazhang.Verify.Relations;

namespace Fazhang.Verify;

/// <summary>Reads the text of a Chinese government report, lists its figures and recomputes its arithmetic.</summary>
public static class ReportChecker
{
    /// <summary>Checks one text. Any string is accepted; the result is empty when it holds no figures.</summary>
    /// <param name="text">The text as read; offsets in the result count its UTF-16 code units.</param>
    /// <param name="options">What the caller knows about the text; null for the defaults.</param>
    public static CheckResult Check(string text, CheckOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var layout = new Layout(new FoldedText(text));
        var figures = FigureReader.Read(layout);
        var context = new Context(layout, figures, options ?? new CheckOptions());
        var ledger = new Ledger(context);
        Finders.Run(context, ledger);
        var isAnnual = context.Options.AnnualReport ?? AnnualReport.Is(layout.Text);
        new Remarks(context, ledger).Add(isAnnual);
        new Magnitudes(context, ledger).Add();
        if (isAnnual)
        {
            new AnnualReport(context, ledger).Check();
        }
        return new CheckResult
        {
            Text = text,
            Figures = figures,
            Relations = ledger.Relations,
            Findings = ledger.Findings,
        };
    }
}
