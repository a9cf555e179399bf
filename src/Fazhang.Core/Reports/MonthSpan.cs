using System.Globalization;
using System.Text.RegularExpressions;
using Fazhang.Core.Figures;

namespace Fazhang.Core.Reports;

/// <summary>Months of a year that is not yet named: Q3, H1, 09, 01..09.</summary>
/// <param name="From">First month, 1 to 12.</param>
/// <param name="To">Last month, not before the first.</param>
public readonly partial record struct MonthSpan(int From, int To)
{
    /// <summary>How a span is written; for messages.</summary>
    public const string Choices = "Q1—Q4(季度)、H1或H2(半年)、09(九月)、01..09(一至九月)";

    /// <summary>The months in a year.</summary>
    public Period Of(int year) => new(year * 100 + From, year * 100 + To);

    /// <summary>Reads a span; null when it is none.</summary>
    public static MonthSpan? Parse(string text)
    {
        if (Pattern().Match(text) is not { Success: true } match)
            return null;
        int Number(string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
        if (match.Groups["quarter"].Success)
            return new(Number("quarter") * 3 - 2, Number("quarter") * 3);
        if (match.Groups["half"].Success)
            return new(Number("half") * 6 - 5, Number("half") * 6);
        var from = Number("from");
        var to = match.Groups["to"].Success ? Number("to") : from;
        return from <= to ? new(from, to) : null;
    }

    /// <summary>As it is written: quarters and halves by their letters.</summary>
    public override string ToString() =>
        (To - From) switch
        {
            2 when To % 3 == 0 => $"Q{To / 3}",
            5 when To % 6 == 0 => $"H{To / 6}",
            0 => $"{From:00}",
            _ => $"{From:00}..{To:00}",
        };

    [GeneratedRegex(@"^(?:Q(?<quarter>[1-4])|H(?<half>[12])|(?<from>0[1-9]|1[0-2])(?:\.\.(?<to>0[1-9]|1[0-2]))?)$")]
    private static partial Regex Pattern();
}
