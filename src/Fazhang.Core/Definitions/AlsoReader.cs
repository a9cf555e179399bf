using Fazhang.Core.Definitions.Shapes;
using Fazhang.Core.Fields;

namespace Fazhang.Core.Definitions;

/// <summary>Reads `also`, and joins it with the register it leads to when all are known.</summary>
internal static class AlsoReader
{
    public static IReadOnlyList<AlsoDraft> Read(
        YamlReader owner,
        IReadOnlyList<FieldDefinition> fields,
        RegisterExpressions expressions,
        ReadingContext context
    )
    {
        var node = owner.Node("also");
        var items = node switch
        {
            null => [],
            YamlList list => list.Items,
            _ => [node],
        };
        var drafts = new List<AlsoDraft>();
        foreach (var item in items)
        {
            var reader = new YamlReader(item, item.Mark, NeedShapes.Also, null, context.Problems);
            var record = reader.Required("record");
            var action = new YamlText(reader.MarkOf("action"), reader.Required("action"), false);
            var when = reader.Text("when") is { } text ? expressions.Condition(text, reader.MarkOf("when")) : null;
            var where = reader.Text("where") is { } told ? new YamlText(reader.MarkOf("where"), told, false) : null;
            var filling = new OpeningDraft(item.Mark, action, reader.Entries("fill"), expressions);
            var mark = reader.MarkOf("record");
            reader.Done();
            if (fields.FirstOrDefault(field => field.Key == record) is { Type: RecordField } of)
                drafts.Add(new(item.Mark, of, action, when, where, filling));
            else if (record.Length > 0)
                context.Unknown(
                    mark,
                    "引用别的记录的字段（type: record）",
                    record,
                    fields.Where(own => own.Type is RecordField).Select(own => own.Key)
                );
        }
        return drafts;
    }

    public static AlsoDefinition? Link(
        AlsoDraft draft,
        IReadOnlyDictionary<string, RegisterDefinition> registers,
        ReadingContext context
    )
    {
        // A register that does not exist has been reported where the field refers to it.
        if (registers.GetValueOrDefault(((RecordField)draft.Of.Type).Of) is not { } target)
            return null;
        if (target.Action(draft.Action.Value) is not { Retired: false } action)
        {
            context.Unknown(
                draft.Action.Mark,
                $"“{target.Title}”的操作",
                draft.Action.Value,
                target.Actions.Where(own => !own.Retired).Select(own => own.Key)
            );
            return null;
        }
        if (action.Approve.Count > 0 || action.Also.Count + action.AlsoDrafts.Count > 0)
            context.Problem(
                draft.Mark,
                $"“{target.Title}”的“{action.Title}”{(action.Approve.Count > 0 ? "要审批" : "自己又连带办理别的")}，不能连带办理。换一个操作。"
            );
        var fills = draft
            .Filling.Fill.Select(entry => OpeningLinker.Fill(entry, [.. action.Asks], draft.Filling, context, "那一步能填的字段"))
            .OfType<FillDefinition>()
            .ToList();
        foreach (var field in action.Asks.Where(field => !action.Optional.Contains(field.Key)))
            if (draft.Filling.Fill.All(entry => entry.Key != field.Key))
                context.Problem(
                    draft.Mark,
                    $"连带办理的“{action.Title}”要问“{field.Key}”（{field.Title}）。在 fill 里写它怎样填。"
                );
        return new()
        {
            Of = draft.Of,
            Target = target.Key,
            Action = action.Key,
            When = draft.When,
            Where = draft.Where is { } where
                ? new RegisterExpressions(target.Fields, context).Condition(where.Value, where.Mark)
                : null,
            Fills = fills,
        };
    }
}
