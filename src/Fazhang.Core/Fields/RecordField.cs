using System.Globalization;
using Fazhang.Core.Definitions;
using Fazhang.Core.Definitions.Shapes;
using Fazhang.Core.Expressions;
using Fazhang.Core.Records;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Fields;

/// <summary>
/// A record of a register, stored by its id. People type its number; #15 names it by id. Only records that the actor may
/// read can be picked, and only those who may read them see more than that there is one.
/// </summary>
public sealed class RecordField(string of = "", IReadOnlyList<string>? show = null, Mark mark = default) : FieldType
{
    private const string RegisterKey = "of";
    private const string ShowKey = "show";

    public override string Name => "record";

    public override StorageType Storage => StorageType.Integer;

    public override ExpressionType Expression => ExpressionType.Reference;

    public override Widget Widget => Widget.Record;

    public override string Meaning => "另一台账的一条记录；填它的编号，保存时核对";

    public override IReadOnlyList<ShapeKey> Keys =>
        [
            new(RegisterKey, Is.Word("台账"), "引用哪个台账的记录。", Required: true, Example: "mediation.case"),
            new(ShowKey, Is.OneOrMore(Is.Word("字段")), "显示它的哪些字段；不写只显示编号。个人信息按那个台账的规定遮盖。"),
        ];

    public override bool IsScalar => false;

    public override bool Refers => true;

    public override bool IsFiltered => false;

    /// <summary>Key of the register referred to.</summary>
    public string Of => of;

    /// <summary>Keys of that register's fields to be shown.</summary>
    public IReadOnlyList<string> Shown => show ?? [];

    /// <summary>Where the definition says so, for problems found when all registers are known.</summary>
    internal Mark Mark => mark;

    public override Parsed Parse(string input) =>
        input.StartsWith('#') && long.TryParse(input.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? Parsed.Ok(id)
            : Parsed.Wrong($"没有编号为“{input}”的记录。请核对编号；没有编号的记录填“#登记序号”。");

    public override string Input(object value) => "#" + ((long)value).ToString(CultureInfo.InvariantCulture);

    public override string Input(object value, FieldWords words) => words.NumberOf(of, (long)value) ?? Input(value);

    public override string Show(object value, FieldWords words) => words.Reference(this, (long)value);

    public override string? Matches(string column, string input, Func<object?, string> add) =>
        Parse(input).Value is long id ? $"{column} = {add(id)}" : null;

    internal override FieldType Configure(FieldKeys keys) =>
        new RecordField(keys.Required(RegisterKey), keys.Texts(ShowKey), keys.Mark);

    internal override Parsed Read(string input, FieldBooks books)
    {
        if (!input.StartsWith('#') && books.FindByNumber(of, input) is { } id)
            return Parsed.Ok(id);
        return Parse(input);
    }

    internal override string? Verify(object value, FieldBooks books) =>
        books.CanRead(of, (long)value) ? null : "填的记录不存在，或者不在您能查看的范围内。请核对编号。";
}
