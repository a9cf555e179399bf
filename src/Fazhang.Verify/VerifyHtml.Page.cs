using System.Text;

namespace Fazhang.Verify;

public static partial class VerifyHtml
{
    private const string Style = """
        :root{--ok:#1f7a4d;--bad:#b3261e;--ask:#8a5a00;--line:#d9d9d4;--soft:#f6f5f1}
        *{box-sizing:border-box}
        body{margin:0 auto;max-width:1180px;padding:24px;font:16px/1.75 "Noto Serif CJK SC","Source Han Serif SC",SimSun,serif;color:#1c1c1a;background:#fff}
        h1{font-size:1.35rem;margin:0 0 4px}h2{font-size:1.05rem;margin:24px 0 8px}
        .sum{color:#55534d;margin:0 0 16px;border-bottom:1px solid var(--line);padding-bottom:12px}
        main{display:grid;grid-template-columns:minmax(0,1fr) 340px;gap:32px;align-items:start}
        .text{white-space:pre-wrap;overflow-wrap:anywhere}
        mark{background:none;color:inherit;border-bottom:2px solid #bbb;padding:0 1px}
        mark.ok{border-color:var(--ok);background:#eaf5ee}mark.bad{border-color:var(--bad);background:#fbe4e2;font-weight:700}
        mark[title]{position:relative;cursor:help}
        mark[title]:hover::after,mark[title]:focus::after{content:attr(title);position:absolute;left:0;top:1.6em;z-index:2;width:max-content;max-width:26em;white-space:pre-line;background:#222;color:#fff;font:400 13px/1.6 sans-serif;padding:6px 10px;border-radius:4px}
        mark.ask{border-color:var(--ask);background:#fdf1d8}mark:focus{outline:2px solid #1a5fb4}
        aside{font-size:.9rem;line-height:1.6;position:sticky;top:12px;max-height:calc(100vh - 24px);overflow:auto}
        aside ol{list-style:none;margin:0;padding:0}
        aside li{border-left:4px solid var(--ask);background:var(--soft);margin:0 0 10px;padding:8px 12px}
        aside li.bad{border-color:var(--bad)}aside b{display:block}aside code{color:#6b6963;font-size:.8rem}
        .key span{margin-right:14px}
        @media(max-width:820px){main{display:block}}
        @media print{aside{position:static;max-height:none;overflow:visible}mark[title]::after{display:none}body{max-width:none;padding:0}main{grid-template-columns:minmax(0,1fr) 260px;gap:18px}aside li{break-inside:avoid}}
        """;

    /// <summary>A self-contained page without script: the marked text, findings in the margin; it prints.</summary>
    /// <param name="result">What the checker found.</param>
    /// <param name="title">The heading of the page, usually the file's name.</param>
    public static string Page(CheckResult result, string title)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(title);
        var html = new StringBuilder(result.Text.Length * 3);
        html.Append("<!doctype html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\">")
            .Append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>");
        Encode(html, title);
        html.Append("</title><style>\n").Append(Style).Append("\n</style></head><body>\n<h1>");
        Encode(html, title);
        html.Append("</h1>\n<p class=\"sum\">")
            .Append(Summary(result))
            .Append("<br><span class=\"key\">")
            .Append("<span><mark class=\"ok\">绿</mark> 算式相符</span><span><mark class=\"bad\">红</mark> 差错</span>")
            .Append(
                "<span><mark class=\"ask\">黄</mark> 疑问</span><span><mark class=\"n\">灰</mark> 没有可核算的关系</span></span></p>\n"
            )
            .Append("<main><article class=\"text\">")
            .Append(Marked(result))
            .Append("</article>\n<aside><h2>核验发现</h2>");
        AppendFindings(html, result);
        return html.Append("</aside></main>\n</body></html>\n").ToString();
    }

    private static string Summary(CheckResult result)
    {
        var holds = result.Relations.Count(relation => relation.Verdict == Verdict.Holds);
        var errors = result.Findings.Count(finding => finding.Level == FindingLevel.Error);
        return $"数字{result.Figures.Count}个，核算的关系{result.Relations.Count}条，其中相符{holds}条；差错{errors}处，疑问{result.Findings.Count - errors}处。";
    }

    private static void AppendFindings(StringBuilder html, CheckResult result)
    {
        if (result.Findings.Count == 0)
        {
            html.Append("<p>没有发现差错或疑问。</p>");
            return;
        }
        var byStart = result.Figures.Select((figure, i) => (figure.Start, i)).ToDictionary(pair => pair.Start, pair => pair.i);
        html.Append("<ol>");
        foreach (var finding in result.Findings)
        {
            var isError = finding.Level == FindingLevel.Error;
            html.Append("<li class=\"").Append(isError ? "bad" : "ask").Append("\"><b>").Append(isError ? "差错" : "疑问");
            if (finding.Length > 0 && byStart.TryGetValue(finding.Start, out var figure))
            {
                html.Append(" <a href=\"#f").Append(figure).Append("\">");
                Encode(html, result.Figures[figure].Text + result.Figures[figure].Unit);
                html.Append("</a>");
            }
            html.Append("</b>");
            Encode(html, finding.Message);
            html.Append(" <code>").Append(finding.Code).Append("</code></li>");
        }
        html.Append("</ol>");
    }
}
