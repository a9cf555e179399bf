using Fazhang.Core.Definitions.Shapes;
using Fazhang.Core.Fields;

namespace Fazhang.Core.Definitions;

/// <summary>Reads `needs` and `counts`; the other register is linked by <see cref="NeedLinker"/> when all are known.</summary>
internal static class NeedReader
{
    public static IReadOnlyList<NeedDraft> Needs(YamlReader owner, ReadingContext context)
    {
        var node = owner.Node("needs");
        var items = node switch
        {
            null => [],
            YamlList list => list.Items,
            _ => [node],
        };
        var drafts = new List<NeedDraft>();
        foreach (var item in items)
        {
            var reader = new YamlReader(item, item.Mark, NeedShapes.Need, null, context.Problems);
            var draft = new NeedDraft(
                item.Mark,
                Text(reader, "record"),
                Text(reader, "records"),
                Text(reader, "by"),
                Text(reader, "where"),
                new(reader.MarkOf("check"), reader.Required("check"), false),
                context.Words(reader.Required("say"), reader.MarkOf("say"))!
            );
            reader.Done();
            if (draft.Record is null == draft.Records is null)
                context.Problem(item.Mark, "前提要写 record（本记录引用的那一条）或 records（引用本记录的那些），写且只写一个。");
            else if (draft.Records is null != draft.By is null)
                context.Problem(item.Mark, "records 和 by 要一起写：by 是那个台账里引用本记录的字段。");
            else if (draft.Record is not null && draft.Where is not null)
                context.Problem(draft.Where.Mark, "where 用来从几条里挑，只与 records 一起写。把条件写进 check。");
            else
                drafts.Add(draft);
        }
        return drafts;
    }

    public static IReadOnlyList<CountDraft> Counts(
        YamlReader owner,
        IReadOnlyList<FieldDefinition> fields,
        ReadingContext context
    )
    {
        var drafts = new List<CountDraft>();
        foreach (var entry in owner.Entries("counts"))
        {
            var reader = new YamlReader(entry.Value, entry.Mark, NeedShapes.Count, entry.Key, context.Problems);
            var records = new YamlText(reader.MarkOf("records"), reader.Required("records"), false);
            var by = new YamlText(reader.MarkOf("by"), reader.Required("by"), false);
            var (where, sum) = (Text(reader, "where"), Text(reader, "sum"));
            reader.Done();
            var field = fields.FirstOrDefault(field => field.Key == entry.Key && !field.BuiltIn);
            if (field is null)
                context.Unknown(entry.Mark, "字段", entry.Key, fields.Where(own => !own.BuiltIn).Select(own => own.Key));
            else if (sum is null && field.Type is not IntegerField)
                context.Problem(entry.Mark, $"“{entry.Key}”是 {field.Type.Name}，条数要记在整数字段（type: integer）里。");
            else
                drafts.Add(new(field, entry.Mark, records, by, where, sum));
        }
        return drafts;
    }

    private static YamlText? Text(YamlReader reader, string key) =>
        reader.Text(key) is { } text ? new YamlText(reader.MarkOf(key), text, false) : null;
}
