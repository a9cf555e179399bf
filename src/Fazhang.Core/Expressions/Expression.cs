using System.Collections.Frozen;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Expressions;

/// <summary>
/// A parsed and checked expression of the one small language for validation rules, flow guards, conditional requirement and
/// indicator filters. Immutable, safe to share between threads. Its value in memory and the value of its SQL are the same for
/// every row, nulls included.
/// </summary>
/// <remarks>
/// <para>
/// Literals: 12, 0.5, 'text', "text", true, false, 2024-03-02. Beside a choice field a bare word is one of its codes. Operators:
/// = != &lt; &lt;= &gt; &gt;=, x in (a, b), x not in (a, b), x is empty, x is not empty, x within code (the code and those below it), and, or, not,
/// + - * /, date + 5 years (days, workdays, months, years). Functions: today(), now(), days(from, to), workdays(from, to), year(d), month(d), date(moment), has(choices, code),
/// count(rows), sum(rows.column).
/// </para>
/// <para>
/// Unknown (null) behaves as in SQL: it makes comparison and arithmetic unknown; false and unknown is false, true or unknown is
/// true. Arithmetic is done on IEEE doubles, division by zero is unknown. Text is compared by code point; the empty text is empty.
/// </para>
/// </remarks>
public sealed class Expression
{
    private const int MaxLength = 4000;

    // SQLite refuses trees deeper than 1000; a node writes at most four levels of SQL.
    private const int MaxHeight = 200;

    private readonly Node _root;

    private Expression(string text, Node root, Checker checker, bool hasLimit)
    {
        HasLimit = hasLimit;
        Text = text;
        _root = root;
        Fields = checker.Fields.ToFrozenSet();
        Meaning = checker.Expansions.Count == 0 ? text : $"{text} [{string.Join("; ", checker.Expansions)}]";
        UsesToday = checker.UsesToday;
        Settings = checker.Settings.ToFrozenSet();
    }

    /// <summary>As written.</summary>
    public string Text { get; }

    /// <summary>The text with what its names stood for when it was read: changes when a code list below `within` does.</summary>
    public string Meaning { get; }

    public ExpressionType Type => _root.Type;

    /// <summary>Whether the value is always a whole number: sums, differences and products of integers.</summary>
    public bool IsWhole => _root.IsWhole;

    /// <summary>Names of the fields used.</summary>
    public IReadOnlySet<string> Fields { get; }

    /// <summary>Keys of the settings of the place that it uses.</summary>
    public IReadOnlySet<string> Settings { get; }

    /// <summary>Whether it names a limit: a number other than 0 and 1, a date, a period or a setting.</summary>
    public bool HasLimit { get; }

    /// <summary>Whether the value depends on the day; what is posted to accounts must not.</summary>
    public bool UsesToday { get; }

    /// <summary>
    /// Parses and checks. Adds every problem found and returns null when there is any. With <paramref name="expected"/> the type must
    /// be that one (an Integer will do for a Number).
    /// </summary>
    public static Expression? Parse(
        string text,
        ExpressionScope scope,
        ICollection<ExpressionProblem> problems,
        ExpressionType? expected = null
    )
    {
        ArgumentNullException.ThrowIfNull(problems);
        var before = problems.Count;
        if (text.Length > MaxLength)
            problems.Add(new ExpressionProblem(MaxLength, $"表达式太长，最多 {MaxLength} 个字符"));
        else if (string.IsNullOrWhiteSpace(text))
            problems.Add(new ExpressionProblem(0, "表达式是空的"));
        if (problems.Count > before)
            return null;

        var tokens = Lexer.Read(text, problems);
        if (problems.Count > before || Parser.Parse(tokens, problems) is not { } syntax)
            return null;
        var checker = new Checker(scope, problems);
        if (checker.Check(syntax) is not { } root || problems.Count > before)
            return null;
        if (root.Height > MaxHeight)
            problems.Add(new ExpressionProblem(0, $"表达式层次超过 {MaxHeight}，请拆成几条，或用 in (…) 代替许多 or"));
        if (expected is { } type && root.Type != type && (type, root.Type) is not (ExpressionType.Number, ExpressionType.Integer))
            problems.Add(new ExpressionProblem(0, $"这里需要{type.Chinese()}，表达式的结果是{root.Type.Chinese()}"));
        return problems.Count > before
            ? null
            : new Expression(text, root, checker, Lexer.HasLimit(tokens) || checker.Settings.Count > 0);
    }

    /// <summary>The value for a row (see <see cref="ExpressionField.Slot"/>): long, double, string, DateOnly, bool, or null for unknown.</summary>
    public object? Evaluate(object?[] values, EvaluationContext context) => _root.Evaluate(values, context);

    /// <summary>The value of a condition; only for Type Boolean.</summary>
    public bool? Test(object?[] values, EvaluationContext context) => (bool?)_root.Evaluate(values, context);

    /// <summary>
    /// SQL of the same value, in parentheses, with literals inlined and quoted, no parameters. An expression with workdays() needs the
    /// table of <see cref="Deadlines.CalendarTable"/>.
    /// </summary>
    /// <param name="dialect">The database product.</param>
    /// <param name="today">The business day that today() stands for.</param>
    /// <param name="tableAlias">Alias of the register's table in the statement; none when it is the only table.</param>
    /// <param name="time">The minute of the day that now() stands for.</param>
    public string ToSql(SqlDialect dialect, DateOnly today, string? tableAlias = null, TimeOnly time = default) =>
        _root.ToSql(new SqlTarget(dialect, today, tableAlias, time));
}
