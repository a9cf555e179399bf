using Fazhang.Core.Definitions;
using Fazhang.Core.Definitions.Shapes;
using Fazhang.Core.Expressions;
using Fazhang.Core.Storage;
using Fazhang.Core.Units;

namespace Fazhang.Core.Fields;

/// <summary>Several codes of a choice list, kept as a,b,c in the order of the list.</summary>
public sealed class ChoicesField(ChoiceList? list = null) : FieldType
{
    private static readonly char[] Separators = [',', '，', '、', ';', '；', '\n'];

    public override string Name => "choices";

    public override StorageType Storage => StorageType.Text;

    public override ExpressionType Expression => ExpressionType.Choices;

    public override Widget Widget => Widget.Choices;

    public override string Meaning => "代码表里的若干项";

    public override IReadOnlyList<ShapeKey> Keys => [ChoiceField.ListKey];

    public override bool IsScalar => false;

    public override ChoiceList? Choices => list;

    public override bool IsFiltered => true;

    /// <summary>Codes or titles, separated by commas. Whether each may be chosen is for <see cref="Check"/> to say.</summary>
    public override Parsed Parse(string input)
    {
        var codes = input
            .Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(part => list is null || list.Has(part) ? part : list.CodeOf(part) ?? part)
            .Distinct(StringComparer.Ordinal)
            .OrderBy(code => list?.PositionOf(code) ?? 0)
            .ToList();
        return Parsed.Ok(codes.Count == 0 ? null : string.Join(',', codes));
    }

    public override string Input(object value) => (string)value;

    /// <summary>The checkboxes that are ticked send their code as suffix.</summary>
    public override string Compose(string main, IReadOnlyDictionary<string, string> parts) =>
        parts.Count == 0 ? main : string.Join(',', parts.Keys);

    public override string Show(object value) => string.Join('、', Codes(value).Select(code => list?.TitleOf(code) ?? code));

    public override string? Check(object value, object? before, UnitTree units)
    {
        if (list is null)
            return null;
        var had = before is null ? [] : Codes(before);
        return Codes(value)
            .Select(code => ChoiceField.Problem(list, code, wasChosen: had.Contains(code)))
            .FirstOrDefault(problem => problem is not null);
    }

    // Surrounded by commas a code is found whole; replace() means the same in every database and needs no pattern.
    public override string Matches(string column, string input, Func<object?, string> add) =>
        "("
        + string.Join(
            " OR ",
            (list?.Subtree(input) ?? [input]).Select(code =>
                $"REPLACE(',' || {column} || ',', {add($",{code},")}, '') <> ',' || {column} || ','"
            )
        )
        + ")";

    /// <summary>The codes of a stored value.</summary>
    public static string[] Codes(object value) => ((string)value).Split(',');

    internal override FieldType Configure(FieldKeys keys)
    {
        var choices = keys.Choices(ChoiceField.ListKey);
        if (choices.Items.FirstOrDefault(item => item.Code.Contains(',', StringComparison.Ordinal)) is { } item)
            keys.Problem("choices", $"多选的代码里不能有逗号：“{item.Code}”。换一个代码。");
        return new ChoicesField(choices);
    }
}
