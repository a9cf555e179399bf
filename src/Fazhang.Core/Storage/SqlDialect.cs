using System.Data.Common;
using Fazhang.Core.Journal;

namespace Fazhang.Core.Storage;

/// <summary>How a stored value is kept in a column. Everything a field can hold is one of these.</summary>
public enum StorageType
{
    /// <summary>64-bit integer; also amounts, kept as scaled integers (money in 分).</summary>
    Integer,

    /// <summary>IEEE double; only computed inside expressions, never stored.</summary>
    Real,

    /// <summary>Text, compared by code point.</summary>
    Text,

    /// <summary>Calendar date without time, ISO 8601 (2024-03-02).</summary>
    Date,

    /// <summary>True or false.</summary>
    Boolean,
}

/// <summary>
/// All that the engine must know about one database product. Everything else in the project writes plain SQL
/// that both products understand and asks this class for the rest; a third product is a third subclass.
/// </summary>
public abstract class SqlDialect
{
    /// <summary>Short name used in messages and test output: sqlite, postgres.</summary>
    public abstract string Name { get; }

    /// <summary>The column type for a stored value.</summary>
    public abstract string ColumnType(StorageType type);

    /// <summary>The column definition of a primary key that counts up by itself.</summary>
    public abstract string IdentityColumn { get; }

    /// <summary>SQL for the whole number of days from <paramref name="from"/> to <paramref name="to"/> (to − from), null if either is null.</summary>
    public abstract string DaysBetween(string from, string to);

    /// <summary>SQL for a date some days later (or earlier), as a date; null for null.</summary>
    public abstract string AddDays(string date, int days);

    /// <summary>SQL for a date some months later (or earlier): the day of the same number, or the last of a shorter month; null for null.</summary>
    public abstract string AddMonths(string date, int months);

    /// <summary>SQL for the year (1–9999) of a date, as an integer; null for null.</summary>
    public abstract string Year(string date);

    /// <summary>SQL for the month (1–12) of a date, as an integer; null for null.</summary>
    public abstract string Month(string date);

    /// <summary>SQL for the day of a moment kept as text (2024-03-02T09:30), as a date; null for null.</summary>
    public abstract string DateOf(string moment);

    /// <summary>SQL for the whole minutes from one moment kept as text to another, as an integer; null for null.</summary>
    public abstract string MinutesBetween(string from, string to);

    /// <summary>SQL for the number of elements of a JSON array kept as text; null for null.</summary>
    public abstract string ArrayLength(string json);

    /// <summary>SQL for the sum of an integer property over the objects of a JSON array kept as text; null when there is nothing to add.</summary>
    public abstract string ArraySum(string json, string property);

    /// <summary>The column type for the content of a file.</summary>
    public abstract string BytesColumn { get; }

    /// <summary>Whether a statement failed because a unique index has that value already.</summary>
    public abstract bool IsDuplicate(DbException exception);

    /// <summary>SQL that turns an integer or real operand into an IEEE double.</summary>
    public abstract string Real(string operand);

    /// <summary>Text collation suffix that compares by code point, as the in-memory evaluator does.</summary>
    public abstract string Ordinal(string operand);

    /// <summary>SQL literal for a boolean.</summary>
    public abstract string Literal(bool value);

    /// <summary>SQL literal for a date.</summary>
    public abstract string Literal(DateOnly value);

    /// <summary>SQL literal for a text, quoted.</summary>
    public static string Literal(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Contains('\0'))
            throw new ArgumentException("A text value cannot hold NUL.", nameof(value));
        return "'" + value.Replace("'", "''") + "'";
    }

    /// <summary>The value to hand to the driver for a stored value in memory (long, double, string, DateOnly, bool or null).</summary>
    public abstract object ToDatabase(object? value);

    /// <summary>The stored value in memory for what the driver gave back.</summary>
    public abstract object? FromDatabase(object? value, StorageType type);

    /// <summary>
    /// Quotes an identifier. Identifiers come from definitions (checked: a–z, 0–9, _), never from users;
    /// quoting only protects against reserved words.
    /// </summary>
    public static string Quote(string identifier) => "\"" + identifier + "\"";

    /// <summary>Statements that make a table that only grows, numbered by itself; where the product can, each year lies apart.</summary>
    /// <param name="key">The column that counts up.</param>
    /// <param name="columns">The other columns.</param>
    /// <param name="day">The column, one of them and never empty, with the day that says which year a row belongs to.</param>
    public abstract IEnumerable<string> CreateByYear(string table, string key, string columns, string day);

    /// <summary>Statements that make the tables which only this product needs, where they are missing.</summary>
    public virtual IEnumerable<string> OwnTables => [];

    /// <summary>Statements that make a table refuse every change and deletion of its rows.</summary>
    public abstract IEnumerable<string> AppendOnly(string table);

    /// <summary>
    /// Columns of all tables, with their types as <see cref="ColumnType"/> writes them. All at once: books have dozens of
    /// tables, and a question for each would be a way to the server and back.
    /// </summary>
    public abstract IReadOnlyList<(string Table, string Column, string Type)> Columns(
        DbConnection connection,
        DbTransaction transaction
    );

    /// <summary>Gives back what is kept only to be quick again: nobody works for the moment.</summary>
    public virtual void Rest() { }

    /// <summary>Names of the indexes of all tables.</summary>
    public abstract IReadOnlyList<(string Table, string Index)> Indexes(DbConnection connection, DbTransaction transaction);

    /// <summary>Takes ids for rows about to be inserted into a table, in ascending order; nobody else will get them.</summary>
    public abstract IReadOnlyList<long> ReserveIds(DbConnection connection, DbTransaction transaction, string table, int count);

    /// <summary>Waits until nobody else is opening the books, and keeps others from it until the end of the transaction.</summary>
    public abstract void LockOpening(DbConnection connection, DbTransaction transaction);

    /// <summary>Waits until nobody else is writing to a table and keeps writers out until the end of the transaction.</summary>
    public abstract void LockForReading(DbConnection connection, DbTransaction transaction, string table);

    /// <summary>The rows of one select for each of the units, each with an order and a limit of its own.</summary>
    /// <param name="select">The select, given SQL for the unit's number.</param>
    public abstract string OfEach(IReadOnlyList<long> units, Func<string, string> select);

    /// <summary>What to write behind an indexed column so that empty values come first when ascending, last when descending.</summary>
    public abstract string EmptyFirst { get; }

    /// <summary>Whether further columns of an index decide on a row before it is fetched from its table.</summary>
    public abstract bool FiltersInIndexes { get; }

    /// <summary>What to write behind a table's columns when its rows are only ever found by their primary key.</summary>
    public abstract string KeyedTable { get; }

    /// <summary>The statement that makes a view or leaves it as it is.</summary>
    public abstract string CreateView(string name, string query);

    /// <summary>Whether there is a table (not a view) of that name.</summary>
    public abstract bool IsTable(DbConnection connection, DbTransaction transaction, string name);

    /// <summary>Adds to the books what a save has to add, in the order record, journal entry, postings. Returns the record's id.</summary>
    internal virtual long Insert(DbConnection connection, DbTransaction transaction, RecordEntry entry)
    {
        if (entry.Record is { } record)
            entry.Journal[JournalWriter.RecordId] = record
                .Plan.PrepareInsert(connection, transaction)
                .Insert(record.Values, record.Stamp, record.Due, record.DueKey);
        new JournalWriter(connection, transaction, this).Append(entry.Journal);
        if (entry.Postings.Count > 0)
            InsertNumbers(connection, transaction, "cell_delta", Figures.Cells.Columns, entry.Postings);
        return (long)entry.Journal[JournalWriter.RecordId]!;
    }

    /// <summary>Makes a statement of a bulk load ready.</summary>
    /// <param name="sql">The text; its parameters are called @p0, @p1 and so on, in this order.</param>
    internal virtual RowStatement Rows(DbConnection connection, DbTransaction transaction, string sql, int parameters) =>
        new DriverRowStatement(connection, transaction, this, sql, parameters);

    /// <summary>Inserts rows of whole numbers.</summary>
    internal abstract void InsertNumbers(
        DbConnection connection,
        DbTransaction transaction,
        string table,
        IReadOnlyList<string> columns,
        IReadOnlyList<long[]> rows
    );

    /// <summary>
    /// Empties a table into others in one step, so that a reader sees the rows here or there and never twice. Each statement
    /// reads them by the name {taken}. While another connection does the same, nothing happens. Returns the rows moved.
    /// </summary>
    /// <param name="with">A recursive table expression that the statements may use.</param>
    internal abstract long Move(
        DbConnection connection,
        DbTransaction transaction,
        string table,
        IReadOnlyList<string> columns,
        string with,
        params IReadOnlyList<string> statements
    );

    /// <summary>
    /// Reads all rows of a query into one array, each column into its slot, and calls <paramref name="next"/> for each row.
    /// For passes over whole tables: nothing is kept and next to nothing allocated. Returns the rows read.
    /// </summary>
    internal abstract long Scan(
        DbConnection connection,
        DbTransaction transaction,
        string sql,
        IReadOnlyList<(StorageType Type, int Slot)> columns,
        object?[] row,
        Action next
    );

    /// <summary>The writer of the books on this database.</summary>
    internal abstract Writer Writer();

    /// <summary>Begins a transaction whose reads all see the books as of its first read, whatever is written meanwhile.</summary>
    public abstract DbTransaction BeginSnapshot(DbConnection connection);

    /// <summary>
    /// What a database failure means to a user, in Chinese, when it is one a user can do something about
    /// (disk full, locked, connection lost); null for everything else, which is a bug.
    /// </summary>
    public abstract string? Explain(DbException exception);

    /// <summary>
    /// Whether a failure before a commit may be gone at the next try: two writers in each other's way, or a server that is
    /// restarting or not to be reached for a moment.
    /// </summary>
    public virtual bool MayPass(DbException exception) => false;

    /// <summary>Opens a connection that is ready for the engine's statements.</summary>
    public abstract DbConnection Open(bool readOnly = false);
}
