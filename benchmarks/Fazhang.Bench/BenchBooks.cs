using Fazhang.Core.Definitions;
using Fazhang.Core.Demo;
using Fazhang.Core.Storage;
using Fazhang.Core.Units;
using Npgsql;

namespace Fazhang.Bench;

/// <summary>Books in a place of their own, removed at the end: a folder, or a schema of the PostgreSQL that ./bench started.</summary>
internal sealed class BenchBooks : IDisposable
{
    public const string Place = "dalian-2024";

    private readonly NpgsqlDataSource? source;
    private readonly string schema = "b_" + Guid.NewGuid().ToString("N");

    public BenchBooks(bool onPostgres = false)
    {
        Directory = Path.Combine(Path.GetTempPath(), "fazhang-bench-" + Guid.NewGuid().ToString("N"));
        System.IO.Directory.CreateDirectory(Directory);
        if (onPostgres)
        {
            source = PostgresDialect.Source(
                new NpgsqlConnectionStringBuilder(PostgresServer) { SearchPath = schema }.ConnectionString
            );
            Execute($"CREATE SCHEMA {schema}");
        }
        Dialect = source is null ? new SqliteDialect(Path.Combine(Directory, Books.FileName)) : new PostgresDialect(source);
        Books = Books.Open(Catalogue, Dialect, TimeProvider.System);
    }

    /// <summary>The connection string of the server that ./bench starts.</summary>
    public static string PostgresServer =>
        Environment.GetEnvironmentVariable("FAZHANG_TEST_POSTGRES")
        ?? throw new InvalidOperationException("没有 PostgreSQL：这项测量要用 ./bench 启动，机器上要装有 PostgreSQL。");

    public static Catalogue Catalogue { get; } = Load();

    public string Directory { get; }

    public SqlDialect Dialect { get; }

    public Books Books { get; }

    /// <summary>The demonstration city without its records: its units and accounts, and the year's day.</summary>
    public DemoPlace LoadUnits()
    {
        var problems = new List<DefinitionProblem>();
        var place = DemoPlace.Load(Path.Combine(Catalogue.Directory, "demo", Place), Catalogue, problems);
        if (problems.Count > 0)
            throw new DefinitionException(problems);
        Books.Write(
            (connection, transaction) =>
            {
                UnitTree.Create(
                    connection,
                    transaction,
                    [.. place.Units.Select(unit => new UnitInput(unit.Code, unit.Name, unit.Abbr, unit.Kind, unit.ParentCode))]
                );
                Books.SetSetting(connection, transaction, "demo_today", place.Today.ToString("yyyy-MM-dd"));
                return 0;
            }
        );
        Books.Refresh();
        return place;
    }

    /// <summary>Loads the demonstration; returns the records loaded and the seconds that they took (without units and accounts).</summary>
    public (long Records, double Seconds) LoadDemo()
    {
        var loader = new DemoLoader(Books, Directory);
        var records = loader.Run(Place);
        return (records, loader.RecordTime.TotalSeconds);
    }

    public void Dispose()
    {
        Books.Dispose();
        if (source is not null)
        {
            Execute($"DROP SCHEMA {schema} CASCADE");
            source.Dispose();
        }
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        System.IO.Directory.Delete(Directory, recursive: true);
    }

    private void Execute(string sql)
    {
        using var connection = source!.OpenConnection();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    private static Catalogue Load()
    {
        var home = Environment.GetEnvironmentVariable("FAZHANG_HOME") ?? ".";
        var problems = new List<DefinitionProblem>();
        return DefinitionLoader.Load(Path.Combine(home, "definitions"), problems) ?? throw new DefinitionException(problems);
    }
}
