using Fazhang.Core.Definitions.Shapes;
using Fazhang.Core.Fields;

namespace Fazhang.Core.Definitions;

/// <summary>Reads what `opens` says about the register it stands in; the other side is linked when all registers are known.</summary>
internal static class OpeningReader
{
    public static IReadOnlyList<OpeningDefinition> Read(
        YamlReader owner,
        IReadOnlyList<FieldDefinition> fields,
        RegisterExpressions expressions,
        ReadingContext context
    )
    {
        var node = owner.Node("opens");
        var items = node switch
        {
            null => [],
            YamlList list => list.Items,
            _ => [node],
        };
        var openings = new List<OpeningDefinition>();
        foreach (var item in items)
        {
            var reader = new YamlReader(item, item.Mark, OpeningShapes.Opening, null, context.Problems);
            var opening = One(owner, reader, fields, expressions, context);
            reader.Done();
            if (openings.Any(other => other.Target == opening.Target))
                context.Problem(item.Mark, $"opens 里“{opening.Target}”写了两次。一处只写一次，条件写在 when 里。");
            openings.Add(opening);
        }
        return openings;
    }

    private static OpeningDefinition One(
        YamlReader owner,
        YamlReader reader,
        IReadOnlyList<FieldDefinition> fields,
        RegisterExpressions expressions,
        ReadingContext context
    )
    {
        var back = new YamlText(reader.MarkOf("back"), reader.Required("back"), false);
        var target = reader.Required("register");
        var opening = new OpeningDefinition
        {
            Target = target,
            Title = reader.Text("title") ?? "",
            // Replaced when linked; the unit field of the source is there in any register.
            Back = fields[FieldDefinition.UnitSlot],
            Into = Into(reader, fields, target, context),
            When = reader.Text("when") is { } when ? expressions.Condition(when, reader.MarkOf("when")) : null,
            Offer = reader.Flag("offer"),
            Again = reader.Flag("again"),
            Unit = Unit(reader, fields, context),
            Draft = new OpeningDraft(reader.Mark, back, reader.Entries("fill"), expressions),
        };
        if (opening is { Offer: true, Into: not null })
            context.Problem(
                reader.MarkOf("into"),
                "offer: true 的不写 into：由人登记的记录用 back 引用本记录就连上了。删去 into。"
            );
        if (reader.Has("into") && owner.Has("register"))
            context.Problem(reader.MarkOf("into"), "登记时产生的不写 into：那时本记录还没有保存。把它写在一个操作里。");
        if (opening is { Again: true, Into: not null })
            context.Problem(reader.MarkOf("into"), "again: true 的不写 into：一个字段放不下几条记录。删去其中一个。");
        return opening;
    }

    private static FieldDefinition? Into(
        YamlReader reader,
        IReadOnlyList<FieldDefinition> fields,
        string target,
        ReadingContext context
    )
    {
        if (reader.Text("into") is not { } name)
            return null;
        var field = fields.FirstOrDefault(field => field.Key == name);
        if (field is null)
            context.Unknown(reader.MarkOf("into"), "字段", name, fields.Select(known => known.Key));
        else if (field.Type is not RecordField reference || reference.Of != target)
            context.Problem(reader.MarkOf("into"), $"into 的“{name}”要是引用“{target}”的字段（type: record, of: {target}）。");
        else
            return field;
        return null;
    }

    private static FieldDefinition? Unit(YamlReader reader, IReadOnlyList<FieldDefinition> fields, ReadingContext context)
    {
        if (reader.Text("unit") is not { } name)
            return null;
        var field = fields.FirstOrDefault(field => field.Key == name);
        if (field is null)
            context.Unknown(
                reader.MarkOf("unit"),
                "字段",
                name,
                fields.Where(own => own.Type is UnitField).Select(own => own.Key)
            );
        else if (field.Type is not UnitField)
            context.Problem(reader.MarkOf("unit"), $"unit 的“{name}”要是单位字段（type: unit）：新记录归那个单位。");
        else
            return field;
        return null;
    }
}
