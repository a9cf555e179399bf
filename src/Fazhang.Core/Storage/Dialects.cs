namespace Fazhang.Core.Storage;

/// <summary>Chooses the database of an installation.</summary>
public static class Dialects
{
    /// <summary>Environment variable with a PostgreSQL connection string, so that a password need not stand on the command line.</summary>
    public const string Variable = "FAZHANG_POSTGRES";

    /// <summary>
    /// PostgreSQL when a connection string is given or set in the environment, else the SQLite file of the data folder.
    /// </summary>
    /// <exception cref="SchemaException">The connection string cannot be read.</exception>
    public static SqlDialect Choose(string? postgres, string dataDirectory)
    {
        postgres ??= Environment.GetEnvironmentVariable(Variable);
        if (string.IsNullOrWhiteSpace(postgres))
            return new SqliteDialect(Path.Combine(dataDirectory, Books.FileName));
        try
        {
            return new PostgresDialect(PostgresDialect.Source(postgres));
        }
        catch (ArgumentException)
        {
            // The exception's own words would repeat the string, and with it the password.
            throw new SchemaException(
                "PostgreSQL 连接串写得不对。例如：Host=127.0.0.1;Username=fazhang;Password=…;Database=fazhang"
            );
        }
    }
}
