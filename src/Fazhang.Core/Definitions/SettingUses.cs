using Fazhang.Core.Expressions;

namespace Fazhang.Core.Definitions;

/// <summary>Where the definitions use a setting, in words: what a change of it will move.</summary>
public static class SettingUses
{
    /// <summary>
    /// By setting, register by register: 备案审查·报送备案 for a deadline, 备案审查·按期报送 for a field or the word 规则 for a
    /// rule. A setting that nothing uses has no entry.
    /// </summary>
    public static ILookup<string, string> Of(Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        return catalogue.Registers.Values.SelectMany(Of).Distinct().ToLookup(use => use.Key, use => use.Where);
    }

    private static IEnumerable<(string Key, string Where)> Of(RegisterDefinition register)
    {
        IEnumerable<(string, string)> Uses(string what, IEnumerable<Expression?> expressions) =>
            expressions
                .OfType<Expression>()
                .SelectMany(expression => expression.Settings)
                .Select(key => (key, $"{register.Title}·{what}"));

        return
        [
            .. register.Deadlines.SelectMany(deadline =>
                deadline
                    .WithinBy.Values.Append(deadline.Within)
                    .Append(deadline.Extend)
                    .Concat(deadline.Alerts.Select(alert => alert.Offset))
                    .Select(budget => budget?.Setting)
                    .OfType<string>()
                    .Select(key => (key, $"{register.Title}·{deadline.Title}"))
                    .Concat(Uses(deadline.Title, [deadline.Due]))
            ),
            .. register.Fields.SelectMany(field => Uses(field.Title, [field.Default, field.Computed, field.RequiredWhen])),
            .. Uses("规则", register.Rules.Select(rule => rule.Check)),
            .. register.Actions.SelectMany(action =>
                Uses(
                    action.Title,
                    action
                        .Sets.Select(set => (Expression?)set.Value)
                        .Append(action.When)
                        .Concat(action.Approve.Select(step => step.When))
                        .Concat(action.Needs.SelectMany(need => new[] { need.Check, need.Where }))
                )
            ),
        ];
    }
}
