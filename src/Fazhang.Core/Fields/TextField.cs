using Fazhang.Core.Expressions;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Fields;

/// <summary>One line of text, at most 200 characters.</summary>
public class TextField : FieldType
{
    public override string Name => "text";

    public override string Meaning => "一行文字，最多 200 字";

    public override StorageType Storage => StorageType.Text;

    public override ExpressionType Expression => ExpressionType.Text;

    public override Widget Widget => Widget.Line;

    public override bool IsText => true;

    protected virtual int Longest => 200;

    public override Parsed Parse(string input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.Length > Longest)
            return Parsed.Wrong($"最多 {Longest} 个字，现在 {input.Length} 个。请缩短。");
        foreach (var character in input)
            if (char.IsControl(character) && !(character is '\n' or '\r' or '\t'))
                return Parsed.Wrong("含有不可见的控制字符。请删去后重新输入。");
        return Parsed.Ok(input);
    }

    public override string Input(object value) => (string)value;
}
