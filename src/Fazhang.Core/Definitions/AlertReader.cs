using Fazhang.Core.Definitions.Shapes;

namespace Fazhang.Core.Definitions;

/// <summary>
/// Reads reminders and escalations of a deadline: <c>remind: 5 workdays before</c>,
/// <c>escalate: {after: 1 workdays, to: [head]}</c>, or lists of these.
/// </summary>
internal static class AlertReader
{
    private const string Before = " before";

    public static IReadOnlyList<AlertDefinition> Read(YamlReader deadline, ReadingContext context) =>
        [.. Read(deadline, "remind", "before", context), .. Read(deadline, "escalate", "after", context)];

    private static IEnumerable<AlertDefinition> Read(YamlReader deadline, string key, string offsetKey, ReadingContext context)
    {
        var node = deadline.Node(key);
        IReadOnlyList<YamlNode> items = node switch
        {
            null => [],
            YamlList list => list.Items,
            _ => [node],
        };
        var isReminder = key == "remind";
        foreach (var item in items)
        {
            string? text;
            IReadOnlyList<string> to = [];
            if (item is YamlText short_)
            {
                text = short_.Value;
                if (isReminder && text.EndsWith(Before, StringComparison.Ordinal))
                    text = text[..^Before.Length];
                else
                {
                    context.Problem(
                        item.Mark,
                        isReminder
                            ? $"remind“{text}”应写成 5 workdays before，或 {{before: 5 workdays, to: [角色]}}。"
                            : $"escalate“{text}”应写成 {{after: 1 workdays, to: [角色]}}：写明告诉谁。"
                    );
                    continue;
                }
            }
            else
            {
                var one = new YamlReader(
                    item,
                    item.Mark,
                    isReminder ? DeadlineShapes.Reminder : DeadlineShapes.Escalation,
                    null,
                    context.Problems
                );
                text = one.Required(offsetKey);
                to = context.RoleKeys(one.Texts("to"));
                if (!isReminder && to.Count == 0)
                    context.Problem(item.Mark, "escalate 缺少 to：写明逾期后告诉哪些角色。");
                one.Done();
            }
            if (text.Length > 0 && DeadlineReader.ParseBudget(text, item.Mark, context) is { } offset)
                yield return new AlertDefinition
                {
                    Before = isReminder,
                    Offset = offset,
                    To = to,
                };
        }
    }
}
