using System.Data.Common;
using System.Runtime.CompilerServices;

namespace Fazhang.Core.Storage;

/// <summary>
/// Statements kept ready on the connection they were made for. On SQLite the writer's connection lives as long as the books,
/// so the path of a record parses no SQL; on PostgreSQL the driver prepares by the text of a statement, whatever the object.
/// </summary>
internal static class Statements
{
    private static readonly ConditionalWeakTable<DbConnection, Dictionary<string, object>> Kept = [];

    /// <summary>
    /// The statement made for a text before on this connection, or a new one. It belongs to the connection: do not dispose of
    /// it, and do not use it again while a reader of it is open.
    /// </summary>
    public static T Statement<T>(this DbConnection connection, string key, Func<DbConnection, T> make)
        where T : class
    {
        var own = Kept.GetOrCreateValue(connection);
        if (own.TryGetValue(key, out var found))
            return (T)found;
        var made = make(connection);
        own[key] = made;
        return made;
    }

    /// <summary>A kept command with the given parameters, each with its kind of value so that empty ones have a type too.</summary>
    public static DbCommand Statement(
        this DbConnection connection,
        DbTransaction? transaction,
        string sql,
        params (string Name, StorageType Type)[] parameters
    )
    {
        var command = connection.Statement(
            sql,
            owner =>
            {
                var made = owner.CreateCommand();
                made.CommandText = sql;
                foreach (var (name, type) in parameters)
                    made.Add(name, type);
                return made;
            }
        );
        command.Transaction = transaction;
        return command;
    }

    /// <summary>Adds a parameter that takes values of one kind.</summary>
    public static DbParameter Add(this DbCommand command, string name, StorageType type)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        // The driver of PostgreSQL asks for this to prepare a statement once for full and empty values alike.
        parameter.DbType = type switch
        {
            StorageType.Integer => System.Data.DbType.Int64,
            StorageType.Real => System.Data.DbType.Double,
            StorageType.Boolean => System.Data.DbType.Boolean,
            StorageType.Date => System.Data.DbType.Date,
            _ => System.Data.DbType.String,
        };
        parameter.Value = DBNull.Value;
        command.Parameters.Add(parameter);
        return parameter;
    }
}
