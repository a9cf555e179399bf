namespace Fazhang.Core.Definitions;

/// <summary>Reads the indicators of a register, and the ratios of indicators/*.yaml.</summary>
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
        foreach (var entry in reader.Entries("indicators"))
        {
            context.CheckName(entry.Key, entry.Mark, "指标");
            var one = new YamlReader(entry.Value, entry.Mark, $"指标“{entry.Key}”", context.Problems);
            if (ReadOne(one, entry, register + ".", line, fields, expressions, context) is { } indicator)
                indicators.Add(indicator);
            one.Done();
        }
        return indicators;
    }

    /// <summary>A ratio over registers: names are full keys.</summary>
    public static IndicatorDefinition? ReadCombined(YamlEntry entry, ReadingContext context)
    {
        var one = new YamlReader(entry.Value, entry.Mark, $"指标“{entry.Key}”", context.Problems);
        var line = one.Required("line");
        context.CheckLine(line, one.MarkOf("line"));
        var indicator = Common(one, entry, entry.Key, line, IndicatorKind.Ratio);
        var ratio = Ratio(one, "", context);
        one.Done();
        return ratio is null ? null : indicator with { Numerator = ratio.Value.Numerator, Denominator = ratio.Value.Denominator };
    }

    private static IndicatorDefinition? ReadOne(
        YamlReader one,
        YamlEntry entry,
        string prefix,
        string line,
        IReadOnlyList<FieldDefinition> fields,
        RegisterExpressions expressions,
        ReadingContext context
    )
    {
        string[] kinds = ["count", "sum", "ratio", "stock"];
        var kind = kinds.Where(one.Has).ToList();
        if (kind.Count != 1)
        {
            foreach (var key in kinds)
                one.Node(key);
            context.Problem(entry.Mark, $"指标“{entry.Key}”要写 count、sum、ratio、stock 中的一种，且只写一种。");
            return null;
        }
        var where = one.Text("where") is { } text ? expressions.Condition(text, one.MarkOf("where")) : null;
        if (where is { UsesToday: true })
            context.Problem(one.MarkOf("where"), "指标的条件不能用 today：记下的账不能因为过了一天就变。改用记录里的日期字段。");
        switch (kind[0])
        {
            case "ratio":
                var ratio = Ratio(one, prefix, context);
                var common = Common(one, entry, prefix + entry.Key, line, IndicatorKind.Ratio);
                if (one.Has("where"))
                    context.Problem(one.MarkOf("where"), "比率不写 where：条件写在分子和分母的指标里。");
                return ratio is null
                    ? null
                    : common with
                    {
                        Numerator = ratio.Value.Numerator,
                        Denominator = ratio.Value.Denominator,
                    };
            case "stock":
                var stock = new YamlReader(one.Node("stock"), entry.Mark, $"指标“{entry.Key}”的 stock", context.Problems);
                var from = context.DateField(stock, "from", fields);
                var until = context.DateField(stock, "until", fields);
                stock.Done();
                return Common(one, entry, prefix + entry.Key, line, IndicatorKind.Stock) with
                {
                    On = from,
                    Until = until,
                    Where = where,
                };
            case "count":
                one.Flag("count");
                return Common(one, entry, prefix + entry.Key, line, IndicatorKind.Count) with
                {
                    On = context.DateField(one, "on", fields),
                    Where = where,
                };
            default:
                var name = one.Required("sum");
                var field = fields.FirstOrDefault(field => field.Key == name);
                if (field is null)
                    context.Unknown(one.MarkOf("sum"), "字段", name, fields.Select(f => f.Key));
                else if (!field.Type.IsNumeric)
                    context.Problem(one.MarkOf("sum"), $"字段“{name}”不是数字，不能求和。");
                return Common(one, entry, prefix + entry.Key, line, IndicatorKind.Sum) with
                {
                    On = context.DateField(one, "on", fields),
                    Field = field,
                    Where = where,
                };
        }
    }

    private static IndicatorDefinition Common(YamlReader one, YamlEntry entry, string key, string line, IndicatorKind kind) =>
        new()
        {
            Key = key,
            Title = one.Required("title"),
            Line = line,
            Kind = kind,
            Measure = one.Required("unit"),
            Meaning = one.Required("meaning"),
            Was = [.. one.Texts("was").Select(text => text.Value)],
            Retired = one.Flag("retired"),
            Version = one.Number("version") ?? 1,
            Decimals = one.Number("decimals") ?? (kind == IndicatorKind.Ratio ? 1 : 0),
            Mark = entry.Mark,
        };

    private static (string Numerator, string Denominator)? Ratio(YamlReader one, string prefix, ReadingContext context)
    {
        var text = one.Required("ratio");
        var parts = text.Split('/', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 2)
            return (Full(parts[0]), Full(parts[1]));
        if (text.Length > 0)
            context.Problem(one.MarkOf("ratio"), $"ratio 写成“分子 / 分母”，两个都是指标名称；现在是“{text}”。");
        return null;

        string Full(string name) => name.Contains('.') ? name : prefix + name;
    }
}
