using System.Globalization;
using Fazhang.Core.Definitions.Shapes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Fazhang.Core.Deadlines;

/// <summary>
/// Reads one file of definitions/calendar. Strict: an unknown key, a date that is none, a make-up workday on a weekday
/// or a day named twice is a problem, because a day lost here moves legal deadlines silently.
/// </summary>
internal sealed class CalendarFile(string name, ICollection<CalendarProblem> problems)
{
    private readonly HashSet<DateOnly> _seen = [];

    /// <summary>The year in the file, or null when anything is wrong with it (problems say what).</summary>
    public CalendarYear? Read(string text)
    {
        var before = problems.Count;
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException exception)
        {
            Report((int)exception.Start.Line, $"不是有效的 YAML：{exception.Message}");
            return null;
        }
        if (stream.Documents.Count != 1 || stream.Documents[0].RootNode is not YamlMappingNode root)
        {
            Report(0, "应是一份含 year、sources、holidays 的 YAML");
            return null;
        }
        var keys = Keys(root, ListShapes.Calendar);
        var year = ReadYear(root, keys);
        Sources(root, keys);
        var holidays = new List<Holiday>();
        if (keys.GetValueOrDefault("holidays") is not YamlSequenceNode list || list.Children.Count == 0)
            Report(root, "缺少 holidays：应列出当年各节日的放假安排");
        else
            holidays.AddRange(list.Select(node => ReadHoliday(node, year)).OfType<Holiday>());
        return problems.Count > before ? null : new CalendarYear { Year = year, Holidays = holidays };
    }

    private int ReadYear(YamlMappingNode root, Dictionary<string, YamlNode> keys)
    {
        if (
            keys.GetValueOrDefault("year") is YamlScalarNode { Value: { Length: 4 } text }
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && year is >= 1949 and <= 2999
        )
        {
            if (Path.GetFileNameWithoutExtension(name) != text)
                Report(root, $"文件名应与 year 一致：year 是 {text}，文件名应是 {text}.yaml");
            return year;
        }
        Report(root, "缺少 year 或不是四位年份，例如 year: 2024");
        return 0;
    }

    // Not kept in memory, but demanded: whoever doubts a day off must find the announcement it comes from.
    private void Sources(YamlMappingNode root, Dictionary<string, YamlNode> keys)
    {
        var list = keys.GetValueOrDefault("sources") as YamlSequenceNode;
        if (list is null || list.Children.Count == 0)
            Report(root, "缺少 sources：应列出国务院办公厅通知的网址");
        foreach (var node in list?.Children ?? [])
            if (node is not YamlScalarNode { Value: { } address } || !Uri.TryCreate(address, UriKind.Absolute, out _))
                Report(node, "sources 的每一项应是网址");
    }

    private Holiday? ReadHoliday(YamlNode node, int year)
    {
        if (node is not YamlMappingNode mapping)
        {
            Report(node, "应写成 {name: 节日, off: 起..止, work: [调休上班日]}");
            return null;
        }
        var keys = Keys(mapping, ListShapes.Holiday);
        var title = (keys.GetValueOrDefault("name") as YamlScalarNode)?.Value;
        if (string.IsNullOrWhiteSpace(title))
            Report(mapping, "缺少 name（节日名称）");
        var off = Dates(keys.GetValueOrDefault("off"), year);
        if (off.Count == 0)
            Report(mapping, "缺少 off（放假日期），例如 off: 2024-02-10..2024-02-17");
        var work = Dates(keys.GetValueOrDefault("work"), year);
        foreach (var day in work.Where(day => !WorkCalendar.IsWeekend(day)))
            Report(mapping, $"调休上班日 {day:yyyy-MM-dd} 本来就不是周末，请核对日期");
        return new Holiday
        {
            Name = title ?? "",
            Off = off,
            Work = work,
        };
    }

    private List<DateOnly> Dates(YamlNode? node, int year)
    {
        var dates = new List<DateOnly>();
        var nodes =
            node is YamlSequenceNode list ? list.Children
            : node is null ? []
            : [node];
        foreach (var item in nodes)
        foreach (var day in Range(item))
        {
            var belongs = day.Year == year || (day.Year == year - 1 && day.Month == 12);
            if (!belongs)
                Report(item, $"{day:yyyy-MM-dd} 不属于 {year} 年的安排（只能是当年，或上一年 12 月）");
            else if (!_seen.Add(day))
                Report(item, $"{day:yyyy-MM-dd} 写了两次");
            else
                dates.Add(day);
        }
        return dates;
    }

    private List<DateOnly> Range(YamlNode node)
    {
        var text = (node as YamlScalarNode)?.Value ?? "";
        var ends = text.Split("..");
        var days = new List<DateOnly>();
        if (ends.Length > 2 || !Parse(ends[0], out var first) || !Parse(ends[^1], out var last))
            Report(node, $"“{text}”不是日期，应写成 2024-02-10 或 2024-02-10..2024-02-17");
        else if (last < first || last.DayNumber - first.DayNumber > 30)
            Report(node, $"“{text}”的起止日期有误：止日不能早于起日，也不会超过一个月");
        else
            for (var day = first; day <= last; day = day.AddDays(1))
                days.Add(day);
        return days;

        static bool Parse(string text, out DateOnly day) =>
            DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
    }

    private Dictionary<string, YamlNode> Keys(YamlMappingNode mapping, Shape shape)
    {
        var known = shape.Keys.Select(key => key.Name).ToList();
        var keys = new Dictionary<string, YamlNode>();
        foreach (var (key, value) in mapping.Children)
            if (key is YamlScalarNode { Value: { } word } && known.Contains(word))
                keys[word] = value;
            else
                Report(key, $"不认识的键“{key}”，可用的键：{string.Join('、', known)}");
        return keys;
    }

    private void Report(YamlNode node, string message) => Report((int)node.Start.Line, message);

    private void Report(int line, string message) => problems.Add(new CalendarProblem(name, line, message));
}
