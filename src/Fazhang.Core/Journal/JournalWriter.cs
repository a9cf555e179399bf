using System.Data.Common;
using Fazhang.Core.Access;
using Fazhang.Core.Definitions;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Journal;

/// <summary>Appends to the journal, inside the transaction that makes the change.</summary>
internal sealed class JournalWriter : IDisposable
{
    private readonly DbCommand command;
    private readonly SqlDialect dialect;
    private readonly DbParameter register;
    private readonly DbParameter record;
    private readonly DbParameter version;
    private readonly DbParameter action;
    private readonly DbParameter stateFrom;
    private readonly DbParameter stateTo;
    private readonly DbParameter on;
    private readonly DbParameter at;
    private readonly DbParameter actorId;
    private readonly DbParameter actorName;
    private readonly DbParameter reason;
    private readonly DbParameter beforeJson;
    private readonly DbParameter afterJson;
    private readonly JournalJson json = new();

    public JournalWriter(DbConnection connection, DbTransaction transaction, SqlDialect dialect)
    {
        this.dialect = dialect;
        command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText =
            "INSERT INTO journal (register, record_id, version, action, state_from, state_to, on_day, at, actor_id, actor, reason, before, after) "
            + "VALUES (@register, @record, @version, @action, @state_from, @state_to, @on_day, @at, @actor_id, @actor, @reason, @before, @after)";
        register = Add("@register");
        record = Add("@record");
        version = Add("@version");
        action = Add("@action");
        stateFrom = Add("@state_from");
        stateTo = Add("@state_to");
        on = Add("@on_day");
        at = Add("@at");
        actorId = Add("@actor_id");
        actorName = Add("@actor");
        reason = Add("@reason");
        beforeJson = Add("@before");
        afterJson = Add("@after");
    }

    /// <summary>Appends one entry. Before and after are whole records; only what differs is written.</summary>
    public void Append(
        RegisterDefinition definition,
        long recordId,
        long recordVersion,
        string actionKey,
        object?[]? before,
        object?[]? after,
        Actor actor,
        string? why,
        DateOnly day,
        string stamp,
        bool execute = true
    )
    {
        register.Value = definition.Key;
        record.Value = recordId;
        version.Value = recordVersion;
        action.Value = actionKey;
        stateFrom.Value = dialect.ToDatabase(before?[FieldDefinition.StateSlot]);
        stateTo.Value = dialect.ToDatabase(after?[FieldDefinition.StateSlot]);
        on.Value = dialect.ToDatabase(day);
        at.Value = stamp;
        actorId.Value = actor.AccountId;
        actorName.Value = actor.Name;
        reason.Value = dialect.ToDatabase(string.IsNullOrWhiteSpace(why) ? null : why);
        beforeJson.Value = before is null ? DBNull.Value : json.Write(definition, before, after);
        afterJson.Value = after is null ? DBNull.Value : json.Write(definition, after, before);
        if (execute)
            command.ExecuteNonQuery();
    }

    /// <summary>Appends an entry about a record that changes nothing of it.</summary>
    /// <param name="asked">What somebody wants it to become, for an approval; only what differs is written. Null for none.</param>
    public void AppendNote(
        Records.Record about,
        string actionKey,
        object?[]? asked,
        Actor actor,
        string? why,
        DateOnly day,
        string stamp
    )
    {
        Append(about.Register, about.Id, about.Version, actionKey, null, null, actor, why, day, stamp, execute: asked is null);
        if (asked is null)
            return;
        beforeJson.Value = json.Write(about.Register, about.Values, asked);
        afterJson.Value = json.Write(about.Register, asked, about.Values);
        command.ExecuteNonQuery();
    }

    /// <summary>
    /// Appends an event of the books as a whole, which belongs to no record: under the register name
    /// <see cref="JournalAction.Books"/>, record 0.
    /// </summary>
    public static void AppendEvent(
        DbConnection connection,
        DbTransaction transaction,
        Books books,
        string actionKey,
        Actor actor,
        string? reason
    )
    {
        using var journal = new JournalWriter(connection, transaction, books.Dialect);
        journal.register.Value = JournalAction.Books;
        journal.record.Value = 0L;
        journal.version.Value = 0L;
        journal.action.Value = actionKey;
        journal.on.Value = books.Dialect.ToDatabase(books.Clock.Today);
        journal.at.Value = books.Clock.Stamp;
        journal.actorId.Value = actor.AccountId;
        journal.actorName.Value = actor.Name;
        journal.reason.Value = books.Dialect.ToDatabase(reason);
        journal.command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        json.Dispose();
        command.Dispose();
    }

    private DbParameter Add(string name)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = DBNull.Value;
        command.Parameters.Add(parameter);
        return parameter;
    }
}
