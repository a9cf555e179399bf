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

    /// <summary>True for a return: one record a unit and month, holding totals.</summary>
    public bool IsReturn { get; init; }

    /// <summary>All fields. The first three are the engine's own: unit, state, number; a return's fourth is period.</summary>
    public required IReadOnlyList<FieldDefinition> Fields { get; init; }

    public required IReadOnlyList<StateDefinition> States { get; init; }

    public required IReadOnlyList<ActionDefinition> Actions { get; init; }

    public required IReadOnlyList<DeadlineDefinition> Deadlines { get; init; }

    public required IReadOnlyList<RuleDefinition> Rules { get; init; }

    public required IReadOnlyList<IndicatorDefinition> Indicators { get; init; }

    public required AccessDefinition Access { get; init; }

    /// <summary>The table that holds the records.</summary>
    public string Table => "r_" + Key.Replace('.', '_');

    public StateDefinition Initial => States[0];

    public FieldDefinition? Field(string key) => Fields.FirstOrDefault(field => field.Key == key);

    /// <summary>True for a field that an action asks or sets: it is filled in by the flow, not by the entry form.</summary>
    public bool IsFilledByFlow(FieldDefinition field) =>
        Actions.Any(action => action.Asks.Any(ask => ask.Key == field.Key) || action.Sets.Any(set => set.Field.Key == field.Key));

    /// <summary>The fields of the entry form: neither the engine's nor filled in by the flow. A return's month belongs to it.</summary>
    public IEnumerable<FieldDefinition> EntryFields =>
        Fields.Where(item => item.BuiltIn ? item.Key == "period" : !IsFilledByFlow(item));

    public StateDefinition State(string key) => States.First(state => state.Key == key);

    public ActionDefinition? Action(string key) => Actions.FirstOrDefault(action => action.Key == key);
}

/// <summary>A field of a register.</summary>
public sealed record FieldDefinition
{
    public const int UnitSlot = 0;
    public const int StateSlot = 1;
    public const int NumberSlot = 2;
    public const int PeriodSlot = 3;

    public required string Key { get; init; }

    public required string Title { get; init; }

    public required Fields.FieldType Type { get; init; }

    /// <summary>Position in the values array of a record.</summary>
    public required int Slot { get; init; }

    /// <summary>Whether a value must be present: always, never, or when this holds.</summary>
    public Expression? RequiredWhen { get; init; }

    public bool Required { get; init; }

    /// <summary>The value a new record starts with.</summary>
    public Expression? Default { get; init; }

    /// <summary>How the value is hidden from those who may not see personal data; None = not personal.</summary>
    public Personal Personal { get; init; }

    /// <summary>Shown as a column of the list.</summary>
    public bool Listed { get; init; }

    /// <summary>Offered in the search block of the list.</summary>
    public bool Searchable { get; init; }

    public string? Section { get; init; }

    public string? Help { get; init; }

    public ChoiceList? Choices { get; init; }

    /// <summary>Smallest and largest allowed value of a numeric field, in stored units.</summary>
    public long? Min { get; init; }

    public long? Max { get; init; }

    /// <summary>The engine's own fields (unit, state, number, period) are not in the definition file.</summary>
    public bool BuiltIn { get; init; }

    public string Column => Key;

    /// <summary>The value as a page shows it; null and empty become the empty string. Units need their names: see Units.</summary>
    public string Show(object? value) =>
        value switch
        {
            null => "",
            string code when Choices is not null => Choices.TitleOf(code),
            _ => Type.Show(value),
        };
}

/// <summary>How a personal value is masked.</summary>
public enum Personal
{
    None,

    /// <summary>A person's name: 周某某.</summary>
    Name,

    /// <summary>A telephone number: 138****5678.</summary>
    Phone,

    /// <summary>Anything else: all but the first characters hidden.</summary>
    Other,
}

/// <summary>A closed list of codes with their Chinese titles.</summary>
public sealed record ChoiceList(string Key, string Title, IReadOnlyList<Choice> Items)
{
    private readonly Dictionary<string, string> titles = Items.ToDictionary(item => item.Code, item => item.Title);

    public bool Has(string code) => titles.ContainsKey(code);

    public string TitleOf(string code) => titles.TryGetValue(code, out var title) ? title : code;
}

public sealed record Choice(string Code, string Title);

/// <summary>A state (环节) of the flow and the actions offered in it. A state without actions is final.</summary>
public sealed record StateDefinition
{
    public required string Key { get; init; }

    public required string Title { get; init; }

    public required IReadOnlyList<string> Actions { get; init; }

    public bool Final => Actions.Count == 0;
}

/// <summary>An action (操作): who may do it, where it leads, what it asks and what it sets.</summary>
public sealed record ActionDefinition
{
    public required string Key { get; init; }

    public required string Title { get; init; }

    /// <summary>Roles that may do it.</summary>
    public required IReadOnlyList<string> By { get; init; }

    /// <summary>The state it leads to; null = stays (for example 延长审限).</summary>
    public string? To { get; init; }

    /// <summary>Fields the user fills in (slot order).</summary>
    public required IReadOnlyList<FieldDefinition> Asks { get; init; }

    /// <summary>Of <see cref="Asks"/>, those that may stay empty.</summary>
    public required IReadOnlySet<string> Optional { get; init; }

    /// <summary>Fields set without asking.</summary>
    public required IReadOnlyList<Assignment> Sets { get; init; }

    /// <summary>Condition on the record as it will be after asking and setting.</summary>
    public Expression? When { get; init; }

    /// <summary>What to tell the user when <see cref="When"/> does not hold.</summary>
    public string? Otherwise { get; init; }

    /// <summary>The date field that says on which day the action took effect; null = the day it was entered. Clocks count by it.</summary>
    public FieldDefinition? On { get; init; }

    /// <summary>Key of the deadline that this action extends, once, by the deadline's extension.</summary>
    public string? Extends { get; init; }

    /// <summary>True when a written reason is required.</summary>
    public bool Reason { get; init; }

    /// <summary>The article it rests on.</summary>
    public string? Law { get; init; }
}

public sealed record Assignment(FieldDefinition Field, Expression Value);

/// <summary>A statutory or local time limit as data: never a stored date (see Deadlines).</summary>
public sealed record DeadlineDefinition
{
    public required string Key { get; init; }

    public required string Title { get; init; }

    /// <summary>The date field the clock starts from (that day is not counted).</summary>
    public required FieldDefinition From { get; init; }

    /// <summary>The date field that stops it.</summary>
    public required FieldDefinition Until { get; init; }

    /// <summary>The budget, when it is the same for every record.</summary>
    public Deadlines.Budget? Within { get; init; }

    /// <summary>The choice field that decides the budget, with a budget for each code.</summary>
    public FieldDefinition? By { get; init; }

    public IReadOnlyDictionary<string, Deadlines.Budget> WithinBy { get; init; } = new Dictionary<string, Deadlines.Budget>();

    /// <summary>How much an extension adds.</summary>
    public Deadlines.Budget? Extend { get; init; }

    /// <summary>States in which the clock means something while it is not done; empty = every state that is not final.</summary>
    public IReadOnlyList<string> In { get; init; } = [];

    /// <summary>States in which the time does not count.</summary>
    public IReadOnlyList<string> Stops { get; init; } = [];

    public required string Law { get; init; }

    /// <summary>What the law says happens when it runs out.</summary>
    public string? Overdue { get; init; }
}

/// <summary>A rule every saved record must satisfy. It fails only when the expression is false, not when it is unknown.</summary>
public sealed record RuleDefinition(Expression Check, string Say, FieldDefinition? Field);

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

/// <summary>The kinds of indicator there are.</summary>
public enum IndicatorKind
{
    Count,
    Sum,
    Ratio,
    Stock,
}

/// <summary>
/// An indicator (指标): what is counted, when and under which condition. Its value is a figure. Posted kinds (count,
/// sum, stock) have cells; a ratio is computed from two others when it is read.
/// </summary>
public sealed record IndicatorDefinition
{
    /// <summary>Full key: register key, dot, name.</summary>
    public required string Key { get; init; }

    public required string Title { get; init; }

    public required string Line { get; init; }

    public required IndicatorKind Kind { get; init; }

    /// <summary>The unit of measure in print: 件, 人次, 元, %.</summary>
    public required string Measure { get; init; }

    /// <summary>口径: the definition in words.</summary>
    public required string Meaning { get; init; }

    /// <summary>Version of the 口径, counted from 1.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The date field that says in which month it counts (stock: the month it begins).</summary>
    public FieldDefinition? On { get; init; }

    /// <summary>Stock only: the date field that says in which month it ends.</summary>
    public FieldDefinition? Until { get; init; }

    /// <summary>Sum only: the field that is added up.</summary>
    public FieldDefinition? Field { get; init; }

    public Expression? Where { get; init; }

    /// <summary>Ratio only: full keys.</summary>
    public string? Numerator { get; init; }

    public string? Denominator { get; init; }

    /// <summary>Decimals shown (a ratio in percent points).</summary>
    public int Decimals { get; init; }

    /// <summary>Cells hold the value times 10^Scale (money in 分: 2).</summary>
    public int Scale => Field?.Type.Scale ?? 0;

    /// <summary>
    /// Everything that decides what is posted, as one text: when it differs from the one the balances were posted by,
    /// the balances must be computed again.
    /// </summary>
    public string PostedBy => string.Join('|', Kind, On?.Key, Until?.Key, Field?.Key, Where?.Text);

    public required Mark Mark { get; init; }
}
