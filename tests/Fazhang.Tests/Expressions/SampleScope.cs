using Fazhang.Core.Deadlines;
using Fazhang.Core.Expressions;
using Fazhang.Core.Storage;
using Fazhang.Tests.Deadlines;
using Shouldly;

namespace Fazhang.Tests.Expressions;

/// <summary>A register with a field of every type, used by all expression tests.</summary>
internal static class SampleScope
{
    public static readonly DateOnly Today = new(2024, 3, 2);

    // Columns are not called like the fields, so that a mix-up shows; "day" is also a column of the calendar table.
    private static readonly (string Name, string Title, ExpressionType Type, string Column, int Scale)[] s_fields =
    [
        ("applied_on", "收到申请日期", ExpressionType.Date, "day", 0),
        ("accepted_on", "受理日期", ExpressionType.Date, "d2", 0),
        ("applicant", "申请人", ExpressionType.Text, "t1", 0),
        ("remark", "备注", ExpressionType.Text, "t2", 0),
        ("persons", "人数", ExpressionType.Integer, "i1", 0),
        ("visits", "次数", ExpressionType.Integer, "i2", 0),
        ("amount", "金额", ExpressionType.Number, "n1", 2),
        ("rate", "比例", ExpressionType.Number, "n2", 3),
        ("urgent", "紧急", ExpressionType.Boolean, "b1", 0),
        ("public", "公开", ExpressionType.Boolean, "b2", 0),
        ("outcome", "审结方式", ExpressionType.Choice, "c1", 0),
        ("respondent", "被申请人", ExpressionType.Reference, "r1", 0),
        ("heard_at", "开庭时间", ExpressionType.Moment, "m1", 0),
        ("signed_at", "签收时间", ExpressionType.Moment, "m2", 0),
        ("tags", "涉及", ExpressionType.Choices, "cs1", 0),
        ("fees", "费用", ExpressionType.Rows, "rw1", 0),
    ];

    private static readonly ExpressionField[] s_columns =
    [
        Column("paid", ExpressionType.Number, 2),
        Column("share", ExpressionType.Number, 6),
        Column("pieces", ExpressionType.Integer, 0),
        Column("note", ExpressionType.Text, 0),
    ];

    public static readonly string[] Codes = ["mediated", "settled", "revoked", "persons"];

    public static readonly ExpressionScope Scope = new(
        s_fields.Select(
            (field, slot) =>
                new ExpressionField
                {
                    Name = field.Name,
                    Title = field.Title,
                    Type = field.Type,
                    Slot = slot,
                    Column = field.Column,
                    Scale = field.Scale,
                    Choices = field.Type is ExpressionType.Choice or ExpressionType.Choices ? Codes : [],
                    Subtree = field.Type is ExpressionType.Choice or ExpressionType.Choices ? Subtree : null,
                    Columns = field.Type == ExpressionType.Rows ? s_columns : [],
                }
        ),
        new Dictionary<string, ExpressionSetting>
        {
            ["term"] = new("45 days", new Budget(45, DayKind.Calendar)),
            ["validity"] = new("5 years", new Budget(60, DayKind.Month)),
            ["score"] = new("90.5", null),
        }
    );

    public static readonly TimeOnly Time = new(9, 30);

    public static readonly EvaluationContext Context = new()
    {
        Today = Today,
        Time = Time,
        Calendar = Calendars.Real,
    };

    public static IReadOnlyList<(string Column, StorageType Type)> Columns { get; } =
    [.. s_fields.Select(field => (field.Column, Storage(field.Type, stored: true)))];

    /// <summary>A row of nulls but for the fields given.</summary>
    public static object?[] Row(params (string Field, object Value)[] values)
    {
        var row = new object?[s_fields.Length];
        foreach (var (field, value) in values)
            row[Scope.Find(field)!.Slot] = value;
        return row;
    }

    public static StorageType Storage(ExpressionType type, bool stored = false) =>
        type switch
        {
            ExpressionType.Boolean => StorageType.Boolean,
            ExpressionType.Number when !stored => StorageType.Real,
            ExpressionType.Integer or ExpressionType.Number or ExpressionType.Reference => StorageType.Integer,
            ExpressionType.Date => StorageType.Date,
            _ => StorageType.Text,
        };

    /// <summary>settled and revoked lie below mediated.</summary>
    private static IReadOnlyList<string> Subtree(string code) => code == "mediated" ? ["mediated", "settled", "revoked"] : [code];

    private static ExpressionField Column(string name, ExpressionType type, int scale) =>
        new()
        {
            Name = name,
            Title = name,
            Type = type,
            Slot = 0,
            Column = name,
            Scale = scale,
        };

    public static Expression Parse(string text)
    {
        var problems = new List<ExpressionProblem>();
        return Expression.Parse(text, Scope, problems)
            ?? throw new InvalidOperationException($"{text}: {string.Join("; ", problems.Select(problem => problem.Message))}");
    }

    public static IReadOnlyList<ExpressionProblem> Problems(string text, ExpressionType? expected = null)
    {
        var problems = new List<ExpressionProblem>();
        var expression = Expression.Parse(text, Scope, problems, expected);
        (expression is null).ShouldBe(problems.Count > 0);
        return problems;
    }
}
