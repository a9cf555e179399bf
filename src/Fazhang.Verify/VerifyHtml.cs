using System.Text;

namespace Fazhang.Verify;

/// <summary>Shows a result to readers: the text itself with its figures marked, findings in the margin.</summary>
public static partial class VerifyHtml
{
    private const int LongestTitle = 300;

    /// <summary>Longer than any list in prose or table a reader would add up by hand.</summary>
    private const int MostMembers = 60;

    /// <summary>
    /// The text as an HTML fragment. Every figure is a mark: class ok (recomputed and right), bad (error), ask (question)
    /// or n (no relation found); its title tells the arithmetic. Everything else is encoded, Chinese is kept as it is,
    /// line breaks stay line breaks (show it with white-space: pre-wrap).
    /// </summary>
    /// <param name="result">What the checker found.</param>
    /// <param name="prefix">Begins the id of each mark (f0, f1 …), so that several texts can stand on one page.</param>
    public static string Marked(CheckResult result, string prefix = "f")
    {
        ArgumentNullException.ThrowIfNull(result);
        var html = new StringBuilder(result.Text.Length * 2);
        var notes = Notes(result);
        var at = 0;
        for (var i = 0; i < result.Figures.Count; i++)
        {
            var figure = result.Figures[i];
            Encode(html, result.Text.AsSpan(at, figure.Start - at));
            var (mark, title) = notes[i];
            html.Append("<mark class=\"").Append(mark).Append("\" id=\"").Append(prefix).Append(i).Append('"');
            if (title.Length > 0)
            {
                html.Append(" tabindex=\"0\" title=\"");
                Encode(html, title);
                html.Append('"');
            }
            html.Append('>');
            Encode(html, figure.Text);
            html.Append("</mark>");
            at = figure.End;
        }
        Encode(html, result.Text.AsSpan(at));
        return html.ToString();
    }

    /// <summary>For each figure the class of its mark and the arithmetic it takes part in.</summary>
    private static List<(string Mark, string Title)> Notes(CheckResult result)
    {
        var worst = new Verdict?[result.Figures.Count];
        var titles = new List<string>[result.Figures.Count];
        foreach (var relation in result.Relations)
        {
            var arithmetic =
                relation.Members.Count > MostMembers ? $"{relation.Members.Count}个数字的一组，算式从略" : relation.Explanation;
            foreach (var member in relation.Members)
            {
                worst[member] = Worse(worst[member], relation.Verdict);
                (titles[member] ??= []).Add(arithmetic);
            }
        }
        var byStart = result.Figures.Select((figure, i) => (figure.Start, i)).ToDictionary(pair => pair.Start, pair => pair.i);
        foreach (var finding in result.Findings)
        {
            if (finding.Relation is null && finding.Length > 0 && byStart.TryGetValue(finding.Start, out var member))
            {
                worst[member] = Worse(worst[member], finding.Level == FindingLevel.Error ? Verdict.Error : Verdict.Question);
                (titles[member] ??= []).Add(finding.Message);
            }
        }
        return
        [
            .. result.Figures.Select(
                (_, i) => (ClassOf(worst[i]), titles[i] is null ? "" : string.Join('\n', titles[i].Take(6).Select(Short)))
            ),
        ];
    }

    /// <summary>
    /// A list of a thousand terms says nothing in a tooltip; and since each of its thousand marks would repeat it, the page
    /// would grow with the square of the text. So long titles are cut, and those of long lists left out.
    /// </summary>
    private static string Short(string title) => title.Length <= LongestTitle ? title : title[..LongestTitle] + "…";

    private static Verdict Worse(Verdict? known, Verdict found) =>
        known is Verdict.Error || found is Verdict.Error ? Verdict.Error
        : known is Verdict.Question || found is Verdict.Question ? Verdict.Question
        : Verdict.Holds;

    private static string ClassOf(Verdict? verdict) =>
        verdict switch
        {
            Verdict.Error => "bad",
            Verdict.Question => "ask",
            Verdict.Holds => "ok",
            _ => "n",
        };

    /// <summary>Encodes the five signs of HTML and drops control characters that HTML cannot hold; all else stays.</summary>
    private static void Encode(StringBuilder html, ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            _ = c switch
            {
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                '&' => html.Append("&amp;"),
                '"' => html.Append("&quot;"),
                '\'' => html.Append("&#39;"),
                < ' ' and not ('\n' or '\r' or '\t') => html.Append('\uFFFD'),
                _ => html.Append(c),
            };
        }
    }
}
