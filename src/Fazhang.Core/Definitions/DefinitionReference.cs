using System.Globalization;
using System.Text;

namespace Fazhang.Core.Definitions;

/// <summary>Writes the definitions as a page for people: what each register asks, its flow, its clocks and its indicators.</summary>
public static class DefinitionReference
{
    public static string Write(Catalogue catalogue)
    {
        var page = new StringBuilder();
        page.Append("# 台账与指标\n\n");
        page.Append("由定义生成（`./fazhang docs`），测试核对它与定义一致。不要手改。\n");
        foreach (var register in catalogue.Registers.Values)
            Register(page, catalogue, register);
        Combined(page, catalogue);
        return page.ToString();
    }

    private static void Register(StringBuilder page, Catalogue catalogue, RegisterDefinition register)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n## {register.Title}\n\n");
        page.Append(CultureInfo.InvariantCulture, $"`{register.Key}` · {catalogue.LineTitle(register.Line)}");
        if (register.IsReturn)
            page.Append(" · ").Append(register.ReturnWord);
        if (register.Number is { } number)
            page.Append(CultureInfo.InvariantCulture, $" · 编号 `{number.Text}`");
        page.Append(CultureInfo.InvariantCulture, $"\n\n依据：{register.Law ?? "—"}\n\n");
        page.Append("| 字段 | 名称 | 类型 | 必填 | 个人信息 |\n|---|---|---|---|---|\n");
        foreach (var field in register.Fields.Where(field => !field.BuiltIn))
            Row(
                page,
                field.Title,
                $"`{field.Key}`",
                field.Choices is null
                    ? field.Type.Name
                    : "代码：" + string.Join("、", field.Choices.Items.Select(item => item.Title)),
                field.Required ? "是"
                    : field.RequiredWhen is { } when ? $"`{when.Text}`"
                    : "",
                field.Personal == Personal.None ? "" : "是"
            );
        Flow(page, catalogue, register);
        Deadlines(page, catalogue, register);
        Forms(page, register);
        Openings(page, catalogue, register);
        Needs(page, catalogue, register);
        Indicators(page, register.Indicators);
    }

    private static void Flow(StringBuilder page, Catalogue catalogue, RegisterDefinition register)
    {
        page.Append("\n| 环节 | 操作 | 到 | 谁 | 依据 |\n|---|---|---|---|---|\n");
        foreach (var state in register.States)
        {
            if (state.Final)
                Row(page, state.Title, "（终点）", "", "", "");
            foreach (var action in state.Actions.Select(key => register.Action(key)!))
                Row(
                    page,
                    state.Title,
                    action.Title,
                    action.To is null ? "（不变）" : register.State(action.To).Title,
                    Who(catalogue, action),
                    action.Law ?? ""
                );
        }
    }

    private static string Who(Catalogue catalogue, ActionDefinition action) =>
        string.Join("、", action.By.Select(catalogue.RoleTitle))
        + (action.Whom is { } whom ? $"中的{whom}" : "")
        + string.Concat(
            action.Approve.Select(step => $"，由{string.Join("或", step.By.Select(catalogue.RoleTitle))}{step.Title}")
        );

    private static void Forms(StringBuilder page, RegisterDefinition register)
    {
        if (register.Forms.Count == 0)
            return;
        page.Append("\n| 文书 | 编号 | 何时产生 |\n|---|---|---|\n");
        foreach (var form in register.Forms)
            Row(
                page,
                form.Title,
                form.Number is { } number ? $"`{number.Text}`" : "—",
                string.Join(
                    "；",
                    register
                        .Actions.Where(action => action.Produces == form.Key)
                        .Select(action => action.Title)
                        .Concat(form.By.Count > 0 ? ["可以单独出具"] : Array.Empty<string>())
                )
            );
    }

    private static void Openings(StringBuilder page, Catalogue catalogue, RegisterDefinition register)
    {
        if (!register.AllOpenings.Any())
            return;
        page.Append("\n| 由此产生 | 何时 | 怎样 | 条件 |\n|---|---|---|---|\n");
        foreach (var (action, opening) in register.AllOpenings)
            Row(
                page,
                catalogue.Registers[opening.Target].Title,
                action?.Title ?? "登记",
                opening.Offer ? $"案卷页上的按钮“{opening.Title}”" : "自动",
                opening.When is { } when ? $"`{when.Text}`" : ""
            );
    }

    private static void Needs(StringBuilder page, Catalogue catalogue, RegisterDefinition register)
    {
        var needs = register
            .Needs.Select(need => (Action: (ActionDefinition?)null, Need: need))
            .Concat(register.Actions.SelectMany(action => action.Needs.Select(need => ((ActionDefinition?)action, need))))
            .ToList();
        if (needs.Count > 0)
            page.Append("\n| 前提 | 何时 | 条件 |\n|---|---|---|\n");
        foreach (var (action, need) in needs)
            Row(
                page,
                need.Of?.Title ?? $"每条“{catalogue.Registers[need.Target].Title}”",
                action?.Title ?? "登记",
                (need.Where is { } where ? $"`{where.Text}` 的，" : "") + $"`{need.Check.Text}`"
            );
        var also = register.Actions.SelectMany(action => action.Also.Select(also => (action, also))).ToList();
        if (also.Count > 0)
            page.Append("\n| 连带办理 | 何时 | 对谁 | 条件 |\n|---|---|---|---|\n");
        foreach (var (action, other) in also)
            Row(
                page,
                catalogue.Registers[other.Target].Action(other.Action)!.Title,
                action.Title,
                other.Of.Title,
                string.Join("；", new[] { other.When?.Text, other.Where?.Text }.OfType<string>().Select(text => $"`{text}`"))
            );
        var counts = register.Actions.SelectMany(action => action.Counts.Select(count => (action, count))).ToList();
        if (counts.Count > 0)
            page.Append("\n| 自动计数 | 何时 | 数什么 |\n|---|---|---|\n");
        foreach (var (action, count) in counts)
            Row(
                page,
                count.Field.Title,
                action.Title,
                $"“{catalogue.Registers[count.Target].Title}”"
                    + (count.Sum is { } sum ? $"的{sum.Title}合计" : "的条数")
                    + (count.Where is { } where ? $"，`{where.Text}`" : "")
            );
    }

    private static string Alerts(Catalogue catalogue, DeadlineDefinition deadline) =>
        string.Join(
            "；",
            deadline.Alerts.Select(alert =>
                $"{(alert.Before ? "届满前" : "逾期")}{alert.Offset}"
                + (alert.To.Count > 0 ? $"告诉{string.Join("、", alert.To.Select(catalogue.RoleTitle))}" : "提醒")
            )
        );

    private static void Deadlines(StringBuilder page, Catalogue catalogue, RegisterDefinition register)
    {
        if (register.Deadlines.Count == 0)
            return;
        page.Append("\n| 时限 | 自 | 至 | 期限 | 依据 | 逾期 | 提醒 |\n|---|---|---|---|---|---|---|\n");
        foreach (var deadline in register.Deadlines)
            Row(
                page,
                deadline.Title,
                deadline.From.Title,
                deadline.Until.Title,
                (
                    deadline.Due is { } due
                        ? $"届满日 `{due.Text}`"
                        : deadline.Within?.ToString()
                            ?? string.Join(
                                "、",
                                deadline.WithinBy.Select(pair => $"{deadline.By!.Choices!.TitleOf(pair.Key)}{pair.Value}")
                            )
                ) + (deadline.Again ? "，办过后重新起算" : ""),
                deadline.Law,
                deadline.Overdue ?? "",
                Alerts(catalogue, deadline)
            );
    }

    private static void Indicators(StringBuilder page, IReadOnlyList<IndicatorDefinition> indicators)
    {
        page.Append("\n| 指标 | 名称 | 单位 | 口径 |\n|---|---|---|---|\n");
        foreach (var indicator in indicators)
            Row(page, indicator.Title, $"`{indicator.Key}`", indicator.Measure, Meaning(indicator));
    }

    /// <summary>The 口径 in words, by what it is also kept, and what it was before.</summary>
    private static string Meaning(IndicatorDefinition indicator) =>
        indicator.Meaning
        + (indicator.By is { } by ? $"按{by.Title}分类。" : "")
        + string.Concat(
            indicator.Earlier.Select(earlier =>
                $"第 {earlier.Version} 版（至 {earlier.LastMonth / 100}-{earlier.LastMonth % 100:00}）：{earlier.Meaning}"
            )
        );

    private static void Combined(StringBuilder page, Catalogue catalogue)
    {
        var combined = catalogue.Indicators.Values.Where(indicator => catalogue.RegisterOf(indicator) is null).ToList();
        if (combined.Count == 0)
            return;
        page.Append("\n## 跨台账指标\n");
        Indicators(page, combined);
    }

    private static void Row(StringBuilder page, params string[] cells) =>
        page.Append("| ")
            .AppendJoin(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))
            .Append(" |\n");
}
