using AngleSharp.Dom;

namespace Fazhang.Verify.Sources.Html;

/// <summary>Visits all text of a page in its order and hands on what belongs to the report. Without recursion: pages may nest deeply.</summary>
internal sealed class PageWalk(HtmlScan scan, HtmlWriter writer, PageShape? shape)
{
    private sealed class Step
    {
        public required INode Node { get; init; }
        public required bool IsRead { get; init; }
        public int Next { get; set; }
    }

    private readonly Stack<Step> open = new();

    /// <param name="root">The page.</param>
    /// <param name="title">An element to read although it stands outside the report; null for none.</param>
    public void Run(IElement root, IElement? title)
    {
        Enter(root, isRead: false, title);
        while (open.TryPeek(out var step))
        {
            if (step.Next < step.Node.ChildNodes.Length)
            {
                Enter(step.Node.ChildNodes[step.Next++], step.IsRead, title);
            }
            else
            {
                open.Pop();
                if (step.IsRead && step.Node is IElement element)
                {
                    Leave(element);
                }
            }
        }
    }

    private void Enter(INode node, bool isRead, IElement? title)
    {
        if (node is IText text)
        {
            // Every text is looked up, read or not: that keeps the place in the source.
            var place = scan.Place(text.Data);
            if (isRead)
            {
                writer.Text(text.Data, place);
            }
        }
        else if (
            node is IElement element
            && element.LocalName is not ("script" or "style" or "template" or "iframe" or "noframes" or "noembed" or "xmp")
        )
        {
            var starts = element == title || element == shape?.Main;
            isRead = starts || (isRead && !(shape?.IsNoise(element) ?? false));
            if (isRead)
            {
                Begin(element, starts);
            }
            open.Push(new Step { Node = node, IsRead = isRead });
        }
    }

    private void Begin(IElement element, bool starts)
    {
        if (shape is not null && shape.IsDataTable(element))
        {
            writer.BeginTable();
        }
        else if (element.LocalName == "tr")
        {
            writer.BeginRow();
        }
        else if (element.LocalName is "td" or "th")
        {
            writer.BeginCell(Span(element, "colspan"), Span(element, "rowspan"));
        }
        else if (starts || element.LocalName == "br" || PageShape.IsBlock(element))
        {
            writer.Break();
        }
        if (element.LocalName == "pre")
        {
            writer.KeepsBlanks = true;
        }
    }

    private void Leave(IElement element)
    {
        if (element.LocalName == "pre")
        {
            writer.KeepsBlanks = false;
        }
        if (shape is not null && shape.IsDataTable(element))
        {
            writer.EndTable();
        }
        else if (element.LocalName is "td" or "th")
        {
            writer.EndCell();
        }
        else if (PageShape.IsBlock(element) || element.LocalName == "title")
        {
            writer.Break();
        }
    }

    private static int Span(IElement cell, string attribute) =>
        int.TryParse(cell.GetAttribute(attribute), out var span) ? Math.Clamp(span, 1, HtmlWriter.WidestTable) : 1;
}
