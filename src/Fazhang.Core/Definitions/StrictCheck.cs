using System.Text.RegularExpressions;
using Fazhang.Core.Fields;

namespace Fazhang.Core.Definitions;

/// <summary>
/// What `fazhang check --strict` demands beyond being right: that whoever reads a definition is told on what it rests and
/// what is meant. A definition that fails works all the same; it is not finished.
/// </summary>
internal sealed partial class StrictCheck(ICollection<DefinitionProblem> problems)
{
    /// <summary>From so many codes on, a title alone does not say which one to choose.</summary>
    private const int ManyCodes = 9;

    /// <summary>A 口径 shorter than this repeats a title.</summary>
    private const int ShortestMeaning = 8;

    /// <summary>Everything demanded, by what it is demanded of; the reference is written from it.</summary>
    public static IReadOnlyList<(string Of, string Demand)> Demands { get; } =
    [
        (
            "台账",
            "`law` 写依据的法律或文件的名称（可以带条），或者写明是地方、内部的规定；字段名称不重复，也不叫“单位”（样表第一栏就是它）"
        ),
        ("时限", "`law` 写到条（第三十条）或文号（〔2018〕115号），或者写明由地方、内部、约定或文书所定，或者写明没有核到原文"),
        ("时限", "`law` 写了“可配置”的，期限要真能配置：`within`、`extend` 或 `due` 用 `setting.设置名`"),
        (
            "规则",
            "`check` 里有 0 和 1 以外的数、日期、期限或设置的，`law` 写依据（要求同时限），或者 `say` 里已经写明；只比较记录自己各项的不用写"
        ),
        ("指标", $"`meaning` 是说明口径的整句话，不少于 {ShortestMeaning} 个字，以“。”结尾，不是名称的重复"),
        (
            "指标",
            "计数、合计、平均、去重的 `meaning` 写明期间（统计期内、本年、月报）；存量写明时点（期末）；比率写明谁占谁；同比写明与何时比"
        ),
        ("字段", $"计算字段、金额、小数、行表、敏感字段，以及代码不少于 {ManyCodes} 项的，写 `help`；停用的不用写"),
        ("地方设置", "`source` 写明这个值的来历：法律或文件的名称，或者是地方、内部、约定的；本地的值同样"),
    ];

    public void Register(RegisterDefinition register, YamlReader reader)
    {
        if (register.Law is null)
            problems.Add(At(reader.Mark, $"台账“{register.Key}”没有写 law。写依据的法律或文件；没有的，写明是地方或内部规定。"));
        else if (!Names(register.Law))
            problems.Add(
                At(
                    reader.MarkOf("law"),
                    $"台账“{register.Key}”的 law“{register.Law}”没有说出依据。写法律或文件的名称，或者写明是地方、内部规定。"
                )
            );
        var fields = reader.Entries("fields");
        foreach (
            var alike in register.Fields.Where(field => !field.Retired).GroupBy(field => field.Title, StringComparer.Ordinal)
        )
            if (alike.Count() > 1 || (alike.Key == Exchange.Excel.RegisterSheet.UnitColumn))
                problems.Add(
                    At(
                        fields.First(entry => entry.Key == alike.Last().Key).Mark,
                        $"台账“{register.Key}”的字段“{alike.Last().Key}”名称“{alike.Key}”与另一栏相同，样表里分不清。换一个名称。"
                    )
                );
    }

    public void Field(FieldDefinition field, Mark mark)
    {
        if (field.Help is not null || field.Retired)
            return;
        if (Reason(field) is { } reason)
            problems.Add(At(mark, $"字段“{field.Key}”（{field.Title}）是{reason}，没有写 help。写明怎样填、算什么。"));
    }

    private static string? Reason(FieldDefinition field) =>
        field.Type.IsComputed ? "计算字段"
        : field.Personal == Personal.Hidden ? "敏感字段"
        : field.Type is MoneyField ? "金额"
        : field.Type is DecimalField ? "小数"
        : field.Type is RowsField ? "行表"
        : field.Choices is { } choices && choices.Items.Count(item => !item.Retired) is >= ManyCodes and var count
            ? $"有 {count} 项的代码"
        : null;

    public void Deadline(DeadlineDefinition deadline, Mark mark)
    {
        if (!Rests(deadline.Law))
            problems.Add(
                At(
                    mark,
                    $"时限“{deadline.Key}”的 law“{deadline.Law}”没有写到条。写第几条或文号；没有的，写明由地方、内部、约定或哪个文书所定。"
                )
            );
        // A setting that is not there has been complained of already.
        var isRead = deadline.Within is not null || deadline.WithinBy.Count > 0 || deadline.Due is not null;
        if (isRead && deadline.Law.Contains("可配置", StringComparison.Ordinal) && !IsSet(deadline))
            problems.Add(At(mark, $"时限“{deadline.Key}”的 law 说可配置，期限却写死了。改用 setting.设置名，或者去掉“可配置”。"));
    }

    private static bool IsSet(DeadlineDefinition deadline) =>
        deadline.Due is { Settings.Count: > 0 }
        || deadline.WithinBy.Values.Append(deadline.Within).Append(deadline.Extend).Any(budget => budget?.Setting is not null);

    public void Rule(RuleDefinition rule, Mark mark)
    {
        if (rule.Check.HasLimit && !Rests(rule.Law ?? "") && !Rests(rule.Say))
            problems.Add(
                At(
                    mark,
                    $"规则“{rule.Check.Text}”里有一个限度，没有写 law。写它出自第几条或哪个文号；没有的，写明是地方、内部规定。"
                )
            );
    }

    public void Indicator(IndicatorDefinition indicator, Mark mark)
    {
        var meaning = indicator.Meaning;
        if (meaning.Length < ShortestMeaning || !meaning.EndsWith('。') || meaning.TrimEnd('。') == indicator.Title)
            problems.Add(
                At(mark, $"指标“{indicator.Key}”的口径“{meaning}”没有说清楚。写一整句：计入什么、按哪个日期，以“。”结尾。")
            );
        else if (!TimeOf(indicator.Kind).IsMatch(meaning))
            problems.Add(At(mark, $"指标“{indicator.Key}”的口径“{meaning}”没有写明{TimeWords(indicator.Kind)}。"));
    }

    private static Regex TimeOf(IndicatorKind kind) =>
        kind switch
        {
            IndicatorKind.Stock => PointOfTime(),
            IndicatorKind.Ratio => Comparison(),
            IndicatorKind.Growth => YearBefore(),
            _ => Period(),
        };

    private static string TimeWords(IndicatorKind kind) =>
        kind switch
        {
            IndicatorKind.Stock => "时点，例如“期末”",
            IndicatorKind.Ratio => "谁占谁，例如“占……的百分比”",
            IndicatorKind.Growth => "与何时相比，例如“比上年同期”",
            _ => "期间，例如“统计期内”",
        };

    public void Setting(SettingDefinition setting, Mark mark)
    {
        if (!Names(setting.Source))
            problems.Add(
                At(
                    mark,
                    $"设置“{setting.Key}”的 source“{setting.Source}”没有说出来历。写哪个文件（条），或者写明是地方、内部、约定的做法。"
                )
            );
    }

    private static DefinitionProblem At(Mark mark, string message) => new(mark.File, mark.Line, message);

    /// <summary>An article, the number of a document, or a word that the thing is decided locally or by agreement.</summary>
    private static bool Rests(string text) => Article().IsMatch(text) || Local().IsMatch(text);

    /// <summary>The same, or the name of a law or document.</summary>
    private static bool Names(string text) => Rests(text) || Document().IsMatch(text);

    [GeneratedRegex("第[〇零一二三四五六七八九十百千0-9]+条|〔[0-9]{4}〕|第[0-9]+号")]
    private static partial Regex Article();

    [GeneratedRegex("地方|当地|各地|本地|内部|可配置|约定|写明|所定|全国|没有读到|未核|没有核到")]
    private static partial Regex Local();

    [GeneratedRegex("法($|[(（；、，。])|条例|规定|办法|规则|细则|意见|方案|纲要|制度|体系|要点|文件|规范|合同|协议|标准")]
    private static partial Regex Document();

    [GeneratedRegex("统计期|期内|期末|本年|当年|年度|月报|季报|年报")]
    private static partial Regex Period();

    [GeneratedRegex("期末|现行|在册|年末|月末")]
    private static partial Regex PointOfTime();

    [GeneratedRegex("占|除以|之比|百分|每|倍|比例|比率|比重")]
    private static partial Regex Comparison();

    [GeneratedRegex("上年|同比|去年")]
    private static partial Regex YearBefore();
}
