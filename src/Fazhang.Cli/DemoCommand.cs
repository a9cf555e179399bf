using System.CommandLine;
using System.Diagnostics;
using Fazhang.Core.Demo;

namespace Fazhang.Cli;

/// <summary>`fazhang demo load PLACE`: puts a demonstration city into empty books; `compare` holds its figures against the published ones.</summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        var place = new Argument<string>("place") { Description = "演示的名称，例如 dalian-2024（definitions/demo 下的目录）" };
        var json = Output.JsonOption();
        var load = new Command("load", "装载一个演示城市（合成数据）") { place, json };
        var options = new BooksOptions().AddTo(load);
        load.SetAction(
            (result, cancellation) =>
                Task.FromResult(Run(options, result, result.GetRequiredValue(place), result.GetValue(json), cancellation))
        );
        return new Command("demo", "演示城市") { load, DemoCompare.Create() };
    }

    private static int Run(BooksOptions options, ParseResult result, string place, bool json, CancellationToken cancellation)
    {
        var books = options.Open(result, create: true);
        var loader = new DemoLoader(books, options.DataPath(result));
        var watch = Stopwatch.StartNew();
        using var ticker = new Timer(_ => Show(loader.Progress), null, 500, 500);
        var added = loader.Run(place, cancellation);
        ticker.Change(Timeout.Infinite, Timeout.Infinite);
        var seconds = watch.Elapsed.TotalSeconds;
        if (json)
        {
            Output.Json(writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("place", place);
                writer.WriteNumber("added", added);
                writer.WriteNumber("seconds", Math.Round(seconds, 3));
                writer.WriteEndObject();
            });
            return 0;
        }
        Console.WriteLine(
            added == 0
                ? $"演示“{place}”已在账簿里，没有新增记录。"
                : $"演示“{place}”装载完毕：{added:#,0} 条记录，{seconds:0.0} 秒，每秒 {added / seconds:#,0} 条。"
        );
        return 0;
    }

    internal static void Show(DemoProgress progress) =>
        Console.Error.WriteLine($"{progress.Stage}：{progress.Done:#,0} / {progress.Total:#,0}");
}
