using System.Globalization;
using Fazhang.Core.Deadlines;

namespace Fazhang.Core.Definitions;

/// <summary>
/// What every place decides for itself (地方设置): a period or a number, with the rule it rests on. Deadlines, rules and
/// computed fields name it as setting.key.
/// </summary>
public sealed record SettingDefinition
{
    public required string Key { get; init; }

    public required string Title { get; init; }

    /// <summary>The value in force: the place's own, else the common one.</summary>
    public required SettingValue Value { get; init; }

    /// <summary>What the value rests on: the document of the place, or what is usual.</summary>
    public required string Source { get; init; }

    /// <summary>The common value of the definitions.</summary>
    public required SettingValue Default { get; init; }

    public required string DefaultSource { get; init; }

    /// <summary>Key of the business line it belongs to; null = several.</summary>
    public string? Line { get; init; }

    /// <summary>What a number counts: 分, 件; empty for periods.</summary>
    public string Measure { get; init; } = "";

    /// <summary>True when the place has said a value of its own.</summary>
    public bool IsLocal { get; init; }

    /// <summary>The value as people read it: 15日, 90分.</summary>
    public string Words => Value.Words(Measure);
}

/// <summary>A period (15 days) or a number (90, 99.5) as it is written in a definition.</summary>
/// <param name="Text">As written, with single spaces.</param>
/// <param name="Period">Null for a number.</param>
public sealed record SettingValue(string Text, Budget? Period)
{
    /// <summary>Reads a value; otherwise says in <paramref name="problem"/> what would be right.</summary>
    public static SettingValue? Parse(string text, out string? problem)
    {
        var written = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        problem = null;
        const NumberStyles plain = NumberStyles.AllowDecimalPoint;
        if (decimal.TryParse(written, plain, CultureInfo.InvariantCulture, out var number) && number < 1_000_000_000_000m)
            return new(written, null);
        if (Budget.Parse(written, out _) is { } period)
            return new(written, period);
        problem = $"“{text}”不是设置的值，应写成期限（15 days、5 workdays、6 months、5 years）或者不带单位的数（90、99.5）";
        return null;
    }

    public string Words(string measure) => Period?.ToString() ?? Text + measure;
}
