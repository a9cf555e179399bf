using Fazhang.Core.Expressions;

namespace Fazhang.Core.Definitions;

/// <summary>The kinds of indicator there are.</summary>
public enum IndicatorKind
{
    /// <summary>How many records (计数). Posted.</summary>
    Count,

    /// <summary>A field of the records added up (合计). Posted.</summary>
    Sum,

    /// <summary>How many there are at the end of the period, or a field of those added up (存量). Posted.</summary>
    Stock,

    /// <summary>The mean of a field (平均): its sum and the number of records that have it are posted.</summary>
    Average,

    /// <summary>How many different values a field has (去重): recomputed from the records when it is read.</summary>
    Distinct,

    /// <summary>One indicator divided by another, in percent points (比率). Computed from balances.</summary>
    Ratio,

    /// <summary>Another indicator against the same period of the year before, in percent (同比). Computed from balances.</summary>
    Growth,

    /// <summary>What records say for some units and returns for others, nothing twice (归集). Computed from balances.</summary>
    Sources,
}

/// <summary>
/// The two sources of an indicator: for each unit and month exactly one of them speaks, decided by the month from which the
/// unit keeps records of its own (see Figures.Keeping).
/// </summary>
/// <param name="Records">Full key of the indicator of a register with one record a case.</param>
/// <param name="Returns">Full key of the indicator of a return (sums that a unit reports).</param>
public sealed record IndicatorSources(string Records, string Returns);

/// <summary>Since when and why an indicator is counted by its present rule (口径变化).</summary>
/// <param name="Month">The first month of the present rule, year × 100 + month.</param>
public sealed record IndicatorChange(int Month, string Because);

/// <summary>
/// An indicator (指标): what is counted, when and under which condition. Its value is a figure. Posted kinds have balances;
/// the others are computed from balances, or (distinct) from the records, when they are read.
/// </summary>
public sealed record IndicatorDefinition
{
    /// <summary>Full key: register key, dot, name.</summary>
    public required string Key { get; init; }

    public required string Title { get; init; }

    public required string Line { get; init; }

    /// <summary>Key of the register whose file it stands in; null for indicators that combine registers.</summary>
    public string? Register { get; init; }

    public required IndicatorKind Kind { get; init; }

    /// <summary>The unit of measure in print: 件, 人次, 元, %.</summary>
    public required string Measure { get; init; }

    /// <summary>口径: the definition in words.</summary>
    public required string Meaning { get; init; }

    /// <summary>Shown first on the workbench of those who work in its register.</summary>
    public bool Headline { get; init; }

    /// <summary>Version of the 口径, counted from 1.</summary>
    public int Version { get; init; } = 1;

    /// <summary>When and why the present version began; null for the first.</summary>
    public IndicatorChange? Changed { get; init; }

    /// <summary>The rules it was counted by before, newest first. They go on being posted, so that both series can be compared.</summary>
    public IReadOnlyList<IndicatorDefinition> Earlier { get; init; } = [];

    /// <summary>For an earlier version: its last month, year × 100 + month. Null for the present version.</summary>
    public int? LastMonth { get; init; }

    /// <summary>The date field that says in which month it counts (stock: the month it begins).</summary>
    public FieldDefinition? On { get; init; }

    /// <summary>Stock only: the date field that says in which month it ends.</summary>
    public FieldDefinition? Until { get; init; }

    /// <summary>The field that is added up (of a stock: of what is there), averaged, or whose different values are counted.</summary>
    public FieldDefinition? Field { get; init; }

    public Expression? Where { get; init; }

    /// <summary>The choice field by whose codes the figure is also kept (分类).</summary>
    public FieldDefinition? By { get; init; }

    /// <summary>Ratio only: full keys.</summary>
    public string? Numerator { get; init; }

    public string? Denominator { get; init; }

    /// <summary>Ratio only: for how many of the denominator; 100 = percent.</summary>
    public int Per { get; init; } = 100;

    /// <summary>Growth only: full key of the indicator whose growth it is.</summary>
    public string? Base { get; init; }

    public IndicatorSources? Sources { get; init; }

    /// <summary>Decimals shown (a ratio or growth in percent points).</summary>
    public int Decimals { get; init; }

    /// <summary>True for kinds that records post to.</summary>
    public bool IsPosted => Kind is IndicatorKind.Count or IndicatorKind.Sum or IndicatorKind.Stock or IndicatorKind.Average;

    /// <summary>True for kinds in percent, whose change is said in percent points.</summary>
    public bool IsPercent => Kind is IndicatorKind.Growth || (Kind is IndicatorKind.Ratio && Per == 100);

    /// <summary>True for kinds that are not amounts of their own but compare others.</summary>
    public bool IsCompared => Kind is IndicatorKind.Ratio or IndicatorKind.Growth;

    /// <summary>Balances hold the value times 10^Scale (money in 分: 2).</summary>
    public int Scale => Kind is IndicatorKind.Sum or IndicatorKind.Average or IndicatorKind.Stock ? Field?.Type.Scale ?? 0 : 0;

    /// <summary>The name its balances are kept under: an earlier version has balances of its own.</summary>
    public string Series => LastMonth is null ? Key : $"{Key}@{Version}";

    /// <summary>
    /// Everything that decides what is posted, as one text: when it differs from the one the balances were posted by,
    /// the balances must be computed again.
    /// </summary>
    public string PostedBy => (Version > 1 && LastMonth is null ? $"@{Version} " : "") + Rule;

    /// <summary>The rule without its version; of the kinds that are not posted, what they are made of.</summary>
    public string Rule =>
        Kind switch
        {
            IndicatorKind.Ratio => $"{Kind}|{Numerator}|{Denominator}" + (Per == 100 ? "" : $"|{Per}"),
            IndicatorKind.Growth => $"{Kind}|{Base}",
            IndicatorKind.Sources => $"{Kind}|{Sources?.Records}|{Sources?.Returns}",
            _ => string.Join('|', Kind, On?.Key, Until?.Key, Field?.Key, Where?.Meaning),
        };

    /// <summary>Full keys the indicator had before, also through a register that was renamed.</summary>
    public IReadOnlyList<string> Was { get; init; } = [];

    /// <summary>No longer posted; the series up to now stays and is shown for the periods that have values.</summary>
    public bool Retired { get; init; }

    /// <summary>Records post to it. A retired one keeps its balances, but nothing is added to them.</summary>
    public bool IsLive => IsPosted && !Retired;

    public required Mark Mark { get; init; }

    /// <summary>The version of that number; null when there is none.</summary>
    public IndicatorDefinition? AtVersion(int version) =>
        version == Version ? this : Earlier.FirstOrDefault(earlier => earlier.Version == version);
}
