using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Fazhang.Core.Access;
using Fazhang.Core.Definitions;
using Fazhang.Core.Figures;
using Fazhang.Core.Records;
using Fazhang.Core.Storage;
using Fazhang.Core.Units;

namespace Fazhang.Core.Demo;

/// <summary>How far the loading of a demonstration is. Read by pages while it runs.</summary>
public sealed record DemoProgress(string Stage, long Done, long Total, bool Finished, string? Error);

/// <summary>A demonstration account with the password that was drawn for these books.</summary>
public sealed record DemoLogin(string Login, string Name, string RoleTitle, string Password);

/// <summary>
/// Loads a demonstration city into empty books: units and accounts first, then the records, through the same importer
/// as real data. A load that was killed goes on where it stopped.
/// </summary>
public sealed class DemoLoader(Books books, string dataDirectory)
{
    private const string AccountsFile = "demo-accounts.txt";
    private volatile DemoProgress progress = new("等待装载", 0, 0, false, null);

    public DemoProgress Progress => progress;

    /// <summary>How long the records took, without units and accounts.</summary>
    public TimeSpan RecordTime { get; private set; }

    /// <summary>The demonstrations of the definitions, by name.</summary>
    public static IReadOnlyList<string> PlacesOf(Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        var folder = Path.Combine(catalogue.Directory, "demo");
        return Directory.Exists(folder)
            ?
            [
                .. Directory
                    .EnumerateDirectories(folder)
                    .Where(place => File.Exists(Path.Combine(place, "place.yaml")))
                    .Select(place => Path.GetFileName(place))
                    .Order(StringComparer.Ordinal),
            ]
            : [];
    }

    /// <summary>The place whose demonstration these books hold, completely or not yet; null for real books.</summary>
    public static string? PlaceOf(Books books) => books.Setting("demo_place");

    /// <summary>
    /// Loads the place, or the rest of it, and returns how many records were added. Blocks. On failure the error is in
    /// <see cref="Progress"/> and thrown.
    /// </summary>
    public long Run(string place, CancellationToken cancellation = default)
    {
        try
        {
            return Load(place, cancellation);
        }
        catch (Exception exception)
        {
            progress = progress with { Error = exception.Message };
            throw;
        }
    }

    /// <summary>The demonstration accounts of a data directory, with their passwords; empty for real books.</summary>
    public static IReadOnlyList<DemoLogin> AccountsOf(string dataDirectory)
    {
        var path = Path.Combine(dataDirectory, AccountsFile);
        return File.Exists(path)
            ?
            [
                .. File.ReadAllLines(path)
                    .Select(line => line.Split('\t'))
                    .Where(parts => parts.Length == 4)
                    .Select(parts => new DemoLogin(parts[0], parts[1], parts[2], parts[3])),
            ]
            : [];
    }

    private long Load(string key, CancellationToken cancellation)
    {
        var loaded = PlaceOf(books);
        if (loaded is not null && loaded != key)
            throw new InvalidOperationException($"这套账簿里已经是演示“{loaded}”。换一个数据目录（--data）再装载“{key}”。");
        if (loaded is null && books.Units.Root is not null)
            throw new InvalidOperationException("这套账簿里已有单位和记录，不能再装载演示。换一个空的数据目录（--data）。");
        var problems = new List<DefinitionProblem>();
        var place = DemoPlace.Load(Path.Combine(books.Catalogue.Directory, "demo", key), books.Catalogue, problems);
        if (problems.Count > 0)
            throw new DefinitionException(problems);
        if (books.Setting("demo_finished") == key)
        {
            progress = new("装载完毕", place.TotalRecords, place.TotalRecords, true, null);
            return 0;
        }
        progress = new("建立单位和账户", 0, place.TotalRecords, false, null);
        if (loaded is null)
            Begin(place);
        return LoadRecords(place, cancellation);
    }

    /// <summary>Units, accounts and the fixed day, in one transaction: either the books are this demonstration's or untouched.</summary>
    private void Begin(DemoPlace place)
    {
        var logins = place
            .Accounts.Select(account => new DemoLogin(
                account.Login,
                account.Name,
                books.Catalogue.RoleTitle(account.Role),
                RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 10)
            ))
            .ToList();
        WriteAccounts(logins);
        books.Write(
            (connection, transaction) =>
            {
                UnitTree.Create(
                    connection,
                    transaction,
                    [.. place.Units.Select(unit => new UnitInput(unit.Code, unit.Name, unit.Abbr, unit.Kind, unit.ParentCode))]
                );
                var ids = Dapper
                    .SqlMapper.Query<(string Code, long Id)>(connection, "SELECT code, id FROM unit", transaction: transaction)
                    .ToDictionary(row => row.Code, row => row.Id, StringComparer.Ordinal);
                foreach (var (account, login) in place.Accounts.Zip(logins))
                    Accounts.Create(
                        connection,
                        transaction,
                        account.Login,
                        account.Name,
                        login.Password,
                        [new Grant(account.Role, ids[account.UnitCode], account.Line)]
                    );
                CompleteYears.Write(connection, transaction, place.Year);
                foreach (var register in place.LastYear)
                    CompleteYears.Write(connection, transaction, place.Year - 1, register);
                Books.SetSetting(connection, transaction, "demo_place", place.Key);
                Books.SetSetting(connection, transaction, "place_name", place.Name);
                Books.SetSetting(connection, transaction, Office.Setting, place.Office);
                Books.SetSetting(
                    connection,
                    transaction,
                    "demo_today",
                    place.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                );
                return 0;
            }
        );
        books.Refresh();
    }

    private long LoadRecords(DemoPlace place, CancellationToken cancellation)
    {
        var importer = new Importer(books);
        var actor = Actor.System("演示装载");
        long before = 0;
        long added = 0;
        var parts = new Dictionary<string, int>(StringComparer.Ordinal);
        var watch = Stopwatch.StartNew();
        foreach (var (register, rows) in place.Generate(code => books.Units.Find(code)!.Id, Targets, Texts))
        {
            var start = before;
            var part = parts[register.Key] = parts.GetValueOrDefault(register.Key) + 1;
            progress = new($"装载{register.Title}", start, place.TotalRecords, false, null);
            added += importer.Import(
                actor,
                register,
                part == 1 ? "demo-" + place.Key : $"demo-{place.Key}-{part}",
                rows,
                done => progress = progress with { Done = start + done },
                cancellation
            );
            before = progress.Done;
        }
        RecordTime = watch.Elapsed;
        books.Write(
            (connection, transaction) =>
            {
                Books.SetSetting(connection, transaction, "demo_finished", place.Key);
                return 0;
            }
        );
        progress = new("装载完毕", place.TotalRecords, place.TotalRecords, true, null);
        return added;
    }

    /// <summary>The records of a register that are in the books already and have these values.</summary>
    internal List<(long Id, long Unit)> Targets(string register, IReadOnlyList<(string Field, object Value)> having)
    {
        var conditions = having.Select(
            (one, i) => $"{SqlDialect.Quote(one.Field)} = {(one.Value is DateOnly day ? books.Dialect.Literal(day) : $"@v{i}")}"
        );
        var parameters = new Dapper.DynamicParameters();
        for (var i = 0; i < having.Count; i++)
            parameters.Add($"v{i}", having[i].Value);
        var where = having.Count == 0 ? "" : $" WHERE {string.Join(" AND ", conditions)}";
        return books.Read(connection =>
            Dapper
                .SqlMapper.Query<(long, long)>(
                    connection,
                    $"SELECT id, unit FROM {RegisterDefinition.TableOf(register)}{where} ORDER BY id",
                    parameters
                )
                .ToList()
        );
    }

    internal Dictionary<long, string> Texts(string register, string column) =>
        books.Read(connection =>
            Dapper
                .SqlMapper.Query<(long Id, string? Text)>(
                    connection,
                    $"SELECT id, {SqlDialect.Quote(column)} FROM {RegisterDefinition.TableOf(register)}"
                )
                .Where(row => row.Text is not null)
                .ToDictionary(row => row.Id, row => row.Text!)
        );

    /// <summary>Passwords are drawn for each data directory and kept in a file that only its owner may read.</summary>
    private void WriteAccounts(IEnumerable<DemoLogin> logins)
    {
        DataDirectory.Create(dataDirectory);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var writer = new StreamWriter(Path.Combine(dataDirectory, AccountsFile), options);
        foreach (var login in logins)
            writer.WriteLine(string.Join('\t', login.Login, login.Name, login.RoleTitle, login.Password));
    }
}
