using Fazhang.Core.Definitions;
using Fazhang.Core.Definitions.Shapes;
using Fazhang.Core.Expressions;
using Fazhang.Core.Records;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Fields;

/// <summary>
/// A value that follows from other fields. It is evaluated and stored at each save, so that it can be listed, filtered,
/// counted and summed like any other; nobody fills it in. What it is like (stored, shown) is another type's business.
/// </summary>
public sealed class ComputedField(FieldType? inner = null) : FieldType
{
    /// <summary>The key of the expression; read when all fields are known.</summary>
    internal const string ValueKey = "value";

    private static readonly IReadOnlyDictionary<string, FieldType> Kinds = new Dictionary<string, FieldType>(
        StringComparer.Ordinal
    )
    {
        ["number"] = new DecimalField(),
        ["integer"] = new IntegerField(),
        ["money"] = new MoneyField(),
        ["date"] = new DateField(),
        ["text"] = new TextField(),
        ["yesno"] = new YesNoField(),
    };

    private readonly FieldType kind = inner ?? Kinds["number"];

    public override string Name => "computed";

    public override string Meaning => "由其他字段算出，每次保存时计算并存下；不能填写";

    public override IReadOnlyList<ShapeKey> Keys =>
        [
            new("as", Is.OneOf(Kinds.Keys), "结果的类型；`number` 可写 `decimals`。", Required: true, Example: "number"),
            new(
                ValueKey,
                Is.Expression,
                "怎样算。不能用 `today`；可以用写在前面的计算字段。",
                Required: true,
                Example: "days(a, b)"
            ),
            new("decimals", Is.Number, "`as: number` 的小数位数，1 至 6；不写为 2。四舍五入。"),
        ];

    public override StorageType Storage => kind.Storage;

    public override ExpressionType Expression => kind.Expression;

    public override Widget Widget => kind.Widget;

    public override int Scale => kind.Scale;

    public override bool IsNumeric => kind.IsNumeric;

    public override bool IsText => kind.IsText;

    public override bool IsDated => kind.IsDated;

    public override bool IsScalar => false;

    public override bool IsFiltered => kind.IsFiltered;

    public override bool IsComputed => true;

    public override Parsed Parse(string input) => kind.Parse(input);

    public override string Input(object value) => kind.Input(value);

    public override string Show(object value) => kind.Show(value);

    public override string Show(object value, FieldWords words) => kind.Show(value, words);

    public override (object First, object Last) Day(DateOnly day) => kind.Day(day);

    public override string? Matches(string column, string input, Func<object?, string> add) => kind.Matches(column, input, add);

    internal override FieldType Configure(FieldKeys keys)
    {
        var name = keys.Required("as");
        keys.Required(ValueKey);
        var decimals = keys.Number("decimals", 1, 6);
        if (name.Length > 0 && !Kinds.ContainsKey(name))
            keys.Unknown("as", "计算结果的类型", name, Kinds.Keys);
        if (decimals is not null && name != "number")
            keys.Problem("decimals", "的 decimals 只用于 as: number。删去它。");
        return new ComputedField(name == "number" ? new DecimalField(decimals ?? 2) : Kinds.GetValueOrDefault(name));
    }
}
