using System.Data.Common;

namespace Fazhang.Core.Storage;

/// <summary>Commands with parameters in stored form, for the statements that the engine composes itself.</summary>
internal static class DbCommands
{
    public static DbCommand Command(
        this DbConnection connection,
        DbTransaction? transaction,
        string sql,
        SqlDialect dialect,
        IEnumerable<KeyValuePair<string, object?>> parameters
    )
    {
        var command = connection.CreateCommand();
        // Without one it stays with the connection's own, if there is one.
        if (transaction is not null)
            command.Transaction = transaction;
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@" + name;
            parameter.Value = dialect.ToDatabase(value);
            command.Parameters.Add(parameter);
        }
        return command;
    }
}
