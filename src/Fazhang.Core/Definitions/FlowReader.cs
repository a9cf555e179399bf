using Fazhang.Core.Definitions.Shapes;

namespace Fazhang.Core.Definitions;

/// <summary>Reads states and actions and checks that the flow holds together: every state can be reached and left.</summary>
internal static class FlowReader
{
    public static IReadOnlyList<ActionDefinition> ReadActions(
        YamlReader reader,
        IReadOnlyList<FieldDefinition> fields,
        ChoiceList states,
        IReadOnlyList<DeadlineDefinition> deadlines,
        RegisterExpressions expressions,
        ReadingContext context
    )
    {
        var actions = new List<ActionDefinition>();
        foreach (var entry in reader.Entries("actions"))
        {
            context.CheckName(entry.Key, entry.Mark, "操作");
            var one = new YamlReader(entry.Value, entry.Mark, FlowShapes.Action, entry.Key, context.Problems);
            var to = one.Text("to");
            if (to is not null && !states.Has(to))
                context.Unknown(one.MarkOf("to"), "环节", to, states.Items.Select(item => item.Code));
            var extends = one.Text("extends");
            if (extends is not null && deadlines.All(deadline => deadline.Key != extends || deadline.Extend is null))
                context.Problem(one.MarkOf("extends"), $"没有可延长的时限“{extends}”。在 deadlines 里定义它，并写明 extend。");
            if (!one.Has("by"))
                context.Problem(entry.Mark, $"操作“{entry.Key}”缺少 by：写明哪个角色可以做。");
            var asks = AskedFields(one, fields, context);
            actions.Add(
                new()
                {
                    Key = entry.Key,
                    Title = one.Required("title"),
                    By = context.RoleKeys(one.Texts("by")),
                    To = to,
                    Asks = asks,
                    Optional = OptionalFields(one, asks, context),
                    Sets = Assignments(one, fields, expressions, context),
                    When = one.Text("when") is { } when ? expressions.Condition(when, one.MarkOf("when")) : null,
                    Otherwise = context.Words(one.Text("otherwise"), one.MarkOf("otherwise")),
                    On = EffectiveOn(one, asks, context),
                    Extends = extends,
                    Reason = one.Flag("reason") || one.Flag("returns"),
                    Law = one.Text("law"),
                    Was = context.Former(one, entry.Key, "操作", reader.Entries("actions")),
                    Retired = one.Flag("retired"),
                    Who = one.Text("who") is { } who ? expressions.Who(who, one.MarkOf("who")) : null,
                    Whom = one.Text("whom"),
                    Approve = ApprovalReader.Steps(one, expressions, context),
                    Returns = one.Flag("returns"),
                    Produces = ProducedForm(one, context),
                    Opens = OpeningReader.Read(one, fields, expressions, context),
                    AlsoDrafts = AlsoReader.Read(one, fields, expressions, context),
                    NeedDrafts = NeedReader.Needs(one, context),
                    CountDrafts = NeedReader.Counts(one, fields, context),
                }
            );
            if (one.Has("who") != one.Has("whom"))
                context.Problem(one.Mark, $"操作“{entry.Key}”的 who 和 whom 要一起写：whom 用中文说明是谁，例如“承办人本人”。");
            if (one.Flag("returns") && to is null)
                context.Problem(one.MarkOf("returns"), $"操作“{entry.Key}”是退回，要用 to 写明退回到哪个环节。");
            if (one.Has("when") && !one.Has("otherwise"))
                context.Problem(
                    one.MarkOf("when"),
                    $"操作“{entry.Key}”有条件 when，还要写 otherwise：条件不满足时对用户说什么。"
                );
            one.Done();
        }
        return actions;
    }

    public static IReadOnlyList<StateDefinition> ReadStates(
        YamlReader reader,
        IReadOnlyList<ActionDefinition> actions,
        ReadingContext context
    )
    {
        var states = new List<StateDefinition>();
        var marks = new Dictionary<string, Mark>(StringComparer.Ordinal);
        foreach (var entry in reader.Entries("flow"))
        {
            context.CheckName(entry.Key, entry.Mark, "环节");
            var one = new YamlReader(entry.Value, entry.Mark, FlowShapes.State, entry.Key, context.Problems);
            var title = one.Required("title");
            var offered = one.Texts("actions");
            var retired = one.Flag("retired");
            if (retired && offered.Count > 0)
                context.Problem(entry.Mark, $"环节“{entry.Key}”已停用，不能再有操作。把 actions 写成 []。");
            foreach (var action in offered.Where(text => actions.Any(own => own.Key == text.Value && own.Retired)))
                context.Problem(action.Mark, $"操作“{action.Value}”已停用。把它从环节的 actions 里去掉。");
            foreach (var action in offered.Where(text => actions.All(action => action.Key != text.Value)))
                context.Unknown(action.Mark, "操作", action.Value, actions.Select(action => action.Key));
            marks[entry.Key] = entry.Mark;
            states.Add(
                new()
                {
                    Key = entry.Key,
                    Title = title,
                    Actions = [.. offered.Select(text => text.Value)],
                    Was = context.Former(one, entry.Key, "环节", reader.Entries("flow")),
                    Retired = retired,
                }
            );
            one.Done();
        }
        if (states.Count == 0)
            context.Problem(reader.Mark, "台账缺少 flow：至少写一个环节。");
        else
        {
            CheckReachable(states, actions, marks, context);
            CheckRetired(states, actions, marks, context);
        }
        foreach (var action in actions.Where(action => action.Returns))
            CheckReturn(reader, states, actions, action, context);
        foreach (
            var action in actions.Where(action => !action.Retired && states.All(state => !state.Actions.Contains(action.Key)))
        )
            context.Problem(
                reader.Entries("actions").First(entry => entry.Key == action.Key).Mark,
                $"操作“{action.Key}”不在任何环节里。把它写进某个环节的 actions，或删去。"
            );
        return states;
    }

    /// <summary>A return leads to where the record can have come from: from there, going forward, its own state is reached.</summary>
    private static void CheckReturn(
        YamlReader reader,
        List<StateDefinition> states,
        IReadOnlyList<ActionDefinition> actions,
        ActionDefinition action,
        ReadingContext context
    )
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<string?>([action.To]);
        while (waiting.TryDequeue(out var key))
            foreach (var next in actions.Where(other => !other.Returns && other.To is not null))
                if (states.Any(state => state.Key == key && state.Actions.Contains(next.Key)) && reached.Add(next.To!))
                    waiting.Enqueue(next.To);
        foreach (var state in states.Where(state => state.Actions.Contains(action.Key) && !reached.Contains(state.Key)))
            context.Problem(
                reader.Entries("actions").First(entry => entry.Key == action.Key).Mark,
                $"操作“{action.Key}”是退回，但从“{action.To}”往前办不到“{state.Key}”。to 要写案卷经过的环节。"
            );
    }

    private static void CheckReachable(
        List<StateDefinition> states,
        IReadOnlyList<ActionDefinition> actions,
        Dictionary<string, Mark> marks,
        ReadingContext context
    )
    {
        IEnumerable<string> Targets(StateDefinition state) =>
            actions.Where(action => state.Actions.Contains(action.Key)).Select(action => action.To).OfType<string>();
        var reached = new HashSet<string>(StringComparer.Ordinal) { states[0].Key };
        var waiting = new Queue<StateDefinition>([states[0]]);
        while (waiting.TryDequeue(out var state))
            foreach (var target in Targets(state))
                if (states.FirstOrDefault(other => other.Key == target) is { } next && reached.Add(target))
                    waiting.Enqueue(next);
        foreach (var state in states.Where(state => !state.Retired && !reached.Contains(state.Key)))
            context.Problem(
                marks[state.Key],
                $"环节“{state.Key}”没有入口：从“{states[0].Key}”出发没有操作能到达它。给某个操作写 to: {state.Key}，或删去该环节。"
            );
        // A state with actions that all stay where they are is a trap nobody meant; a final state has no actions at all.
        foreach (var state in states.Where(state => !state.Final && !Targets(state).Any(target => target != state.Key)))
            context.Problem(
                marks[state.Key],
                $"环节“{state.Key}”没有出口：它的操作都不离开它。给一个操作写 to，或删去全部 actions 使它成为终点。"
            );
    }

    private static void CheckRetired(
        List<StateDefinition> states,
        IReadOnlyList<ActionDefinition> actions,
        Dictionary<string, Mark> marks,
        ReadingContext context
    )
    {
        if (states[0].Retired)
            context.Problem(marks[states[0].Key], $"环节“{states[0].Key}”是起点，不能停用。把新的起点写在最前面。");
        foreach (var state in states.Where(state => state.Retired))
        foreach (var action in actions.Where(action => !action.Retired && action.To == state.Key))
            context.Problem(marks[state.Key], $"环节“{state.Key}”已停用，操作“{action.Key}”不能再到这里。改它的 to。");
    }

    private static List<FieldDefinition> AskedFields(
        YamlReader reader,
        IReadOnlyList<FieldDefinition> fields,
        ReadingContext context
    )
    {
        var asked = new List<FieldDefinition>();
        foreach (var text in reader.Texts("asks"))
            if (fields.FirstOrDefault(field => field.Key == text.Value && !field.BuiltIn) is { } field)
            {
                asked.Add(field);
                if (field.Retired)
                    context.Problem(text.Mark, $"字段“{text.Value}”已停用，操作不能再问它。从 asks 里去掉。");
            }
            else
                context.Unknown(text.Mark, "字段", text.Value, fields.Where(f => !f.BuiltIn).Select(f => f.Key));
        return asked;
    }

    private static string? ProducedForm(YamlReader reader, ReadingContext context)
    {
        if (reader.Node("produces") is not { } node)
            return null;
        var produces = new YamlReader(node, node.Mark, FlowShapes.Produces, null, context.Problems);
        var form = produces.Required("form");
        produces.Done();
        return form;
    }

    private static FieldDefinition? EffectiveOn(YamlReader reader, List<FieldDefinition> asks, ReadingContext context)
    {
        var name = reader.Text("on");
        var field = asks.FirstOrDefault(field => field.Key == name && field.Type is Fields.DateField);
        if (name is not null && field is null)
            context.Problem(reader.MarkOf("on"), $"on 里的“{name}”要是本操作 asks 里的一个日期字段。");
        return field;
    }

    private static HashSet<string> OptionalFields(YamlReader reader, List<FieldDefinition> asks, ReadingContext context)
    {
        foreach (var text in reader.Texts("optional").Where(text => asks.All(field => field.Key != text.Value)))
            context.Problem(text.Mark, $"optional 里的“{text.Value}”不在 asks 里。先在 asks 里写它。");
        return reader.Texts("optional").Select(text => text.Value).ToHashSet(StringComparer.Ordinal);
    }

    private static List<Assignment> Assignments(
        YamlReader reader,
        IReadOnlyList<FieldDefinition> fields,
        RegisterExpressions expressions,
        ReadingContext context
    )
    {
        var assignments = new List<Assignment>();
        foreach (var entry in reader.Entries("set"))
        {
            var field = fields.FirstOrDefault(field => field.Key == entry.Key && !field.BuiltIn);
            if (field is null)
                context.Unknown(entry.Mark, "字段", entry.Key, fields.Where(f => !f.BuiltIn).Select(f => f.Key));
            else if (field.Retired)
                context.Problem(entry.Mark, $"字段“{entry.Key}”已停用，操作不能再设置它。从 set 里去掉。");
            else if (entry.Value is not YamlText text)
                context.Problem(entry.Mark, $"set 的“{entry.Key}”后面应当是一个值或表达式。");
            else if (text is { Value: "empty", Quoted: false })
                assignments.Add(new(field, null));
            else if (expressions.Value(text.Value, entry.Mark, field) is { } value)
                assignments.Add(new(field, value));
        }
        return assignments;
    }
}
