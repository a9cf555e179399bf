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
        var published = new Closings(books).Published(unit.Id, year, year);
        var rows = books
            .Catalogue.Indicators.Values.Select(indicator =>
                (
                    indicator,
                    now: book.Value(indicator, Period.Year(year)),
                    last: Before(indicator, 1),
                    prior: Before(indicator, 2),
                    published: published.Find(indicator, Period.Year(year))
                )
            )
            .ToList();
        watch.Stop();
        if (json)
        {
            Output.Json(writer =>
            {
                writer.WriteStartArray();
                foreach (var (indicator, now, last, prior, closed) in rows)
                {
                    writer.WriteStartObject();
                    writer.WriteString("key", indicator.Key);
                    writer.WriteString("title", indicator.Title);
                    writer.WriteString("unit", indicator.Measure);
                    writer.WriteNumberOrNull("value", now.Value);
                    writer.WriteNumberOrNull("numerator", now.Numerator);
                    writer.WriteNumberOrNull("denominator", now.Denominator);
                    writer.WriteNumberOrNull("lastYear", last);
                    writer.WriteNumberOrNull("yearBeforeLast", prior);
                    if (closed is not null)
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
        foreach (var (indicator, now, last, prior, closed) in rows)
            table.AddRow(
                Markup.Escape(indicator.Title),
                closed is null || closed.Value == now
                    ? FigureNumber.Table(indicator, now.Value) + (closed is null ? "" : " 已关账")
                    : $"{FigureNumber.Table(indicator, closed.Value.Value)} 已关账，现 {FigureNumber.Table(indicator, now.Value)}",
                FigureNumber.Table(indicator, last),
                indicator.IsPercent ? ""
                    : FigureNumber.Growth(now.Value, last) is { } growth ? $"{growth:+0.0;-0.0;0.0}%"
                    : "—",
                FigureNumber.Table(indicator, prior),
                Markup.Escape(indicator.Measure),
                Markup.Escape(indicator.Key)
            );
        AnsiConsole.Write(table);
        Console.WriteLine($"{rows.Count} 个指标，读取 {watch.Elapsed.TotalMilliseconds:0.0} 毫秒。");
        return 0;

        decimal? Before(IndicatorDefinition indicator, int years) =>
            book.HasData(indicator, Period.Year(year - years)) ? book.Value(indicator, Period.Year(year - years)).Value : null;
    }

    internal static void WriteNumberOrNull(this System.Text.Json.Utf8JsonWriter writer, string name, decimal? value)
    {
        if (value is { } number)
            writer.WriteNumber(name, number);
        else
            writer.WriteNull(name);
    }
}
