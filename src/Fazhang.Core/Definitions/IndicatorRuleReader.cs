using Fazhang.Core.Definitions.Shapes;

namespace Fazhang.Core.Definitions;

/// <summary>Reads by which rule an indicator counts: its kind and what belongs to it. One reader a register, or one for combined indicators.</summary>
/// <param name="prefix">What short names of other indicators are completed with; empty for combined indicators.</param>
/// <param name="fields">The register's fields; null for combined indicators.</param>
/// <param name="expressions">The register's expressions; null for combined indicators.</param>
/// <param name="context">Where problems go.</param>
internal sealed class IndicatorRuleReader(
    string prefix,
    IReadOnlyList<FieldDefinition>? fields,
    RegisterExpressions? expressions,
    ReadingContext context
)
{
    private static readonly Dictionary<string, IndicatorKind> OfRegister = new(StringComparer.Ordinal)
    {
        ["count"] = IndicatorKind.Count,
        ["sum"] = IndicatorKind.Sum,
        ["ratio"] = IndicatorKind.Ratio,
        ["stock"] = IndicatorKind.Stock,
        ["average"] = IndicatorKind.Average,
        ["distinct"] = IndicatorKind.Distinct,
        ["growth"] = IndicatorKind.Growth,
    };

    private static readonly Dictionary<string, IndicatorKind> Combined = new(StringComparer.Ordinal)
    {
        ["ratio"] = IndicatorKind.Ratio,
        ["growth"] = IndicatorKind.Growth,
        ["sources"] = IndicatorKind.Sources,
    };

    /// <summary>The indicator with its kind and rule, or null after reporting why not.</summary>
    public IndicatorDefinition? Read(YamlReader one, IndicatorDefinition blank)
    {
        var kinds = fields is null ? Combined : OfRegister;
        var named = kinds.Keys.Where(one.Has).ToList();
        if (named.Count != 1)
        {
            foreach (var key in kinds.Keys.Concat(["on", "where"]))
                one.Node(key);
            context.Problem(
                blank.Mark,
                $"指标“{blank.Key[(blank.Key.LastIndexOf('.') + 1)..]}”要写 {string.Join("、", kinds.Keys)} 中的一种，且只写一种。"
            );
            return null;
        }
        var kind = kinds[named[0]];
        var indicator = blank with { Kind = kind };
        return kind switch
        {
            IndicatorKind.Ratio => Ratio(one, indicator),
            IndicatorKind.Growth => Growth(one, indicator),
            IndicatorKind.Sources => Sources(one, indicator),
            _ => OverRecords(one, indicator, named[0], fields!),
        };
    }

    /// <summary>The choice field of `by`; null when there is none, or after reporting why it cannot be one.</summary>
    public FieldDefinition? ReadBy(YamlReader one, IndicatorKind kind)
    {
        if (one.Text("by") is not { } name)
            return null;
        var mark = one.MarkOf("by");
        if (kind == IndicatorKind.Distinct)
            context.Problem(mark, "去重指标不写 by：同一个对象可能属于几类，分类相加不等于总数。给各类另写带 where 的指标。");
        else if (fields is null || kind is IndicatorKind.Ratio or IndicatorKind.Growth)
            context.Problem(mark, "比率、同比和归集不写 by：分类写在它们所用的指标里，算的时候自动分类。");
        else if (fields.FirstOrDefault(field => field.Key == name) is not { } field)
            context.Unknown(mark, "字段", name, fields.Where(field => field.Choices is not null).Select(field => field.Key));
        else if (field.Type is not Fields.ChoiceField)
            context.Problem(mark, $"by 要用代码字段，“{name}”是 {field.Type.Name}。");
        else
            return field;
        return null;
    }

    private IndicatorDefinition OverRecords(
        YamlReader one,
        IndicatorDefinition indicator,
        string kindKey,
        IReadOnlyList<FieldDefinition> known
    )
    {
        var where = one.Text("where") is { } text ? expressions!.Condition(text, one.MarkOf("where")) : null;
        if (where is { UsesToday: true })
            context.Problem(one.MarkOf("where"), "指标的条件不能用 today：记下的账不能因为过了一天就变。改用记录里的日期字段。");
        if (where is { Settings.Count: > 0 })
            context.Problem(
                one.MarkOf("where"),
                "指标的口径不能用设置：同一个数字在各地要一个意思。把结果存进计算字段（type: computed），再按它计数。"
            );
        indicator = indicator with { Where = where };
        if (indicator.Kind == IndicatorKind.Stock)
        {
            var stock = new YamlReader(one.Node("stock"), indicator.Mark, IndicatorShapes.Stock, indicator.Key, context.Problems);
            var from = context.DateField(stock, "from", known);
            var until = context.DateField(stock, "until", known);
            var added = stock.Has("sum") ? Field(stock, "sum", known, IndicatorKind.Sum) : null;
            stock.Done();
            return indicator with { On = from, Until = until, Field = added };
        }
        if (indicator.Kind == IndicatorKind.Count)
        {
            one.Flag("count");
            return indicator with { On = context.DateField(one, "on", known) };
        }
        return indicator with { Field = Field(one, kindKey, known, indicator.Kind), On = context.DateField(one, "on", known) };
    }

    private FieldDefinition? Field(YamlReader one, string key, IReadOnlyList<FieldDefinition> known, IndicatorKind kind)
    {
        var name = one.Required(key);
        var field = known.FirstOrDefault(field => field.Key == name);
        if (field is null)
            context.Unknown(one.MarkOf(key), "字段", name, known.Select(f => f.Key));
        else if (kind != IndicatorKind.Distinct && !field.Type.IsNumeric)
            context.Problem(one.MarkOf(key), $"字段“{name}”不是数字，不能{(kind == IndicatorKind.Sum ? "求和" : "求平均")}。");
        return field;
    }

    private IndicatorDefinition? Ratio(YamlReader one, IndicatorDefinition indicator)
    {
        RefuseCondition(one, "比率不写 where：条件写在分子和分母的指标里。");
        var text = one.Required("ratio");
        var parts = text.Split('/', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 2)
            return indicator with { Numerator = Full(parts[0]), Denominator = Full(parts[1]), Per = Per(one) };
        if (text.Length > 0)
            context.Problem(one.MarkOf("ratio"), $"ratio 写成“分子 / 分母”，两个都是指标名称；现在是“{text}”。");
        return null;
    }

    private int Per(YamlReader one)
    {
        var per = one.Number("per") ?? 100;
        if (per is 1 or 100 or 1000 or 10_000 or 100_000)
            return per;
        context.Problem(
            one.MarkOf("per"),
            $"per 只能是 1、100（百分比）、1000、10000（每万）或 100000（每十万），现在是 {per}。"
        );
        return 100;
    }

    private IndicatorDefinition? Growth(YamlReader one, IndicatorDefinition indicator)
    {
        RefuseCondition(one, "同比不写 where：条件写在它所用的指标里。");
        var name = one.Required("growth");
        return name.Length == 0 ? null : indicator with { Base = Full(name) };
    }

    private IndicatorDefinition? Sources(YamlReader one, IndicatorDefinition indicator)
    {
        var sources = new YamlReader(
            one.Node("sources"),
            indicator.Mark,
            IndicatorShapes.TwoSources,
            indicator.Key,
            context.Problems
        );
        var (records, returns) = (sources.Required("records"), sources.Required("returns"));
        sources.Done();
        return records.Length == 0 || returns.Length == 0
            ? null
            : indicator with
            {
                Sources = new IndicatorSources(records, returns),
            };
    }

    private void RefuseCondition(YamlReader one, string message)
    {
        if (one.Node("where") is not null)
            context.Problem(one.MarkOf("where"), message);
    }

    private string Full(string name) => name.Contains('.') ? name : prefix + name;
}
