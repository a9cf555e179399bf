using Fazhang.Core.Definitions.Shapes;

namespace Fazhang.Core.Definitions;

/// <summary>Puts all indicators together and checks that those made of others name ones that exist and fit.</summary>
internal static class IndicatorLinker
{
    public static IReadOnlyDictionary<string, IndicatorDefinition> Link(
        IEnumerable<RegisterDefinition> registers,
        IReadOnlyList<YamlNode> combined,
        ReadingContext context
    )
    {
        var all = new List<IndicatorDefinition>();
        var known = registers.ToDictionary(register => register.Key, StringComparer.Ordinal);
        foreach (var register in known.Values.OrderBy(r => context.LineOrder(r.Line)).ThenBy(r => r.Key, StringComparer.Ordinal))
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
        foreach (var indicator in all)
        {
            foreach (var version in indicator.Earlier.Prepend(indicator))
                CheckParts(version, byKey, context);
            if (indicator.Sources is not null)
                CheckSources(indicator, byKey, known, context);
        }
        foreach (
            var shared in all.Where(indicator => indicator.Sources is not null)
                .GroupBy(indicator => indicator.Sources!.Returns, StringComparer.Ordinal)
                .SelectMany(group => group.Skip(1))
        )
            context.Problem(shared.Mark, $"报表指标“{shared.Sources!.Returns}”已经是另一个指标的来源：一个报表数只能归集一次。");
        return byKey;
    }

    private static void CheckParts(
        IndicatorDefinition indicator,
        Dictionary<string, IndicatorDefinition> byKey,
        ReadingContext context
    )
    {
        foreach (var name in new[] { indicator.Numerator, indicator.Denominator }.OfType<string>())
            if (Find(indicator, name, byKey, context) is { IsCompared: true } or { Kind: IndicatorKind.Average })
                context.Problem(
                    indicator.Mark,
                    $"指标“{indicator.Key}”的“{name}”本身是比率。分子和分母要用计数、求和、存量、去重或归集指标。"
                );
        if (indicator.Base is { } of && Find(indicator, of, byKey, context) is { IsCompared: true })
            context.Problem(indicator.Mark, $"指标“{indicator.Key}”的“{of}”以百分比计，它的变化是百分点，不是同比增长。");
    }

    private static void CheckSources(
        IndicatorDefinition indicator,
        Dictionary<string, IndicatorDefinition> byKey,
        Dictionary<string, RegisterDefinition> registers,
        ReadingContext context
    )
    {
        var records = Find(indicator, indicator.Sources!.Records, byKey, context);
        var returns = Find(indicator, indicator.Sources.Returns, byKey, context);
        if (records is null || returns is null)
            return;
        foreach (var part in new[] { records, returns })
            if (part.Kind is not (IndicatorKind.Count or IndicatorKind.Sum))
                context.Problem(
                    indicator.Mark,
                    $"指标“{indicator.Key}”的来源“{part.Key}”不是计数或合计：只有它们能按单位和月份取舍。"
                );
        if (records.Measure != returns.Measure || records.Scale != returns.Scale)
            context.Problem(indicator.Mark, $"“{records.Key}”和“{returns.Key}”的计量单位不同，不能归集为一个数。");
        if (records.Register is { } own && registers[own].IsReturn)
            context.Problem(indicator.Mark, $"sources 的 records 要用逐案登记的台账，“{records.Key}”属于报表。");
        if (returns.Register is { } form && !registers[form].IsReturn)
            context.Problem(indicator.Mark, $"sources 的 returns 要用报表的指标，“{returns.Key}”属于逐案登记的台账。");
    }

    private static IndicatorDefinition? Find(
        IndicatorDefinition indicator,
        string name,
        Dictionary<string, IndicatorDefinition> byKey,
        ReadingContext context
    )
    {
        if (Catalogue.Find(byKey, name) is { } part)
            return part;
        context.Unknown(indicator.Mark, $"指标“{indicator.Key}”引用的指标", name, byKey.Keys);
        return null;
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
