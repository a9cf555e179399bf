using System.CommandLine;
using Fazhang.Core.Definitions;
using Fazhang.Core.Demo;
using Fazhang.Core.Demo.Compare;

namespace Fazhang.Cli;

/// <summary>
/// `fazhang demo compare PLACE`: every published figure of the place beside the one that its books give; see <see cref="DemoBooks"/>.
/// </summary>
internal static class DemoCompare
{
    public static Command Create()
    {
        var place = new Argument<string>("place") { Description = "演示的名称，例如 dalian-2024" };
        var json = Output.JsonOption();
        var command = new Command("compare", "把演示账簿的数字与公开的数字逐个对照") { place, json };
        var options = new BooksOptions().AddTo(command);
        command.SetAction(
            (result, cancellation) =>
                Task.FromResult(Run(options, result, result.GetRequiredValue(place), result.GetValue(json), cancellation))
        );
        return command;
    }

    private static int Run(BooksOptions options, ParseResult result, string key, bool json, CancellationToken cancellation)
    {
        var catalogue = options.Definitions(result);
        var directory = Path.Combine(catalogue.Directory, "demo", key);
        var problems = new List<DefinitionProblem>();
        if (!DemoBooks.IsPlace(catalogue, key))
            throw new CommandException($"没有演示“{key}”。definitions/demo 下的目录名才是演示的名称。", 2);
        var place = DemoPlace.Load(directory, catalogue, problems);
        var figures = problems.Count == 0 ? PlaceFigureReader.Read(directory, place, catalogue, problems) : [];
        if (problems.Count > 0)
            throw new DefinitionException(problems);
        var compared = DemoBooks.With(options, result, key, books => new PlaceComparer(books).Compare(figures), cancellation);
        if (json)
            WriteJson(compared);
        else
            WriteTable(place, compared);
        return compared.All(one => one.Agrees || one.Figure.Source == FigureSource.Narrative) ? 0 : 1;
    }

    private static void WriteJson(IReadOnlyList<PlaceComparison> compared) =>
        Output.Json(writer =>
        {
            writer.WriteStartArray();
            foreach (var one in compared)
            {
                writer.WriteStartObject();
                writer.WriteString("id", one.Figure.Id);
                writer.WriteString("indicator", one.Figure.Indicator);
                writer.WriteNumberOrNull("live", one.Live);
                writer.WriteNumber("printed", one.Figure.Printed);
                writer.WriteBoolean("agrees", one.Agrees);
                writer.WriteString("source", Name(one.Figure.Source));
                writer.WriteNumber("count", one.Count);
                if (one.Figure.Reading is { } reading)
                    writer.WriteString("reading", reading);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
        });

    private static string Name(FigureSource source) =>
        source switch
        {
            FigureSource.Records => "records",
            FigureSource.Return => "return",
            _ => "narrative",
        };

    private static void WriteTable(DemoPlace place, IReadOnlyList<PlaceComparison> compared)
    {
        foreach (var one in compared.Where(one => !one.Agrees))
            Console.WriteLine(
                one.Figure.Source == FigureSource.Narrative
                    ? $"{one.Figure.Id} 叙述 {one.Figure.Printed}：{one.Figure.Reading}"
                    : $"{one.Figure.Id} 不一致 {one.Figure.Indicator}：公开 {one.Figure.Printed}，账簿 {one.Live?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "算不出"}（{one.Count} 条）"
            );
        var agreeing = compared.Count(one => one.Agrees);
        Console.WriteLine(
            $"{place.Name}{place.Year}年：{compared.Count} 个公开数字，{agreeing} 个由账簿算出且一致，"
                + $"{compared.Count(one => !one.Agrees && one.Figure.Source != FigureSource.Narrative)} 个不一致，"
                + $"{compared.Count(one => !one.Agrees && one.Figure.Source == FigureSource.Narrative)} 个是叙述。"
        );
    }
}
