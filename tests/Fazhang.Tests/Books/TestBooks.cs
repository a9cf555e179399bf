using Dapper;
using Fazhang.Core.Access;
using Fazhang.Core.Definitions;
using Fazhang.Core.Figures;
using Fazhang.Core.Records;
using Fazhang.Core.Storage;
using Fazhang.Core.Units;

namespace Fazhang.Tests.Books;

/// <summary>A clock that stands still until it is set.</summary>
internal sealed class StillClock(DateTimeOffset start) : TimeProvider
{
    public DateTimeOffset Instant { get; set; } = start;

    public override DateTimeOffset GetUtcNow() => Instant;
}

/// <summary>
/// Books of their own for one test, on a real database: a SQLite file of its own, or with DB=postgres a database of
/// the test cluster, each a copy of prepared books (see <see cref="PreparedBooks"/>). Never an in-memory stand-in.
/// </summary>
internal sealed class TestBooks : IDisposable
{
    private readonly Action cleanUp;

    /// <param name="postgres">Which database; null for the one that DB says.</param>
    /// <param name="withUnits">False for books without units, to load a demonstration into.</param>
    public TestBooks(Catalogue? catalogue = null, DateOnly? today = null, bool? postgres = null, bool withUnits = true)
    {
        Directory = Path.Combine(Path.GetTempPath(), "fazhang-test-" + Guid.NewGuid().ToString("N"));
        System.IO.Directory.CreateDirectory(Directory);
        catalogue ??= Repository.Catalogue;
        (Dialect, cleanUp) = postgres ?? OnPostgres ? NewPostgres(catalogue) : NewSqlite(catalogue);
        // Noon in Shanghai: far from both midnights.
        var day = today ?? new DateOnly(2024, 12, 20);
        Clock = new StillClock(new DateTimeOffset(day.ToDateTime(new TimeOnly(4, 0)), TimeSpan.Zero));
        Books = Core.Storage.Books.Open(catalogue, Dialect, Clock);
        if (withUnits)
            return;
        Books.Write((connection, transaction) => connection.Execute("DELETE FROM unit", transaction: transaction));
        Books.Refresh();
    }

    public static bool OnPostgres => Environment.GetEnvironmentVariable("DB") == "postgres";

    public string Directory { get; }

    public SqlDialect Dialect { get; }

    public StillClock Clock { get; }

    public Core.Storage.Books Books { get; private set; }

    /// <summary>Opens the same books with other definitions, as a restart would.</summary>
    public void Reopen(Catalogue catalogue) => Replace(Core.Storage.Books.Open(catalogue, Dialect, Clock));

    /// <summary>Applies changed definitions, as `fazhang definitions apply` would.</summary>
    public void Apply(Catalogue catalogue) => Replace(Core.Storage.Books.Apply(catalogue, Dialect, Clock, Actor("admin")));

    private void Replace(Core.Storage.Books books)
    {
        Books.Dispose();
        Books = books;
    }

    public RecordStore Records => new(Books);

    public RecordList Lists => new(Books);

    public FigureReader Figures => new(Books);

    public Unit City => Books.Units.Find("2102")!;

    public Unit East => Books.Units.Find("210202")!;

    public Unit Town => Books.Units.Find("21020201")!;

    public Unit West => Books.Units.Find("210203")!;

    public DateOnly Today => Books.Clock.Today;

    public RegisterDefinition Register(string key) => Books.Catalogue.Registers[key];

    public Actor Actor(string role, Unit? unit = null, string? line = null) =>
        new()
        {
            AccountId = 7,
            Login = role,
            Name = "测试" + role,
            Grants = [new Grant(role, (unit ?? City).Id, line)],
        };

    /// <summary>The value of an indicator for the year of the books' today, over everything below a unit.</summary>
    public decimal? Figure(string indicator, Unit? unit = null, int? year = null)
    {
        var of = year ?? Today.Year;
        return Figures.Read(of, (unit ?? City).Id).Value(Books.Catalogue.Indicators[indicator], Period.Year(of)).Value;
    }

    public static Dictionary<string, string?> Input(params (string Key, string? Value)[] pairs) =>
        pairs.ToDictionary(pair => pair.Key, pair => pair.Value);

    public void Dispose()
    {
        Books.Dispose();
        cleanUp();
        if (Dialect is SqliteDialect)
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        System.IO.Directory.Delete(Directory, recursive: true);
    }

    /// <summary>The connection string of books on PostgreSQL, for a test that opens connections of its own.</summary>
    public string? Postgres { get; private set; }

    /// <summary>What the server calls the sessions of these books.</summary>
    public string? ApplicationName { get; private set; }

    private (SqlDialect, Action) NewSqlite(Catalogue catalogue)
    {
        var path = Path.Combine(Directory, Core.Storage.Books.FileName);
        PreparedBooks.CopyTo(path, catalogue);
        return (new SqliteDialect(path), () => { });
    }

    private (SqlDialect, Action) NewPostgres(Catalogue catalogue)
    {
        var name = "t_" + Guid.NewGuid().ToString("N");
        PreparedBooks.CopyToDatabase(name, catalogue);
        ApplicationName = name;
        Postgres = PreparedBooks.Of(name).ConnectionString;
        var source = PostgresDialect.Source(Postgres);
        return (
            new PostgresDialect(source),
            () =>
            {
                source.Dispose();
                PreparedBooks.DropDatabase(name);
            }
        );
    }
}
