using System.Text;
using Fazhang.Core.Expressions;

namespace Fazhang.Core.Reports;

/// <summary>Reads the pieces of one line of a template: words, <c>{…}</c> and <c>[[…]]</c>.</summary>
/// <param name="terms">What the template may speak of.</param>
/// <param name="errors">Where mistakes are noted.</param>
/// <param name="names">The variables of a print form, which may be empty; null for a report with its own.</param>
internal sealed class TemplateScanner(
    ReportTerms terms,
    List<TemplateError> errors,
    IReadOnlyDictionary<string, string>? names = null
)
{
    private readonly IReadOnlyDictionary<string, string> variables = names ?? ReportVariables.Names;

    /// <summary>More than anybody can read; a limit so that no template can exhaust the stack.</summary>
    private const int DeepestOption = 8;

    /// <summary>Reads one line (or cell).</summary>
    public IReadOnlyList<TemplateInline> Scan(PlacedText source)
    {
        var position = 0;
        return Parts(source, source.Text, ref position, depth: 0);
    }

    private List<TemplateInline> Parts(PlacedText source, string text, ref int position, int depth)
    {
        var parts = new List<TemplateInline>();
        var words = new StringBuilder();
        while (position < text.Length)
        {
            var rest = text.AsSpan(position);
            if (depth > 0 && rest.StartsWith("]]"))
                break;
            switch (text[position])
            {
                case '\\' when rest.Length > 1:
                    words.Append(rest[1]);
                    position += 2;
                    break;
                case '{':
                    Flush(words, parts);
                    if (Reference(source, text, ref position, depth > 0) is { } reference)
                        parts.Add(reference);
                    break;
                case '[' when rest.StartsWith("[[") && depth < DeepestOption:
                    Flush(words, parts);
                    parts.Add(Option(source, text, ref position, depth));
                    break;
                default:
                    if (Misplaced(rest, depth) is { } message)
                        Report(source, position, message);
                    words.Append(text[position++]);
                    break;
            }
        }
        Flush(words, parts);
        return parts;
    }

    private TemplateOption Option(PlacedText source, string text, ref int position, int depth)
    {
        var open = position;
        position += 2;
        var before = errors.Count;
        var parts = Parts(source, text, ref position, depth + 1);
        var isRight = errors.Count == before;
        if (position >= text.Length)
            Report(source, open, "可选部分“[[”没有闭合,请在同一段内补上“]]”");
        position = Math.Min(position + 2, text.Length);
        // A reference that could not be read has its own message.
        if (isRight && names is not null && !parts.Any(part => part is TemplateVariable or TemplateOption))
            Report(source, open, "可选部分里没有{字段},永远不会消失;请放入一个字段,或去掉“[[ ]]”");
        if (isRight && names is null && !parts.Any(part => part is TemplateFigure or TemplateOption))
            Report(source, open, "可选部分里没有数字引用,永远不会消失;请放入一个{指标},或去掉“[[ ]]”");
        return new TemplateOption(parts);
    }

    private TemplateInline? Reference(PlacedText source, string text, ref int position, bool optional)
    {
        var open = position;
        var close = text.IndexOf('}', open);
        var next = text.IndexOf('{', open + 1);
        if (close < 0 || (next >= 0 && next < close))
        {
            Report(source, open, "“{”没有闭合,请补上“}”,例如{reconsideration.case.received}");
            position++;
            return null;
        }
        position = close + 1;
        var parts = text[(open + 1)..close].Split('|', 2, StringSplitOptions.TrimEntries);
        return variables.ContainsKey(parts[0]) ? Variable(source, open, parts)
            : names is null && parts[0].StartsWith("fact.", StringComparison.Ordinal) ? Fact(source, open, parts)
            : Figure(source, open, parts, optional);
    }

    private TemplateVariable? Variable(PlacedText source, int place, string[] parts)
    {
        if (parts.Length == 1)
            return new TemplateVariable(parts[0]);
        Report(source, place, $"变量不能带写法,请写成{{{parts[0]}}}");
        return null;
    }

    private TemplateFigure? Figure(PlacedText source, int place, string[] parts, bool optional)
    {
        var format = FigureFormat.Full;
        var (reference, wrong) = new FigureReferenceReader(terms).Read(parts[0]);
        if (reference is null)
        {
            Report(source, place, wrong!);
            return null;
        }
        var key = reference.Key;
        if (terms.Describe(reference) is not { } figure)
        {
            Report(source, place, UnknownKey(key));
            return null;
        }
        if (parts.Length > 1 && !FigureFormat.TryParse(parts[1], out format))
        {
            Report(source, place, $"没有“{parts[1]}”这种写法,可用:{FigureFormat.Choices}");
            return null;
        }
        if (format.ComparesYears && !optional)
            Report(
                source,
                place,
                $"“{format.Name}”在没有上年数时无话可说,请连同前面的标点放进“[[ ]]”,如[[,{{{key}|{format.Name}}}]]"
            );
        if (format.IsScaled && (figure.IsRatio || figure.Unit.StartsWith('万') || figure.Unit.StartsWith('亿')))
            Report(source, place, $"“{figure.Title}”的单位是“{figure.Unit}”,不能再折算为万或亿;请写成{{{key}}}");
        return new TemplateFigure(reference, format);
    }

    private TemplateFact? Fact(PlacedText source, int place, string[] parts)
    {
        var name = parts[0]["fact.".Length..];
        if (!terms.Facts.TryGetValue(name, out var fact))
            Report(
                source,
                place,
                terms.Facts.Count == 0
                    ? $"没有名为“{name}”的叙述数字;叙述数字写在本地报告的 facts 里,统一的模板不用"
                    : $"没有名为“{name}”的叙述数字,可用:{string.Join('、', terms.Facts.Keys)}"
            );
        else if (parts.Length > 1 && parts[1] != "value")
            Report(source, place, $"叙述数字只有 value(只写数)一种写法,没有“{parts[1]}”");
        return fact is null ? null : new TemplateFact(fact, WithUnit: parts.Length == 1);
    }

    private string UnknownKey(string key)
    {
        if (names is not null)
            return NearestName.To(key, names.Keys) is { } nearest
                ? $"没有字段“{key}”,是不是“{nearest}”({names[nearest]})?"
                : $"没有字段“{key}”,可用:{string.Join('、', names.Keys)}";
        if (!key.Contains('.'))
            return $"没有变量“{key}”,可用:{string.Join('、', variables.Select(name => $"{name.Key}({name.Value})"))}";
        var register = key[..(key.LastIndexOf('.') + 1)];
        var siblings = terms
            .Keys.Where(known => known.StartsWith(register, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ToList();
        // Within a register only the last word is compared: the long common start would make any two keys near.
        var near =
            siblings.Count == 0
                ? NearestName.To(key, terms.Keys)
                : register + NearestName.To(key[register.Length..], siblings.Select(known => known[register.Length..]));
        if (near is not null && near != register)
            return $"没有指标“{key}”,是不是“{near}”?";
        return siblings.Count > 0
            ? $"没有指标“{key}”,这个台账的指标有:{string.Join('、', siblings)}"
            : $"没有指标“{key}”,也没有台账“{register.TrimEnd('.')}”;请在指标目录中查到正确的键";
    }

    private static string? Misplaced(ReadOnlySpan<char> rest, int depth) =>
        rest[0] switch
        {
            '}' => "多出一个“}”,请删去,或在前面补上“{”",
            ']' when rest.StartsWith("]]") => "多出一个“]]”,请删去,或在前面补上“[[”",
            '[' when depth == DeepestOption && rest.StartsWith("[[") => $"可选部分最多套{DeepestOption}层,请拆成几句",
            '*' or '`' or '<' => $"公文正文不用“{rest[0]}”作标记;确要印出这个字符,请写成“\\{rest[0]}”",
            _ => null,
        };

    private static void Flush(StringBuilder words, List<TemplateInline> parts)
    {
        if (words.Length > 0)
            parts.Add(new TemplateText(words.ToString()));
        words.Clear();
    }

    private void Report(PlacedText source, int position, string message)
    {
        var (line, column) = source.At(position);
        errors.Add(new TemplateError(line, column, message));
    }
}
