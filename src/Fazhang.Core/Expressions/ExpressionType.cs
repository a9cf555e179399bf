namespace Fazhang.Core.Expressions;

/// <summary>The types of the expression language.</summary>
public enum ExpressionType
{
    /// <summary>True, false or unknown (null); the only type a condition may have.</summary>
    Boolean,

    /// <summary>64-bit integer.</summary>
    Integer,

    /// <summary>IEEE double: every result of + − * /, and amounts.</summary>
    Number,

    /// <summary>Text, compared by code point.</summary>
    Text,

    /// <summary>Calendar date.</summary>
    Date,

    /// <summary>Code of a choice list; can be compared for equality only.</summary>
    Choice,

    /// <summary>A minute of business time, as text that sorts (2024-03-02T09:30).</summary>
    Moment,

    /// <summary>Several codes of a choice list; asked with has() and within only.</summary>
    Choices,

    /// <summary>A table inside the record or a list of files; asked with count() and sum() only.</summary>
    Rows,

    /// <summary>Identity (integer) of a unit, user or record; can be compared for equality only.</summary>
    Reference,
}

internal static class ExpressionTypeNames
{
    /// <summary>The word used in messages.</summary>
    public static string Chinese(this ExpressionType type) =>
        type switch
        {
            ExpressionType.Boolean => "是非",
            ExpressionType.Integer => "整数",
            ExpressionType.Number => "数值",
            ExpressionType.Text => "文字",
            ExpressionType.Date => "日期",
            ExpressionType.Choice => "代码",
            ExpressionType.Moment => "日期时间",
            ExpressionType.Choices => "多选代码",
            ExpressionType.Rows => "行表",
            ExpressionType.Reference => "编号引用",
            _ => throw new ArgumentOutOfRangeException(nameof(type)),
        };
}
