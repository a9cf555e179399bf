using System.Globalization;
using System.Text;
using Fazhang.Core.Expressions;
using Fazhang.Core.Fields;
using Fazhang.Core.Reports;

namespace Fazhang.Core.Definitions.Shapes;

/// <summary>Writes the reference of the definition language from what the readers read by.</summary>
public static class DefinitionLanguage
{
    public static string Write()
    {
        var page = new StringBuilder();
        Beginning(page);
        Chapter(page, "台账", RegisterShapes.Register);
        Chapter(page, "权限", RegisterShapes.Access);
        Chapter(page, "字段", FieldShapes.Field, FieldShapes.Open);
        Types(page);
        Chapter(page, "行表的栏", FieldShapes.Column);
        Words(
            page,
            "分组",
            "写了同一个 `section` 的字段在表单和案卷页上排在一起，组的先后以组里第一个字段为准；没有写的归入“基本情况”。"
        );
        Chapter(page, "环节", FlowShapes.State);
        Chapter(page, "操作", FlowShapes.Action, FlowShapes.Step, FlowShapes.Produces);
        Chapter(page, "由此产生", OpeningShapes.Opening);
        Chapter(page, "前提", NeedShapes.Need, NeedShapes.Count);
        Chapter(page, "连带办理", NeedShapes.Also);
        Chapter(page, "移交", FlowShapes.Handover);
        Chapter(page, "文书", FlowShapes.Form);
        Chapter(page, "时限", DeadlineShapes.Deadline, DeadlineShapes.Reminder, DeadlineShapes.Escalation);
        Chapter(page, "规则", RegisterShapes.Rule);
        Numbers(page);
        Chapter(page, "指标", IndicatorShapes.Indicator, IndicatorShapes.Stock, IndicatorShapes.Changed, IndicatorShapes.Earlier);
        Chapter(page, "跨台账的指标", IndicatorShapes.File, IndicatorShapes.Combined, IndicatorShapes.TwoSources);
        Words(
            page,
            "报表",
            "台账写了 `period: month`（`quarter`、`year`）就是报表：一个单位一个月（季、年）一份，字段 `period` 自动就有，记期间的第一个月，同一单位同一期间不能重复。报送时限写 `due`，例如次月十日 `period + 1 month + 9 days`。"
                + "离开起点环节算已报；前十二个月报过的单位列为应报，没有报的在报表页上催报。指标的 `on` 一般写 `period`。"
        );
        Chapter(page, "代码表", ListShapes.Choices, ListShapes.Item);
        Chapter(page, "业务条线", ListShapes.Lines);
        Chapter(page, "角色", ListShapes.Roles, ListShapes.Role);
        Chapter(page, "地方设置", SettingShapes.File, SettingShapes.Setting, SettingShapes.LocalFile, SettingShapes.Local);
        Chapter(page, "工作日历", ListShapes.Calendar, ListShapes.Holiday);
        Strict(page);
        Template(page);
        Demo(page);
        ExpressionLanguage(page);
        return page.ToString();
    }

    private static void Beginning(StringBuilder page)
    {
        page.Append("# 定义语言\n\n");
        page.Append(
            "由读取定义的程序生成（`./fazhang docs`），测试核对它与程序一致。不要手改。怎样动手写，见 [指南 06](../guide/06-台账定义.md)。\n\n"
        );
        page.Append("定义是 YAML 文件，UTF-8，每个文件不超过 1 MB，不用锚点与别名。不认识的键、重复的键都是错误。\n");
        page.Append("字段、环节、操作、时限、指标的名称用小写英文字母、数字和下划线，字母开头，最长 40 个字符。\n\n");
        page.Append("编辑器里补全和提示：在文件第一行写（路径从该文件算起）\n\n");
        page.Append("```yaml\n# yaml-language-server: $schema=../../../docs/reference/register.schema.json\n```\n\n");
        page.Append("| 文件 | 内容 | JSON Schema |\n|---|---|---|\n");
        foreach (var kind in DefinitionFiles.All)
            Row(page, $"`definitions/{kind.Path}`", kind.Shape.Title, $"[{kind.SchemaFile}]({kind.SchemaFile})");
        Row(page, "`definitions/reports/annual.md`", "年度报告模板", "（Markdown）");
    }

    private static void Chapter(StringBuilder page, string title, params ReadOnlySpan<Shape> shapes)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n## {title}\n");
        foreach (var shape in shapes)
            Table(page, shape, named: shape != shapes[0]);
    }

    private static void Table(StringBuilder page, Shape shape, bool named)
    {
        if (named)
            page.Append(CultureInfo.InvariantCulture, $"\n### {shape.Title}（{shape.Name}）\n");
        if (shape.Remarks.Length > 0)
            page.Append(CultureInfo.InvariantCulture, $"\n{shape.Remarks}\n");
        page.Append("\n| 键 | 值 | 必填 | 意思 | 例 |\n|---|---|---|---|---|\n");
        foreach (var key in shape.Keys)
            Row(
                page,
                $"`{key.Name}`",
                key.Value.Words,
                key.Required ? "是" : "",
                key.Meaning,
                key.Example.Length == 0 ? "" : $"`{key.Example}`"
            );
    }

    private static void Types(StringBuilder page)
    {
        page.Append("\n## 字段类型\n\n| 类型 | 内容 | 自己的键 |\n|---|---|---|\n");
        foreach (var type in FieldTypes.All.Values)
            Row(
                page,
                $"`{type.Name}`",
                type.Meaning,
                string.Join(
                    "；",
                    type.Keys.Select(key => $"`{key.Name}`{(key.Required ? "（必填）" : "")} {key.Meaning.TrimEnd('。')}")
                )
            );
    }

    private static void Numbers(StringBuilder page)
    {
        page.Append(
            "\n## 编号\n\n`number` 是一段文字，花括号里的由程序填写。各部分齐全的那次保存产生编号，从此不变；除序号外都相同的记录共用一个序列，没有空号和重号。\n\n"
        );
        page.Append("| 写法 | 意思 |\n|---|---|\n");
        foreach (var (text, meaning) in NumberFormatReader.Placeholders)
            Row(page, $"`{text}`", meaning);
    }

    private static void Strict(StringBuilder page)
    {
        page.Append(
            "\n## 严格检查\n\n`./fazhang check --strict` 除了对错，还要求定义说得清楚。不合要求的定义照样能用；项目自带的全部合要求，测试守住。\n\n"
        );
        page.Append("| 哪里 | 要求 |\n|---|---|\n");
        foreach (var (of, demand) in StrictCheck.Demands)
            Row(page, of, demand);
    }

    private static void Template(StringBuilder page)
    {
        page.Append(
            "\n## 年度报告模板\n\n`reports/annual.md` 是 Markdown。`{指标键}` 写数值和单位，`{指标键|写法}` 换一种写法；`[[ … ]]` 里的数字为零或没有时整段消失。"
                + "标题下面什么都没有时，标题也消失。`{#名字}` 写在段首，给段落起名，供本地报告增补。\n\n"
        );
        page.Append("| 键后面 | 意思 |\n|---|---|\n");
        Row(page, "`unit=本级`", "本级，或本地报告 `units` 里起了名的单位；没有起名就没有数字");
        Row(page, "`period=Q3`", $"一年里的一段：{MonthSpan.Choices}");
        Row(page, "`by=代码`", "指标分类（`by`）中的一个代码");
        page.Append('\n');
        page.Append(CultureInfo.InvariantCulture, $"写法：{FigureFormat.Choices}。\n\n| 变量 | 意思 |\n|---|---|\n");
        foreach (var (name, meaning) in ReportVariables.Names)
            Row(page, $"`{{{name}}}`", meaning);
        Table(page, ReportShapes.Local, named: true);
        Table(page, ReportShapes.Fact, named: true);
        Table(page, ReportShapes.Part, named: true);
    }

    private static void Demo(StringBuilder page)
    {
        page.Append("\n## 演示城市\n");
        Shape[] shapes =
        [
            DemoShapes.Place,
            DemoShapes.Published,
            DemoShapes.Units,
            DemoShapes.Unit,
            DemoShapes.Accounts,
            DemoShapes.Account,
            DemoShapes.Words,
            DemoShapes.CohortRegisters,
            DemoShapes.CohortRegister,
            DemoShapes.Commons,
            DemoShapes.Common,
            DemoShapes.Guesses,
            DemoShapes.Guess,
            DemoShapes.Cohorts,
            DemoShapes.Cohort,
            DemoShapes.Recipe,
        ];
        foreach (var shape in shapes)
            Table(page, shape, named: true);
    }

    private static void ExpressionLanguage(StringBuilder page)
    {
        page.Append(
            "\n## 表达式\n\n条件、初值、计算和指标口径用同一种语言。与没有填的值比较，结果是“无法判断”，与 SQL 相同；除以零也是无法判断。\n\n"
        );
        page.Append("| 写法 | 意思 |\n|---|---|\n");
        foreach (var (example, meaning) in ExpressionReference.Forms)
            Row(page, $"`{example}`", meaning);
        page.Append("\n| 函数 | 意思 |\n|---|---|\n");
        foreach (var (usage, meaning) in ExpressionReference.Functions)
            Row(page, $"`{usage}`", meaning);
    }

    private static void Words(StringBuilder page, string title, string text) =>
        page.Append(CultureInfo.InvariantCulture, $"\n## {title}\n\n{text}\n");

    private static void Row(StringBuilder page, params ReadOnlySpan<string> cells)
    {
        page.Append('|');
        foreach (var cell in cells)
            page.Append(' ').Append(cell.Replace("|", "\\|", StringComparison.Ordinal)).Append(" |");
        page.Append('\n');
    }
}
