using System.CommandLine;
using Fazhang.Core.Definitions;
using Fazhang.Core.Storage;
using Fazhang.Core.Units;

namespace Fazhang.Cli;

/// <summary>The options that say which books and which definitions a command works on, and how they are opened.</summary>
internal sealed class BooksOptions
{
    private readonly Option<DirectoryInfo> data = new("--data")
    {
        Description = "账簿所在的数据目录",
        DefaultValueFactory = _ => new DirectoryInfo("data"),
    };

    private readonly Option<DirectoryInfo> definitions = new("--definitions")
    {
        Description = "定义目录",
        DefaultValueFactory = _ => new DirectoryInfo(DefaultDefinitions),
    };

    private readonly Option<FileInfo?> settings = new("--settings")
    {
        Description = $"本地设置文件；省略时用数据目录里的 {DefinitionLoader.SettingsFile}（可以没有）",
    };

    private readonly Option<string?> postgres = new("--postgres")
    {
        Description = $"PostgreSQL 连接串；也可以写在环境变量 {Dialects.Variable} 里。省略时用数据目录里的 SQLite 文件",
    };

    private readonly Option<string?> database = new("--db")
    {
        Description = "数据目录或 PostgreSQL 连接串，二者择一：代替 --data 或 --postgres",
    };

    public static string DefaultDefinitions =>
        Environment.GetEnvironmentVariable("FAZHANG_HOME") is { Length: > 0 } home
            ? Path.Combine(home, "definitions")
            : "definitions";

    public BooksOptions AddTo(Command command)
    {
        command.Add(data);
        command.Add(definitions);
        command.Add(settings);
        command.Add(postgres);
        command.Add(database);
        return this;
    }

    public string DataPath(ParseResult result) =>
        result.GetValue(database) is { } named && !IsConnection(named)
            ? Path.GetFullPath(named)
            : result.GetRequiredValue(data).FullName;

    /// <summary>Whether the user said which books are meant.</summary>
    public bool AreNamed(ParseResult result) =>
        result.GetResult(data) is { Implicit: false }
        || result.GetValue(postgres) is not null
        || result.GetValue(database) is not null;

    private static bool IsConnection(string text) => text.Contains('=', StringComparison.Ordinal);

    /// <summary>Opens the books. With <paramref name="create"/> false, a directory without books is an error, not an empty book.</summary>
    public Books Open(ParseResult result, bool create = false)
    {
        var (catalogue, dialect) = Locate(result, create);
        return Books.Open(catalogue, dialect, TimeProvider.System);
    }

    /// <summary>The definitions and the database, without opening the books.</summary>
    public (Catalogue Catalogue, SqlDialect Dialect) Locate(ParseResult result, bool create = false)
    {
        var catalogue = Definitions(result);
        var directory = DataPath(result);
        var connection = result.GetValue(database) is { } named && IsConnection(named) ? named : result.GetValue(postgres);
        var dialect = Dialects.Choose(connection, directory);
        if (!create && dialect is SqliteDialect sqlite && !File.Exists(sqlite.Path))
            throw new CommandException(
                $"{directory} 里没有账簿。先运行 ./start，或用 ./fazhang demo load dalian-2024 --data {directory} 装载演示。",
                2
            );
        DataDirectory.Create(directory);
        Failures.Dialect = dialect;
        return (catalogue, dialect);
    }

    private string SettingsPath(ParseResult result) =>
        result.GetValue(settings) switch
        {
            null => Path.Combine(DataPath(result), DefinitionLoader.SettingsFile),
            { Exists: true } file => file.FullName,
            var file => throw new CommandException($"没有设置文件 {file}。核对 --settings 后面的路径。", 2),
        };

    public Catalogue Definitions(ParseResult result)
    {
        var problems = new List<DefinitionProblem>();
        return DefinitionLoader.Load(result.GetRequiredValue(definitions).FullName, problems, SettingsPath(result))
            ?? throw new DefinitionException(problems);
    }

    /// <summary>The unit a user means: its code, its name, the key of the demonstration (with or without the year), or nothing for the topmost.</summary>
    public static Unit FindUnit(Books books, string? place)
    {
        var root = books.Units.Root ?? throw new CommandException("账簿里还没有单位。先装载演示或建立单位。", 2);
        var demo = books.Setting("demo_place");
        if (place is null || place == demo || (demo is not null && demo.StartsWith(place + "-", StringComparison.Ordinal)))
            return root;
        return books.Units.Find(place)
            ?? books.Units.All.FirstOrDefault(unit => unit.Name == place || unit.Name.StartsWith(place, StringComparison.Ordinal))
            ?? throw new CommandException($"没有单位“{place}”。写单位的代码或名称，例如 {root.Code} 或 {root.Name}。", 2);
    }
}
