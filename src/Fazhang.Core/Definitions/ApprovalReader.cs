using Fazhang.Core.Definitions.Shapes;
using Fazhang.Core.Fields;

namespace Fazhang.Core.Definitions;

/// <summary>Reads the steps of an approval and the handing over.</summary>
internal static class ApprovalReader
{
    public static IReadOnlyList<ApprovalStep> Steps(YamlReader action, RegisterExpressions expressions, ReadingContext context)
    {
        var steps = new List<ApprovalStep>();
        var node = action.Node("approve");
        // One step needs no list.
        var items = node switch
        {
            null => [],
            YamlList list => list.Items,
            _ => [node],
        };
        foreach (var item in items)
        {
            var one = new YamlReader(item, item.Mark, FlowShapes.Step, null, context.Problems);
            if (!one.Has("by"))
                context.Problem(item.Mark, "审批步骤缺少 by：写明哪个角色审批，例如 {by: [head], title: 审核}。");
            steps.Add(
                new()
                {
                    Title = one.Required("title"),
                    By = context.RoleKeys(one.Texts("by")),
                    When = one.Text("when") is { } when ? expressions.Condition(when, one.MarkOf("when")) : null,
                    Self = one.Flag("self"),
                }
            );
            one.Done();
        }
        return steps;
    }

    public static HandoverDefinition? Handover(YamlReader register, IReadOnlyList<FieldDefinition> fields, ReadingContext context)
    {
        if (register.Node("handover") is not { } node)
            return null;
        var reader = new YamlReader(node, node.Mark, FlowShapes.Handover, null, context.Problems);
        var name = reader.Text("field");
        var field = fields.FirstOrDefault(field => field.Key == name && !field.BuiltIn);
        if (name is not null && (field is null || !(field.Type.Name == "user" || field.Type is TextField)))
            context.Problem(
                reader.MarkOf("field"),
                $"handover 的 field“{name}”要是一个人员字段（user）或文字字段：移交时填接收人。"
            );
        var handover = new HandoverDefinition
        {
            By = context.RoleKeys(reader.Texts("by")),
            Field = field,
            Unit = reader.Flag("unit"),
        };
        if (handover.By.Count == 0)
            context.Problem(node.Mark, "handover 缺少 by：写明哪个角色可以移交。");
        if (handover is { Field: null, Unit: false })
            context.Problem(node.Mark, "handover 要写 field（填接收人的字段）或 unit: true（可以移交给别的单位）。");
        reader.Done();
        return handover;
    }
}
