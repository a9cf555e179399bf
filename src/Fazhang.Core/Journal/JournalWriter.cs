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
        string stamp
    )
    {
        Head(definition.Key, recordId, recordVersion, actionKey, actor, day, stamp);
        stateFrom.Value = dialect.ToDatabase(before?[FieldDefinition.StateSlot]);
        stateTo.Value = dialect.ToDatabase(after?[FieldDefinition.StateSlot]);
        reason.Value = dialect.ToDatabase(string.IsNullOrWhiteSpace(why) ? null : why);
        beforeJson.Value = before is null ? DBNull.Value : json.Write(definition, before, after);
        afterJson.Value = after is null ? DBNull.Value : json.Write(definition, after, before);
        command.ExecuteNonQuery();
    }

    /// <summary>Appends that the definitions were changed.</summary>
    /// <param name="changes">What was done, as JSON.</param>
    /// <param name="actor">Who applied the change.</param>
    /// <param name="day">The business day.</param>
    /// <param name="stamp">The instant.</param>
    public void AppendDefinitions(string changes, Actor actor, DateOnly day, string stamp)
    {
        Head(DefinitionHistory.Register, 0, 0, JournalAction.Define, actor, day, stamp);
        afterJson.Value = changes;
        command.ExecuteNonQuery();
    }

    private void Head(
        string registerKey,
        long recordId,
        long recordVersion,
        string actionKey,
        Actor actor,
        DateOnly day,
        string stamp
    )
    {
        register.Value = registerKey;
        record.Value = recordId;
        version.Value = recordVersion;
        action.Value = actionKey;
        on.Value = dialect.ToDatabase(day);
        at.Value = stamp;
        actorId.Value = actor.AccountId;
        actorName.Value = actor.Name;
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
