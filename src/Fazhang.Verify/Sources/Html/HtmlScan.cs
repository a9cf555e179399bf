using System.Net;
using System.Text;

namespace Fazhang.Verify.Sources.Html;

/// <summary>
/// One pass over a page's source, without a tree: refuses what would make the tree builder slow, and lists the
/// characters of its text with their places, by which the text nodes of the tree are found in the source again.
/// </summary>
internal sealed class HtmlScan
{
    /// <summary>Longest page, in characters. The pages of the largest reports are under 1 MB.</summary>
    private const int LongestPage = 5_000_000;

    /// <summary>Building a tree takes time that can grow with the square of these three; pages in use stay far below.</summary>
    private const int MostTags = 100_000;
    private const int DeepestNesting = 500;
    private const int MostAttributes = 200;

    /// <summary>How far behind the last found text the next one is looked for.</summary>
    private const int Window = 20_000;

    /// <summary>Elements without content, and those that the next of their kind closes: left open they do not nest.</summary>
    private static readonly HashSet<string> NotNesting = new(StringComparer.OrdinalIgnoreCase)
    {
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
        "p",
        "li",
        "td",
        "th",
        "tr",
        "dt",
        "dd",
        "option",
        "tbody",
        "thead",
        "tfoot",
    };

    private static readonly HashSet<string> RawText = new(StringComparer.OrdinalIgnoreCase)
    {
        "script",
        "style",
        "xmp",
        "iframe",
        "noembed",
        "noframes",
    };

    private readonly string source;
    private readonly string name;
    private readonly StringBuilder text = new();
    private readonly List<int> offsets = [];
    private string? found;
    private int cursor;
    private int depth;

    public HtmlScan(string source, string name)
    {
        this.source = source;
        this.name = name;
        if (source.Length > LongestPage || source.AsSpan().Count('<') > MostTags)
        {
            throw Refuse("太大");
        }
        for (var at = 0; at < source.Length; )
        {
            at = source[at] switch
            {
                '<' => Tag(at),
                '&' => Entity(at),
                _ => Character(at),
            };
        }
        found = text.ToString();
    }

    /// <summary>
    /// The places in the source of the characters of the tree's next text node: call it for the nodes in their order.
    /// A node that the tree builder changed or moved gets the place behind the last found one.
    /// </summary>
    public Func<int, int> Place(string data)
    {
        var at = found!.IndexOf(data, cursor, Math.Min(found.Length - cursor, data.Length + Window), StringComparison.Ordinal);
        if (at < 0)
        {
            var last = cursor < offsets.Count ? offsets[cursor] : source.Length;
            return _ => last;
        }
        cursor = at + data.Length;
        return i => offsets[at + i];
    }

    private int Character(int at)
    {
        if (source[at] == '\r')
        {
            Add('\n', at);
            return at + 1 < source.Length && source[at + 1] == '\n' ? at + 2 : at + 1;
        }
        Add(source[at], at);
        return at + 1;
    }

    private void Add(char c, int at)
    {
        text.Append(c);
        offsets.Add(at);
    }

    private int Entity(int at)
    {
        // The longest name of a character in HTML has 32 letters.
        var rest = source.AsSpan(at, Math.Min(40, source.Length - at));
        var end = rest.IndexOf(';');
        var decoded = end > 1 ? WebUtility.HtmlDecode(rest[..(end + 1)].ToString()) : "&";
        if (end <= 1 || decoded.Length == end + 1)
        {
            Add('&', at);
            return at + 1;
        }
        foreach (var c in decoded)
        {
            Add(c, at);
        }
        return at + end + 1;
    }

    private int Tag(int at)
    {
        var next = at + 1 < source.Length ? source[at + 1] : '\0';
        if (next == '!' && string.CompareOrdinal(source, at, "<!--", 0, 4) == 0)
        {
            return After("-->", at + 4);
        }
        if (next is '!' or '?')
        {
            return After(">", at + 2);
        }
        var closes = next == '/';
        var start = closes ? at + 2 : at + 1;
        if (start >= source.Length || !char.IsAsciiLetter(source[start]))
        {
            Add('<', at);
            return at + 1;
        }
        var nameEnd = start;
        while (nameEnd < source.Length && !(source[nameEnd] is '>' or '/' || char.IsWhiteSpace(source[nameEnd])))
        {
            nameEnd++;
        }
        var tag = source[start..Math.Min(nameEnd, start + 20)];
        var end = Attributes(nameEnd);
        Nest(tag, closes || (end > 1 && source[end - 1] == '>' && source[end - 2] == '/'));
        return !closes && RawText.Contains(tag) ? RawEnd(tag, end) : end;
    }

    private void Nest(string tag, bool closes)
    {
        if (NotNesting.Contains(tag))
        {
            return;
        }
        depth = Math.Max(0, depth + (closes ? -1 : 1));
        if (depth > DeepestNesting)
        {
            throw Refuse("嵌套太深");
        }
    }

    /// <summary>Where the tag ends: behind the first &gt; outside quotes.</summary>
    private int Attributes(int at)
    {
        var count = 0;
        for (var quote = '\0'; at < source.Length; at++)
        {
            var c = source[at];
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else if (c == '>')
            {
                return at + 1;
            }
            else if (c is '"' or '\'' && source[at - 1] == '=')
            {
                quote = c;
            }
            else if ((char.IsWhiteSpace(c) || c is '/' or '=') && ++count > MostAttributes * 3)
            {
                throw Refuse("有不正常的标签");
            }
        }
        return at;
    }

    private int RawEnd(string tag, int at)
    {
        var end = source.IndexOf("</" + tag, at, StringComparison.OrdinalIgnoreCase);
        return end < 0 ? source.Length : end;
    }

    private int After(string mark, int at)
    {
        var end = at >= source.Length ? -1 : source.IndexOf(mark, at, StringComparison.Ordinal);
        return end < 0 ? source.Length : end + mark.Length;
    }

    private UnreadableSourceException Refuse(string reason) =>
        new($"{name} 这个网页{reason},不是正常的报告网页。请把报告正文复制出来,存为 txt 后再核验。");
}
