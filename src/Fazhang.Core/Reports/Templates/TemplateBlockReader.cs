using System.Text.RegularExpressions;
using Markdig;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Fazhang.Core.Reports;

/// <summary>Reads the blocks of a template with Markdig; what stands inside a line is <see cref="TemplateScanner"/>'s.</summary>
internal sealed partial class TemplateBlockReader(TemplateScanner scanner, List<TemplateError> errors)
{
    private static readonly MarkdownPipeline Pipeline = BuildPipeline();

    private readonly List<TemplateBlock> blocks = [];

    /// <summary>Reads all blocks in reading order.</summary>
    /// <param name="text">The Markdown text.</param>
    /// <param name="isWhole">True for a template with its title and signature, false for paragraphs that go into one.</param>
    public IReadOnlyList<TemplateBlock> Read(string text, bool isWhole)
    {
        var signing = false;
        foreach (var block in Markdown.Parse(text, Pipeline))
        {
            if (block is ThematicBreakBlock)
                signing = true;
            else if (signing && block is ParagraphBlock paragraph)
                ReadSignature(paragraph);
            else
                ReadBlock(block);
        }
        if (!isWhole)
            CheckPart();
        else if (blocks.Count == 0 || blocks[0].Kind != TemplateBlockKind.Title)
            errors.Add(new TemplateError(1, 1, "模板要以标题开头,请在第一行写“# 报告标题”"));
        return blocks;
    }

    private void CheckPart()
    {
        if (blocks.Count == 0)
            errors.Add(new TemplateError(1, 1, "没有内容,请写一段文字或删去这一项"));
        if (
            blocks.Any(block =>
                block.Kind is not (TemplateBlockKind.Paragraph or TemplateBlockKind.Heading or TemplateBlockKind.Table)
            )
        )
            errors.Add(new TemplateError(1, 1, "本地的文字只能是段落、“##”以下的标题和表格,标题和落款用统一模板的"));
    }

    private void ReadBlock(Markdig.Syntax.Block block)
    {
        switch (block)
        {
            case HeadingBlock heading:
                ReadHeading(heading);
                break;
            case ParagraphBlock paragraph when TemplateTable.IsTable(Lines(paragraph)):
                blocks.Add(TemplateTable.Read(Lines(paragraph), scanner, errors));
                break;
            case ParagraphBlock paragraph:
                ReadParagraph(Joined(Lines(paragraph)));
                break;
            case QuoteBlock quote:
                ReadNote(quote);
                break;
            case HtmlBlock { Type: HtmlBlockType.Comment }:
                break;
            default:
                Report(block, Unusable(block));
                break;
        }
    }

    /// <summary>A paragraph, with or without a name in front: <c>{#mediation}</c>.</summary>
    private void ReadParagraph(PlacedText line)
    {
        if (BlockName().Match(line.Text) is not { Success: true } match)
        {
            Add(TemplateBlockKind.Paragraph, 0, line);
            return;
        }
        var name = match.Groups[1].Value;
        if (blocks.Any(block => block.Name == name))
            errors.Add(new TemplateError(line.At(0).Line, line.At(0).Column, $"段落名“{name}”用了两次,请换一个"));
        Add(TemplateBlockKind.Paragraph, 0, line.Slice(match.Length, line.Text.Length));
        blocks[^1] = blocks[^1] with { Name = name };
    }

    private void ReadHeading(HeadingBlock heading)
    {
        var line = Joined(Lines(heading));
        if (heading.Level == 1 && blocks.Count > 0)
            Report(heading, "标题只能有一个,写在最前;章节请用“##”");
        else if (heading.Level > 5)
            Report(heading, "公文的层次最多四级,标题用“##”至“#####”");
        else if (heading.Level > 1 && HeadingNumber.IsNumbered(line.Text))
            Report(heading, "标题的序号由系统编排,请只写标题文字,例如“## 主要举措和成效”");
        else
            Add(heading.Level == 1 ? TemplateBlockKind.Title : TemplateBlockKind.Heading, heading.Level - 1, line);
    }

    private void ReadSignature(ParagraphBlock paragraph)
    {
        var lines = Lines(paragraph);
        if (lines.Count != 2)
        {
            Report(paragraph, "“---”之后是落款,写两行:第一行{office},第二行{date}");
            return;
        }
        Add(TemplateBlockKind.Signature, 0, lines[0]);
        Add(TemplateBlockKind.Date, 0, lines[1]);
    }

    private void ReadNote(QuoteBlock quote)
    {
        if (quote is [ParagraphBlock paragraph])
            Add(TemplateBlockKind.Note, 0, Joined(Lines(paragraph)));
        else
            Report(quote, "“>”后的附注只能是一段文字");
    }

    private void Add(TemplateBlockKind kind, int level, PlacedText line) =>
        blocks.Add(
            new TemplateBlock(
                kind,
                level,
                [
                    [scanner.Scan(line)],
                ]
            )
        );

    /// <summary>The source lines of a block. Only literal text and line ends are left of Markdig's inline parsers.</summary>
    private static List<PlacedText> Lines(LeafBlock block)
    {
        var lines = new List<PlacedText> { new() };
        foreach (var inline in block.Inline ?? [])
        {
            if (inline is LineBreakInline)
                lines.Add(new PlacedText());
            else if (inline is LiteralInline literal)
                lines[^1].Append(literal.Content.AsSpan(), literal.Line + 1, literal.Column + 1);
            else
                throw new InvalidOperationException($"Unexpected Markdown inline {inline.GetType().Name}.");
        }
        return lines;
    }

    private static PlacedText Joined(IReadOnlyList<PlacedText> lines)
    {
        var joined = new PlacedText();
        foreach (var line in lines)
            joined.Append(line.Text, line.At(0).Line, line.At(0).Column);
        return joined;
    }

    private static string Unusable(Markdig.Syntax.Block block) =>
        block switch
        {
            ListBlock => "公文没有项目符号,段首也不手写序号;请写成“一是……”的一段话,或用“####”标题",
            CodeBlock => "行首的空格使这一段成了代码,请删去;首行缩进由系统排",
            HtmlBlock => "模板不用 HTML,请写成普通文字",
            LinkReferenceDefinitionGroup => "行首的“[…]:”是链接定义,模板里不能用;请改写这一行",
            _ => "模板里不能用这种写法,请写成标题、段落或表格",
        };

    private void Report(Markdig.Syntax.Block block, string message) =>
        errors.Add(new TemplateError(block.Line + 1, block.Column + 1, message));

    [GeneratedRegex(@"^\{#([a-z][a-z0-9_]*)\}\s*")]
    private static partial Regex BlockName();

    private static MarkdownPipeline BuildPipeline()
    {
        var builder = new MarkdownPipelineBuilder().UsePreciseSourceLocation();
        builder.InlineParsers.Clear();
        builder.InlineParsers.Add(new LineBreakInlineParser());
        // “---” under a paragraph opens the signature; it never makes the paragraph a heading.
        builder.BlockParsers.Find<ParagraphBlockParser>()!.ParseSetextHeadings = false;
        return builder.Build();
    }
}
