using System.Data.Common;
using Fazhang.Core.Deadlines;
using Fazhang.Core.Definitions;
using Fazhang.Core.Figures;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Records;

/// <summary>What the engine prepares once for a register: its statements and its postings.</summary>
internal sealed class RegisterPlan
{
    private readonly SqlDialect dialect;

    public RegisterPlan(
        RegisterDefinition register,
        SqlDialect dialect,
        WorkCalendar calendar,
        IReadOnlyDictionary<string, long> indicatorIds
    )
    {
        this.dialect = dialect;
        Register = register;
        Postings = new PostingPlan(register, calendar, indicatorIds);
        Validator = new RecordValidator(register);
        var table = SqlDialect.Quote(register.Table);
        var fields = register.Fields.Select(field => SqlDialect.Quote(field.Column)).ToList();
        Select = $"SELECT id, version, created_at, updated_at, due_on, due_key, {string.Join(", ", fields)} FROM {table}";
        Insert =
            $"INSERT INTO {table} (version, created_at, updated_at, due_on, due_key, {string.Join(", ", fields)}) "
            + $"VALUES (@version, @at, @at, @due_on, @due_key, {string.Join(", ", fields.Select((_, slot) => "@f" + slot))}) RETURNING id";
        Update =
            $"UPDATE {table} SET version = version + 1, updated_at = @at, due_on = @due_on, due_key = @due_key, "
            + string.Join(", ", fields.Select((field, slot) => $"{field} = @f{slot}"))
            + " WHERE id = @id AND version = @version";
    }

    public RegisterDefinition Register { get; }

    public PostingPlan Postings { get; }

    public RecordValidator Validator { get; }

    /// <summary>All columns in the order <see cref="Read"/> expects, without a WHERE.</summary>
    public string Select { get; }

    public string Insert { get; }

    public string Update { get; }

    /// <summary>The record in the reader's current row.</summary>
    public Record Read(DbDataReader reader)
    {
        const int first = 6;
        var values = new object?[Register.Fields.Count];
        for (var slot = 0; slot < values.Length; slot++)
            values[slot] = reader.IsDBNull(first + slot)
                ? null
                : dialect.FromDatabase(reader.GetValue(first + slot), Register.Fields[slot].Type.Storage);
        return new Record
        {
            Register = Register,
            Id = reader.GetInt64(0),
            Version = reader.GetInt64(1),
            CreatedAt = reader.GetString(2),
            UpdatedAt = reader.GetString(3),
            DueOn = reader.IsDBNull(4) ? null : (DateOnly?)dialect.FromDatabase(reader.GetValue(4), StorageType.Date),
            DueKey = reader.IsDBNull(5) ? null : reader.GetString(5),
            Values = values,
        };
    }

    /// <summary>The insert, kept ready on the connection: set the values, execute, read the new id.</summary>
    public RecordCommand PrepareInsert(DbConnection connection, DbTransaction transaction) =>
        Prepare(connection, transaction, Insert);

    public RecordCommand PrepareUpdate(DbConnection connection, DbTransaction transaction) =>
        Prepare(connection, transaction, Update);

    private RecordCommand Prepare(DbConnection connection, DbTransaction transaction, string sql)
    {
        var command = connection.Statement(sql, owner => new RecordCommand(owner, dialect, sql, Register));
        command.Transaction = transaction;
        return command;
    }
}

/// <summary>An insert or update of one register; it belongs to its connection (see Statements).</summary>
internal sealed class RecordCommand
{
    private readonly DbCommand command;
    private readonly SqlDialect dialect;
    private readonly DbParameter[] fields;
    private readonly DbParameter id;
    private readonly DbParameter version;
    private readonly DbParameter at;
    private readonly DbParameter dueOn;
    private readonly DbParameter dueKey;

    public RecordCommand(DbConnection connection, SqlDialect dialect, string sql, RegisterDefinition register)
    {
        this.dialect = dialect;
        command = connection.CreateCommand();
        command.CommandText = sql;
        id = Add("@id", StorageType.Integer);
        version = Add("@version", StorageType.Integer);
        at = Add("@at", StorageType.Text);
        dueOn = Add("@due_on", StorageType.Date);
        dueKey = Add("@due_key", StorageType.Text);
        fields = [.. register.Fields.Select(field => Add("@f" + field.Slot, field.Type.Storage))];
    }

    public DbTransaction Transaction
    {
        set => command.Transaction = value;
    }

    /// <summary>Inserts and returns the new id.</summary>
    public long Insert(object?[] values, string stamp, DateOnly? due, string? deadline)
    {
        version.Value = 1L;
        at.Value = stamp;
        Set(values, due, deadline);
        return Convert.ToInt64(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Updates the row if it still has the version seen; false when somebody saved first.</summary>
    public bool Update(long recordId, long seen, object?[] values, string stamp, DateOnly? due, string? deadline)
    {
        id.Value = recordId;
        version.Value = seen;
        at.Value = stamp;
        Set(values, due, deadline);
        return command.ExecuteNonQuery() == 1;
    }

    private void Set(object?[] values, DateOnly? due, string? deadline)
    {
        dueOn.Value = dialect.ToDatabase(due);
        dueKey.Value = dialect.ToDatabase(deadline);
        for (var slot = 0; slot < fields.Length; slot++)
            fields[slot].Value = dialect.ToDatabase(values[slot]);
    }

    private DbParameter Add(string name, StorageType type)
    {
        // Not every statement has every parameter, and PostgreSQL refuses one that it does not know.
        if (command.CommandText.Contains(name, StringComparison.Ordinal))
            return command.Add(name, type);
        return command.CreateParameter();
    }
}
