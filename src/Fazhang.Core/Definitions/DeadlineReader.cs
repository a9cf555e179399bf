using Fazhang.Core.Deadlines;
using Fazhang.Core.Definitions.Shapes;
using Fazhang.Core.Expressions;
using Fazhang.Core.Fields;

namespace Fazhang.Core.Definitions;

/// <summary>Reads the deadlines of a register.</summary>
internal static class DeadlineReader
{
    public static IReadOnlyList<DeadlineDefinition> Read(
        YamlReader reader,
        IReadOnlyList<FieldDefinition> fields,
        ChoiceList states,
        RegisterExpressions expressions,
        ReadingContext context
    )
    {
        var deadlines = new List<DeadlineDefinition>();
        foreach (var entry in reader.Entries("deadlines"))
        {
            context.CheckName(entry.Key, entry.Mark, "时限");
            var one = new YamlReader(entry.Value, entry.Mark, DeadlineShapes.Deadline, entry.Key, context.Problems);
            var due = one.Text("due") is { } written ? Due(written, one, expressions, context) : null;
            var (within, by, withinBy) = one.Has("due")
                ? (null, null, new Dictionary<string, Budget>())
                : ReadWithin(one, fields, context);
            var timed = within?.IsTimed == true || withinBy.Values.Any(budget => budget.IsTimed);
            var from = one.Has("due")
                ? fields.FirstOrDefault(field =>
                    due?.Fields.Contains(field.Key) == true && field.Type.Storage == Storage.StorageType.Date
                )
                : Field(one, "from", timed, fields, context);
            var until = Field(one, "until", timed, fields, context);
            if (due is not null && from is null)
                context.Problem(one.MarkOf("due"), $"时限“{entry.Key}”的 due 要用到一个日期字段，例如 due: reply_by。");
            foreach (var key in new[] { "from", "within" }.Where(key => one.Has("due") && one.Has(key)))
                context.Problem(one.MarkOf(key), $"时限“{entry.Key}”写了 due（届满日），就不写 {key}。删去其中一个。");
            var extend = one.Text("extend");
            var again = one.Flag("again");
            foreach (var key in new[] { "due", "extend" }.Where(key => again && one.Has(key)))
                context.Problem(
                    one.MarkOf(key),
                    $"时限“{entry.Key}”写了 again（办过之后重新起算），就不写 {key}。删去其中一个。"
                );
            foreach (var text in one.Texts("stops").Concat(one.Texts("in")).Where(text => !states.Has(text.Value)))
                context.Unknown(text.Mark, "环节", text.Value, states.Items.Select(item => item.Code));
            var title = one.Required("title");
            var law = context.Words(one.Required("law"), one.MarkOf("law"))!;
            var alerts = AlertReader.Read(one, context);
            CheckTimed(entry, one, timed, withinBy.Values, alerts, context);
            if (from is not null && until is not null)
            {
                deadlines.Add(
                    new()
                    {
                        Key = entry.Key,
                        Title = title,
                        Was = context.Former(one, entry.Key, "时限", reader.Entries("deadlines")),
                        From = from,
                        Until = until,
                        Within = within,
                        By = by,
                        WithinBy = withinBy,
                        Due = due,
                        Again = again,
                        Extend = extend is null ? null : ParseBudget(extend, one.MarkOf("extend"), context),
                        In = [.. one.Texts("in").Select(text => text.Value)],
                        Stops = [.. one.Texts("stops").Select(text => text.Value)],
                        Law = law,
                        Overdue = one.Text("overdue"),
                        Alerts = alerts,
                    }
                );
                context.Strict?.Deadline(deadlines[^1], one.MarkOf("law"));
            }
            else
                one.Text("overdue");
            one.Done();
        }
        return deadlines;
    }

    /// <summary>A date or month; for a clock in hours a date and time.</summary>
    private static FieldDefinition? Field(
        YamlReader one,
        string key,
        bool timed,
        IReadOnlyList<FieldDefinition> fields,
        ReadingContext context
    )
    {
        if (!timed)
            return context.DateField(one, key, fields);
        var name = one.Required(key);
        var field = fields.FirstOrDefault(field => field.Key == name);
        if (name.Length == 0 || field?.Type.Expression == ExpressionType.Moment)
            return field;
        if (field is null)
            context.Unknown(one.MarkOf(key), "字段", name, fields.Select(known => known.Key));
        else
            context.Problem(
                one.MarkOf(key),
                $"以小时、分钟计的时限，“{key}”要用日期时间字段（datetime），“{name}”是 {field.Type.Name}。"
            );
        return null;
    }

    /// <summary>Hours run by day and by night from moment to moment: nothing of days goes with them.</summary>
    private static void CheckTimed(
        YamlEntry entry,
        YamlReader one,
        bool timed,
        IEnumerable<Budget> budgets,
        IEnumerable<AlertDefinition> alerts,
        ReadingContext context
    )
    {
        if (timed && budgets.Any(budget => !budget.IsTimed))
            context.Problem(one.MarkOf("within"), $"时限“{entry.Key}”的 within 有的以小时计、有的以日计。分成两个时限。");
        foreach (var key in new[] { "extend", "stops", "again" }.Where(key => timed && one.Has(key)))
            context.Problem(one.MarkOf(key), $"以小时、分钟计的时限昼夜连续计算，不写 {key}。删去它。");
        if (alerts.Any(alert => alert.Offset.IsTimed != timed))
            context.Problem(
                entry.Mark,
                timed
                    ? $"时限“{entry.Key}”以小时计，提醒和升级也用 hours 或 minutes，例如 30 minutes before。"
                    : $"时限“{entry.Key}”以日计，提醒和升级也用 days、workdays 或 months。"
            );
        if (!timed && one.Text("extend") is { } text && Budget.Parse(text, out _) is { IsTimed: true })
            context.Problem(one.MarkOf("extend"), $"时限“{entry.Key}”以日计，extend 不能用小时。");
    }

    private static Expression? Due(string text, YamlReader reader, RegisterExpressions expressions, ReadingContext context)
    {
        var due = expressions.Date(text, reader.MarkOf("due"));
        if (due is { UsesToday: true })
            context.Problem(reader.MarkOf("due"), "时限的 due 不能用 today：届满日不能天天变。用记录里的日期字段。");
        return due;
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
        if (text.StartsWith(ExpressionScope.SettingPrefix, StringComparison.Ordinal))
            return OfSetting(text[ExpressionScope.SettingPrefix.Length..], mark, context);
        var budget = Budget.Parse(text, out var problem);
        if (problem is not null)
            context.Problem(mark, problem + "。");
        return budget;
    }

    private static Budget? OfSetting(string key, Mark mark, ReadingContext context)
    {
        if (!context.Settings.TryGetValue(key, out var setting))
            context.UnknownSetting(mark, key);
        else if (setting.Value.Period is { } period)
            return period with { Setting = key };
        else
            context.Problem(mark, $"设置“{key}”（{setting.Title}）是一个数，这里要期限。");
        return null;
    }
}
