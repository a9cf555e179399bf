using Fazhang.Core.Definitions;
using Fazhang.Core.Definitions.Shapes;
using Fazhang.Core.Expressions;
using Fazhang.Core.Storage;
using Fazhang.Core.Units;

namespace Fazhang.Core.Fields;

/// <summary>One code of a choice list, which may have levels. Filtering by a code finds the codes below it too.</summary>
public sealed class ChoiceField(ChoiceList? list = null) : FieldType
{
    /// <summary>The key by which choice and choices name their list.</summary>
    internal static readonly ShapeKey ListKey = new(
        "choices",
        Is.Either(Is.Word("代码表名称"), ListShapes.Codes),
        "可选的代码：`choices/` 里的代码表，或直接列出。",
        Required: true,
        Example: "{request: 求决, advice: 建议}"
    );

    public override string Name => "choice";

    public override StorageType Storage => StorageType.Text;

    public override ExpressionType Expression => ExpressionType.Choice;

    public override Widget Widget => Widget.Choice;

    public override string Meaning => "代码表里的一项";

    public override IReadOnlyList<ShapeKey> Keys => [ListKey];

    public override ChoiceList? Choices => list;

    public override bool IsFiltered => true;

    /// <summary>A code, or the title of one. Whether the code may be chosen is for <see cref="Check"/> to say.</summary>
    public override Parsed Parse(string input) =>
        Parsed.Ok(list is null || list.Has(input) ? input : list.CodeOf(input) ?? input);

    public override string Input(object value) => (string)value;

    public override string Show(object value) => list?.TitleOf((string)value) ?? (string)value;

    public override string? Check(object value, object? before, UnitTree units) =>
        list is null ? null : Problem(list, (string)value, wasChosen: value.Equals(before));

    public override string Matches(string column, string input, Func<object?, string> add) =>
        $"{column} IN ({string.Join(", ", (list?.Subtree(input) ?? [input]).Select(add))})";

    internal static string? Problem(ChoiceList list, string code, bool wasChosen) =>
        !list.Has(code) ? $"没有“{code}”这一项。请从列表中选择。"
        : list.IsRetired(code) && !wasChosen ? $"的“{list.TitleOf(code)}”已停用，不能再选。请改选现行的一项。"
        : null;

    internal override FieldType Configure(FieldKeys keys) => new ChoiceField(keys.Choices(ListKey));
}
