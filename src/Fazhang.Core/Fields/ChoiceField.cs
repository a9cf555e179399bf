using Fazhang.Core.Expressions;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Fields;

/// <summary>One code of a choice list. Which codes there are belongs to the field's definition, not to the type.</summary>
public sealed class ChoiceField : FieldType
{
    public override string Name => "choice";

    public override StorageType Storage => StorageType.Text;

    public override ExpressionType Expression => ExpressionType.Choice;

    public override Widget Widget => Widget.Choice;

    public override Parsed Parse(string input) => Parsed.Ok(input);

    public override string Input(object value) => (string)value;
}
