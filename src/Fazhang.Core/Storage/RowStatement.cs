using System.Data.Common;

namespace Fazhang.Core.Storage;

/// <summary>
/// A statement that is carried out for row after row of a bulk load with other values each time, kept ready in between.
/// Dispose of it before the transaction ends.
/// </summary>
internal abstract class RowStatement : IDisposable
{
    /// <summary>Carries it out with the values, in stored form, of its parameters in the order in which they stand in its text.</summary>
    public abstract void Execute(ReadOnlySpan<object?> values);

    public abstract void Dispose();
}

/// <summary>One that goes through the product's driver.</summary>
internal sealed class DriverRowStatement : RowStatement
{
    private readonly DbCommand command;
    private readonly SqlDialect dialect;

    /// <param name="sql">The text; its parameters are called @p0, @p1 and so on.</param>
    public DriverRowStatement(DbConnection connection, DbTransaction transaction, SqlDialect dialect, string sql, int parameters)
    {
        this.dialect = dialect;
        command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        for (var i = 0; i < parameters; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@p" + i;
            command.Parameters.Add(parameter);
        }
    }

    public override void Execute(ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = dialect.ToDatabase(values[i]);
        command.ExecuteNonQuery();
    }

    public override void Dispose() => command.Dispose();
}
