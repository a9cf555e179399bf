namespace Fazhang.Core.Expressions;

/// <summary>The functions of the language; every argument is a date.</summary>
internal static class Functions
{
    public const string Today = "today";

    private sealed record Function(string Usage, int Arguments, Func<IReadOnlyList<Node>, Node> Build);

    private static readonly Dictionary<string, Function> s_functions = new()
    {
        [Today] = new("today()", 0, _ => new TodayNode()),
        ["days"] = new("days(起日, 止日)", 2, dates => new DaysNode(dates[0], dates[1])),
        ["workdays"] = new("workdays(起日, 止日)", 2, dates => new WorkdaysNode(dates[0], dates[1])),
        ["year"] = new("year(日期)", 1, dates => new DatePartNode(isYear: true, dates[0])),
        ["month"] = new("month(日期)", 1, dates => new DatePartNode(isYear: false, dates[0])),
    };

    public static IReadOnlyCollection<string> Names => s_functions.Keys;

    public static bool Exists(string name) => s_functions.ContainsKey(name);

    public static string Usage(string name) => s_functions[name].Usage;

    public static int Arguments(string name) => s_functions[name].Arguments;

    public static Node Build(string name, IReadOnlyList<Node> dates) => s_functions[name].Build(dates);
}
