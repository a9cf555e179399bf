using Fazhang.Core.Deadlines;
using Fazhang.Core.Definitions.Shapes;
using Fazhang.Core.Fields;

namespace Fazhang.Core.Definitions;

/// <summary>Reads the deadlines of a register.</summary>
internal static class DeadlineReader
{
    public static IReadOnlyList<DeadlineDefinition> Read(
        YamlReader reader,
        IReadOnlyList<FieldDefinition> fields,
        ChoiceList states,
        ReadingContext context
    )
    {
        var deadlines = new List<DeadlineDefinition>();
        foreach (var entry in reader.Entries("deadlines"))
        {
            context.CheckName(entry.Key, entry.Mark, "时限");
            var one = new YamlReader(entry.Value, entry.Mark, DeadlineShapes.Deadline, entry.Key, context.Problems);
            var from = context.DateField(one, "from", fields);
            var until = context.DateField(one, "until", fields);
            var (within, by, withinBy) = ReadWithin(one, fields, context);
            var extend = one.Text("extend");
            foreach (var text in one.Texts("stops").Concat(one.Texts("in")).Where(text => !states.Has(text.Value)))
                context.Unknown(text.Mark, "环节", text.Value, states.Items.Select(item => item.Code));
            var title = one.Required("title");
            var law = one.Required("law");
            var alerts = AlertReader.Read(one, context);
            if (from is not null && until is not null)
                deadlines.Add(
                    new()
                    {
                        Key = entry.Key,
                        Title = title,
                        From = from,
                        Until = until,
                        Within = within,
                        By = by,
                        WithinBy = withinBy,
                        Extend = extend is null ? null : ParseBudget(extend, one.MarkOf("extend"), context),
                        In = [.. one.Texts("in").Select(text => text.Value)],
                        Stops = [.. one.Texts("stops").Select(text => text.Value)],
                        Law = law,
                        Overdue = one.Text("overdue"),
                        Alerts = alerts,
                    }
                );
            else
                one.Text("overdue");
            one.Done();
        }
        return deadlines;
    }

    private static (Budget?, FieldDefinition?, IReadOnlyDictionary<string, Budget>) ReadWithin(
        YamlReader reader,
        IReadOnlyList<FieldDefinition> fields,
        ReadingContext context
    )
    {
        var none = new Dictionary<string, Budget>();
        switch (reader.Node("within"))
        {
            case YamlText text:
                return (ParseBudget(text.Value, text.Mark, context), null, none);
            case YamlMap { Entries: [{ Value: YamlMap budgets } entry] }:
                var field = fields.FirstOrDefault(field => field.Key == entry.Key);
                if (field?.Choices is null)
                {
                    context.Problem(entry.Mark, $"within 下的“{entry.Key}”要是一个代码字段（choice）。");
                    return (null, null, none);
                }
                var by = new Dictionary<string, Budget>(StringComparer.Ordinal);
                foreach (var budget in budgets.Entries)
                {
                    if (!field.Choices.Has(budget.Key))
                        context.Unknown(budget.Mark, "代码", budget.Key, field.Choices.Items.Select(item => item.Code));
                    if (budget.Value is YamlText text && ParseBudget(text.Value, budget.Mark, context) is { } parsed)
                        by[budget.Key] = parsed;
                }
                return (null, field, by);
            default:
                context.Problem(
                    reader.MarkOf("within"),
                    "时限缺少 within。写成 5 workdays 或 60 days，或按代码字段分：{procedure: {summary: 30 days, ordinary: 60 days}}。"
                );
                return (null, null, none);
        }
    }

    internal static Budget? ParseBudget(string text, Mark mark, ReadingContext context)
    {
        var budget = Budget.Parse(text, out var problem);
        if (problem is not null)
            context.Problem(mark, problem + "。");
        return budget;
    }
}
