using System.Text.RegularExpressions;

namespace Fazhang.Core.Definitions;

/// <summary>Reads a number format such as <c>{unit.abbr}复〔{accepted_on:yyyy}〕{seq}号</c>.</summary>
internal static partial class NumberFormatReader
{
    /// <summary>What may stand in braces, for the reference.</summary>
    public static IReadOnlyList<(string Text, string Meaning)> Placeholders { get; } =
    [
        ("{unit.abbr}", "承办单位的简称"),
        ("{seq}", "连续序号；要有且只有一个"),
        ("{seq:0000}", "连续序号，补足位数"),
        ("{accepted_on:yyyy}", "一个日期字段的年（`yyyy`）、月（`MM`）、日（`dd`）"),
    ];

    public static NumberFormat? Read(YamlReader reader, IReadOnlyList<FieldDefinition> fields, ReadingContext context)
    {
        var text = reader.Text("number");
        if (text is null)
            return null;
        var mark = reader.MarkOf("number");
        var parts = new List<NumberPart>();
        var end = 0;
        foreach (Match match in Placeholder().Matches(text))
        {
            if (match.Index > end)
                parts.Add(new(NumberPartKind.Text, text[end..match.Index]));
            end = match.Index + match.Length;
            var name = match.Groups["name"].Value;
            var format = match.Groups["format"].Success ? match.Groups["format"].Value : null;
            if (name == "unit.abbr")
                parts.Add(new(NumberPartKind.Unit, match.Value));
            else if (name == "seq")
                parts.Add(new(NumberPartKind.Sequence, match.Value, Format: format));
            else if (fields.FirstOrDefault(field => field.Key == name) is { Type: Fields.DateField or Fields.MonthField } field)
                parts.Add(new(NumberPartKind.Date, match.Value, field, format ?? "yyyy"));
            else
                context.Problem(
                    mark,
                    $"编号里的“{match.Value}”不能用。可用 {{unit.abbr}}、{{seq}}、{{seq:0000}}，以及日期字段如 {{accepted_on:yyyy}}。"
                );
        }
        if (end < text.Length)
            parts.Add(new(NumberPartKind.Text, text[end..]));
        if (parts.Count(part => part.Kind == NumberPartKind.Sequence) != 1)
            context.Problem(mark, "编号里要有且只有一个 {seq}（流水序号）。");
        if (parts.Any(part => part.Kind == NumberPartKind.Text && part.Text.AsSpan().IndexOfAny('{', '}') >= 0))
            context.Problem(mark, "编号里的花括号没有配对。");
        return new NumberFormat(text, parts);
    }

    [GeneratedRegex(@"\{(?<name>[a-z_.]+)(:(?<format>[yMd0\-]+))?\}")]
    private static partial Regex Placeholder();
}
