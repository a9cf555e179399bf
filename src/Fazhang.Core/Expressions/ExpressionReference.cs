namespace Fazhang.Core.Expressions;

/// <summary>The expression language as the reference tells it; a test reads every example with the real parser.</summary>
internal static class ExpressionReference
{
    /// <summary>A form of expression: an example over the fields of a case, and what it means.</summary>
    public static IReadOnlyList<(string Example, string Meaning)> Forms { get; } =
    [
        ("accepted_on >= applied_on", "比较：`=`、`!=`、`<`、`<=`、`>`、`>=`"),
        ("outcome in (mediated, settled)", "是其中之一；`not in` 相反。代码直接写，不加引号"),
        ("outcome within settled", "是这个代码或它的下级"),
        ("closed_on is empty", "没有填；`is not empty` 相反"),
        ("not deemed or people > 5 and people <= 10", "`not`、`and`、`or`，先后依次减弱；可以加括号"),
        ("(people + 1) * 2 - 3 / 4", "算术：`+`、`-`、`*`、`/`"),
        ("applied_on < 2024-03-02", "日期写成年-月-日"),
        (
            "accepted_on <= applied_on + 5 workdays",
            "日期加减期限：`days`、`workdays`、`months`、`years`；地方设置写 `setting.设置名`"
        ),
        ("claim = '撤销' or claim = \"变更\"", "文字加单引号或双引号"),
        ("deemed = true", "是否：`true`、`false`"),
    ];

    /// <summary>How each function is written and what it gives.</summary>
    public static IEnumerable<(string Usage, string Meaning)> Functions => Expressions.Functions.Reference;
}
