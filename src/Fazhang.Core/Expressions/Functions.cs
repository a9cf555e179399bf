namespace Fazhang.Core.Expressions;

/// <summary>The functions of the language.</summary>
internal static class Functions
{
    public const string Today = "today";
    public const string Now = "now";
    public const string Has = "has";
    public const string Count = "count";
    public const string Sum = "sum";

    private sealed record Function(
        string Usage,
        string Meaning,
        ExpressionType[] Parameters,
        Func<IReadOnlyList<Node>, Node>? Build
    );

    // Those without Build take a field by name, not a value: the checker builds them.
    private static readonly Dictionary<string, Function> s_functions = new()
    {
        [Today] = new("today()", "今天；可以只写 today。", [], _ => new TodayNode()),
        [Now] = new("now()", "现在，精确到分。", [], _ => new NowNode()),
        ["days"] = new(
            "days(起日, 止日)",
            "相差几天。",
            [ExpressionType.Date, ExpressionType.Date],
            dates => new DaysNode(dates[0], dates[1])
        ),
        ["workdays"] = new(
            "workdays(起日, 止日)",
            "相差几个工作日，按工作日历。",
            [ExpressionType.Date, ExpressionType.Date],
            dates => new WorkdaysNode(dates[0], dates[1])
        ),
        ["year"] = new("year(日期)", "年。", [ExpressionType.Date], dates => new DatePartNode(isYear: true, dates[0])),
        ["month"] = new(
            "month(日期)",
            "月，1 至 12。",
            [ExpressionType.Date],
            dates => new DatePartNode(isYear: false, dates[0])
        ),
        ["minutes"] = new(
            "minutes(起时, 止时)",
            "相差几分钟。",
            [ExpressionType.Moment, ExpressionType.Moment],
            moments => new MinutesNode(moments[0], moments[1])
        ),
        ["date"] = new("date(日期时间)", "那一天。", [ExpressionType.Moment], moments => new DateOfNode(moments[0])),
        [Has] = new("has(多选字段, 代码)", "选了这个代码。", [ExpressionType.Choices, ExpressionType.Choice], null),
        [Count] = new("count(行表)", "几行。", [ExpressionType.Rows], null),
        [Sum] = new("sum(行表.栏)", "一栏的合计。", [ExpressionType.Rows], null),
    };

    public static IReadOnlyCollection<string> Names => s_functions.Keys;

    /// <summary>How each is written and what it gives, for the reference.</summary>
    public static IEnumerable<(string Usage, string Meaning)> Reference =>
        s_functions.Values.Select(function => (function.Usage, function.Meaning));

    public static bool Exists(string name) => s_functions.ContainsKey(name);

    public static string Usage(string name) => s_functions[name].Usage;

    public static int Arguments(string name) => s_functions[name].Parameters.Length;

    public static IReadOnlyList<ExpressionType> Parameters(string name) => s_functions[name].Parameters;

    public static bool TakesField(string name) => s_functions[name].Build is null;

    public static Node Build(string name, IReadOnlyList<Node> arguments) => s_functions[name].Build!(arguments);
}
