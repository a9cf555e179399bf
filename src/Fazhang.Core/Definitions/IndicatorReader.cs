using Fazhang.Core.Definitions.Shapes;

namespace Fazhang.Core.Definitions;

/// <summary>Reads the indicators of a register, and those of indicators/*.yaml that combine registers.</summary>
internal static class IndicatorReader
{
    public static IReadOnlyList<IndicatorDefinition> Read(
        YamlReader reader,
        string register,
        string line,
        IReadOnlyList<FieldDefinition> fields,
        RegisterExpressions expressions,
        ReadingContext context
    )
    {
        var indicators = new List<IndicatorDefinition>();
        var rules = new IndicatorRuleReader(register + ".", fields, expressions, context);
        foreach (var entry in reader.Entries("indicators"))
        {
            context.CheckName(entry.Key, entry.Mark, "指标");
            var one = new YamlReader(entry.Value, entry.Mark, IndicatorShapes.Indicator, entry.Key, context.Problems);
            var blank = new IndicatorDefinition
            {
                Key = register + "." + entry.Key,
                Title = one.Required("title"),
                Line = line,
                Register = register,
                Kind = default,
                Measure = one.Required("unit"),
                Meaning = one.Required("meaning"),
                Was = Former(one),
                Retired = one.Flag("retired"),
                Mark = entry.Mark,
            };
            if (ReadOne(one, blank, rules, context) is { } indicator)
                indicators.Add(indicator);
            one.Done();
        }
        return indicators;
    }

    /// <summary>A ratio, a growth or a choice between sources, over registers: names are full keys.</summary>
    public static IndicatorDefinition? ReadCombined(YamlEntry entry, ReadingContext context)
    {
        var one = new YamlReader(entry.Value, entry.Mark, IndicatorShapes.Combined, entry.Key, context.Problems);
        var line = one.Required("line");
        context.CheckLine(line, one.MarkOf("line"));
        var blank = new IndicatorDefinition
        {
            Key = entry.Key,
            Title = one.Required("title"),
            Line = line,
            Kind = default,
            Measure = one.Required("unit"),
            Meaning = one.Required("meaning"),
            Was = Former(one),
            Retired = one.Flag("retired"),
            Mark = entry.Mark,
        };
        var indicator = ReadOne(one, blank, new IndicatorRuleReader("", null, null, context), context);
        one.Done();
        return indicator;
    }

    private static IReadOnlyList<string> Former(YamlReader one) => [.. one.Texts("was").Select(text => text.Value)];

    private static IndicatorDefinition? ReadOne(
        YamlReader one,
        IndicatorDefinition blank,
        IndicatorRuleReader rules,
        ReadingContext context
    )
    {
        if (rules.Read(one, blank) is not { } indicator)
        {
            foreach (var key in new[] { "version", "changed", "earlier", "decimals", "by", "headline" })
                one.Node(key);
            return null;
        }
        indicator = indicator with
        {
            Headline = one.Flag("headline"),
            By = rules.ReadBy(one, indicator.Kind),
            Decimals = one.Number("decimals") ?? (indicator.IsPercent || indicator.Kind == IndicatorKind.Average ? 1 : 0),
        };
        context.Strict?.Indicator(indicator, one.MarkOf("meaning"));
        return IndicatorVersionReader.Read(one, indicator, rules, context);
    }
}
