using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Fazhang.Verify.Sources.Html;

/// <summary>What the text under one element looks like.</summary>
internal sealed class TextShape
{
    /// <summary>Characters that are no blanks.</summary>
    public int Characters { get; set; }

    /// <summary>Those of them in links.</summary>
    public int LinkCharacters { get; set; }

    /// <summary>Pieces of text that belong to a report: sentences, its title, its date, tables of figures.</summary>
    public int Prose { get; set; }
}

/// <summary>
/// Tells a page's report from what stands round it. The report is the smallest element that holds all prose: text with a
/// full stop outside links, the title, the day of publication, tables with figures. No share of the page is guessed, so a
/// paragraph is never lost because others are longer.
/// </summary>
internal sealed partial class PageShape
{
    private const int ShortestTitle = 8;
    private const int LongestCell = 300;

    private static readonly HashSet<string> NeverText = new(StringComparer.OrdinalIgnoreCase)
    {
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "canvas",
        "video",
        "audio",
        "iframe",
        "object",
        "embed",
        "select",
        "option",
        "input",
        "button",
        "textarea",
        "dialog",
        "nav",
        "footer",
        "aside",
        "head",
        "noframes",
        "noembed",
        "xmp",
    };

    /// <summary>Words of class and id that name what stands round an article.</summary>
    private static readonly HashSet<string> Surroundings = new(StringComparer.OrdinalIgnoreCase)
    {
        "nav",
        "navbar",
        "navigation",
        "menu",
        "footer",
        "foot",
        "breadcrumb",
        "breadcrumbs",
        "crumb",
        "crumbs",
        "sidebar",
        "share",
        "copyright",
        "pagination",
        "pager",
        "related",
        "recommend",
        "comments",
        "advert",
        "ads",
        "toolbar",
        "search",
    };

    private readonly Dictionary<INode, TextShape> shapes = [];
    private readonly Dictionary<IElement, bool> dataTables = [];
    private readonly IElement body;
    private readonly int allProse;

    public PageShape(IElement body)
    {
        this.body = body;
        Measure();
        allProse = shapes[body].Prose;
        Main = FindMain();
    }

    /// <summary>The element that holds the report.</summary>
    public IElement Main { get; }

    /// <summary>True for what is not the report's text: programs, controls, navigation, hidden parts, lists of links.</summary>
    public bool IsNoise(IElement element)
    {
        if (IsNeverText(element))
        {
            return true;
        }
        var shape = shapes[element];
        if (shape.Prose * 2 > allProse)
        {
            return false; // the report itself, whatever its class is called
        }
        return (element.LocalName is "header" && element != Main && shape.Prose == 0)
            || IsNamedNoise(element)
            || ((IsBlock(element) || IsCellOfLayout(element)) && shape.Prose == 0 && shape.LinkCharacters * 2 > shape.Characters);
    }

    /// <summary>True for elements that begin a line of their own.</summary>
    public static bool IsBlock(IElement element) =>
        element.LocalName
            is "p"
                or "div"
                or "li"
                or "ul"
                or "ol"
                or "dl"
                or "dt"
                or "dd"
                or "h1"
                or "h2"
                or "h3"
                or "h4"
                or "h5"
                or "h6"
                or "table"
                or "thead"
                or "tbody"
                or "tfoot"
                or "tr"
                or "caption"
                or "section"
                or "article"
                or "main"
                or "header"
                or "blockquote"
                or "pre"
                or "center"
                or "form"
                or "fieldset"
                or "figure"
                or "figcaption"
                or "address"
                or "hr"
                or "body"
                or "details"
                or "summary";

    /// <summary>A table whose cells are figures and labels; the others only arrange the page.</summary>
    public bool IsDataTable(IElement table)
    {
        if (table.LocalName != "table")
        {
            return false;
        }
        if (!dataTables.TryGetValue(table, out var isData))
        {
            dataTables[table] = isData =
                table.QuerySelector("table") is null
                && table
                    .QuerySelectorAll("td, th")
                    .All(cell => shapes.TryGetValue(cell, out var shape) && shape.Characters < LongestCell)
                && table.QuerySelectorAll("tr").Any(row => row.ChildElementCount >= 2);
        }
        return isData;
    }

    private bool IsCellOfLayout(IElement cell) =>
        cell.LocalName is "td" or "th" && cell.Closest("table") is { } table && !IsDataTable(table);

    private static bool IsNeverText(IElement element) =>
        NeverText.Contains(element.LocalName)
        || element.HasAttribute("hidden")
        || (element.GetAttribute("style") is { } style && HiddenStyle().IsMatch(style));

    private static bool IsNamedNoise(IElement element) =>
        IsSurrounding(element.GetAttribute("class")) || IsSurrounding(element.GetAttribute("id"));

    private static bool IsSurrounding(string? names) =>
        names is { Length: > 0 and < 200 } && names.Split(' ', '-', '_', '\t', '\n').Any(Surroundings.Contains);

    /// <summary>Adds up the shapes from the leaves to the body, without recursion: pages may nest deeply.</summary>
    private void Measure()
    {
        var order = new List<(INode Node, bool InLink)>();
        var open = new Stack<(INode, bool)>([(body, false)]);
        while (open.TryPop(out var item))
        {
            var (node, inLink) = item;
            order.Add(item);
            shapes[node] = new TextShape();
            if (node is IElement element && IsNeverText(element))
            {
                continue;
            }
            inLink |= node is IElement { LocalName: "a" } link && link.HasAttribute("href");
            foreach (var child in node.ChildNodes.Where(child => child is IElement or IText))
            {
                open.Push((child, inLink));
            }
        }
        for (var i = order.Count - 1; i >= 0; i--)
        {
            var (node, inLink) = order[i];
            var shape = shapes[node];
            if (node is IText text)
            {
                Measure(shape, text.Data, inLink);
            }
            else if (node is IElement element && !IsNeverText(element))
            {
                MeasureElement(shape, element);
            }
            if (node != body && node.Parent is { } parent && shapes.TryGetValue(parent, out var above))
            {
                above.Characters += shape.Characters;
                above.LinkCharacters += shape.LinkCharacters;
                above.Prose += shape.Prose;
            }
        }
    }

    private static void Measure(TextShape shape, string text, bool inLink)
    {
        shape.Characters = text.Count(c => !char.IsWhiteSpace(c));
        shape.LinkCharacters = inLink ? shape.Characters : 0;
        shape.Prose = !inLink && (text.Contains('。') || Published().IsMatch(text)) ? 1 : 0;
    }

    private void MeasureElement(TextShape shape, IElement element)
    {
        var isTitle = element.LocalName == "h1" && shape.LinkCharacters == 0 && shape.Characters >= ShortestTitle;
        if (
            isTitle
            || (IsDataTable(element) && shape.LinkCharacters * 2 < shape.Characters && Figures().IsMatch(element.TextContent))
        )
        {
            shape.Prose++;
        }
    }

    private IElement FindMain()
    {
        var main = body;
        while (true)
        {
            var holders = main
                .ChildNodes.Where(node => shapes.TryGetValue(node, out var shape) && shape.Prose > 0)
                .Where(node => node is not IElement element || !(IsNamedNoise(element) && shapes[node].Prose * 2 <= allProse))
                .Take(2)
                .ToList();
            if (holders is not [IElement only] || IsDataTable(only) || only.LocalName is "p" or "h1" or "tr" or "tbody" or "span")
            {
                return main;
            }
            main = only;
        }
    }

    [GeneratedRegex(@"display\s*:\s*none|visibility\s*:\s*hidden", RegexOptions.IgnoreCase)]
    private static partial Regex HiddenStyle();

    /// <summary>The line under a title that says when it was published.</summary>
    [GeneratedRegex(@"(发布|发文|成文|公开|公布)(时间|日期)\s*[:：]?\s*20\d\d|^\s*(时间|日期)\s*[:：]\s*20\d\d")]
    private static partial Regex Published();

    [GeneratedRegex(@"[0-9０-９]")]
    private static partial Regex Figures();
}
