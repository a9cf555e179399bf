using Fazhang.Core.Definitions.Shapes;

namespace Fazhang.Core.Definitions;

/// <summary>Puts all indicators together and checks that ratios name indicators that exist and can be divided.</summary>
internal static class IndicatorLinker
{
    public static IReadOnlyDictionary<string, IndicatorDefinition> Link(
        IEnumerable<RegisterDefinition> registers,
        IReadOnlyList<YamlNode> combined,
        ReadingContext context
    )
    {
        var all = new List<IndicatorDefinition>();
        foreach (var register in registers.OrderBy(r => context.LineOrder(r.Line)).ThenBy(r => r.Key, StringComparer.Ordinal))
            all.AddRange(register.Indicators);
        foreach (var node in combined)
        {
            var reader = new YamlReader(node, node.Mark, IndicatorShapes.File, null, context.Problems);
            foreach (var entry in reader.Entries("indicators"))
                if (IndicatorReader.ReadCombined(entry, context) is { } indicator)
                    all.Add(indicator);
            reader.Done();
        }
        var byKey = new Dictionary<string, IndicatorDefinition>(StringComparer.Ordinal);
        foreach (var indicator in all)
            if (!byKey.TryAdd(indicator.Key, indicator))
                context.Problem(indicator.Mark, $"指标“{indicator.Key}”已在另一处定义。改名或删去一个。");
        CheckFormer(all, byKey, context);
        foreach (var indicator in all.Where(indicator => indicator.Kind == IndicatorKind.Ratio))
        foreach (var name in new[] { indicator.Numerator!, indicator.Denominator! })
            if (!byKey.TryGetValue(name, out var part))
                context.Unknown(indicator.Mark, $"指标“{indicator.Key}”引用的指标", name, byKey.Keys);
            else if (part.Kind == IndicatorKind.Ratio)
                context.Problem(
                    indicator.Mark,
                    $"指标“{indicator.Key}”的“{name}”本身是比率。分子和分母要用计数、求和或存量指标。"
                );
        return byKey;
    }

    private static void CheckFormer(
        List<IndicatorDefinition> all,
        Dictionary<string, IndicatorDefinition> byKey,
        ReadingContext context
    )
    {
        var former = new HashSet<string>(StringComparer.Ordinal);
        foreach (var indicator in all)
        foreach (var name in indicator.Was)
            if (byKey.ContainsKey(name))
                context.Problem(
                    indicator.Mark,
                    $"指标“{indicator.Key}”的旧名“{name}”现在另有其项。旧名不能再用：给那一项换一个新名称。"
                );
            else if (!former.Add(name))
                context.Problem(indicator.Mark, $"旧名“{name}”写在了不止一个指标里。它只能属于其中一个。");
    }
}
