using System.Runtime.CompilerServices;
using Fazhang.Core.Definitions;
using Fazhang.Core.Storage;
using Fazhang.Core.Units;
using Fazhang.Tests.Books;
using Npgsql;
using Shouldly;

[assembly: AssemblyFixture(typeof(PreparedBooks))]

namespace Fazhang.Tests.Books;

/// <summary>
/// The books that tests begin with: the tables of a catalogue and four units, nothing else. They are made once for each
/// catalogue and copied, because making the thousand tables and indexes of the real definitions takes twenty times as long as
/// copying the file or the database that they are in. Every test still has books of its own, and opens them as any program does.
/// </summary>
public sealed class PreparedBooks : IDisposable
{
    /// <summary>The day on which they are made: before any day that a test gives itself, so that no clock seems to have gone back.</summary>
    private static readonly DateTimeOffset Made = new(2000, 1, 1, 4, 0, 0, TimeSpan.Zero);

    private static readonly ConditionalWeakTable<Catalogue, Lazy<string>> Files = [];
    private static readonly ConditionalWeakTable<Catalogue, Lazy<string>> Databases = [];
    private static readonly System.Collections.Concurrent.ConcurrentBag<Action> Removals = [];

    /// <summary>The cluster that ./test starts.</summary>
    internal static string Cluster =>
        Environment.GetEnvironmentVariable("FAZHANG_TEST_POSTGRES")
        ?? throw new InvalidOperationException("DB=postgres needs FAZHANG_TEST_POSTGRES, which ./test sets.");

    /// <summary>Copies the prepared SQLite file of a catalogue to a path.</summary>
    internal static void CopyTo(string path, Catalogue catalogue) => File.Copy(Prepared(Files, catalogue, NewFile), path);

    /// <summary>Makes a database of the test cluster as a copy of the prepared one of a catalogue.</summary>
    internal static void CopyToDatabase(string name, Catalogue catalogue) =>
        Execute($"CREATE DATABASE {name} TEMPLATE {Prepared(Databases, catalogue, NewDatabase)}");

    /// <summary>Removes a database with whatever sessions it has.</summary>
    internal static void DropDatabase(string name) => Execute($"DROP DATABASE {name} WITH (FORCE)");

    /// <summary>After the last test.</summary>
    public void Dispose()
    {
        foreach (var remove in Removals)
            remove();
    }

    private static string Prepared(
        ConditionalWeakTable<Catalogue, Lazy<string>> all,
        Catalogue catalogue,
        Func<Catalogue, string> make
    ) => all.GetValue(catalogue, key => new Lazy<string>(() => make(key))).Value;

    private static string NewFile(Catalogue catalogue)
    {
        var directory = Directory.CreateTempSubdirectory("fazhang-prepared-").FullName;
        Removals.Add(() => Directory.Delete(directory, recursive: true));
        var path = Path.Combine(directory, Core.Storage.Books.FileName);
        Make(catalogue, new SqliteDialect(path));
        // All of it belongs into the one file that is copied. Closing the last connection would do that too, but another test
        // that clears the pools at the same moment may be about to close it only then.
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        command.ExecuteScalar().ShouldBe(0L, "nobody else has the prepared file open");
        return path;
    }

    private static string NewDatabase(Catalogue catalogue)
    {
        var name = "prepared_" + Guid.NewGuid().ToString("N");
        Execute($"CREATE DATABASE {name}");
        Removals.Add(() => DropDatabase(name));
        using var source = PostgresDialect.Source(Of(name).ConnectionString);
        Make(catalogue, new PostgresDialect(source));
        return name;
    }

    private static void Make(Catalogue catalogue, SqlDialect dialect)
    {
        using var books = Core.Storage.Books.Open(catalogue, dialect, new StillClock(Made));
        books.Write(
            (connection, transaction) =>
            {
                UnitTree.Create(
                    connection,
                    transaction,
                    [
                        new("2102", "示范市", "示", "city", null),
                        new("210202", "甲区", "甲", "district", "2102"),
                        new("21020201", "甲区东街司法所", "东", "office", "210202"),
                        new("210203", "乙区", "乙", "district", "2102"),
                    ]
                );
                return 0;
            }
        );
    }

    /// <summary>The settings of a connection to a database of the cluster.</summary>
    internal static NpgsqlConnectionStringBuilder Of(string database) =>
        new(Cluster)
        {
            Database = database,
            MaxPoolSize = 40,
            ApplicationName = database,
        };

    private static void Execute(string statement)
    {
        using var connection = new NpgsqlConnection(Cluster);
        connection.Open();
        using var command = new NpgsqlCommand(statement, connection) { CommandTimeout = 120 };
        command.ExecuteNonQuery();
    }
}
