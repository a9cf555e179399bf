using System.Globalization;

namespace Fazhang.Core.Definitions;

/// <summary>A business line (业务条线): a group of the menu.</summary>
public sealed record LineDefinition(string Key, string Title);

/// <summary>What a role may do outside the registers.</summary>
public enum Permission
{
    /// <summary>See figures and where they come from.</summary>
    Figures,

    /// <summary>See the draft annual report, its audit and its exports.</summary>
    Report,

    /// <summary>Run and read the trial balance.</summary>
    TrialBalance,

    /// <summary>Close periods (关账), correct published figures (更正), and say since when a unit keeps records of its own.</summary>
    Closing,

    /// <summary>Open a closed period again (重开).</summary>
    Reopening,

    /// <summary>Read definitions, users and health.</summary>
    System,
}

/// <summary>A role (角色). A user holds roles at units; a role reaches the unit's whole subtree.</summary>
public sealed record RoleDefinition(string Key, string Title, IReadOnlySet<Permission> May);

/// <summary>All definitions, checked and linked. There is one per running process.</summary>
public sealed record Catalogue
{
    public required IReadOnlyList<LineDefinition> Lines { get; init; }

    public required IReadOnlyList<RoleDefinition> Roles { get; init; }

    public required IReadOnlyDictionary<string, RegisterDefinition> Registers { get; init; }

    /// <summary>All indicators of all registers and those that combine registers, by full key, in menu order.</summary>
    public required IReadOnlyDictionary<string, IndicatorDefinition> Indicators { get; init; }

    /// <summary>What the place decides for itself, by key, in the order of the file.</summary>
    public IReadOnlyDictionary<string, SettingDefinition> Settings { get; init; } = new Dictionary<string, SettingDefinition>();

    public required Deadlines.WorkCalendar Calendar { get; init; }

    /// <summary>The folder the definitions were read from (reports and demonstrations lie there too).</summary>
    public required string Directory { get; init; }

    public string LineTitle(string key) => Lines.FirstOrDefault(line => line.Key == key)?.Title ?? key;

    public string RoleTitle(string key) => Roles.FirstOrDefault(role => role.Key == key)?.Title ?? key;

    /// <summary>The indicator of a key; with @ and a number (closed@1) the version of its 口径. Null when there is none.</summary>
    public IndicatorDefinition? Find(string key) => Find(Indicators, key);

    /// <summary>As <see cref="Find(string)"/>, for keys that the loader has checked.</summary>
    public IndicatorDefinition Of(string key) =>
        Find(key) ?? throw new KeyNotFoundException($"The definitions were checked, but there is no indicator {key}.");

    internal static IndicatorDefinition? Find(IReadOnlyDictionary<string, IndicatorDefinition> indicators, string key)
    {
        var at = key.IndexOf('@', StringComparison.Ordinal);
        if (!indicators.TryGetValue(at < 0 ? key : key[..at], out var indicator))
            return null;
        return at < 0 ? indicator
            : int.TryParse(key.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
                ? indicator.AtVersion(version)
            : null;
    }

    /// <summary>Today's key of an indicator that has or once had the key; the key itself when none did.</summary>
    public string IndicatorNow(string key) =>
        Indicators.ContainsKey(key) ? key : Indicators.Values.FirstOrDefault(own => own.Was.Contains(key))?.Key ?? key;

    /// <summary>Today's key of a register that has or once had the key; the key itself when none did.</summary>
    public string RegisterNow(string key) =>
        Registers.ContainsKey(key) ? key : Registers.Values.FirstOrDefault(own => own.Was.Contains(key))?.Key ?? key;

    /// <summary>What other registers open in this one, with the action that does (null: entering a record).</summary>
    public IEnumerable<(RegisterDefinition Source, ActionDefinition? Action, OpeningDefinition Opening)> OpeningsInto(
        RegisterDefinition target
    ) =>
        from source in Registers.Values
        from pair in source.AllOpenings
        where pair.Opening.Target == target.Key
        select (source, pair.Action, pair.Opening);

    /// <summary>The register whose records post to an indicator; null for indicators that combine registers.</summary>
    public RegisterDefinition? RegisterOf(IndicatorDefinition indicator) =>
        indicator.Register is { } key ? Registers.GetValueOrDefault(key) : null;
}
