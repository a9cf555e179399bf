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

    /// <param name="server">A PostgreSQL server to put the books on; SQLite without one.</param>
    public BenchBooks(PostgresServer? server = null)
    {
        Directory = Path.Combine(Path.GetTempPath(), "fazhang-bench-" + Guid.NewGuid().ToString("N"));
        System.IO.Directory.CreateDirectory(Directory);
        source = server is null ? null : PostgresDialect.Source(server.NewBooks());
        Dialect = source is null ? new SqliteDialect(Path.Combine(Directory, Books.FileName)) : new PostgresDialect(source);
        Books = Books.Open(Catalogue, Dialect, TimeProvider.System);
    }

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
        // The schema goes with its server.
        source?.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        System.IO.Directory.Delete(Directory, recursive: true);
    }

    private static Catalogue Load()
    {
        var home = Environment.GetEnvironmentVariable("FAZHANG_HOME") ?? ".";
        var problems = new List<DefinitionProblem>();
        return DefinitionLoader.Load(Path.Combine(home, "definitions"), problems) ?? throw new DefinitionException(problems);
    }
}
