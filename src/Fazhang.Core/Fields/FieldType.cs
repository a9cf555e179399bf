using Fazhang.Core.Access;
using Fazhang.Core.Definitions;
using Fazhang.Core.Definitions.Shapes;
using Fazhang.Core.Expressions;
using Fazhang.Core.Records;
using Fazhang.Core.Storage;
using Fazhang.Core.Units;

namespace Fazhang.Core.Fields;

/// <summary>What a form shows for a field.</summary>
public enum Widget
{
    Line,
    Area,
    Number,
    Date,
    DateTime,
    Month,
    YesNo,
    Choice,
    Choices,
    Unit,
    User,
    Record,
    Rows,
    Files,
}

/// <summary>The outcome of reading what a user typed: a value (null = empty) or a message that says what to do.</summary>
public readonly record struct Parsed(object? Value, string? Error)
{
    public static Parsed Ok(object? value) => new(value, null);

    public static Parsed Wrong(string error) => new(null, error);
}

/// <summary>What a type may know when it invents a value: chance, the province of the place (two digits), the day it is about.</summary>
public sealed record Invention(Demo.SplitMix64 Random, string Province, DateOnly Day);

/// <summary>
/// All that the engine knows about one type of field: how it is stored, read from a form, checked, masked, filtered and
/// shown. One subclass in one file, and one line in <see cref="FieldTypes"/>. A type with keys of its own (the columns of
/// rows, the codes of a choice) makes an instance for each field, see <see cref="Configure"/>.
/// </summary>
/// <remarks>Values in memory are long, string, bool and DateOnly; null is empty. Whatever a type keeps is one of these.</remarks>
public abstract class FieldType
{
    /// <summary>The word used in definitions (`type: money`).</summary>
    public abstract string Name { get; }

    public abstract StorageType Storage { get; }

    public abstract ExpressionType Expression { get; }

    public abstract Widget Widget { get; }

    /// <summary>What it holds, in Chinese, for the reference of the definition language.</summary>
    public abstract string Meaning { get; }

    /// <summary>The keys that only this type has in a definition.</summary>
    public virtual IReadOnlyList<ShapeKey> Keys => [];

    /// <summary>Stored integers are the value times 10^Scale (money: 2, kept in 分).</summary>
    public virtual int Scale => 0;

    /// <summary>Right-aligned in tables, may be summed by an indicator and bounded by min and max.</summary>
    public virtual bool IsNumeric => false;

    /// <summary>Plain text: may be searched and masked by its first characters.</summary>
    public virtual bool IsText => false;

    /// <summary>Filtered by a first and a last day.</summary>
    public virtual bool IsDated => Storage == StorageType.Date;

    /// <summary>One value, small enough for a column of <see cref="RowsField"/>.</summary>
    public virtual bool IsScalar => true;

    /// <summary>Follows from other fields: nobody fills it in.</summary>
    public virtual bool IsComputed => false;

    /// <summary>Names something elsewhere in the books, see <see cref="Verify"/>.</summary>
    public virtual bool Refers => false;

    /// <summary>The codes, for types that choose from a list.</summary>
    public virtual ChoiceList? Choices => null;

    /// <summary>The columns, for types that hold rows.</summary>
    public virtual IReadOnlyList<FieldDefinition> Columns => [];

    /// <summary>How the value is masked whatever the definition says; None = the definition decides.</summary>
    public virtual Personal AlwaysPersonal => Personal.None;

    /// <summary>Reads trimmed, non-empty input.</summary>
    public abstract Parsed Parse(string input);

    /// <summary>What a form input holds for a value; reading it back gives the same value.</summary>
    public abstract string Input(object value);

    /// <summary>The same, where the names of records and people are at hand.</summary>
    public virtual string Input(object value, FieldWords words) => Input(value);

    /// <summary>The input of a form that sends several parts for this field, from the part named after the field itself and the others by suffix.</summary>
    public virtual string Compose(string main, IReadOnlyDictionary<string, string> parts) => main;

    /// <summary>What a page shows for a value.</summary>
    public virtual string Show(object value) => Input(value);

    /// <summary>The same, where the names of units, records and people are at hand.</summary>
    public virtual string Show(object value, FieldWords words) => Show(value);

    /// <summary>The value for those who may not see personal data.</summary>
    public virtual string Mask(object value, Personal personal, FieldWords words) => Masking.Mask(personal, Show(value, words));

    /// <summary>What a column of a list has room for.</summary>
    public virtual string Brief(object value, string shown) => shown;

    /// <summary>
    /// What is wrong with a stored value, wherever it comes from, or null: the sentence that follows the field's title.
    /// <paramref name="before"/> is the value that the record had: a retired code may stay, but not be chosen anew.
    /// </summary>
    public virtual string? Check(object value, object? before, UnitTree units) => null;

    /// <summary>The days of a dated value that a list filter compares with.</summary>
    public virtual (object First, object Last) Day(DateOnly day) => (day, day);

    /// <summary>
    /// SQL condition that the column holds what the filter of a list says (in the form of an input), or null when the type
    /// cannot be filtered so or the input is none. <paramref name="add"/> makes a parameter of a value.
    /// </summary>
    public virtual string? Matches(string column, string input, Func<object?, string> add) => null;

    /// <summary>Whether a list offers <see cref="Matches"/> for choosing.</summary>
    public virtual bool IsFiltered => false;

    /// <summary>A plausible value for a synthetic record, where the type has a form of its own to keep; else null.</summary>
    public virtual object? Invent(Invention at) => null;

    /// <summary>An instance for one field, with what its own keys say.</summary>
    internal virtual FieldType Configure(FieldKeys keys) => this;

    /// <summary>Reads input where the books are needed for it: a record's number, an account's login, uploaded files.</summary>
    internal virtual Parsed Read(string input, FieldBooks books) => Parse(input);

    /// <summary>What is wrong with a changed value in view of the rest of the books, or null.</summary>
    internal virtual string? Verify(object value, FieldBooks books) => null;
}
