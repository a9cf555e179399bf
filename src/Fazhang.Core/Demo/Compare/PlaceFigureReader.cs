using System.Globalization;
using Fazhang.Core.Definitions;
using Fazhang.Core.Figures;
using Microsoft.VisualBasic.FileIO;

namespace Fazhang.Core.Demo.Compare;

/// <summary>
/// Reads the tables in figures/ of a place (CSV, UTF-8, with header): id, indicator, unit, period, aspect, code, printed,
/// low, high, source, reading. Empty: unit = the place, period = the year of the report, aspect = value.
/// </summary>
public static class PlaceFigureReader
{
    public const string Folder = "figures";

    private static readonly string[] Header =
    [
        "id",
        "indicator",
        "unit",
        "period",
        "aspect",
        "code",
        "printed",
        "low",
        "high",
        "source",
        "reading",
    ];

    /// <summary>The figures of a place, in the order of their ids; every problem is added to the list.</summary>
    public static IReadOnlyList<PlaceFigure> Read(
        string directory,
        DemoPlace place,
        Catalogue catalogue,
        ICollection<DefinitionProblem> problems
    )
    {
        ArgumentNullException.ThrowIfNull(place);
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(problems);
        var folder = Path.Combine(directory, Folder);
        if (!Directory.Exists(folder))
        {
            problems.Add(new(Folder, 1, "缺少这个目录。每行一个公开数字和产生它的指标。"));
            return [];
        }
        var figures = Directory
            .EnumerateFiles(folder, "*.csv")
            .Order(StringComparer.Ordinal)
            .SelectMany(path => File(path, place, catalogue, problems))
            .OrderBy(figure => figure.Id, StringComparer.Ordinal)
            .ToList();
        foreach (var again in figures.GroupBy(figure => figure.Id).Where(group => group.Count() > 1))
            problems.Add(new(Folder, 1, $"编号 {again.Key} 有 {again.Count()} 行。合并成一行。"));
        return figures;
    }

    private static List<PlaceFigure> File(
        string path,
        DemoPlace place,
        Catalogue catalogue,
        ICollection<DefinitionProblem> problems
    )
    {
        var name = $"{Folder}/{Path.GetFileName(path)}";
        using var csv = new TextFieldParser(path) { Delimiters = [","] };
        if (csv.ReadFields() is not { } header || !header.SequenceEqual(Header))
        {
            problems.Add(new(name, 1, $"第一行应当是 {string.Join(',', Header)}。"));
            return [];
        }
        var figures = new List<PlaceFigure>();
        while (!csv.EndOfData)
        {
            var line = (int)csv.LineNumber;
            var cells = csv.ReadFields()!;
            void Wrong(string what) => problems.Add(new(name, line, $"{cells[0]}：{what}"));
            if (cells.Length != Header.Length)
                Wrong($"应当有 {Header.Length} 栏，现在 {cells.Length} 栏。文字里的逗号要加引号。");
            else if (One(cells, place, catalogue, Wrong) is { } figure)
                figures.Add(figure);
        }
        return figures;
    }

    private static PlaceFigure? One(string[] cells, DemoPlace place, Catalogue catalogue, Action<string> wrong)
    {
        string? Cell(int at) => cells[at].Length == 0 ? null : cells[at];
        var sound = true;
        T? Must<T>(bool holds, T? value, string what)
        {
            if (!holds)
            {
                wrong(what);
                sound = false;
            }
            return value;
        }

        decimal? Number(int at)
        {
            if (Cell(at) is not { } text)
                return null;
            var read = decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number);
            Must(read, text, $"“{text}”不是数字。");
            return number;
        }

        var source = Must(
            Enum.TryParse<FigureSource>(cells[9], ignoreCase: true, out var known),
            known,
            $"source“{cells[9]}”应当是 records、return 或 narrative。"
        );
        var indicator = Cell(1);
        Must(
            indicator is null ? source == FigureSource.Narrative : catalogue.Indicators.ContainsKey(indicator),
            indicator,
            indicator is null ? "缺少 indicator；只有 narrative 可以没有。" : $"没有指标“{indicator}”。"
        );
        var unit = Cell(2);
        Must(unit is null || place.Units.Any(own => own.Code == unit), unit, $"没有单位“{unit}”。");
        var period = Cell(3) is { } text ? Period.Parse(text) : Period.Year(place.Year);
        Must(period is not null, period, $"看不懂期间“{cells[3]}”。{Period.Help}。");
        var aspect = FigureAspect.Value;
        Must(
            Cell(4) is not { } named || Enum.TryParse(named, ignoreCase: true, out aspect),
            aspect,
            $"aspect“{cells[4]}”应当是 value、growth 或 change。"
        );
        var printed = Number(6);
        Must(printed is not null, printed, "缺少 printed。");
        var (low, high) = (Number(7), Number(8));
        Must((low is null) == (high is null) && !(low > high), low, "low 和 high 要一起写，先小后大。");
        return sound
            ? new()
            {
                Id = cells[0],
                Indicator = indicator,
                Unit = unit,
                Period = period!.Value,
                Aspect = aspect,
                Code = Cell(5),
                Printed = printed!.Value,
                Allowed = low is null ? null : (low.Value, high!.Value),
                Source = source,
                Reading = Cell(10),
            }
            : null;
    }
}
