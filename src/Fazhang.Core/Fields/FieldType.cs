using Fazhang.Core.Expressions;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Fields;

/// <summary>What a form shows for a field.</summary>
public enum Widget
{
    Line,
    Area,
    Number,
    Date,
    Month,
    YesNo,
    Choice,
    Unit,
}

/// <summary>The outcome of reading what a user typed: a value (null = empty) or a message that says what to do.</summary>
public readonly record struct Parsed(object? Value, string? Error)
{
    public static Parsed Ok(object? value) => new(value, null);

    public static Parsed Wrong(string error) => new(null, error);
}

/// <summary>
/// All that the engine knows about one type of field: how it is stored, read from a form, checked and shown.
/// One subclass in one file, and one line in <see cref="FieldTypes"/>.
/// </summary>
public abstract class FieldType
{
    /// <summary>The word used in definitions (`type: money`).</summary>
    public abstract string Name { get; }

    public abstract StorageType Storage { get; }

    public abstract ExpressionType Expression { get; }

    public abstract Widget Widget { get; }

    /// <summary>Stored integers are the value times 10^Scale (money: 2, kept in 分).</summary>
    public virtual int Scale => 0;

    /// <summary>Right-aligned in tables, may be summed by an indicator.</summary>
    public virtual bool IsNumeric => false;

    /// <summary>Reads trimmed, non-empty input.</summary>
    public abstract Parsed Parse(string input);

    /// <summary>What a form input holds for a value; reading it back gives the same value.</summary>
    public abstract string Input(object value);

    /// <summary>What a page shows for a value.</summary>
    public virtual string Show(object value) => Input(value);
}
