using System.CommandLine;
using System.Diagnostics;
using Fazhang.Core.Definitions;
using Fazhang.Core.Figures;
using Fazhang.Core.Storage;
using Fazhang.Core.Units;
using Spectre.Console;

namespace Fazhang.Cli;

/// <summary>`fazhang figures`: every figure of a year, with the two years before beside it, read from the balances.</summary>
internal static class FiguresCommand
{
    public static Command Create()
    {
        var year = new Option<int?>("--year") { Description = "年度，默认为账簿的业务年度" };
        var unit = new Option<string?>("--unit") { Description = "单位代码或名称，默认为最上级" };
        var json = Output.JsonOption();
        var command = new Command("figures", "列出一年的全部数字") { year, unit, json, FigureShow.Create() };
        foreach (var own in ClosingCommands.Create())
            command.Add(own);
        var options = new BooksOptions().AddTo(command);
        command.SetAction(result =>
        {
            var books = options.Open(result);
            var place = BooksOptions.FindUnit(books, result.GetValue(unit));
            return Run(books, place, result.GetValue(year) ?? books.Clock.Today.Year, result.GetValue(json));
        });
        return command;
    }

    private static int Run(Books books, Unit unit, int year, bool json)
    {
        var watch = Stopwatch.StartNew();
        var book = new FigureReader(books).Read(year, unit.Id);
        var published = new Closings(books).Published(unit.Id, year - 2, year);
        var rows = books
            .Catalogue.Indicators.Values.Select(indicator =>
                (indicator, figure: ComparedFigure.Of(book, published, indicator, Period.Year(year)))
            )
            .ToList();
        watch.Stop();
        if (json)
        {
            Output.Json(writer =>
            {
                writer.WriteStartArray();
                foreach (var (indicator, figure) in rows)
                {
                    writer.WriteStartObject();
                    writer.WriteString("key", indicator.Key);
                    writer.WriteString("title", indicator.Title);
                    writer.WriteString("unit", indicator.Measure);
                    writer.WriteNumberOrNull("value", figure.Now.Value);
                    writer.WriteNumberOrNull("numerator", figure.Now.Numerator);
                    writer.WriteNumberOrNull("denominator", figure.Now.Denominator);
                    writer.WriteNumberOrNull("lastYear", figure.Last.Value);
                    writer.WriteNumberOrNull("yearBeforeLast", figure.Prior.Value);
                    if (figure.Published is { } closed)
                        writer.WriteNumberOrNull("published", closed.Value.Value);
                    writer.WriteEndObject();
                }
                writer.WriteEndArray();
            });
            return 0;
        }
        var table = new Spectre.Console.Table().Border(TableBorder.Simple).Title($"{unit.Name} {year} 年");
        table.AddColumns(
            new TableColumn("指标"),
            new TableColumn($"{year}年").RightAligned(),
            new TableColumn($"{year - 1}年").RightAligned(),
            new TableColumn("同比").RightAligned(),
            new TableColumn($"{year - 2}年").RightAligned(),
            new TableColumn("单位"),
            new TableColumn("名称")
        );
        foreach (var (indicator, figure) in rows)
            table.AddRow(
                Markup.Escape(indicator.Title),
                FigureNumber.Table(indicator, figure.Value.Value)
                    + (figure.Published is null ? "" : " 已关账")
                    + (figure.Value == figure.Now ? "" : $"，现 {FigureNumber.Table(indicator, figure.Now.Value)}"),
                FigureNumber.Table(indicator, figure.Last.Value),
                indicator.IsPercent ? ""
                    : FigureNumber.Growth(figure.Value.Value, figure.Last.Value) is { } growth ? $"{growth:+0.0;-0.0;0.0}%"
                    : "—",
                FigureNumber.Table(indicator, figure.Prior.Value),
                Markup.Escape(indicator.Measure),
                Markup.Escape(indicator.Key)
            );
        AnsiConsole.Write(table);
        Console.WriteLine($"{rows.Count} 个指标，读取 {watch.Elapsed.TotalMilliseconds:0.0} 毫秒。");
        return 0;
    }

    internal static void WriteNumberOrNull(this System.Text.Json.Utf8JsonWriter writer, string name, decimal? value)
    {
        if (value is { } number)
            writer.WriteNumber(name, number);
        else
            writer.WriteNull(name);
    }
}
