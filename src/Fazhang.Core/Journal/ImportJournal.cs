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
    private readonly RowStatement statement;
    private readonly object?[] own = new object?[3];

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
        statement = dialect.Rows(
            connection,
            transaction,
            "INSERT INTO journal (register, record_id, version, action, state_to, on_day, at, actor_id, actor, after) VALUES ("
                + $"{SqlDialect.Literal(register.Key)}, @p0, 1, {SqlDialect.Literal(JournalAction.Import)}, @p1, "
                + $"{dialect.Literal(day)}, {SqlDialect.Literal(stamp)}, {actor.AccountId}, {SqlDialect.Literal(actor.Name)}, @p2)",
            own.Length
        );
    }

    public void Append(long recordId, string stateKey, string json)
    {
        own[0] = recordId;
        own[1] = stateKey;
        own[2] = json;
        statement.Execute(own);
    }

    public void Dispose() => statement.Dispose();
}
