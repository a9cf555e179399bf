using Fazhang.Core.Definitions;

namespace Fazhang.Core.Demo.Auto;

/// <summary>The actions that bring a new record to a state, in order: what of it is filled in by then.</summary>
internal sealed class FlowPath
{
    private readonly RegisterDefinition register;

    private FlowPath(RegisterDefinition register, string state, IReadOnlyList<ActionDefinition> actions)
    {
        this.register = register;
        State = state;
        Actions = actions;
    }

    /// <summary>Key of the state it leads to.</summary>
    public string State { get; }

    public IReadOnlyList<ActionDefinition> Actions { get; }

    /// <summary>
    /// The shortest way to the state that takes the actions of <paramref name="via"/> in their order; null when there is
    /// none. Ways back (退回) are not taken unless named.
    /// </summary>
    public static FlowPath? To(RegisterDefinition register, string state, IReadOnlyList<string> via)
    {
        var taken = new List<ActionDefinition>();
        var at = register.Initial.Key;
        foreach (var key in via)
        {
            if (register.Action(key) is not { } action)
                return null;
            var (steps, place) = Shortest(register, at, place => register.State(place).Actions.Contains(key));
            if (steps is null)
                return null;
            taken.AddRange(steps);
            taken.Add(action);
            at = action.To ?? place;
        }
        if (Shortest(register, at, place => place == state).Steps is not { } last)
            return null;
        taken.AddRange(last);
        return new(register, state, taken);
    }

    /// <summary>True for what the entry form or an action of the way asks or counts.</summary>
    public bool Fills(FieldDefinition field) =>
        IsEntry(field)
        || Actions.Any(action => action.Asks.Contains(field) || action.Counts.Any(count => count.Field.Key == field.Key));

    public bool IsEntry(FieldDefinition field) =>
        !field.BuiltIn && !field.Retired && !field.Type.IsComputed && !register.IsFilledByFlow(field);

    /// <summary>True when some action of the way wants the field.</summary>
    public bool Wants(FieldDefinition field) =>
        Actions.Any(action => action.Asks.Contains(field) && !action.Optional.Contains(field.Key));

    /// <summary>What the last action that sets the field sets it to; null when none does.</summary>
    public Assignment? SetOf(FieldDefinition field) =>
        Actions.SelectMany(action => action.Sets).LastOrDefault(set => set.Field.Key == field.Key);

    private static (List<ActionDefinition>? Steps, string Place) Shortest(
        RegisterDefinition register,
        string from,
        Func<string, bool> there
    )
    {
        var ways = new Dictionary<string, List<ActionDefinition>>(StringComparer.Ordinal) { [from] = [] };
        var waiting = new Queue<string>([from]);
        while (waiting.TryDequeue(out var place))
        {
            if (there(place))
                return (ways[place], place);
            foreach (var key in register.State(place).Actions)
                if (
                    register.Action(key) is { To: { } to, Returns: false, Retired: false } action
                    && ways.TryAdd(to, [.. ways[place], action])
                )
                    waiting.Enqueue(to);
        }
        return (null, "");
    }
}
