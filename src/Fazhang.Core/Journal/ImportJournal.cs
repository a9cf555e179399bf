using System.Data.Common;
using Fazhang.Core.Access;
using Fazhang.Core.Definitions;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Journal;

/// <summary>
/// Appends the entries of one batch of an import. All that is the same for the whole batch stands in the statement
/// itself, so that each entry hands over only what is its own: binding values is most of the cost of an import.
/// </summary>
internal sealed class ImportJournal : IDisposable
{
    private readonly DbCommand command;
    private readonly DbParameter record;
    private readonly DbParameter state;
    private readonly DbParameter after;

    public ImportJournal(
        DbConnection connection,
        DbTransaction transaction,
        SqlDialect dialect,
        RegisterDefinition register,
        Actor actor,
        DateOnly day,
        string stamp
    )
    {
        command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText =
            "INSERT INTO journal (register, record_id, version, action, state_to, on_day, at, actor_id, actor, after) VALUES ("
            + $"{SqlDialect.Literal(register.Key)}, @record, 1, {SqlDialect.Literal(JournalAction.Import)}, @state, "
            + $"{dialect.Literal(day)}, {SqlDialect.Literal(stamp)}, {actor.AccountId}, {SqlDialect.Literal(actor.Name)}, @after)";
        record = Add("@record");
        state = Add("@state");
        after = Add("@after");
    }

    public void Append(long recordId, string stateKey, string json)
    {
        record.Value = recordId;
        state.Value = stateKey;
        after.Value = json;
        command.ExecuteNonQuery();
    }

    public void Dispose() => command.Dispose();

    private DbParameter Add(string name)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = DBNull.Value;
        command.Parameters.Add(parameter);
        return parameter;
    }
}
