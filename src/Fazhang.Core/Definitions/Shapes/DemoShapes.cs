namespace Fazhang.Core.Definitions.Shapes;

/// <summary>A demonstration place: its head, units, accounts, words, and the cohorts its records are made of.</summary>
internal static class DemoShapes
{
    private const string AnyName = ".+";

    public static Shape Place { get; } =
        new(
            "place",
            "演示城市",
            [
                new("key", Is.Word("地名-年"), "与目录名相同。", Required: true, Example: "dalian-2024"),
                new("name", Is.Text, "地名。", Required: true),
                new("office", Is.Text, "编报单位。", Required: true),
                new("year", Is.Number, "报告年度，2013 至 2199。", Required: true),
                new("today", Is.Word("日期"), "演示的业务日期，停在这一天。", Required: true, Example: "2024-12-31"),
                new(
                    "last_year",
                    Is.ListOf(Is.Word("台账")),
                    "上一年也完整的台账；别的台账里上一年只有结转的，不作同比。",
                    Example: "[reconsideration.case]"
                ),
                new("note", Is.Text, "哪些是公开数字，哪些是虚构。", Required: true),
                new("published", Is.ListOf(Is.A(() => Published)), "公开数字，测试逐一核对。", Required: true),
            ]
        )
        {
            Remarks = "`demo/<地名-年>/place.yaml`。同一份文件在任何机器上产生同样的记录。",
        };

    public static Shape Published { get; } =
        new(
            "published",
            "公布数字",
            [
                new("indicator", Is.Word("指标"), "完整的键。", Required: true),
                new("year", Is.Number, "年份。", Required: true),
                new("value", Is.Word("数"), "数字，加引号以保留小数位数。", Required: true, Example: "\"19.3\""),
            ]
        );

    public static Shape Units { get; } =
        new(
            "units",
            "单位文件",
            [new("units", Is.ListOf(Is.A(() => Unit)), "单位，上级写在下级前面；第一个没有上级。", Required: true)]
        );

    public static Shape Unit { get; } =
        new(
            "unit",
            "单位",
            [
                new(
                    "code",
                    Is.Word("代码"),
                    "行政区划代码（GB/T 2260）或加后缀，加引号。",
                    Required: true,
                    Example: "\"210202-01\""
                ),
                new("name", Is.Text, "名称。", Required: true),
                new("abbr", Is.Text, "简称，用在编号里，不能重复。", Required: true),
                new("kind", Is.Word("类别"), "如 city、district、bureau、department、office。", Required: true),
                new("parent", Is.Word("代码"), "上级。"),
                new("size", Is.Word("数"), "记录多少的相对大小；不写随上级。", Example: "0.9"),
            ]
        );

    public static Shape Accounts { get; } =
        new(
            "accounts",
            "账号文件",
            [new("accounts", Is.ListOf(Is.A(() => Account)), "账号；密码在装载时随机产生。", Required: true)]
        );

    public static Shape Account { get; } =
        new(
            "account",
            "账号",
            [
                new("login", Is.Word("登录名"), "登录名。", Required: true),
                new("name", Is.Text, "显示的名称。", Required: true),
                new("role", Is.Word("角色"), "角色。", Required: true),
                new("unit", Is.Word("代码"), "在哪个单位。", Required: true),
                new("line", Is.Word("业务条线"), "只在这个条线；不写为全部。"),
            ]
        );

    public static Shape Words { get; } =
        new(
            "words",
            "词表文件",
            [
                new(
                    "words",
                    Is.Named("词表名", Is.OneOrMore(Is.Word("以空格分开的词")), AnyName),
                    "词表，句子里用 `{词表名}`。",
                    Required: true
                ),
            ]
        );

    public static Shape Cohorts { get; } =
        new(
            "cohorts",
            "记录组成文件",
            [
                new("register", Is.Word("台账"), "哪个台账。", Required: true),
                new("units", Weights("单位代码、代码结尾（-12）或类别（office）"), "各组共用的单位和权重。"),
                new("fields", Is.Named("字段", Recipes), "各组共用的做法。"),
                new("cohorts", Is.Named("组名", Is.A(() => Cohort), AnyName), "记录组。", Required: true),
            ]
        )
        {
            Remarks = "`demo/<地名-年>/cohorts/<台账>.yaml`。一个记录组是若干条相似的记录。",
        };

    /// <summary>Cohorts of several registers, completed by their flow.</summary>
    public static Shape CohortRegisters { get; } =
        new(
            "cohort_registers",
            "记录组成文件（补全）",
            [new("registers", Is.Named("台账", Is.A(() => CohortRegister), AnyName), "各台账的记录组。", Required: true)]
        )
        {
            Remarks = "`demo/<地名-年>/lines/<条线>.yaml`。没有写做法的字段按台账的流程补全，补全的记录要合台账的规则。",
        };

    public static Shape CohortRegister { get; } =
        new(
            "cohort_register",
            "一个台账的记录组（补全）",
            [
                new("units", Weights("单位代码、代码结尾（-12）或类别（office）"), "各组共用的单位和权重。"),
                new("fields", Is.Named("字段", Recipes), "各组共用的做法，流程用得到的才用。"),
                new("cohorts", Is.Named("组名", Is.A(() => Cohort), AnyName), "记录组。", Required: true),
            ]
        );

    /// <summary>What the demonstrations of all places share about registers.</summary>
    public static Shape Commons { get; } =
        new(
            "commons",
            "各地共用的做法文件",
            [new("registers", Is.Named("台账", Is.A(() => Common), AnyName), "各台账共用的做法。", Required: true)]
        )
        {
            Remarks = "`demo/common/registers/<条线>.yaml`。只用于补全的记录组。",
        };

    /// <summary>What the demonstrations of all places share about a register: units and recipes.</summary>
    public static Shape Common { get; } =
        new(
            "common",
            "各地共用的做法",
            [
                new("units", Weights("类别（office）或代码结尾（-12）"), "哪些单位和权重。"),
                new("via", Is.Named("环节", Is.OneOrMore(Is.Word("操作"))), "到各环节通常经过哪些操作；不写走最短的路。"),
                new("fields", Is.Named("字段", Recipes), "各字段的做法，流程用得到的才用。"),
            ]
        );

    public static Shape Guesses { get; } =
        new(
            "guesses",
            "文字字段的常用句子",
            [
                new(
                    "units",
                    Is.Named("业务条线", Weights("类别（office）"), AnyName),
                    "各条线的台账通常由哪些单位登记；`*` 为其余条线。"
                ),
                new("guesses", Is.ListOf(Is.A(() => Guess)), "从上到下，标题里有所列的词就用。", Required: true),
            ]
        )
        {
            Remarks = "`demo/common/guesses.yaml`。",
        };

    public static Shape Guess { get; } =
        new(
            "guess",
            "一类文字字段",
            [
                new("title", Is.OneOrMore(Is.Text), "字段标题里的词；姓名和电话写“（人名）”“（电话）”。", Required: true),
                new("text", Is.OneOrMore(Is.Text), "句子，可以用 `{title}` 和 `{register}`。", Required: true),
            ]
        );

    public static Shape Cohort { get; } =
        new(
            "cohort",
            "记录组",
            [
                new("count", Is.Number, "多少条；报表不写。"),
                new("months", Is.Word("月..月"), "报表写：哪些月份。", Example: "2024-01..2024-12"),
                new("units", Weights("单位代码、代码结尾（-12）或类别（office）"), "哪些单位和权重；不写用文件里共用的。"),
                new("in_turn", Is.Flag, "单位轮流，各单位一样多；不写为按权重抽取。"),
                new("state", Is.Word("环节"), "补全的记录办到哪个环节。"),
                new("via", Is.OneOrMore(Is.Word("操作")), "补全的记录经过哪些操作，依次；不写走最短的路。"),
                new(
                    "period",
                    Is.Word("日期..日期"),
                    "补全的日期都在这段时间里；不写为报告年度。",
                    Example: "2022-01-01..2023-12-31"
                ),
                new("fields", Is.Named("字段", Recipes), "各字段的做法。"),
                new("without", Is.OneOrMore(Is.Word("字段")), "共用的做法里不要的字段。"),
            ]
        );

    public static Shape Recipe { get; } =
        new(
            "recipe",
            "做法",
            [
                new("value", Recipes, "需要加 `when`、`chance` 时包住一个固定值。"),
                new("share", Weights("值"), "按权重抽取。", Example: "{civil: 92, administrative: 8}"),
                new("exact", Weights("值"), "各值恰好这么多条，合计等于 `count`。"),
                new("spread", Is.Word("日期..日期"), "期间内的一天。"),
                new("months", Weights("月份"), "`spread` 的月份权重。", Example: "{2: 0.6}"),
                new("day_off", Is.Word("数"), "`spread` 的休息日权重。", Example: "0.1"),
                new(
                    "after",
                    Is.Word("字段"),
                    "另一日期之后若干天，配 `days` 或 `workdays`；另一时刻之后若干分钟，配 `minutes`。"
                ),
                new("days", Is.Word("少..多"), "自然日，负数为之前。", Example: "5..20"),
                new("workdays", Is.Word("少..多"), "工作日。", Example: "1..5"),
                new("minutes", Is.Word("少..多"), "分钟，不出当天。", Example: "8..55"),
                new("until", Is.Word("日期"), "不晚于这一天。"),
                new("roll", Is.Flag, "是否避开休息日；不写为 true。"),
                new(
                    "text",
                    Is.OneOrMore(Is.Text),
                    "句子：`{词表}` 换成词，`{###}` 换成数字，`{unit}` 换成单位简称，`{index}` 换成第几条，`{place}` `{year}` 换成地名和年度。"
                ),
                new("range", Is.Word("少..多"), "整数。", Example: "1..5"),
                new("money", Is.Word("少..多"), "金额（元）。", Example: "100..5000"),
                new("total", Is.Word("数"), "把总数分给各条。"),
                new("step", Is.Number, "`total` 的取整。"),
                new("weights", Weights("单位"), "`total` 按单位的权重。"),
                new("follow", Is.Word("字段"), "`total` 按另一字段的大小分。"),
                new("part", Is.Word("字段"), "另一字段的一部分，配 `of`。"),
                new("of", Is.Word("少..多"), "`part` 占多少。", Example: "0.1..0.2"),
                new("rest", Is.Word("字段"), "另一字段减去 `minus` 剩下的。"),
                new("minus", Is.OneOrMore(Is.Word("字段")), "`rest` 减去哪些字段。"),
                new("copy", Is.Word("字段"), "与另一字段相同。"),
                new("unit", Weights("单位代码、结尾或类别"), "本单位下级（没有则同级，再没有则上级）的一个单位。"),
                new("sequence", Is.Number, "从这个数起，一条加一。", Example: "1"),
                new(
                    "each_unit",
                    Weights("单位代码、结尾或类别"),
                    "全地方的这些单位轮流，尽量不重复。",
                    Example: "{district: 1, department: 1}"
                ),
                new("rows", Is.Number, "小表写这么多行，配 `columns`。", Example: "10"),
                new("columns", Is.Named("栏", Recipes), "小表各栏的做法，不能看别的字段；不写的栏空着。"),
                new("match", Is.Word("单位字段"), "看另一字段是哪个单位，配 `cases`。"),
                new(
                    "record",
                    Is.Named("字段", Is.Word("值")),
                    "引用的记录，要有这些值；`{}` 为任何一条。",
                    Example: "{state: closed}"
                ),
                new("compute", Is.Expression, "用表达式从别的字段算出。", Example: "year(listed_on)"),
                new("get", Is.Word("引用字段.文字字段"), "引用的记录在那个字段里的文字。", Example: "lawyer.name"),
                new(
                    "pool",
                    Is.Number,
                    "从这么多个固定的值里轮流取；同名字段、同样多的，在各台账里一致。统一社会信用代码和身份证号可以只写它。",
                    Example: "55"
                ),
                new("by", Is.Word("字段"), "看另一字段的值，配 `cases`、`else`。"),
                new("cases", Is.Named("值", Recipes, AnyName), "各值的做法。"),
                new("else", Recipes, "其余值的做法。"),
                new("when", Is.Named("字段", Is.OneOrMore(Is.Word("值，或 any"))), "只在这些情况下填写。"),
                new("chance", Is.Word("0 至 1 的数"), "以这个机会填写。", Example: "0.3"),
            ]
        )
        {
            Remarks = "一个字段写一个固定的值（`empty` 为空），或者写且只写一种做法。",
        };

    private static ShapeValue Recipes => Is.Either(Is.Expression, Is.A(() => Recipe));

    private static ShapeValue Weights(string what) => Is.Named(what, Is.Word("数"), AnyName);
}
