using Fazhang.Core.Expressions;

namespace Fazhang.Core.Definitions;

/// <summary>
/// A register (台账) or a return (报表): one YAML file that makes a table, a form, a list, a flow with rights and
/// clocks, and the figures that its records post to. Immutable once loaded.
/// </summary>
public sealed record RegisterDefinition
{
    /// <summary>Stable key, line-dot-name: reconsideration.case.</summary>
    public required string Key { get; init; }

    public required string Title { get; init; }

    /// <summary>Key of the business line (menu group).</summary>
    public required string Line { get; init; }

    /// <summary>The law the flow and the clocks come from, in words.</summary>
    public string? Law { get; init; }

    /// <summary>How the record's number is built; null when records have no number of their own.</summary>
    public NumberFormat? Number { get; init; }

    /// <summary>Months that a return covers: 1, 3 or 12; 0 for a register that is no return.</summary>
    public int PeriodMonths { get; init; }

    /// <summary>True for a return: one record a unit and period, holding totals.</summary>
    public bool IsReturn => PeriodMonths > 0;

    /// <summary>The first day of the period that a day of a return falls into.</summary>
    public DateOnly PeriodOf(DateOnly day) => new(day.Year, ((day.Month - 1) / PeriodMonths * PeriodMonths) + 1, 1);

    /// <summary>A period in words: 2024年7月, 2024年第3季度, 2024年.</summary>
    public string PeriodTitle(DateOnly first) =>
        PeriodMonths switch
        {
            12 => $"{first.Year}年",
            3 => $"{first.Year}年第{((first.Month - 1) / 3) + 1}季度",
            _ => $"{first.Year}年{first.Month}月",
        };

    /// <summary>月报, 季报 or 年报.</summary>
    public string ReturnWord =>
        PeriodMonths switch
        {
            12 => "年报",
            3 => "季报",
            _ => "月报",
        };

    /// <summary>All fields. The first three are the engine's own: unit, state, number; a return's fourth is period.</summary>
    public required IReadOnlyList<FieldDefinition> Fields { get; init; }

    public required IReadOnlyList<StateDefinition> States { get; init; }

    public required IReadOnlyList<ActionDefinition> Actions { get; init; }

    public required IReadOnlyList<DeadlineDefinition> Deadlines { get; init; }

    public required IReadOnlyList<RuleDefinition> Rules { get; init; }

    public required IReadOnlyList<IndicatorDefinition> Indicators { get; init; }

    public required AccessDefinition Access { get; init; }

    /// <summary>Keys the register had before, newest first: journal entries still carry them.</summary>
    public IReadOnlyList<string> Was { get; init; } = [];

    /// <summary>No new records; those there are can be read and brought to their end.</summary>
    public bool Retired { get; init; }

    /// <summary>The key of today and all former ones: what journal entries of this register may carry.</summary>
    public IReadOnlyList<string> Keys => [Key, .. Was];

    /// <summary>Handing over; null when records of this register stay where they are.</summary>
    public HandoverDefinition? Handover { get; init; }

    /// <summary>The print forms.</summary>
    public IReadOnlyList<FormDefinition> Forms { get; init; } = [];

    /// <summary>Records of other registers that come out of entering one here; those of a step stand in its action.</summary>
    public IReadOnlyList<OpeningDefinition> Opens { get; init; } = [];

    /// <summary>What a record referred to must be like when the reference is made.</summary>
    public IReadOnlyList<NeedDefinition> Needs { get; init; } = [];

    /// <summary>What was read of <see cref="Needs"/>, until all registers are known.</summary>
    internal IReadOnlyList<NeedDraft> NeedDrafts { get; init; } = [];

    /// <summary>Everything that comes out of records of this register, with the action it belongs to (null: entering).</summary>
    public IEnumerable<(ActionDefinition? Action, OpeningDefinition Opening)> AllOpenings =>
        Opens
            .Select(opening => ((ActionDefinition?)null, opening))
            .Concat(Actions.SelectMany(action => action.Opens.Select(opening => ((ActionDefinition?)action, opening))));

    /// <summary>The table that holds the records.</summary>
    public string Table => TableOf(Key);

    /// <summary>The table that holds the records of the register with that key.</summary>
    public static string TableOf(string key) => "r_" + key.Replace('.', '_');

    public StateDefinition Initial => States[0];

    public FieldDefinition? Field(string key) => Fields.FirstOrDefault(field => field.Key == key);

    /// <summary>True for a field that an action asks or sets: it is filled in by the flow, not by the entry form.</summary>
    public bool IsFilledByFlow(FieldDefinition field) =>
        !field.AtEntry
        && Actions.Any(action =>
            action.Asks.Any(ask => ask.Key == field.Key)
            || action.Sets.Any(set => set.Field.Key == field.Key)
            || action.Opens.Any(opening => opening.Into?.Key == field.Key)
            || action.CountDrafts.Any(count => count.Field.Key == field.Key)
        );

    /// <summary>The fields of the entry form: neither the engine's nor computed nor filled in by the flow. A return's month belongs to it.</summary>
    public IEnumerable<FieldDefinition> EntryFields =>
        Fields.Where(item =>
            item.BuiltIn ? item.Key == "period" : !item.Retired && !item.Type.IsComputed && !IsFilledByFlow(item)
        );

    public StateDefinition State(string key) => States.First(state => state.Key == key);

    public ActionDefinition? Action(string key) => Actions.FirstOrDefault(action => action.Key == key);

    /// <summary>The field that has or once had the key; null when none ever did.</summary>
    public FieldDefinition? FieldNow(string key) => Field(key) ?? Fields.FirstOrDefault(field => field.Was.Contains(key));

    /// <summary>Today's key of the action that has or once had the key, also behind the mark of an entry about it (ask:decide).</summary>
    public string ActionNow(string key) =>
        key.IndexOf(':', StringComparison.Ordinal) is >= 0 and var at
            ? key[..(at + 1)] + ActionNow(key[(at + 1)..])
            : Actions.FirstOrDefault(action => action.Was.Contains(key))?.Key ?? key;

    /// <summary>Today's key of the state that has or once had the key.</summary>
    public string? StateNow(string? key) =>
        key is null ? null : States.FirstOrDefault(state => state.Was.Contains(key))?.Key ?? key;
}

/// <summary>A rule every saved record must satisfy. It fails only when the expression is false, not when it is unknown.</summary>
/// <param name="Check">What must not be false.</param>
/// <param name="Say">What is wrong and how to mend it.</param>
/// <param name="Law">Where the rule comes from; null when it only compares the record with itself.</param>
/// <param name="Field">The field beside which the message stands.</param>
public sealed record RuleDefinition(Expression Check, string Say, string? Law, FieldDefinition? Field)
{
    /// <summary>The message with what it rests on.</summary>
    public string Message => Law is null ? Say : $"{Say}（依据：{Law}）";
}

/// <summary>Who may do what with a register, by role; the actions name their own roles.</summary>
public sealed record AccessDefinition
{
    public required IReadOnlySet<string> Read { get; init; }

    public required IReadOnlySet<string> Create { get; init; }

    /// <summary>Correct a record outside the flow (journaled with a reason).</summary>
    public required IReadOnlySet<string> Change { get; init; }

    /// <summary>See personal fields in clear; every look is journaled.</summary>
    public required IReadOnlySet<string> Personal { get; init; }
}
