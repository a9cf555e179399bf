using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Fazhang.Verify.Sources.Html;

/// <summary>Reads the report in a web page: one line a block, tables as rows with tabs, without what surrounds the article.</summary>
internal static class HtmlSource
{
    public static ReportText Read(string html, string name)
    {
        var scan = new HtmlScan(html, name);
        using var document = new HtmlParser().ParseDocument(html);
        var writer = new HtmlWriter();
        var shape = document.Body is { } body ? new PageShape(body) : null;
        var walk = new PageWalk(scan, writer, shape);
        if (document.DocumentElement is { } root)
        {
            walk.Run(root, TitleOf(document, shape));
        }
        return writer.Finish(name);
    }

    /// <summary>The title of the window, when the article has no heading of its own to tell what report this is.</summary>
    private static IElement? TitleOf(IDocument document, PageShape? shape) =>
        shape is null || shape.Main.QuerySelector("h1, h2") is null ? document.QuerySelector("head > title") : null;
}
