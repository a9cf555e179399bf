using Fazhang.Core.Fields;

namespace Fazhang.Core.Definitions;

/// <summary>
/// What can only be judged once fields, states and actions of a register are all known: that every field can be filled
/// in by somebody, and that a computed one does not give away what it is computed from.
/// </summary>
internal static class FieldChecks
{
    public static void Check(
        IReadOnlyList<FieldDefinition> fields,
        ChoiceList states,
        IReadOnlyList<ActionDefinition> actions,
        YamlReader reader,
        ReadingContext context
    )
    {
        var marks = reader.Entries("fields").ToDictionary(entry => entry.Key, entry => entry.Mark, StringComparer.Ordinal);
        foreach (var field in fields.Where(field => marks.ContainsKey(field.Key)))
        {
            var mark = marks[field.Key];
            if (field.Type.IsComputed)
                CheckComputed(field, fields, actions, mark, context);
            CheckUnique(field, mark, context);
            CheckRequired(field, states, actions, mark, context);
        }
    }

    private static void CheckComputed(
        FieldDefinition field,
        IReadOnlyList<FieldDefinition> fields,
        IReadOnlyList<ActionDefinition> actions,
        Mark mark,
        ReadingContext context
    )
    {
        foreach (var action in actions)
            if (action.Asks.Any(ask => ask.Key == field.Key) || action.Sets.Any(set => set.Field.Key == field.Key))
                context.Problem(
                    mark,
                    $"字段“{field.Key}”是计算出来的，操作“{action.Key}”不能问它或设置它。从 asks 和 set 里删去。"
                );
        foreach (var source in fields.Where(source => field.Computed?.Fields.Contains(source.Key) == true))
        {
            if (IsPersonal(source) && field.Personal == Personal.None)
                context.Problem(
                    mark,
                    $"字段“{field.Key}”由个人信息“{source.Key}”算出，会把它泄露出去。给它写 sensitive: true（文字也可写 personal），或换一个来源。"
                );
            if (source.Visible is not null && field.Visible is null)
                context.Problem(
                    mark,
                    $"字段“{field.Key}”由限定可见的“{source.Key}”算出，会把它泄露出去。给它也写 visible，或换一个来源。"
                );
        }
    }

    /// <summary>Rows with a personal column are personal as a whole, but what is counted and summed over them is not.</summary>
    private static bool IsPersonal(FieldDefinition field) =>
        field.Personal == Personal.Hidden || (field.Personal != Personal.None && field.Type is not RowsField);

    private static void CheckUnique(FieldDefinition field, Mark mark, ReadingContext context)
    {
        if (field.UniqueWithin is not { } within)
            return;
        if (field.Type is LongTextField or RowsField or AttachmentField)
            context.Problem(mark, $"字段“{field.Key}”是 {field.Type.Name}，不能要求不重复。用一个短的字段，例如编号或代码。");
        if (within.Contains(field.Key))
            context.Problem(mark, $"字段“{field.Key}”的 unique 里不写它自己，只写在哪些字段相同的记录里不得重复。");
    }

    /// <summary>Whoever enters a record must be able to fill in what is required from the beginning.</summary>
    private static void CheckRequired(
        FieldDefinition field,
        ChoiceList states,
        IReadOnlyList<ActionDefinition> actions,
        Mark mark,
        ReadingContext context
    )
    {
        if (!field.Required || states.Items.Count == 0 || actions.Any(action => action.Asks.Any(ask => ask.Key == field.Key)))
            return;
        var initial = states.Items[0];
        foreach (var access in new[] { field.Visible, field.Editable })
            if (access?.States?.Contains(initial.Code) == false)
                context.Problem(
                    mark,
                    $"字段“{field.Key}”必填，但在第一个环节“{initial.Code}”不能填写，记录就登记不了。把该环节加进 states，或把 required 写成条件。"
                );
    }
}
