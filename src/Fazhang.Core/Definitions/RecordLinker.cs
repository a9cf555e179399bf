using Fazhang.Core.Fields;

namespace Fazhang.Core.Definitions;

/// <summary>Checks, once all registers are known, that references between registers name what exists.</summary>
internal static class RecordLinker
{
    public static void Check(IReadOnlyDictionary<string, RegisterDefinition> registers, ReadingContext context)
    {
        foreach (var field in registers.Values.SelectMany(register => register.Fields))
        {
            if (field.Type is not RecordField reference)
                continue;
            if (!registers.TryGetValue(reference.Of, out var target))
            {
                context.Unknown(reference.Mark, $"字段“{field.Key}”引用的台账", reference.Of, registers.Keys);
                continue;
            }
            foreach (var name in reference.Shown)
                if (target.Field(name) is not { } shown)
                    context.Unknown(reference.Mark, $"字段“{field.Key}”要显示的字段", name, target.Fields.Select(own => own.Key));
                else if (shown.Type is RecordField)
                    context.Problem(reference.Mark, $"字段“{field.Key}”要显示的“{name}”本身是引用。只显示那条记录自己的字段。");
        }
    }
}
