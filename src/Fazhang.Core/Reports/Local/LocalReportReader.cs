using System.Globalization;
using System.Text.RegularExpressions;
using Fazhang.Core.Definitions;
using Fazhang.Core.Definitions.Shapes;
using Fazhang.Core.Expressions;

namespace Fazhang.Core.Reports;

/// <summary>Reads a place's own part of an annual report. Strict, as all definitions.</summary>
/// <param name="template">The common template, whose paragraphs it may name.</param>
/// <param name="terms">What the common template may speak of.</param>
/// <param name="problems">Where problems go.</param>
internal sealed partial class LocalReportReader(
    ReportTemplate template,
    ReportTerms terms,
    ICollection<DefinitionProblem> problems
)
{
    /// <summary>Reads a file; usable only when it added no problem.</summary>
    public LocalReport? Read(YamlNode node)
    {
        var reader = new YamlReader(node, node.Mark, ReportShapes.Local, null, problems);
        var year = reader.Number("year");
        if (year is null or < 1950 or > 2199)
            reader.Problem(reader.MarkOf("year"), "year（报告年度）应当在 1950 至 2199 之间。");
        var units = Units(reader);
        var facts = Facts(reader);
        var own = terms with { Units = [.. terms.Units.Union(units.Keys)], Facts = facts };
        var local = new LocalReport
        {
            Year = year ?? 0,
            Units = units,
            Facts = facts,
            Parts = Parts(reader, own),
            Note = Note(reader, own),
        };
        reader.Done();
        return local;
    }

    private static Dictionary<string, (string, Mark)> Units(YamlReader reader)
    {
        var units = new Dictionary<string, (string, Mark)>(StringComparer.Ordinal);
        foreach (var entry in reader.Entries("units"))
            if (entry.Value is YamlText { Value.Length: > 0 } code && !entry.Key.Any(char.IsWhiteSpace))
                units[entry.Key] = (code.Value, entry.Mark);
            else
                reader.Problem(entry.Mark, "units 每行写“名称: 单位代码”，名称里没有空格，代码加引号。");
        return units;
    }

    private static Dictionary<string, ReportFact> Facts(YamlReader reader)
    {
        var facts = new Dictionary<string, ReportFact>(StringComparer.Ordinal);
        foreach (var entry in reader.Entries("facts"))
        {
            var one = reader.Inner(entry.Value, ReportShapes.Fact, entry.Key);
            var value = one.Required("value");
            facts[entry.Key] = new ReportFact(
                entry.Key,
                one.Required("title"),
                value,
                one.Text("unit") ?? "",
                one.Required("source")
            );
            one.Done();
            if (!FactName().IsMatch(entry.Key))
                one.Problem(entry.Mark, $"叙述数字的名称“{entry.Key}”应当是小写英文字母、数字和下划线，字母开头。");
            if (value.Length > 0 && !value.Any(char.IsAsciiDigit))
                one.Problem(one.MarkOf("value"), $"“{value}”里没有数字。叙述数字写阿拉伯数字；没有数字的话直接写在文字里。");
        }
        return facts;
    }

    private List<LocalPart> Parts(YamlReader reader, ReportTerms own)
    {
        var names = template.Blocks.Select(block => block.Name).OfType<string>().ToList();
        var parts = new List<LocalPart>();
        foreach (var entry in reader.Entries("paragraphs"))
        {
            var one = reader.Inner(entry.Value, ReportShapes.Part, entry.Key);
            var part = new LocalPart(entry.Key, Blocks(one, "instead", own), Blocks(one, "after", own) ?? [], entry.Mark);
            one.Done();
            parts.Add(part);
            if (part.Instead is null && part.After.Count == 0 && !one.Has("after"))
                one.Problem(entry.Mark, $"段落“{entry.Key}”要写 instead（代替）或 after（接在后面）。");
            if (!names.Contains(entry.Key))
                one.Problem(entry.Mark, $"统一的模板里没有段落“{entry.Key}”。{NearestName.Hint(entry.Key, [.. names])}");
        }
        return parts;
    }

    private static List<TemplateBlock>? Blocks(YamlReader part, string key, ReportTerms own)
    {
        if (part.Text(key) is not { } text)
            return null;
        var parsed = ReportTemplate.ParsePart(text, own);
        foreach (var error in parsed.Errors)
            part.Problem(
                part.MarkOf(key),
                string.Create(CultureInfo.InvariantCulture, $"{key} 的第 {error.Line} 行第 {error.Column} 列：{error.Message}")
            );
        return [.. parsed.Template?.Blocks ?? []];
    }

    private static TemplateBlock? Note(YamlReader reader, ReportTerms own)
    {
        if (reader.Text("note") is not { } text)
            return null;
        var parsed = ReportTemplate.ParsePart(text, own);
        foreach (var error in parsed.Errors)
            reader.Problem(reader.MarkOf("note"), $"note 的第 {error.Line} 行第 {error.Column} 列：{error.Message}");
        if (parsed.Template is { Blocks: [{ Kind: TemplateBlockKind.Paragraph } paragraph] })
            return paragraph with { Kind = TemplateBlockKind.Note };
        if (parsed.Ok)
            reader.Problem(reader.MarkOf("note"), "note（附注）只能是一段文字。");
        return null;
    }

    [GeneratedRegex("^[a-z][a-z0-9_]*$")]
    private static partial Regex FactName();
}
