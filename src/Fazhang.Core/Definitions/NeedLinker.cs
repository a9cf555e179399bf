using Fazhang.Core.Expressions;
using Fazhang.Core.Fields;

namespace Fazhang.Core.Definitions;

/// <summary>Joins `needs`, `counts` and `also` with the registers they speak of: their conditions are read over the fields of those.</summary>
internal static class NeedLinker
{
    public static Dictionary<string, RegisterDefinition> Link(
        IReadOnlyDictionary<string, RegisterDefinition> registers,
        ReadingContext context
    )
    {
        IReadOnlyList<NeedDefinition> Needs(RegisterDefinition source, IReadOnlyList<NeedDraft> drafts) =>
            [.. drafts.Select(draft => Need(source, draft, registers, context)).OfType<NeedDefinition>()];
        return registers.ToDictionary(
            pair => pair.Key,
            pair =>
                pair.Value with
                {
                    Needs = Needs(pair.Value, pair.Value.NeedDrafts),
                    Actions =
                    [
                        .. pair.Value.Actions.Select(action =>
                            action.NeedDrafts.Count + action.CountDrafts.Count + action.AlsoDrafts.Count == 0
                                ? action
                                : action with
                                {
                                    Needs = Needs(pair.Value, action.NeedDrafts),
                                    Also =
                                    [
                                        .. action
                                            .AlsoDrafts.Select(draft => AlsoReader.Link(draft, registers, context))
                                            .OfType<AlsoDefinition>(),
                                    ],
                                    Counts =
                                    [
                                        .. action
                                            .CountDrafts.Select(draft => Count(pair.Value, draft, registers, context))
                                            .OfType<CountDefinition>(),
                                    ],
                                }
                        ),
                    ],
                },
            StringComparer.Ordinal
        );
    }

    private static NeedDefinition? Need(
        RegisterDefinition source,
        NeedDraft draft,
        IReadOnlyDictionary<string, RegisterDefinition> registers,
        ReadingContext context
    )
    {
        var of = draft.Record is { } record ? Reference(source, record, context) : null;
        var target = draft.Record is not null
            ? of is null
                ? null
                : registers.GetValueOrDefault(((RecordField)of.Type).Of)
            : Target(draft.Records!, registers, context);
        if (target is null)
            return null;
        var back = draft.By is { } by ? Back(source, target, by, context) : null;
        var check = Condition(target, draft.Check, context);
        var where = draft.Where is { } text ? Condition(target, text, context) : null;
        return check is null || (draft.By is not null && back is null)
            ? null
            : new()
            {
                Target = target.Key,
                Of = of,
                Back = back,
                Where = where,
                Check = check,
                Say = draft.Say,
            };
    }

    private static CountDefinition? Count(
        RegisterDefinition source,
        CountDraft draft,
        IReadOnlyDictionary<string, RegisterDefinition> registers,
        ReadingContext context
    )
    {
        if (Target(draft.Records, registers, context) is not { } target)
            return null;
        var where = draft.Where is { } text ? Condition(target, text, context) : null;
        var sum = draft.Sum is { } name ? target.Field(name.Value) : null;
        if (draft.Sum is { } wanted && sum is null)
            context.Unknown(wanted.Mark, $"“{target.Title}”的字段", wanted.Value, target.Fields.Select(own => own.Key));
        else if (
            sum is not null
            && (sum.Type.Expression, sum.Type.Scale) != (draft.Field.Type.Expression, draft.Field.Type.Scale)
        )
            context.Problem(draft.Mark, $"“{sum.Key}”的合计要记在同一类型、同样小数位的字段里，“{draft.Field.Key}”不是。");
        return Back(source, target, draft.By, context) is { } back
            ? new()
            {
                Field = draft.Field,
                Target = target.Key,
                Back = back,
                Where = where,
                Sum = sum,
            }
            : null;
    }

    private static Expression? Condition(RegisterDefinition target, YamlText text, ReadingContext context) =>
        new RegisterExpressions(target.Fields, context).Condition(text.Value, text.Mark);

    private static RegisterDefinition? Target(
        YamlText name,
        IReadOnlyDictionary<string, RegisterDefinition> registers,
        ReadingContext context
    )
    {
        if (name.Value.Length > 0 && !registers.ContainsKey(name.Value))
            context.Unknown(name.Mark, "台账", name.Value, registers.Keys);
        return registers.GetValueOrDefault(name.Value);
    }

    private static FieldDefinition? Reference(RegisterDefinition source, YamlText name, ReadingContext context)
    {
        if (source.Field(name.Value) is { Type: RecordField } field)
            return field;
        context.Unknown(
            name.Mark,
            "引用别的记录的字段（type: record）",
            name.Value,
            source.Fields.Where(own => own.Type is RecordField).Select(own => own.Key)
        );
        return null;
    }

    private static FieldDefinition? Back(
        RegisterDefinition source,
        RegisterDefinition target,
        YamlText name,
        ReadingContext context
    )
    {
        if (target.Field(name.Value) is { Type: RecordField reference } field && reference.Of == source.Key)
            return field;
        context.Unknown(
            name.Mark,
            $"“{target.Title}”里引用“{source.Key}”的字段",
            name.Value,
            target.Fields.Where(own => own.Type is RecordField of && of.Of == source.Key).Select(own => own.Key)
        );
        return null;
    }
}
