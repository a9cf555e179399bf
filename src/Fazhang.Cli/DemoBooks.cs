using System.CommandLine;
using Fazhang.Core.Definitions;
using Fazhang.Core.Demo;
using Fazhang.Core.Storage;

namespace Fazhang.Cli;

/// <summary>
/// The books of a demonstration place. Without books named, those of the data folder when they hold the place; else they are
/// made in a temporary folder, which goes afterwards.
/// </summary>
internal static class DemoBooks
{
    public static bool IsPlace(Catalogue catalogue, string key) =>
        key == Path.GetFileName(key) && File.Exists(Path.Combine(catalogue.Directory, "demo", key, "place.yaml"));

    public static T With<T>(
        BooksOptions options,
        ParseResult result,
        string key,
        Func<Books, T> use,
        CancellationToken cancellation
    )
    {
        if (options.AreNamed(result) || File.Exists(Path.Combine(options.DataPath(result), Books.FileName)))
        {
            var books = options.Open(result);
            var holds = DemoLoader.PlaceOf(books);
            if (holds == key)
                return use(books);
            if (options.AreNamed(result))
                throw new CommandException(
                    $"这套账簿里是{(holds is null ? "真实记录" : $"演示“{holds}”")}，不是“{key}”。换一个数据目录，或不写 --data，由程序临时装载。",
                    2
                );
        }
        var folder = Directory.CreateTempSubdirectory("fazhang-demo-");
        try
        {
            var books = Books.Open(
                options.Definitions(result),
                new SqliteDialect(Path.Combine(folder.FullName, Books.FileName)),
                TimeProvider.System
            );
            var loader = new DemoLoader(books, folder.FullName);
            using (var ticker = new Timer(_ => DemoCommand.Show(loader.Progress), null, 1000, 1000))
                loader.Run(key, cancellation);
            return use(books);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
