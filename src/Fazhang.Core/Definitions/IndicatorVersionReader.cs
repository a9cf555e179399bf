using System.Globalization;
using Fazhang.Core.Definitions.Shapes;

namespace Fazhang.Core.Definitions;

/// <summary>Reads the version of an indicator's 口径, what changed, and the rules it was counted by before.</summary>
internal static class IndicatorVersionReader
{
    public static IndicatorDefinition Read(
        YamlReader one,
        IndicatorDefinition indicator,
        IndicatorRuleReader rules,
        ReadingContext context
    )
    {
        var version = one.Number("version") ?? 1;
        if (version < 1)
            context.Problem(one.MarkOf("version"), $"口径的版本从 1 数起，现在是 {version}。");
        indicator = indicator with
        {
            Version = version,
            Changed = Change(one, context),
            Earlier = Earlier(one, indicator, rules, context),
        };
        if (version > 1 || indicator.Changed is not null || indicator.Earlier.Count > 0)
            Check(one, indicator, context);
        return indicator;
    }

    private static IndicatorChange? Change(YamlReader one, ReadingContext context)
    {
        if (!one.Has("changed"))
            return null;
        var changed = new YamlReader(one.Node("changed"), one.MarkOf("changed"), IndicatorShapes.Changed, null, context.Problems);
        var (month, because) = (Month(changed, "on", context), changed.Required("because"));
        changed.Done();
        return month is null ? null : new IndicatorChange(month.Value, because);
    }

    /// <summary>Each earlier version is written whole: its rule, its words and its last month.</summary>
    private static List<IndicatorDefinition> Earlier(
        YamlReader one,
        IndicatorDefinition indicator,
        IndicatorRuleReader rules,
        ReadingContext context
    )
    {
        var earlier = new List<IndicatorDefinition>();
        var node = one.Node("earlier");
        if (node is not (null or YamlList))
            context.Problem(
                node.Mark,
                "earlier 应当是一个列表，每项写 version、until、meaning 和当时的规则（如 count、on、where）。"
            );
        foreach (var item in (node as YamlList)?.Items ?? [])
        {
            var before = new YamlReader(item, item.Mark, IndicatorShapes.Earlier, indicator.Key, context.Problems);
            var blank = indicator with
            {
                Version = before.Number("version") ?? 0,
                Meaning = before.Required("meaning"),
                LastMonth = Month(before, "until", context) ?? 0,
                On = null,
                Until = null,
                Field = null,
                Where = null,
                Mark = item.Mark,
            };
            if (rules.Read(before, blank) is { } rule)
            {
                if (rule.Kind != indicator.Kind)
                    context.Problem(
                        item.Mark,
                        $"指标“{indicator.Key}”以前的口径种类不同。种类变了就是另一个指标：另起一个名称。"
                    );
                else
                    earlier.Add(rule);
            }
            before.Done();
        }
        return [.. earlier.OrderByDescending(rule => rule.Version)];
    }

    /// <summary>Versions without a gap, each ending in the month before the next begins.</summary>
    private static void Check(YamlReader one, IndicatorDefinition indicator, ReadingContext context)
    {
        if (indicator.Kind is IndicatorKind.Growth or IndicatorKind.Sources)
        {
            context.Problem(indicator.Mark, "同比和归集不写版本：版本写在它们所用的指标里。");
            return;
        }
        if (indicator.Changed is not { } changed)
        {
            context.Problem(
                indicator.Mark,
                $"指标“{indicator.Key}”的口径是第 {indicator.Version} 版，要写 changed: {{on: 年-月, because: 为什么改}}。"
            );
            return;
        }
        var expected = Enumerable.Range(1, Math.Max(0, indicator.Version - 1)).Reverse();
        if (!indicator.Earlier.Select(rule => rule.Version).SequenceEqual(expected))
            context.Problem(
                indicator.Mark,
                $"指标“{indicator.Key}”的 earlier 要写全第 1 至 {indicator.Version - 1} 版，每版一次：以前的数字要能按以前的口径看。"
            );
        var next = changed.Month;
        foreach (var rule in indicator.Earlier)
        {
            var last = Figures.Months.Before(next);
            // Only the newest must meet the change to the month; the ones before must not overlap.
            if (rule == indicator.Earlier[0] ? rule.LastMonth != last : rule.LastMonth > last)
                context.Problem(
                    rule.Mark,
                    $"第 {rule.Version} 版的 until 应当是{(rule == indicator.Earlier[0] ? "" : "不晚于 ")}{last / 100}-{last % 100:00}：下一版从 {next / 100}-{next % 100:00} 起。"
                );
            next = rule.LastMonth!.Value;
        }
    }

    private static int? Month(YamlReader reader, string key, ReadingContext context)
    {
        var text = reader.Required(key);
        if (DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day.Year * 100 + day.Month;
        if (text.Length > 0)
            context.Problem(reader.MarkOf(key), $"“{key}”写成年-月，例如 2025-01；现在是“{text}”。");
        return null;
    }
}
