using System.CommandLine;
using Fazhang.Core.Definitions;
using Fazhang.Core.Figures;
using Fazhang.Core.Storage;
using Fazhang.Core.Units;
using Spectre.Console;

namespace Fazhang.Cli;

/// <summary>`fazhang figures show KEY`: one figure of a period with its categories, its earlier 口径 and what was published.</summary>
internal static class FigureShow
{
    public static Command Create()
    {
        var key = new Argument<string>("indicator") { Description = "指标的键，例如 reconsideration.case.closed" };
        var period = new Option<string?>("--period") { Description = FigurePeriods.Help + "；默认为账簿的业务年度" };
        var unit = new Option<string?>("--unit") { Description = "单位代码或名称，默认为最上级" };
        var json = Output.JsonOption();
        var command = new Command("show", "一个数字：三年、分类、各版口径、公布的数") { key, period, unit, json };
        var options = new BooksOptions().AddTo(command);
        command.SetAction(result =>
        {
            var books = options.Open(result);
            var name = result.GetRequiredValue(key);
            var indicator =
                books.Catalogue.Indicators.Values.FirstOrDefault(one => one.Key == name || one.Title == name)
                ?? throw new CommandException($"没有指标“{name}”。用 ./fazhang figures 看有哪些。", 2);
            var of = result.GetValue(period) is { } text ? FigurePeriods.Parse(text) : Period.Year(books.Clock.Today.Year);
            var rows = Rows(books, indicator, BooksOptions.FindUnit(books, result.GetValue(unit)), of);
            Write(indicator, of, rows, result.GetValue(json));
            return 0;
        });
        return command;
    }

    private static List<Line> Rows(Books books, IndicatorDefinition indicator, Unit unit, Period period)
    {
        var book = new FigureReader(books).Read(indicator, period.To / 100, unit.Id);
        var published = new Closings(books).Published(indicator.Key, unit.Id, period.To / 100, period.To / 100);
        Line Of(string title, IndicatorDefinition version, string? code) =>
            new(
                title,
                code,
                version.Version,
                book.Value(version, period, code),
                book.Known(version, period.LastYear, code),
                book.Known(version, period.YearsBefore(2), code),
                published.Find(version, period, code)
            );
        var rows = new List<Line> { Of(indicator.Title, indicator, null) };
        var codes = book.Codes(indicator);
        if (codes.Count > 0)
            rows.AddRange(
                codes
                    .Append(new Choice(Categories.Unfilled, "未填"))
                    .Select(code => Of("　" + Categories.RowTitle(code), indicator, code.Code))
            );
        rows.AddRange(indicator.Earlier.Select(earlier => Of($"第 {earlier.Version} 版口径：{earlier.Meaning}", earlier, null)));
        return rows;
    }

    private static void Write(IndicatorDefinition indicator, Period period, List<Line> rows, bool json)
    {
        if (json)
        {
            Output.Json(writer =>
            {
                writer.WriteStartArray();
                foreach (var row in rows)
                {
                    writer.WriteStartObject();
                    writer.WriteString("title", row.Title.Trim('　'));
                    writer.WriteString("code", row.Code);
                    writer.WriteNumber("version", row.Version);
                    writer.WriteNumberOrNull("value", row.Value.Value);
                    writer.WriteNumberOrNull("numerator", row.Value.Numerator);
                    writer.WriteNumberOrNull("denominator", row.Value.Denominator);
                    writer.WriteNumberOrNull("lastYear", row.Last.Value);
                    writer.WriteNumberOrNull("yearBeforeLast", row.Prior.Value);
                    if (row.Published is { } closed)
                    {
                        writer.WriteNumberOrNull("published", closed.Value.Value);
                        writer.WriteNumber("corrections", closed.Before.Count);
                    }
                    writer.WriteEndObject();
                }
                writer.WriteEndArray();
            });
            return;
        }
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumns(
            new TableColumn(""),
            new TableColumn(period.Title).RightAligned(),
            new TableColumn(period.LastYear.Title).RightAligned(),
            new TableColumn(period.YearsBefore(2).Title).RightAligned(),
            new TableColumn("公布").RightAligned()
        );
        foreach (var row in rows)
            table.AddRow(
                Markup.Escape(row.Title),
                FigureNumber.Table(indicator, row.Value.Value),
                FigureNumber.Table(indicator, row.Last.Value),
                FigureNumber.Table(indicator, row.Prior.Value),
                row.Published is { } closed
                    ? FigureNumber.Table(indicator, closed.Value.Value) + (closed.Before.Count > 0 ? "（已更正）" : "")
                    : ""
            );
        AnsiConsole.Write(table);
        Console.WriteLine($"单位：{indicator.Measure}。口径（第 {indicator.Version} 版）：{indicator.Meaning}");
        if (indicator.Changed is { } changed)
            Console.WriteLine(
                $"自 {changed.Month / 100}-{changed.Month % 100:00} 起用第 {indicator.Version} 版：{changed.Because}"
            );
    }

    private sealed record Line(
        string Title,
        string? Code,
        int Version,
        FigureValue Value,
        FigureValue Last,
        FigureValue Prior,
        PublishedFigure? Published
    );
}
