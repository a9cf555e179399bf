using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Fazhang.Core.Deadlines;

namespace Fazhang.Core.Definitions;

/// <summary>
/// By which rules the deadlines of a register are counted, as one short text: where it differs from the one the books were last
/// opened with, running deadlines may end on other days and must be counted again (see Records.DeadlineChange).
/// </summary>
internal static class DeadlineRules
{
    /// <summary>A hash of everything that decides where the clocks of the register's records end.</summary>
    public static string Of(RegisterDefinition register)
    {
        var text = new StringBuilder();
        foreach (var deadline in register.Deadlines)
            text.AppendLine(
                string.Join(
                    '|',
                    deadline.Key,
                    deadline.From.Key,
                    deadline.Until.Key,
                    deadline.Due?.Meaning,
                    deadline.Again,
                    Word(deadline.Within),
                    deadline.By?.Key,
                    string.Join(',', deadline.WithinBy.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(Word)),
                    Word(deadline.Extend),
                    string.Join(',', deadline.In),
                    string.Join(',', deadline.Stops)
                )
            );
        foreach (var action in register.Actions.Where(action => action.Extends is not null || action.On is not null))
            text.AppendLine($"{action.Key}|{action.Extends}|{action.On?.Key}|{action.To}");
        text.AppendJoin(',', register.States.Where(state => state.Final).Select(state => state.Key));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..16];
    }

    private static string Word(KeyValuePair<string, Budget> pair) => $"{pair.Key}={Word(pair.Value)}";

    // What a setting says is kept by day (see Storage.SettingBook): a clock keeps the period that it began with.
    private static string Word(Budget? budget) =>
        budget is null ? ""
        : budget.Setting is { } setting ? "setting." + setting
        : string.Create(CultureInfo.InvariantCulture, $"{budget.Amount} {budget.Kind}");
}
