namespace Fazhang.Core.Expressions;

/// <summary>A field that expressions of one register may name.</summary>
public sealed record ExpressionField
{
    /// <summary>The name written in expressions.</summary>
    public required string Name { get; init; }

    /// <summary>The Chinese title, for messages.</summary>
    public required string Title { get; init; }

    public required ExpressionType Type { get; init; }

    /// <summary>
    /// Index in the array of values given to <see cref="Expression.Evaluate"/>. The value there is null or: long for
    /// Integer, Reference and Number (scaled, see <see cref="Scale"/>), string for Text, Choice, Moment, Choices (codes joined by
    /// commas) and Rows (a JSON array), DateOnly, bool.
    /// </summary>
    public required int Slot { get; init; }

    /// <summary>Column of the register's table.</summary>
    public required string Column { get; init; }

    /// <summary>
    /// Decimals of a Number field, 0–15: it is stored as an integer multiplied by 10^Scale, and its value in expressions is
    /// stored / 10^Scale as an IEEE double (money in 分 has scale 2, its value is in 元).
    /// </summary>
    public int Scale { get; init; }

    /// <summary>The codes of a Choice or Choices field.</summary>
    public IReadOnlyCollection<string> Choices { get; init; } = [];

    /// <summary>A code and all codes below it, for lists with levels; null = the codes have no levels.</summary>
    public Func<string, IReadOnlyList<string>>? Subtree { get; init; }

    /// <summary>The columns of a Rows field that sum() can add up.</summary>
    public IReadOnlyList<ExpressionField> Columns { get; init; } = [];
}
