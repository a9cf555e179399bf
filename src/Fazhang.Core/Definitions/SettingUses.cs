using Fazhang.Core.Expressions;

namespace Fazhang.Core.Definitions;

/// <summary>Where the definitions use a setting of the place.</summary>
public static class SettingUses
{
    /// <summary>Register by register: 备案审查·报送备案 for a deadline, 备案审查·按期报送 for a field or the word 规则 for a rule.</summary>
    public static IReadOnlyList<string> Of(Catalogue catalogue, string key)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        return [.. catalogue.Registers.Values.SelectMany(register => Of(register, key)).Distinct()];
    }

    private static IEnumerable<string> Of(RegisterDefinition register, string key)
    {
        bool Uses(Expression? expression) => expression?.Settings.Contains(key) == true;
        foreach (var deadline in register.Deadlines)
            if (
                deadline
                    .WithinBy.Values.Append(deadline.Within)
                    .Append(deadline.Extend)
                    .Concat(deadline.Alerts.Select(alert => alert.Offset))
                    .Any(budget => budget?.Setting == key) || Uses(deadline.Due)
            )
                yield return $"{register.Title}·{deadline.Title}";
        foreach (var field in register.Fields)
            if (Uses(field.Default) || Uses(field.Computed) || Uses(field.RequiredWhen))
                yield return $"{register.Title}·{field.Title}";
        if (register.Rules.Any(rule => Uses(rule.Check)))
            yield return $"{register.Title}·规则";
        foreach (var action in register.Actions)
            if (
                Uses(action.When)
                || action.Approve.Any(step => Uses(step.When))
                || action.Needs.Any(need => Uses(need.Check) || Uses(need.Where))
                || action.Sets.Any(set => Uses(set.Value))
            )
                yield return $"{register.Title}·{action.Title}";
    }
}
