using Fazhang.Core.Definitions.Shapes;
using Fazhang.Core.Expressions;

namespace Fazhang.Core.Definitions;

/// <summary>Reads one register file: head, fields, flow, deadlines, rules, indicators, access. See docs/guide/06.</summary>
internal static class RegisterReader
{
    /// <summary>PostgreSQL cuts names of tables and indexes at 63 bytes; what is left is for the index's own part.</summary>
    private const int LongestTable = 50;

    public static RegisterDefinition? Read(YamlNode node, ReadingContext context)
    {
        var reader = new YamlReader(node, node.Mark, RegisterShapes.Register, null, context.Problems);
        var key = reader.Required("register");
        var before = context.Problems.Count;
        foreach (var part in key.Split('.'))
            context.CheckName(part, reader.MarkOf("register"), "台账");
        if (context.Problems.Count == before && key.Count(c => c == '.') != 1)
            context.Problem(reader.MarkOf("register"), $"台账名称“{key}”应当是“条线.名称”两段，例如 reconsideration.case。");
        var was = Former(reader, context);
        var retired = reader.Flag("retired");
        var title = reader.Required("title");
        var line = reader.Required("line");
        context.CheckLine(line, reader.MarkOf("line"));
        var months = ReadPeriod(reader);
        var isReturn = months > 0;

        var flow = reader.Entries("flow");
        var states = new ChoiceList("state", "环节", [.. flow.Select(entry => new Choice(entry.Key, StateTitle(entry)))]);
        var fields = FieldReader.Read(reader, states, isReturn, context);
        var expressions = new RegisterExpressions(fields, context);
        fields = FieldReader.ReadConditions(reader, fields, expressions, context);

        var deadlines = DeadlineReader.Read(reader, fields, states, expressions, context);
        var actions = FlowReader.ReadActions(reader, fields, states, deadlines, expressions, context);
        FieldChecks.Check(fields, states, actions, reader, context);
        var register = new RegisterDefinition
        {
            Key = key,
            Title = title,
            Was = was,
            Retired = retired,
            Line = line,
            Law = reader.Text("law"),
            PeriodMonths = months,
            Number = NumberFormatReader.Read(reader, fields, context),
            Fields = fields,
            States = FlowReader.ReadStates(reader, actions, context),
            Actions = actions,
            Deadlines = deadlines,
            Rules = ReadRules(reader, fields, expressions, context),
            Indicators =
            [
                .. IndicatorReader
                    .Read(reader, key, line, fields, expressions, context)
                    .Select(indicator => indicator with { Was = FormerKeys(indicator, key, was) }),
            ],
            Access = ReadAccess(reader, context),
            Handover = ApprovalReader.Handover(reader, fields, context),
            Opens = OpeningReader.Read(reader, fields, expressions, context),
            NeedDrafts = EntryNeeds(reader, context),
            Forms = FormReader.Read(reader, fields, deadlines, expressions, context),
        };
        if (register.Table.Length > LongestTable)
            context.Problem(
                reader.MarkOf("register"),
                $"台账名称“{key}”太长：两段连同中间的点最多 {LongestTable - 2} 个字符。缩短其中一段。"
            );
        FormReader.CheckProduced(reader, register, context);
        context.Strict?.Register(register, reader);
        reader.Done();
        return key.Length == 0 || register.States.Count == 0 ? null : register;
    }

    /// <summary>On entry nothing refers to the record yet: only what it refers to can be asked.</summary>
    private static IReadOnlyList<NeedDraft> EntryNeeds(YamlReader reader, ReadingContext context)
    {
        var needs = NeedReader.Needs(reader, context);
        foreach (var need in needs.Where(need => need.Records is not null))
            context.Problem(need.Mark, "台账的 needs 只写 record：登记时还没有记录引用它。把 records 写在操作里。");
        return needs;
    }

    private static IReadOnlyList<string> Former(YamlReader reader, ReadingContext context)
    {
        var was = reader.Texts("was");
        foreach (var name in was)
        {
            foreach (var part in name.Value.Split('.'))
                context.CheckName(part, name.Mark, "台账");
            if (name.Value.Count(c => c == '.') != 1)
                context.Problem(name.Mark, $"旧名“{name.Value}”应当是“条线.名称”两段，与当时的台账名称一样。");
        }
        return [.. was.Select(name => name.Value)];
    }

    /// <summary>Every full key the indicator ever had: each of its names under each of the register's.</summary>
    private static IReadOnlyList<string> FormerKeys(IndicatorDefinition indicator, string register, IReadOnlyList<string> was)
    {
        var name = indicator.Key[(register.Length + 1)..];
        return
        [
            .. from key in was.Prepend(register)
            from own in indicator.Was.Prepend(name)
            where key + "." + own != indicator.Key
            select key + "." + own,
        ];
    }

    /// <summary>How many months a return covers; 0 for a register that is none.</summary>
    private static int ReadPeriod(YamlReader reader)
    {
        switch (reader.Text("period"))
        {
            case null:
                return 0;
            case "month":
                return 1;
            case "quarter":
                return 3;
            case "year":
                return 12;
            case var other:
                reader.Problem(
                    reader.MarkOf("period"),
                    $"报表期间只能是 month（月报）、quarter（季报）或 year（年报），现在是“{other}”。"
                );
                return 1;
        }
    }

    private static string StateTitle(YamlEntry entry) =>
        entry.Value is YamlMap map && map.Entries.FirstOrDefault(item => item.Key == "title")?.Value is YamlText title
            ? title.Value
            : entry.Key;

    private static List<RuleDefinition> ReadRules(
        YamlReader reader,
        IReadOnlyList<FieldDefinition> fields,
        RegisterExpressions expressions,
        ReadingContext context
    )
    {
        var rules = new List<RuleDefinition>();
        var node = reader.Node("rules");
        if (node is not (null or YamlList))
            context.Problem(node.Mark, "rules 应当是一个列表，每项写 check 和 say。");
        foreach (var item in (node as YamlList)?.Items ?? [])
        {
            var rule = new YamlReader(item, item.Mark, RegisterShapes.Rule, null, context.Problems);
            var check = expressions.Condition(rule.Required("check"), rule.MarkOf("check"));
            var say = context.Words(rule.Required("say"), rule.MarkOf("say"))!;
            var law = context.Words(rule.Text("law"), rule.MarkOf("law"));
            var name = rule.Text("field");
            var field = fields.FirstOrDefault(field => field.Key == name);
            if (name is not null && field is null)
                context.Unknown(rule.MarkOf("field"), "字段", name, fields.Select(f => f.Key));
            rule.Done();
            if (check is null)
                continue;
            rules.Add(new(check, say, law, field));
            context.Strict?.Rule(rules[^1], item.Mark);
        }
        return rules;
    }

    private static AccessDefinition ReadAccess(YamlReader reader, ReadingContext context)
    {
        var access = new YamlReader(reader.Node("access"), reader.Mark, RegisterShapes.Access, null, context.Problems);
        if (!reader.Has("access"))
            context.Problem(reader.Mark, "台账缺少 access：写明哪些角色可以 read、create、change、personal。");
        IReadOnlySet<string> Roles(string key) => context.RoleKeys(access.Texts(key)).ToHashSet(StringComparer.Ordinal);
        var definition = new AccessDefinition
        {
            Read = Roles("read"),
            Create = Roles("create"),
            Change = Roles("change"),
            Personal = Roles("personal"),
        };
        access.Done();
        return definition;
    }
}

/// <summary>Parses the expressions of one register and reports their problems at the right line.</summary>
internal sealed class RegisterExpressions(IReadOnlyList<FieldDefinition> fields, ReadingContext context)
{
    private readonly ExpressionScope scope = new(fields.Select(Field), context.SettingValues);

    /// <summary>A field, or a column of rows, as the expression language sees it.</summary>
    public static ExpressionField Field(FieldDefinition field) =>
        new()
        {
            Name = field.Key,
            Title = field.Title,
            Type = field.Type.Expression,
            Slot = field.Slot,
            Column = field.Column,
            Scale = field.Type.Scale,
            Choices = field.Choices?.Items.Select(item => item.Code).ToList() ?? [],
            Subtree = field.Choices is { } choices ? choices.Subtree : null,
            Columns = [.. field.Type.Columns.Select(Field)],
        };

    private readonly ExpressionScope people = UserWords.Scope(fields, context.SettingValues);

    /// <summary>A condition that may also ask about the person, or null after reporting why not.</summary>
    public Expression? Who(string text, Mark mark) => Condition(text, mark, people);

    /// <summary>The fields that expressions may name.</summary>
    public IReadOnlyList<FieldDefinition> Fields => fields;

    /// <summary>An expression that is true or false, or null after reporting why not.</summary>
    public Expression? Condition(string text, Mark mark) => Condition(text, mark, scope);

    /// <summary>An expression that is a date, or null after reporting why not.</summary>
    public Expression? Date(string text, Mark mark)
    {
        var expression = Any(text, mark, scope);
        if (expression is null || expression.Type == ExpressionType.Date)
            return expression;
        context.Problem(
            mark,
            $"“{text}”应当是一个日期，例如 reply_by 或 period + 1 month + 9 days；现在它的结果是{expression.Type.Chinese()}。"
        );
        return null;
    }

    private Expression? Condition(string text, Mark mark, ExpressionScope within)
    {
        var expression = Any(text, mark, within);
        if (expression is null || expression.Type == ExpressionType.Boolean)
            return expression;
        context.Problem(
            mark,
            $"“{text}”应当是能判断真假的条件，例如 closed_on is not empty；现在它的结果是{expression.Type.Chinese()}。"
        );
        return null;
    }

    /// <summary>An expression whose value can be stored in the field.</summary>
    public Expression? Value(string text, Mark mark, FieldDefinition field)
    {
        // A bare code or a quoted text is the usual case and needs no quoting in YAML.
        if (field.Choices is not null && field.Choices.Has(text))
            text = "'" + text + "'";
        var expression = Any(text, mark, scope);
        if (expression is null)
            return null;
        var fits =
            (expression.Type == field.Type.Expression && expression.Type is not (ExpressionType.Choices or ExpressionType.Rows))
            || (
                field.Type.Expression is ExpressionType.Choice or ExpressionType.Choices && expression.Type == ExpressionType.Text
            )
            || (field.Type.Expression == ExpressionType.Number && expression.Type == ExpressionType.Integer)
            || (
                field.Type.Expression == ExpressionType.Integer && expression.Type == ExpressionType.Number && expression.IsWhole
            );
        if (fits)
            return expression;
        context.Problem(
            mark,
            $"字段“{field.Key}”存的是{field.Type.Expression.Chinese()}，而“{text}”的结果是{expression.Type.Chinese()}。换成同一类型的值。"
        );
        return null;
    }

    private Expression? Any(string text, Mark mark, ExpressionScope within)
    {
        if (text.Length == 0)
            return null;
        var found = new List<ExpressionProblem>();
        var expression = Expression.Parse(text, within, found);
        foreach (var problem in found)
            context.Problem(mark, $"表达式“{text}”第 {problem.Position + 1} 个字符：{problem.Message}");
        return expression;
    }
}
